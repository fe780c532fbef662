namespace Faubourg.Browser.Tests.Jars;

/// <summary>A jar, from its proposal to its book, on phones without scripts; and every page of it looked at.</summary>
public sealed class JarPagesTests(Stage stage)
{
    [Fact]
    public async Task Two_keepers_fill_a_jar_and_spend_it_from_two_phones()
    {
        await using var inspection = await Inspection.Of(stage);
        var purse = await Purse.Hearing(stage);
        await inspection.At(purse.Council + "/proposals/jar", Purse.Secret(2), "jar propose", parts: 3);
        await Proposes(purse);
        var keepers = await purse.Opened();
        Assert.Equal(2, keepers.Length);
        await using var one = await Keeper(keepers[0]);
        await using var other = await Keeper(keepers[1]);
        await Says(one, purse, "given", "250,00");
        await inspection.At(purse.Jar + "/moves", Purse.Secret(keepers[1]), "jar to confirm", parts: 2);
        await Confirms(other, purse);
        await Says(other, purse, "spent", "80.50");
        await Confirms(one, purse);
        await one.Sees("169.50");
        await inspection.At(purse.Url + "/jars", null, "jars one", parts: 2);
        await inspection.At(purse.Jar, null, "jar open", parts: 2);
        await inspection.At(purse.Jar + "/sheet", null, "jar sheet", parts: 2);
        await inspection.At(purse.Jar + "/moves", null, "jar by a stranger", parts: 2);
        await one.Go(purse.Jar + "/moves");
        await one.Press("jars.stop.act");
        await one.Reads("jars.stopped");
        await one.Sees("250.00");
        inspection.FindsNothing();
    }

    private async Task Proposes(Purse purse)
    {
        await using var proposer = await Keeper(2);
        await proposer.Go(purse.Council + "/proposals/jar");
        await proposer.Write("what", "We mend the bench, and buy planks for it.");
        await proposer.Write("goal", "300");
        await proposer.Write("holder", "Atelier Dubreuil");
        await proposer.Write("account", "FR76 3000 6000 0112 3456 7890 188");
        await proposer.Press("jars.open.act");
        await proposer.Reads("jars.iban");
        await proposer.Write("account", "FR76 3000 6000 0112 3456 7890 189");
        await proposer.Press("jars.open.act");
        await proposer.Page.WaitForURLAsync("**" + purse.Council);
    }

    /// <summary>A phone without scripts.</summary>
    private async Task<Visitor> Keeper(int seat)
    {
        var keeper = await Visitor.Come(stage, new Eyes(Scripts: false));
        await keeper.Be(Purse.Secret(seat));
        return keeper;
    }

    private static async Task Says(Visitor keeper, Purse purse, string kind, string amount)
    {
        await keeper.Go(purse.Jar + "/moves");
        await keeper.Press($"jars.move.kind.{kind}");
        await keeper.Write("amount", amount);
        await keeper.Write("who", "Farid");
        await keeper.Write("what", "two planks");
        await keeper.Press("jars.move.act");
        await keeper.Reads("jars.waiting.own");
    }

    private static async Task Confirms(Visitor keeper, Purse purse)
    {
        await keeper.Go(purse.Jar + "/moves");
        await keeper.Press("jars.confirm.same");
        await keeper.Page.WaitForURLAsync("**" + purse.Jar + "#book");
    }
}
