using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Verify.Tests.Street;

internal sealed partial class Lane
{
    /// <summary>Months in which something grows of every kind that pages count.</summary>
    public void Months()
    {
        var grown = Evening(objects: true);
        Grows(grown);
        var (gain, offer) = (GainOf(grown), Quarter.Offers.Keys.Max() - 1);
        foreach (var method in new[] { Method.Resistance, Method.Approval, Method.Ranked, Method.Score }) Evening(method);
        Evening(Method.Resistance, seats: 5);
        Night(new ConfirmGain(gain), days: 9, looks: () =>
        {
            foreach (var who in People[..4]) Does(who, new CheckGain(number, gain, true));
            Does(People[1], new ClaimGain(number, new GainDraft(GainKind.SkillLearnt, GainDomain.Repair, null, null, Text.Of("We can plane a board."))));
        });
        var tools = Night(new OpenCharge(ChargeKind.ToolLibrary, 2, 60, Text.Of("Drills and ladders"), Text.Of("The blue cupboard")));
        Night(new OpenCharge(ChargeKind.Mediation, 2, 90, Text.Of("Quarrels"), Text.Of("The kiosk")), works: () => Does(People[4], new Serve(number, tools, Slip(People[4], "service"))));
        Night(new AnswerOffer(offer, OfferAnswer.Decline));
        Night(new RenewProject(Quarter.Projects.Keys.Last(n => Quarter.OpenProject(n, Now + Duration.FromDays(5)) is not null)));
        EndedByTime();
        Night(new OpenBurst(21, 14));
        Collects();
        Moves([.. People.Where(who => Quarter.Slips.ContainsKey(Slip(who, "keeping")))], "spent again", Move.Spent);
        var (broken, kept) = (Week.Of(Now).PlusDays(2 * Week.Days), Week.Of(Now).PlusDays(5 * Week.Days));
        foreach (var monday in new[] { broken, kept })
            foreach (var who in People[..RestWeek.Needed])
                Does(who, new RestWeek(monday));
        Does(People[6], new LogOffer(OfferKind.Other, null, Text.Of("A bank"), Text.Of("A sign with its name"), null));
        Announces(Week.Starts(broken) + Duration.FromHours(18), CouncilKind.Usual);
        Announces(Season.Latest(Quarter)!.QuietFrom, CouncilKind.Reflection);
    }

    private void Announces(Instant starts, CouncilKind kind) => Does(People[6], new Convene(new Announcement(
        Text.Of("What next?"), Text.Of("here"), null, starts, 45, Attendance.Room, Method.Consent, false, false, false)
    { Kind = kind }));

    /// <summary>What somebody of its project shows and asks, and what others offer meanwhile.</summary>
    private void Grows(int council)
    {
        var (task, answer) = (Slip(People[3], "task"), Slip(People[3], "answer"));
        Does(People[5], new LogOffer(OfferKind.Money, null, Text.Of("The town hall"), Text.Of("500 euro"), Text.Of("a plaque")));
        Does(People[5], new LogOffer(OfferKind.Invitation, Now.InUtc().Date.PlusDays(2), Text.Of("The museum"), Text.Of("A talk"), null));
        Does(People[3], new ShowEvidence(task, Text.Of("Planks are here")));
        Does(People[3], new AskInstitution(task, Now.InUtc().Date, Text.Of("The parks office"), Text.Of("Sand"), answer));
        Does(People[3], new AskInstitution(task, Now.InUtc().Date, Text.Of("The ministry"), Text.Of("Trees"), Slip(People[3], "second answer")));
        Waits(Duration.FromDays(5));
        Does(People[3], new ShowEvidence(task, Text.Of("Two new planks")));
        Does(People[3], new WriteAnswer(answer, 1, Now.InUtc().Date, RequestReply.No, Text.Of("No"), Text.Of("We brought our own")));
        Does(People[3], new ShowGain(task, GainOf(council), Text.Of("Sit on it"), 2));
        Does(People[3], new FinishTask(task));
    }

    private int GainOf(int council) => Quarter.Gains.Values.Last(gain => gain.Council == council).Number;

    /// <summary>A council whose decision does what was wanted.</summary>
    private int Night(Deed deed, int days = 4, Action? works = null, Action? looks = null)
    {
        const int Seats = 7;
        number = Convenes(Method.Consent, days);
        Opens(Seats);
        Draws(Seats);
        MovesOn();
        Does(People[0], Proposal("So be it.") with { Touches = deed.Touches, Deed = deed });
        Counts(Seats);
        MovesOn();
        Consents(false, Seats);
        MovesOn();
        works?.Invoke();
        MovesOn();
        looks?.Invoke();
        MovesOn();
        MovesOn();
        return number;
    }
}
