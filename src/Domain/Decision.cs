using System.Collections.Immutable;

namespace Faubourg.Domain;

/// <summary>What follows from an act: events in order, or one refusal and no event.</summary>
public readonly struct Decision
{
    private Decision(ImmutableArray<Event> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    public ImmutableArray<Event> Events { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Decision(Event happened) => new([happened], null);

    public static implicit operator Decision(Event[] happened) => new([.. happened], null);

    public static implicit operator Decision(List<Event> happened) => new([.. happened], null);

    public static implicit operator Decision(Refusal why) => new([], why);
}
