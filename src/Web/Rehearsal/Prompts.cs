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

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private readonly Dictionary<string, JsonElement> _kept = new(StringComparer.Ordinal);

    /// <summary>When the council begins.</summary>
    public Instant Start { get; set; }

    private LocalDateTime LocalStart => Start.InZone(DateTimeZoneProviders.Tzdb[script.Quarter.Zone]).LocalDateTime;

    /// <summary>What an act made may be called by this name from now on.</summary>
    public void Keep(string name, JsonElement made) => _kept[name] = made;

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
        "$hat" => (await player.See(stop))?.Hat(field),
        _ when prompt.StartsWith(Day, StringComparison.Ordinal) =>
            LocalDatePattern.Iso.Format(LocalStart.Date.PlusDays(int.Parse(prompt[Day.Length..], NumberStyles.None, CultureInfo.InvariantCulture))),
        _ => Number(prompt[1..]),
    };

    /// <summary>What was kept under the name, or the seat of somebody of the cast.</summary>
    private object? Number(string name)
    {
        if (_kept.TryGetValue(name, out var made))
            foreach (var kind in new[] { "proposal", "task", "concern", "corner" })
                if (made.TryGetProperty(kind, out var number)) return number;
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
