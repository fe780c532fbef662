using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>Two dozen neighbours who do anything, wise or not, in any council, at any step.</summary>
internal sealed class Neighbours(World world, Fate fate)
{
    public static readonly string[] Devices = [.. Enumerable.Range(1, 26).Select(n => $"phone-{n:00}")];

    private static readonly Touches[] Deeds = [.. Enum.GetValues<Touches>().Where(t => t.HasDeed())];

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    private Quarter Quarter => world.Quarter;

    private Instant Now => world.Now;

    /// <summary>An act of any kind, with arguments that may make sense.</summary>
    public Act Anything(int n, string device) => fate.Below(12) switch
    {
        0 => OfTheQuarter(n, device),
        1 or 2 => Coming(n, device),
        3 or 4 => Drawing(n, device),
        5 or 6 => Guiding(n),
        7 => Talking(n),
        8 or 9 => Deciding(n),
        10 => Afterwards(n, device),
        _ => Slipping(n, device),
    };

    public Act OfTheQuarter(int n, string device) => fate.Below(20) switch
    {
        16 => new RestWeek(Week.Of(Now).PlusDays(fate.Of(0, 7, 7, 14, 70, 3))),
        17 => new LogOffer(fate.Of(Enum.GetValues<OfferKind>()), Day(), Words(), Words(), MaybeWords()),
        18 or 19 => Money(device),
        0 => new Found("o/q/other", "k", "UTC", ["fr"], false, Words(), Words(), null, []),
        1 => new PinCorner(Words()),
        2 => new ConfirmSheet(fate.Any(Quarter.Sheets.Keys), !fate.OneIn(6)),
        3 or 4 => new TypeSheet(Paper()),
        5 => new Change(n, Announcement()),
        6 => new MovePlace(n, Words()),
        7 => new CallOff(n),
        8 or 9 => new FindWorthHolding(n),
        10 or 11 or 12 => new Hands(world, fate, this).Anything(device),
        _ => Convene(),
    };

    /// <summary>What only the host's command line may ask for.</summary>
    public Act Hosting() => fate.Below(8) switch
    {
        0 => new RotateKey(Bytes(fate, 32), Quarter.Size - fate.Below(2), Bytes(fate, 32), Bytes(fate, 64)),
        1 or 2 => Recover(),
        3 or 4 or 5 => new ChangePlace(Words(), fate.OneIn(3) ? null : fate.Any(Quarter.Amendments.Values.Where(a => a.Touches == Touches.Place || fate.OneIn(5)))?.Number),
        _ => new Withhold([.. Enumerable.Range(0, 1 + fate.Below(3)).Select(_ => Published())], fate.Of("FR", "FR", "fr"), fate.Of(Enum.GetValues<Order>()), Day() ?? Now.InUtc().Date),
    };

    private RecoverKey Recover()
    {
        var bearers = Enumerable.Range(1, 5).Where(_ => !fate.OneIn(4)).ToImmutableArray();
        return new RecoverKey(Bytes(fate, 32), Quarter.Size, Bytes(fate, 32), bearers, [.. bearers.Select(_ => Bytes(fate, 64))]);
    }

    /// <summary>Any text of the record, gone or not.</summary>
    private TextAt Published() => fate.OneIn(9) ? new TextAt(fate.Below(40), "what") : fate.Any(Quarter.Texts.Keys)!;

    /// <summary>base64 of so many bytes, rarely of one too few.</summary>
    public static string Bytes(Fate fate, int many) =>
        Convert.ToBase64String([.. Enumerable.Range(0, fate.OneIn(20) ? many - 1 : many).Select(_ => (byte)fate.Below(256))]);

    public Act Convene() => fate.Below(5) switch
    {
        0 => new Convene(Announcement(), Corner: 1 + fate.Below(3)),
        1 or 2 => new Convene(Announcement(), FromWall: FromWall()),
        _ => new Convene(Announcement()),
    };

