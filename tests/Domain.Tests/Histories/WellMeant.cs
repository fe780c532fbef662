using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Floor;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What somebody who wants the evening to succeed would do next: without them histories never come far.</summary>
internal sealed class WellMeant
{
    private readonly World world;
    private readonly Fate fate;
    private readonly Neighbours anybody;
    private readonly Voting voting;

    public WellMeant(World world, Fate fate, Neighbours anybody)
    {
        (this.world, this.fate, this.anybody) = (world, fate, anybody);
        voting = new Voting(fate, this);
    }

    public (Act Act, Actor Actor) Next(int n)
    {
        var council = world.Quarter.Councils[n];
        var room = council.Room!;
        if (room.Asked is { } asked && Missing(room, asked.Electorate, asked.Replies.Keys) is { } silent && !fate.OneIn(4))
            return (new AnswerRoom(n, fate.Of(Reply.Yes, Reply.Yes, Reply.Yes, Reply.Yes, Reply.Yes, Reply.No, Reply.Object)), By(room, silent));
        if (Mends(n, room) is { } mending && fate.OneIn(6)) return mending;
        // Who had more time asks for more again.
        if (room.Asked is null && council.Step is Step.Hearing or Step.Deciding or Step.Tasking && fate.OneIn(25))
            return Somebody(room, _ => new AskRoom(n, Ask.MoreTime, null, Subject: fate.Of(10, 30)));
        if (council.Step is > Step.Gathering and < Step.Dissolved && ByLot(council, room) is { } drawn) return drawn;
        return council.Step switch
        {
            Step.Announced => Announced(council, room),
            Step.Gathering => Gathering(council, room),
            Step.Hearing => Hearing(council, room),
            Step.Deciding => Deciding(council, room),
            Step.Tasking or Step.Reckoning => fate.OneIn(3) ? Onward(council, room) : Somebody(room, d => anybody.Afterwards(n, d)),
            _ => fate.OneIn(4) ? Onward(council, room) : Somebody(room, d => fate.OneIn(3) ? anybody.Slipping(n, d) : anybody.Afterwards(n, d)),
        };
    }

    /// <summary>A lost phone, a proposal stopped by two or marked by one, a hand that is up no longer.</summary>
    private (Act, Actor)? Mends(int n, Room room)
    {
        if (room.Bearers.FirstOrDefault(b => b.Value is null && room.Seats[b.Key].Here) is { Key: > 0 } bearer)
            return (new GiveBearerKey(n, Neighbours.Bytes(fate, 32)), By(room, bearer.Key));
        if (room.Reclaims.Count > 0) return Somebody(room, _ => new VouchFor(n, room.Reclaims.Keys.First()));
        if (room.Proposals.Values.FirstOrDefault(p => p.Aside == SetAside.Covenant) is { } stopped && room.Asked is null)
            return Somebody(room, _ => new AskRoom(n, Ask.CallBack, anybody.Words(), Subject: stopped.Number));
        if (room.Proposals.Values.FirstOrDefault(p => p.Stands && p.Marked.Count > 0) is { } marked)
            return Somebody(room, _ => new MarkLine(n, marked.Number, null));
        if (!room.Floor.SaidOthersFirst.IsEmpty) return Somebody(room, _ => new AskOthersFirst(n));
        return room.Floor.Hands.IsEmpty ? null : (new LowerHand(n), By(room, room.Floor.Hands[0].Seat));
    }

    private (Act, Actor) Announced(Council council, Room room) =>
        fate.OneIn(6) ? (anybody.OfTheQuarter(council.Number, room.Opener!), new Actor(room.Opener!))
        : fate.OneIn(4) || world.Now < council.StartsAt - TakeSeat.Early ? (new FindWorthHolding(council.Number), new Actor(fate.Of(Neighbours.Devices)))
        : Sits(council, council.Attendance == Attendance.Remote ? fate.Of(Neighbours.Devices) : room.Opener!, new Ticket());

