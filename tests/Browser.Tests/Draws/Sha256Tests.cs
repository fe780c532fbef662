using System.Security.Cryptography;
using System.Text;
using Faubourg.Web;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>Our own SHA-256 in the browser, over plain http, beside the standard's answers and .NET's.</summary>
public sealed class Sha256Tests(Stage stage)
{
    /// <summary>Bytes of the longest random message: over the borders of a block (55, 56, 63, 64) many times.</summary>
    private const int Longest = 700;

    /// <summary>FIPS 180-4 examples, as NIST publishes them; the last is a million times "a".</summary>
    [Fact]
    public async Task It_gives_the_standards_answers()
    {
        await using var somebody = await Scripted.Come(stage);
        Assert.False(await somebody.Page.EvaluateAsync<bool>("window.isSecureContext"));
        Assert.Equal(
            [
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
            ],
            await somebody.Page.EvaluateAsync<string[]>(
                $$"""
                async () => {
                  const { sha256 } = await import('{{Modules.Url("sha256")}}');
                  return ['', 'abc', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', 'a'.repeat(1000000)].map(sha256);
                }
                """));
    }

    [Fact]
    public async Task It_agrees_with_dotnet_on_every_length_and_every_letter()
    {
        await using var somebody = await Scripted.Come(stage);
        var random = new Random(20261123);
        var messages = Enumerable.Range(0, Longest).Select(length => { var bytes = new byte[length]; random.NextBytes(bytes); return bytes; }).ToArray();
        string[] texts = ["Élise M.", "é…𝄞😀 ١٢٣", string.Concat(Enumerable.Range(1, 0x2fff).Where(c => c is < 0xd800 or > 0xdfff).Select(c => (char)c))];
        var made = await somebody.Page.EvaluateAsync<string[][]>(
            $$"""
            async ([bytes, texts]) => {
              const { sha256 } = await import('{{Modules.Url("sha256")}}');
              return [bytes.map(one => sha256(Uint8Array.from(atob(one), c => c.charCodeAt(0)))), texts.map(sha256)];
            }
            """,
            new object[] { messages.Select(Convert.ToBase64String).ToArray(), texts });
        Assert.Equal(messages.Select(message => Convert.ToHexStringLower(SHA256.HashData(message))), made[0]);
        Assert.Equal(texts.Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))), made[1]);
    }
}
