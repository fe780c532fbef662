using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Quarters;

/// <summary>The chain of keys from the first one, and who may add to it.</summary>
public sealed class KeyTests
{
    private const string Host = "host";

    private static string Bytes(byte of, int many = 32) => Convert.ToBase64String([.. Enumerable.Repeat(of, many)]);

    private static RotateKey Rotate(Scene scene, byte key = 7) => new(Bytes(key), scene.Quarter.Size, Bytes(1), Bytes(2, 64));

    private static RecoverKey Recover(Scene scene, params int[] bearers) =>
        new(Bytes(9), scene.Quarter.Size, Bytes(1), [.. bearers], [.. bearers.Select(_ => Bytes(3, 64))]);

    /// <summary>A quarter with key-bearers, without living through the evening that drew them.</summary>
    private static Scene WithBearers()
    {
        var scene = Over();
        scene.Happens(new RecoverySet(1, [Bytes(11), Bytes(12), Bytes(13), Bytes(14)], 3, scene.Now + Duration.FromDays(365)));
        return scene;
    }

    [Fact]
    public void Both_keys_sign_for_thirty_days()
    {
        var scene = Founded();
        scene.Does(Host, Rotate(scene));
        Assert.Equal([FirstKey, Bytes(7)], scene.Quarter.Keys.Select(k => k.Key));
        var (old, young) = (scene.Quarter.Keys[0], scene.Quarter.Keys[1]);
        var rotated = Rules.Minute(scene.Now);
        Assert.True(old.Signs(2, rotated) && young.Signs(2, rotated));
        Assert.False(young.Signs(1, rotated));
        Assert.True(old.Signs(900, rotated + Duration.FromDays(30) - Duration.FromSeconds(1)));
        Assert.False(old.Signs(900, rotated + Duration.FromDays(30)));
    }

    [Fact]
    public void Only_the_host_asks_and_only_of_the_tree_as_it_is()
    {
        var scene = Founded();
        scene.Refuses<OnlyTheHost>(Amina, Rotate(scene));
        scene.Refuses<OnlyTheHost>(Amina, Recover(scene, 1, 2, 3));
        scene.Refuses<OnlyTheHost>(Amina, new ChangePlace(T("https://elsewhere.example/"), null));
        Assert.Equal(1, scene.Refuses<TreeHasGrown>(Host, Rotate(scene) with { Size = 0 }).Size);
        scene.Refuses<NotAKey>(Host, Rotate(scene) with { Key = "AAAA" });
        scene.Refuses<NotAKey>(Host, Rotate(scene) with { Root = Bytes(1, 31) });
        scene.Refuses<NotAKey>(Host, Rotate(scene) with { Signature = Bytes(1, 32) });
        scene.Does(Host, Rotate(scene));
        scene.Refuses<KeyUsedBefore>(Host, Rotate(scene));
    }

    [Fact]
    public void Three_bearers_give_the_log_another_key_and_the_old_one_is_void()
    {
        var scene = WithBearers();
        var size = scene.Quarter.Size;
        scene.Does(Host, Recover(scene, 1, 2, 4));
        var old = scene.Quarter.Keys[0];
        Assert.True(old.Signs(size, scene.Now));
        Assert.False(old.Signs(size + 1, scene.Now));
        Assert.True(scene.Quarter.Keys[1].Signs(size + 1, scene.Now));
        scene.Does(Host, new ChangePlace(T("https://elsewhere.example/"), null));
        Assert.Equal("https://elsewhere.example/", scene.Quarter.Said(scene.Quarter.Prefix)!.Value);
    }

    [Fact]
    public void Fewer_or_others_or_the_same_twice_do_not()
    {
        Founded().Refuses<NoBearers>(Host, Recover(Founded(), 1, 2, 3));
        var scene = WithBearers();
        foreach (var numbers in new int[][] { [1, 2], [1, 2, 5], [0, 1, 2], [1, 1, 2], [3, 2, 1], [] })
            Assert.Equal(3, scene.Refuses<TooFewBearers>(Host, Recover(scene, numbers)).Needed);
        scene.Refuses<NotAKey>(Host, Recover(scene, 1, 2, 3) with { Signatures = [Bytes(3, 64), Bytes(3, 64)] });
        scene.Refuses<NotAKey>(Host, Recover(scene, 1, 2, 3) with { Signatures = [Bytes(3, 64), Bytes(3, 64), Bytes(3, 63)] });
        scene.WaitsUntil(scene.Quarter.Recovery!.Until);
        scene.Refuses<NoBearers>(Host, Recover(scene, 1, 2, 3));
    }

    [Fact]
    public void The_record_moves_when_a_council_of_weight_decided_it_and_it_holds()
    {
        var scene = Founded();
        scene.Refuses<NobodyDecidedToMove>(Host, new ChangePlace(T("https://elsewhere.example/"), null));
        scene.Decides(1, Touches.Place);
        scene.Refuses<NobodyDecidedToMove>(Host, new ChangePlace(T("https://elsewhere.example/"), 1));
        scene.Waits(Duration.FromHours(72));
        scene.Does(Host, new ChangePlace(T("https://elsewhere.example/"), 1));
        Assert.NotNull(scene.Quarter.Prefix);
    }
}
