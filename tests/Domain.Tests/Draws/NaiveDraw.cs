using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>
/// VL1 once more, the plain way: the leaves are read from the first to the last, the transcript is put together letter by letter, and a
/// ticket is a large number. It shares no line with the rules but the shapes of the leaves.
/// </summary>
internal static class NaiveDraw
{
    /// <summary>In what the draw differs from its leaves; null when it does not.</summary>
    public static string? Differs(IEnumerable<PublicEvent> leaves, Quarter quarter, DrawRevealed revealed)
    {
        var mine = leaves.Where(leaf => Of(leaf) == (revealed.Council, revealed.Draw)).ToArray();
        var draw = quarter.Councils[revealed.Council].Draws[revealed.Draw - 1];
        if (revealed.Way == Way.Hat) return null;
        var text = Transcript(mine, $"{quarter.Origin}/{revealed.Council}/{revealed.Draw}", revealed);
        if (text != draw.Transcript) return $"the transcript is {text}";
        var seed = Hex(text);
        if (seed != revealed.Seed || seed != draw.Seed) return $"the seed is {seed}";
        foreach (var hat in mine.OfType<HatFilled>())
        {
            var order = Order(seed, hat.Role, hat.Numbers, hat.Doubled);
            if (!order.SequenceEqual(draw.Orders[hat.Role])) return $"the order for {hat.Role} is {string.Join(' ', order)}";
        }
        return null;
    }

    private static (int, int) Of(PublicEvent leaf) => leaf switch
    {
        SheetPage { Sheet: Sheet.Roll or Sheet.Commitments or Sheet.Reveals } p => (p.Council, p.Number),
        HatFilled h => (h.Council, h.Draw),
        BeaconAnnounced b => (b.Council, b.Draw),
        _ => (0, 0),
    };

    private static string Transcript(PublicEvent[] leaves, string name, DrawRevealed revealed)
    {
        var text = $"vl1\ndraw;{name}\nroll;{Hex(Lines(leaves, Sheet.Roll))}\ncommits;{Hex(Lines(leaves, Sheet.Commitments))}\n{Lines(leaves, Sheet.Reveals)}";
        return revealed.Way switch
        {
            Way.Dice => $"{text}dice;{revealed.Numbers}\n",
            Way.Slips => $"{text}slips;{revealed.Numbers}\n",
            _ => $"{text}drand;52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971;{leaves.OfType<BeaconAnnounced>().Single().Round}"
                + $";{Convert.ToHexString(SHA256.HashData(Convert.FromHexString(revealed.Signature!))).ToLowerInvariant()}\n",
        };
    }

    private static string Lines(PublicEvent[] leaves, Sheet sheet) =>
        string.Concat(leaves.OfType<SheetPage>().Where(p => p.Sheet == sheet).SelectMany(p => p.Lines).Select(line => line + "\n"));

    private static int[] Order(string seed, Role role, IEnumerable<int> hat, IEnumerable<int> doubled)
    {
        var name = role switch { Role.NoteKeeper => "note-keeper", Role.KeyBearer => "key-bearer", _ => role.ToString().ToLowerInvariant() };
        BigInteger Ticket(int who, int which) => BigInteger.Parse("0" + Hex($"{seed}|{name}|{who}|{which}"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return [.. hat.OrderBy(who => doubled.Contains(who) ? BigInteger.Min(Ticket(who, 1), Ticket(who, 2)) : Ticket(who, 1))];
    }

    private static string Hex(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
