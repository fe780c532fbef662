using System.Collections.Immutable;

namespace Faubourg.Browser.Tests;

/// <summary>Every page, at the moments of an evening at which somebody opens it.</summary>
internal static class Sights
{
    private const string Q = Sight.Quarter, C = Sight.Council, R = Sight.Quarter + "/record";

    private static readonly string[] Asked = ["our-question", "more-time", "waive-exclusion", "floor", "names-on-wall", "spokesperson"];

    /// <summary>Pages of the host, which need no neighbourhood.</summary>
    public static readonly ImmutableArray<string> OfTheHost = ["/", "/how", "/host", "/rehearsals", "/quarters/new", "/recovery"];

    public static readonly ImmutableArray<Sight> Bench =
    [
        .. At("Two others find it worth holding", null, Q, C, $"{C}/sheet", $"{C}/place", $"{Q}/councils/new", $"{Q}/corners/new", $"{Q}/paper", $"{Q}/paper/hat", $"{Q}/paper/agenda", $"{Q}/sheet", $"{Q}/sheets/new"),
        .. At("Two others find it worth holding", "Amina", C, $"{C}/announcement", $"{C}/cancellation"),
        .. At("Amina: room.door", "Amina", C),
        .. At("Chiara, Dieter: room.seat", null, C, Q, $"{C}/seats/new", $"{C}/code", $"{C}/reclaims", $"{C}/wall"),
        .. At("Chiara, Dieter: room.seat", "Amina", $"{C}/door", $"{C}/neighbours", $"{C}/walls", $"{C}/walls/{{wall=AAAAAAAAAAAAAAAAAAAAAA}}", $"{C}/name", $"{C}/departure"),
        .. At("Chiara, Dieter: room.seat", Sight.Wall, C + "/wall"),
        .. At("Benoît: room.door", "Grace", $"{C}/neighbours", $"{C}/neighbours/{{paper=1}}", $"{C}/neighbours/{{paper=1}}/hand", $"{C}/neighbours/{{paper=1}}/back"),
        .. At("Who would take a role tonight?", "Esther", C, $"{C}/willingness", $"{C}/more", $"{C}/bearer"),
        .. At("Who would take a role tonight?", Sight.Wall, C + "/wall"),
        .. At("The list is closed", "Amina", C, $"{C}/heads", $"{C}/rescan", $"{C}/roll"),
        .. At("Eight dice from a cup", "Jonas", C, $"{C}/draw/dice", $"{C}/draw/slips", $"{C}/draw/hat", $"{C}/draw/beacon"),
        .. At("Eight dice from a cup", Sight.Wall, C + "/wall"),
        .. At("Mei saw a two", "Mei", C),
        .. At("Is this our question?", "$facilitator", C, $"{C}/more", $"{C}/questions", $"{C}/draws/{{draw=1}}"),
        .. At("Is this our question?", "$facilitator", [.. Asked.Select(kind => $"{C}/questions/{{kind={kind}}}")]),
        .. At("Is this our question?", "$companion", C),
        .. At("Is this our question?", Sight.Wall, C + "/wall"),
        .. At("$seated: ask.answer", "Esther", C),
        .. At("$seated: ask.answer", Sight.Wall, C + "/wall"),
        .. At("$companion: hearing.turn", "$companion", C),
        .. At("$companion: hearing.turn", "$facilitator", C),
        .. At("Olek's red paint", "Dieter", C, $"{C}/proposals", $"{C}/proposals/words", $"{C}/proposals/projects", $"{C}/proposals/gain", $"{C}/proposals/charge", $"{C}/proposals/recipes", $"{C}/proposals/{{proposal=2}}", $"{C}/proposals/{{proposal=2}}/mark", $"{C}/proposals/{{proposal=2}}/stop", $"{C}/proposals/{{proposal=2}}/card"),
        .. At("Olek's red paint", "Dieter", $"{C}/proposals/bursts", $"{C}/proposals/answers"),
        .. At("Olek's red paint", "Farid", $"{C}/lots/new", $"{C}/proposals/{{proposal=2}}/amendment", $"{C}/proposals/{{proposal=2}}/merger"),
        .. At("Olek's red paint", "$facilitator", C),
        .. At("Olek's red paint", Sight.Wall, C + "/wall"),
        .. At("Uma, Yusuf: room.vouch", "Uma", C),
        .. At("Before deciding, the room counts itself again", "Dieter", C),
        .. At("Before deciding, the room counts itself again", Sight.Wall, C + "/wall"),
        .. At("Can we live with mending it ourselves?", "$facilitator", C),
        .. At("Samir objects, with a reason", "Dieter", C, $"{C}/consent", $"{C}/tellings"),
        .. At("Samir objects, with a reason", Sight.Wall, C + "/wall"),
        .. At("Farid takes the armrest", "$facilitator", C),
        .. At("Farid takes the armrest", "Samir", C),
        .. At("Farid takes the armrest", "Tomas", C),
        .. At("Farid takes the armrest", Sight.Wall, C + "/wall"),
        .. At("Ines: tasking.add", "Dieter", C, $"{C}/tasks"),
        .. At("Ines: tasking.add", "$facilitator", C),
        .. At("Ines: tasking.add", Sight.Wall, C + "/wall"),
        .. At("Luis finds that he cannot", "Dieter", C, $"{C}/tasks/{{task=5}}/taking"),
        .. At("Luis finds that he cannot", Sight.Wall, C + "/wall"),
        .. At("Mei: reckoning.claim", "Mei", C, $"{C}/gain", $"{C}/gains"),
        .. At("Mei: reckoning.claim", Sight.Wall, C + "/wall"),
        .. At("$seated: closing.check", "Dieter", C, $"{C}/blackouts", $"{C}/ritual"),
        .. At("$seated: closing.check", "$facilitator", C),
        .. At("$seated: closing.check", Sight.Wall, C + "/wall"),
        .. At(Sight.Afterwards, null, C, $"{C}/poster", $"{C}/poster?size=a3", $"{C}/chalk", $"{C}/corrections", $"{C}/draws/{{draw=1}}", Q, $"{Q}/councils", $"{Q}/slips"),
        .. At(Sight.Afterwards, null, $"{Q}/stories", $"{Q}/stories/{{council=1}}", $"{Q}/stories/{{council=1}}?size=a4", $"{Q}/almanac", $"{Q}/first-evening"),
        .. At(Sight.Afterwards, null, $"{Q}/seasons", $"{Q}/rests/new", "/rehearsals/{slug}/showing", $"{Q}/power", $"{Q}/offers", $"{Q}/offers/new"),
        .. At(Sight.Afterwards, null, R, $"{R}?council=1", $"{R}?before=5", $"{R}/proof", $"{R}/evidence/new", $"{R}/entries/{{seq=0}}", $"{R}/entries/{{seq=1}}", $"{R}/entries/{{seq=5}}", $"{R}/entries/{{seq=12}}"),
        .. At(Sight.Afterwards, null, $"{Q}/projects", $"{Q}/projects/{{project=1}}", $"{Q}/projects/{{project=1}}/tasks/{{task=5}}/taking", $"{Q}/waiting", $"{Q}/recipes", $"{Q}/recipes/{{recipe=pans}}"),
        .. At(Sight.Afterwards, null, $"{Q}/gains", $"{Q}/charges", $"{Q}/charges/card", $"{Q}/gains/{{gain=1}}/evidence", $"{C}/gains/new"),
        .. At(Sight.Afterwards, "Ines", C, $"{Q}/slips", $"{C}/blackouts", $"{Q}/projects/{{project=1}}/evidence", $"{Q}/projects/{{project=1}}/requests"),
    ];

