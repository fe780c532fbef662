namespace Faubourg.Web.Record;

/// <summary>
/// What this host holds, for programs that watch many hosts (RFC 8615). Rehearsals are not among it. Each neighbourhood is opened for it
/// once, and again when its keys have changed: whoever asks often opens nothing.
/// </summary>
internal sealed class WellKnown
{
    private readonly IQuarters quarters;
    private readonly Lock guard = new();
    private readonly Dictionary<string, Known> kept = new(StringComparer.Ordinal);
    private long changes;

    public WellKnown(IQuarters quarters)
    {
        this.quarters = quarters;
        quarters.Published += Forget;
    }

    /// <summary>All that stand here now, the oldest first.</summary>
    public async Task<IReadOnlyList<Known>> All(CancellationToken stop)
    {
        var all = new List<Known>();
        foreach (var slug in quarters.List())
            if (await Of(slug, stop) is { } known)
                all.Add(known);
        return all;
    }

    public static async Task Show(Visit visit)
    {
        var quarters = visit.Context.RequestServices.GetRequiredService<IQuarters>();
        var here = PublicAddress.Of(visit.Context);
        var all = await visit.Context.RequestServices.GetRequiredService<WellKnown>().All(visit.Context.RequestAborted);
        visit.Context.Response.Headers.AccessControlAllowOrigin = "*";
        await Face.Json(visit.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray("quarters");
            foreach (var (slug, origin, keys) in all)
            {
                json.WriteStartObject();
                json.WriteString("origin", origin);
                json.WriteString("prefix", $"{here}/quarters/{slug}/record/");
                json.WriteStartArray("vkeys");
                foreach (var key in keys) json.WriteStringValue(key);
                json.WriteEndArray();
                if (quarters.EvidenceOf(origin) is not null) json.WriteBoolean("broken", true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private async ValueTask<Known?> Of(string slug, CancellationToken stop)
    {
        long before;
        lock (guard)
        {
            if (kept.TryGetValue(slug, out var already)) return already;
            before = changes;
        }

        if (await quarters.Find(slug, stop) is not { } found || await quarters.Record(slug, stop) is not { } record) return null;
        var known = new Known(slug, found.Quarter.Origin, record.VerifierKeys);
        lock (guard)
        {
            // Keys that changed while we looked are perhaps not these.
            if (before == changes) kept[slug] = known;
        }

        return known;
    }

    private void Forget(Publication published)
    {
        if (published.Before.Keys == published.After.Keys) return;
        lock (guard)
        {
            changes++;
            kept.Remove(published.Slug);
        }
    }

    /// <summary>A neighbourhood as programs know it.</summary>
    /// <param name="Slug">Its name here.</param>
    /// <param name="Origin">Its name everywhere.</param>
    /// <param name="Keys">Verifier keys, as in a policy.</param>
    internal sealed record Known(string Slug, string Origin, IReadOnlyList<string> Keys);
}
