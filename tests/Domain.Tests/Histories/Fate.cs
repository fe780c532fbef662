namespace Faubourg.Domain.Tests.Histories;

/// <summary>Choices that follow from one number.</summary>
internal sealed class Fate(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(params IReadOnlyList<T> all) => all[Below(all.Count)];

    public T? Any<T>(IEnumerable<T> all)
    {
        var list = all.ToArray();
        return list.Length == 0 ? default : list[Below(list.Length)];
    }

    /// <summary>splitmix64 (Steele, Lea, Flood 2014).</summary>
    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
