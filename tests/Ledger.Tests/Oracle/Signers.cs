using Faubourg.Ledger.Notes;

namespace Faubourg.Ledger.Tests.Oracle;

/// <summary>A log and two witnesses with keys that are known to everybody: for tests only.</summary>
internal static class Signers
{
    public const string Origin = "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4";

    public const long Now = 1_795_000_000;

    public static readonly NoteSigner Log = NoteSigner.Ed25519(Origin, Seed(1));

    public static readonly Cosigner First = Cosigner.Ed25519("lilas.example/w/1", Seed(2));

    public static readonly Cosigner Second = Cosigner.Ed25519("roses.example/w/1", Seed(3));

    /// <summary>Of a type that we do not understand yet (ML-DSA-44), as a witness of tomorrow may send it.</summary>
    public static readonly NoteSignature OfTomorrow = new("mimosa.example/w/1", 0x06060606, [.. new byte[8 + 2420]]);

    public static Policy Policy => new()
    {
        Logs = [new(Log.Key)],
        Witnesses = [new("lilas", First.Key), new("roses", Second.Key)],
        Groups = [new("both", 2, ["lilas", "roses"])],
        Quorum = "both",
    };

    public static byte[] Seed(byte of) => [.. Enumerable.Repeat(of, 32)];

    /// <summary>Signed by the log alone.</summary>
    public static Note Signed(Checkpoint checkpoint) => new(checkpoint.Text, [Log.Sign(checkpoint.Text)]);

    /// <summary>Signed by the log and both witnesses, and by one of tomorrow.</summary>
    public static Note Cosigned(Checkpoint checkpoint) => Signed(checkpoint)
        .With(First.Sign(checkpoint.Text, Now))
        .With(OfTomorrow)
        .With(Second.Sign(checkpoint.Text, Now + 1));
}
