using Faubourg.Domain.Seasons;

namespace Faubourg.Web;

/// <summary>Busy weeks, and rest.</summary>
public static partial class Forms
{
    public static readonly Form OpenBurst = new(
        "seasons.open",
        "/quarters/{slug}/councils/{council}/proposals/bursts",
        Field.Lines("what", Limits.Proposal),
        Field.Number("days", new Limit(1, Burst.MostDays)),
        Field.Number("quiet", new Limit(Burst.LeastQuiet, Burst.MostQuiet)));

    public static readonly Form RestWeek = new("seasons.rest", "/quarters/{slug}/rests", Field.Date("monday"));
}
