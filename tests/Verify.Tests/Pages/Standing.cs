using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>One quarter as it stands at one time: what pages are made from.</summary>
internal sealed class Standing(Quarter quarter, Instant now) : IQuarters
{
    public event Action<Publication>? Published
    {
        add { }
        remove { }
    }

    public ValueTask<Snapshot?> Find(string slug, CancellationToken stop) => ValueTask.FromResult(slug == "lilas" ? new Snapshot(quarter, quarter.Size, now) : null);

    public IReadOnlyList<string> List() => ["lilas"];

    public Task<string> Found(string wanted, Founding founding, CancellationToken stop) => throw new NotSupportedException("Nothing is founded here.");

    public Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop) => throw new NotSupportedException("Nothing is done here.");
}
