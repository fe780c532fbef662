using System.Text.Json;
using Faubourg.Domain.Draws;
using Faubourg.Web;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>What a reader's browser works out, beside what the rules had: the same seed, the same orders, for every draw.</summary>
public sealed class RedoTests(Stage stage)
{
    private const int Draws = 10_000, AtOnce = 500;

    private const string Redo =
        """
        async draws => {
          const { redo } = await import('MODULE');
          return JSON.stringify(JSON.parse(draws).map(draw => { const { differs, seed, orders } = redo(draw); return { differs, seed, orders }; }));
        }
        """;

    [Fact]
    public async Task Ten_thousand_draws_of_random_evenings_come_out_the_same()
    {
        await using var reader = await Scripted.Come(stage);
        var seen = new Seen();
        foreach (var some in Enumerable.Range(1, Draws).Chunk(AtOnce))
        {
            var proofs = some.AsParallel().AsOrdered().Select(Lottery.Of).Select(proof => (Proof: proof, Json: Lottery.Json(proof))).ToArray();
            var redone = await Of(reader, $"[{string.Join(',', proofs.Select(one => one.Json))}]");
            foreach (var ((proof, _), found) in proofs.Zip(redone.EnumerateArray()))
            {
                Assert.Equal("[]", found.GetProperty("differs").GetRawText());
                Assert.Equal(proof.Draw.Seed, found.GetProperty("seed").GetString());
                foreach (var role in proof.Roles)
                    Assert.Equal($"[{string.Join(',', proof.Draw.Orders[role])}]", found.GetProperty("orders").GetProperty(Vl1.NameOf(role)).GetRawText());
                seen.Add(proof.Draw);
            }
        }

        seen.Everything();
    }

    /// <summary>Research, §1.5: the vector has eight names, four phones of which one is missing, dice, and a round of the beacon.</summary>
    [Fact]
    public async Task The_published_vector_comes_out_byte_for_byte()
    {
        await using var reader = await Scripted.Come(stage);
        var redone = (await Of(reader, $"[{Vector.Json}]"))[0];
        Assert.Equal("[]", redone.GetProperty("differs").GetRawText());
        Assert.Equal("775c54468d7e8647d4af1284646f5fb92899d2be6238e6ff4dcf05c0ee34a66c", redone.GetProperty("seed").GetString());
        Assert.Equal("[4,5,1,8,7,2,3,6]", redone.GetProperty("orders").GetProperty("facilitator").GetRawText());
        Assert.Equal("[1,5,7,2,8,3,4,6]", redone.GetProperty("orders").GetProperty("spokesperson").GetRawText());
    }

    [Theory]
    [InlineData("3;Chloé T.", "3;Chloe T.", "roll")]
    [InlineData("7;Gaëlle P.", "6;Gaëlle P.", "roll.7 roll")]
    [InlineData("\"2;139c6e26", "\"2;139c6e27", "reveal.2 transcript.6")]
    [InlineData("\"missing\":[3]", "\"missing\":[]", "missing.3 transcript.8")]
    [InlineData("dice;3514", "dice;3524", "transcript.9")]
    [InlineData("\"numbers\":\"3514", "\"numbers\":\"3524", "transcript.9")]
    [InlineData("\"signature\":\"b75c", "\"signature\":\"b75d", "beacon")]
    [InlineData("775c5446", "775c5447", "seed")]
    [InlineData("59b03a07", "59b03a08", "ticket.facilitator.4.1")]
    [InlineData("[4,5,1,8,7,2,3,6]", "[5,4,1,8,7,2,3,6]", "order.facilitator")]
    [InlineData("\"facilitator\":[1,2,3", "\"facilitator\":[2,3", "hat.facilitator")]
    [InlineData("\"number\":4}]", "\"number\":9}]", "call.facilitator.9")]
    public async Task A_published_draw_with_another_byte_differs_there_and_nowhere_before(string was, string becomes, string where)
    {
        await using var reader = await Scripted.Come(stage);
        Assert.Contains(was, Vector.Json, StringComparison.Ordinal);
        var at = Vector.Json.IndexOf(was, StringComparison.Ordinal);
        var redone = (await Of(reader, $"[{Vector.Json[..at]}{becomes}{Vector.Json[(at + was.Length)..]}]"))[0];
        Assert.StartsWith(where, string.Join(' ', redone.GetProperty("differs").EnumerateArray().Select(one => one.GetProperty("where").GetString())), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Of(Visitor reader, string draws) =>
        JsonDocument.Parse(await reader.Page.EvaluateAsync<string>(Redo.Replace("MODULE", Modules.Url("draw"), StringComparison.Ordinal), draws)).RootElement;

    /// <summary>That the evenings had in them what can happen.</summary>
    private sealed class Seen
    {
        private int alone, missing, all, doubled, doubted, slips;

        public void Add(Draw draw)
        {
            if (draw.Commitments!.Value.IsEmpty) alone++;
            else if (draw.Reveals!.Count < draw.Commitments.Value.Length) missing++;
            else all++;
            if (!draw.Doubled.IsEmpty) doubled++;
            if (draw.Doubts > 0) doubted++;
            if (draw.Way == Way.Slips) slips++;
        }

        public void Everything() => Assert.All([alone, missing, all, doubled, doubted, slips], n => Assert.True(n > 20, $"{n} draws only"));
    }
}
