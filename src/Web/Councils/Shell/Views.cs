using Faubourg.Domain.Councils;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Councils;

/// <summary>
/// Base of <c>…Room</c> and <c>…Wall</c>: what everybody sees of a step. Rendered once per change and language and pushed to all,
/// so it holds no form, token or key and nothing of one seat.
/// </summary>
public abstract class RoomView : View
{
    [Parameter, EditorRequired] public Scene Scene { get; set; } = default!;

    protected Room Room => Scene.Room;

    protected Council Council => Scene.Council;
}

/// <summary>Base of <c>…Hand</c>: the buttons of one seat. Nothing is typed here; what is typed has a page of its own.</summary>
public abstract class HandView : View
{
    [Parameter, EditorRequired] public Seated Me { get; set; } = default!;

    protected Scene Scene => Me.Scene;

    protected Room Room => Scene.Room;

    protected Council Council => Scene.Council;
}
