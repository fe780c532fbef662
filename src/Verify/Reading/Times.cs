using Faubourg.Ledger;
using NodaTime;

namespace Faubourg.Verify.Reading;

/// <summary>Times and dates of the record, in their one spelling, straight from their bytes.</summary>
internal static class Times
{
    /// <summary><c>YYYY-MM-DDThh:mm:ssZ</c>.</summary>
    public static Instant Read(ReadOnlySpan<byte> text, string field)
    {
        if (text.Length != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') throw Wrong(field);
        var day = Date(text[..10], field);
        var (hour, minute, second) = (Two(text, 11, field), Two(text, 14, field), Two(text, 17, field));
        if (hour > 23 || minute > 59 || second > 59) throw Wrong(field);
        return Instant.FromUnixTimeSeconds(DaysOf(day) * 86_400 + hour * 3600 + minute * 60 + second);
    }

    /// <summary><c>YYYY-MM-DD</c>.</summary>
    public static LocalDate Date(ReadOnlySpan<byte> text, string field)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') throw Wrong(field);
        var year = Two(text, 0, field) * 100 + Two(text, 2, field);
        var (month, day) = (Two(text, 5, field), Two(text, 8, field));
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) throw Wrong(field);
        return new LocalDate(year, month, day);
    }

    private static long DaysOf(LocalDate day) => new DateOnly(day.Year, day.Month, day.Day).DayNumber - 719_162;

    private static int Two(ReadOnlySpan<byte> text, int at, string field)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? tens * 10 + ones : throw Wrong(field);
    }

    private static LeafException Wrong(string field) => new(LeafFault.WrongField, field);
}
