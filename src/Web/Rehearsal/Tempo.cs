using NodaTime;

namespace Faubourg.Web.Rehearsal;

/// <summary>How fast an evening is played.</summary>
/// <param name="Speed">Scripted seconds to one real second; infinity plays without pauses.</param>
/// <param name="LongestPause">No silence lasts longer than this.</param>
/// <param name="Beat">Between the taps of two neighbours.</param>
public sealed record Tempo(double Speed, TimeSpan LongestPause, TimeSpan Beat)
{
    public static readonly Tempo ToWatch = new(15, TimeSpan.FromSeconds(8), TimeSpan.FromMilliseconds(120));

    public static readonly Tempo WithoutPauses = new(double.PositiveInfinity, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>A question to the room stands a minute; so long a guest is waited for.</summary>
    public TimeSpan ForAnAnswer { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>How long a guest who was drawn has before others help out.</summary>
    public TimeSpan BeforeHelp { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Pause(Duration scripted)
    {
        var seconds = scripted.TotalSeconds / Speed;
        return seconds <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
    }
}
