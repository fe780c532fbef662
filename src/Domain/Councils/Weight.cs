using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>
/// With fewer than five heads, or held only remotely, a council decides only what its own people will do. What touches others'
/// work needs notice, a room, five heads and half those of the council it changes.
/// </summary>
public static class Weight
{
    public const int LeastHeads = 5;

    public static readonly Duration Notice = Duration.FromHours(72);

    public static readonly Duration NoticeOfRecall = Duration.FromHours(24);

    /// <summary>Why this council may not touch others' work; null when it may.</summary>
    /// <param name="council">The council that would decide.</param>
    /// <param name="heads">Its heads, counted.</param>
    /// <param name="notice">The notice needed.</param>
    /// <param name="changed">Lower bound of the heads of the council whose work it changes.</param>
    public static Refusal? Lacks(Council council, int heads, Duration notice, int changed)
    {
        if (council.OnPaper || council.StartsAt - council.NoticeFrom < notice) return new NeedsNotice((int)notice.TotalHours);
        if (council.Attendance == Attendance.Remote) return new NeedsARoom();
        return heads < LeastHeads || heads * 2 < changed ? new NeedsMoreHeads(Math.Max(LeastHeads, (changed + 1) / 2)) : null;
    }

    /// <summary>Lower bound of the heads that decided in a council whose work is to change; 0 where there is no such council.</summary>
    internal static int HeadsOf(Quarter quarter, int council) => quarter.Councils.GetValueOrDefault(council)?.HeadsAtDeciding ?? 0;

    internal static Refusal? RefuseRecall(Sitting sitting, int sender)
    {
        if (!sitting.Quarter.Councils.TryGetValue(sender, out var sent)
            || sent.Spokesperson is not { RecalledBy: null } spokesperson
            || spokesperson.Until <= sitting.Now) return new NoSuchSpokesperson();
        if (sender == sitting.Number) return null;
        var heads = Math.Max(sitting.Council.HeadsAtDraw, sitting.Council.HeadsAtDeciding);
        return Lacks(sitting.Council, heads, NoticeOfRecall, sent.HeadsAtDeciding);
    }

    /// <summary>
    /// Why this council may not say no to what another decided; null when it may. As many heads as that one had; and the shorter
    /// notice, for with 72 hours' notice the 72 hours to say no would be over.
    /// </summary>
    internal static Refusal? RefuseNo(Sitting sitting, int number)
    {
        if (!sitting.Quarter.Amendments.TryGetValue(number, out var amendment) || !amendment.IsPendingAt(sitting.Now))
            return new NoSuchAmendment();
        var heads = sitting.Council.HeadsAtDeciding;
        if (Lacks(sitting.Council, heads, NoticeOfRecall, amendment.Heads) is { } refusal) return refusal;
        return heads < amendment.Heads ? new NeedsMoreHeads(amendment.Heads) : null;
    }

    /// <summary>Lower bound of the heads of the council that last changed what a proposal touches; 0 where none did, or where its deed says.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="touches">What is touched.</param>
    /// <param name="target">Words: which, and so whose.</param>
    internal static int Changed(Quarter quarter, Touches touches, TextAt? target) => touches.HasDeed() ? 0 : touches == Touches.Words
        ? target is { } at && Erasure.CouncilOf(quarter, at) is { } council ? Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) : 0
        : quarter.Amendments.Values.LastOrDefault(a => a.Touches == touches && a.RefusedAt is null)?.Heads ?? 0;
}

public sealed record NeedsNotice(int Hours) : Refusal;

public sealed record NeedsARoom : Refusal;

public sealed record NeedsMoreHeads(int Least) : Refusal;

public sealed record NoSuchSpokesperson : Refusal;
