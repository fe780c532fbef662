using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Rehearsal;

/// <summary>One accepted act.</summary>
/// <param name="Line">Index in the _script.</param>
/// <param name="Secret">Of the device that did it.</param>
/// <param name="Url">Where it was posted to.</param>
/// <param name="Body">What was sent, its idempotency key included: sent again, it must give the same answer.</param>
/// <param name="Revision">Where it stands in the journal.</param>
/// <param name="Answer">The JSON that came back.</param>
public sealed record Done(int Line, string Secret, string Url, IReadOnlyDictionary<string, object?> Body, long Revision, string Answer);

/// <summary>An evening as it was played.</summary>
/// <param name="Outcome">How the council ended: decided, no-decision, …</param>
public sealed record Played(string Slug, int Council, string? Outcome, ImmutableArray<Done> Accepted);

/// <summary>Plays a script through the same addresses that neighbours use, each with a device of their own.</summary>
public sealed class Player
{
    private readonly Script _script;
    private readonly Tempo _tempo;
    private readonly Company _company;
    private readonly Prompts _prompts;
    private readonly Guests _guests;
    private int _line;
    private Instant _at;
    private (int Council, ImmutableArray<string> Drawn) _keepers;

    /// <param name="http">Points at the host.</param>
    /// <param name="script">What to play.</param>
    /// <param name="tempo">How fast.</param>
    public Player(HttpClient http, Script script, Tempo tempo)
    {
        (_script, _tempo, _company) = (script, tempo, new Company(http));
        _prompts = new Prompts(script, _company);
        _guests = new Guests(_company, tempo);
    }

    /// <summary>The lines done, the number of all, and what comes now.</summary>
    public Action<int, int, string>? OnLine { get; init; }

    /// <summary>The council was convened: from now on there is something to see.</summary>
    public Action<Player>? OnConvened { get; init; }

    /// <summary>The host does not answer: returns when it may be asked again. Without it, a lost host ends the play.</summary>
    public Func<CancellationToken, Task>? WhenLost { get; init; }

    /// <summary>Others may sit down and act: the play goes on around them.</summary>
    public bool HasGuests { get; init; }

    public string Slug { get; private set; } = "";

    public int Council { get; private set; }

    public string CouncilUrl => $"/rehearsals/{Slug}/councils/{Council}";

    /// <summary>What was accepted so far; may be read while the play goes on.</summary>
    public ImmutableArray<Done> Accepted { get; private set; } = [];

    /// <summary>The secrets of every phone that was used.</summary>
    internal IReadOnlyCollection<string> Secrets => _company.Secrets;

    /// <summary>The secret of the phone that somebody of the cast acts with.</summary>
    internal string SecretOf(string who) => _company.SecretOf(who);

    /// <exception cref="StumbledException">A line went otherwise than the script says.</exception>
    public async Task<Played> Play(CancellationToken stop)
    {
        await FoundQuarter(stop);
        _prompts.Start = await StartTime(stop);
        Played? first = null;
        var lines = 0;
        foreach (var part in _script.Parts)
        {
            _prompts.Begin(part.After);
            var council = Council;
            await Play(part, lines, stop);
            lines += part.Play.Length;
            var outcome = Council == council ? null : await Outcome(part, stop);
            first ??= new Played(Slug, Council, outcome, []);
            if (!HasGuests && part.Ends?.Shown is { } shown) await Compare(shown, stop);
        }

        return first! with { Accepted = Accepted };
    }

    private async Task Play(Part part, int lines, CancellationToken stop)
    {
        var before = part.After > 0 ? _prompts.Start + part.Times[0] - _at : Duration.Zero;
        for (var i = 0; i < part.Play.Length; i++)
        {
            var line = part.Play[i];
            _line = lines + i;
            OnLine?.Invoke(_line, _script.Length, line.Note ?? $"{string.Join(", ", line.Who)}: {line.Do}");
            if (i > 0) before = part.Times[i] - part.Times[i - 1];
            if (before > Duration.Zero) await Wait(before, line, stop);
            _at = _prompts.Start + part.Times[i];
            if (i == 0 || before > Duration.Zero) await SetClock(stop);
            await EndRound(line, stop);
            await Perform(line, stop);
        }
    }

