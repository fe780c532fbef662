using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Draws;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>The protocol's published vector, as a draw of ours would be told to a program.</summary>
internal static class Vector
{
    private const string Name = "2026-11-22/place-des-fetes/1", Seed = "775c54468d7e8647d4af1284646f5fb92899d2be6238e6ff4dcf05c0ee34a66c";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Roll =
        ["1;Amina B.", "2;Benoît L.", "3;Chloé T.", "4;David K.", "5;Élise M.", "6;Farid N.", "7;Gaëlle P.", "8;Hugo R."];

    private static readonly string[] Nonces = [.. Enumerable.Range(1, 4).Select(i => Hash.Of($"test-nonce-{i}"))];

    private static readonly int[] Everybody = [1, 2, 3, 4, 5, 6, 7, 8];

    public static string Json { get; } = JsonSerializer.Serialize(new
    {
        name = Name,
        roll = Roll,
        roll_sha256 = "730b0c23a27c9dea067e607b964b773e138966ac9b223c4f0d0f312b41f3c6f4",
        commitments = Nonces.Select((nonce, i) => $"{i + 1};{Phases.CommitmentOf(Name, i + 1, nonce)}"),
        commitments_sha256 = "8df52e22a9a5af378dc96534eee985b948975c6393a2236c46ae6bc7293b705e",
        reveals = new[] { 1, 2, 4 }.Select(i => $"{i};{Nonces[i - 1]}"),
        missing = new[] { 3 },
        way = "dice",
        numbers = "35142662134531612564",
        beacon = new
        {
            chain = Beacon.Chain,
            round = 123,
            randomness = "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
            signature = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92",
        },
        transcript =
            """
            vl1
            draw;2026-11-22/place-des-fetes/1
            roll;730b0c23a27c9dea067e607b964b773e138966ac9b223c4f0d0f312b41f3c6f4
            commits;8df52e22a9a5af378dc96534eee985b948975c6393a2236c46ae6bc7293b705e
            reveal;1;ea19cdc9b1ebae9f720e53f961350c87236945fc84bc115e91202e3c33144b67
            reveal;2;139c6e2675c5d577db424242abd6aac237327ab21f8eae1a849c37f4e3cff9ec
            reveal;4;eb7cc9b64d162de38d28ea2a6e14d9fa23ccddae44c6ce772307c5ff581cde8b
            missing;3
            dice;35142662134531612564
            drand;52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971;123;fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc

            """,
        seed = Seed,
        eligible = new { facilitator = Everybody, spokesperson = Everybody },
        tickets = new { facilitator = Tickets("facilitator"), spokesperson = Tickets("spokesperson") },
        orders = new { facilitator = new[] { 4, 5, 1, 8, 7, 2, 3, 6 }, spokesperson = new[] { 1, 5, 7, 2, 8, 3, 4, 6 } },
        calls = new[] { new { role = "facilitator", number = 4 } },
    }, Plain);

    private static IEnumerable<object> Tickets(string role) => Everybody.Select(number => new { number, ticket = 1, sha256 = Vl1.Ticket(Seed, role, number) });
}
