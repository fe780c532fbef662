using Faubourg.Domain.Councils;

namespace Faubourg.Web;

/// <summary>The pace of the evening: whoever was drawn, and what any seat may say about it.</summary>
public static partial class Forms
{
    public static readonly Form MoveOn = new("guide.on", "/quarters/{slug}/councils/{council}/step", Field.Choice<Step>("from"));

    public static readonly Form SayNotYet = new("guide.hold", "/quarters/{slug}/councils/{council}/holds");

    public static readonly Form AskForHelp = new("guide.help", "/quarters/{slug}/councils/{council}/help");

    public static readonly Form KeepGuiding = new("guide.beat", "/quarters/{slug}/councils/{council}/guiding");

    public static readonly Form ThankFacilitator = new("guide.thank", "/quarters/{slug}/councils/{council}/thanks");

    public static readonly Form CallQuiet = new("guide.quiet", "/quarters/{slug}/councils/{council}/quiet");

    public static readonly Form MustLeave = new("guide.leave", "/quarters/{slug}/councils/{council}/leaving");
}
