using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Storage.Record;
using Faubourg.Web.Record;
using NodaTime;
using Repository = Faubourg.Server.Tests.Web.Repository;

namespace Faubourg.Server.Tests.Record;

/// <summary>The entries that are kept for ever as samples: one of every kind.</summary>
internal static class Golden
{
    public static readonly KeptBack NothingWaits = KeptBack.Of(Quarter.Unfounded, Instant.MinValue);

    private static readonly Dictionary<string, Erasure> NothingErased = [];

    public static IEnumerable<string> Types => Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(Repository.Root, "tests", "Domain.Tests", "Golden");

    public static RecordEntry Of(string type)
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, type + ".json")));
        var held = golden.RootElement.GetProperty("disclosures").EnumerateObject().Select(d => d.Value.GetString()!);
        return new RecordEntry(41, Encoding.UTF8.GetBytes(golden.RootElement.GetProperty("leaf").GetString()!), [.. held]);
    }

    public static EntryTold Told(RecordEntry entry, IReadOnlyDictionary<string, Erasure>? erased = null) => EntryTold.Of(entry, erased ?? NothingErased, NothingWaits);

    /// <summary>The same entry with its words replaced, as bytes.</summary>
    public static RecordEntry With(this RecordEntry entry, string old, string now) =>
        entry with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entry.Bytes).Replace(old, now, StringComparison.Ordinal)) };
}
