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

    /// <summary>One way of counting, or several that are open together.</summary>
    public static readonly Form OpenCounting =
        new("deciding.count", "/quarters/{slug}/councils/{council}/counts", Field.List(Field.Choice<CountBy>("by"), Limits.Parts));

    /// <summary>
    /// A number for every option, as the method has it. A majority may be sent as <c>choice</c> instead: which option, from 1, or 0
    /// for a blank ballot.
    /// </summary>
    public static readonly Form CastBallot = new(
        "deciding.ballot",
        "/quarters/{slug}/councils/{council}/ballots",
        Field.List(Field.Number("values", Limits.Marks), Limits.Options) with { Optional = true },
        Field.Number("choice", Limits.Marks) with { Optional = true },
        Field.Hidden("asked", Limits.Asked) with { Optional = true });

    public static readonly Form CloseCounting = new("deciding.stop", "/quarters/{slug}/councils/{council}/counts/closing");

    /// <summary>For a count that cannot come to an end.</summary>
    public static readonly Form StopCounting = new("deciding.halt", "/quarters/{slug}/councils/{council}/counts/cancellation");

    public static readonly Form DoubtCount = new("deciding.doubt", "/quarters/{slug}/councils/{council}/counts/doubt");

    /// <summary>Resistance: who raised <c>one</c> hand and who <c>two</c>. Otherwise <c>voters</c>, and of them <c>one</c> for each option.</summary>
    public static readonly Form TellHands = new(
        "deciding.hand",
        "/quarters/{slug}/councils/{council}/hand-counts",
        Field.Number("voters", Limits.Hands) with { Optional = true },
        Field.List(Field.Number("one", Limits.Hands), Limits.Options),
        Field.List(Field.Number("two", Limits.Hands), Limits.Options) with { Optional = true });

    /// <summary>Ranked: <c>lines</c>. Otherwise how many <c>ballots</c>, and what they give to each option together.</summary>
    public static readonly Form TellPaper = new(
        "deciding.paper",
        "/quarters/{slug}/councils/{council}/paper-counts",
        Field.Number("ballots", Limits.Hands) with { Optional = true },
        Field.List(Field.Number("sums", Limits.PaperSum), Limits.Options) with { Optional = true },
        Field.Lines("lines", Limits.PaperBallots) with { Optional = true });

    /// <summary>0 is "leave things as they are".</summary>
    public static readonly Form TypeTie =
        new("deciding.tie", "/quarters/{slug}/councils/{council}/tie", Field.Number("option", new Limit(0, Domain.Decisions.Propose.Most)));
}
