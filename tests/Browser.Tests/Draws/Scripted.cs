namespace Faubourg.Browser.Tests.Draws;

/// <summary>A browser on a page of ours, over plain http, in which a module can be tried.</summary>
internal static class Scripted
{
    public static async Task<Visitor> Come(Stage stage)
    {
        var somebody = await Visitor.Come(stage, Eyes.Phone, inTheCellar: true);
        await somebody.Go("/how");
        return somebody;
    }
}
