using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What the same neighbours do with what grew: take, hand on, drop, show, ask, answer, end; with their own words, or anybody's.</summary>
internal sealed class Hands(World world, Fate fate, Neighbours neighbours)
{
    public Act Anything(string device)
    {
        var project = world.Quarter.Projects.IsEmpty ? 1 : fate.Any(world.Quarter.Projects.Keys);
        var fresh = Hash.Of($"{device}|{world.Quarter.Size}|{fate.Below(1_000_000)}");
        return fate.Below(14) switch
        {
            0 or 1 or 2 => new TakeWaitingTask(project, 1 + fate.Below(3), fate.OneIn(2) ? neighbours.Words() : null, fresh),
            3 => new HandOnTask(Any(Purpose.Task), fresh, fate.OneIn(2) ? neighbours.Words() : null),
            4 or 12 or 13 => new DropTask(Any(Purpose.Task)),
            5 => new FinishTask(Any(Purpose.Task)),
            6 => new FinishProject(Any(Purpose.Task)),
            7 or 8 => new ShowEvidence(Any(fate.Of(Purpose.Task, Purpose.Minutes)), neighbours.Words(), fate.OneIn(3) ? Text.Of(fresh) : null),
            9 or 10 => new AskInstitution(Any(fate.Of(Purpose.Task, Purpose.Minutes)), Day(-20, 3), neighbours.Words(), neighbours.Words(), fresh),
            _ => new WriteAnswer(
                Any(fate.Of(Purpose.Task, Purpose.Request)), 1 + fate.Below(2), Day(-5, 3), fate.Of(Enum.GetValues<RequestReply>()), null, neighbours.Words()),
        };
    }

    private LocalDate Day(int from, int to) => world.Now.InUtc().Date.PlusDays(from + fate.Below(to - from));

    private string Any(Purpose purpose) => fate.Any(world.Quarter.Slips.Values.Where(s => s.Purpose == purpose))?.Hash ?? "none";
}
