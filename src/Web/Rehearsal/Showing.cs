namespace Faubourg.Web.Rehearsal;

/// <summary>One evening that this host plays, for whoever watches or sits down in it.</summary>
public sealed class Showing
{
    private readonly TaskCompletionSource<bool> _convened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Player _player;
    private int _line;

    public Showing(string name, HttpClient http)
    {
        Name = name;
        var script = Evenings.Read(name);
        Lines = script.Length;
        _player = new Player(http, script, Tempo.ToWatch)
        {
            HasGuests = true,
            OnLine = (done, _, _) => Volatile.Write(ref _line, done),
            OnConvened = _ => _convened.TrySetResult(true),
        };
    }

    /// <summary>Which of <see cref="Evenings"/>.</summary>
    public string Name { get; }

    public string Slug => _player.Slug;

    public string CouncilUrl => _player.CouncilUrl;

    public int Line => Volatile.Read(ref _line);

    public int Lines { get; }

    public bool IsOver { get; private set; }

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
