using System.Net;
using Faubourg.Web;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

public sealed class BucketTests
{
    private readonly Hands _clock = new();

    [Fact]
    public void A_whole_room_behind_one_router_comes_in_within_a_second()
    {
        var buckets = new Buckets(_clock);
        Assert.All(Enumerable.Range(0, 300 * 3), _ => Assert.True(buckets.Take(From("192.0.2.7"), Pace.Room)));
    }

    [Fact]
    public void Founding_is_slow_from_one_place_and_free_from_the_next()
    {
        var buckets = new Buckets(_clock);
        for (var n = 0; n < Pace.Rare.Burst; n++) Assert.True(buckets.Take(From("192.0.2.7"), Pace.Rare));
        Assert.False(buckets.Take(From("192.0.2.200"), Pace.Rare));
        Assert.True(buckets.Take(From("198.51.100.1"), Pace.Rare));
        _clock.Now += Duration.FromMinutes(1);
        Assert.True(buckets.Take(From("192.0.2.7"), Pace.Rare));
        Assert.False(buckets.Take(From("192.0.2.7"), Pace.Rare));
    }

    [Fact]
    public void Addresses_of_one_house_are_one_place_in_the_new_internet_too()
    {
        var buckets = new Buckets(_clock);
        for (var n = 0; n < Pace.Guess.Burst; n++) Assert.True(buckets.Take(From($"2001:db8:1:{n}::1"), Pace.Guess));
        Assert.False(buckets.Take(From("2001:db8:1:ffff::1"), Pace.Guess));
        Assert.True(buckets.Take(From("2001:db8:2::1"), Pace.Guess));
    }

    [Fact]
    public void This_machine_is_not_counted_unless_it_speaks_for_others()
    {
        var buckets = new Buckets(_clock);
        for (var n = 0; n < Pace.Rare.Burst; n++) Assert.True(buckets.Take(From("127.0.0.1", forwarded: true), Pace.Rare));
        Assert.False(buckets.Take(From("127.0.0.1", forwarded: true), Pace.Rare));
        Assert.True(buckets.Take(From("::1"), Pace.Rare));
    }

    private static DefaultHttpContext From(string address, bool forwarded = false)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (forwarded) context.Request.Headers["X-Forwarded-For"] = "192.0.2.1";
        return context;
    }

    private sealed class Hands : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 18, 0);

        public Instant GetCurrentInstant() => Now;
    }
}
