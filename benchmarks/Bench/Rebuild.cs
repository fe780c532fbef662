using System.Diagnostics;
using System.Globalization;
using Faubourg.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Faubourg.Bench;

/// <summary>A quarter's state made anew from its file, in a process that did nothing before.</summary>
internal static class Rebuild
{
    private const double Mebi = 1024 * 1024;

    /// <summary>Prints the seconds until the state is there, the MiB that its state holds then, and those of the whole process.</summary>
    public static async Task Run(string folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await using var quarters = await Quarters.Open(new StorageSettings(folder, "localhost", SystemClock.Instance), CancellationToken.None);
        var quarter = await quarters.Find(quarters.List()[0].Slug, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / Mebi;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {quarter!.Now.State.Size} entries, {quarter.Now.State.Councils.Count} councils: {took:F2} s ({spent:F2} CPU s, {GC.GetTotalPauseDuration().TotalSeconds:F2} s of pauses), {held:F1} MiB held, {Environment.WorkingSet / Mebi:F0} MiB of the process"));
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{took:F4} {held:F2} {Environment.WorkingSet / Mebi:F1}"));
    }

    /// <summary>Prints the seconds in which the same rows are read and dropped.</summary>
    public static void Rows(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(Path.Combine(folder, "quarters"), "*.db").Single()};Mode=ReadOnly");
        connection.Open();
        foreach (var table in new[] { "journal", "leaf", "disclosure", "room" })
        {
            using var all = connection.CreateCommand();
            all.CommandText = "SELECT * FROM " + table;
            using var rows = all.ExecuteReader();
            while (rows.Read())
                for (var column = 0; column < rows.FieldCount; column++) rows.GetValue(column);
        }

        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalSeconds:F4}"));
    }
}
