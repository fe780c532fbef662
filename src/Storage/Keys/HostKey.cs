using System.Security.Cryptography;

namespace Faubourg.Storage.Keys;

/// <summary>Wraps the log keys of a host's quarters, so that a copy of their files alone can sign nothing.</summary>
internal sealed class HostKey
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] key;

    private HostKey(byte[] key) => this.key = key;

    /// <summary>From its file, which only its owner may read; made when there is none.</summary>
    /// <exception cref="InvalidDataException">The file holds no key.</exception>
    public static HostKey In(string path)
    {
        if (!File.Exists(path)) Make(path);
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? new HostKey(key) : throw new InvalidDataException($"{path} holds no key of {KeyBytes} bytes.");
    }

    /// <summary>Under a new name first: a crash leaves no half key in the right place.</summary>
    private static void Make(string path)
    {
        var made = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }
        File.Move(made, path);
    }

    /// <param name="secret">What is wrapped.</param>
    /// <param name="origin">Whose it is: what is wrapped for one quarter does not open for another.</param>
    /// <returns>Nonce, tag, ciphertext (AES-256-GCM).</returns>
    public byte[] Wrap(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> origin)
    {
        var wrapped = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = wrapped.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, secret, wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes), origin);
        return wrapped;
    }

    /// <exception cref="AuthenticationTagMismatchException">Another host's, another quarter's, or damaged.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> origin)
    {
        var secret = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(wrapped[..NonceBytes], wrapped[(NonceBytes + TagBytes)..], wrapped.Slice(NonceBytes, TagBytes), secret, origin);
        return secret;
    }
}
