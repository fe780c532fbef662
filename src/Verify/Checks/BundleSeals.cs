using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Faubourg.Verify.Checks;

/// <summary>
/// A seal on each bundle as it was hashed, so that what is replayed later is what was hashed then: the files may lie where somebody else
/// can write. It is GMAC (NIST SP 800-38D) under a key that exists only while this runs: a third of what hashing again would take.
/// </summary>
internal sealed class BundleSeals : IDisposable
{
    private const int KeyBytes = 16, SealBytes = 16, NonceBytes = 12;

    private readonly AesGcm sealing = new(RandomNumberGenerator.GetBytes(KeyBytes), SealBytes);
    private readonly List<UInt128> seals = [];

    /// <summary>Seals the next bundle.</summary>
    public void Add(ReadOnlySpan<byte> bundle) => seals.Add(Seal(seals.Count, bundle));

    /// <summary>It is as it was when it was sealed.</summary>
    public bool Holds(int index, ReadOnlySpan<byte> bundle) => index < seals.Count && seals[index] == Seal(index, bundle);

    public void Dispose() => sealing.Dispose();

    /// <summary>The nonce comes again for another text only where a file changed; nobody is shown the seals, so they teach nobody the key.</summary>
    private UInt128 Seal(int index, ReadOnlySpan<byte> bundle)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes], seal = stackalloc byte[SealBytes];
        nonce.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(nonce, index);
        sealing.Encrypt(nonce, [], [], seal, bundle);
        return BinaryPrimitives.ReadUInt128LittleEndian(seal);
    }
}
