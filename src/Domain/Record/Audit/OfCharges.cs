using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What the quarter looks after, and that nobody does so for longer than a term.</summary>
internal static class OfCharges
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case ChargeOpened e:
                c.Require(OpenCharge.Fits(e.Kind, e.Places, e.Days), Rule.TermsEnd, "A term is 7 to 90 days, for no more than there are places.");
                var then = c.WhenPut(e.Council);
                c.Require(!OpenCharge.IsLookedAfter(then, e.Kind, then.At), Rule.TermsEnd, "There are mediators already.");
                break;
            case ChargeRenewed e: WasOpen(c, e.Council, e.Charge); break;
            case ChargeEnded e: WasOpen(c, e.Council, e.Charge); break;
            case ServiceBegun e: Begun(c, e); break;
            case ServiceEnded e: Ended(c, e); break;
            case MediationHeld e: Held(c, e); break;
        }
    }

    /// <summary>It was put before the room while it was open; the count may have closed a little later.</summary>
    private static void WasOpen(Case c, int council, int charge)
    {
        var then = c.WhenPut(council);
        c.Require(OpenCharges.Refuse(then, charge, then.At) is null, Rule.SpeaksOfWhatIs, "There is no such open charge.");
    }

    private static Charge? Of(Case c, int number)
    {
        var charge = c.Before.Charges.GetValueOrDefault(number);
        c.Require(charge is not null, Rule.SpeaksOfWhatIs, "There is no such charge.");
        return charge;
    }

    private static void Begun(Case c, ServiceBegun e)
    {
        if (Of(c, e.Charge) is not { } charge || c.Living(e.Council) is not { } council) return;
        c.Require(council.Step is Step.Tasking or Step.Reckoning or Step.Closing, Rule.StepsInOrder, "This belongs to another step of the council.");
        c.Require(Gains.Checks.MayNot(council) is null, Rule.Weight, "Whoever serves says so before five heads in a room.");
        var evening = c.Evening(e.Council);
        c.Require(e.Service == ++evening.Services, Rule.NumbersInOrder, "The service is not the next one.");
        c.Require(e.Until <= c.At + Duration.FromDays(charge.Days), Rule.TermsEnd, "It would serve longer than a term.");
        c.Require(e.Until > c.At, Rule.TermsEnd, "It would be over before it begins.");
        if (charge.Kind == ChargeKind.Mediation)
            c.Require(++evening.Mediators <= Drawn(council), Rule.TermsEnd, "Mediators are drawn.");
    }

    /// <summary>Who was called and did not step back: a call names whom it replaces.</summary>
    private static int Drawn(Council council)
    {
        var gone = council.Calls.Where(call => call.Role == Role.Mediator && call.Instead is not null).Select(call => call.Instead).ToHashSet();
        return council.Calls.Count(call => call.Role == Role.Mediator && call.Number is { } number && !gone.Contains(number));
    }

    private static void Ended(Case c, ServiceEnded e)
    {
        if (Of(c, e.Charge) is not { } charge) return;
        c.Require(
            charge.Services.Any(s => s.Council == e.Council && s.Number == e.Service && s.RunsAt(c.At)), Rule.TermsEnd, "Nobody serves who could step back.");
    }

    private static void Held(Case c, MediationHeld e)
    {
        if (Of(c, e.Charge) is not { } charge) return;
        c.Require(charge.Kind == ChargeKind.Mediation && charge.Services.Any(s => s.RunsAt(c.At)), Rule.TermsEnd, "Nobody mediates at that time.");
        c.Require(charge.Held < MediationHeld.Most, Rule.TermsEnd, "More are held than are counted.");
    }
}
