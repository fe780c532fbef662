using System.Text.Json;
using Faubourg.Web;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Browser.Tests.Acts;

/// <summary>
/// Every act of docs/map.md is done once by keyboard alone and once with scripts off, at the moment of an evening at which somebody would:
/// the cast plays the rest.
/// </summary>
public abstract class ActsTests(Stage stage)
{
    /// <summary>Acts for which nobody presses anything, and why.</summary>
    private protected static IReadOnlyDictionary<string, string> Excused { get; } = new Dictionary<string, string>
    {
        [Forms.GiveBearerKey.Name] = "no rehearsal draws key-bearers: see BearerTests",
        [Forms.MakeBearerWords.Name] = "no rehearsal draws key-bearers: see BearerTests",
        [Forms.CommitNonce.Name] = "phones do it by themselves, unseen: see DrawPagesTests",
        [Forms.RevealNonce.Name] = "likewise",
        [Forms.BringBeacon.Name] = "needs a round of the beacon, which nobody can make up: see BeaconPagesTests",
        [Forms.OpenJar.Name] = "a jar opens days later, and two keepers fill it: see JarPagesTests, without scripts",
        [Forms.ChangeAccount.Name] = "needs a jar of another council: the same page as opening one, see JarPagesTests",
        [Forms.ReplaceKeepers.Name] = "likewise",
        [Forms.SendLeftovers.Name] = "likewise",
        [Forms.MoveMoney.Name] = "see JarPagesTests",
        [Forms.ConfirmMove.Name] = "see JarPagesTests",
        [Forms.StopSpending.Name] = "see JarPagesTests",
        [Forms.KeepJar.Name] = "six words on another phone: see KeeperPagesTests",
        [Forms.HandOnTask.Name] = "whoever does it has no words any more to walk on with: see GrowTests",
        [Forms.KeepTask.Name] = "its page answers to words from paper and has no address: see GrowTests",
        [Forms.RenewProject.Name] = "needs a second council, which no evening here has: see GrowTests and RenewProjectTests",
        [Forms.EndProject.Name] = "likewise",
        [Forms.ConfirmGain.Name] = "needs what another council claimed and showed: see GainTests and GainPagesTests",
        [Forms.TellGain.Name] = "likewise",
        [Forms.CheckGain.Name] = "likewise, a month later",
        [Forms.ShowGain.Name] = "six words of a task, after the council: see GainPagesTests",
        [Forms.ClaimLater.Name] = "likewise",
        [Forms.OpenCharge.Name] = "needs three days of notice, which no evening here has: see GainPagesTests",
        [Forms.RenewCharge.Name] = "likewise",
        [Forms.EndCharge.Name] = "likewise",
        [Forms.Serve.Name] = "needs a charge: see ChargeTests",
        [Forms.ServeNot.Name] = "likewise",
        [Forms.StepAside.Name] = "likewise",
        [Forms.HoldMediation.Name] = "likewise",
        [Forms.FoundRehearsal.Name] = "for players that bring an evening of their own: no page has it",
    };

    private static readonly string[] Shipped = ["bench", "landlord", "no-agreement"];

    /// <summary>Evenings beside this file, for what goes wrong or quickly.</summary>
    private static readonly string[] Odd = ["tie", "doubt", "lots"];

    /// <summary>An order on phones and on paper; played first, and its ballot is walked once more as a row of numbers.</summary>
    internal const string Ordered = "order";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected async Task Every(Hand hand, IReadOnlyDictionary<string, string> excused)
    {
        await using var walker = hand;
        await using var scout = await Scout.Of(stage);
        using var walk = new Walk(stage, hand, scout, excused.Keys.ToHashSet());
        try
        {
            await new Street(stage, walk).Along();
            await Play(walk, Evening(Ordered));
            walk.Once(Forms.CastBallot);
            foreach (var evening in Shipped) await Play(walk, Stage.Evening(evening));
            foreach (var evening in Odd) await Play(walk, Evening(evening));
            await new Hurry(stage, walk, Evening("hurry")).Play();
            await walk.Do(Forms.WatchWall, Street.Somebody, await Showing() + "/wall", start: "/rehearsals");
        }
        catch
        {
            await hand.Visitor.Look($"acts stopped {hand.GetType().Name}");
            throw;
        }

        Assert.Empty(hand.Visitor.Errors.Concat(hand.Visitor.Strays));
        Assert.Equal([], Forms.All.Select(form => form.Name).Except(walk.Done).Except(excused.Keys));
    }

    private static async Task Play(Walk walk, Script script)
    {
        using var http = walk.Http();
        var player = new Player(http, script, Tempo.WithoutPauses) { OnLine = (line, _, _) => walk.Before(script.Play[line]) };
        await Task.Run(() => player.Play(Stop), Stop);
    }

    internal static Script Evening(string name)
    {
        using var json = File.OpenRead(Path.Combine(Stage.Root(), "tests", "Browser.Tests", "Acts", name + ".json"));
        return Script.Read(json);
    }

    /// <summary>The evening that this host plays for whoever wants to watch.</summary>
    private async Task<string> Showing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rehearsals");
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await stage.Http.SendAsync(request, Stop);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return "/rehearsals/" + told.RootElement.GetProperty("rehearsals")[0].GetProperty("slug").GetString();
    }
}