    /// <summary>The token or the code that the door shows now; null before anybody sits.</summary>
    public async Task<string?> Door(string shown, CancellationToken stop) =>
        _company.Seated.FirstOrDefault(chair => chair.Paper is null) is { } doorkeeper
            ? (await Send(doorkeeper.Who, HttpMethod.Get, CouncilUrl + "/door", null, stop)).Text(shown)
            : null;

    /// <summary>Somebody of the cast opens the door to a guest: where the guest takes a seat; null when nobody can.</summary>
    public async Task<string?> LetIn(CancellationToken stop)
    {
        if (_company.Seated.FirstOrDefault(chair => chair.Paper is null) is not { } doorkeeper) return null;
        await SendOnce(doorkeeper.Who, HttpMethod.Post, CouncilUrl + "/door", new Dictionary<string, object?>(), stop);
        return await Door("token", stop) is { } token ? $"{CouncilUrl}/door/{token}" : null;
    }

    /// <summary>Somebody of the cast lets a guest's screen show the wall; false when nobody can.</summary>
    public async Task<bool> PairWall(string wall, CancellationToken stop) =>
        _company.Seated.FirstOrDefault(chair => chair.Paper is null) is { } who
        && (await SendOnce(who.Who, HttpMethod.Post, CouncilUrl + "/walls", new Dictionary<string, object?> { ["wall"] = wall }, stop)).IsGood;

    private async Task FoundQuarter(CancellationToken stop)
    {
        var setting = _script.Quarter;
        var body = new Dictionary<string, object?>
        {
            ["name"] = setting.Name,
            ["place"] = setting.Place,
            ["zone"] = setting.Zone,
            ["languages"] = setting.Languages,
            [Form.Key] = Company.FreshKey(),
        };
        if (setting.Horizon is { } horizon) body["horizon"] = horizon;
        var answer = await Send(_script.Cast[0], HttpMethod.Post, "/rehearsals", body, stop);
        Slug = answer.Text("location")?.Split('/')[2] ?? throw new StumbledException(0, $"The quarter was not founded: {answer}");
    }

    /// <summary>The council begins as far ahead as the first line of the script needs, at a full minute.</summary>
    private async Task<Instant> StartTime(CancellationToken stop)
    {
        var answer = await Send(_script.Cast[0], HttpMethod.Get, $"/rehearsals/{Slug}/clock", null, stop);
        var now = InstantPattern.ExtendedIso.Parse(answer.Text("at")!).GetValueOrThrow();
        var first = now - Duration.Min(_script.Times[0], Duration.Zero);
        return Instant.FromUnixTimeSeconds((first.ToUnixTimeSeconds() + 60) / 60 * 60);
    }

    private async Task Wait(Duration scripted, Line next, CancellationToken stop)
    {
        await Task.Delay(_tempo.Pause(scripted), stop);
        if (HasGuests) await _guests.ToAnswer(next.Do, See, stop);
    }

    /// <summary>Among the cast alone a round closes when all have answered, and a script need not say so.</summary>
    private async Task EndRound(Line next, CancellationToken stop)
    {
        if (HasGuests && Guests.NeedsAnEnd(next.Do) && await See(stop) is { RoundIsOpen: true })
            await Perform(new Line(["$facilitator"], Forms.CloseRound.Name), stop);
    }

    /// <summary>Forward only: where real time has run ahead of the script, the clock stays as it is.</summary>
    private Task<Heard> SetClock(CancellationToken stop) => SendOnce(
        _script.Cast[0], HttpMethod.Post, $"/rehearsals/{Slug}/clock",
        new Dictionary<string, object?> { ["at"] = InstantPattern.General.Format(_at) }, stop);

    private async Task Perform(Line line, CancellationToken stop)
    {
        if (line.NewPhone) foreach (var who in line.Who) _company.NewPhone(who);
        foreach (var who in await Actors(line, stop))
        {
            await Task.Delay(_tempo.Beat, stop);
            await Do(line, who, stop);
        }
    }

