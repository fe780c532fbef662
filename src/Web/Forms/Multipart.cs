using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Faubourg.Web;

/// <summary>
/// A form with a file in it (RFC 7578) to <see cref="Typed"/>. The one body that may be longer than <see cref="Limits.Body"/>; its
/// texts together may not. What of a file is too long is read and thrown away, so that everything else comes back with a sentence.
/// </summary>
internal static class Multipart
{
    /// <summary>Of a boundary (RFC 2046 §5.1.1).</summary>
    private const int LongestBoundary = 70;

    /// <summary>A body has to be here by then: whoever sends a byte now and again would keep everybody else's pictures out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool Is(HttpRequest request) => (request.ContentType ?? "").StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    public static async Task<(Typed? Typed, Reading.Malformed? Fault)> Read(HttpContext context, Form form)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = Limits.UploadRead;
        if (context.Request.ContentLength > Limits.UploadRead) return (null, new(StatusCodes.Status413PayloadTooLarge, "form.large"));
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary)
            return Malformed;
        using var patience = new CancellationTokenSource(Patience, context.RequestServices.GetRequiredService<TimeProvider>());
        using var late = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, patience.Token);
        try
        {
            return await Read(new MultipartReader(boundary.Value!, context.Request.Body), form, context, late.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (null, new(StatusCodes.Status408RequestTimeout, "form.slow"));
        }
        catch (Exception broken) when (broken is InvalidDataException or DecoderFallbackException or IOException and not BadHttpRequestException)
        {
            return Malformed;
        }
    }

    private static (Typed?, Reading.Malformed?) Malformed => (null, new(StatusCodes.Status400BadRequest, "form.malformed"));

    private static async Task<(Typed?, Reading.Malformed?)> Read(MultipartReader reader, Form form, HttpContext context, CancellationToken stop)
    {
        var typed = new Typed();
        var letters = 0;
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !about.DispositionType.Equals("form-data")) return Malformed;
            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (typed.Count >= Limits.FieldsInAForm) return Malformed;
            if (form.Find(name) is UploadField)
            {
                // Two files in one field: no form of ours sends them.
                if (typed.Upload(name) is not null) return Malformed;
                if (await File(section.Body, context, stop) is { } file) typed.Add(name, file);
                continue;
            }

            if (about.FileName.HasValue || about.FileNameStar.HasValue) return (null, new(StatusCodes.Status400BadRequest, "form.unknown"));
            using var text = new MemoryStream();
            if (!await Copy(section.Body, text, Limits.Body - letters, stop)) return (null, new(StatusCodes.Status413PayloadTooLarge, "form.large"));
            letters += (int)text.Length;
            typed.Add(name, Strict.GetString(text.GetBuffer(), 0, (int)text.Length));
        }

        return (typed, null);
    }

    /// <summary>Null where none was chosen: a browser sends an empty one then.</summary>
    private static async Task<Upload?> File(Stream from, HttpContext context, CancellationToken stop)
    {
        using var file = new MemoryStream();
        var room = context.RequestServices.GetRequiredService<UploadRoom>();
        var counted = 0L;
        try
        {
            var (buffer, problem) = (new byte[1 << 16], (string?)null);
            for (int more; (more = await from.ReadAsync(buffer, stop)) > 0;)
            {
                if (problem is not null) continue;
                counted += more;
                if (!room.Take(more)) problem = "form.upload.busy";
                else if (file.Length + more > Limits.Upload) problem = "form.upload.large";
                else file.Write(buffer, 0, more);
            }

            if (problem is not null) return new Upload(default, problem);
            if (file.Length == 0) return null;
            // It is in memory until it has been answered.
            context.Response.RegisterForDispose(new Release(room, counted));
            counted = 0;
            return new Upload(file.GetBuffer().AsMemory(0, (int)file.Length));
        }
        finally
        {
            room.Give(counted);
        }
    }

    private sealed class Release(UploadRoom room, long bytes) : IDisposable
    {
        public void Dispose() => room.Give(bytes);
    }

    /// <summary>False when there was more than may be.</summary>
    private static async Task<bool> Copy(Stream from, MemoryStream to, int most, CancellationToken stop)
    {
        var buffer = new byte[1 << 12];
        for (int more; (more = await from.ReadAsync(buffer, stop)) > 0;)
        {
            if (to.Length + more > most) return false;
            to.Write(buffer, 0, more);
        }

        return true;
    }
}
