using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Keeping;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Record;
using Faubourg.Storage.Sqlite;
using NodaTime;
using NodaTime.Text;
using Statements = Faubourg.Ledger.Notes.Statements;

namespace Faubourg.Storage;

/// <summary>What only whoever runs the host does, with the folder to themselves: quarters come, go, and get other keys.</summary>
public sealed partial class Quarters
{
    private const int SeedBytes = 32;

    /// <summary>
    /// A quarter leaves: its record as files, and in one file what signs it. Then the key here is destroyed, and the quarter only
    /// shows its record.
    /// </summary>
    /// <param name="slug">Its name in addresses.</param>
    /// <param name="folder">For the record; empty, or not there.</param>
    /// <param name="file">For the key; not there.</param>
    /// <param name="to">The URL prefix of its record from now on, shown and signed; null when that is not known yet.</param>
    /// <param name="advance">Told how far it is.</param>
    /// <exception cref="KeepingException">A council lives, or the quarter cannot be signed here.</exception>
    public async Task<SignedCheckpoint> Leave(string slug, string folder, string file, string? to, IProgress<Advance>? advance)
    {
        var row = Known(slug);
        var quarter = await Load(row).ConfigureAwait(false);
        if (quarter.Barred is { } barred) throw new KeepingException($"{slug} cannot be signed here ({barred.GetType().Name}), so there is no key to move.");
        if (!quarter.Now.State.Living.IsEmpty) throw new KeepingException($"A council of {slug} is announced or sits. Move when it has ended.");
        if (File.Exists(file)) throw new KeepingException($"There is a file {file} already.");
        Exported.Empty(folder);
        await Sign(quarter).ConfigureAwait(false);
        var state = quarter.Now.State;
        await Alone(row, sql =>
        {
            var where = to is null ? null : Where(sql, state, to, quarter.Clock());
            // Nothing here is worth anything yet: until the last line below the quarter lives here, and the same is done anew.
            Leaving.Pack(sql, premises.Key, state.Origin, state.Size).Write(file);
            Leaving.Part(sql, where);
            // From here on only the file can sign. What the export below lacks, an export after a crash has.
            return true;
        }).ConfigureAwait(false);
        await Load(row).ConfigureAwait(false);
        return Exported.Write(settings.Folder, slug, folder, advance, now: null);
    }

    /// <summary>
    /// A record comes: a quarter that moves here, the missing part of one that is held, or a copy. Nothing of it is taken before
    /// every leaf, tile, text and signature was found right.
    /// </summary>
    /// <param name="folder">As exported.</param>
    /// <param name="file">What moved with it; null for a record alone.</param>
    /// <param name="wanted">What it is to be called in addresses here; of its identity when null.</param>
    /// <param name="advance">Told how far it is.</param>
    /// <exception cref="KeepingException">Something does not fit: the sentence says what.</exception>
    public async Task<Arrived> Arrive(string folder, string? file, string? wanted, IProgress<Advance>? advance)
    {
        var record = RecordFolder.Open(folder);
        var inspected = Inspected(record, advance);
        var move = file is null ? null : Fitting(MoveFile.Read(file), record, inspected);
        var row = founded.FirstOrDefault(r => r.Listed.Origin == record.Checkpoint.Origin);
        var isNew = row is null;
        if (row is not null) await Agree(row, record).ConfigureAwait(false);
        row ??= Expect(record, wanted);
        var taken = await Alone(row, sql => new Arriving(sql, premises, Pictures.Beside(FileOf(row.Id)), record, move).Take(advance)).ConfigureAwait(false);
        if (record.Checkpoint.Size > Promised(row.Id)) premises.HighWater.Keep(row.Id, record.Note);
        // The file has all of it: a crash before the next line is completed by Mend.
        host.Set(row.Id, Stage.Founded);
        if (isNew) founded = founded.Add(row with { Stage = Stage.Founded });
        var quarter = await Load(row).ConfigureAwait(false);
        return new Arrived(row.Listed.Slug, isNew, taken, quarter.Now.State.Size, quarter.Barred);
    }

    /// <summary>What comes and what is here are one history; or there is a proof that the log showed two, and it is kept.</summary>
    private async Task Agree(HostRow row, RecordFolder record)
    {
        var state = (await Load(row).ConfigureAwait(false)).Now.State;
        if (await Alone(row, sql => Contradiction(sql, state, record)).ConfigureAwait(false) is not { } evidence) return;
        await Break(evidence, CancellationToken.None).ConfigureAwait(false);
        throw new KeepingException($"Nothing was taken: one key signed this record and another history that is here as {row.Listed.Slug}. The proof is kept, and shown with the record there.");
    }

