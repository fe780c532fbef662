using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Draws;

/// <summary>One device types what everybody saw: dice, three slips, or the names from the paper hat in the order they were drawn.</summary>
/// <param name="Way">The one chosen when the roll was closed.</param>
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
        var draw = sitting.Council.Draws[open.Number - 1];
        if (open.Ends is not null) return new NumbersComeLater();
        // Of a roll closed before a way was chosen there any of the old three will do.
        if (Way != (draw.Chosen ?? Way) || Way == Way.Beacon) return new AnotherWayWasChosen();
        if (open.Typed is { } typed && typed.Device != device) return new TypedAlready();
        if (Way == Way.Hat)
            return Fits(draw)
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
        var needed = (hat.Key is Role.Facilitator or Role.NoteKeeper || draw.Lot is not null) && !hat.Value.IsEmpty;
        return drawn.All(n => hat.Value.Contains(n)) && drawn.Distinct().Count() == drawn.Length && drawn.Length <= MostFromAHat && (!needed || drawn.Length > 0);
    });

    [GeneratedRegex("^[1-6]{8,64}$")]
    private static partial Regex Dice();

    [GeneratedRegex(@"[^0-9\s;,.\-]")]
    private static partial Regex OtherThanDigits();
}

public sealed record DrawTyped(int Council, TypedDraw Typed) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Draw = r.Draw! with
        {
            Typed = Typed,
            LastNumbers = Typed.Numbers,
            // Whoever typed, and types again otherwise, had it wrong before: that counts like a doubt.
            Doubts = r.Draw.Doubts + (r.Draw.Typed is { } before && (before.Numbers != Typed.Numbers || Typed.Way == Way.Hat) ? 1 : 0),
        },
    });
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
        return DrawRevealed.Of(sitting, sitting.Council.Draws[open.Number - 1], typed, null).ToList();
    }
}

/// <summary>"That is not what I saw": nothing counts until it is typed again.</summary>
public sealed record DrawDoubted(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Draw = r.Draw! with { Typed = null, Doubts = r.Draw.Doubts + 1 } });
}

public sealed record NoRollIsClosed : Refusal;

public sealed record NotDice(int Fewest) : Refusal;

public sealed record NotSlips : Refusal;

public sealed record NotThatHat : Refusal;

/// <summary>Devices still commit or reveal.</summary>
public sealed record NumbersComeLater : Refusal;

public sealed record AnotherWayWasChosen : Refusal;

/// <summary>Somebody else typed them: they are right, or doubted.</summary>
public sealed record TypedAlready : Refusal;