    public Act Coming(int n, string device) => fate.Below(16) switch
    {
        0 => new OpenDoor(n),
        1 => new PairWall(n, $"wall-{fate.Below(7)}"),
        2 => new SayName(n, MaybeWords()),
        3 or 4 => new LeaveSeat(n),
        5 or 6 => new SeatBeside(n, MaybeWords()),
        7 => new CallRescan(n),
        8 => new ReclaimSeat(n, fate.Any(Seats(n))?.Mark ?? "blue-heron", Ticket(n), Slip(device, n, "minutes")),
        9 => new VouchFor(n, fate.Any(Quarter.Councils.GetValueOrDefault(n)?.Room?.Reclaims.Keys ?? [])),
        10 => new TypeHeads(n, 1 + fate.Below(14)),
        _ => new TakeSeat(n, Ticket(n), MaybeWords(), Slip(device, n, "minutes")),
    };

    public Act Drawing(int n, string device) => fate.Below(17) switch
    {
        0 or 1 => new CloseRoll(n, fate.Of(Enum.GetValues<Way>())),
        7 => Seals(n, device),
        8 => Opens(n, device),
        9 => new AbandonDraw(n),
        10 => Brings(n),
        11 => Lot(n),
        2 => new TypeDraw(n, Way.Dice, fate.Of("12345612", "1 2 3 4 5 6 1 2 3", "123", "1234567890", "six"), Scene.NoHat),
        3 => new TypeDraw(n, Way.Slips, fate.Of("0412 7731 9086", "04127731", "12;13"), Scene.NoHat),
        4 => new TypeDraw(n, Way.Hat, null, fate.OneIn(3) ? Scene.NoHat : Hat(n)),
        5 => fate.OneIn(2) ? new ConfirmDraw(n, !fate.OneIn(4)) : new GiveBearerKey(n, Bytes(fate, 32)),
        6 => new StepBack(n, fate.Of(Roles)),
        _ => Willing(n, device),
    };

    /// <summary>A device seals what it will open later, another one's nonce, or rubbish.</summary>
    public CommitNonce Seals(int n, string device) => new(n, fate.OneIn(9) ? "rubbish" : Phases.CommitmentOf(DrawOf(n), NumberOf(n, device), Nonce(n, device)));

    public RevealNonce Opens(int n, string device) => new(n, fate.OneIn(9) ? Hash.Of("another") : Nonce(n, device));

    private string DrawOf(int n) => Vl1.NameOf(Quarter.Origin, n, Quarter.Councils.GetValueOrDefault(n)?.Draws.Length ?? 0);

    private int NumberOf(int n, string device) =>
        Quarter.Councils.GetValueOrDefault(n)?.Room is { } room && room.Devices.TryGetValue(device, out var seat) ? room.NumberOf(room.Seats[seat]) ?? 1 : 1;

    private string Nonce(int n, string device) => Hash.Of($"{device} in {DrawOf(n)}");

    private BringBeacon Brings(int n) => new(
        n, Quarter.Councils.GetValueOrDefault(n)?.Draws.LastOrDefault()?.Round ?? 123,
        "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92");

    public OpenLot Lot(int n) => new(
        n, new Lot(fate.Of(Role.Juror, Role.Keeper, Role.KeyBearer, Role.Delegate, fate.Of(Roles)), fate.Below(6), fate.OneIn(2), !fate.OneIn(3), fate.OneIn(2)));

    public Act Willing(int n, string device) => new SayWilling(
        n,
        [.. Roles.Where(_ => fate.OneIn(2))],
        fate.OneIn(3),
        Roles.ToImmutableSortedDictionary(r => r, r => Slip(device, n, r.ToString())),
        [.. from r in Roles from c in Quarter.Councils.Keys select Slip(device, c, r.ToString())],
        fate.OneIn(2));

    public Act Guiding(int n) => fate.Below(16) switch
    {
        0 => new SayNotYet(n),
        1 => new AskForHelp(n),
        2 => new KeepGuiding(n),
        3 => new ThankFacilitator(n),
        4 => new CallQuiet(n),
        5 => new MustLeave(n),
        6 or 7 or 8 or 9 => Question(n),
        10 or 11 => new AnswerRoom(n, fate.Of(Reply.Yes, Reply.Yes, Reply.No, Reply.Object)),
        _ => new MoveOn(n, Quarter.Councils.GetValueOrDefault(n)?.Step ?? Step.Announced),
    };

