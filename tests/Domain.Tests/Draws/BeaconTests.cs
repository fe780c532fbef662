using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Draws.Bls;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Rounds of drand as published, and everything that must not pass for one.</summary>
public sealed class BeaconTests
{
    private const string Round123 =
        "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

    private const string Round657413 =
        "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

    private static readonly bool Long = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    /// <summary>Of drand's documentation of the scheme, made by another chain with the key beside it.</summary>
    private static readonly Key Other = Key.Read(
        "a1ee12542360bf75742bcade13d6134e7d5283d9eb782887c47d3d9725f05805d37b0106b7f744395bf82c175dd7434a" +
        "169e998f188a657a030d588892c0cd2c01f996aaf331c4d8bc5b9734bbe261d09e7d2d39ef88b635077f262bd7bbb30f")!;

    [Theory]
    [InlineData(123, Round123, "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc")]
    [InlineData(657413, Round657413, "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587")]
    public void A_published_round_is_the_chains_and_gives_its_randomness(long round, string signature, string randomness) =>
        Assert.Equal(randomness, Beacon.Verify(round, signature));

    [Theory]
    [InlineData(124, Round123)]
    [InlineData(122, Round123)]
    [InlineData(123, Round657413)]
    [InlineData(0, Round123)]
    [InlineData(-123, Round123)]
    [InlineData(long.MaxValue, Round123)]
    public void The_signature_of_one_round_is_not_that_of_another(long round, string signature) =>
        Assert.Null(Beacon.Verify(round, signature));

    [Theory]
    [InlineData(3, "b98dae74f6a9d2ec79d75ba273dcfda86a45d589412860eb4c0fd056b00654dbf667c1b6884987c9aee0d43f8ba9db52", "9e9829df", "798f")]
    [InlineData(4, "962c2b2969e8f3351cf5cc457b04ecbf0c65bd79f4c1ee3bd0205f581368aaaa0cdeb1531a0709d39ef06a8ba1e1bb93", "ec93fa3d", "674d")]
    public void Another_chain_signs_with_its_own_key(long round, string signature, string begins, string ends)
    {
        var randomness = Beacon.Verify(Other, round, signature);
        Assert.StartsWith(begins, randomness, StringComparison.Ordinal);
        Assert.EndsWith(ends, randomness, StringComparison.Ordinal);
        Assert.Null(Beacon.Verify(round, signature));
        Assert.Null(Beacon.Verify(Other, 123, Round123));
    }

    /// <summary>With the key changed by one digit the hash would be another: whoever trusts the hash trusts the key.</summary>
    [Fact]
    public void The_chains_hash_follows_from_its_parts()
    {
        const string group = "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e";
        var period = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(period, (uint)Beacon.Period.TotalSeconds);
        var genesis = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(genesis, Beacon.Genesis.ToUnixTimeSeconds());
        var key = Convert.FromHexString(Beacon.PublicKey);
        byte[] parts = [.. period, .. genesis, .. key, .. Convert.FromHexString(group), .. Encoding.UTF8.GetBytes("quicknet")];
        Assert.Equal(Beacon.Chain, Convert.ToHexStringLower(SHA256.HashData(parts)));
    }

    [Fact]
    public void A_round_has_its_time_and_a_time_its_round()
    {
        var round123 = InstantPattern.General.Parse("2023-08-23T15:15:33Z").Value;
        Assert.Equal(round123, Beacon.TimeOf(123));
        Assert.Equal(123, Beacon.RoundAt(round123));
        var evening = InstantPattern.General.Parse("2026-11-22T18:30:00Z").Value;
        Assert.Equal(34189612, Beacon.RoundAt(evening));
        Assert.Equal(evening, Beacon.TimeOf(34189612));
        Assert.Equal(34189612, Beacon.FirstFrom(evening));
        Assert.Equal(34189612, Beacon.RoundAt(evening.Plus(Duration.FromMilliseconds(2999))));
        Assert.Equal(34189613, Beacon.FirstFrom(evening.PlusNanoseconds(1)));
        Assert.Equal(34189611, Beacon.RoundAt(evening.PlusNanoseconds(-1)));
        Assert.Equal(34189612, Beacon.FirstFrom(evening.PlusNanoseconds(-1)));
    }

    [Fact]
    public void A_time_before_the_chain_began_has_no_round()
    {
        Assert.Equal(1, Beacon.RoundAt(Beacon.Genesis));
        Assert.Equal(0, Beacon.RoundAt(Beacon.Genesis.PlusNanoseconds(-1)));
        Assert.True(Beacon.RoundAt(Instant.FromUnixTimeSeconds(0)) < 0);
    }

    public static TheoryData<string> Malformed() =>
    [
        "",
        Round123[..95],
        Round123[..94],
        Round123 + "00",
        Round123 + " ",
        Round123.ToUpperInvariant(),
        "B" + Round123[1..],
        Round123[..95] + "g",
        Round123[..95] + "\n",
        " " + Round123[1..],
        "0x" + Round123[2..],
        // Not compressed; the neutral point in three ways of writing it; the other root.
        "37" + Round123[2..],
        "c" + new string('0', 95),
        "f7" + Round123[2..],
        "4" + new string('0', 95),
        new string('0', 96),
        "97" + Round123[2..],
        // x is p, and p plus a small x: numbers with another, shorter text.
        "9a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab",
        "9a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaaf",
        "9" + new string('f', 95),
        // On no curve, and on the curve with x = 0 but outside the subgroup.
        "8" + new string('0', 94) + "1",
        "8" + new string('0', 95),
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Whatever_is_no_compressed_point_of_the_subgroup_is_refused(string signature) => Assert.Null(Beacon.Verify(123, signature));

    [Fact]
    public void One_bit_flipped_anywhere_spoils_the_signature() => Assert.All(Sample(8 * 48, 24), bit =>
    {
        var bytes = Convert.FromHexString(Round123);
        bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        Assert.Null(Beacon.Verify(123, Convert.ToHexStringLower(bytes)));
    });

    [Fact]
    public void One_bit_flipped_anywhere_in_the_key_makes_it_another_or_none() => Assert.All(Sample(8 * 96, 12), bit =>
    {
        var bytes = Convert.FromHexString(Beacon.PublicKey);
        bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        Assert.True(Key.Read(Convert.ToHexStringLower(bytes)) is not { } key || Beacon.Verify(key, 123, Round123) is null);
    });

    /// <summary>The flags, and some of the rest; every one where there is time.</summary>
    private static IEnumerable<int> Sample(int bits, int some) => Long
        ? Enumerable.Range(0, bits)
        : Enumerable.Range(0, some).Select(i => i < 4 ? i : i == some - 1 ? bits - 1 : i * bits / some).Distinct();
}
