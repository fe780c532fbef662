using Faubourg.Domain;

namespace Faubourg.Web.Photos;

/// <summary>Acts that may come with a picture.</summary>
internal static class PhotoActs
{
    /// <summary>Pictures read at once: each takes up to 64 MB while it is unpacked, and an old laptop is a host.</summary>
    private static readonly SemaphoreSlim Gate = new(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>An act of the rules whose form has one field for a picture.</summary>
    /// <param name="refuse">Why whoever sends it may not: asked before the picture is unpacked, so that nobody else takes the host's time.</param>
    /// <param name="act">Is given the picture as it will be kept; null where none was sent.</param>
    public static void MapPhotoAct<TAct>(
        this IEndpointRouteBuilder routes,
        Form form,
        Func<Visit, Input, Refusal?> refuse,
        Func<Visit, Input, Photo?, TAct> act,
        Func<Visit, Answer.Accepted, string>? then = null,
        Func<Visit, Task>? again = null)
        where TAct : Act
    {
        var field = form.Fields.OfType<UploadField>().Single().Name;
        routes.MapForm(form, async (visit, input) =>
        {
            if (refuse(visit, input) is { } no) return new Reply.Refused(no);
            var (photo, fault) = await Develop(input.Upload(field), visit.Context.RequestAborted);
            if (fault is { } wrong) return new Reply.Wrong(field, $"photo.wrong.{Field.Kebab(wrong)}");
            return await ActRoutes.Submit(visit, act(visit, input, photo), input, photo: photo) switch
            {
                Answer.Accepted done => Reply.Done.Of(then?.Invoke(visit, done) ?? visit.Back(input), done),
                Answer.Refused refused => new Reply.Refused(refused.Why),
                var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
            };
        }, again, typeof(TAct));
    }

    private static async Task<(Photo?, PhotoFault?)> Develop(Upload? sent, CancellationToken stop)
    {
        if (sent is null) return (null, null);
        if (!await Gate.WaitAsync(Patience, stop)) return (null, PhotoFault.Busy);
        try
        {
            return await Task.Run(() => Darkroom.Develop(sent.Bytes.Span), stop);
        }
        finally
        {
            Gate.Release();
        }
    }
}
