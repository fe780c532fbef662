using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>One device types what everybody saw: dice, three slips, or the names from the paper hat in the order they were drawn.</summary>
/// <param name="Numbers">Dice: 8 to 64 digits 1–6. Slips: three groups of four digits. Spaces do not matter. Hat: null.</param>
/// <param name="Hat">Hat: for each role the numbers of the roll as drawn.</param>
public sealed partial record TypeDraw(
    int Council, Way Way, string? Numbers, ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat) : SeatedAct(Council)
{
    public const int FewestDice = 8;

    /// <summary>Names drawn from one hat: more are never needed, and a leaf has an end.</summary>
    public const int MostFromAHat = 100;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { } open) return new NoRollIsClosed();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        if (Way == Way.Hat)
            return Fits(sitting.Council.Draws[open.Number - 1])
                ? new DrawTyped(Council, new TypedDraw(device, Way, null, Hat))
                : new NotThatHat();
        return Clean() is { } numbers
            ? new DrawTyped(Council, new TypedDraw(device, Way, numbers, ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty))
            : Way == Way.Dice ? new NotDice(FewestDice) : new NotSlips();
    }

    private string? Clean()
    {
        var digits = string.Concat((Numbers ?? "").Where(char.IsAsciiDigit));
        if (OtherThanDigits().IsMatch(Numbers ?? "")) return null;
        if (Way == Way.Dice) return Dice().IsMatch(digits) ? digits : null;
        return digits.Length == 12 ? $"{digits[..4]};{digits[4..8]};{digits[8..]}" : null;
    }

    /// <summary>Drawn from the right hat, each once, and somebody for every role that anybody would take.</summary>
    private bool Fits(Draw draw) => draw.Eligible.All(hat =>
    {
        var drawn = Hat.GetValueOrDefault(hat.Key, []);
        var needed = hat.Key is Role.Facilitator or Role.NoteKeeper && !hat.Value.IsEmpty;
        return drawn.All(n => hat.Value.Contains(n)) && drawn.Distinct().Count() == drawn.Length && drawn.Length <= MostFromAHat && (!needed || drawn.Length > 0);
    });

    [GeneratedRegex("^[1-6]{8,64}$")]
    private static partial Regex Dice();

    [GeneratedRegex(@"[^0-9\s;,.\-]")]
    private static partial Regex OtherThanDigits();
}

public sealed record DrawTyped(int Council, TypedDraw Typed) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Draw = r.Draw! with { Typed = Typed } });
}

/// <summary>A second device answers "is this what you saw?".</summary>
/// <param name="Seen">False: it is typed again.</param>
public sealed record ConfirmDraw(int Council, bool Seen) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { Typed: { } typed } open) return new NoRollIsClosed();
        if (seat.Device is null || seat.Device == typed.Device) return new NeedsOwnDevice();
        if (!Seen) return new DrawDoubted(Council);
        var draw = sitting.Council.Draws[open.Number - 1];
        var revealed = new DrawRevealed(
            Council, open.Number, typed.Way, typed.Numbers,
            typed.Way == Way.Hat ? null : Vl1.Seed(DrawRevealed.TranscriptOf(sitting.Quarter.Origin, Council, draw, typed.Way, typed.Numbers!)),
            typed.Hat.GetValueOrDefault(Role.Facilitator, []),
            typed.Hat.GetValueOrDefault(Role.Companion, []),
            typed.Hat.GetValueOrDefault(Role.NoteKeeper, []),
            typed.Hat.GetValueOrDefault(Role.Timekeeper, []),
            typed.Hat.GetValueOrDefault(Role.Spokesperson, []),
            typed.Hat.GetValueOrDefault(Role.KeyBearer, []));
        return new List<Event> { revealed }.Concat(Calling.First(sitting, draw, revealed)).ToList();
    }
}

/// <summary>"That is not what I saw": nothing counts until it is typed again.</summary>
public sealed record DrawDoubted(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Draw = r.Draw! with { Typed = null } });
}

/// <param name="Numbers">Dice or slips as hashed.</param>
/// <param name="Seed">SHA-256 of the transcript; absent for a hat.</param>
/// <param name="Facilitator">For a hat: numbers of the roll in the order drawn; so for each role.</param>
[Leaf("draw.revealed")]
public sealed record DrawRevealed(
    int Council,
    int Draw,
    Way Way,
    string? Numbers,
    string? Seed,
    ImmutableArray<int> Facilitator,
    ImmutableArray<int> Companion,
    ImmutableArray<int> NoteKeeper,
    ImmutableArray<int> Timekeeper,
    ImmutableArray<int> Spokesperson,
    ImmutableArray<int> KeyBearer) : PublicEvent
{
    /// <summary>The transcript of a draw with dice or slips. No device commitments are made yet: the line holds the hash of none.</summary>
    public static string TranscriptOf(string origin, int council, Draw draw, Way way, string numbers) => Vl1.Transcript(
        $"{origin}/{council}/{draw.Number}", draw.Roll, [], ImmutableSortedDictionary<int, string>.Empty,
        [$"{(way == Way.Dice ? "dice" : "slips")};{numbers}"]);

    /// <summary>For each role the order of call.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<int>> Orders(Draw draw) => Way == Way.Hat
        ? draw.Eligible.Keys.Zip([Facilitator, Companion, NoteKeeper, Timekeeper, Spokesperson, KeyBearer])
            .ToImmutableSortedDictionary(p => p.First, p => p.Second)
        : draw.Eligible.ToImmutableSortedDictionary(
            hat => hat.Key,
            hat => Vl1.Order(Seed!, Vl1.NameOf(hat.Key), hat.Value, hat.Key == Role.Facilitator ? draw.Doubled : [])
                .Select(c => c.Number).ToImmutableArray());

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c =>
    {
        var draw = c.Draws[Draw - 1];
        return c with
        {
            Draws = c.Draws.SetItem(Draw - 1, draw with
            {
                Way = Way,
                Numbers = Numbers,
                Seed = Seed,
                Transcript = Way == Way.Hat ? null : TranscriptOf(quarter.Origin, Council, draw, Way, Numbers!),
                Orders = Orders(draw),
            }),
            Room = c.Room is null ? null : c.Room with { Draw = null },
        };
    });
}

public sealed record NoRollIsClosed : Refusal;

public sealed record NotDice(int Fewest) : Refusal;

public sealed record NotSlips : Refusal;

public sealed record NotThatHat : Refusal;