    /// <summary>Names, or whoever sits, or whoever was drawn.</summary>
    private async Task<IReadOnlyList<string>> Actors(Line line, CancellationToken stop)
    {
        if (line.Who is not [['$', ..] role]) return line.Who;
        if (role == "$seated") return [.. _company.Seated.Select(chair => chair.Who).Except(line.Except ?? [])];
        if (role is "$keeper" or "$other-keeper") return await Keeper(role == "$keeper" ? 0 : 1, stop);
        if (await Drawn(role[1..], stop) is { } who) return [who];
        if (!HasGuests) throw new StumbledException(_line, $"Nobody is {role[1..]} now.");
        await Task.Delay(_tempo.BeforeHelp, stop);
        return await _guests.StandIn(line.Do, role[1..], r => Drawn(r, stop), ThankFacilitator);

        async Task ThankFacilitator()
        {
            foreach (var chair in _company.Seated) await Send(chair.Who, HttpMethod.Post, CouncilUrl + "/thanks", Addressed(chair.Who), stop);
        }
    }

    /// <summary>One of the two who were drawn to keep the newest jar: only their phones know it, once the council is over. Nobody where guests were drawn.</summary>
    private async Task<IReadOnlyList<string>> Keeper(int place, CancellationToken stop)
    {
        if (_keepers.Council != Council)
        {
            var drawn = ImmutableArray.CreateBuilder<string>();
            foreach (var chair in _company.Seated.Where(chair => chair.Paper is null))
                if (Prompts.Has(await SlipsOf(chair.Who, stop), "keeper", Council)) drawn.Add(chair.Who);
            _keepers = (Council, drawn.ToImmutable());
        }

        if (place >= _keepers.Drawn.Length && !HasGuests) throw new StumbledException(_line, "No two of the cast keep a jar.");
        return [.. _keepers.Drawn.Skip(place).Take(1)];
    }

    internal async Task<string?> Drawn(string role, CancellationToken stop)
    {
        if (await See(stop) is not { } room) return null;
        return room.HolderOf(role) is { } seat ? _company.Seated.FirstOrDefault(chair => chair.Seat == seat)?.Who : null;
    }

    private async Task Do(Line line, string who, CancellationToken stop)
    {
        var form = Forms.All.Single(f => f.Name == line.Do);
        var body = await _prompts.Fill(line, who, this, stop);
        if (Prompts.Address(form, body, Slug, Council) is not { } url)
        {
            // With guests, what an earlier line should have made may not be there.
            if (HasGuests) return;
            throw new StumbledException(_line, $"The address of {form.Name} needs more than the line gives.");
        }

        foreach (var (name, value) in Addressed(who)) body[name] = value;
        var answer = await Send(who, HttpMethod.Post, url, body, stop);
        if (line.Refused is null && answer.IsGood) Note(line, who, url, body, answer);
        else if (!Expected(line, answer) && !HasGuests) throw new StumbledException(_line, $"{who}, {line.Do}: {(line.Refused is { } kind ? $"{kind} was expected, not " : "")}{answer}");
        else if (HasGuests && answer.Refusal == "RoomIsAsked") await AgainLater(line, who, stop);
    }

    private static bool Expected(Line line, Heard answer) => answer.Refusal is { } refusal && (refusal == line.Refused || refusal == line.Unless);

    /// <summary>Somebody asked the room in between: it has its minute.</summary>
    private async Task AgainLater(Line line, string who, CancellationToken stop)
    {
        await _guests.ToAnswer("", See, stop);
        if ((await See(stop))?.IsAsked is false) await Do(line, who, stop);
    }

    private void Note(Line line, string who, string url, Dictionary<string, object?> body, Heard answer)
    {
        if (answer.Revision is { } revision) Accepted = Accepted.Add(new Done(_line, _company.SecretOf(who), url, body, revision, answer.Json.GetRawText()));
        if (line.Do == Forms.Convene.Name && answer.Number("council") is { } council)
        {
            Council = council;
            _company.Rise();
            OnConvened?.Invoke(this);
        }

        if (answer.Number("seat") is { } seat && answer.Text("mark") is { } mark)
        {
            var chair = new Chair(line.For ?? who, seat, answer.Number("paper"), mark);
            if (line.For is null) _company.Seat(chair);
            else _company.SeatBeside(who, chair);
        }

        if (line.Do == Forms.Leave.Name) _company.Leave(who);
        if (line.Keep is { } name) _prompts.Keep(name, Council, who, answer.Json);
    }

