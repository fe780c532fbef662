using NodaTime;

namespace Faubourg.Web;

/// <summary>One request as a page sees it. Made once per request, when first asked for.</summary>
public sealed class Visit
{
    private static readonly object Slot = new();

    private Visit(HttpContext context)
    {
        Context = context;
        Settings = context.RequestServices.GetRequiredService<HostSettings>();
        Words = Words.In(Languages.Of(context));
        Now = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
    }

    public HttpContext Context { get; }

    public HostSettings Settings { get; }

    public Words Words { get; }

    /// <summary>The host's clock, or the scripted clock of the rehearsal this request is about.</summary>
    public Instant Now { get; set; }

    /// <summary>The neighbourhood's zone, once it is known which one this request is about.</summary>
    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    /// <summary>A form that came back with problems or a refusal; every form on the page finds what was typed in here.</summary>
    public Entry? Entry { get; set; }

    public Reader Reader => new(Words, When, Context.Request.Path + Context.Request.QueryString, Entry);

    public When When => new(Words, Zone, Now);

    public static Visit Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Slot, out var known)) return (Visit)known!;
        var visit = new Visit(context);
        context.Items[Slot] = visit;
        return visit;
    }

    /// <summary>A part of the address: <c>visit.Route("slug")</c>.</summary>
    public string Route(string name) => (string)Context.Request.RouteValues[name]!;
}
