using System.Collections.Immutable;
using System.Globalization;

namespace Faubourg.Ledger.Notes;

/// <summary>
/// Whom somebody believes: logs, witnesses, and how many of them must have signed (C2SP tlog-policy). The file a neighbour keeps;
/// the same file drives other programs.
/// </summary>
public sealed record Policy
{
    /// <summary>The word that asks for no witness at all.</summary>
    public const string None = "none";

    /// <summary>Any one of them may have signed. None where the log is known from elsewhere.</summary>
    public ImmutableArray<PolicyLog> Logs { get; init; } = [];

    /// <summary>Those whose signatures may count towards the quorum, each once.</summary>
    public ImmutableArray<PolicyWitness> Witnesses { get; init; } = [];

    /// <summary>In an order in which each names only earlier ones.</summary>
    public ImmutableArray<PolicyGroup> Groups { get; init; } = [];

    /// <summary>The witness or group that must have signed, or <see cref="None"/>.</summary>
    public string Quorum { get; init; } = None;

    /// <summary>One log, and no witnesses yet.</summary>
    public static Policy Of(VerifierKey log) => new() { Logs = [new PolicyLog(log)] };

    /// <exception cref="LedgerException">Not a policy; the message names the line.</exception>
    public static Policy Parse(ReadOnlySpan<byte> file) => PolicyReader.Read(file);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static Policy Parse(string file)
    {
        if (file.Length > Limits.PolicyBytes) throw new LedgerException("a policy too long");
        try
        {
            return Parse(Lines.Utf8.GetBytes(file));
        }
        catch (System.Text.EncoderFallbackException)
        {
            throw new LedgerException("half a surrogate pair");
        }
    }

    /// <summary>The file: logs, witnesses, groups with their numbers, quorum. Its first line is the first <c>log &lt;vkey&gt;</c>.</summary>
    public override string ToString() => Lines.Of(
    [
        .. Logs.Select(log => $"log {log.Key}{Url(log.Url)}"),
        .. Witnesses.Select(witness => $"witness {witness.Name} {witness.Key}{Url(witness.Url)}"),
        .. Groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"group {group.Name} {group.Needed} {string.Join(' ', group.Members)}")),
        $"quorum {Quorum}",
    ]);

    private static string Url(string? url) => url is null ? "" : " " + url;

    /// <summary>Who of those we believe has signed a checkpoint.</summary>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="now">
    /// Seconds since 1970: cosignatures more than <see cref="Limits.ClockSeconds"/> later do not count. Null when no clock is to be trusted.
    /// </param>
    /// <param name="alsoLogs">Keys of the log known from elsewhere, such as those that a rotation brought.</param>
    /// <exception cref="LedgerException">The text is no checkpoint, or a signature by a key of this policy fails.</exception>
    public Judgement Judge(Note note, long? now = null, IEnumerable<VerifierKey>? alsoLogs = null)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        var logs = Logs.Select(log => log.Key).Concat(alsoLogs ?? []).Distinct().ToArray();
        var opened = note.Checked(logs.Concat(Witnesses.Select(witness => witness.Key)).Distinct());
        var latest = now is null ? long.MaxValue : Math.Min(now.Value, long.MaxValue - Limits.ClockSeconds) + Limits.ClockSeconds;
        var recognised = Witnesses
            .Select(witness => (witness, Time: opened.Verified.Where(v => v.Key == witness.Key && v.UnixSeconds <= latest).Max(v => v.UnixSeconds)))
            .Where(each => each.Time is not null)
            .Select(each => new Recognised(each.witness.Name, each.witness.Key, each.Time!.Value))
            .ToImmutableArray();
        // tlog-policy, "Defining a log": the name of the key is the origin. One log's key never speaks for another log.
        var log = opened.Verified.FirstOrDefault(v => v.Key.Name == checkpoint.Origin && logs.Contains(v.Key));
        return new Judgement(checkpoint, log?.Key, recognised, Witnesses.Length, IsQuorum(recognised.Select(witness => witness.Name)));
    }

    private bool IsQuorum(IEnumerable<string> signed)
    {
        var holding = signed.ToHashSet(StringComparer.Ordinal);
        foreach (var group in Groups)
            if (group.Members.Count(holding.Contains) >= group.Needed)
                holding.Add(group.Name);
        return Quorum == None || holding.Contains(Quorum);
    }

    public bool Equals(Policy? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => HashCode.Combine(Logs.Length, Witnesses.Length, Groups.Length, Quorum);
}
