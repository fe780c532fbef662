using System.Diagnostics;
using System.Text.RegularExpressions;
using NodaTime;

namespace Faubourg.Server.Tests.Rooms;

public sealed partial class TranscriptTests
{
    [Theory]
    [InlineData("dice", "35142662")]
    [InlineData("slips", "0412 7731 9086")]
    public async Task Every_line_of_the_transcript_page_prints_in_a_shell_what_stands_beside_it(string way, string numbers)
    {
        await using var doorway = await Doorway.Open();
        var phones = await Hat.Closed(doorway, way);
        await phones[0].Say("draw", new { way, numbers });
        await phones[1].Say("confirmation", new { seen = true });
        var lines = Lines().Matches(await phones[2].Page("draws/1"));

        Assert.True(lines.Count > 10, $"{lines.Count} lines");
        foreach (Match line in lines) Assert.Equal(line.Groups[2].Value, (await Sh(line.Groups[1].Value)).Split(' ')[0]);
        var proof = await phones[2].Json("draws/1");
        Assert.Contains(lines, line => line.Groups[2].Value == proof.GetProperty("seed").GetString());
        Assert.Contains(lines, line => line.Groups[2].Value == proof.GetProperty("roll_sha256").GetString());
    }

    [Fact]
    public async Task While_the_council_lives_its_draw_is_the_rooms_own_and_afterwards_anybodys()
    {
        await using var doorway = await Doorway.Open();
        await Hat.Closed(doorway);
        var stranger = new Doorway.Phone(doorway);
        Assert.StartsWith("→", await stranger.Page("draws/1"));
        doorway.Clock.Pass(Duration.FromHours(2));
        await doorway.Opener.Refusal("name");
        await doorway.Convene();
        Assert.Contains("How the draw was made", await stranger.Page("/quarters/lilas/councils/1/draws/1"));
    }

    private static async Task<string> Sh(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await shell.StandardInput.WriteAsync(line + "\n");
        shell.StandardInput.Close();
        return await shell.StandardOutput.ReadToEndAsync();
    }

    [GeneratedRegex("""<pre class="shell" tabindex="0"><code>(.*?)</code></pre>\s*<p class="prints"><code>([0-9a-f]{64})</code></p>""", RegexOptions.Singleline)]
    private static partial Regex Lines();
}
