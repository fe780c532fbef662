using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;

namespace Faubourg.Web;

/// <summary>When something goes wrong: a plain sentence, a number to quote, nothing of our insides.</summary>
internal static class Trouble
{
    public static void UseTroublePages(this IApplicationBuilder app, ILogger log) => app.Use(next => async context =>
    {
        try
        {
            await next(context);
            if (context.Response.StatusCode >= 400 && IsEmpty(context)) await Show(context, context.Response.StatusCode);
        }
        catch (BadHttpRequestException bad)
        {
            if (!context.Response.HasStarted) await Show(context, bad.StatusCode);
        }
        catch (Storage.NotStoredException)
        {
            // Whoever reads the log was told by the storage itself.
            if (!context.Response.HasStarted) await Show(context, StatusCodes.Status503ServiceUnavailable);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // The last catch there is: whatever was not foreseen ends here as a page with a number.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            // The message of an exception may hold what somebody typed; its type and place do not.
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            log.LogError("{Reference}: {Type}\n{Trace}", reference, unforeseen.GetType().FullName, unforeseen.StackTrace);
            if (!context.Response.HasStarted) await Show(context, StatusCodes.Status500InternalServerError, reference);
        }
    });

    /// <summary>The page, or the JSON, of a status.</summary>
    public static Task Show(HttpContext context, int status, string? reference = null, string? sentence = null)
    {
        var words = Visit.Of(context).Words;
        var known = words.Has($"host.trouble.{status}") ? status : status < 500 ? 400 : 500;
        var says = sentence ?? words[$"host.trouble.{known}"];
        context.Response.Headers.Remove("Set-Cookie");
        return Face.WantsJson(context)
            ? Face.Refuse(context, status, "Status" + status, says, reference: reference)
            : Page.Render<Host.TroublePage>(context, status, (nameof(Host.TroublePage.Status), known), (nameof(Host.TroublePage.Says), says), (nameof(Host.TroublePage.Reference), reference));
    }

    private static bool IsEmpty(HttpContext context) =>
        !context.Response.HasStarted && context.Response.ContentType is null && context.Response.ContentLength is null or 0;
}
