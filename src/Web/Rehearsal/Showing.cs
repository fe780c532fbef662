namespace Faubourg.Web.Rehearsal;

/// <summary>Something that is played, for people who watch.</summary>
/// <param name="Day">Days after the first council.</param>
/// <param name="Note">In the language of the script.</param>
/// <param name="See">An address of the neighbourhood that shows what came of it; null for none.</param>
public sealed record Told(int Day, string Note, string? See);

/// <summary>One evening that this host plays, for whoever watches or sits down in it.</summary>
public sealed class Showing
{
    private readonly TaskCompletionSource<bool> _convened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    /// <summary>What the page of a showing tells at most.</summary>
    private const int Most = 12;

    private readonly Player _player;
    private readonly Told?[] _told;
    private int _line;

    /// <param name="name">Which of <see cref="Evenings"/>.</param>
    /// <param name="http">Points at the host.</param>
    /// <param name="changed">Called with the slug whenever there is something new to tell.</param>
    public Showing(string name, HttpClient http, Action<string> changed)
    {
        Name = name;
        var script = Evenings.Read(name);
        Language = script.Quarter.Languages[0];
        _told = [.. script.Parts.SelectMany(part => part.Play.Select(line => line.Note is { } note ? new Told(part.After, note, line.See) : null))];
        _player = new Player(http, script, Tempo.ToWatch)
        {
            HasGuests = true,
            OnLine = (done, _, _) =>
            {
                Volatile.Write(ref _line, done);
                if (_told[done] is not null) changed(Slug);
            },
            OnConvened = _ => _convened.TrySetResult(true),
        };
    }

    /// <summary>Which of <see cref="Evenings"/>.</summary>
    public string Name { get; }

    /// <summary>ISO 639: what its people speak.</summary>
    public string Language { get; }

    public string Slug => _player.Slug;

    public string CouncilUrl => _player.CouncilUrl;

    public int Line => Volatile.Read(ref _line);

    public int Lines => _told.Length;

    /// <summary>What was played, in words: the newest first, which is what happens now.</summary>
    public IReadOnlyList<Told> Happened => [.. _told.Take(Line + 1).Reverse().OfType<Told>().Take(Most)];

    public bool IsOver { get; private set; }

    /// <summary>Grows with every line, and once more at the end.</summary>
    public long Revision => Line + (IsOver ? 2 : 1);

    public bool HasStumbled { get; private set; }

    /// <summary>True when there is something to see; false when the players did not come so far.</summary>
    public Task<bool> Convened => _convened.Task;

    /// <summary>Until the evening is over, or <paramref name="stop"/>. Never throws.</summary>
    public async Task Play(Action<Exception> onTrouble, CancellationToken stop)
    {
        try
        {
            await _player.Play(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host closes; a rehearsal is no loss.
        }
        catch (Exception trouble)
        {
            HasStumbled = true;
            onTrouble(trouble);
        }
        finally
        {
            IsOver = true;
            _convened.TrySetResult(false);
        }
    }

    /// <summary>Lets a guest's screen show the wall; false when nobody can.</summary>
    public Task<bool> PairWall(Func<int, string> wall, CancellationToken stop) => IsOver ? Task.FromResult(false) : _player.PairWall(wall(_player.Council), stop);

    /// <summary>Where a guest takes a seat: somebody of the cast holds the door open for them; null when nobody can.</summary>
    public Task<string?> LetIn(CancellationToken stop) => IsOver ? Task.FromResult<string?>(null) : _player.LetIn(stop);
}
