using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Ledger.Notes;
using Faubourg.Storage.Keys;

namespace Faubourg.Storage.Sqlite;

/// <summary>The log keys in a quarter's file. Each is open for as long as it signs, and for nothing else.</summary>
internal sealed class SigningKeys(Statements sql, HostKey host, string origin)
{
    public string Origin => origin;

    /// <summary>base64 of the public keys whose private half is here.</summary>
    public ImmutableArray<string> Held()
    {
        var held = ImmutableArray.CreateBuilder<string>();
        using var rows = sql.Rows("SELECT public FROM log_key ORDER BY public");
        while (rows.Read()) held.Add(rows.GetString(0));
        return held.DrainToImmutable();
    }

    /// <summary>A signed note over the checkpoint.</summary>
    /// <param name="checkpoint">What is signed.</param>
    /// <param name="by">base64 of the public keys; those that are not here do not sign.</param>
    /// <exception cref="InvalidDataException">Of none of these the private half is here.</exception>
    public string Sign(Checkpoint checkpoint, ImmutableArray<string> by) => Sign(checkpoint.Text, by);

    /// <summary>A signed note over any text.</summary>
    public string Sign(string text, ImmutableArray<string> by)
    {
        var note = new Note(text, [.. Held().Where(key => by.Contains(key)).Select(key => Open(key, signer => signer.Sign(text)))]);
        return note.Signatures.IsEmpty ? throw new InvalidDataException($"No key of {origin} is here that signs now.") : note.ToString();
    }

    /// <summary>Lets one key sign.</summary>
    public T Open<T>(string key, Func<NoteSigner, T> use)
    {
        var wrapped = (byte[]?)sql.One("SELECT wrapped FROM log_key WHERE public = ?1", key) ?? throw new InvalidDataException($"The key {key} is not here.");
        var seed = host.Unwrap(wrapped, Encoding.UTF8.GetBytes(origin));
        try
        {
            using var signer = NoteSigner.Ed25519(origin, seed);
            return use(signer);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>The private half is here, and wrapped by this host's key.</summary>
    public bool Opens(string key)
    {
        try
        {
            return Held().Contains(key) && Open(key, _ => true);
        }
        catch (CryptographicException)
        {
            // A backup without the host key it was made under.
            return false;
        }
    }
}
