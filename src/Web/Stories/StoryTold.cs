using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils.Minutes;
using NodaTime;

namespace Faubourg.Web.Stories;

/// <summary>What a council did, as neighbours tell it to each other: one thing decided, and what is there because of it.</summary>
/// <param name="Council">Which one.</param>
/// <param name="On">When it met.</param>
/// <param name="Decided">Its words: held, or there is no story.</param>
/// <param name="How">Key of the words that say whether anybody was asked, for permission or for anything else.</param>
/// <param name="Tasks">What was to be done.</param>
/// <param name="Done">Of these.</param>
/// <param name="Gained">What was gained by it, as claimed; null where nothing was, or its words may not be shown.</param>
/// <param name="Stands">What has become of the gain.</param>
public sealed record StoryTold(int Council, Instant On, string Decided, string How, int Tasks, int Done, string? Gained, GainState? Stands)
{
    /// <summary>The entry that shows a picture of it, and what was written beside it; null for none.</summary>
    public (long Entry, string? Said)? Picture { get; init; }

    /// <summary>Key of the words before the gain: what was only said is not told as if it were there.</summary>
    public string Gain => Stands switch
    {
        GainState.Shown or GainState.Confirmed => "stories.have",
        GainState.Over => "stories.had",
        _ => "stories.said",
    };

    /// <summary>Null where there is nothing to tell: no decision, words that were taken back, or a no of another council.</summary>
    public static StoryTold? Of(Quarter quarter, Council council, Instant now)
    {
        if (!council.IsOver || council.Decision is not { } decision || quarter.Said(decision.What)?.Value is not { } words) return null;
        if (quarter.Amendments.GetValueOrDefault(council.Number) is { RefusedAt: not null }) return null;
        var gain = council.TextsFrom > now ? null : council.Gain;
        return new StoryTold(
            council.Number,
            council.StartsAt,
            words.ReplaceLineEndings(" "),
            decision.Permission ? "stories.asked" : council.Requests.IsEmpty ? "stories.free" : "stories.wrote",
            council.Tasks.Count,
            council.Tasks.Values.Count(task => task.DoneAt is not null),
            quarter.Said(gain?.What)?.Value?.ReplaceLineEndings(" "),
            gain is null ? null : quarter.Gains[council.GainNumbers[0]].StateAt(quarter, now))
        {
            Picture = Shown(quarter, council),
        };
    }

    /// <summary>The newest picture that is held.</summary>
    private static (long, string?)? Shown(Quarter quarter, Council council)
    {
        foreach (var evidence in council.Evidence.Reverse())
            if (evidence.Picture is { } at && quarter.Said(at)?.Value is not null)
                return (at.Seq, quarter.Said(evidence.Words)?.Value);
        return null;
    }
}
