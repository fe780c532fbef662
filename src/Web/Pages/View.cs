using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Faubourg.Web;

/// <summary>What every page and part derives from: <c>@Words["area.key"]</c> and <c>@When.Full(at)</c> at hand.</summary>
public abstract class View : ComponentBase
{
    [CascadingParameter] public Reader Reader { get; set; } = default!;

    protected Words Words => Reader.Words;

    protected When When => Reader.When;

    /// <summary>For the datetime attribute of &lt;time&gt;.</summary>
    protected static string Iso(Instant at) => NodaTime.Text.InstantPattern.General.Format(at);
}
