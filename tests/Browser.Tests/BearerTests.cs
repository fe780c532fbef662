using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Ledger.Keys;
using Faubourg.Web;
using NSec.Cryptography;

namespace Faubourg.Browser.Tests;

/// <summary>Key-bearers make their words in the browser, with our own Ed25519: it agrees with RFC 8032 and with NSec.</summary>
public sealed class BearerTests(Stage stage)
{
    private const int Seats = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Secret(int seat) => $"{seat:00}BE" + new string('A', 39);

    /// <summary>RFC 8032 §7.1, tests 1 to 3: seed, public key, message, signature.</summary>
    public static TheoryData<string, string, string, string> Vectors => new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
    };

    [Theory, MemberData(nameof(Vectors))]
    public async Task The_script_signs_as_the_standard_says(string seed, string key, string message, string signature)
    {
        await using var somebody = await Visitor.Come(stage, Eyes.Phone, inTheCellar: true);
        await somebody.Go("/recovery");
        var made = await somebody.Page.EvaluateAsync<string[]>(
            """
            ([seed, message]) => {
              const bytes = hex => Uint8Array.from(hex.match(/../g)?.map(two => parseInt(two, 16)) ?? []), hex = all => [...all].map(b => b.toString(16).padStart(2, '0')).join('');
              return [hex(bearer.publicKey(bytes(seed))), hex(bearer.sign(bytes(seed), bytes(message)))];
            }
            """,
            new[] { seed, message });
        Assert.Equal([key, signature], made);
    }

    [Fact]
    public async Task Words_and_keys_are_those_of_the_program_whatever_the_bytes()
    {
        await using var somebody = await Visitor.Come(stage, Eyes.Phone, inTheCellar: true);
        await somebody.Go("/recovery");
        var random = new Random(20261122);
        for (var n = 0; n < 20; n++)
        {
            var secret = new byte[16];
            random.NextBytes(secret);
            if (n == 0) secret = [.. Enumerable.Repeat((byte)255, 16)];
            var made = await somebody.Page.EvaluateAsync<string[]>(
                "bytes => { const said = bearer.words(Uint8Array.from(bytes)); return [said, bearer.base64(bearer.publicKey(bearer.seedOf(said))), bearer.read(said.toUpperCase().replaceAll(' ', '-'))]; }",
                secret.Select(b => (int)b).ToArray());
            var words = Words12.Of(secret);
            Assert.Equal([words.Text, Convert.ToBase64String(words.PublicKey()), words.Text], made);
        }
    }

    [Theory]
    [InlineData(360, false, "en", true)]
    [InlineData(320, true, "fr", true)]
    [InlineData(320, false, "en", false)]
    public async Task Whoever_is_drawn_makes_a_key_and_only_its_public_half_leaves(int width, bool dark, string language, bool scripts)
    {
        var (quarter, council) = await Drawn();
        var seat = (await stage.Quarters.Find(quarter, Stop))!.Quarter.Councils[1].Room!.Bearers.Keys.First();
        await using var bearer = await Visitor.Come(stage, new Eyes(width, 740, dark, language, scripts), inTheCellar: scripts);
        await bearer.Be(Secret(seat));
        var sent = new List<string>();
        bearer.Page.Request += (_, request) => sent.Add(request.PostData ?? "");
        await bearer.Go(council);
        await bearer.Press("bearer.make.key");
        await Fits(bearer, "bearer");
        await bearer.Press(scripts ? "bearer.make" : "bearer.server.act");
        await bearer.Sees(bearer.Words["bearer.once"]);
        await Fits(bearer, "bearer-words");
        var words = Words12.Parse(await bearer.Page.Locator(".six:visible").InnerTextAsync());
        await bearer.Press(scripts ? "bearer.give.act" : "bearer.written");
        if (!scripts) await bearer.Go(council + "/bearer");
        await bearer.Sees(bearer.Words["bearer.done"]);
        await Fits(bearer, "bearer-done");
        var key = Convert.ToBase64String(words.PublicKey());
        Assert.Contains(key, (await stage.Quarters.Find(quarter, Stop))!.Quarter.Councils[1].Room!.Bearers.Values);
        Assert.All(sent, body => Assert.DoesNotContain(words.Text.Split(' ')[0], body, StringComparison.Ordinal));
        Assert.Empty(bearer.Errors.Concat(bearer.Strays));
    }

    [Theory]
    [InlineData(360, false, "en")]
    [InlineData(320, true, "fr")]
    public async Task A_bearer_signs_that_the_neighbourhood_may_leave(int width, bool dark, string language)
    {
        var words = Words12.Of([.. Enumerable.Repeat((byte)7, 16)]);
        var root = Convert.ToBase64String(new byte[32]);
        var text = $"recover/v1\nfaubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4\n41\n{root}\nfaubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n";
        await using var bearer = await Visitor.Come(stage, new Eyes(width, 740, dark, language), inTheCellar: true);
        await bearer.Go("/recovery");
        var sent = 0;
        bearer.Page.Request += (_, request) => sent += request.Method != "GET" || request.Url.Contains(words.Text.Split(' ')[0], StringComparison.Ordinal) ? 1 : 0;
        await bearer.Write("text", "recover/v2\n");
        await bearer.Write("words", words.Text);
        await bearer.Press("bearer.recovery.act");
        await bearer.Reads("bearer.recovery.text.wrong");
        await bearer.Write("text", "  " + text);
        await bearer.Write("words", words.Text.Replace("b", "d", StringComparison.Ordinal) + "x");
        await bearer.Press("bearer.recovery.act");
        await bearer.Reads("bearer.recovery.words.wrong");
        await Fits(bearer, "recovery-wrong");
        await bearer.Write("words", words.Text.ToUpperInvariant());
        await bearer.Press("bearer.recovery.act");
        await bearer.Sees(Convert.ToBase64String(words.PublicKey()));
        await Fits(bearer, "recovery-signed");
        var signature = Convert.FromBase64String(await bearer.Page.Locator("[data-signature]").InnerTextAsync());
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, words.PublicKey(), KeyBlobFormat.RawPublicKey);
        Assert.True(SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(text), signature));
        Assert.Equal("", await bearer.Page.Locator("[name=words]").InputValueAsync());
        Assert.Equal(0, sent);
    }

    private static async Task Fits(Visitor visitor, string picture)
    {
        await visitor.Look(picture);
        if (visitor.Eyes.Scripts) Assert.Empty(await visitor.Barriers());
        Assert.True(await visitor.Overhang() <= 0, $"{picture}: {await visitor.Widest()}");
    }

    /// <summary>Six sit, all of them would keep a key, and five are drawn.</summary>
    private async Task<(string Slug, string Council)> Drawn()
    {
        var quarter = await Post(1, "/quarters", new { name = "Rue des Lilas", place = "Lyon", languages = new[] { "fr" }, zone = "Europe/Paris" });
        var slug = quarter.Split('/')[^1];
        var council = quarter + "/councils/1";
        await Post(1, quarter + "/councils", new { question = "Who mends the bench?", place = "By the bakery", quick = "now", minutes = 60, attendance = "room", method = "consent" });
        await Post(1, council + "/seats", new { });
        for (var seat = 2; seat <= Seats; seat++)
            await Post(seat, council + "/seats", new { token = Door.Token((await stage.Quarters.Find(slug, Stop))!.Quarter.Councils[1].Room!, NodaTime.SystemClock.Instance.GetCurrentInstant()) });
        for (var seat = 1; seat <= Seats; seat++) await Post(seat, council + "/willingness", new { facilitator = true, note_keeper = true, key_bearer = true });
        foreach (var seat in new[] { 1, 2 }) await Post(seat, council + "/heads", new { heads = Seats });
        await Post(1, council + "/roll", new { });
        await Post(1, council + "/draw", new { way = "dice", numbers = "35142662" });
        await Post(2, council + "/confirmation", new { seen = true });
        return (slug, council);
    }

    private async Task<string> Post(int seat, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Authorization", "Bearer " + Secret(seat));
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await stage.Http.SendAsync(request, Stop);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {told}");
        return told.GetProperty("location").GetString()!;
    }
}
