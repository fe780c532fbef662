namespace Faubourg.Bench;

/// <summary>The council page as a stranger gets it, beside raw Kestrel sending the same bytes.</summary>
internal static class PagesBench
{
    private const int Connections = 32;

    /// <summary>Counted, not timed: a busy machine makes the run longer, not shorter.</summary>
    private const int ToWarm = 150_000, Counted = 60_000;

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
        await Drive(scene.Served, ours, ToWarm);
        await Drive(raw, theirs, ToWarm);
        return new Row("page-per-core-second", await Drive(scene.Served, ours, Counted), "pages/CPU s",
            "raw Kestrel, the same bytes", await Drive(raw, theirs, Counted), "ratio ≥ 0.5");
    }

    private static async Task<double> Drive(Served server, byte[] request, int pages)
    {
        var left = pages;
        var before = server.Cpu;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var wire = new Wire();
            await wire.Connect(server.Port);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await wire.Send(request);
                if (await wire.Answer() != 200) throw new InvalidOperationException("The page was not served.");
            }
        }));
        return pages / (server.Cpu - before);
    }
}
