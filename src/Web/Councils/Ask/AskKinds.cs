using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>What a room may be asked.</summary>
internal static class AskKinds
{
    public static ImmutableArray<AskKind> All { get; } =
    [
        new(Ask.OurQuestion, s => s.Step is Step.Gathering or Step.Hearing, [], ["words"]),
        new(Ask.MoreTime, s => s.Council.ExtraMinutes == 0, ["minutes"], []),
        new(Ask.Floor, s => s.Step is Step.Gathering or Step.Hearing, [], []),
        new(Ask.NamesOnWall, _ => true, [], []),
        new(Ask.WaiveExclusion, s => s.Room.Draw is null && s.Room.Roles.IsEmpty, ["role"], []),
        new(Ask.CallBack, s => s.Room.Proposals.Values.Any(p => p.Aside == SetAside.Covenant), ["proposal", "words"], []),
        new(Ask.ChangeMethod, s => Methods(s).Any() && s.Council.Decision is null && !s.Room.Deliberation.IsOpen, ["method"], []),
        new(Ask.Spokesperson, s => s.Council is { Decision: not null, Spokesperson: null }, ["addressee", "words"], []),
        new(Ask.RecallSpokesperson, s => Sent(s).Any(), ["council"], []),
    ];

    public static AskKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Ways to decide that the room could turn to: a majority only when consent was not found twice.</summary>
    public static IEnumerable<Method> Methods(Scene scene) => scene.Step is Step.Gathering or Step.Hearing or Step.Deciding
        ? Enum.GetValues<Method>().Where(method => method != scene.Council.MethodNow && (method != Method.Majority || IsLastResort(scene.Council)))
        : [];

    private static bool IsLastResort(Council council) => council.ConsentCounts.Any(count => count.Round >= OpenRound.BeforeTheRoomChooses);

    /// <summary>Councils of this neighbourhood in whose name somebody still speaks.</summary>
    public static IEnumerable<Council> Sent(Scene scene) => scene.Quarter.Councils.Values
        .Where(c => c.Spokesperson is { RecalledBy: null } spokesperson && spokesperson.Until > scene.Now);
}
