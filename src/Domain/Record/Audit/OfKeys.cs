using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Record.Audit;

/// <summary>The chain of keys, who can add to it, and where the record is. Whether a signature is right is the verifier's own part.</summary>
internal static class OfKeys
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case KeyRotated e: NewKey(c, e.Key, e.Size, e.Root, [e.Signature]); break;
            case KeyRecovered e: Recovered(c, e); break;
            case RecoverySet e: Set(c, e); break;
            case PlaceChanged e:
                c.Require(ChangePlace.MayMove(c.Before, e.Council, c.At), Rule.MovedByDecision, "No council decided so, or its decision did not hold, and no key-bearers recovered it.");
                break;
        }
    }

    private static void NewKey(Case c, string key, long size, string root, ImmutableArray<string> signatures)
    {
        c.Require(size == c.Stamp.Seq, Rule.KeysInChain, "It continues another tree than the one before it.");
        c.Require(
            SigningKey.IsBase64(key, SigningKey.Bytes) && SigningKey.IsBase64(root, SigningKey.Bytes) && signatures.All(s => SigningKey.IsBase64(s, SigningKey.SignatureBytes)),
            Rule.KeysInChain,
            "A key, a root or a signature has the wrong length.");
        c.Require(!c.Before.Keys.Any(k => k.Key == key), Rule.KeysInChain, "This key signed here before.");
    }

    private static void Recovered(Case c, KeyRecovered e)
    {
        NewKey(c, e.Key, e.Size, e.Root, e.Signatures);
        var recovery = c.Before.Recovery;
        if (!c.Require(recovery?.HoldsAt(c.At) == true, Rule.RecoveredByBearers, "No key-bearers' keys held then.")) return;
        c.Require(RecoverKey.AreBearers(recovery!, e.Bearers) && e.Signatures.Length == e.Bearers.Length, Rule.RecoveredByBearers, "Too few key-bearers, or others.");
    }

    private static void Set(Case c, RecoverySet e)
    {
        if (c.Living(e.Council) is not { } council) return;
        var drawn = council.Calls.Count(k => k.Role == Role.KeyBearer);
        c.Require(e.Keys.Length is >= Recovery.Least and <= Recovery.Most && e.Keys.Length <= drawn, Rule.BearersDrawn, "Three to five keys, of bearers who were drawn.");
        c.Require(e.Needed == Recovery.Least, Rule.BearersDrawn, "Three have to sign together.");
        c.Require(
            e.Keys.All(k => SigningKey.IsBase64(k, SigningKey.Bytes) && !c.Before.Keys.Any(own => own.Key == k)) && e.Keys.Distinct().Count() == e.Keys.Length,
            Rule.BearersDrawn,
            "Each key is another one, of 32 bytes, and not the log's own.");
        c.Require(e.Until <= c.At + Recovery.Term, Rule.BearersDrawn, "The keys of key-bearers hold for a year.");
        c.Evening(e.Council).KeysUntil = e.Until;
    }
}
