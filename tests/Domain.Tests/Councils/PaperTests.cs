using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class PaperTests
{
    private static readonly PaperCouncil Sheet = new(
        T("Who waters the trees?"), T("the school yard"), Evening - Duration.FromDays(12), 45, 9, true, [T("each in turn"), T("a hose")], 2, 7,
        [T("buy the hose")], new GainDraft(GainKind.HeldInCommon, GainDomain.Space, null, null, T("six trees")), new RitualDraft(Ritual.Silence, null));

    [Fact]
    public void One_device_types_the_sheet_and_another_says_that_the_paper_says_the_same()
    {
        var scene = Founded();
        scene.Does(Amina, new TypeSheet(Sheet));
        var number = Assert.Single(scene.Quarter.Sheets).Key;
        scene.Refuses<NeedsOwnDevice>(Amina, new ConfirmSheet(number, true));
        scene.Does(Benoit, new ConfirmSheet(number, true));
        Assert.Equal((Outcome.Decided, Ending.Paper, true), (scene.Council.Outcome!.Value, scene.Council.Ending!.Value, scene.Council.OnPaper));
        Assert.Equal(2, scene.Council.Decision!.Proposal);
        Assert.Single(scene.Council.OnTheWall);
        Assert.Empty(scene.Quarter.Sheets);
        Assert.Empty(scene.Quarter.LastHeld);
        scene.Refuses<NoSuchSheet>(Benoit, new ConfirmSheet(number, true));
    }

    [Fact]
    public void Denied_or_left_for_a_day_it_is_gone()
    {
        var scene = Founded();
        scene.Does(Amina, new TypeSheet(Sheet));
        scene.Does(Benoit, new ConfirmSheet(scene.Quarter.Sheets.Keys.Single(), false));
        scene.Does(Amina, new TypeSheet(Sheet));
        scene.Waits(Duration.FromDays(1));
        Assert.Empty(scene.Quarter.Sheets);
        Assert.Empty(scene.Quarter.Councils);
        Assert.Empty(scene.Journal.RoomRows);
    }

    [Fact]
    public void Two_sheets_never_share_a_number_that_somebody_might_confirm_by_mistake()
    {
        var scene = Founded();
        scene.Does(Amina, new TypeSheet(Sheet));
        var first = scene.Quarter.Sheets.Keys.Single();
        scene.Does(Benoit, new ConfirmSheet(first, false));
        scene.Does(Amina, new TypeSheet(Sheet));
        Assert.NotEqual(first, scene.Quarter.Sheets.Keys.Single());
    }

    [Fact]
    public void A_sheet_that_cannot_be_is_not_taken()
    {
        var scene = Founded();
        Assert.Equal(14, scene.Refuses<NotHeldLately>(Amina, new TypeSheet(Sheet with { HeldAt = scene.Now - Duration.FromDays(15) })).Days);
        scene.Refuses<NotHeldLately>(Amina, new TypeSheet(Sheet with { HeldAt = scene.Now - Duration.FromMinutes(10) }));
        scene.Refuses<WrongLength>(Amina, new TypeSheet(Sheet with { Minutes = 5 }));
        scene.Refuses<TooFewPresent>(Amina, new TypeSheet(Sheet with { Heads = 2 }));
        scene.Refuses<NoSuchProposal>(Amina, new TypeSheet(Sheet with { Decided = 3 }));
        scene.Refuses<MoreHandsThanHeads>(Amina, new TypeSheet(Sheet with { Hands = 10 }));
        scene.Refuses<NotHalf>(Amina, new TypeSheet(Sheet with { Hands = 4 }));
        scene.Refuses<TooManyProposals>(Amina, new TypeSheet(Sheet with { Proposals = [.. Enumerable.Repeat(T("a"), 27)] }));
        scene.Refuses<TooManyTasks>(Amina, new TypeSheet(Sheet with { Tasks = [.. Enumerable.Repeat(T("a"), 51)] }));
        for (var i = 0; i < TypeSheet.Most; i++) scene.Does(Amina, new TypeSheet(Sheet));
        scene.Refuses<TooManySheets>(Amina, new TypeSheet(Sheet));
    }

    [Fact]
    public void Without_agreement_it_is_a_result_too()
    {
        var scene = Founded();
        scene.Does(Amina, new TypeSheet(Sheet with { Decided = 0, Hands = 0, DrawnFromHat = false, Gain = null, Ritual = null }));
        scene.Does(Benoit, new ConfirmSheet(scene.Quarter.Sheets.Keys.Single(), true));
        Assert.Equal(Outcome.NoDecision, scene.Council.Outcome);
        Assert.Equal(2, scene.Council.OnTheWall.Count());
    }
}
