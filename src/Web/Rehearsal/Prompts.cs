using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Rehearsal;

/// <summary>From a line of the script to what is sent: whatever begins with $ is looked up when its turn comes.</summary>
internal sealed class Prompts(Script script, Company company)
{
    /// <summary>In a showing there are more heads than seats: guests may sit down between the count and the decision.</summary>
    private const int StandingAtTheBack = 8;

    private const string Day = "$day+";

    /// <summary>What an act may have made, the most particular first.</summary>
    private static readonly string[] Kinds = ["proposal", "task", "concern", "corner", "movement", "gain", "council"];

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private const string Slip = "$slip ";

    private readonly Dictionary<string, (int Council, string Who, JsonElement Made)> _kept = new(StringComparer.Ordinal);

    private int _day;

    /// <summary>When the council begins, or what is played on this day.</summary>
    public Instant Start { get; set; }

    /// <summary>From now on it is so many days after the first council, at the same time of day.</summary>
    public void Begin(int day)
    {
        if (day != _day) Start = LocalStart.PlusDays(day - _day).InZoneLeniently(Zone).ToInstant();
        _day = day;
    }

    private DateTimeZone Zone => DateTimeZoneProviders.Tzdb[script.Quarter.Zone];

    private LocalDateTime LocalStart => Start.InZone(Zone).LocalDateTime;

    /// <summary>What an act made may be called by this name from now on.</summary>
    public void Keep(string name, int council, string who, JsonElement made) => _kept[name] = (council, who, made);

    /// <summary>Whether a phone's slips hold one of this purpose from this council.</summary>
    public static bool Has(IReadOnlyList<JsonElement> slips, string purpose, int council) =>
        slips.Any(slip => slip.GetProperty("purpose").GetString() == purpose && slip.GetProperty("council").GetInt32() == council);

    public async Task<Dictionary<string, object?>> Fill(Line line, string who, Player player, CancellationToken stop)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (field, value) in line.With ?? [])
            body[field] = value.ValueKind switch
            {
                JsonValueKind.String when value.GetString() is ['$', ..] prompt => await Say(prompt, field, who, player, stop),
                JsonValueKind.Object => Ballot(value, await player.See(stop)),
                _ => value,
            };
        return body;
    }

    /// <summary>The form's address, with what it needs taken out of the body; null where something is missing.</summary>
    public static string? Address(Form form, Dictionary<string, object?> body, string slug, int council)
    {
        var url = form.Route.Replace("/quarters/", "/rehearsals/", StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal)
            .Replace("{council}", council.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        while (url.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var part = url[(open + 1)..url.IndexOf('}', open)];
            if (!body.Remove(part.Split(':')[0], out var value) || value is null) return null;
            url = url.Replace($"{{{part}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return url;
    }

    private async Task<object?> Say(string prompt, string field, string who, Player player, CancellationToken stop) => prompt switch
    {
        "$start" => Minute.Format(LocalStart),
        "$token" => await player.Door("token", stop),
        "$code" => await player.Door("code", stop),
        "$mark" => company.ChairOf(who)?.Mark,
        "$heads" => (await player.See(stop))?.Present + (player.HasGuests ? StandingAtTheBack : 0),
        "$council" => player.Council,
        "$monday" => LocalDatePattern.Iso.Format(LocalStart.Date.Next(IsoDayOfWeek.Monday)),
        _ when prompt.StartsWith(Slip, StringComparison.Ordinal) => await SlipFor(prompt[Slip.Length..], who, player, stop),
        "$hat" => (await player.See(stop))?.Hat(field),
        _ when prompt.StartsWith(Day, StringComparison.Ordinal) =>
            LocalDatePattern.Iso.Format(LocalStart.Date.PlusDays(int.Parse(prompt[Day.Length..], NumberStyles.None, CultureInfo.InvariantCulture))),
        _ => Number(prompt[1..]),
    };

    /// <summary>Six words: those for the task that was kept under the name, also where it was handed on, or the newest for a purpose; null where the phone has none.</summary>
    private async Task<string?> SlipFor(string what, string who, Player player, CancellationToken stop)
    {
        if (!_kept.TryGetValue(what, out var kept)) return Newest(await player.SlipsOf(who, stop), slip => slip.GetProperty("purpose").GetString() == what);
        if (kept.Made.TryGetProperty("task", out var task))
            return Newest(await player.SlipsOf(who, stop), slip =>
                slip.GetProperty("purpose").GetString() == "task" && slip.GetProperty("council").GetInt32() == kept.Council && slip.GetProperty("task").GetInt32() == task.GetInt32());
        return await player.WordsAt(kept.Who, kept.Made.GetProperty("location").GetString()!, stop);
    }

    private static string? Newest(IReadOnlyList<JsonElement> slips, Func<JsonElement, bool> isIt) =>
        slips.Where(isIt).Select(slip => slip.GetProperty("words").GetString()).FirstOrDefault();

    /// <summary>What was kept under the name, or the seat of somebody of the cast.</summary>
    private object? Number(string name)
    {
        if (_kept.TryGetValue(name, out var kept))
            foreach (var kind in Kinds)
                if (kept.Made.TryGetProperty(kind, out var number)) return number;
        return company.ChairOf(name)?.Seat;
    }

    /// <summary><c>{"asis": 9, "$bench": 1}</c> in the order in which the options stand; a guest's proposal gets a five.</summary>
    private int[] Ballot(JsonElement values, Seen? room)
    {
        var byOption = values.EnumerateObject().ToDictionary(
            value => value.Name == "asis" ? "0" : Convert.ToString(Number(value.Name.TrimStart('$')), CultureInfo.InvariantCulture) ?? "",
            value => value.Value.GetInt32());
        return [.. (room?.Options ?? []).Select(option => byOption.GetValueOrDefault(option.ToString(CultureInfo.InvariantCulture), 5))];
    }
}