    private Dictionary<string, object?> Addressed(string who)
    {
        var body = new Dictionary<string, object?> { [Form.Key] = Company.FreshKey() };
        if (_company.ChairOf(who)?.Paper is { } paper) body[Form.Paper] = paper;
        return body;
    }

    /// <summary>The council as one of the cast sees it; null before anybody sits.</summary>
    internal async Task<Seen?> See(CancellationToken stop)
    {
        if (_company.Seated.FirstOrDefault(chair => chair.Paper is null) is not { } eyes) return null;
        return new Seen(await Send(eyes.Who, HttpMethod.Get, CouncilUrl, null, stop));
    }

    /// <summary>How the part's council ended.</summary>
    private async Task<string?> Outcome(Part part, CancellationToken stop)
    {
        var minutes = await Send(_script.Cast[0], HttpMethod.Get, CouncilUrl + "/minutes.json", null, stop);
        if (HasGuests && minutes.Text("outcome") is null)
        {
            // However the guests turned the evening: it ends when its time is over.
            _at += Duration.FromHours(4);
            await SetClock(stop);
            minutes = await Send(_script.Cast[0], HttpMethod.Get, CouncilUrl + "/minutes.json", null, stop);
        }
        else if (!HasGuests && part.Ends is { } ends && Endings.Compare(ends, minutes) is { } otherwise)
        {
            throw new StumbledException(_line, otherwise);
        }

        return minutes.Text("outcome");
    }

    private async Task Compare(IReadOnlyDictionary<string, JsonElement> shown, CancellationToken stop)
    {
        foreach (var (address, must) in shown)
        {
            var answer = await Send(_script.Cast[0], HttpMethod.Get, $"/rehearsals/{Slug}/{address}", null, stop);
            if (Endings.Compare(address, must, answer.Json) is { } otherwise) throw new StumbledException(_line, otherwise);
        }
    }

    /// <summary>The slips that the phone of somebody of the cast can make again, the latest council's first.</summary>
    internal async Task<IReadOnlyList<JsonElement>> SlipsOf(string who, CancellationToken stop) =>
        (await Send(who, HttpMethod.Get, $"/rehearsals/{Slug}/slips", null, stop)).Find("slips") is { } slips ? [.. slips.EnumerateArray()] : [];

    /// <summary>Six words that the phone of somebody of the cast made for somebody else, at the address of a task they handed on.</summary>
    internal async Task<string?> WordsAt(string who, string address, CancellationToken stop) => (await Send(who, HttpMethod.Get, address, null, stop)).Text("words");

    /// <summary>Sent again, with the same key, for as long as the host is lost: a repeated act counts once.</summary>
    private async Task<Heard> Send(string who, HttpMethod method, string url, IReadOnlyDictionary<string, object?>? body, CancellationToken stop)
    {
        while (true)
        {
            var answer = await SendOnce(who, method, url, body, stop);
            if (answer.Status is not (0 or (int)HttpStatusCode.ServiceUnavailable)) return answer;
            if (WhenLost is null) throw new StumbledException(_line, "The host does not answer.");
            await WhenLost(stop);
            // A host that comes back has its own time: the evening's is ahead of it.
            if (_line > 0) await SetClock(stop);
        }
    }

    /// <summary>Status 0 where the host is lost.</summary>
    private async Task<Heard> SendOnce(string who, HttpMethod method, string url, IReadOnlyDictionary<string, object?>? body, CancellationToken stop)
    {
        try
        {
            return await _company.Send(who, method, url, body, stop);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            // Nobody knows whether the act was stored: the key will tell.
            return new Heard(0, default);
        }
    }
}

/// <summary>The play went otherwise than written.</summary>
public sealed class StumbledException(int line, string why) : Exception($"Act {(line + 1).ToString(CultureInfo.InvariantCulture)} of the play: {why}")
{
    /// <summary>Index in the _script.</summary>
    public int Line { get; } = line;
}
