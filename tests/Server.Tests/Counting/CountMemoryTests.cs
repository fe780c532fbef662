using System.Text;
using Faubourg.Bench;
using Faubourg.Server.Tests.Storage;

namespace Faubourg.Server.Tests.Counting;

/// <summary>Files of any size and make are refused in a sentence, within the memory that docs/decisions/0017 states, measured on the process.</summary>
public sealed class CountMemoryTests : IDisposable
{
    private const int Megabytes = 100, Limit = 256;

    /// <summary>Of a program that starts, reads a little and ends; what a hundred megabytes may add to it is a buffer.</summary>
    private const int WhateverIsRead = 128;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hundred_megabytes_without_an_end_of_line_are_refused()
    {
        Refused("line.toi", Enumerable.Repeat("1234567890"u8.ToArray(), Megabytes * 100_000), "line.toi, line 1: this line is longer than 1048576 bytes.");
        Refused("head.toi", ["# NUMBER ALTERNATIVES: 2\n# TITLE: "u8.ToArray(), .. Enumerable.Repeat(new byte[1000], Megabytes * 1000)], "head.toi, line 2: this line is longer than 1048576 bytes.");
    }

    [Fact]
    public void A_hundred_megabytes_of_rubbish_are_refused()
    {
        var random = new Random(1);
        var rubbish = new byte[1_000_000];
        random.NextBytes(rubbish);
        rubbish[0] = (byte)'#';
        Refused("rubbish.cat", Enumerable.Repeat(rubbish, Megabytes), "rubbish.cat, line 1: this is not UTF-8 text.");
    }

    [Fact]
    public void A_hundred_megabytes_of_head_are_refused()
    {
        var line = Encoding.ASCII.GetBytes($"# NOTHING: {new string('x', 988)}\n");
        Refused("head.soc", Enumerable.Repeat(line, Megabytes * 1000), $"head.soc, line {Megabytes * 1000}: the file ends before its first ballot.");
    }

    [Fact]
    public void The_longest_names_that_there_may_be_are_kept_within_the_limit()
    {
        var head = Enumerable.Range(1, 2_500).Select(c => $"# ALTERNATIVE NAME {c}: {c:0000}{new string('é', 996)}\n");
        Refused("names.toi", ["# NUMBER ALTERNATIVES: 2500\n"u8.ToArray(), .. head.Select(Encoding.UTF8.GetBytes), "1: 2501\n"u8.ToArray()],
            "names.toi, line 2502: alternative 2501 is unknown; there are 1 to 2500.", Limit);
    }

    [Fact]
    public void A_fault_after_a_million_ballots_is_found_on_its_line()
    {
        var ballots = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1: 2,1,3\n", 1000)));
        Refused("many.soc",
            [
                "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n# ALTERNATIVE NAME 3: c\n"u8.ToArray(),
                .. Enumerable.Repeat(ballots, 1000),
                "1: 1,2,2\n"u8.ToArray(),
            ],
            "many.soc, line 1000005: alternative 2 stands twice in one ballot.");
    }

    private void Refused(string name, IEnumerable<byte[]> parts, string sentence, int limit = WhateverIsRead)
    {
        var path = Path.Combine(folder.Path, name);
        using (var file = File.Create(path))
            foreach (var part in parts) file.Write(part);
        var here = AppContext.BaseDirectory;
        var cost = Measured.Start(
            Path.Combine(here, "Faubourg.Server.Tests.dll"), Path.Combine(here, "faubourg.dll"), "count", path, "--method", "ranked", "--json");
        Assert.Equal((1, sentence), (cost.Code, cost.Trouble.Trim()));
        Assert.InRange(cost.Megabytes, 10, limit);
    }
}
