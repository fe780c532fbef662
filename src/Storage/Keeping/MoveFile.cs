using System.Text.Json;
using System.Text.Json.Serialization;

namespace Faubourg.Storage.Keeping;

/// <summary>
/// What has to move with a quarter and is in nobody's copy of its record: the keys that sign it, and the slips with which
/// people reach what is theirs. Whoever has this file can speak in the quarter's name.
/// </summary>
internal sealed record MoveFile(string Format, string Origin, long Size, List<MovedKey> Keys, List<MovedSlip> Slips, List<MovedRoom> Rooms)
{
    public const string First = "faubourg-move/v1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>For its owner only, from the first byte on; durable on return.</summary>
    public void Write(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, how);
        JsonSerializer.Serialize(file, this, Options);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="KeepingException">It is not such a file.</exception>
    public static MoveFile Read(string path)
    {
        if (!File.Exists(path)) throw new KeepingException($"There is no file {path}.");
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<MoveFile>(file, Options) is { Format: First } read
                ? read
                : throw new KeepingException($"{path} is no file that a neighbourhood moves with.");
        }
        catch (JsonException wrong)
        {
            throw new KeepingException($"{path} is no file that a neighbourhood moves with: {wrong.Message}");
        }
    }
}

/// <param name="Public">base64 of the public key.</param>
/// <param name="Seed">base64 of the 32 bytes of the private key.</param>
internal sealed record MovedKey(string Public, string Seed);

/// <param name="Digest">Of a text that is held.</param>
/// <param name="Slip">Hash of the slip with which its giver may take it back.</param>
internal sealed record MovedSlip(string Digest, string Slip);

/// <summary>What outlives the room of a council: the hash of a slip, until it ends.</summary>
/// <param name="After">The last leaf before it.</param>
/// <param name="Council">Whose.</param>
/// <param name="Kind">Of the event.</param>
/// <param name="Mark">Under which it will end.</param>
/// <param name="Body">The event.</param>
internal sealed record MovedRoom(long After, int Council, string Kind, string Mark, byte[] Body);
