using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Seasons;

/// <summary>Busy weeks, and the quiet that follows them by rule. Another burst waits until this quiet is over.</summary>
/// <param name="Days">Of the busy weeks, 1 to 28.</param>
/// <param name="Quiet">Days of quiet after them, 7 to 28.</param>
public sealed record OpenBurst(int Days, int Quiet) : Deed
{
    public override Touches Touches => Touches.Season;

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now)
    {
        if (Days is < 1 or > Burst.MostDays || Quiet is < Burst.LeastQuiet or > Burst.MostQuiet)
            return new WrongBurst(Burst.MostDays, Burst.LeastQuiet, Burst.MostQuiet);
        return Season.Latest(quarter) is { } season && now < season.Until ? new SeasonIsOn(season.Until) : null;
    }

    internal override PublicEvent Written(Council council) => new BurstOpened(council.Number, Days, Quiet);
}

/// <summary>Without effect while another season was on or ahead: two councils may have decided at once.</summary>
/// <param name="Days">Of the busy weeks, from 72 hours after the minutes.</param>
/// <param name="Quiet">Days of quiet after them.</param>
[Leaf("burst.opened")]
public sealed record BurstOpened(int Council, int Days, int Quiet) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Season;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => Season.Latest(quarter) is { } season && stamp.At < season.Until
        ? quarter
        : quarter with { Bursts = quarter.Bursts.Add(new Burst(Council, Days, Quiet)) };
}

public sealed record WrongBurst(int Most, int LeastQuiet, int MostQuiet) : Refusal;

/// <param name="Until">The end of its quiet.</param>
public sealed record SeasonIsOn(Instant Until) : Refusal;

/// <summary>In the quiet only care, reflection, mending and what is urgent are announced.</summary>
/// <param name="Until">The end of the quiet.</param>
public sealed record InTheQuiet(Instant Until) : Refusal;
