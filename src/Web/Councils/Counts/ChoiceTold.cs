using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>One choice of a count.</summary>
/// <param name="Option">The number of the proposal; 0 is "leave things as they are".</param>
/// <param name="What">Null for "leave things as they are".</param>
/// <param name="Highest">Resistance, where two least totals were equal: the highest value that anybody gave.</param>
/// <param name="AtHighest">Likewise: how many gave it.</param>
public sealed record ChoiceTold(int Option, Shown? What, int? Highest = null, int? AtHighest = null)
{
    /// <summary>"A"; "0" for "leave things as they are", as on a ballot of paper.</summary>
    public string Letter => Option == 0 ? "0" : MinutesTeller.Letter(Option);
}