    public Act Question(int n)
    {
        var kind = fate.OneIn(4) ? Ask.WaiveExclusion : fate.Of(Enum.GetValues<Ask>());
        var subject = kind switch
        {
            Ask.MoreTime => fate.Of(0, 10, 30, 31),
            Ask.WaiveExclusion => fate.Below(12),
            Ask.ChangeMethod => fate.Below(7),
            Ask.RecallSpokesperson => fate.Any(Quarter.Councils.Values.Where(c => c.Spokesperson is not null).Select(c => c.Number)),
            _ => 1 + fate.Below(4),
        };
        return new AskRoom(n, kind, MaybeWords(), MaybeWords(), subject);
    }

    public Act Talking(int n) => fate.Below(16) switch
    {
        0 => new TapTurn(n, fate.OneIn(2)),
        1 => new LowerHand(n),
        2 or 3 => new EndTurn(n),
        4 => new Agree(n),
        5 => new AskOthersFirst(n),
        6 or 7 or 8 => new RaiseHand(n, fate.Of(Enum.GetValues<Signal>())),
        9 => new AmendProposal(n, Proposal(n), Words(), Day(), MaybeWords(), fate.OneIn(2)),
        10 => new WithdrawProposal(n, Proposal(n)),
        11 => new MergeProposal(n, Proposal(n), Proposal(n)),
        12 => new MarkLine(n, Proposal(n), MaybeWords()),
        13 => new SayOutside(n, Proposal(n), Words()),
        _ => Propose(n),
    };

    public Act Propose(int n)
    {
        var touches = !fate.OneIn(3) && IsWeighty(n) ? fate.Of(Deeds) : fate.OneIn(2) ? Touches.Nothing : fate.Of(Enum.GetValues<Touches>());
        int? amendment = touches == Touches.Amendment && Quarter.Amendments.Count > 0 ? fate.Any(Quarter.Amendments.Keys) : null;
        var target = touches == Touches.Words ? Published() : null;
        return new Propose(n, Words(), Day(), MaybeWords(), fate.OneIn(2), touches, amendment, target, fate.OneIn(9) ? null : DeedOf(touches));
    }

    private bool IsWeighty(int n) =>
        Quarter.Councils.GetValueOrDefault(n) is { Attendance: not Attendance.Remote } c && c.StartsAt - c.NoticeFrom >= Weight.Notice;

    /// <summary>What a decision would do beside its words: mostly something that is there to be changed.</summary>
    private Deed? DeedOf(Touches touches) => touches switch
    {
        Touches.Season => new OpenBurst(fate.Of(1, 7, 21, 28, 29), fate.Of(7, 7, 14)),
        Touches.Offer => new AnswerOffer(fate.Any(Quarter.Offers.Keys), fate.Of(Enum.GetValues<OfferAnswer>())),
        Touches.Jar => JarDeed(),
        Touches.Renewal => new RenewProject(Quarter.Projects.IsEmpty ? 1 : fate.Any(Quarter.Projects.Keys)),
        Touches.Project => new EndProject(Quarter.Projects.IsEmpty ? 1 : fate.Any(Quarter.Projects.Keys), fate.Of(Enum.GetValues<ProjectEnd>())),
        Touches.Gain or Touches.Charge => new Gardeners(world, fate, this).DeedOf(touches),
        _ => null,
    };

    private Deed JarDeed()
    {
        var jar = fate.Any(Quarter.Jars.Keys);
        Text? account = fate.OneIn(2) ? Words() : null;
        return (jar == 0 ? 0 : fate.Below(6)) switch
        {
            1 => new ChangeAccount(jar, account, account),
            2 => new ReplaceKeepers(jar),
            3 => new SendLeftovers(jar, fate.OneIn(2) ? null : fate.Any(Quarter.Jars.Keys)),
            _ => new OpenJar(fate.Of(Currency.Eur, Currency.Xof), fate.Below(2000), fate.OneIn(2), account, account),
        };
    }