    public static readonly ImmutableArray<Sight> Landlord =
    [
        .. At("Awa: room.door", null, C),
        .. At("La salle se compte", null, $"{C}/seats/new"),
        .. At("$seated: ask.answer", "Awa", C),
        .. At("Louise: hearing.end", "Louise", C),
        .. At("Louise: hearing.end", "Awa", C),
        .. At("Louise: hearing.end", "$facilitator", C),
        .. At("Louise: hearing.end", Sight.Wall, C + "/wall"),
        .. At("$facilitator: deciding.count", "$facilitator", C, $"{C}/hand-counts", $"{C}/tie"),
        .. At("Awa, Bruno, Cécile, Driss, Fatou: deciding.ballot", "Awa", C, $"{C}/ballots"),
        .. At("Awa, Bruno, Cécile, Driss, Fatou: deciding.ballot", Sight.Wall, C + "/wall"),
        .. At("Omar change son bulletin", "Omar", C, $"{C}/ballots"),
        .. At("Décidé : une seule lettre", "Awa", C, $"{C}/counts"),
        .. At("Décidé : une seule lettre", Sight.Wall, C + "/wall"),
        .. At(Sight.Afterwards, null, C, $"{C}/counts", $"{C}/poster", $"{C}/chalk", Q),
    ];

    /// <summary>A ranked count on phones and on paper.</summary>
    public static readonly ImmutableArray<Sight> Ordered =
    [
        .. At("Ann: deciding.count", "Ann", C, $"{C}/counts/parts"),
        .. At("Ann, Bea: deciding.paper", "Ann", C, $"{C}/paper-counts"),
        .. At("Ann, Bea: deciding.paper", "Dot", $"{C}/ballots"),
        .. At(Sight.Afterwards, null, C, $"{C}/counts"),
    ];

    public static readonly ImmutableArray<Sight> NoAgreement =
    [
        .. At("A paper hat goes round", "Ivy", C, $"{C}/draw/hat"),
        .. At("$facilitator: guide.on", "$facilitator", C),
        .. At("$companion: hearing.turn", Sight.Wall, C + "/wall"),
        .. At("Kim, Cora: hearing.mark", "Kim", C, $"{C}/proposals/{{proposal=3}}"),
        .. At("Can we live with walking in pairs?", Sight.Wall, C + "/wall"),
        .. At("A smaller step, the least resistance", "$facilitator", C),
        .. At("Ada, Bilal: ask.answer", "Ada", C),
        .. At("Ada, Bilal: ask.answer", Sight.Wall, C + "/wall"),
        .. At("We did not agree tonight", "$facilitator", C),
        .. At("We did not agree tonight", Sight.Wall, C + "/wall"),
        .. At(Sight.Afterwards, null, C, $"{C}/poster", $"{C}/chalk"),
    ];

    public static IEnumerable<string> Routes => OfTheHost.Concat(Bench.Concat(Ordered).Concat(Landlord).Concat(NoAgreement).Select(sight => sight.Route));

    private static IEnumerable<Sight> At(string before, string? who, params string[] addresses) => addresses.Select(address => new Sight(before, address, who));
}
