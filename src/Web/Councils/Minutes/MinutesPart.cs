using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>What every part of the minutes has at hand.</summary>
public abstract class MinutesPart : View
{
    [Parameter, EditorRequired] public MinutesView Told { get; set; } = default!;

    /// <summary>Where the minutes stand on this host: "/quarters/lilas/councils/3".</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    protected Telling Telling => new(Words, When);
}
