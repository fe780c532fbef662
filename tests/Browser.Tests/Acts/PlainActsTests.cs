namespace Faubourg.Browser.Tests.Acts;

public sealed class PlainActsTests(Stage stage) : ActsTests(stage)
{
    private readonly Stage stage = stage;

    [Fact]
    public async Task With_scripts_off() => await Every(new Finger(await Visitor.Come(stage, new Eyes(Scripts: false))), Excused);
}
