using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Faubourg.Bench;

/// <summary>One measured figure and what bounds it, measured in the same run.</summary>
/// <param name="Name">Which figure.</param>
/// <param name="Value">What Faubourg does.</param>
/// <param name="Unit">Of both values.</param>
/// <param name="Beside">The ceiling or the peer.</param>
/// <param name="BesideValue">What that does.</param>
/// <param name="Bar">What the ratio or the value has to keep to, in words.</param>
internal sealed record Row(string Name, double Value, string Unit, string Beside, double BesideValue, string Bar)
{
    public double Ratio => BesideValue == 0 ? 0 : Value / BesideValue;
}

internal static class Report
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"{"row",-24} {"value",12} {"unit",-22} {"beside",-46} {"value",12} {"ratio",8}  bar");
        foreach (var r in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{r.Name,-24} {r.Value,12:N2} {r.Unit,-22} {r.Beside,-46} {r.BesideValue,12:N2} {r.Ratio,8:N3}  {r.Bar}"));
    }

    public static string Write(IReadOnlyList<Row> rows, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("machine", Machine());
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Name);
            json.WriteNumber("value", Math.Round(row.Value, 4));
            json.WriteString("unit", row.Unit);
            json.WriteString("beside", row.Beside);
            json.WriteNumber("beside_value", Math.Round(row.BesideValue, 4));
            json.WriteNumber("ratio", Math.Round(row.Ratio, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return path;
    }

    private static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{model ?? "unknown processor"}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
