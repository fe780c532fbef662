using System.Text.Json;
using Faubourg.Web;
using Faubourg.Web.Councils;
using Microsoft.Playwright;

namespace Faubourg.Browser.Tests;

/// <summary>One council from its founding to the chalk, as its neighbours press it, each at a browser of their own.</summary>
public sealed class StoryTests(Stage stage) : IAsyncLifetime
{
    private const string Question = "Who mends the bench by the bakery, and how?";
    private const string First = "We mend the bench on Saturday with two planks";
    private const string Mended = "We mend the bench on Saturday with two planks and an armrest";
    private const string Other = "Nous demandons un banc neuf à la mairie";
    private const string Reason = "Without an armrest my mother cannot get up from it.";
    private const string Gain = "We mend our own bench without asking anyone";
    private const int Heads = 10;

    /// <summary>Join two, willing, decide, how are you (5-interface.md).</summary>
    private const int MostTaps = 5;

    /// <summary>In this story somebody objects, so that everybody answers twice.</summary>
    private const int AnotherRound = 1;

    private Visitor amina = null!, wall = null!, benoit = null!, chiara = null!, dominique = null!, emil = null!, grace = null!, noor = null!, companion = null!;
    private string council = "";

    private Visitor[] Phones => [amina, benoit, chiara, dominique, emil, grace, noor];

