using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>"I will, for as long as a term is." In a council of five heads in a room; of mediators, whoever was drawn there.</summary>
/// <param name="Slip">Hash of the slip to step back with.</param>
public sealed record Serve(int Council, int Charge, string Slip) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Tasking, Step.Reckoning, Step.Closing)) return new NotAtThisStep(sitting.Step);
        if (Gains.Checks.MayNot(sitting.Council) is { } refusal) return refusal;
        if (OpenCharges.Refuse(sitting.Quarter, Charge, sitting.Now) is { } over) return over;
        var charge = sitting.Quarter.Charges[Charge];
        var here = sitting.Room.Volunteers.Where(v => v.Charge == Charge).ToArray();
        if (here.Any(v => v.Seat == seat.Number)) return new AlreadySaid();
        if (charge.Kind == ChargeKind.Mediation && !sitting.Room.Holds(seat, Role.Mediator)) return new DrawMediators();
        if (charge.ServingAt(sitting.Quarter, sitting.Now).Count() + here.Length >= charge.Places) return new PlacesAreTaken(charge.Places);
        return new WouldServe(Council, new Volunteer(Charge, seat.Number, charge.Days, charge.Kind == ChargeKind.Mediation, Slip));
    }
}

/// <summary>Somebody finds that they cannot, before the evening is over.</summary>
public sealed record ServeNot(int Council, int Charge) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Volunteers.Any(v => v.Charge == Charge && v.Seat == seat.Number) ? new WouldNotServe(Council, Charge, seat.Number) : new NotYourCharge();
}

/// <param name="Days">A term.</param>
/// <param name="Drawn">Only as long as they hold the role.</param>
/// <param name="Slip">Hash.</param>
public sealed record Volunteer(int Charge, int Seat, int Days, bool Drawn, string Slip);

public sealed record WouldServe(int Council, Volunteer Volunteer) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with { Volunteers = r.Volunteers.Add(Volunteer) });
}

public sealed record WouldNotServe(int Council, int Charge, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Volunteers = r.Volunteers.RemoveAll(v => v.Charge == Charge && v.Seat == Seat) });
}

/// <summary>Terms begin when the council is over, in an order that says nothing of who sat where.</summary>
internal static class Services
{
    public static IEnumerable<ServiceBegun> Begun(Council council, Instant at) =>
        Of(council).Select((v, i) => new ServiceBegun(council.Number, v.Charge, i + 1, Rules.Minute(at) + Duration.FromDays(v.Days)));

    public static IEnumerable<Slip> Slips(Council council, Instant at) => Of(council).Select((v, i) =>
        new Slip(v.Slip, Purpose.Service, council.Number, Rules.Minute(at) + Duration.FromDays(v.Days), i + 1, Charge: v.Charge));

    private static IEnumerable<Volunteer> Of(Council council) => council.Room!.Volunteers
        .Where(v => !v.Drawn || council.Room.Holds(council.Room.Seats[v.Seat], Role.Mediator))
        .DistinctBy(v => v.Slip)
        .OrderBy(v => v.Slip, StringComparer.Ordinal);
}

/// <param name="Charge">For which: the council that took it on.</param>
/// <param name="Service">From 1 in the council at whose end it begins.</param>
/// <param name="Until">90 days later at the latest.</param>
[Leaf("service.begun")]
public sealed record ServiceBegun(int Council, int Charge, int Service, Instant Until) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => OpenCharges.In(quarter, Charge, stamp.At, c =>
        c.ServingAt(quarter, stamp.At).Count() < c.Places
            ? c with { Services = c.Services.Add(new ServiceTerm(Council, Service, stamp.At, Until)) }
            : c);
}

/// <summary>Two mediators are drawn first, by a lot.</summary>
public sealed record DrawMediators : Refusal;

public sealed record PlacesAreTaken(int Places) : Refusal;

public sealed record NotYourCharge : Refusal;
