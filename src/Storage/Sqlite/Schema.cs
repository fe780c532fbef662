namespace Faubourg.Storage.Sqlite;

/// <summary>The tables of one quarter's file.</summary>
internal static class Schema
{
    /// <summary>Kept in the file's <c>user_version</c>; a file of a later program is not opened, one of an earlier is upgraded.</summary>
    public const int Version = 2;

    public const string Tables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        -- at: milliseconds since 1970
        CREATE TABLE journal (revision INTEGER PRIMARY KEY, at INTEGER NOT NULL);
        CREATE TABLE leaf (
          seq INTEGER PRIMARY KEY, revision INTEGER NOT NULL, pos INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE INDEX leaf_of_revision ON leaf (revision);
        -- slip: hash of the slip with which its giver may take it back
        CREATE TABLE disclosure (
          digest TEXT PRIMARY KEY, seq INTEGER NOT NULL, name TEXT NOT NULL, d TEXT NOT NULL, slip TEXT) WITHOUT ROWID;
        CREATE UNIQUE INDEX disclosure_of_leaf ON disclosure (seq, name);
        -- mark: null for what is deleted with its council
        CREATE TABLE room (
          revision INTEGER NOT NULL, pos INTEGER NOT NULL, council INTEGER NOT NULL, kind TEXT NOT NULL, mark TEXT, body BLOB NOT NULL,
          PRIMARY KEY (revision, pos)) WITHOUT ROWID;
        CREATE INDEX room_by_mark ON room (mark) WHERE mark IS NOT NULL;
        CREATE TABLE idempotency (
          hash BLOB PRIMARY KEY, revision INTEGER NOT NULL, council INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        -- Bytes were deleted here that a VACUUM has yet to take out of the files; digest: still to be noted among the erasures.
        CREATE TABLE purge_due (digest TEXT);
        """ + Log;

    /// <summary>Since version 2.</summary>
    public const string Log = """

        -- public: base64 of the public key; wrapped: its seed, wrapped by the host key
        CREATE TABLE log_key (public TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
        -- Tiles of the tree at the newest checkpoint, never of a larger or smaller one: 32 bytes a hash, at most 256 in a row.
        CREATE TABLE tile (level INTEGER NOT NULL, n INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, n));
        CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, at INTEGER NOT NULL, note TEXT NOT NULL);
        """;
}
