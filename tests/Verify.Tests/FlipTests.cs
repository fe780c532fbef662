using System.Collections.Concurrent;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Any single byte changed, anywhere in what is signed or hashed, is noticed, and where.</summary>
public sealed class FlipTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    /// <summary>Each byte once in its lowest bit; with time, every bit and the whole byte.</summary>
    private static readonly byte[] Flips = Long ? [1, 2, 4, 8, 16, 32, 64, 128, 255] : [1];

    private static readonly Lazy<RecordFiles> Sound = new(() => Council().Files());

    [Fact]
    public void In_an_entry_it_is_noticed_and_the_entry_is_named() => Everywhere("tile/entries/", (verdict, _, _) =>
        verdict.Findings.All.Any(f => f is { Rule: "entry", Entry: not null } or { Rule: "files", Entry: not null }));

    [Fact]
    public void In_a_tile_it_is_noticed_and_the_hash_is_named() => Everywhere("tile/0/", (verdict, path, at) =>
        verdict.Findings.All.Any(f => f.Rule == "tile" && f.What.StartsWith($"{path}: hash {at / 32} ", StringComparison.Ordinal)));

    [Fact]
    public void In_a_disclosure_it_is_noticed_and_the_line_or_the_entry_is_named() => Everywhere("disclosures.jsonl", (verdict, _, _) =>
        verdict.Findings.All.Any(f => f.Entry is not null || f.What.Contains("line", StringComparison.Ordinal)));

    [Fact]
    public void In_the_checkpoint_or_its_signature_it_is_noticed() => Everywhere("checkpoint", (verdict, _, _) =>
        verdict.Findings.All.Any(f => f.Rule is "checkpoint" or "signature" or "root" or "files" or "key"));

    [Fact]
    public void A_whole_byte_changed_is_noticed_too() => Everywhere("checkpoint", (_, _, _) => true, [255, 128, 32]);

    /// <summary>Leaves of every kind that grows: one entry of each, and a picture.</summary>
    [Fact]
    public void In_leaves_of_the_newest_kinds_it_is_noticed_and_the_entry_is_named()
    {
        var record = Lived(lane => lane.Months());
        var files = record.Files();
        var (missed, kinds) = (new ConcurrentBag<string>(), new HashSet<string>());
        foreach (var (seq, leaf) in record.Entries.Index())
        {
            var type = System.Text.Json.JsonDocument.Parse(leaf).RootElement.GetProperty("type").GetString()!;
            if (!Newest.Contains(type.Split('.')[0]) || !kinds.Add(type)) continue;
            var path = files.Files.Keys.Where(p => p.StartsWith("tile/entries/", StringComparison.Ordinal)).ElementAt(seq / 256);
            var start = record.Entries.Skip(seq / 256 * 256).Take(seq % 256).Sum(entry => entry.Length + 2) + 2;
            Parallel.ForEach(Enumerable.Range(start, leaf.Length), () => files.Copy(), (at, _, changed) =>
            {
                changed.Files[path][at] ^= 1;
                if (!Check(changed).Findings.All.Any(f => f.Rule == "entry" && f.Entry == seq)) missed.Add($"{type} {at}");
                changed.Files[path][at] ^= 1;
                return changed;
            }, _ => { });
        }

        Assert.True(kinds.Count > 15, string.Join(' ', kinds));
        Assert.True(missed.IsEmpty, string.Join('\n', missed.Take(20)));
    }

    private static readonly string[] Newest = ["jar", "gain", "charge", "service", "offer", "burst", "week", "evidence", "request", "task", "project"];

    [Fact]
    public void In_a_picture_it_is_noticed_and_its_entry_is_named()
    {
        byte[] picture = [0xFF, 0xD8, .. Enumerable.Range(0, 500).Select(n => (byte)(n & 0xFF))];
        var record = Lived(lane =>
        {
            lane.Evening(objects: true);
            lane.Shows(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)));
        });
        var (files, seq) = (record.Files(), record.Entries.Count - 1);
        files.Files[$"pictures/{seq}"] = picture;
        Records.Sound(files);
        Noticed(files, "pictures/", (verdict, _, _) => verdict.Findings.All.Any(f => f.Rule == "picture" && f.Entry == seq), Flips);
    }

    private static void Everywhere(string part, Func<Verdict, string, int, bool> named, byte[]? flips = null) =>
        Noticed(Sound.Value, part, named, flips ?? Flips);

    /// <summary>Changes every byte of these files, one after the other.</summary>
    /// <param name="record">Sound as it is.</param>
    /// <param name="part">How the paths of these files begin.</param>
    /// <param name="named">Whether the verdict says where it was, from the path and the index of the byte.</param>
    /// <param name="flips">What each byte is changed by.</param>
    internal static void Noticed(RecordFiles record, string part, Func<Verdict, string, int, bool> named, byte[] flips)
    {
        var missed = new ConcurrentBag<string>();
        var paths = record.Files.Keys.Where(p => p.StartsWith(part, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            Parallel.For(0, record.Files[path].Length, () => record.Copy(), (at, _, files) =>
            {
                foreach (var flip in flips)
                {
                    files.Files[path][at] ^= flip;
                    var verdict = Check(files);
                    if (verdict.IsSound) missed.Add($"{path} {at} ^{flip} went unnoticed");
                    else if (!named(verdict, path, at)) missed.Add($"{path} {at} ^{flip}: {Told(verdict)}");
                    files.Files[path][at] ^= flip;
                }

                return files;
            }, _ => { });
        }

        Assert.True(missed.IsEmpty, string.Join('\n', missed.Take(20)) + $"\n{missed.Count} in all");
    }
}