    private (Act, Actor) Gathering(Council council, Room room)
    {
        var n = council.Number;
        if (room.PresentCount < 6 || fate.OneIn(6)) return Enters(council, room);
        if (room.Roles.Count > 0) return fate.OneIn(4) ? Onward(council, room) : Somebody(room, _ => anybody.Question(n));
        if (room.Draw is { } draw) return Draws(council, room, draw);
        if (room.Heads is null) return Counts(n, room);
        return room.Present.Where(s => !s.SaidWillingness).ToArray() is { Length: > 0 } unasked && !fate.OneIn(8)
            ? (anybody.Willing(n, DeviceOf(room, unasked[0])), By(room, unasked[0].Number))
            : Somebody(room, _ => fate.OneIn(5) ? anybody.Question(n) : new CloseRoll(n, fate.OneIn(12) ? Way.Beacon : fate.Of(Way.Dice, Way.Slips, Way.Hat, Way.Hat)));
    }

    private (Act, Actor) Draws(Council council, Room room, OpenDraw draw)
    {
        var n = council.Number;
        if (draw.Phase == DrawPhase.Committing) return Secretly(room, draw.Commitments.Keys, device => anybody.Seals(n, device));
        if (draw.Phase == DrawPhase.Revealing) return Secretly(room, draw.Nonces.Keys, device => anybody.Opens(n, device));
        if (draw.SaidAbandon.Count > 0 && !fate.OneIn(4) && Missing(room, room.Present.Select(s => s.Number), draw.SaidAbandon) is { } unsaid) return (new AbandonDraw(n), By(room, unsaid));
        if (draw.Typed is not null) return Somebody(room, _ => fate.OneIn(20) ? new AbandonDraw(n) : new ConfirmDraw(n, !fate.OneIn(8)));
        return Somebody(room, _ => council.Draws[^1].Chosen switch
        {
            _ when fate.OneIn(20) => new AbandonDraw(n),
            Way.Hat => new TypeDraw(n, Way.Hat, null, anybody.Hat(n)),
            Way.Slips => new TypeDraw(n, Way.Slips, "0412 7731 9086", Scene.NoHat),
            Way.Beacon => new AbandonDraw(n),
            _ => new TypeDraw(n, Way.Dice, $"1234561{1 + fate.Below(6)}", Scene.NoHat),
        });
    }

    /// <summary>Each of those on the roll whose device did not yet; some never do.</summary>
    private (Act, Actor) Secretly(Room room, IEnumerable<int> done, Func<string, Act> act)
    {
        var next = fate.Any(room.Roll.Where(r => !done.Contains(r.Key) && room.Seats[r.Value] is { Here: true, Device: not null }).Select(r => r.Value));
        return next == 0 || fate.OneIn(5) ? Somebody(room, act) : (act(room.Seats[next].Device!), By(room, next));
    }

    /// <summary>A lot apart from the evening's: opened rarely, then seen through.</summary>
    private (Act, Actor)? ByLot(Council council, Room room)
    {
        var n = council.Number;
        if (room.Draw is { } draw) return fate.OneIn(3) ? null : Draws(council, room, draw);
        if (council.Lot is not { } lot) return fate.OneIn(60) ? Somebody(room, _ => anybody.Lot(n)) : null;
        if (fate.OneIn(3)) return null;
        return Somebody(room, device => room.Present.Count(s => s.ForLots.ContainsKey(lot.Role)) > 3 || fate.OneIn(8)
            ? new CloseRoll(n, fate.Of(Way.Dice, Way.Slips, Way.Hat))
            : anybody.Willing(n, device));
    }

    private (Act, Actor) Hearing(Council council, Room room)
    {
        var n = council.Number;
        if (room.Proposals.Count < 2) return Somebody(room, _ => anybody.Propose(n));
        if (fate.OneIn(2)) return Somebody(room, _ => anybody.Talking(n));
        return room.Heads is null ? Counts(n, room) : Onward(council, room);
    }

