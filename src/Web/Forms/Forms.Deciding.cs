using Faubourg.Domain.Decisions;

namespace Faubourg.Web;

/// <summary>One decision: rounds of consent, or a count of what bothers us least.</summary>
public static partial class Forms
{
    /// <summary>With a proposal, it is put before the room; without, the next round opens on the one that is.</summary>
    public static readonly Form OpenRound = new(
        "deciding.put",
        "/quarters/{slug}/councils/{council}/ballot-rounds",
        Field.Number("proposal", Limits.Id) with { Optional = true });

    public static readonly Form CloseRound = new("deciding.close", "/quarters/{slug}/councils/{council}/ballot-rounds/closing");

    /// <summary>Without an objection it is consent.</summary>
    public static readonly Form SayConsent = new(
        "deciding.consent",
        "/quarters/{slug}/councils/{council}/consent",
        Field.Lines("objection", Limits.Reason) with { Optional = true });

    public static readonly Form TellConsent =
        new("deciding.tell", "/quarters/{slug}/councils/{council}/tellings", Field.Number("hands", Limits.Hands));

    public static readonly Form EndConcern =
        new("deciding.concern", "/quarters/{slug}/councils/{council}/concerns/{concern}", Field.Choice<End>("end"));

    public static readonly Form ChooseWay = new("deciding.way", "/quarters/{slug}/councils/{council}/ways");

    public static readonly Form OpenCounting =
        new("deciding.count", "/quarters/{slug}/councils/{council}/counts", Field.Choice<CountBy>("by"));

    public static readonly Form CastBallot = new(
        "deciding.ballot",
        "/quarters/{slug}/councils/{council}/ballots",
        Field.List(Field.Number("values", new Limit(0, Domain.Decisions.Scale.HighestResistance)), Limits.Options));

    public static readonly Form CloseCounting = new("deciding.stop", "/quarters/{slug}/councils/{council}/counts/closing");

    public static readonly Form DoubtCount = new("deciding.doubt", "/quarters/{slug}/councils/{council}/counts/doubt");

    public static readonly Form TellHands = new(
        "deciding.hand",
        "/quarters/{slug}/councils/{council}/hand-counts",
        Field.List(Field.Number("one", Limits.Hands), Limits.Options),
        Field.List(Field.Number("two", Limits.Hands), Limits.Options));

    /// <summary>0 is "leave things as they are".</summary>
    public static readonly Form TypeTie =
        new("deciding.tie", "/quarters/{slug}/councils/{council}/tie", Field.Number("option", new Limit(0, Domain.Decisions.Propose.Most)));
}
