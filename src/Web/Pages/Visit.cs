using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Faubourg.Web;

/// <summary>One request as a page sees it: who reads, where they are, and how to answer. Made once per request, when first asked for.</summary>
public sealed class Visit
{
    /// <summary>"/quarters/lilas/sheets": which part of it is the noun.</summary>
    private const int NounAt = 3;

    private const int MostPages = 10_000;

    private static readonly object Slot = new();

    private Quarter? _quarter;

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

    /// <summary>The status a page is shown with.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public Device? Device => Device.Of(Context);

    /// <summary>What this device is called in the council of this address; null where it has no secret yet.</summary>
    public string? Key => Device?.KeyFor(Quarter.Origin, CouncilNumber!.Value);

    /// <summary>What it is called here, within or outside a council; null where it has no secret yet.</summary>
    public string? KeyHere => Device?.KeyFor(Quarter.Origin, Sphere);

    /// <summary>
    /// What a device's name here is made with: the number of the council, or of the one that opened this jar, else the noun that comes
    /// after the neighbourhood in the address. So nothing that is kept shows that the same phone did two things.
    /// </summary>
    public string Sphere =>
        CouncilNumber is { } council ? $"{council}"
        : Context.Request.RouteValues.ContainsKey("jar") ? $"{Number("jar")}"
        : Context.Request.Path.Value!.Split('/').ElementAtOrDefault(NounAt) ?? "";

    public When When => new(Words, Zone, Now);

    /// <summary>The quarter of this address. Only on routes with {slug}, after <see cref="Enter"/>.</summary>
    public Quarter Quarter => _quarter ?? throw new InvalidOperationException("This address names no quarter.");

    /// <summary>The address names a quarter, and nothing in it is anybody's.</summary>
    public bool IsRehearsal => _quarter is { Rehearsal: true };

    /// <summary>Which revision of the quarter this is.</summary>
    public long Revision { get; private set; }

    /// <summary>Evidence that the record of this address was forked; null while none is known.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The council of this address. Only on routes with {council}, after <see cref="Enter"/>.</summary>
    public Council Council => Quarter.Councils[CouncilNumber!.Value];

    public int? CouncilNumber { get; private set; }

    /// <summary>What a council convened now would be called.</summary>
    public int NextCouncil => Quarter.Councils.Last + 1;

    public string Slug => Route("slug");

    /// <summary>"/quarters/lilas", "/rehearsals/lilas".</summary>
    public string QuarterUrl => $"{(Quarter.Rehearsal ? "/rehearsals" : "/quarters")}/{Slug}";

    /// <summary>"/quarters/lilas/councils/3".</summary>
    public string CouncilUrl => $"{QuarterUrl}/councils/{CouncilNumber}";

    /// <summary>The council of this address, else its quarter, else the host's first page.</summary>
    public string Here => _quarter is null ? "/" : CouncilNumber is null ? QuarterUrl : CouncilUrl;

    /// <summary>Where somebody goes after an act: whoever holds a neighbour's phone stays on their own page there.</summary>
    public string Back(Input input) => input.Paper is { } paper && CouncilNumber is not null ? $"{CouncilUrl}/neighbours/{paper}/hand" : Here;

    /// <summary>What <see cref="LiveHub"/> calls this council.</summary>
    public string Topic => $"{Slug}/{CouncilNumber}";

    public Reader Reader => new(Words, When, Address, _quarter is null ? null : Here, Entry)
    {
        Record = _quarter is null ? null : QuarterUrl + "/record",
        Broken = Evidence is null ? null : QuarterUrl + "/record/fork",
    };

    /// <summary>Where the language switch comes back to; after a form came back, the page the form is for.</summary>
    private string Address => HttpMethods.IsGet(Context.Request.Method) ? Context.Request.Path + Context.Request.QueryString : Here;

    public static Visit Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Slot, out var known)) return (Visit)known!;
        var visit = new Visit(context);
        context.Items[Slot] = visit;
        return visit;
    }

    /// <summary>A part of the address: <c>visit.Route("slug")</c>.</summary>
    public string Route(string name) => (string)Context.Request.RouteValues[name]!;

    /// <summary>A number in the address; 0, which nothing is called, where it is not one.</summary>
    public int Number(string name) =>
        int.TryParse(Route(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Which page of a long list, from 0: "?page=3". So many pages nothing has.</summary>
    public int Page =>
        int.TryParse(Context.Request.Query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page)
            ? Math.Min(page, MostPages)
            : 0;

    /// <summary>What every page about a whole neighbourhood is given: the quarter and its address.</summary>
    public (string Name, object? Value)[] Whole => [(nameof(Quarter), Quarter), ("Url", QuarterUrl)];

    /// <summary>Looks up what the address names; false where there is no such thing.</summary>
    public async ValueTask<bool> Enter()
    {
        if (!Context.Request.RouteValues.ContainsKey("slug")) return true;
        var quarters = Context.RequestServices.GetRequiredService<IQuarters>();
        var found = await quarters.Find(Slug, Context.RequestAborted);
        // A rehearsal never stands at an address where people look for real things.
        if (found is not { Quarter: var quarter } || quarter.Rehearsal != Context.Request.Path.StartsWithSegments("/rehearsals")) return false;
        (_quarter, Revision, Now, Evidence) = (quarter, found.Revision, found.Now, quarters.EvidenceOf(quarter.Origin));
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(quarter.Zone) ?? DateTimeZone.Utc;
        if (!Context.Request.RouteValues.ContainsKey("council")) return true;
        CouncilNumber = Number("council");
        return quarter.Councils.ContainsKey(CouncilNumber.Value);
    }

    /// <summary>A page for this reader alone, usually with forms; gives the phone its secret if it has none.</summary>
    public Task Show<TPage>(params (string Name, object? Value)[] parameters) where TPage : IComponent
    {
        Device.Ensure(Context);
        return Web.Page.Render<TPage>(Context, Status, parameters);
    }

    /// <summary>A page made anew each time, with a form that asks for nobody's mark: the phone is given no secret.</summary>
    public Task ShowBare<TPage>(params (string Name, object? Value)[] parameters) where TPage : IComponent => Web.Page.Render<TPage>(Context, Status, parameters);

    /// <summary>A page that is the same for everybody at this revision: made once, kept, no cookie.</summary>
    public Task ShowPublic<TPage>(long revision, params (string Name, object? Value)[] parameters) where TPage : IComponent =>
        Context.RequestServices.GetRequiredService<PageCache>().Show<TPage>(Context, revision, parameters);

    /// <summary>The JSON face of the same address.</summary>
    public bool WantsJson => Face.WantsJson(Context);
}
