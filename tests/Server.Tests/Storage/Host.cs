using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Storage;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A host in a folder of its own, which can be closed and opened again.</summary>
internal sealed class Host : IAsyncDisposable
{
    private Quarters? open;

    public Folder Folder { get; } = new();

    public TestClock Clock { get; } = new();

    public List<Exception> Troubles { get; } = [];

    public StorageSettings Settings => new(Folder.Path, "faubourg.example", Clock) { OnTrouble = Troubles.Add };

    public async Task<Quarters> Quarters() => open ??= await Faubourg.Storage.Quarters.Open(Settings, default);

    public async Task<LiveQuarter> Founded() => await (await Quarters()).Found("les-lilas", Evening.Wish, default);

    public async Task<LiveQuarter> Found() => (await (await Quarters()).Find("les-lilas", default))!;

    public async Task Close()
    {
        if (open is not null) await open.DisposeAsync();
        open = null;
    }

    public async Task<LiveQuarter> OpenedAgain()
    {
        await Close();
        return await Found();
    }

    /// <summary>Walks the evening, from the step of one name until, and without, that of the other.</summary>
    public async Task Walk(LiveQuarter quarter, string? until = null, string? from = null, Method method = Method.Resistance)
    {
        foreach (var step in Evening.Steps(method).SkipWhile(s => from is not null && s.Name != from).TakeWhile(s => s.Name != until))
            await Take(quarter, step);
        // What had to go is out of the files: where much ends, that waits for a moment.
        await quarter.Tick();
    }

    public async Task<Accepted> Take(LiveQuarter quarter, EveningStep step)
    {
        Clock.Pass(step.After);
        await quarter.Tick();
        if (step.Before is { } expected) Assert.Equal(expected, await Reach(quarter, expected));
        return Assert.IsType<Accepted>(await Ask(quarter, step));
    }

    public async Task<Answer> Ask(LiveQuarter quarter, EveningStep step)
    {
        var state = quarter.Now.State;
        return await quarter.Submit(step.Act(state, quarter.Clock()), step.By(state), step.Key, default);
    }

    /// <summary>The first column of what this says, in the one quarter's file.</summary>
    public List<object> Column(string query)
    {
        var path = Directory.GetFiles(Path.Combine(Folder.Path, "quarters"), "*.db").Single();
        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = query;
        using var rows = command.ExecuteReader();
        var values = new List<object>();
        while (rows.Read()) values.Add(rows.GetValue(0));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Folder.Dispose();
    }

    public static async Task<Step> Reach(LiveQuarter quarter, Step step)
    {
        var council = quarter.Now.State.Councils[1];
        if (council.Step == step) return step;
        var guide = new Actor(council.Room!.Seats[council.Room.Guide!.Value].Device!);
        Assert.IsType<Accepted>(await quarter.Submit(new MoveOn(1, council.Step), guide, null, default));
        return quarter.Now.State.Councils[1].Step;
    }
}
