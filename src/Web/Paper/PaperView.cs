using Faubourg.Domain.Quarters;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Paper;

/// <summary>What every sheet has at hand.</summary>
public abstract class PaperView : View
{
    /// <summary>Lines on the blank sheet, and boxes on the page that types it in.</summary>
    protected const int ProposalLines = 5;

    protected const int TaskLines = 6;

    [Parameter, EditorRequired] public Quarter Quarter { get; set; } = default!;

    /// <summary>"/quarters/lilas"</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    /// <summary>The same as other phones reach it.</summary>
    [Parameter, EditorRequired] public string Absolute { get; set; } = "";

    protected string Name => Words.Say(Quarter.Said(Quarter.Name));

    /// <summary>The other language, where a sheet bears both.</summary>
    protected Words Other => Words.In(Languages.All.First(language => language.Code != Words.Language).Code);
}
