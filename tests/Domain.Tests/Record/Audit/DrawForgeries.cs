using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using Faubourg.Domain.Record.Audit;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>What could be done to a draw between the closed list and who is called.</summary>
internal static class DrawForgeries
{
    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["the numbers come in another way than was chosen"] = (Rule.RollClosedFirst, () => Three().With<DrawRevealed>(e => e with { Way = Way.Hat, Numbers = null, Seed = null })),
        ["it is not said any more how numbers are made"] = (Rule.RollClosedFirst, () => Three().With<RollClosed>(e => e with { Way = null }, e => e.Draw == 2)),
        ["a draw that was given up is done all the same"] = (Rule.RollClosedFirst, () => Three().Without<RollClosed>(e => e.Draw == 2).Without<SheetPage>(e => e.Number == 2).Without<HatFilled>(e => e.Draw == 2)
            .Without<HatFilled>(e => e.Draw == 2).Without<HatFilled>(e => e.Draw == 2).Without<HatFilled>(e => e.Draw == 2).Without<HatFilled>(e => e.Draw == 2).Without<HatFilled>(e => e.Draw == 2)
            .Without<SheetPage>(e => e.Number == 2).With<CommitmentsClosed>(e => e with { Lines = 0 }, e => e.Draw == 2)),
        ["a draw is given up in silence"] = (Rule.RollClosedFirst, () => Three().Without<DrawAbandoned>()),
        ["another nonce than was committed to"] = (Rule.RevealsKept, () => Reveals(lines => lines.SetItem(0, $"{lines[0][..^64]}{Hash.Of("another")}"))),
        ["whoever withheld is left out of the list"] = (Rule.RevealsKept, () => Reveals(lines => lines[..^1], missing: 0)),
        ["whoever withheld stands in front"] = (Rule.RevealsKept, () => Reveals(lines => [lines[^1], .. lines[..^1]])),
        ["fewer are missing than are"] = (Rule.RevealsKept, () => Three().With<RevealsClosed>(e => e with { Missing = 0 }, e => e.Draw == 2)),
        ["another list of reveals"] = (Rule.SheetsWhole, () => Three().With<RevealsClosed>(e => e with { Digest = Hash.Of("mine") })),
        ["another list of commitments"] = (Rule.SheetsWhole, () => Three().With<CommitmentsClosed>(e => e with { Digest = Hash.Of("mine") })),
        ["a commitment of nobody"] = (Rule.RevealsKept, () => Commitments(lines => lines.Add($"99;{Hash.Of("mine")}"))),
        ["commitments in another order"] = (Rule.RevealsKept, () => Commitments(lines => [lines[1], lines[0], .. lines[2..]])),
        ["a word where a commitment stands"] = (Rule.RevealsKept, () => Commitments(lines => lines.SetItem(0, "1;thief"))),
        ["commitments are closed twice"] = (Rule.RevealsKept, () => Three().Before<DrawRevealed>(e => new CommitmentsClosed(1, 2, Hash.Of(""), 0))),
        ["commitments are not closed"] = (Rule.RevealsKept, () => Three().Without<CommitmentsClosed>(e => e.Draw == 3)),
        ["reveals of nothing"] = (Rule.RevealsKept, () => Three().Before<DrawRevealed>(_ => new RevealsClosed(1, 3, Hash.Of(""), 0, 0), e => e.Draw == 3)),
        ["a round chosen later"] = (Rule.BeaconAnnounced, () => Awaited().With<BeaconAnnounced>(e => e with { Round = e.Round + 100 })),
        ["a round that was out"] = (Rule.BeaconAnnounced, () => Awaited().With<BeaconAnnounced>(e => e with { Round = e.Round - 100 })),
        ["no round at all"] = (Rule.BeaconAnnounced, () => Awaited().Without<BeaconAnnounced>()),
        ["a round for dice"] = (Rule.BeaconAnnounced, () => Three().Before<CommitmentsClosed>(_ => new BeaconAnnounced(1, 3, 34189612), e => e.Draw == 3)),
        ["another signature of the round"] = (Rule.DrawRecomputes, () => Awaited().With<DrawRevealed>(e => e with { Signature = new string('a', Beacon.SignatureDigits) })),
        ["another randomness"] = (Rule.DrawRecomputes, () => Awaited().With<DrawRevealed>(e => e with { Numbers = Hash.Of("mine") })),
        ["a signature for dice"] = (Rule.DrawRecomputes, () => Three().With<DrawRevealed>(e => e with { Signature = new string('a', Beacon.SignatureDigits) })),
        ["doubts kept quiet"] = (Rule.DrawRecomputes, () => Three().With<DrawRevealed>(e => e with { Doubts = null })),
        ["given up before devices were done"] = (Rule.AbandonedInSight, () => Three().With<DrawAbandoned>(e => e with { Phase = DrawPhase.Committing, Numbers = null, Doubts = 0 })),
        ["given up while devices showed"] = (Rule.AbandonedInSight, () => Three().With<DrawAbandoned>(e => e with { Phase = DrawPhase.Revealing, Numbers = null, Doubts = 0 })),
        ["given up with numbers that are kept quiet"] = (Rule.AbandonedInSight, () => Three().With<DrawAbandoned>(e => e with { Numbers = null })),
        ["given up with doubts about nothing"] = (Rule.AbandonedInSight, () => Three().With<DrawAbandoned>(e => e with { Phase = DrawPhase.Numbers, Numbers = null })),
        ["given up with a word for a number"] = (Rule.AbandonedInSight, () => Three().With<DrawAbandoned>(e => e with { Numbers = "thief" })),
        ["a lot for nobody"] = (Rule.LotAsOpened, () => Three().With<LotOpened>(e => e with { Places = 0 })),
        ["a lot for a facilitator"] = (Rule.LotAsOpened, () => Three().With<LotOpened>(e => e with { Role = Role.Facilitator })),
        ["more jurors than there are places"] = (Rule.LotAsOpened, () => Three().With<LotOpened>(e => e with { Places = 2 })),
        ["the hat of another lot"] = (Rule.LotAsOpened, () => Three().With<HatFilled>(e => e with { Role = Role.Keeper }, e => e.Role == Role.Juror)),
        ["a juror in nobody's place"] = (Rule.LotAsOpened, () => Three().With<RoleCalled>(e => e with { Instead = null }, e => e.Instead is not null)),
        ["a juror steps back twice"] = (Rule.LotAsOpened, () => Three().Before<RoleCalled>(e => e with { Number = null }, e => e.Instead is not null)),
        ["jurors in another order"] = (Rule.CalledInOrder, Swapped),
        ["somebody steps back for a note-keeper"] = (Rule.LotAsOpened, () => Three().With<RoleCalled>(e => e with { Instead = 1 }, e => e.Role == Role.NoteKeeper)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The sheet of the second draw's reveals says something else, and the leaf that closes it agrees with it.</summary>
    private static Forged Reveals(Func<ImmutableArray<string>, ImmutableArray<string>> change, int missing = 1)
    {
        ImmutableArray<string> lines = [];
        return Three()
            .With<SheetPage>(e => e with { Lines = lines = change(e.Lines) }, e => e is { Sheet: Sheet.Reveals, Number: 2 })
            .With<RevealsClosed>(e => e with { Digest = Hash.Of(Vl1.Roll(lines)), Lines = lines.Length, Missing = missing }, e => e.Draw == 2);
    }

    private static Forged Commitments(Func<ImmutableArray<string>, ImmutableArray<string>> change)
    {
        ImmutableArray<string> lines = [];
        return Three()
            .With<SheetPage>(e => e with { Lines = lines = change(e.Lines) }, e => e is { Sheet: Sheet.Commitments, Number: 2 })
            .With<CommitmentsClosed>(e => e with { Digest = Hash.Of(Vl1.Roll(lines)), Lines = lines.Length }, e => e.Draw == 2);
    }

    private static Forged Swapped()
    {
        int? first = null;
        var record = Three().With<RoleCalled>(e => e with { Number = (first = e.Number) }, e => e.Role == Role.Juror).Without<RoleCalled>(e => e.Role == Role.Juror);
        return record.Before<RoleCalled>(e => e with { Number = first, Why = Why.Drawn, Instead = null }, e => e.Instead is not null);
    }

    private static readonly Lazy<ImmutableArray<(PublicEvent, NodaTime.Instant)>> HonestThree = new(HonestDraws.Three), HonestBeacon = new(HonestDraws.ByTheBeacon);

    private static Forged Three() => new(HonestThree.Value);

    private static Forged Awaited() => new(HonestBeacon.Value);
}
