using System.Collections.Immutable;
using System.Text;

namespace Faubourg.Ledger.Notes;

/// <summary>Reads the file of a <see cref="Policy"/>, line by line (C2SP tlog-policy, "Policy file syntax and structure").</summary>
internal sealed class PolicyReader
{
    private static readonly char[] Blank = [' ', '\t'];

    private readonly ImmutableArray<PolicyLog>.Builder logs = ImmutableArray.CreateBuilder<PolicyLog>();
    private readonly ImmutableArray<PolicyWitness>.Builder witnesses = ImmutableArray.CreateBuilder<PolicyWitness>();
    private readonly ImmutableArray<PolicyGroup>.Builder groups = ImmutableArray.CreateBuilder<PolicyGroup>();
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> logKeys = new(StringComparer.Ordinal), witnessKeys = new(StringComparer.Ordinal);
    private readonly HashSet<(string, uint)> ids = [];
    private string? quorum;

    public static Policy Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > Limits.PolicyBytes) throw new LedgerException("a policy too long");
        if (file.ContainsAnyInRange((byte)0x00, (byte)0x08) || file.ContainsAnyInRange((byte)0x0B, (byte)0x1F) || file.Contains((byte)0x7F))
            throw new LedgerException("a control character in a policy");
        var text = Decode(file);
        // A last line that was cut short would be another line.
        if (!text.EndsWith('\n')) throw new LedgerException("every line of a policy ends in a newline");
        var reader = new PolicyReader();
        var lines = text[..^1].Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            try
            {
                reader.Line(lines[at].Split(Blank, StringSplitOptions.RemoveEmptyEntries));
            }
            catch (LedgerException wrong)
            {
                throw new LedgerException($"line {at + 1} of the policy: {wrong.Message}");
            }
        }

        return reader.Whole();
    }

    /// <summary>Octets above 7F are opaque ("Character set"): where they are not UTF-8, each stands for itself.</summary>
    private static string Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            return Lines.Utf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    private void Line(string[] items)
    {
        switch (items)
        {
            case []:
            case [['#', ..], ..]:
                break;
            case ["log", var key]:
                Log(key, null);
                break;
            case ["log", var key, var url]:
                Log(key, url);
                break;
            case ["witness", var name, var key]:
                Witness(name, key, null);
                break;
            case ["witness", var name, var key, var url]:
                Witness(name, key, url);
                break;
            case ["group", var name, var needed, _, ..]:
                Group(name, needed, [.. items[3..]]);
                break;
            case ["quorum", var name]:
                Quorum(name);
                break;
            default:
                throw new LedgerException($"not a line of a policy: {items[0]} with {items.Length - 1} items");
        }
    }

    private void Log(string vkey, string? url) => logs.Add(new PolicyLog(Key(vkey, logKeys), url));

    private void Witness(string name, string vkey, string? url)
    {
        var key = Key(vkey, witnessKeys);
        if (key.Type is KeyType.Ed25519 or KeyType.Ecdsa) throw new LedgerException($"{name} has a key that signs no cosignatures");
        Define(name);
        witnesses.Add(new PolicyWitness(name, key, url));
    }

    private VerifierKey Key(string vkey, HashSet<string> seen)
    {
        var key = VerifierKey.Parse(vkey);
        if (!seen.Add(Padded.Write(key.PublicKey.AsSpan()))) throw new LedgerException($"the public key of {key.Name} stands here twice");
        return ids.Add((key.Name, key.Id)) ? key : throw new LedgerException($"two keys of one name and id: {key.Name}");
    }

    private void Group(string name, string needed, ImmutableArray<string> of)
    {
        var count = needed switch
        {
            "any" => 1,
            "all" => of.Length,
            _ => Lines.Number(needed, "the number of a group"),
        };
        if (count < 1 || count > of.Length) throw new LedgerException($"{needed} of {of.Length} members");
        foreach (var member in of)
        {
            if (!names.Contains(member)) throw new LedgerException($"no witness and no group above is called {member}");
            if (!members.Add(member)) throw new LedgerException($"{member} is a member twice");
        }

        Define(name);
        groups.Add(new PolicyGroup(name, (int)count, of));
    }

    private void Define(string name)
    {
        if (name == Policy.None) throw new LedgerException($"{Policy.None} is the name of no quorum");
        if (!names.Add(name)) throw new LedgerException($"{name} is the name of another above");
    }

    private void Quorum(string name)
    {
        if (quorum is not null) throw new LedgerException("a second quorum");
        if (name != Policy.None && !names.Contains(name)) throw new LedgerException($"no witness and no group above is called {name}");
        quorum = name;
    }

    private Policy Whole() => new()
    {
        Logs = logs.ToImmutable(),
        Witnesses = witnesses.ToImmutable(),
        Groups = groups.ToImmutable(),
        Quorum = quorum ?? throw new LedgerException("a policy without a quorum line"),
    };
}
