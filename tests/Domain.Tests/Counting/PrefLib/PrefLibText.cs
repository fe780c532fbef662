using System.Text;
using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Domain.Tests.Counting.PrefLib;

/// <summary>Writes electorates as PrefLib files.</summary>
internal static class PrefLibText
{
    public static string Of(Profile profile, FileKind kind, int categories = 0)
    {
        var text = new StringBuilder($"# DATA TYPE: {kind.Ending()}\n# NUMBER ALTERNATIVES: {profile.Candidates}\n");
        text.Append($"# NUMBER VOTERS: {profile.Ballots.Sum(b => b.Times)}\n# NUMBER UNIQUE ORDERS: {profile.Ballots.Length}\n");
        if (kind == FileKind.Cat) text.Append($"# NUMBER CATEGORIES: {categories}\n");
        for (var c = 1; c <= profile.Candidates; c++) text.Append($"# ALTERNATIVE NAME {c}: {c}\n");
        foreach (var b in profile.Ballots) text.Append($"{b.Times}: {Order(b.Ranks, categories)}\n");
        return text.ToString();
    }

    public static string Old(Profile profile)
    {
        var (text, voters) = (new StringBuilder($"{profile.Candidates}\n"), profile.Ballots.Sum(b => b.Times));
        for (var c = 1; c <= profile.Candidates; c++) text.Append($"{c},Candidate {c}\n");
        text.Append($"{voters},{voters},{profile.Ballots.Length}\n");
        foreach (var b in profile.Ballots) text.Append($"{b.Times},{Order(b.Ranks, 0)}\n");
        return text.ToString();
    }

    private static string Order(int[] ranks, int categories) =>
        string.Join(',', Enumerable.Range(1, Math.Max(ranks.Max(), categories)).Select(place => Group([.. ranks.Index().Where(r => r.Item == place).Select(r => r.Index + 1)])));

    private static string Group(int[] together) => together is [var alone] ? $"{alone}" : $"{{{string.Join(',', together)}}}";
}
