using System.Buffers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Faubourg.Web;

/// <summary>Razor components to bytes. One renderer per render: a long-lived one keeps every root it ever rendered.</summary>
public static class Page
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    /// <summary>Answers the request with a page made for this reader alone; a stored copy is never shown to anybody else.</summary>
    public static async Task Render<TPage>(HttpContext context, int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var visit = Visit.Of(context);
        var bytes = await Bytes<TPage>(visit.Reader, parameters);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    public static Task Render<TPage>(HttpContext context, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Render<TPage>(context, StatusCodes.Status200OK, parameters);

    /// <summary>A page or a fragment as UTF-8: for live streams and for pages kept in <see cref="PageCache"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>> Bytes<TPage>(Reader reader, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(NoServices, NullLoggerFactory.Instance);
        using var writer = new Utf8Writer();
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<CascadingValue<Reader>>(Frame<TPage>(reader, parameters));
            root.WriteHtmlTo(writer);
        });
        return writer.Written;
    }

    private static ParameterView Frame<TPage>(Reader reader, (string Name, object? Value)[] parameters) where TPage : IComponent =>
        ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(CascadingValue<>.Value)] = reader,
            [nameof(CascadingValue<>.IsFixed)] = true,
            [nameof(CascadingValue<>.ChildContent)] = Content<TPage>(parameters),
        });

    private static RenderFragment Content<TPage>((string Name, object? Value)[] parameters) where TPage : IComponent => builder =>
    {
        builder.OpenComponent<TPage>(0);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };
}
