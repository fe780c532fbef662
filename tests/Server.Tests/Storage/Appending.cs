using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A process in which six neighbours act without pause, and which says on its output what it was answered, until it is killed.</summary>
internal static class Appending
{
    public static async Task<int> Run(string folder)
    {
        var clock = new TestClock { Now = SystemClock.Instance.GetCurrentInstant() };
        await using var quarters = await Quarters.Open(new StorageSettings(folder, "faubourg.example", clock), default);
        var quarter = await quarters.Find("les-lilas", default) ?? await Prepare(quarters, clock);
        await Task.WhenAll(Evening.Neighbours.Select(name => Act(quarter, name)));
        return 0;
    }

    private static async Task<LiveQuarter> Prepare(Quarters quarters, TestClock clock)
    {
        var quarter = await quarters.Found("les-lilas", Evening.Wish, default);
        foreach (var step in Evening.Steps().TakeWhile(s => s.Name != "first count of heads"))
        {
            clock.Pass(step.After);
            await quarter.Submit(step.Act(quarter.Now.State, quarter.Clock()), step.By(quarter.Now.State), step.Key, default);
        }
        return quarter;
    }

    private static async Task Act(LiveQuarter quarter, string name)
    {
        for (var n = 0; ; n++)
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"{name} {n}");
            // Every second count that is typed agrees with the one before, which is a leaf.
            Act act = n % 2 == 0 ? new SayName(1, Text.Of(said)) : new TypeHeads(1, 6);
            var answer = (Accepted)await quarter.Submit(act, Evening.Actor(name), Hash.Of($"{Environment.ProcessId}|{said}"), default);
            // One write a line: what is read is either all of it or not yet there.
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{answer.Revision}\n"));
        }
    }
}
