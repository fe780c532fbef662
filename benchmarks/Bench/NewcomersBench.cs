using System.Diagnostics;

namespace Faubourg.Bench;

/// <summary>Three hundred people scan the code within one second.</summary>
internal static class NewcomersBench
{
    private const int Newcomers = 300;

    public static async Task<Row> Run(Scene scene)
    {
        Console.Error.WriteLine($"{Newcomers} newcomers within a second …");
        var token = await scene.Token();
        var before = await scene.Present();
        var failed = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Newcomers).Select(async i =>
        {
            await Task.Delay(i * 1000 / Newcomers);
            using var wire = new Wire();
            try
            {
                await wire.Connect(scene.Served.Port);
                await wire.Send(scene.Newcomer(token));
                if (await wire.Answer() >= 300) Interlocked.Increment(ref failed);
            }
            catch (IOException)
            {
                Interlocked.Increment(ref failed);
            }
        }));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var seated = await scene.Present() - before;
        Console.Error.WriteLine($"  {seated} seated in {took:N2} s, {failed} failed");
        return new Row("newcomers-failed", failed + Math.Abs(Newcomers - seated), "of 300", "newcomers", Newcomers, "0");
    }
}
