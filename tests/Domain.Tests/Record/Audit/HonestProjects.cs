using System.Collections.Immutable;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Tests.Jars;
using Faubourg.Domain.Tests.Projects;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>What grew from a decision, as it really went.</summary>
internal static class HonestProjects
{
    /// <summary>Tasks change hands, something is asked and answered, all is done.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Grown()
    {
        var scene = Garden.Morning();
        scene.Does(Amina, new ShowEvidence(Garden.Minutes(Amina), T("The planks lie in the yard.")));
        scene.Does(Stranger, Garden.Takes(2, Stranger, "Zoé"));
        scene.Does(Hugo, Garden.Takes(1, Hugo));
        scene.Does(Stranger, new HandOnTask(Garden.Later(Stranger, 2), Garden.Later(Farid, 2), T("Farid")));
        scene.Does(Farid, new DropTask(Garden.Later(Farid, 2)));
        scene.Does(David, Garden.Asks(Garden.Davids, Garden.Sunday.PlusDays(-9)));
        scene.Waits(Duration.FromDays(5));
        scene.Does(Elise, Garden.Takes(2, Elise));
        scene.Does(David, Garden.Answers(Garden.Davids, Garden.Sunday.PlusDays(-4)));
        scene.Does(Elise, new FinishTask(Garden.Later(Elise, 2)));
        scene.Does(David, new FinishTask(Garden.Davids));
        scene.Does(David, new ShowEvidence(Garden.Davids, T("It holds three."), T(Hash.Of("picture"))));
        scene.Does(David, new FinishProject(Garden.Davids));
        return [.. scene.Journal.Record];
    }

    /// <summary>A later council of weight goes on with a project that has a jar.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Renewed() =>
        [.. Purse.Decided(Purse.Opened(), new RenewProject(1), touches: Touches.Renewal).Journal.Record];

    /// <summary>A later council ends what another opened.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Ended()
    {
        var first = Founded();
        first.Decides(1, Touches.Nothing);
        var second = new Scene(first) { Number = 2 };
        second.Decides(2, Touches.Project, deed: new EndProject(1, ProjectEnd.Dropped));
        return [.. second.Journal.Record];
    }
}
