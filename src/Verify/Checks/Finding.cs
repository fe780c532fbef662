namespace Faubourg.Verify.Checks;

/// <summary>How much a finding weighs.</summary>
internal enum Weight
{
    /// <summary>The record is not what its signatures say, or breaks a rule.</summary>
    Broken,

    /// <summary>Sound, and worth knowing.</summary>
    Notice,
}

/// <summary>Something that was found.</summary>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Rule">Which rule, by its short name: <c>entry</c>, <c>tile</c>, <c>root</c>, <c>signature</c>, …</param>
/// <param name="Entry">Which entry, where it is about one.</param>
/// <param name="What">In words.</param>
internal sealed record Finding(Weight Weight, string Rule, long? Entry, string What);

/// <summary>What was found so far. The first thousand are kept, the others counted.</summary>
internal sealed class Findings
{
    private const int Most = 1000;

    private readonly List<Finding> kept = [];

    public IReadOnlyList<Finding> All => kept;

    /// <summary>All that weigh, also those not kept.</summary>
    public int Broken { get; private set; }

    public int Notices { get; private set; }

    public void Break(string rule, long? entry, string what)
    {
        Broken++;
        Keep(new Finding(Weight.Broken, rule, entry, what));
    }

    public void Notice(string rule, long? entry, string what)
    {
        Notices++;
        Keep(new Finding(Weight.Notice, rule, entry, what));
    }

    private void Keep(Finding finding)
    {
        if (kept.Count < Most) kept.Add(finding);
    }
}
