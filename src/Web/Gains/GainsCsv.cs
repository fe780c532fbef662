using System.Globalization;
using System.Text;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils.Counts;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Gains;

/// <summary>The log for spreadsheets (RFC 4180), one row a gain; cells that would be run as formulas are defused.</summary>
internal static class GainsCsv
{
    public static byte[] Of(Quarter quarter, Instant now)
    {
        var (log, text) = (new GainLog(quarter, now), new StringBuilder());
        Row(text, ["gain", "council", "claimed", "kind", "domain", "amount", "unit", "what", "state", "shown", "how", "confirmed_by", .. Persistence.Ages.Select(age => $"after_{age}_days")]);
        foreach (var gain in log.All)
            Row(text,
            [
                Say(gain.Number), Say(gain.Council), Iso(gain.ClaimedAt), Field.Kebab(gain.Claimed.Kind), Field.Kebab(gain.Claimed.Domain),
                gain.Claimed.Amount is { } amount ? Say(amount) : "", log.Said(gain.Claimed.Unit)?.Value ?? "", log.Said(gain.Claimed.What)?.Value ?? "",
                Field.Kebab(log.StateOf(gain)), gain.Shown.IsEmpty ? "" : Iso(gain.Shown[0].At), gain.Shown.IsEmpty ? "" : log.Said(gain.Shown[0].How)?.Value ?? "",
                gain.ConfirmedBy(quarter) is { } by ? Say(by) : "",
                .. Persistence.Ages.Select(age => Persistence.At(gain, age, quarter, now) is { } found ? Field.Kebab(found) : ""),
            ]);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(Instant at) => InstantPattern.General.Format(at);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(CountCsv.Cell)).Append("\r\n");
}
