using System.Text;

namespace Faubourg.Ledger.Tests;

/// <summary>The worked example of docs/formats/leaf.md: bytes, hash and disclosure are final.</summary>
public sealed class WorkedExampleTests
{
    private const string Text =
        """{"_sd":["AO-xA9MQQrKRF75vPwsPQHHdKhDE8QwglpMZbSvRZkQ","kfDC8R0q92DLQvyesXBiV3Wfcs50emDN_G2A45ewV5w","ohdEW55t0df-8mcwtBpVE2Sb63-XKfxnvBvDvfHZXfw"],"_sd_alg":"sha-256","amount":-18450,"at":"2026-11-22T13:40:00Z","balance":11550,"decision":41,"jar":7,"log":"faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4","seq":48,"type":"jar.moved","unit":"EUR-cent","v":1}""";

    private const string Payee = "WyI5djNUcVh3MG0ya1pyOHNZY0IxTGZBIiwicGF5ZWUiLCJBdGVsaWVyIER1YnJldWlsLCAxMiBydWUgZGVzIExpbGFzIl0";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Text);

    [Fact]
    public void It_is_355_bytes_and_hashes_as_published()
    {
        Assert.Equal(355, Bytes.Length);
        Assert.Equal(
            "aa8078e9e0d1d2b3ff15b0d1d704889aa367b7de83463334be5cbbd13647feee",
            Convert.ToHexStringLower(LeafHash.Of(Bytes)));
    }

    [Fact]
    public void Its_fields_are_read()
    {
        var leaf = Leaves.Read(Bytes);

        Assert.Equal("jar.moved", leaf.Type);
        Assert.Equal("faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4", leaf.Log);
        Assert.Equal(48, leaf.Seq);
        Assert.Equal("2026-11-22T13:40:00Z", leaf.At);
        Assert.Equal(3, leaf.Digests.Count);
        Assert.Equal(["amount", "balance", "decision", "jar", "unit"], leaf.Clear.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(-18450L, leaf.Clear["amount"]);
        Assert.Equal("EUR-cent", leaf.Clear["unit"]);
    }

    [Fact]
    public void Its_payee_is_the_disclosure_published_beside_it()
    {
        var salt = Base64.Read("9v3TqXw0m2kZr8sYcB1LfA");
        var payee = Disclosure.Make("payee", "Atelier Dubreuil, 12 rue des Lilas", salt);

        Assert.Equal(Payee, payee.Encoded);
        Assert.Equal("kfDC8R0q92DLQvyesXBiV3Wfcs50emDN_G2A45ewV5w", payee.Digest);
        Assert.Equal(payee, Disclosure.Read(Payee));
        Assert.Contains(payee.Digest, Leaves.Read(Bytes).Digests);
    }

    [Fact]
    public void It_is_the_one_on_the_page_about_the_format()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "leaf.md"));

        Assert.Contains(Text, page, StringComparison.Ordinal);
        Assert.Contains(Payee, page, StringComparison.Ordinal);
    }
}
