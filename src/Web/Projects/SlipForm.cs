using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Projects;

/// <summary>A page on which somebody of a project types something and shows that they may.</summary>
public abstract class SlipForm : View
{
    [Parameter, EditorRequired] public Grown Of { get; set; } = default!;

    /// <summary>"/quarters/lilas"</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    /// <summary>Six words this phone knows by itself; null: they are asked for.</summary>
    [Parameter] public string? Slip { get; set; }

    /// <summary>Which request; 0 where the page is not about one.</summary>
    [Parameter] public int Number { get; set; }

    protected string Project => $"{Url}/projects/{Of.Project.Number}";

    protected List<(string Name, object Value)> Known => Slip is null ? [] : [("slip", Slip)];

    /// <summary>Today, as a date field has it.</summary>
    protected Dictionary<string, string> Today => new() { ["on"] = NodaTime.Text.LocalDatePattern.Iso.Format(When.Now.InZone(When.Zone).Date) };
}
