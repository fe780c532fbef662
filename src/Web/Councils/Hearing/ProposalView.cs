using Faubourg.Domain.Decisions;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Councils;

/// <summary>Base of the pages about one proposal.</summary>
public abstract class ProposalView : HandView
{
    [Parameter, EditorRequired] public Draft Draft { get; set; } = default!;

    protected bool IsMine => Draft.Author == Me.Seat.Number;
}