    private (Act, Actor) Deciding(Council council, Room room)
    {
        var (n, d) = (council.Number, room.Deliberation);
        if (fate.OneIn(10)) return Enters(council, room);
        if (council.Spokesperson is { RecalledBy: null } && room.Asked is null && fate.OneIn(3))
            return Somebody(room, _ => new AskRoom(n, Ask.RecallSpokesperson, Subject: n));
        if (council.Decision is not null) return fate.OneIn(2) ? Onward(council, room) : Somebody(room, _ => Sends(n));
        if (d.Subject is { } subject && fate.OneIn(40)) return Somebody(room, _ => new MarkLine(n, subject, anybody.Words()));
        if (d.RoundOpen) return Consents(n, room, d);
        if (d.Count is { } count) return voting.Next(council, count);
        if (d.NotTonight || fate.OneIn(12)) return Onward(council, room);
        if (room.Asked is null && fate.OneIn(10) && ChangeMethod.IsLastResort(council))
            return Somebody(room, _ => new AskRoom(n, Ask.ChangeMethod, Subject: (int)Method.Majority));
        if (council.MethodNow != Method.Consent)
            return fate.OneIn(6) ? Somebody(room, d => anybody.Anything(n, d)) : Guide(room, new OpenCounting(n, voting.Parts(council)));
        return fate.Below(7) switch
        {
            0 => Guide(room, new ChooseWay(n)),
            1 => Somebody(room, _ => new EndConcern(n, d.Concerns.IsEmpty ? 1 : fate.Any(d.Concerns.Select(c => c.Number)), fate.Of(Enum.GetValues<End>()))),
            2 or 3 => Guide(room, new OpenRound(n)),
            _ => Guide(room, new PutProposal(n, fate.Any(room.Proposals.Keys))),
        };
    }

    private (Act, Actor) Consents(int n, Room room, Deliberation d)
    {
        if (room.MoreSeatsThanHeads) return Somebody(room, _ => new TellConsent(n, room.Heads!.Value - fate.Below(2)));
        var silent = Missing(room, Voters(room), d.Consenting.Concat(d.InThisRound.Select(c => c.Seat)));
        return silent is { } seat
            ? (new SayConsent(n, fate.OneIn(14) ? anybody.Words() : null), By(room, seat))
            : Guide(room, new CloseRound(n));
    }

    /// <summary>Who sat down late tries, too.</summary>
    internal IEnumerable<int> Voters(Room room) => (fate.OneIn(5) ? room.Present : room.Electorate).Select(s => s.Number);

    private AskRoom Sends(int n) => new(n, Ask.Spokesperson, anybody.Words(), anybody.Words());

    private (Act, Actor) Enters(Council council, Room room)
    {
        var n = council.Number;
        var open = council.Attendance != Attendance.Room && fate.OneIn(3);
        if (!open && !Door.IsOpen(room, world.Now)) return Somebody(room, _ => new OpenDoor(n));
        if (fate.OneIn(5)) return Somebody(room, _ => new SeatBeside(n, null));
        return Sits(council, fate.Of(Neighbours.Devices), open ? new Ticket() : new Ticket(Token: Door.Token(room, world.Now)));
    }

    private static (Act, Actor) Sits(Council council, string device, Ticket ticket) =>
        (new TakeSeat(council.Number, ticket, null, Neighbours.Slip(device, council.Number, "minutes")), new Actor(device));

    private (Act, Actor) Counts(int n, Room room) =>
        Somebody(room, _ => new TypeHeads(n, Math.Max(1, CountedIn(n, room) + (fate.OneIn(9) ? -1 : 0))));

    /// <summary>Where nobody can count, they say a number all the same.</summary>
    private int CountedIn(int n, Room room) =>
        world.Quarter.Councils[n].Attendance == Attendance.Remote ? 6 : room.Present.Count(s => !s.Remote);

    private (Act, Actor) Onward(Council council, Room room) => Guide(room, new MoveOn(council.Number, council.Step));

    internal (Act, Actor) Guide(Room room, Act act) =>
        room.Guide is { } guide && !fate.OneIn(6) ? (act, By(room, guide)) : Somebody(room, _ => act);

    internal (Act, Actor) Somebody(Room room, Func<string, Act> act)
    {
        var seat = fate.Any(room.Present);
        var actor = seat is null ? new Actor(fate.Of(Neighbours.Devices)) : By(room, seat.Number);
        return (act(actor.Device), actor);
    }

    internal static int? Missing(Room room, IEnumerable<int> of, IEnumerable<int> said) =>
        of.Except(said).Where(n => room.Seats[n].Here).Select(n => (int?)n).FirstOrDefault();

    internal static Actor By(Room room, int number)
    {
        var seat = room.Seats[number];
        return new Actor(DeviceOf(room, seat), seat.Paper);
    }

    private static string DeviceOf(Room room, Seat seat) => seat.Device ?? room.Seats[seat.BesideSeat!.Value].Device!;
}
