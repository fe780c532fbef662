using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>From "would you take a role?" to the page on which anybody does the draw again.</summary>
internal static class DrawRoutes
{
    /// <summary>The field of the form in which somebody says that they would take the role, or types who was drawn for it.</summary>
    private static readonly (Role Role, string Field)[] Fields =
    [
        (Role.Facilitator, "facilitator"), (Role.Companion, "companion"), (Role.NoteKeeper, "note_keeper"),
        (Role.Timekeeper, "timekeeper"), (Role.Spokesperson, "spokesperson"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSeated("willingness", Willingness);
        routes.MapAct(Forms.SayWilling, Say, again: SeatedPages.Again(Willingness));
        routes.MapSeated("roll", (visit, me) => visit.Show<RollPage>((nameof(RollPage.Me), me)));
        routes.MapAct(Forms.CloseRoll, (visit, _) => new CloseRoll(visit.Council.Number));
        foreach (var way in Enum.GetValues<Way>()) routes.MapSeated($"draw/{Field.Kebab(way)}", (visit, me) => Type(visit, me, way));
        routes.MapAct(Forms.TypeDraw, Typed, again: visit => SeatedPages.Again((v, me) => Type(v, me, WayOf(v)))(visit));
        routes.MapAct(Forms.ConfirmDraw, (visit, input) => new ConfirmDraw(visit.Council.Number, input.Flag("seen")));
        routes.MapForm(Forms.StepBack, Back, act: typeof(StepBack));
        routes.MapPage(CouncilRoutes.At + "/draws/{draw}", Transcript);
    }

    public static string FieldOf(Role role) => Fields.First(f => f.Role == role).Field;

    private static Task Willingness(Visit visit, Seated me) => visit.Show<WillingPage>((nameof(WillingPage.Me), me));

    private static Task Type(Visit visit, Seated me, Way way) => visit.Show<TypeDrawPage>((nameof(TypeDrawPage.Me), me), (nameof(TypeDrawPage.Way), way));

    private static Way WayOf(Visit visit) => Enum.GetValues<Way>().FirstOrDefault(way => Field.Kebab(way) == visit.Entry!.Typed.First("way"));

    private static SayWilling Say(Visit visit, Input input)
    {
        var roles = Fields.Where(f => f.Role != Role.Companion && input.Flag(f.Field)).Select(f => f.Role).ToImmutableArray();
        var owner = input.Paper?.ToString(CultureInfo.InvariantCulture) ?? "0";
        return new SayWilling(
            visit.Council.Number,
            roles,
            input.Flag("first_time"),
            roles.ToImmutableSortedDictionary(role => role, role => Slips.Hashed(visit, Slips.Role(role), owner)),
            input.Paper is null ? Held(visit) : []);
    }

    /// <summary>The slips that this very device would hold, had it held a role in the last such draw. Whether it did, the rules look up.</summary>
    private static ImmutableArray<string> Held(Visit visit) => visit.Device is not { } device ? [] :
    [
        .. visit.Quarter.LastHeld.Select(last => Slips.HashOf(Slips.Words(device, Slips.Role(last.Key), visit.Quarter.Origin, last.Value))),
    ];

    private static TypeDraw Typed(Visit visit, Input input)
    {
        var way = input.Choice<Way>("way");
        return new TypeDraw(visit.Council.Number, way, way == Way.Hat ? null : input.Text("numbers"), Hat(input));
    }

    private static ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat(Input input) => Fields
        .Where(f => input.Has(f.Field))
        .ToImmutableSortedDictionary(f => f.Role, f => Order(input.Text(f.Field)));

    /// <summary>"3, 1 4": what is no number becomes 0, which is in no hat.</summary>
    private static ImmutableArray<int> Order(string typed) =>
    [
        .. typed.Split([' ', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0),
    ];

    private static async Task<Reply> Back(Visit visit, Input input)
    {
        var role = Fields.FirstOrDefault(f => Field.Kebab(f.Role) == visit.Route("role"));
        if (role.Field is null) return new Reply.Refused(new NotYourRole());
        return await ActRoutes.Submit(visit, new StepBack(visit.Council.Number, role.Role), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            _ => throw new InvalidOperationException("An answer of a kind we do not know."),
        };
    }

    /// <summary>While the council lives its draws are the room's own; afterwards they are anybody's.</summary>
    private static Task Transcript(Visit visit)
    {
        var draw = visit.Council.Draws.FirstOrDefault(d => d.Number == visit.Number("draw"));
        if (draw is null) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        if (!visit.Council.IsOver && Seated.Of(visit) is null) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var proof = new Proof(visit.Quarter, visit.Council, draw);
        if (visit.WantsJson) return Face.Json(visit.Context, StatusCodes.Status200OK, json => DrawJson.Whole(json, proof));
        return visit.ShowPublic<TranscriptPage>(visit.Revision, (nameof(TranscriptPage.Scene), Scene.Of(visit)), (nameof(TranscriptPage.Proof), proof));
    }
}
