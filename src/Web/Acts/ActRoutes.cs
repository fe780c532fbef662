using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>
/// From a row of <see cref="Forms"/> to an endpoint: read, act, answer. Addresses under /quarters/{slug} are served under
/// /rehearsals/{slug} too, each for its own kind only.
/// </summary>
public static class ActRoutes
{
    private const string Real = "/quarters/{slug}";
    private const string Rehearsed = "/rehearsals/{slug}";

    /// <summary>A page: the quarter and council of its address are looked up first, and nothing is changed.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string route, Func<Visit, Task> show)
    {
        foreach (var face in Faces(route))
            routes.MapMethods(face, [HttpMethods.Get, HttpMethods.Head], async context =>
            {
                var visit = Visit.Of(context);
                if (await visit.Enter()) await show(visit);
                else await Trouble.Show(context, StatusCodes.Status404NotFound);
            });
    }

    /// <summary>An act of the rules. Without <paramref name="then"/> the neighbour comes back to the council.</summary>
    /// <param name="again">Shows the page that holds the form, for what was typed and did not go through.</param>
    public static void MapAct<TAct>(
        this IEndpointRouteBuilder routes,
        Form form,
        Func<Visit, Input, TAct> act,
        Func<Visit, Answer.Accepted, string>? then = null,
        Func<Visit, Task>? again = null)
        where TAct : Act =>
        routes.MapForm(form, async (visit, input) => await Submit(visit, act(visit, input), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(then?.Invoke(visit, done) ?? visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        }, again, typeof(TAct));

    /// <summary>A form whose endpoint does more than one act, or something that is not one.</summary>
    /// <param name="act">The act of the rules behind it, for docs/map.md; null where there is none.</param>
    public static void MapForm(
        this IEndpointRouteBuilder routes,
        Form form,
        Func<Visit, Input, Task<Reply>> handle,
        Func<Visit, Task>? again = null,
        Type? act = null)
    {
        foreach (var face in Faces(form.Route))
            routes.MapPost(face, context => Post(Visit.Of(context), form, handle, again)).WithMetadata(new ActOf(form, act));
    }

    private static IEnumerable<string> Faces(string route) =>
        route.StartsWith(Real, StringComparison.Ordinal) ? [route, Rehearsed + route[Real.Length..]] : [route];

    private static async Task Post(Visit visit, Form form, Func<Visit, Input, Task<Reply>> handle, Func<Visit, Task>? again)
    {
        var context = visit.Context;
        if (!context.RequestServices.GetRequiredService<Buckets>().Take(context, form.Pace))
        {
            await Trouble.Show(context, StatusCodes.Status429TooManyRequests);
            return;
        }

        if (!await visit.Enter())
        {
            await Trouble.Show(context, StatusCodes.Status404NotFound);
            return;
        }

        var reading = await Reading.Of(context, form);
        await (reading switch
        {
            Reading.Malformed bad => Trouble.Show(context, bad.Status, sentence: visit.Words[bad.Key]),
            Reading.Wrong wrong => Again(visit, wrong.Entry, StatusCodes.Status422UnprocessableEntity, "Problems", again),
            Reading.Good good => Answered(visit, form, good, await handle(visit, good.Input), again),
            _ => throw new InvalidOperationException($"A reading of a kind we do not know: {reading.GetType().Name}."),
        });
    }

    private static Task Answered(Visit visit, Form form, Reading.Good good, Reply reply, Func<Visit, Task>? again) => reply switch
    {
        Reply.Done done => Gone(visit, done),
        Reply.Refused no => Again(
            visit,
            new Entry(form, good.Typed, [], Refusals.Say(visit.Words, visit.When, no.Why)),
            StatusCodes.Status409Conflict,
            no.Why.GetType().Name,
            again),
        Reply.Shown shown => shown.Page(),
        Reply.Wrong wrong => Again(
            visit,
            new Entry(form, good.Typed, [new(wrong.Field, visit.Words[wrong.Key, [("label", visit.Words[$"{form.Says}.{wrong.Field}"]), .. wrong.Arguments]])]),
            StatusCodes.Status422UnprocessableEntity,
            "Problems",
            again),
        _ => throw new InvalidOperationException($"A reply of a kind we do not know: {reply.GetType().Name}."),
    };

    /// <summary>The act in the name of this request's device, or of the person beside it whose number came along.</summary>
    /// <param name="council">In which council the device acts: that of the address, see <see cref="Visit.Sphere"/>, unless said.</param>
    /// <param name="fresh">A device that has its secret since this request only.</param>
    /// <param name="photo">What it shows.</param>
    internal static async Task<Answer> Submit(Visit visit, Act act, Input input, int? council = null, Device? fresh = null, Photos.Photo? photo = null)
    {
        if ((fresh ?? visit.Device) is not { } device) return new Answer.Refused(new DeviceMissing());
        var quarters = visit.Context.RequestServices.GetRequiredService<IQuarters>();
        var actor = new Actor(device.KeyFor(visit.Quarter.Origin, council is { } number ? $"{number}" : visit.Sphere), input.Paper);
        var (once, stop) = (Once(visit, device, input), visit.Context.RequestAborted);
        return await (photo is null
            ? quarters.Submit(visit.Slug, act, actor, once, stop)
            : quarters.Show(visit.Slug, act, photo.Bytes, actor, once, stop));
    }

    /// <summary>What the journal remembers of a form's key, its address and all that came with it: nothing that could be guessed back to a device.</summary>
    private static string? Once(Visit visit, Device device, Input input) => input.Key is null
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{device.Secret}\n{input.Key}\n{visit.Context.Request.Path}\n{input.Digest}")));

    private static Task Gone(Visit visit, Reply.Done done)
    {
        if (Face.WantsJson(visit.Context))
            return Face.Json(visit.Context, StatusCodes.Status200OK, json =>
            {
                json.WriteString("location", done.Location);
                // How much goes on in a room is nobody's business outside it; whoever plays a rehearsal counts what it has done.
                if (done.Revision is { } revision && visit.IsRehearsal) json.WriteNumber("revision", revision);
                foreach (var (name, value) in done.Made)
                {
                    if (value is int number) json.WriteNumber(name, number);
                    else json.WriteString(name, (string)value);
                }
            });
        visit.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
        visit.Context.Response.Headers.Location = done.Location;
        return Task.CompletedTask;
    }

    /// <summary>The page again, with everything that was typed and what is wrong with it.</summary>
    private static Task Again(Visit visit, Entry entry, int status, string refusal, Func<Visit, Task>? again)
    {
        visit.Entry = entry;
        visit.Status = status;
        if (Face.WantsJson(visit.Context))
            return Face.Refuse(visit.Context, status, refusal, entry.Refused ?? entry.Problems[0].Value, entry.Problems);
        return again is not null ? again(visit) : Parts.NotNow.Show(visit);
    }
}

/// <summary>What an endpoint does, told to docs/map.md.</summary>
internal sealed record ActOf(Form Form, Type? Act);
