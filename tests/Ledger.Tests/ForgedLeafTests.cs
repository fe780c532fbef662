using System.Text;

namespace Faubourg.Ledger.Tests;

/// <summary>Bytes that mean a leaf to a lenient reader. Each is refused, and the reason is said.</summary>
public sealed class ForgedLeafTests
{
    private const string Sound = """{"at":"2026-11-22T13:40:00Z","jar":7,"log":"l","seq":4,"type":"jar.moved","v":1}""";
    private const string Digest = "kfDC8R0q92DLQvyesXBiV3Wfcs50emDN_G2A45ewV5w";
    private const string Digested = $$"""{"_sd":["{{Digest}}"],"_sd_alg":"sha-256","at":"2026-11-22T13:40:00Z","log":"l","seq":4,"type":"jar.moved","v":1}""";

    [Fact]
    public void The_two_they_are_forged_from_are_sound()
    {
        Assert.Null(FaultOf(Sound));
        Assert.Null(FaultOf(Digested));
    }

    [Theory]
    [InlineData("\"jar\":7", "\"jar\":7,\"jar\":7", LeafFault.DuplicateKey)]
    [InlineData("\"jar\":7", "\"jar\":7,\"j\\u0061r\":7", LeafFault.DuplicateKey)]
    [InlineData("\"jar\":7", "\"jar\":7,\"at\":7", LeafFault.DuplicateKey)]
    [InlineData("\"jar\":7", "\"jar\":{\"b\":1,\"a\":1,\"b\":1}", LeafFault.DuplicateKey)]
    [InlineData("\"jar\":7", "\"jar\":{\"b\":1,\"a\":1}", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\": 7", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"zone\":7", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\":-0", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\":\"\\u0037\"", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\":\"\\/\"", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\":\"\\u001F\"", LeafFault.NotCanonical)]
    [InlineData("\"jar\":7", "\"jar\":7.0", LeafFault.ForbiddenValue)]
    [InlineData("\"jar\":7", "\"jar\":7e0", LeafFault.ForbiddenValue)]
    [InlineData("\"jar\":7", "\"jar\":9007199254740992", LeafFault.ForbiddenValue)]
    [InlineData("\"jar\":7", "\"jar\":99999999999999999999", LeafFault.ForbiddenValue)]
    [InlineData("\"jar\":7", "\"jar\":null", LeafFault.ForbiddenValue)]
    [InlineData("\"jar\":7", "\"Jar\":7", LeafFault.ForbiddenKey)]
    [InlineData("\"jar\":7", "\"jar\":07", LeafFault.NotJson)]
    [InlineData("\"jar\":7", "\"jar\":7,/**/", LeafFault.NotJson)]
    [InlineData("\"jar\":7", "\"jar\":\"\\ud83d\"", LeafFault.NotJson)]
    [InlineData("\"jar\":7", "\"jar\":[[[[[[[[7]]]]]]]]", LeafFault.NotJson)]
    [InlineData("\"v\":1}", "\"v\":1,}", LeafFault.NotJson)]
    [InlineData("\"v\":1}", "\"v\":1}{}", LeafFault.NotJson)]
    [InlineData("\"v\":1}", "\"v\":1}\n", LeafFault.NotCanonical)]
    [InlineData("\"v\":1}", "\"v\":2}", LeafFault.WrongField)]
    [InlineData("\"v\":1}", "\"v\":\"1\"}", LeafFault.WrongField)]
    [InlineData(",\"v\":1}", "}", LeafFault.WrongField)]
    [InlineData("\"seq\":4", "\"seq\":-1", LeafFault.WrongField)]
    [InlineData("\"log\":\"l\"", "\"log\":\"\"", LeafFault.WrongField)]
    [InlineData("\"log\":\"l\"", "\"log\":\"a b\"", LeafFault.WrongField)]
    [InlineData("jar.moved", "jar", LeafFault.WrongField)]
    [InlineData("jar.moved", "Jar.moved", LeafFault.WrongField)]
    public void A_leaf_read_leniently_elsewhere_is_refused(string there, string forged, LeafFault fault)
        => Assert.Equal(fault, FaultOf(Sound.Replace(there, forged, StringComparison.Ordinal)));

    [Theory]
    [InlineData("V5w\"]", "V5w=\"]", LeafFault.WrongBase64)]
    [InlineData("V5w\"]", "V5x\"]", LeafFault.WrongBase64)]
    [InlineData("V5w\"]", "V5w\",\"" + Digest + "\"]", LeafFault.WrongField)]
    [InlineData("V5w\"]", "V5w\",\"AO-xA9MQQrKRF75vPwsPQHHdKhDE8QwglpMZbSvRZkQ\"]", LeafFault.WrongField)]
    [InlineData("\"" + Digest + "\"", "", LeafFault.WrongField)]
    [InlineData("\"" + Digest + "\"", "\"AAAA\"", LeafFault.WrongField)]
    [InlineData("sha-256", "sha-512", LeafFault.WrongField)]
    [InlineData(",\"_sd_alg\":\"sha-256\"", "", LeafFault.WrongField)]
    public void Digests_come_once_each_in_order_and_in_one_spelling(string there, string forged, LeafFault fault)
        => Assert.Equal(fault, FaultOf(Digested.Replace(there, forged, StringComparison.Ordinal)));

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sound.Replace("\"l\"", "\"~\"", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xFF;
        Assert.Equal(LeafFault.NotJson, Faults.Of(() => Leaves.Read(bytes)));
    }

    private static LeafFault? FaultOf(string text) => Faults.Of(() => Leaves.Read(Encoding.UTF8.GetBytes(text)));
}
