using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NodaTime;

namespace Faubourg.Web;

/// <summary>
/// Token buckets without addresses: a place is HMAC(address prefix, a key made at random each day and never written down),
/// so what is held here says nothing about anybody, not even to us, and nothing at all tomorrow.
/// </summary>
public sealed class Buckets(IClock clock)
{
    /// <summary>Places remembered; past it all start full again.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(ulong Place, string Pace), Bucket> _buckets = new();
    private readonly Lock _turn = new();
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private long _day;
    private int _held;

    /// <summary>Takes one token; false when there is none left. People on this machine itself are not counted.</summary>
    public bool Take(HttpContext context, Pace pace)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        // An unnamed proxy on this machine speaks for everybody behind it: that is one place, not this machine.
        if (IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For")) return true;
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        NewDay(now / 86_400_000);
        var place = (Place(address), pace.Name);
        if (!_buckets.TryGetValue(place, out var bucket)) bucket = _buckets.GetOrAdd(place, Full(pace, now));
        return bucket.Take(pace, now);
    }

    private Bucket Full(Pace pace, long now)
    {
        Interlocked.Increment(ref _held);
        return new Bucket(pace.Burst, now);
    }

    private void NewDay(long day)
    {
        if (day == Volatile.Read(ref _day) && Volatile.Read(ref _held) < Most) return;
        lock (_turn)
        {
            _day = day;
            _key = RandomNumberGenerator.GetBytes(32);
            _buckets.Clear();
            _held = 0;
        }
    }

    /// <summary>The /24 of an IPv4 address, the /48 of an IPv6 one.</summary>
    private ulong Place(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var prefix = address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6);
        return BinaryPrimitives.ReadUInt64LittleEndian(HMACSHA256.HashData(_key, prefix));
    }

    private sealed class Bucket(double tokens, long at)
    {
        private readonly Lock _turn = new();
        private double _tokens = tokens;
        private long _at = at;

        public bool Take(Pace pace, long now)
        {
            lock (_turn)
            {
                _tokens = Math.Min(pace.Burst, _tokens + (pace.PerMinute / 60_000d * Math.Max(0, now - _at)));
                _at = now;
                if (_tokens < 1) return false;
                _tokens--;
                return true;
            }
        }
    }
}
