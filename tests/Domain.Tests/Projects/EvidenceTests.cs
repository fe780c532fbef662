using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Projects.Garden;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

public sealed class EvidenceTests
{
    [Fact]
    public void Whoever_has_a_task_shows_what_became_of_it_and_whoever_was_there_for_72_hours()
    {
        var scene = Morning();
        scene.Does(David, new ShowEvidence(Davids, T("planks"), T(Hash.Of("picture"))));
        scene.Does(Amina, new ShowEvidence(Minutes(Amina), T("all of it")));
        Assert.Equal([1, null], scene.Council.Evidence.Select(e => e.Task));
        Assert.Equal(Hash.Of("picture"), scene.Quarter.Said(scene.Council.Evidence[0].Picture)!.Value);
        scene.Waits(Duration.FromHours(72));
        scene.Refuses<NoSuchSlip>(Amina, new ShowEvidence(Minutes(Amina), T("late")));
        scene.Refuses<NoSuchSlip>(Amina, new ShowEvidence("none", T("late")));
        scene.Does(David, new ShowEvidence(Davids, T("later")));
    }

    [Fact]
    public void A_project_shows_so_much_and_no_more()
    {
        var scene = Morning();
        for (var i = 0; i < ShowEvidence.Most; i++) scene.Does(David, new ShowEvidence(Davids, T($"{i}")));
        scene.Refuses<TooMuchEvidence>(David, new ShowEvidence(Davids, T("more")));
    }

    [Fact]
    public void What_somebody_showed_they_take_back()
    {
        var scene = Morning();
        scene.Does(David, new ShowEvidence(Davids, Text.Of("me at work", "shown"), Text.Of(Hash.Of("me"), "shown")));
        scene.Does(David, new TakeNameBack("shown"));
        Assert.Equal(Standing.Erased, scene.Quarter.Said(scene.Council.Evidence[0].Words)!.Standing);
        Assert.Equal(Standing.Erased, scene.Quarter.Said(scene.Council.Evidence[0].Picture)!.Standing);
    }

    [Fact]
    public void A_request_counts_the_days_until_its_answer()
    {
        var scene = Morning();
        var asked = scene.Now.InUtc().Date;
        scene.Does(David, Asks(Davids, asked));
        Assert.Equal(12, scene.Council.Requests[0].Lag(asked.PlusDays(12)));
        scene.Refuses<NotOnThatDay>(David, Answers(Davids, asked.PlusDays(-1)));
        scene.Refuses<NotOnThatDay>(David, Answers(Davids, asked.PlusDays(5)));
        scene.Waits(Duration.FromDays(100));
        scene.Does(David, Answers(SlipOf(David, "request"), asked.PlusDays(90)));
        Assert.Equal(90, scene.Council.Requests[0].Lag(asked.PlusDays(200)));
        scene.Refuses<AnsweredAlready>(David, Answers(SlipOf(David, "request"), asked.PlusDays(91)));
        Assert.Equal(RequestReply.Partly, scene.Council.Requests[0].Answered!.Reply);
    }

    [Fact]
    public void A_request_is_asked_while_the_project_is_open_and_answered_within_a_year()
    {
        var scene = Morning();
        var asked = scene.Now.InUtc().Date;
        scene.Refuses<NotOnThatDay>(David, Asks(Davids, asked.PlusDays(2)));
        scene.Refuses<NotOnThatDay>(David, Asks(Davids, asked.PlusDays(-366)));
        scene.Does(David, Asks(Davids, asked));
        scene.Refuses<NoSuchRequest>(David, Answers(Davids, asked) with { Request = 2 });
        scene.Does(Hugo, Takes(2, Hugo));
        scene.WaitsUntil(scene.Project().Until);
        scene.Refuses<NoSuchSlip>(Hugo, Asks(Later(Hugo, 2), asked));
        scene.WaitsUntil(scene.Council.Requests[0].WrittenAt + Request.Open);
        scene.Refuses<NoSuchSlip>(David, Answers(SlipOf(David, "request"), asked));
    }

    [Fact]
    public void So_many_requests_and_no_more()
    {
        var scene = Morning();
        var today = scene.Now.InUtc().Date;
        for (var i = 0; i < AskInstitution.Most; i++) scene.Does(David, Asks(Davids, today));
        scene.Refuses<TooManyRequests>(David, Asks(Davids, today));
        scene.WaitsUntil(scene.Project().OpenedAt + Duration.FromDays(6));
        scene.Happens(new ProjectFinished(1));
        scene.Refuses<NoOpenProject>(David, Asks(Davids, today));
    }
}
