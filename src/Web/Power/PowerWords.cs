using Faubourg.Domain.Power;

namespace Faubourg.Web.Power;

/// <summary>Sentences that whoever guides an evening may read aloud, from what the record tells.</summary>
internal static class PowerWords
{
    /// <summary>From this share on it goes well.</summary>
    private const int Well = 60;

    public static IEnumerable<string> Of(Words words, Shares shares)
    {
        foreach (var fact in Enum.GetValues<PowerFact>())
            if (shares.All.GetValueOrDefault(fact, Share.None).Percent is { } percent && words.Has(Key(fact, percent)))
                yield return words[Key(fact, percent), ("tenths", (percent + 5) / 10)];
        yield return words["power.say.always"];
    }

    /// <summary>What could be better, as a sentence; nothing where all goes well, or too little is known.</summary>
    public static IEnumerable<string> Low(Words words, Shares shares) =>
        from fact in new[] { PowerFact.Heard, PowerFact.FirstTurns, PowerFact.OthersProposals }
        let percent = shares.All.GetValueOrDefault(fact, Share.None).Percent
        where percent < Well
        select words[Key(fact, percent.Value), ("tenths", (percent.Value + 5) / 10)];

    private static string Key(PowerFact fact, int percent) => $"power.say.{Field.Kebab(fact)}.{(percent >= Well ? "well" : "low")}";
}
