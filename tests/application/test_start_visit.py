"""Going on with a saved visit: what was taken on or signed off stands for that content alone."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sdm_aid.application.content_review import review_page
from sdm_aid.application.settings import Settings
from sdm_aid.application.sign_off import sign_off, standing_sign_off
from sdm_aid.application.start_visit import (
    OpenedVisit,
    begin,
    go_on,
    out_of_date,
    take_on,
    visit_bytes,
)
from sdm_aid.application.visit_file import from_json
from sdm_aid.documents.paper import PaperInput, reviewed, running, used_past_its_day
from sdm_aid.domain.governance import SignOff
from sdm_aid.domain.library import DecisionContent
from tests.content.builders import mini_content, mini_decision
from tests.domain.visits import NOON

LAST, NEW_LAST = date(2028, 1, 10), date(2030, 1, 10)
AFTER = datetime(2028, 6, 1, 12, tzinfo=NOON.tzinfo)
LATER = datetime(2030, 6, 1, 12, tzinfo=NOON.tzinfo)


@pytest.fixture
def old(tmp_path: Path) -> DecisionContent:
    """Content whose last day is 10 Jan 2028."""
    return mini_decision(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> DecisionContent:
    """The same after an update, good for two years more."""
    files = mini_content()
    files["decisions/mini.toml"] |= {"version": "2028.06", "expires": NEW_LAST}
    return mini_decision(tmp_path / "new", files)


def again(data: bytes, content: DecisionContent, now: datetime, **more: Any) -> OpenedVisit:
    """Open the saved visit on another day."""
    return go_on(from_json(data), content, Settings(), lambda: now, **more)


def taken_on(content: DecisionContent) -> bytes:
    """A visit that used the content past its last day, as saved."""
    visit = begin(content, Settings(), lambda: AFTER)
    assert out_of_date(visit)
    take_on(visit, " Dr A. Okafor ", "No newer content yet")
    return visit_bytes(visit.session)


def as_before(data: bytes) -> bytes:
    """The file as it was written before digest and last day were kept."""
    form = json.loads(data)
    used = [form["state"]["expired_use"], form["journal"]["entries"][-1]["action"]]
    for part in used:
        del part["digest"], part["expires"]
    return json.dumps(form).encode()


def printed(visit: OpenedVisit) -> str:
    """What a paper of the visit, made now, says about who stands behind it and its last day."""
    paper = PaperInput(visit.content, visit.session.state, visit.session.now(), "SDM Aid")
    past = "".join(run.text for run in used_past_its_day(paper))
    return " | ".join((reviewed(paper), past, *running(paper, "Plan").footer))


def test_the_same_content_is_taken_on_once_and_the_paper_says_so(old: DecisionContent) -> None:
    visit = again(taken_on(old), old, AFTER)
    assert not out_of_date(visit)
    used = visit.session.state.expired_use
    assert used is not None
    assert (used.digest, used.expires, used.name) == (old.ref.digest, LAST, "Dr A. Okafor")
    said = printed(visit)
    assert "its last day was 10 Jan 2028. Used all the same on 1 Jun 2028" in said
    assert "OUT OF DATE" in said


def test_current_content_is_not_called_out_of_date_after_an_update(
    old: DecisionContent, new: DecisionContent
) -> None:
    visit = again(taken_on(old), new, AFTER)
    assert not out_of_date(visit)
    assert "out of date" not in printed(visit).lower()


def test_newer_content_is_asked_for_anew_when_it_expires_in_turn(
    old: DecisionContent, new: DecisionContent
) -> None:
    visit = again(taken_on(old), new, LATER)
    assert out_of_date(visit)
    take_on(visit, "Dr B. Lindqvist", "Still none")
    assert not out_of_date(visit)
    said = printed(visit)
    assert "its last day was 10 Jan 2030. Used all the same on 1 Jun 2030" in said
    assert "Okafor" not in said


def test_a_file_of_before_opens_and_its_override_stands_for_expired_content_alone(
    old: DecisionContent, new: DecisionContent
) -> None:
    data = as_before(taken_on(old))
    assert not out_of_date(again(data, old, AFTER))
    assert "OUT OF DATE" in printed(again(data, old, AFTER))
    assert "OUT OF DATE" not in printed(again(data, new, AFTER))
    assert out_of_date(again(data, new, LATER))


def test_a_paper_made_past_the_last_day_says_so_though_nobody_was_asked(
    old: DecisionContent,
) -> None:
    begun = visit_bytes(begin(old, Settings(), lambda: NOON).session)
    last = datetime(2028, 1, 10, 12, tzinfo=NOON.tzinfo)
    assert "OUT OF DATE" not in printed(again(begun, old, last))
    said = printed(again(begun, old, last + timedelta(days=1)))
    assert "its last day was 10 Jan 2028." in said
    assert "OUT OF DATE" in said
    assert "Used all the same" not in said


def test_a_sign_off_in_the_file_counts_only_where_this_computer_keeps_it(
    old: DecisionContent, tmp_path: Path
) -> None:
    sign_off(tmp_path, old, review_page(old), "Dr A. Okafor", "Pain physician", NOON.date())
    here = standing_sign_off(tmp_path, old)
    assert here is not None
    data = visit_bytes(begin(old, Settings(), lambda: NOON, sign_off=here).session)
    visit = again(data, old, NOON, sign_off=here)
    assert visit.notice == ""
    assert "Signed off by Dr A. Okafor" in printed(visit)
    elsewhere = again(data, old, NOON, sign_off=standing_sign_off(tmp_path / "other", old))
    assert elsewhere.session.state.sign_off is None
    assert "not kept on this computer" in elsewhere.notice
    assert "not yet reviewed" in printed(elsewhere)
    kept = from_json(visit_bytes(elsewhere.session))
    assert kept.state.sign_off is None


def test_a_name_written_into_the_file_is_not_printed(old: DecisionContent, tmp_path: Path) -> None:
    sign_off(tmp_path, old, review_page(old), "Dr A. Okafor", "Pain physician", NOON.date())
    nobody = SignOff(name="Prof. Nobody", role="Chief", on=NOON.date(), digest=old.ref.digest)
    data = visit_bytes(begin(old, Settings(), lambda: NOON, sign_off=nobody).session)
    said = printed(again(data, old, NOON, sign_off=standing_sign_off(tmp_path, old)))
    assert "Nobody" not in said
    assert "not yet reviewed" in said
