using System.Diagnostics;

namespace Faubourg.Bench;

/// <summary>2,000 watchers of one council: from the act to the last of them, rounds interleaved with raw Kestrel sending the same bytes.</summary>
internal static class WatchersBench
{
    private const int Watchers = 2000;

    private const int Rounds = 60;

    /// <summary>Rounds before those that count: a process that just began is busy with compiling itself, whoever watches.</summary>
    private const int Warm = 100;

    private static readonly byte[] EndOfEvent = "\n\n"u8.ToArray();

    public static async Task<IReadOnlyList<Row>> Run(Scene scene, Served raw)
    {
        Console.Error.WriteLine($"{Watchers} watchers, {Rounds} rounds …");
        var ours = await Open(scene.Served.Port, i => scene.WatchRequest(i));
        var theirs = await Open(raw.Port, _ => Wire.Request("GET", "/watch", null, null, "text/event-stream"));
        foreach (var wire in ours) await Settle(wire, events: 2);
        foreach (var wire in theirs) await Settle(wire, events: 1);
        using var actor = new Wire();
        await actor.Connect(scene.Served.Port);
        using var pusher = new Wire();
        await pusher.Connect(raw.Port);
        await GiveFrame(pusher, await FrameOf(scene, actor, ours));
        var push = Wire.Request("POST", "/push", null, "", "*/*");

        var (mine, other) = (new Tally(), new Tally());
        for (var round = 0; round < Warm + Rounds; round++)
        {
            if (round == Warm) (mine, other) = (new Tally(), new Tally());
            await mine.Measure(scene.Served, actor, scene.VisibleChange(round), ours, Scene.MarkOf(round));
            await other.Measure(raw, pusher, push, theirs, EndOfEvent);
        }

        foreach (var wire in ours.Concat(theirs)) wire.Dispose();
        return
        [
            new("watchers-median-ms", mine.Median, "ms, act to last of 2,000", "raw Kestrel, the same bytes", other.Median, "ratio ≤ 1.5"),
            new("watcher-cpu", mine.CpuEach, "µs of CPU per delivery", "raw Kestrel, the same bytes", other.CpuEach, "ratio ≤ 1.3"),
            new("watcher-kb", mine.Bytes / 1024, "KiB per delivery", "raw Kestrel, the same bytes", other.Bytes / 1024, "shown"),
        ];
    }

    private static async Task<Wire[]> Open(int port, Func<int, byte[]> request)
    {
        var wires = new Wire[Watchers];
        for (var i = 0; i < Watchers; i++)
        {
            wires[i] = new Wire();
            await wires[i].Connect(port);
            await wires[i].Send(request(i));
        }

        return wires;
    }

    /// <summary>Past the greeting, and the first fragment where there is one. The empty line that ends the headers is none.</summary>
    private static async Task Settle(Wire wire, int events)
    {
        await wire.Until("\r\n\r\n"u8.ToArray());
        for (var i = 0; i < events; i++) await wire.Until(EndOfEvent);
    }

    /// <summary>One visible change before the rounds, to learn how long the event is.</summary>
    private static async Task<int> FrameOf(Scene scene, Wire actor, Wire[] wires)
    {
        await actor.Send(scene.VisibleChange(-1));
        await actor.Answer();
        var lengths = await Task.WhenAll(wires.Select(w => w.Until(EndOfEvent).AsTask()));
        return lengths.Max();
    }

    private static async Task GiveFrame(Wire pusher, int length)
    {
        var frame = string.Concat("event: room\ndata: ", new string('x', Math.Max(1, length - 22)));
        await pusher.Send(Wire.Request("POST", "/frame", null, frame + "\n\n", "*/*"));
        await pusher.Answer();
    }

    private sealed class Tally
    {
        private readonly List<double> times = [];
        private double cpu;
        private long bytes;
        private long deliveries;

        public double Median => times.Median();

        public double CpuEach => cpu * 1e6 / deliveries;

        public double Bytes => (double)bytes / deliveries;

        /// <param name="mark">Bytes that only this round's event holds: what was still on its way does not count.</param>
        public async Task Measure(Served server, Wire actor, byte[] act, Wire[] wires, byte[] mark)
        {
            var before = server.Cpu;
            var began = Stopwatch.GetTimestamp();
            await actor.Send(act);
            var read = await Task.WhenAll(wires.Select(w => Event(w, mark)));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await actor.Answer();
            // Whoever still works on the round after the last byte left has to pay for it too.
            await Task.Delay(120);
            cpu += server.Cpu - before;
            bytes += read.Sum(r => (long)r);
            deliveries += wires.Length;
        }

        private static async Task<int> Event(Wire wire, byte[] mark)
        {
            var read = await wire.Until(mark);
            return mark == EndOfEvent ? read : read + await wire.Until(EndOfEvent);
        }
    }
}
