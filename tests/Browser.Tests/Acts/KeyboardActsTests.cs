using Faubourg.Web;

namespace Faubourg.Browser.Tests.Acts;

public sealed class KeyboardActsTests(Stage stage) : ActsTests(stage)
{
    private readonly Stage stage = stage;

    [Fact]
    public async Task By_keyboard_alone() => await Every(new Keys(await Visitor.Come(stage, Eyes.Phone)), new Dictionary<string, string>(Excused)
    {
        [Forms.KeepGuiding.Name] = "the page says it by itself while it is read: see ScriptsTests",
    });
}
