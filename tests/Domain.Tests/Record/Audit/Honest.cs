using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Records of evenings as they really went, to be forged.</summary>
internal static class Honest
{
    /// <summary>A whole evening by consent, with an objection, an extension, a spokesperson, and what came afterwards.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Evening() => [.. Lived().Journal.Record];

    /// <summary>Phones, 21 ballots; two proposals and leaving things as they are.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Ballots()
    {
        var scene = Deciding(method: Method.Resistance, seats: 8, sits: 21);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        foreach (var seat in scene.Room.Electorate.ToArray())
            scene.Does(seat.Device!, new CastBallot(1, [9, 1 + seat.Number % 3, 4]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        scene.WaitsUntil(scene.Council.EndsAt);
        return [.. scene.Journal.Record];
    }

    /// <summary>Ranked: 21 on phones, and 4 on paper; then a second proposal is chosen by the table.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Ranked()
    {
        var scene = Deciding(method: Method.Ranked, seats: 8, sits: 25);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones, CountBy.Paper));
        foreach (var seat in scene.Room.Electorate.Take(21).ToArray())
            scene.Does(seat.Device!, new CastBallot(1, [3, 1 + seat.Number % 2, 2 - seat.Number % 2]));
        scene.Tells(new PaperTold(0, [], ["3: B>A", "1: B=0"]));
        scene.Minutes(2);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        scene.WaitsUntil(scene.Council.EndsAt);
        return [.. scene.Journal.Record];
    }

    /// <summary>The room chose approval; by hands and on phones two stand equal, and the seed decides.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Approved()
    {
        var scene = Deciding(seats: 8);
        scene.Does(Chloe, new AskRoom(1, Ask.ChangeMethod, Subject: (int)Method.Approval));
        scene.Answers(Reply.Yes, All[..8]);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones, CountBy.Hands));
        foreach (var who in All[..3]) scene.Does(who, new CastBallot(1, [0, 1, 1]));
        scene.Tells(new HandsTold([1, 2, 2], [], 4));
        scene.Minutes(2);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        scene.WaitsUntil(scene.Council.EndsAt);
        return [.. scene.Journal.Record];
    }

    /// <summary>Hands, two options with the same least resistance.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Tie()
    {
        var scene = Deciding(method: Method.Resistance);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        scene.Tells(new HandsTold([5, 2, 2], [0, 0, 0]));
        scene.WaitsUntil(scene.Council.EndsAt);
        return [.. scene.Journal.Record];
    }

    public static ImmutableArray<(PublicEvent, Instant)> OnPaper()
    {
        var scene = Founded();
        scene.Does(Amina, new TypeSheet(new PaperCouncil(
            T("Who waters the trees?"), T("the school yard"), Scene.Evening - Duration.FromDays(12), 45, 9, true, [T("each in turn"), T("a hose")], 2, 7,
            [T("buy the hose")], new GainDraft(GainKind.HeldInCommon, GainDomain.Space, null, null, T("six trees")), new RitualDraft(Ritual.Silence, null))));
        scene.Does(Benoit, new ConfirmSheet(scene.Quarter.Sheets.Keys.Single(), true));
        return [.. scene.Journal.Record];
    }

    /// <summary>Key-bearers are drawn, set, and move the record; before that the host took another key.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Keys()
    {
        var scene = Counted(7);
        var willing = AnyRole.Append(Role.KeyBearer).ToArray();
        foreach (var who in All[..7]) scene.IsWilling(who, willing);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        foreach (var seat in scene.Room.Bearers.Keys.ToArray()) scene.Does(scene.Room.Seats[seat].Device!, new GiveBearerKey(1, Key($"bearer {seat}")));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Does("host", new RotateKey(Key("second"), scene.Quarter.Size, Key("root"), Signature));
        scene.Does("host", new RecoverKey(Key("third"), scene.Quarter.Size, Key("root"), [1, 3, 5], [Signature, Signature, Signature]));
        scene.Does("host", new ChangePlace(T("https://elsewhere.example/"), null));
        return [.. scene.Journal.Record];
    }

    /// <summary>A council of weight decides; a second one that the first one's words go, and they go.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Weighty()
    {
        var first = Founded();
        first.Decides(1, Touches.Horizon);
        var second = new Scene(first) { Number = 2 };
        second.Decides(2, Touches.Words, first.Quarter.Councils[1].Question);
        second.Waits(Amendment.Delay);
        second.Does("host", new Withhold([first.Quarter.Councils[1].Place], "FR", Order.Court, new LocalDate(2026, 11, 1)));
        return [.. second.Journal.Record];
    }

    public static string Key(string of) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(of)));

    private static string Signature => Convert.ToBase64String(new byte[64]);

    private static Scene Lived()
    {
        var scene = Deciding(seats: 6);
        scene.Does(Amina, new PinCorner(T("The bench has lost a plank.")));
        scene.Puts(1);
        foreach (var who in All[..5]) scene.Does(who, new SayConsent(1, null));
        scene.Does(Farid, new SayConsent(1, T("On Saturday nobody is here.")));
        scene.Does(Farid, new EndConcern(1, 1, End.Integrated));
        scene.Does(scene.Facilitator, new OpenRound(1));
        scene.AllConsent();
        scene.Does(Chloe, new AskRoom(1, Ask.Spokesperson, T("We mend it."), T("the parks office")));
        scene.Answers(Reply.Yes, All[..6]);
        scene.Does(Chloe, new AskRoom(1, Ask.MoreTime, Subject: 10));
        scene.Answers(Reply.Yes, All[..6]);
        scene.MovesOn();
        foreach (var what in new[] { "Bring two planks", "Bring soup" }) scene.Does(Chloe, new AddTask(1, T(what), new LocalDate(2026, 11, 29), false));
        scene.Does(David, new TakeTask(1, 1, Text.Of("David", SlipOf(David, "name")), SlipOf(David, "task")));
        scene.MovesOn();
        scene.Does(Amina, new ClaimGain(1, new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, T("bench"), T("A bench to sit on"))));
        scene.MovesOn();
        scene.Does(Benoit, new ChooseRitual(1, Ritual.OneWord, T("plank, soup, home")));
        scene.MovesOn();
        scene.Does(Amina, new CorrectMinutes(1, SlipOf(Amina), T("It was the left bench.")));
        scene.Does(Amina, new BlackOut(1, scene.Council.Tasks[1].What, 0, 1, SlipOf(Amina)));
        scene.Does(David, new TakeNameBack(SlipOf(David, "name")));
        scene.Does(David, new FinishTask(SlipOf(David, "task")));
        return scene;
    }
}
