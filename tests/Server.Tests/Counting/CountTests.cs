using System.Diagnostics;
using System.Text.Json;
using Faubourg.Server.Tests.Storage;

namespace Faubourg.Server.Tests.Counting;

/// <summary><c>faubourg count</c> as somebody types it.</summary>
public sealed class CountTests : IDisposable
{
    /// <summary>The example of en.wikipedia.org/wiki/Schulze_method, with names that a table or a JSON string could trip over.</summary>
    private const string Soc = """
        # FILE NAME: 45.soc
        # DATA TYPE: soc
        # NUMBER ALTERNATIVES: 5
        # NUMBER VOTERS: 45
        # NUMBER UNIQUE ORDERS: 8
        # ALTERNATIVE NAME 1: Ada
        # ALTERNATIVE NAME 2: "Bo", the baker
        # ALTERNATIVE NAME 3: Chloé
        # ALTERNATIVE NAME 4: D: <none>
        # ALTERNATIVE NAME 5: 5
        5: 1,3,2,5,4
        5: 1,4,5,3,2
        8: 2,5,4,1,3
        3: 3,1,2,5,4
        7: 3,1,5,2,4
        2: 3,2,1,4,5
        7: 4,3,5,2,1
        8: 5,2,1,4,3
        """;

    private const string Cat = """
        # DATA TYPE: cat
        # NUMBER ALTERNATIVES: 3
        # NUMBER VOTERS: 6
        # NUMBER UNIQUE PREFERENCES: 4
        # NUMBER CATEGORIES: 2
        # CATEGORY NAME 1: Yes
        # CATEGORY NAME 2: No
        # ALTERNATIVE NAME 1: Bench
        # ALTERNATIVE NAME 2: Tree
        # ALTERNATIVE NAME 3: Nothing
        2: 1,{2,3}
        2: {1,2},3
        1: {},{1,2,3}
        1: 2,{1,3}
        """;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ranked", "45.soc", Soc, """[["5"],["Ada"],["Chloé"],["\"Bo\", the baker"],["D: <none>"]]""")]
    [InlineData("score", "45.soc", Soc, """[["5"],["Ada"],["\"Bo\", the baker"],["Chloé"],["D: <none>"]]""")]
    [InlineData("majority", "45.soc", Soc, """[["Chloé"],["Ada"],["\"Bo\", the baker","5"],["D: <none>"]]""")]
    [InlineData("resistance", "45.soc", Soc, """[["5"],["Ada"],["\"Bo\", the baker"],["Chloé"],["D: <none>"]]""")]
    [InlineData("approval", "park.cat", Cat, """[["Bench"],["Tree"],["Nothing"]]""")]
    [InlineData("majority", "park.cat", Cat, """[["Bench"],["Tree"],["Nothing"]]""")]
    public async Task As_JSON_it_is_method_winners_and_order_by_names(string method, string name, string file, string order)
    {
        var (code, said, trouble) = await Count(name, file, "--method", method, "--json");
        Assert.Equal((0, ""), (code, trouble));
        using var json = JsonDocument.Parse(said);
        Assert.Equal(["method", "winners", "order"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(method, json.RootElement.GetProperty("method").GetString());
        using var expected = JsonDocument.Parse(order);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, json.RootElement.GetProperty("order")), said);
        Assert.True(JsonElement.DeepEquals(expected.RootElement[0], json.RootElement.GetProperty("winners")), said);
    }

    [Fact]
    public async Task Without_it_is_a_table_to_redo_by_hand()
    {
        var (code, said, trouble) = await Count("45.soc", Soc, "--method", "ranked");
        Assert.Equal((0, ""), (code, trouble));
        Assert.Equal(
            """
            45.soc: 45 ballots, 5 alternatives.
            Who is beaten by nobody stands first: who has the stronger path of victories beats the other (Schulze, winning votes, then fewer losing votes).

            place
            1      5
            2      Ada
            3      Chloé
            4      "Bo", the baker
            5      D: <none>

            How many ballots put the one on the left before the one above:
                                 1   2   3   4   5
            1  5                 –  23  21  27  31
            2  Ada              22   –  26  20  30
            3  Chloé            24  19   –  29  17
            4  "Bo", the baker  18  25  16   –  33
            5  D: <none>        14  15  28  12   –

            """,
            said.ReplaceLineEndings());
        var (_, majority, _) = await Count("park.cat", Cat, "--method", "majority");
        Assert.Contains("Nobody has more than half of the ballots.", majority, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_told_in_one_sentence_with_its_line()
    {
        var (code, said, trouble) = await Count("park.cat", Cat.Replace("1: 2,{1,3}", "1: 2,{1,4}", StringComparison.Ordinal), "--method", "approval", "--json");
        Assert.Equal((1, "", "park.cat, line 14: alternative 4 is unknown; there are 1 to 3.\n"), (code, said, trouble.ReplaceLineEndings("\n")));
        (code, said, trouble) = await Count("45.soc", Soc.Replace("VOTERS: 45", "VOTERS: 44", StringComparison.Ordinal), "--method", "ranked", "--json");
        Assert.Equal((1, "", "45.soc, line 4: 44 voters are stated, and the ballots are those of 45.\n"), (code, said, trouble.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Wrong_usage_is_told_apart()
    {
        Assert.Equal(2, (await Count("45.soc", Soc, "--method", "approval")).Code);
        Assert.Equal(2, (await Count("45.soc", Soc, "--method", "lottery")).Code);
        Assert.Equal(2, (await Count("45.soc", Soc)).Code);
        Assert.Equal(2, (await Run("count", Path.Combine(folder.Path, "nowhere.soc"), "--method", "ranked")).Code);
    }

    private async Task<(int Code, string Said, string Trouble)> Count(string name, string text, params string[] arguments)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(path, text, Stop);
        return await Run(["count", path, .. arguments]);
    }

    private static async Task<(int Code, string Said, string Trouble)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "faubourg.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, trouble) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await said, await trouble);
    }
}
