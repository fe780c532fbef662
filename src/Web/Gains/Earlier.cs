using Faubourg.Domain.Gains;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Gains;

/// <summary>What of earlier gains a council is asked: a page full at most, the oldest first.</summary>
internal static class Earlier
{
    private const int Most = 12;

    /// <summary>It has come to an age at which somebody should look.</summary>
    public static IEnumerable<LoggedGain> ToLookAt(Scene scene) => Domain.Gains.LoggedGain.MayNotLook(scene.Council)
        ? []
        : scene.Quarter.Gains.Values.Where(g => g.DueCheck(scene.Quarter, scene.Now) is not null).Take(Most);

    /// <summary>Nobody has shown it yet.</summary>
    public static IEnumerable<LoggedGain> ToShow(Scene scene) => scene.Quarter.Gains.Values.Reverse()
        .Where(g => g.Council != scene.Council.Number && g.StateAt(scene.Quarter, scene.Now) == GainState.Claimed).Take(Most);

    /// <summary>Another council may confirm it.</summary>
    public static IEnumerable<LoggedGain> ToConfirm(Scene scene) => scene.Quarter.Gains.Values.Reverse()
        .Where(g => g.Council != scene.Council.Number && g.StateAt(scene.Quarter, scene.Now) == GainState.Shown && (g.Confirmations.IsEmpty || g.ConfirmedBy(scene.Quarter) is null)).Take(Most);

    public static bool IsAny(Scene scene) => ToLookAt(scene).Any() || ToShow(scene).Any();
}
