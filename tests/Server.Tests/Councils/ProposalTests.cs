using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Server.Tests.Councils;

public sealed class ProposalTests
{
    [Fact]
    public async Task A_proposal_has_a_letter_a_shape_and_a_card_to_print()
    {
        await using var table = await Table.Talking();
        var made = await table.Say(2, "proposals", new { what = "Mend the bench on Saturday", by = "2026-12-05", needs = "two planks", permission = true });

        Assert.Equal(1, made.Number("proposal"));
        var card = await table.Page(3, "proposals/1/card");
        Assert.Contains("▲", card);
        Assert.Contains("Saturday 5 December", card);
        Assert.Contains("two planks", card);
        Assert.Contains("permission from outside", card);
    }

    [Fact]
    public async Task Two_authors_make_two_proposals_one()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Paint the bench red" });
        await table.Say(3, "proposals", new { what = "Mend the bench" });
        Assert.Equal("NotYourProposal", (await table.Try(4, "proposals/1/merger", new { other = 2 })).Refusal);
        await table.Say(2, "proposals/1/merger", new { other = 2 });
        Assert.Contains("proposals/2/merger", await table.Page(3));
        await table.Say(3, "proposals/2/merger", new { other = 1 });

        Assert.Equal(2, table.Room.Proposals[1].MergedInto);
        Assert.Contains("Now part of B", await table.Page(4, "proposals/1"));
    }

    [Fact]
    public async Task Its_author_withdraws_it()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Paint the bench red" });
        await table.Say(2, "proposals/1/withdrawal");

        Assert.DoesNotContain("Paint the bench red", await table.Page(3));
    }

    [Fact]
    public async Task Marked_and_seconded_by_two_it_is_not_decided_here()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Block the road with boulders" });
        Assert.Equal("ReasonIsNeeded", (await table.Try(3, "proposals/1/mark")).Refusal);
        await table.Say(3, "proposals/1/mark", new { reason = "A fire engine could not pass." });
        Assert.Contains("A fire engine could not pass.", await table.Page(4, "proposals/1/mark"));
        await table.Say(4, "proposals/1/mark");
        await table.Say(5, "proposals/1/mark");

        Assert.Equal(SetAside.Line, table.Room.Proposals[1].Aside);
        Assert.Contains("announced 72 hours ahead", await table.Page(1));
    }

    [Fact]
    public async Task Two_seats_stop_what_is_outside_the_agreement_and_the_room_may_call_it_back()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Meet behind closed doors" });
        await table.Say(3, "proposals/1/stop", new { reason = "Nothing is secret here." });
        await table.Say(4, "proposals/1/stop", new { reason = "We meet in the open." });
        Assert.Equal(SetAside.Covenant, table.Room.Proposals[1].Aside);

        Assert.Contains("Which proposal", await table.Page(5, "questions/call-back"));
        await table.Say(5, "questions", new { kind = "call-back", proposal = 1, words = "Doors closed against the cold only." });
        await table.All("answers", new { reply = "yes" });

        Assert.True(table.Room.Proposals[1].Stands);
    }

    [Fact]
    public async Task What_is_typed_wrong_comes_back_with_all_that_was_typed()
    {
        await using var table = await Table.Talking();

        var (status, page) = await table.Send(2, "proposals", ("what", "ab"), ("needs", "two planks and a drill"), ("by", "someday"));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("two planks and a drill", page);
        Assert.Contains("someday", page);
        Assert.Empty(table.Room.Proposals);
    }

    [Fact]
    public async Task What_touches_the_agreement_needs_a_council_of_weight()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Add a clause on noise", touches = "covenant" });
        await table.CountHeads(5);
        await table.Say(table.Facilitator, "step", new { from = "hearing" });

        Assert.Equal("NeedsNotice", (await table.Try(table.Facilitator, "ballot-rounds", new { proposal = 1 })).Refusal);
    }
}
