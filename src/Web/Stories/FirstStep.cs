using Faubourg.Domain.Quarters;

namespace Faubourg.Web.Stories;

/// <summary>The six steps with which a neighbourhood begins, each ticked by the record itself.</summary>
/// <param name="Key">Its words: <c>evening.{key}</c>, <c>evening.{key}.text</c>.</param>
/// <param name="Done">The record shows it. Null: it cannot be done here yet.</param>
/// <param name="Link">Where it is done, below the neighbourhood's address.</param>
internal sealed record FirstStep(string Key, bool? Done, string? Link)
{
    public static IReadOnlyList<FirstStep> Of(Quarter quarter, Glance glance)
    {
        var (met, drawn, gained) = glance.Evening;
        return
        [
            new("council", met, "/councils/new"),
            new("lot", drawn, "/paper"),
            new("gain", gained, "/stories"),
            // Drills and other neighbourhoods: nothing here does them, so nothing here may tick them.
            new("protocols", null, null),
            new("meet", null, null),
            new("rest", !quarter.Rests.IsEmpty || !quarter.Bursts.IsEmpty, "/seasons"),
        ];
    }
}