    /// <summary>By whoever has a keeper's slip; whether the jar is open or not.</summary>
    private Act Money(string device)
    {
        var slip = fate.Any(Quarter.Slips.Values.Where(s => s.Purpose == Purpose.Keeper))?.Hash ?? Slip(device, 1, "keeper");
        var jar = fate.Any(Quarter.Jars.Keys);
        return fate.Below(5) switch
        {
            0 => new StopSpending(jar, slip, 1 + fate.Below(4)),
            1 or 2 => new ConfirmMove(jar, slip, fate.Any(Quarter.Moves.Keys) ?? "", !fate.OneIn(6)),
            _ => new MoveMoney(jar, slip, new Telling(Hash.Of($"{fate.Below(40)}")[..32], fate.Of(Move.Given, Move.Given, Move.Spent, Move.GivenBack), fate.Below(900), null, null, false, MaybeWords(), MaybeWords(), "")),
        };
    }

    public Act Deciding(int n) => fate.Below(20) switch
    {
        0 or 1 => new PutProposal(n, Proposal(n)),
        2 => new OpenRound(n),
        3 or 4 => new SayConsent(n, fate.OneIn(3) ? Words() : null),
        5 => new TellConsent(n, fate.Below(12)),
        6 => new CloseRound(n),
        7 => new EndConcern(n, 1 + fate.Below(4), fate.Of(Enum.GetValues<End>())),
        8 => new ChooseWay(n),
        9 or 10 => new OpenCounting(n, Parts()),
        11 or 12 => new CastBallot(n, Values(n, fate.Of(2, 2, 11))),
        13 => new CloseCounting(n),
        14 => fate.OneIn(3) ? new StopCounting(n) : new DoubtCount(n),
        15 or 16 => new TellHands(n, fate.OneIn(2) ? new HandsTold(Values(n, 3), Values(n, 3)) : new HandsTold(Values(n, 3), [], fate.Below(9))),
        17 or 18 => new TellPaper(n, fate.OneIn(2) ? new PaperTold(fate.Below(9), Values(n, 9), []) : new PaperTold(0, [], [fate.Of("3: A", "A>B", "2: 0=B", "1:", "?")])),
        _ => new TypeTie(n, fate.Below(4)),
    };

    public ImmutableArray<CountBy> Parts() => [.. Enum.GetValues<CountBy>().Where(_ => fate.OneIn(2))];

    public Act Afterwards(int n, string device) => fate.OneIn(5) ? new Gardeners(world, fate, this).InTheRoom(n, device) : fate.Below(10) switch
    {
        0 or 1 => new AddTask(n, Words(), Day(), fate.OneIn(2)),
        2 or 3 or 4 => new TakeTask(n, 1 + fate.Below(3), fate.OneIn(2) ? Text.Of("Farid", Slip(device, n, "name")) : null, Slip(device, n, "task")),
        5 => new GiveBackTask(n, 1 + fate.Below(3)),
        6 => new ClaimGain(n, new GainDraft(GainKind.NeedMet, GainDomain.Food, fate.OneIn(2) ? 3 : null, MaybeWords(), Words())),
        7 => new ChooseRitual(n, fate.Of(Enum.GetValues<Ritual>()), MaybeWords()),
        _ => new CheckIn(n, fate.Below(7)),
    };

    public Act Slipping(int n, string device)
    {
        var council = Quarter.Councils.GetValueOrDefault(n);
        var slip = Slip(device, n, "minutes");
        if (fate.OneIn(3)) return new Hands(world, fate, this).Anything(device);
        if (fate.OneIn(4)) return new Gardeners(world, fate, this).Slipping();
        return fate.Below(6) switch
        {
            0 => new FinishTask(fate.Any(Quarter.Slips.Values.Where(s => s.Purpose == Purpose.Task))?.Hash ?? Slip(device, n, "task")),
            1 => new TakeNameBack(fate.Any(Quarter.Texts.Values.Select(t => t.Slip).OfType<string>()) ?? Slip(device, n, "name")),
            2 => new CorrectMinutes(n, slip, Words()),
            3 => new CorrectMinutes(n, fate.Any(Quarter.Slips.Keys) ?? "none", Words()),
            _ => new BlackOut(n, fate.Any(council is null ? [] : MinutesTexts.Of(council)) ?? new TextAt(0, "name"), fate.Below(4), fate.Below(4), fate.OneIn(2) ? slip : null),
        };
    }

