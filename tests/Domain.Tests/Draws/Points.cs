using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain.Draws.Bls;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Points and numbers for the tests of the curve.</summary>
internal static class Points
{
    /// <summary>Generators, draft-irtf-cfrg-pairing-friendly-curves-11, §4.2.1.</summary>
    public static readonly Point<Fp> One = new(
        Fp.Hex("17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"),
        Fp.Hex("08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1"));

    public static readonly Point<Fp2> Two = new(
        new Fp2(
            Fp.Hex("024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"),
            Fp.Hex("13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e")),
        new Fp2(
            Fp.Hex("0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801"),
            Fp.Hex("0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be")));

    /// <summary>On the curve and of order three: twice it is its mirror image.</summary>
    public static readonly Point<Fp> OfOrderThree = new(Fp.Zero, Fp.Of(2));

    /// <summary>Numbers below r that nobody chose, the same in each run.</summary>
    public static IEnumerable<BigInteger> Scalars(string name, int count) => Enumerable.Range(0, count).Select(i =>
        new BigInteger(SHA512.HashData(Encoding.UTF8.GetBytes($"{name} {i}")), isUnsigned: true, isBigEndian: true) % Curve.R);

    public static string Text(Point<Fp> point)
    {
        var affine = point.Affine();
        var bytes = Convert.FromHexString(affine.X.ToString());
        bytes[0] |= (byte)(affine.Y.IsGreater() ? 0xa0 : 0x80);
        return Convert.ToHexStringLower(bytes);
    }

    public static string Text(Point<Fp2> point)
    {
        var affine = point.Affine();
        var bytes = Convert.FromHexString($"{affine.X.B}{affine.X.A}");
        bytes[0] |= (byte)((affine.Y.B.IsZero ? affine.Y.A : affine.Y.B).IsGreater() ? 0xa0 : 0x80);
        return Convert.ToHexStringLower(bytes);
    }
}
