using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Care;

/// <summary>How a council closes with care.</summary>
public enum Ritual { Meal, Song, Silence, OneWord, Thanks, Own }

/// <param name="Words">The words said, the song, or the room's own ritual.</param>
public sealed record RitualDraft(Ritual Ritual, Text? Words);

/// <summary>The room says how it closes.</summary>
public sealed record ChooseRitual(int Council, Ritual Ritual, Text? Words) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.IsAt(Step.Closing) ? new RitualChosen(Council, new RitualDraft(Ritual, Words)) : new NotAtThisStep(sitting.Step);
}

public sealed record RitualChosen(int Council, RitualDraft Ritual) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with { Ritual = Ritual });
}

/// <summary>How are you? One tap on one of five faces, once, for nobody to trace.</summary>
/// <param name="Face">1 (low) to 5 (bright).</param>
public sealed record CheckIn(int Council, int Face) : SeatedAct(Council)
{
    public const int Faces = 5;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Closing)) return new NotAtThisStep(sitting.Step);
        if (Face is < 1 or > Faces) return new NoSuchFace();
        if (sitting.Room.CheckedIn.Contains(seat.Number)) return new AlreadySaid();
        return new Event[] { new FaceShown(Council, Face), new CheckedIn(Council, seat.Number) };
    }
}

/// <summary>The face, without who.</summary>
public sealed record FaceShown(int Council, int Face) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Faces = r.Faces.SetItem(Face - 1, r.Faces[Face - 1] + 1),
    });
}

/// <summary>Who, without the face.</summary>
public sealed record CheckedIn(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { CheckedIn = r.CheckedIn.Add(Seat) });
}

/// <param name="Ritual">How the council closed; absent when it had no time to.</param>
/// <param name="Mood">1 to 5, the mean of ten faces or more; absent under ten.</param>
[Leaf("care.held")]
public sealed record CareHeld(int Council, Ritual? Ritual, int? Mood, Text? Words) : PublicEvent
{
    /// <summary>Under this many answers a mean would say too much of each.</summary>
    public const int ForMood = 10;

    internal static IEnumerable<CareHeld> Of(Council council)
    {
        var room = council.Room!;
        var answers = room.Faces.Sum();
        int? mood = answers < ForMood ? null : (int)Math.Round(room.Faces.Select((n, i) => n * (i + 1.0)).Sum() / answers);
        if (room.Ritual is not null || mood is not null)
            yield return new CareHeld(council.Number, room.Ritual?.Ritual, mood, room.Ritual?.Words);
    }

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Care = new Closure(Ritual, Mood, Words is null ? null : new TextAt(stamp.Seq, "words")),
    });
}

public sealed record Closure(Ritual? Ritual, int? Mood, TextAt? Words);

public sealed record NoSuchFace : Refusal;
