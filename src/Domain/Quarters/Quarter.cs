using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Seasons;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Quarters;

/// <summary>A neighbourhood as its rules see it: the fold of its leaves and of the room events of its living councils.</summary>
public sealed record Quarter
{
    public static readonly Quarter Unfounded = new();

    /// <summary>The identity in every leaf: host part, then 26 characters from the first log key.</summary>
    public string Origin { get; init; } = "";

    public bool Rehearsal { get; init; }

    /// <summary>IANA time zone, for showing and for counting days only.</summary>
    public string Zone { get; init; } = "";

    /// <summary>ISO 639 codes, the neighbourhood's own first.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    public Instant FoundedAt { get; init; }

    public TextAt? Name { get; init; }

    public TextAt? Place { get; init; }

    public TextAt? Horizon { get; init; }

    /// <summary>Local clauses of the covenant; its core is fixed and stands in no quarter's record.</summary>
    public ImmutableArray<TextAt> Covenant { get; init; } = [];

    public NumberedDictionary<Council> Councils { get; init; } = NumberedDictionary<Council>.Empty;

    public ImmutableSortedDictionary<int, Corner> Corners { get; init; } = ImmutableSortedDictionary<int, Corner>.Empty;

    public ImmutableSortedDictionary<int, Amendment> Amendments { get; init; } = ImmutableSortedDictionary<int, Amendment>.Empty;

    /// <summary>Those of <see cref="Amendments"/> that take words out of the record, until it is done or refused: what the clock awaits.</summary>
    public ImmutableSortedSet<int> Removals { get; init; } = [];

    /// <summary>What decisions opened, open or over, by the council that decided.</summary>
    public ImmutableSortedDictionary<int, Project> Projects { get; init; } = ImmutableSortedDictionary<int, Project>.Empty;

    /// <summary>The sovereignty log, by number.</summary>
    public ImmutableSortedDictionary<int, LoggedGain> Gains { get; init; } = ImmutableSortedDictionary<int, LoggedGain>.Empty;

    /// <summary>Lasting responsibilities, standing or over, by the council that took them on.</summary>
    public ImmutableSortedDictionary<int, Charge> Charges { get; init; } = ImmutableSortedDictionary<int, Charge>.Empty;

    /// <summary>Busy weeks that councils decided, as they came, past ones too; those that were refused are told by <see cref="Season.All"/>.</summary>
    public ImmutableArray<Burst> Bursts { get; init; } = [];

    /// <summary>Numbers of councils by the Monday of the week in which they start; of one that was moved, of every week it was announced for.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<int>> Weeks { get; init; } = ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<int>>.Empty;

    /// <summary>Mondays of weeks without a council, with when that was published.</summary>
    public ImmutableSortedDictionary<LocalDate, Instant> Rests { get; init; } = ImmutableSortedDictionary<LocalDate, Instant>.Empty;

    /// <summary>Mondays of weeks of which fewer than three devices said so.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<string>> RestsSaid { get; init; } =
        ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<string>>.Empty;

    /// <summary>What institutions offered, answered or not.</summary>
    public ImmutableSortedDictionary<int, Offer> Offers { get; init; } = ImmutableSortedDictionary<int, Offer>.Empty;

    /// <summary>Money of projects, by the council that decided; open or over. Nothing adds them up.</summary>
    public ImmutableSortedDictionary<int, Jar> Jars { get; init; } = ImmutableSortedDictionary<int, Jar>.Empty;

    /// <summary>What one keeper said and the other has not yet, by its id.</summary>
    public ImmutableSortedDictionary<string, WaitingMove> Moves { get; init; } =
        ImmutableSortedDictionary<string, WaitingMove>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Slips that still hold, by the hash of their words.</summary>
    public ImmutableSortedDictionary<string, Slip> Slips { get; init; } = ImmutableSortedDictionary<string, Slip>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The last council of at least five heads in which the role was held.</summary>
    public ImmutableSortedDictionary<Draws.Role, int> LastHeld { get; init; } = ImmutableSortedDictionary<Draws.Role, int>.Empty;

    /// <summary>Councils whose room still exists.</summary>
    public ImmutableSortedSet<int> Living { get; init; } = [];

    /// <summary>Councils held on paper, typed by one device and awaiting the second.</summary>
    public ImmutableSortedDictionary<int, PaperSheet> Sheets { get; init; } = ImmutableSortedDictionary<int, PaperSheet>.Empty;

    /// <summary>Texts that stand in other words now: where they were disclosed first → where they are.</summary>
    public ImmutableSortedDictionary<TextAt, TextAt> Restated { get; init; } = ImmutableSortedDictionary<TextAt, TextAt>.Empty;

    /// <summary>Every published text, by where it was disclosed.</summary>
    public ImmutableSortedDictionary<TextAt, Text> Texts { get; init; } = ImmutableSortedDictionary<TextAt, Text>.Empty;

    /// <summary>Disclosures taken out of the record for good → the leaf that says so.</summary>
    public ImmutableSortedDictionary<TextAt, long> Erased { get; init; } = ImmutableSortedDictionary<TextAt, long>.Empty;

    /// <summary>Every key that ever signed the log, in order; the last one signs now.</summary>
    public ImmutableArray<SigningKey> Keys { get; init; } = [];

    /// <summary>Who can move the log without its host; null until a council drew key-bearers. Compare its end with now.</summary>
    public Recovery? Recovery { get; init; }

    /// <summary>The URL prefix where the record lives; null while it never moved.</summary>
    public TextAt? Prefix { get; init; }

    /// <summary>How many leaves there are.</summary>
    public long Size { get; init; }

    /// <summary>When the last event was accepted.</summary>
    public Instant At { get; init; }

    public bool IsFounded => Origin.Length > 0;

    /// <summary>What it is for: as founded, or as the last amendment that holds has it.</summary>
    public TextAt? HorizonAt(Instant now) =>
        Amendments.Values.LastOrDefault(a => a.Touches == Touches.Horizon && a.HoldsAt(now))?.Wording ?? Horizon;

    /// <summary>Local clauses as founded, then those that councils added and that hold, oldest first.</summary>
    public IEnumerable<TextAt> CovenantAt(Instant now) =>
        Covenant.Concat(Amendments.Values.Where(a => a.Touches == Touches.Covenant && a.HoldsAt(now)).Select(a => a.Wording));

    /// <summary>The published text, in its present standing; null where nothing was said.</summary>
    public Text? Said(TextAt? at) => at is null ? null : Texts.GetValueOrDefault(Latest(at));

    /// <summary>Where the text stands now, after its words were blacked out.</summary>
    public TextAt Latest(TextAt at)
    {
        while (Restated.TryGetValue(at, out var later)) at = later;
        return at;
    }

    /// <summary>Nobody bears keys, or not for much longer: a council of five heads may draw new bearers.</summary>
    public bool NeedsBearers(Instant now) => !(Recovery?.Until > now + Quarters.Recovery.Renewal);

    internal Quarter With(Council council) => this with { Councils = Councils.SetItem(council.Number, council) };

    internal Quarter In(int council, Func<Council, Council> change) => With(change(Councils[council]));

    internal Quarter InJar(int jar, Func<Jar, Jar> change) => this with { Jars = Jars.SetItem(jar, change(Jars[jar])) };

    internal Quarter InRoom(int council, Func<Room, Room> change) => In(council, c => c with { Room = change(c.Room!) });
}
