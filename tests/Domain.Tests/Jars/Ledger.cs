using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Jars;

/// <summary>A second way of keeping the books, from the leaves alone: every account that money can be in, and what each holds.</summary>
internal sealed class Ledger
{
    /// <summary>"street", "shops", "jar 3", …: what it holds may be below zero only on the street, where money comes from.</summary>
    public Dictionary<string, long> Holds { get; } = [];

    /// <summary>All that ever came into each jar and was not a mistake.</summary>
    public Dictionary<int, long> In { get; } = [];

    private readonly Dictionary<(int Jar, int Movement), (string From, string To, long Amount)> lines = [];
    private readonly Dictionary<int, int> count = [];
    private readonly HashSet<(int, string)> ids = [];

    /// <summary>What is wrong with this leaf; null when nothing is.</summary>
    public string? Reads(PublicEvent happened)
    {
        switch (happened)
        {
            case JarStopped stopped:
                return Undo((stopped.Jar, stopped.Movement), "shops") ?? Says(stopped.Jar, stopped.Level);
            case JarMoved { Kind: Move.Corrected } e:
                if (!ids.Add((e.Jar, e.Id))) return "twice in the book";
                count[e.Jar] = e.Movement;
                return Undo((e.Jar, e.Of!.Value), null) ?? Says(e.Jar, e.Level);
            case JarMoved e:
                if (!ids.Add((e.Jar, e.Id))) return "twice in the book";
                if (e.Movement != count.GetValueOrDefault(e.Jar) + 1) return "not the next movement";
                count[e.Jar] = e.Movement;
                Writes(e);
                return Says(e.Jar, e.Level);
            default:
                return null;
        }
    }

    private void Writes(JarMoved e)
    {
        var jar = $"jar {e.Jar}";
        var (from, to) = e.Kind switch
        {
            Move.Given => ("street", jar),
            Move.Spent => (jar, "shops"),
            Move.GivenBack => (jar, "street"),
            _ => (jar, $"jar {e.To}"),
        };
        lines[(e.Jar, e.Movement)] = (from, to, e.Amount);
        Shift(from, to, e.Amount);
        if (e.Kind == Move.Given) In[e.Jar] = In.GetValueOrDefault(e.Jar) + e.Amount;
        if (e.To is not { } other) return;
        In[other] = In.GetValueOrDefault(other) + e.Amount;
        count[other] = count.GetValueOrDefault(other) + 1;
    }

    private string? Undo((int Jar, int) line, string? only)
    {
        if (!lines.Remove(line, out var done) || only is not null && done.To != only) return "nothing to undo";
        Shift(done.To, done.From, done.Amount);
        if (done is { From: "street" }) In[line.Jar] -= done.Amount;
        return null;
    }

    private void Shift(string from, string to, long amount)
    {
        Holds[from] = Holds.GetValueOrDefault(from) - amount;
        Holds[to] = Holds.GetValueOrDefault(to) + amount;
    }

    private string? Says(int jar, long level) => Holds.GetValueOrDefault($"jar {jar}") == level ? null : $"says {level}, holds {Holds[$"jar {jar}"]}";

    /// <summary>Nothing is made and nothing is lost, and every jar is within its bounds.</summary>
    public string? Differs(Quarter quarter, Instant now)
    {
        if (Holds.Values.Sum() != 0) return "money was made or lost";
        if (Holds.Any(h => h.Key != "street" && h.Value < 0)) return "less than nothing somewhere";
        foreach (var (number, jar) in quarter.Jars)
        {
            var level = Holds.GetValueOrDefault($"jar {number}");
            if (jar.Level != level || jar.TakenIn != In.GetValueOrDefault(number)) return $"jar {number} is not what moved";
            if (level < 0 || level > jar.Goal || jar.TakenIn > jar.Goal) return $"jar {number} is out of its bounds";
            if (jar.TakenIn != jar.Spent + jar.GivenBack + jar.PassedOn + jar.Level) return $"jar {number}: in is not out and level";
            if (jar.LevelAt(quarter, now) + jar.UnaccountedAt(quarter, now) != level) return $"jar {number} hides something";
            if (quarter.Projects.TryGetValue(number, out var project) && now >= project.OverAt(quarter) + Duration.FromDays(14) && jar.LevelAt(quarter, now) != 0) return $"jar {number} lives on";
        }
        return null;
    }
}
