using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;
using NodaTime;

namespace Faubourg.Web.Commands;

/// <summary>What the commands have in common with which a host keeps its neighbourhoods: where they are, progress, sentences, codes.</summary>
internal static class Keeping
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Option<string> Data() => new("--data")
    {
        Description = "Folder that holds the neighbourhoods.",
        DefaultValueFactory = _ => "./data",
    };

    public static Option<bool> Json() => new("--json") { Description = "The result as JSON." };

    public static Argument<string> Slug() => new("SLUG") { Description = "The neighbourhood's name in addresses: ./faubourg quarters lists them." };

    /// <summary>Runs it and says in a sentence what could not be done.</summary>
    public static async Task<int> Try(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (KeepingException no)
        {
            return await Fail(no.Message);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or DbException or InvalidDataException or NotStoredException)
        {
            return await Fail($"The disk did not do what it was told: {trouble.InnerException?.Message ?? trouble.Message}");
        }
    }

    public static async Task<int> Fail(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Failed;
    }

    public static StorageSettings Settings(string data) => new(data, "localhost", SystemClock.Instance) { OnTrouble = Trouble };

    /// <summary>Opens a folder that is there already, and that no host has open.</summary>
    public static async Task<Storage.Quarters> Open(string data, CancellationToken stop)
    {
        if (!Directory.Exists(data)) throw new KeepingException($"There is no folder {data}.");
        try
        {
            return await Storage.Quarters.Open(Settings(data), stop);
        }
        catch (IOException inUse) when (inUse is not FileNotFoundException)
        {
            throw new KeepingException($"The folder {data} cannot be opened. Is a Faubourg running on it? Stop it first. {inUse.Message}");
        }
    }

    public static void Print(bool asJson, object result, params ReadOnlySpan<string> lines)
    {
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(result, Options));
        else foreach (var line in lines) Console.WriteLine(line);
    }

    /// <summary>The sentence of a refusal, in English.</summary>
    public static string Say(Refusal why)
    {
        var words = Words.In("en");
        return Refusals.Say(words, new When(words, DateTimeZone.Utc, SystemClock.Instance.GetCurrentInstant()), why);
    }

    /// <summary>On a screen, one line that moves; elsewhere nothing.</summary>
    public static IProgress<Advance>? Progress() => Console.IsErrorRedirected ? null : new Line();

    private static void Trouble(Exception trouble) => Console.Error.WriteLine(trouble.Message);

    private sealed class Line : IProgress<Advance>
    {
        private const int BetweenLines = 100;

        private long shown;

        public void Report(Advance advance)
        {
            var (now, last) = (Environment.TickCount64, advance.Done >= advance.Of);
            if (now - shown < BetweenLines && !last) return;
            shown = now;
            Console.Error.Write($"\r\u001b[K{advance.What}: {advance.Done:N0} of {advance.Of:N0}");
            if (last) Console.Error.Write("\r\u001b[K");
        }
    }
}
