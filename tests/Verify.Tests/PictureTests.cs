using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Verify.Reports;
using Faubourg.Verify.Tests.Street;
using NodaTime;

namespace Faubourg.Verify.Tests;

public sealed class PictureTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 1, 2, 3];

    [Fact]
    public void A_picture_is_here_and_matches_or_it_is_another_or_it_is_not_in_this_copy()
    {
        var (recorder, seq) = Shown(Convert.ToHexStringLower(SHA256.HashData(Picture)));
        var files = recorder.Files();

        var verdict = Records.Sound(files);
        Assert.Equal((0, 1), (verdict.PicturesHere, verdict.PicturesElsewhere));

        files.Files[$"pictures/{seq}"] = Picture;
        verdict = Records.Sound(files);
        Assert.Equal((1, 0), (verdict.PicturesHere, verdict.PicturesElsewhere));
        using var told = new StringWriter();
        new TextReport(told, verdict).Write();
        Assert.Contains("pictures  1 here and matching, 0 not in this copy", told.ToString(), StringComparison.Ordinal);

        files.Files[$"pictures/{seq}"] = [.. Picture, 4];
        Assert.Contains(Records.Check(files).Findings.All, f => f.Rule == "picture" && f.Entry == seq);
    }

    [Fact]
    public void What_is_no_hash_names_no_picture()
    {
        var (recorder, seq) = Shown("a word");
        Assert.Contains(Records.Check(recorder.Files()).Findings.All, f => f.Rule == "picture" && f.Entry == seq);
    }

    [Fact]
    public void Of_an_erased_picture_the_bytes_may_not_be_there()
    {
        var (recorder, seq) = Shown(Convert.ToHexStringLower(SHA256.HashData(Picture)));
        recorder.Write(new DisclosureErased([seq, seq], ["picture", "words"], Ground.Giver), Records.Now - Duration.FromDays(1));
        var files = recorder.Files();
        var verdict = Records.Sound(files);
        Assert.Equal((0, 0), (verdict.PicturesHere, verdict.PicturesElsewhere));
        files.Files[$"pictures/{seq}"] = Picture;
        Assert.Contains(Records.Check(files).Findings.All, f => f.Rule == "erasure" && f.Entry == seq);
    }

    private static (Recorder Recorder, long Seq) Shown(string hash)
    {
        var recorder = Records.Lived(lane =>
        {
            lane.Evening(objects: true);
            lane.Shows(hash);
        });
        return (recorder, recorder.Entries.Count - 1);
    }
}
