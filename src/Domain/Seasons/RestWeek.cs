using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Seasons;

/// <summary>
/// "No council this week." Anybody may say so of a week that has none; with three devices it is published. It binds nobody: a
/// council may still be announced in it, and then everybody sees that the week is no rest any more.
/// </summary>
/// <param name="Monday">The day it begins, in UTC: this week's or one of the next eight.</param>
public sealed record RestWeek(LocalDate Monday) : Act
{
    public const int Needed = 3;

    public const int WeeksAhead = 8;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!Week.MayRest(Monday, facts.Now)) return new NoSuchWeek(WeeksAhead);
        if (quarter.Rests.ContainsKey(Monday)) return new RestsAlready();
        if (Week.Breaks(quarter, Monday) is not null) return new CouncilsThatWeek();
        var said = new RestSaid(Monday, Hash.Of($"{actor.Device}|{Week.Text(Monday)}"));
        var others = quarter.RestsSaid.GetValueOrDefault(Monday, Room.Strings);
        if (others.Contains(said.Who)) return new AlreadySaid();
        return others.Count + 1 < Needed ? said : new Event[] { new WeekRested(Monday), RestsEnded.Of(Monday, others) };
    }
}

/// <param name="Who">A hash that says nothing outside this week.</param>
public sealed record RestSaid(LocalDate Monday, string Who) : RoomEvent(0)
{
    public override string? Mark => MarkOf(Monday, Who);

    internal static string MarkOf(LocalDate monday, string who) => $"rest-{Week.Text(monday)}-{who}";

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        RestsSaid = quarter.RestsSaid.SetItem(Monday, quarter.RestsSaid.GetValueOrDefault(Monday, Room.Strings).Add(Who)),
    };
}

/// <summary>It was published, or its week is over: who said so is deleted.</summary>
public sealed record RestsEnded(LocalDate Monday, ImmutableArray<string> Marks) : RoomEvent(0)
{
    public override ImmutableArray<string> Ends => Marks;

    internal static RestsEnded Of(LocalDate monday, IEnumerable<string> said) => new(monday, [.. said.Select(who => RestSaid.MarkOf(monday, who))]);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { RestsSaid = quarter.RestsSaid.Remove(Monday) };
}

/// <param name="Monday">The week's first day, in UTC.</param>
[Leaf("week.rested")]
public sealed record WeekRested(LocalDate Monday) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { Rests = quarter.Rests.SetItem(Monday, stamp.At) };
}

public sealed record NoSuchWeek(int WeeksAhead) : Refusal;

public sealed record RestsAlready : Refusal;

public sealed record CouncilsThatWeek : Refusal;
