"""What was done in a visit, one short sentence for each line of its journal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _
from sdm_aid.wording.steps import step_name

if TYPE_CHECKING:
    from sdm_aid.domain.actions import Recorded

_SAID: Mapping[str, str] = MappingProxyType(
    {
        "path_chosen": N_("Quick or full was chosen"),
        "clinic_named": N_("The clinic was written down"),
        "patient_named": N_("The patient's details were written down"),
        "clinician_named": N_("The clinician was written down"),
        "present_added": N_("Somebody in the room was written down"),
        "present_removed": N_("Somebody in the room was taken off"),
        "red_flag_answered": N_("A question to check first was answered"),
        "no_red_flags": N_("Questions to check first: none of these"),
        "routed_out": N_("Whether to stop here was decided"),
        "capacity_concern": N_("A concern about capacity was noted"),
        "text_written": N_("Words were written down"),
        "break_taken": N_("A break was taken"),
        "question_asked": N_("A question was asked"),
        "question_answered": N_("A question was answered"),
        "question_removed": N_("A question was removed"),
        "goal_toggled": N_("A goal was picked or let go"),
        "region_toggled": N_("A place that hurts was marked or cleared"),
        "pain_rated": N_("Pain was rated"),
        "quality_toggled": N_("A word for the pain was picked or let go"),
        "tried_set": N_("Something tried was written down"),
        "tried_removed": N_("Something tried was removed"),
        "assessment_picked": N_("An answer in step You was picked or let go"),
        "assessment_written": N_("An answer in step You was written in own words"),
        "list_line_set": N_("A medicine, allergy or illness was written down"),
        "list_line_removed": N_("A medicine, allergy or illness was removed"),
        "list_nothing": N_("A list with nothing in it: said or taken back"),
        "measure_set": N_("A questionnaire was answered"),
        "gene_result_set": N_("The result of a gene test was written down or taken back"),
        "gene_report_written": N_("Words about a gene report were written down"),
        "fact_toggled": N_("Things to check first: an answer was picked or let go"),
        "none_of_these_facts": N_("Things to check first: none of these"),
        "topic_marked": N_("A topic to check first was marked"),
        "leaning_said": N_("A leaning was said"),
        "stones_put": N_("Stones were moved"),
        "top_toggled": N_("What matters most was picked or let go"),
        "own_concern_set": N_("Something that matters was written in own words"),
        "own_concern_marked": N_("Own words were marked for one choice"),
        "deal_breaker_toggled": N_("Something not wanted was picked or let go"),
        "nothing_unwanted": N_("Nothing is ruled out: said or taken back"),
        "lined_up": N_("The line-up was opened"),
        "advice_wanted": N_("Wish for advice was said or taken back"),
        "teach_back_noted": N_("In your words: an answer was noted"),
        "sure_answered": N_("One of the four questions was answered"),
        "option_unsuitable": N_("Not right for you: marked or taken back"),
        "columns_chosen": N_("The columns of the table were chosen"),
        "cell_opened": N_("A box of the table was opened"),
        "outcome_chosen": N_("What to do next was chosen"),
        "plan_step_set": N_("A step of the plan was written"),
        "plan_step_removed": N_("A step of the plan was removed"),
        "get_help_chosen": N_("Signs to get help fast were chosen"),
        "target_pain_set": N_("The pain that would be good enough was set"),
        "look_again_set": N_("The day to look again was set"),
        "further_look_set": N_("A further day to look again was set or taken back"),
        "offer_taken": N_("Words that were offered were taken over"),
        "team_member_set": N_("Somebody on the team was written down"),
        "team_member_removed": N_("Somebody on the team was taken off"),
        "read_together": N_("The plan was read together"),
        "signed": N_("Somebody signed, made a mark, agreed aloud or said no"),
        "signature_cleared": N_("A signature was cleared"),
        "sealed": N_("The plan was sealed"),
        "undone": N_("Taken back: the entry before"),
        "redone": N_("Put back again"),
    }
)


def said(action: Recorded) -> str:
    """One line of the journal in plain words; says what kind of thing, never whose words."""
    if action.kind == "step_entered":
        return _("Looked at: {step}").format(step=step_name(action.step))
    if action.kind == "step_skipped":
        return _("Passed over: {step}").format(step=step_name(action.step))
    return _(_SAID[action.kind])