    private static string? Contradiction(Sqlite.Statements sql, Quarter state, RecordFolder record)
    {
        if (Tree.Newest(sql) is not { } latest) return null;
        var (here, comes) = (Note.Parse(latest.Note), Note.Parse(record.Note));
        var (small, large, tiles) = latest.Size > record.Checkpoint.Size
            ? (record.Checkpoint, Checkpoint.Parse(here.Text), new StoredTiles(sql))
            : (Checkpoint.Parse(here.Text), record.Checkpoint, record.Tiles);
        var proof = Proofs.Prefix(tiles, small.Size, large.Size);
        if (Proofs.IsPrefix(small.Size, small.Root.AsSpan(), large.Size, large.Root.AsSpan(), proof)) return null;
        // Without one key over both there is no proof that stands alone: then the first entry that differs is named.
        var both = state.Keys.Where(k => !k.IsVoid(large.Size)).Select(k => Vkey(state, k.Key))
            .FirstOrDefault(key => here.Signatures.Any(s => s.IsBy(key)) && comes.Signatures.Any(s => s.IsBy(key)));
        return both is null ? null : Evidence.Of(both, here, comes, tiles).ToString();
    }

    /// <summary>A new key for the log. The old one signs for another 30 days.</summary>
    public async Task<Answer> Rotate(string slug, CancellationToken ct)
    {
        var row = Known(slug);
        var quarter = await Load(row).ConfigureAwait(false);
        if (quarter.Barred is { } barred) return new Refused(barred);
        var signed = await Sign(quarter).ConfigureAwait(false);
        var state = quarter.Now.State;
        var (key, signature) = await Alone(row, sql =>
        {
            // A crash after this leaves a key that no leaf names: it signs nothing, and the next rotation takes it.
            var made = Spare(sql, state);
            var text = Statements.Rotate(state.Origin, signed.Size, Convert.FromBase64String(signed.RootBase64), Vkey(state, made));
            return (made, new SigningKeys(sql, premises.Key, state.Origin).Open(state.Keys[^1].Key, signer => signer.Sign(text).Payload));
        }).ConfigureAwait(false);
        var act = new RotateKey(key, signed.Size, signed.RootBase64, Convert.ToBase64String(signature.AsSpan()));
        return await (await Load(row).ConfigureAwait(false)).Submit(act, Actor.Host, null, ct).ConfigureAwait(false);
    }

    /// <summary>What key-bearers have to sign so that this host, and no other, signs the log from now on.</summary>
    /// <returns>The text of <c>recover/v1</c>; the same again until the record grows or it is used.</returns>
    public async Task<string> Recovery(string slug)
    {
        var row = Known(slug);
        var quarter = await Load(row).ConfigureAwait(false);
        var signed = await Sign(quarter).ConfigureAwait(false);
        return await Alone(row, sql => Recovery(quarter.Now.State, signed, Spare(sql, quarter.Now.State))).ConfigureAwait(false);
    }

    /// <summary>Takes the key that enough key-bearers signed. From here on the old one is void.</summary>
    /// <param name="slug">The quarter.</param>
    /// <param name="signatures">By the number of the bearer's key: base64 over the text of <see cref="Recovery(string)"/>.</param>
    /// <param name="ct">Withdraws it.</param>
    /// <exception cref="KeepingException">A signature is not that bearer's over this text.</exception>
    public async Task<Answer> Recover(string slug, IReadOnlyDictionary<int, string> signatures, CancellationToken ct)
    {
        var row = Known(slug);
        var quarter = await Load(row).ConfigureAwait(false);
        var (signed, state) = (await Sign(quarter).ConfigureAwait(false), quarter.Now.State);
        var key = await Alone(row, sql => Spare(sql, state)).ConfigureAwait(false);
        var text = Recovery(state, signed, key);
        var bearers = state.Recovery?.Keys ?? [];
        foreach (var (number, signature) in signatures)
            if (number < 1 || number > bearers.Length || !IsSigned(text, bearers[number - 1], signature))
                throw new KeepingException($"The signature of key-bearer {number} is not theirs over this text. Give them the text again: the record may have grown.");
        var numbers = signatures.Keys.Order().ToArray();
        var act = new RecoverKey(key, signed.Size, signed.RootBase64, [.. numbers], [.. numbers.Select(n => signatures[n])]);
        return await (await Load(row).ConfigureAwait(false)).Submit(act, Actor.Host, null, ct).ConfigureAwait(false);
    }

    private static bool IsSigned(string text, string bearer, string signature) =>
        SigningKey.IsBase64(signature, SigningKey.SignatureBytes)
        && Statements.Holds(text, Convert.FromBase64String(bearer), Convert.FromBase64String(signature));

    private static string Recovery(Quarter state, SignedCheckpoint signed, string key) =>
        Statements.Recover(state.Origin, signed.Size, Convert.FromBase64String(signed.RootBase64), Vkey(state, key));

    private static VerifierKey Vkey(Quarter state, string key) => VerifierKey.Ed25519(state.Origin, Convert.FromBase64String(key));