    private Visitor[] Willing => [chiara, dominique, emil];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        amina = await Visitor.Come(stage, Eyes.Phone);
        wall = await Visitor.Come(stage, Eyes.Wall);
        benoit = await Visitor.Come(stage, new Eyes(Scripts: false));
        chiara = await Visitor.Come(stage, new Eyes(320));
        dominique = await Visitor.Come(stage, new Eyes(Language: "fr"));
        emil = await Visitor.Come(stage, Eyes.Phone, inTheCellar: true);
        grace = await Visitor.Come(stage, new Eyes(Dark: true));
        noor = await Visitor.Come(stage, new Eyes(412, 900, Dark: true));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in Phones.Append(wall)) await visitor.DisposeAsync();
    }

    [Fact]
    public async Task A_bench_is_mended()
    {
        try
        {
            await Play();
        }
        catch
        {
            // What everybody saw when it stopped.
            foreach (var (visitor, n) in Phones.Append(wall).Select((visitor, n) => (visitor, n))) await visitor.Look($"story stopped {n}");
            throw;
        }
    }

    private async Task Play()
    {
        await Convene();
        await LetEverybodyIn();
        var guide = await Draw();
        await Talk(guide);
        await Decide(guide);
        await ShareOut(guide);
        await Close(guide);
        await Remember();
        Assert.InRange(noor.Taps, 1, MostTaps + AnotherRound);
        Assert.Empty(Phones.Append(wall).SelectMany(visitor => visitor.Errors.Concat(visitor.Strays)));
    }

    private async Task Convene()
    {
        await amina.Go("/");
        await amina.Press("quarter.found.link");
        await amina.Write("name", "Rue des Lilas");
        await amina.Write("place", "between the bakery and the canal");
        await amina.Choose("languages", "en");
        await amina.Choose("languages", "fr");
        await amina.Press("quarter.found.act");
        await amina.Press("quarter.convene");
        await amina.Write("question", Question);
        await amina.Write("place", "by the bakery");
        await amina.Choose("quick", "now");
        await amina.Write("minutes", "60");
        await amina.Choose("attendance", "room");
        await amina.Choose("method", "consent");
        await amina.Press("announce.convene.act");
        await amina.Press("announce.open");
        council = new Uri(amina.Page.Url).AbsolutePath.Replace("/seats/new", "", StringComparison.Ordinal);
        await amina.Press("room.seat.act");
        await amina.Reads("room.in");
        await amina.Reads("guide.opening.title");
    }

    private async Task LetEverybodyIn()
    {
        await amina.Press("room.door.act");
        await amina.Reads("room.door.scan");
        foreach (var visitor in Phones.Skip(1)) await Join(visitor);
        Assert.False(await emil.Page.EvaluateAsync<bool>("window.isSecureContext"));
        await Sit(grace, 3);
        await Pair();
        await amina.Sees(amina.Words.Count("room.gathering.here", Heads));
        await dominique.Sees(dominique.Words.Count("room.gathering.here", Heads));
        await wall.Sees(wall.Words.Count("room.gathering.here", Heads));
    }

    /// <summary>One tap on what was scanned, one to sit down.</summary>
    private async Task Join(Visitor visitor)
    {
        var token = (await amina.Ask(council + "/door")).GetProperty("token").GetString();
        await visitor.Scan($"{council}/door/{token}");
        await visitor.Press("room.seat.act");
        await visitor.Reads("room.in");
        await visitor.Reads("room.in.Gathering");
        await visitor.Sees(Question);
    }

    /// <summary>Neighbours without a phone sit down beside one.</summary>
    private static async Task Sit(Visitor holder, int neighbours)
    {
        await holder.Press("room.more");
        await holder.Press("room.beside");
        for (var paper = 1; paper <= neighbours; paper++)
        {
            await holder.Press("room.beside.act");
            await holder.Reads("room.beside.pass", ("paper", paper));
        }

        await holder.Press("common.back");
    }

    private async Task Pair()
    {
        await wall.Go(council + "/wall");
        await wall.Reads("room.wall.waiting");
        var letters = await wall.Page.Locator(".code").First.InnerTextAsync();
        await amina.Press("common.back");
        await amina.Press("room.more");
        await amina.Press("room.walls");
        await amina.Write("code", letters);
        await amina.Press("room.wall.act");
        await wall.Sees(Question);
    }

    /// <summary>Heads, willingness, the list, dice, and a second phone that saw them.</summary>
    private async Task<Visitor> Draw()
    {
        foreach (var visitor in Willing) await visitor.Press("room.willing.first");
        foreach (var visitor in new[] { noor, grace, benoit }) await visitor.Press("room.willing.no");
        await Count(amina, chiara);
        await amina.Press("room.roll");
        await amina.Press("draws.close.Dice");
        await wall.Reads("room.draw.closed");
        await wall.Reads("draws.now.Dice");
        await wall.Sees(wall.Words.Count("draws.phones", Willing.Length));
        await amina.Press("room.draw.type");
        await amina.Write("numbers", "3 5 1 4 2 6 6 2");
        await amina.Press("room.draw.act");
        await grace.Press("room.draw.yes");
        await wall.Reads("room.role.Facilitator");
        await dominique.Reads("room.role.Facilitator");
        await wall.Look("story wall drawn");
        companion = await Drawn("companion");
        return await Drawn("facilitator");
    }

    private async Task<Visitor> Drawn(string role)
    {
        foreach (var visitor in Willing)
            if ((await visitor.Ask(council)).GetProperty("seat").GetProperty("roles").EnumerateArray().Any(held => held.GetString() == role))
                return visitor;
        throw new InvalidOperationException($"Nobody was drawn as {role}.");
    }

    private static async Task Count(Visitor one, Visitor two, string key = "room.heads")
    {
        foreach (var visitor in new[] { one, two })
        {
            await visitor.Press(visitor == two ? "room.heads" : key);
            await visitor.Write("heads", $"{Heads}");
            await visitor.Press("room.heads.act");
        }
    }

    private async Task Talk(Visitor guide)
    {
        await guide.Reads("guide.drawn");
        await guide.Press("guide.on.to.hearing");
        await noor.Reads("room.lookup");
        await Propose(benoit, First);
        await Propose(dominique, Other);
        foreach (var visitor in new[] { amina, emil, wall }) await visitor.Sees(Other);
        await wall.Look("story wall talking");
        await amina.Look("story phone talking");
        await Count(guide, companion, "guide.count.act");
        await guide.Press("guide.on.to.deciding");
        await wall.Reads("room.step.Deciding");
    }

    private async Task Propose(Visitor visitor, string what)
    {
        await visitor.Go(council);
        await visitor.Press("hearing.propose.link");
        await visitor.Write("what", what);
        await visitor.Press("hearing.propose.act");
        await visitor.Sees(what);
    }

    private async Task Decide(Visitor guide)
    {
        await guide.Press("guide.put.act", ("letter", Letters.Signed(1)));
        await chiara.Press("deciding.consent.link");
        await chiara.Write("objection", Reason);
        await chiara.Press("deciding.object.act");
        await Consent(amina, benoit, dominique, emil, grace, noor);
        await PassThePhone("deciding.consent.act");
        await amina.Sees(Reason);
        await benoit.Go(council);
        await benoit.Press("hearing.amend.act");
        await benoit.Write("what", Mended);
        await benoit.Press("hearing.amend.act");
        await chiara.Press("deciding.concern.end.integrated");
        await guide.Press("deciding.next", ("n", 2));
        await Consent(amina, benoit, chiara, dominique, emil, grace, noor);
        await PassThePhone("deciding.consent.act");
        foreach (var visitor in new[] { noor, dominique, wall }) await visitor.Reads("deciding.decided");
        await wall.Sees(Mended);
        await wall.Look("story wall decided");
    }

    private async Task Consent(params Visitor[] neighbours)
    {
        foreach (var visitor in neighbours)
        {
            if (!visitor.Eyes.Scripts) await visitor.Go(council);
            await visitor.Press("deciding.consent.act");
        }
    }

    /// <summary>From hand to hand: each number on paper presses the same once.</summary>
    private async Task PassThePhone(string key)
    {
        for (var paper = 1; paper <= 3; paper++)
        {
            await grace.Press("room.more");
            await grace.Press("room.beside");
            await grace.Press("room.beside.pass", ("paper", paper));
            await grace.Press("room.beside.blank.act");
            await grace.Press(key);
            await grace.Press("room.beside.done");
            await grace.Press("room.beside.back.act");
        }
    }

    private async Task ShareOut(Visitor guide)
    {
        await guide.Press("guide.on.to.tasking");
        await Task(amina, "Buy two planks");
        await Task(emil, "Bring a drill");
        await benoit.Go(council);
        await benoit.Page.Locator("a.task").First.ClickAsync();
        await benoit.Write("name", "the carpenter at number nine");
        await benoit.Press("tasking.take.act");
        await dominique.Sees("the carpenter at number nine");
        await wall.Reads("room.step.Tasking");
        await guide.Press("guide.on.to.reckoning");
        await emil.Press("reckoning.link");
        await emil.Write("what", Gain);
        await emil.Choose("kind", "dependence-reduced");
        await emil.Choose("domain", "repair");
        await emil.Press("reckoning.claim.act");
        await wall.Sees(Gain);
    }

    private static async Task Task(Visitor visitor, string what)
    {
        await visitor.Press("tasking.add.link");
        await visitor.Write("what", what);
        await visitor.Press("tasking.add.act");
        await visitor.Sees(what);
    }

    private async Task Close(Visitor guide)
    {
        await guide.Press("guide.on.to.closing");
        await guide.Sees(Mended);
        await amina.Press("closing.black.link");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = amina.Words["closing.black.word", ("word", "carpenter")] }).ClickAsync();
        await amina.Reads("closing.black.gone");
        await amina.Press("common.back");
        await emil.Press("closing.ritual.link");
        await emil.Choose("ritual", "song");
        await emil.Write("words", "Le Temps des cerises");
        await emil.Press("closing.ritual.act");
        await wall.Reads("closing.ritual.ritual.song");
        foreach (var visitor in Phones)
        {
            if (!visitor.Eyes.Scripts) await visitor.Go(council);
            await visitor.Face(4);
        }

        await noor.Reads("closing.check.done");
        await guide.Press("guide.on.to.dissolved");
    }

    /// <summary>The page of the council is its minutes now, for everybody.</summary>
    private async Task Remember()
    {
        foreach (var visitor in Phones)
        {
            if (!visitor.Eyes.Scripts) await visitor.Go(council);
            await visitor.Sees(Mended);
            await Assertions.Expect(visitor.Page.Locator("body")).Not.ToContainTextAsync("carpenter");
        }

        await wall.Sees(Mended);
        await wall.Look("story wall over");
        await amina.Press("minutes.print");
        await amina.Reads("minutes.poster.decided");
        await amina.Look("story poster");
        await noor.Go(council + "/chalk");
        Assert.Contains("WE DECIDED", await noor.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }
}
