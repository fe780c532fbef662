namespace Faubourg.Domain.Tests.Histories;

/// <summary>Never, in any history.</summary>
public sealed class LawTests
{
    [Fact]
    public void The_rules_never_fail() => Histories.Keep(Laws.The_rules_never_fail);

    [Fact]
    public void A_council_makes_one_decision() => Histories.Keep(Laws.One_decision);

    [Fact]
    public void No_act_is_accepted_after_dissolution() => Histories.Keep(Laws.Nothing_after_the_end);

    [Fact]
    public void No_council_lives_after_its_end() => Histories.Keep(Laws.The_end_is_the_end);

    [Fact]
    public void No_role_or_right_outlives_its_council() => Histories.Keep(Laws.Rights_end_with_the_council);

    [Fact]
    public void No_slip_outlives_its_end() => Histories.Keep(Laws.Slips_end);

    [Fact]
    public void Whoever_is_drawn_was_on_the_closed_roll() => Histories.Keep(Laws.Drawn_from_the_closed_roll);

    [Fact]
    public void Whoever_held_the_role_stays_out_of_the_hat_unless_the_room_consents() => Histories.Keep(Laws.Exclusions_hold_unless_waived);

    [Fact]
    public void A_draw_is_done_or_given_up_in_sight() => Histories.Keep(Laws.A_draw_is_done_or_given_up_in_sight);

    [Fact]
    public void Every_draw_is_worked_out_the_same_by_a_second_way() => Histories.Keep(Laws.A_draw_recomputes);

    [Fact]
    public void No_number_is_made_before_commitments_and_reveals_are_closed() => Histories.Keep(Laws.Numbers_come_last);

    [Fact]
    public void Nobody_acts_without_a_seat() => Histories.Keep(Laws.Acts_need_a_seat);

    [Fact]
    public void A_seat_taken_after_deciding_opened_has_no_ballot() => Histories.Keep(Laws.Who_sits_down_late_has_no_ballot);

    [Fact]
    public void A_marked_and_seconded_proposal_is_not_decided_here() => Histories.Keep(Laws.What_is_marked_is_not_decided_here);

    [Fact]
    public void A_council_without_weight_touches_nobody_elses_work() => Histories.Keep(Laws.Without_weight_nothing_of_others_is_touched);

    [Fact]
    public void The_convener_has_no_right_that_others_lack() => Histories.Keep(Laws.The_convener_may_nothing_that_others_may_not);

    [Fact]
    public void Fewer_than_three_decide_nothing() => Histories.Keep(Laws.Decisions_need_three);

    [Fact]
    public void Nobody_is_their_own_companion() => Histories.Keep(Laws.Nobody_is_their_own_companion);

    [Fact]
    public void Whose_ballot_is_whose_is_forgotten_when_the_count_closes() => Histories.Keep(Laws.A_ballot_is_forgotten_when_the_count_closes);

    [Fact]
    public void Nothing_is_done_in_a_project_past_its_end() => Histories.Keep(ProjectLaws.No_project_is_past_its_end);

    [Fact]
    public void A_project_that_is_over_does_not_come_back() => Histories.Keep(ProjectLaws.What_is_over_does_not_come_back);

    [Fact]
    public void A_task_is_in_one_pair_of_hands() => Histories.Keep(ProjectLaws.A_task_is_in_one_pair_of_hands);

    [Fact]
    public void The_clock_leaves_nothing_undone() => Histories.Keep(Laws.The_clock_leaves_nothing_undone);

    [Fact]
    public void Erasing_every_text_changes_no_decision_and_no_refusal() => Histories.Keep(Laws.A_host_without_any_text_decides_the_same);

    [Fact]
    public void Replaying_the_journal_gives_the_same_state() => Histories.Keep(Laws.The_journal_gives_the_same_state);

    [Fact]
    public void The_public_part_is_the_fold_of_the_leaves_alone() => Histories.Keep(Laws.The_leaves_give_the_public_part);

    [Fact]
    public void Every_count_is_what_a_naive_teller_finds_and_no_standing_objection_passes_for_consent() => Histories.Keep(Laws.Every_count_is_that_of_a_naive_teller);

    [Fact]
    public void A_stranger_who_reads_the_leaves_alone_finds_no_rule_broken() => Histories.Keep(Laws.A_stranger_finds_nothing_wrong);

    [Fact]
    public void Every_number_that_pages_show_is_counted_the_same_by_a_second_way() => Histories.Keep(Figured.Every_number_is_counted_the_same_by_a_second_way);

    [Fact]
    public void A_leaf_says_all_that_its_event_says() => Histories.Keep(Laws.A_leaf_says_all_that_its_event_says);
}