    /// <summary>A key that is here and that no leaf names yet; made when there is none.</summary>
    private string Spare(Sqlite.Statements sql, Quarter state)
    {
        var keys = new SigningKeys(sql, premises.Key, state.Origin);
        if (keys.Held().FirstOrDefault(k => state.Keys.All(named => named.Key != k) && keys.Opens(k)) is { } spare) return spare;
        var seed = RandomNumberGenerator.GetBytes(SeedBytes);
        using var signer = NoteSigner.Ed25519(state.Origin, seed);
        var made = Convert.ToBase64String(signer.Key.PublicKey.AsSpan());
        sql.Run("INSERT INTO log_key VALUES (?1, ?2)", made, premises.Key.Wrap(seed, Encoding.UTF8.GetBytes(state.Origin)));
        CryptographicOperations.ZeroMemory(seed);
        return made;
    }

    /// <summary>All that there is stands under a checkpoint; of a copy, what its host signed.</summary>
    private static async Task<SignedCheckpoint> Sign(LiveQuarter quarter)
    {
        await quarter.Look(quarter.Now.State.Size - 1, _ => true, CancellationToken.None).ConfigureAwait(false);
        return quarter.Record.Latest;
    }

    private string Where(Sqlite.Statements sql, Quarter state, string to, Instant at)
    {
        var text = new Place(state.Origin, to, InstantPattern.General.Format(at)).Text;
        return new SigningKeys(sql, premises.Key, state.Origin).Sign(text, [state.Keys[^1].Key]);
    }

    private static Inspection Inspected(RecordFolder record, IProgress<Advance>? advance)
    {
        try
        {
            var (findings, inspection) = record.Inspect(advance);
            return findings.Count == 0
                ? inspection
                : throw new KeepingException($"The record does not hold, so nothing of it was taken. {findings.Count} findings, the first: {findings[0]}.");
        }
        catch (Exception wrong) when (wrong is FormatException or System.Text.Json.JsonException or IOException or KeyNotFoundException)
        {
            throw new KeepingException($"The record cannot be read, so nothing of it was taken: {wrong.Message}");
        }
    }

    /// <summary>The key in it is the one that signs this record now.</summary>
    private static MoveFile Fitting(MoveFile move, RecordFolder record, Inspection inspected)
    {
        if (move.Origin != record.Checkpoint.Origin) throw new KeepingException("The file with the key is of another neighbourhood.");
        if (move.Size > record.Checkpoint.Size) throw new KeepingException("The record is older than the file with the key: signing on from it would make two histories.");
        foreach (var key in move.Keys)
        {
            using var signer = NoteSigner.Ed25519(move.Origin, Convert.FromBase64String(key.Seed));
            if (Convert.ToBase64String(signer.Key.PublicKey.AsSpan()) != key.Public) throw new KeepingException("A key in the file is not what it says it is.");
        }
        return move.Keys.Any(k => k.Public == inspected.Keys.All[^1].Key) ? move : throw new KeepingException("The file holds no key that signs this record now.");
    }

    private HostRow Expect(RecordFolder record, string? wanted)
    {
        var id = LogKey.IdOf(record.Checkpoint.Origin);
        wanted ??= $"q-{id[..8]}";
        if (!Slugs.IsSound(wanted)) throw new KeepingException("A name in addresses is 3 to 40 of a–z, 0–9 and hyphens.");
        var first = Leaves.Read(record.Entries().First().Bytes);
        if (first.Clear.TryGetValue("rehearsal", out var rehearsal) && rehearsal == true) throw new KeepingException("It is the record of a rehearsal: those do not move.");
        var at = InstantPattern.General.Parse(first.At).Value;
        foreach (var slug in Slugs.From(wanted))
        {
            var row = new HostRow(id, new Listed(slug, record.Checkpoint.Origin, false, at), Stage.Founding);
            if (!host.TryAdd(row)) continue;
            // Reserved, and no leaf: a crash here, and Mend takes both back.
            SqliteJournal.Create(FileOf(id), premises, record.Checkpoint.Origin, null).Dispose();
            return row;
        }
        throw new InvalidOperationException("Numbers ended.");
    }

    private long Promised(string id) => premises.HighWater.Of(id) is { } note ? Checkpoint.Parse(Note.Parse(note).Text).Size : 0;

    private HostRow Known(string slug) =>
        founded.FirstOrDefault(r => r.Listed.Slug == slug) ?? throw new KeepingException($"There is no neighbourhood called {slug} here.");

    /// <summary>With the quarter out of memory, and its file nobody else's.</summary>
    private async Task<T> Alone<T>(HostRow row, Func<Sqlite.Statements, T> work)
    {
        if (live.TryRemove(row.Listed.Slug, out var there))
            await (await there.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        try
        {
            using var file = Database.Open(FileOf(row.Id));
            using var sql = new Sqlite.Statements(file);
            return work(sql);
        }
        catch when (row.Stage == Stage.Founding)
        {
            Delete(row);
            throw;
        }
    }
}

/// <summary>What came of an import.</summary>
/// <param name="Slug">Its name in addresses here.</param>
/// <param name="IsNew">It was not on this host before.</param>
/// <param name="Taken">Leaves that were not here.</param>
/// <param name="Entries">Leaves that are here now.</param>
/// <param name="Barred">Why nothing can be added to it here; null when it lives here.</param>
public sealed record Arrived(string Slug, bool IsNew, long Taken, long Entries, Barred? Barred);
