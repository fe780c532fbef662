using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Reading;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// The keys of a log, from the one in leaf 0, from which its identity follows, through every rotation and recovery. Each new key must
/// be vouched for: by the key before it, or by enough key-bearers.
/// </summary>
internal sealed class KeyChain(string origin, Findings findings)
{
    private const int IdLength = 26;

    private Quarter chain = Quarter.Unfounded;

    public IReadOnlyList<SigningKey> Keys => chain.IsFounded ? chain.Keys : [];

    /// <summary>Only what leaf 0 says.</summary>
    public bool Rehearsal => chain.Rehearsal;

    /// <summary>Keys whose signature counts on a tree of this size, at this time.</summary>
    public IEnumerable<VerifierKey> Signing(long size, Instant at) => Keys.Where(key => key.Signs(size, at)).Select(Named);

    /// <summary>Every key there ever was, with what became of it.</summary>
    public IEnumerable<(VerifierKey Key, SigningKey Standing)> All => Keys.Select(key => (Named(key), key));

    /// <summary>It was signed with a key of this log, and not beyond what that key could still sign when key-bearers had replaced it.</summary>
    public bool Answers(Evidence evidence) =>
        All.Any(known => known.Key == evidence.Key && !(evidence.Larger.Size > known.Standing.VoidAfter));

    /// <summary>Takes in one of the leaves that are about keys, in order. A leaf that names a key wrongly gives none.</summary>
    /// <param name="happened">Founding, rotation, recovery, or the keys of bearers; others are ignored.</param>
    /// <param name="seq">Its index.</param>
    /// <param name="at">Its claimed time.</param>
    /// <param name="before">The tree of the entries before it.</param>
    public void Take(PublicEvent happened, long seq, Instant at, Edge before)
    {
        var fault = happened switch
        {
            QuarterFounded founded => Refuse(founded, seq),
            KeyRotated rotated => Refuse(rotated, seq, before),
            KeyRecovered recovered => Refuse(recovered, seq, at, before),
            RecoverySet set => set.Keys.All(key => SigningKey.IsBase64(key, SigningKey.Bytes)) ? null : "a bearer's key is none",
            _ => null,
        };
        if (fault is not null) findings.Break("key", seq, fault);
        else if (happened is QuarterFounded or KeyRotated or KeyRecovered or RecoverySet) Evolve(happened, new Stamp(at, seq));
    }

    private void Evolve(PublicEvent happened, Stamp stamp)
    {
        try
        {
            chain = happened.Evolve(chain, stamp);
        }
        catch (OverflowException)
        {
            findings.Break("key", stamp.Seq, $"it claims {stamp.At}, after which there are no 30 days");
        }
    }

    private string? Refuse(QuarterFounded founded, long seq)
    {
        if (seq != 0) return "a quarter is founded once, by its first entry";
        if (!SigningKey.IsBase64(founded.Key, SigningKey.Bytes)) return "the first key is none";
        var id = IdOf(Convert.FromBase64String(founded.Key));
        if (founded.Origin != origin) return $"founded as {founded.Origin}, signed as {origin}";
        return origin.EndsWith("/q/" + id, StringComparison.Ordinal) ? null : $"the identity {origin} does not follow from the first key, which gives {id}";
    }

    private string? Refuse(KeyRotated rotated, long seq, Edge before)
    {
        if (Keys.Count == 0) return "no key before it";
        if (RefuseTree(rotated.Size, rotated.Root, seq, before) is { } fault) return fault;
        if (RefuseKey(rotated.Key) is { } wrong) return wrong;
        var statement = Statements.Rotate(origin, rotated.Size, before.Root(), Named(rotated.Key));
        return Holds(statement, Keys[^1].Key, rotated.Signature) ? null : "the key before it did not sign for this one";
    }

    private string? Refuse(KeyRecovered recovered, long seq, Instant at, Edge before)
    {
        if (chain.Recovery is not { } recovery || !recovery.HoldsAt(at)) return "no key-bearers hold at that time";
        if (RefuseTree(recovered.Size, recovered.Root, seq, before) is { } fault) return fault;
        if (RefuseKey(recovered.Key) is { } wrong) return wrong;
        var needed = Math.Max(recovery.Needed, Recovery.Least);
        if (recovered.Bearers.Length != recovered.Signatures.Length || recovered.Bearers.Length < needed) return $"fewer than {needed} key-bearers signed";
        var statement = Statements.Recover(origin, recovered.Size, before.Root(), Named(recovered.Key));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (bearer, signature) in recovered.Bearers.Zip(recovered.Signatures))
        {
            if (bearer < 1 || bearer > recovery.Keys.Length || !seen.Add(recovery.Keys[bearer - 1])) return $"there is no key-bearer {bearer}, or twice the same";
            if (!Holds(statement, recovery.Keys[bearer - 1], signature)) return $"the signature of key-bearer {bearer} does not hold";
        }

        return null;
    }

    private static string? RefuseTree(long size, string root, long seq, Edge before) =>
        size != seq ? $"it speaks of {size} entries and stands at {seq}"
        : root != Convert.ToBase64String(before.Root()) ? "it names another root than the entries before it have"
        : null;

    private string? RefuseKey(string key) =>
        !SigningKey.IsBase64(key, SigningKey.Bytes) ? "the new key is none"
        : Keys.Any(earlier => earlier.Key == key) ? "the new key signed here before"
        : null;

    private static bool Holds(string statement, string key, string signature) =>
        SigningKey.IsBase64(signature, SigningKey.SignatureBytes)
        && Statements.Holds(statement, Convert.FromBase64String(key), Convert.FromBase64String(signature));

    private VerifierKey Named(SigningKey key) => Named(key.Key);

    private VerifierKey Named(string key) => VerifierKey.Ed25519(origin, Convert.FromBase64String(key));

    /// <summary>26 letters of base32 (RFC 4648 §6, small letters) of SHA-256 of the first key.</summary>
    public static string IdOf(ReadOnlySpan<byte> key)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var id = new StringBuilder(IdLength);
        var (held, bits) = (0, 0);
        foreach (var one in SHA256.HashData(key))
        {
            held = (held << 8 | one) & 0xfff;
            for (bits += 8; bits >= 5 && id.Length < IdLength; bits -= 5) id.Append(alphabet[held >> (bits - 5) & 31]);
        }

        return id.ToString();
    }
}
