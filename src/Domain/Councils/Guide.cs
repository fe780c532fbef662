using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Help me": the page with the words passes to the companion, or back.</summary>
public sealed record AskForHelp(int Council) : SeatedAct(Council)
{
    /// <summary>How long the guide's device may be silent when a step is due.</summary>
    public static readonly Duration Silence = Duration.FromSeconds(90);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Guides(seat)) return new OnlyTheGuide();
        if (sitting.Room.PresentHolder(Role.Facilitator) is not { } facilitator) return new NoFacilitator();
        if (sitting.Room.PresentHolder(Role.Companion) is not { } companion || companion == facilitator) return new NoCompanion();
        return sitting.Room.Guide == seat.Number
            ? new GuideHandedOver(Council, ToCompanion: !sitting.Room.GuideHandedOver)
            : new NotYourRole();
    }
}

public sealed record GuideHandedOver(int Council, bool ToCompanion) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { GuideHandedOver = ToCompanion, GuideLastSeen = stamp.At });
}

/// <summary>The guide's device shows that somebody is reading: the silence begins anew.</summary>
public sealed record KeepGuiding(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Guide == seat.Number ? new GuideSeen(Council) : new OnlyTheGuide();
}

public sealed record GuideSeen(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { GuideLastSeen = stamp.At });
}

public sealed record NoCompanion : Refusal;
