using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Faubourg.Web.Pictures;

/// <summary>Words in a picture: SVG's own element for them means something else in a Razor file.</summary>
public sealed class Label : ComponentBase
{
    [Parameter, EditorRequired] public string Words { get; set; } = "";

    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>Where the letters stand.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>"start", "middle" or "end".</summary>
    [Parameter] public string? Anchor { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Fills.Say(X));
        builder.AddAttribute(2, "y", Fills.Say(Y));
        builder.AddAttribute(3, "class", Class);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Words);
        builder.CloseElement();
    }
}
