using NodaTime;

namespace Faubourg.Domain.Record;

/// <summary>Times and days as leaves write them: <c>YYYY-MM-DDThh:mm:ssZ</c>, <c>YYYY-MM-DD</c>, and nothing else.</summary>
public static class LeafTime
{
    private const int DayLength = 10;

    private const int Length = 20;

    /// <summary>False when the text is not such a time, or no such time exists.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant at)
    {
        at = default;
        if (text.Length != Length || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return false;
        if (!TryParseDay(text[..DayLength], out var day)) return false;
        if (!Two(text[11..], out var hour) || !Two(text[14..], out var minute) || !Two(text[17..], out var second)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        at = Instant.FromUnixTimeSeconds(DaysSince1970(day) * 86_400L + hour * 3600 + minute * 60 + second);
        return true;
    }

    /// <summary>False when the text is not such a day, or no such day exists.</summary>
    public static bool TryParseDay(ReadOnlySpan<char> text, out LocalDate day)
    {
        day = default;
        if (text.Length != DayLength || text[4] != '-' || text[7] != '-') return false;
        if (!Two(text, out var century) || !Two(text[2..], out var years) || !Two(text[5..], out var month) || !Two(text[8..], out var of)) return false;
        var year = century * 100 + years;
        if (year < 1 || month is < 1 or > 12 || of < 1 || of > DateTime.DaysInMonth(year, month)) return false;
        day = new LocalDate(year, month, of);
        return true;
    }

    private static bool Two(ReadOnlySpan<char> text, out int number)
    {
        number = (text[0] - '0') * 10 + text[1] - '0';
        return char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]);
    }

    private static long DaysSince1970(LocalDate day) => new DateTime(day.Year, day.Month, day.Day).Ticks / TimeSpan.TicksPerDay - 719_162;
}
