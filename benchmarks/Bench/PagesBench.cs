using System.Diagnostics;

namespace Faubourg.Bench;

/// <summary>The council page as a stranger gets it, beside raw Kestrel sending the same bytes.</summary>
internal static class PagesBench
{
    private const int Connections = 32;

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    public static async Task<Row> Run(Scene scene, Served raw)
    {
        Console.Error.WriteLine("the council page …");
        using (var http = new HttpClient())
        {
            var bytes = await http.GetByteArrayAsync(new Uri(scene.Served.Url, scene.CouncilPath));
            using var given = await http.PostAsync(new Uri(raw.Url, "/page"), new ByteArrayContent(bytes));
        }

        var ours = Wire.Request("GET", scene.CouncilPath, null, null, "text/html");
        var theirs = Wire.Request("GET", "/page", null, null, "text/html");
        await Drive(scene.Served, ours, TimeSpan.FromSeconds(2));
        await Drive(raw, theirs, TimeSpan.FromSeconds(2));
        return new Row("page-per-core-second", await Drive(scene.Served, ours, Lasts), "pages/CPU s",
            "raw Kestrel, the same bytes", await Drive(raw, theirs, Lasts), "ratio ≥ 0.5");
    }

    private static async Task<double> Drive(Served server, byte[] request, TimeSpan lasts)
    {
        var done = 0;
        var before = server.Cpu;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var wire = new Wire();
            await wire.Connect(server.Port);
            while (Stopwatch.GetElapsedTime(began) < lasts)
            {
                await wire.Send(request);
                if (await wire.Answer() != 200) throw new InvalidOperationException("The page was not served.");
                Interlocked.Increment(ref done);
            }
        }));
        return done / (server.Cpu - before);
    }
}
