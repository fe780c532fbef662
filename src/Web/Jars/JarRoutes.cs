using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Slips;
using Faubourg.Web.SixWords;

namespace Faubourg.Web.Jars;

/// <summary>Jars: how full they are, what moved, and the two who say so.</summary>
internal static class JarRoutes
{
    private const string At = "/quarters/{slug}/jars";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, All);
        routes.MapPage(At + "/{jar}", One);
        routes.MapPage(At + "/{jar}/sheet", Sheet);
        routes.MapPage(At + "/{jar}/moves", Keep);
        routes.MapForm(Forms.KeepJar, Enter, Keep);
        routes.MapAct(Forms.MoveMoney, Move, Back, Keep);
        routes.MapAct(Forms.ConfirmMove, (visit, input) => new ConfirmMove(visit.Number("jar"), Slips.HashIn(input), visit.Route("id"), input.Choice("says") == "same"), Back, Keep);
        routes.MapAct(Forms.StopSpending, (visit, input) => new StopSpending(visit.Number("jar"), Slips.HashIn(input), visit.Number("movement")), (visit, _) => JarUrl(visit), Keep);
        ProposeJarRoutes.Map(routes);
    }

    private static Task All(Visit visit)
    {
        var page = Paged.Of(visit);
        var all = visit.Quarter.Jars.Values.Where(jar => visit.Quarter.Councils[jar.Number].IsOver).Reverse().Select(jar => new JarTold(visit.Quarter, jar, visit.Now));
        if (visit.WantsJson) return JarJson.All(visit, page, all);
        return visit.ShowPublic<JarsPage>(visit.Revision, [
            .. visit.Whole,
            (nameof(JarsPage.Told), page.Of(all)),
            (nameof(JarsPage.Page), page.Number),
            (nameof(JarsPage.More), visit.Quarter.Jars.Count > (page.Number + 1) * Paged.Length)]);
    }

    private static Task One(Visit visit)
    {
        if (Told(visit) is not { } told) return Missing(visit);
        var (page, all) = (Paged.Of(visit), told.Jar.Movements);
        if (visit.WantsJson) return JarJson.One(visit, page, told);
        return visit.ShowPublic<JarPage>(visit.Revision, [
            .. visit.Whole,
            (nameof(JarPage.Told), told),
            (nameof(JarPage.Lines), page.Of(all.Reverse())),
            (nameof(JarPage.Page), page.Number),
            (nameof(JarPage.More), all.Count > (page.Number + 1) * Paged.Length)]);
    }

    private static Task Sheet(Visit visit) => Told(visit) is { } told
        ? visit.ShowPublic<CountSheet>(visit.Revision, [.. visit.Whole, (nameof(CountSheet.Told), told), (nameof(CountSheet.Absolute), Absolute(visit))])
        : Missing(visit);

    private static Task Keep(Visit visit) => Told(visit) is { } told
        ? Keep(visit, told, Back(visit) ?? (told.Jar.KeepersAt(visit.Quarter, visit.Now) is { } drew ? FoundSlip.Known(visit, drew, Purpose.Keeper) : null))
        : Missing(visit);

    /// <summary>Words that came with a form which did not go through: whoever typed them goes on with them.</summary>
    private static string? Back(Visit visit) => Slips.WordsOfTyped(visit.Entry?.Typed.First("slip") ?? "");

    private static Task<Reply> Enter(Visit visit, Input input)
    {
        var typed = Slips.WordsOfTyped(input.Text("slip"));
        if (typed is null) return Task.FromResult<Reply>(new Reply.Wrong("slip", "slips.open.malformed"));
        return Task.FromResult<Reply>(
            Told(visit) is { } told && (Is(visit, told, typed, Purpose.Keeper) || Is(visit, told, typed, Purpose.Task))
                ? new Reply.Shown(() => Keep(visit, told, typed))
                : new Reply.Refused(new NoSuchSlip()));
    }

    private static bool Is(Visit visit, JarTold told, string words, Purpose purpose) =>
        FoundSlip.Of(visit.Quarter, words, visit.Now) is { IsForTheTaskAlone: false } found && found.Purpose == purpose
        && found.Council == (purpose == Purpose.Task ? told.Number : told.Jar.KeepersAt(visit.Quarter, visit.Now));

    private static Task Keep(Visit visit, JarTold told, string? words)
    {
        var slip = words is not null && Is(visit, told, words, Purpose.Keeper) ? words : null;
        var task = words is not null && Is(visit, told, words, Purpose.Task) ? words : FoundSlip.Known(visit, told.Number, Purpose.Task, forAll: true);
        var waiting = visit.Quarter.Moves.Values.Where(move => move.Jar == told.Number).ToArray();
        return visit.Show<KeepPage>([
            .. visit.Whole,
            (nameof(KeepPage.Told), told),
            // What one keeper said is nobody else's business until the other has said the same.
            (nameof(KeepPage.Waiting), slip is null ? [] : waiting),
            (nameof(KeepPage.Slip), slip),
            (nameof(KeepPage.StopSlip), task),
            (nameof(KeepPage.Device), visit.KeyHere),
            (nameof(KeepPage.Id), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))]);
    }

    private static MoveMoney Move(Visit visit, Input input)
    {
        var unit = visit.Quarter.Jars.GetValueOrDefault(visit.Number("jar"))?.Unit ?? Currency.Eur;
        var back = visit.Device is { } device ? Slips.HashOf(Slips.Words(device, Slips.Receipt, visit.Quarter.Origin, visit.Number("jar"), input.Text("id"))) : null;
        var (who, what) = (input.WordsOrNull("who", back), input.WordsOrNull("what", back));
        return new MoveMoney(visit.Number("jar"), Slips.HashIn(input), new Telling(
            input.Text("id"), input.Choice<Move>("kind"), Money.Read(input.Text("amount"), unit), input.NumberOrNull("to"), input.NumberOrNull("of"),
            input.Flag("sheet"), who, what, Hash.Of($"{who?.Value}\n{what?.Value}")));
    }

    private static JarTold? Told(Visit visit) =>
        visit.Quarter.Jars.TryGetValue(visit.Number("jar"), out var jar) && visit.Quarter.Councils[jar.Number].IsOver ? new JarTold(visit.Quarter, jar, visit.Now) : null;

    private static string JarUrl(Visit visit) => $"{visit.QuarterUrl}/jars/{visit.Number("jar")}";

    private static string Absolute(Visit visit) => $"{PublicAddress.Of(visit.Context)}{JarUrl(visit)}/moves";

    private static string Back(Visit visit, Answer.Accepted done) => JarUrl(visit) + (done.Events.OfType<JarMoved>().Any() ? "#book" : "/moves");

    private static Task Missing(Visit visit) => Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
}