    public static string Slip(string device, int council, string purpose) => Hash.Of($"{device}|{council}|{purpose}");

    public Text Words() => Text.Of(fate.Of("We mend the bench", "a locked door", "soup for all of us", "not on Sunday"));

    public Ticket Ticket(int n) => Quarter.Councils.GetValueOrDefault(n)?.Room is not { } room ? new Ticket() : fate.Below(6) switch
    {
        0 => new Ticket(),
        1 => new Ticket(Code: Door.Code(room)),
        2 => new Ticket(Token: "AAAAAAAAAAAAAAAAAAAAAA"),
        3 => new Ticket(Code: "ABCDEF"),
        _ => new Ticket(Token: Door.Token(room, Now)),
    };

    public ImmutableArray<int> Values(int n, int below)
    {
        var options = Quarter.Councils.GetValueOrDefault(n)?.Room?.Deliberation.Count?.Options.Length ?? 2;
        return [.. Enumerable.Range(0, fate.OneIn(12) ? options + 1 : options).Select(_ => fate.Below(below))];
    }

    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat(int n) =>
        Quarter.Councils.GetValueOrDefault(n)?.Draws.LastOrDefault()?.Eligible ?? Scene.NoHat;

    private Announcement Announcement()
    {
        var ahead = fate.Below(8) switch
        {
            0 => Duration.FromDays(-1),
            1 => Duration.FromDays(100),
            2 or 3 => Duration.FromHours(73),
            4 => Duration.FromHours(25),
            _ => Duration.FromMinutes(fate.Below(90)),
        };
        return new Announcement(Words(), Words(), MaybeWords(), Now + ahead, fate.Of(15, 20, 60, 60, 180, 180, 5),
            fate.Of(Attendance.Room, Attendance.Room, Attendance.Both, Attendance.Remote), fate.Of(Enum.GetValues<Method>()), true, false, fate.OneIn(2))
        {
            Kind = fate.OneIn(2) ? CouncilKind.Usual : fate.Of(Enum.GetValues<CouncilKind>()),
        };
    }

    private PaperCouncil Paper() => new(
        Words(), Words(), Now - Duration.FromHours(fate.Of(0, 4, 30, 400)), fate.Of(60, 60, 60, 5), fate.Of(2, 7, 7, 12), fate.OneIn(2),
        [Words(), Words()], fate.Of(0, 1, 2, 3), fate.Of(3, 6, 7, 20), [Words()],
        fate.OneIn(2) ? new GainDraft(GainKind.SkillLearnt, GainDomain.Care, null, null, Words()) : null,
        fate.OneIn(2) ? new RitualDraft(Ritual.Song, Words()) : null);

    private WallItem FromWall()
    {
        var left = Quarter.Councils.Values.Where(c => c.IsOver).SelectMany(c => c.OnTheWall.Select(p => new WallItem(c.Number, p.Number)));
        return fate.Any(left) ?? new WallItem(1, 1);
    }

    private IEnumerable<Seat> Seats(int n) => Quarter.Councils.GetValueOrDefault(n)?.Room?.Seats.Values ?? [];

    private int Proposal(int n) => 1 + fate.Below(Math.Max(1, Quarter.Councils.GetValueOrDefault(n)?.Room?.Proposals.Count ?? 1));

    private LocalDate? Day() => fate.OneIn(3) ? null : fate.OneIn(9) ? new LocalDate(9999, 12, 31) : Now.InUtc().Date.PlusDays(fate.Below(40));

    private Text? MaybeWords() => fate.OneIn(3) ? null : Words();
}
