"""The pseudo-languages keep what a program needs and change what a reader sees."""

from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.i18n import _, ngettext, npgettext, pgettext, use_language
from sdm_aid.i18n.pseudo import CLOSE, OPEN, pseudo

_PLACES = re.compile(r"\{[^{}]*\}")
_pieces = st.one_of(
    st.text(string.ascii_letters + " .,?", max_size=12),
    st.sampled_from(
        ["{n}", "{name}", "{fact:time-1}", "<b>", "</b>", "<br/>", "&amp;", "&File", "\n"]
    ),
)


@given(st.lists(_pieces, min_size=1, max_size=8).map("".join), st.booleans())
def test_placeholders_and_markup_survive(message: str, right_to_left: bool) -> None:
    shown = pseudo(message, right_to_left=right_to_left)
    assert _PLACES.findall(shown) == _PLACES.findall(message)
    for kept in ("<b>", "</b>", "<br/>", "&amp;", "\n"):
        assert shown.count(kept) == message.count(kept)
    if message:
        assert shown.startswith(OPEN)
        assert shown.endswith(CLOSE)
        assert len(shown) >= 1.4 * len(message)


@given(st.text(string.ascii_letters, min_size=1))
def test_it_is_made_once(message: str) -> None:
    once = pseudo(message)
    assert pseudo(once) == once


def test_letters_change_and_the_mnemonic_stays() -> None:
    assert pseudo("&Save the plan").startswith("⟦&Sàvé")
    assert "plan" not in pseudo("&Save the plan")
    assert pseudo("") == ""


def test_every_way_of_asking_answers_in_pseudo() -> None:
    use_language("qps")
    said = [
        _("Start"),
        ngettext("{n} day", "{n} days", 2),
        pgettext("verb", "Start"),
        npgettext("x", "{n} day", "{n} days", 1),
    ]
    assert all(text.startswith(OPEN) and text.endswith(CLOSE) for text in said)
    assert said[1].format(n=2).startswith("⟦2 ")


def test_right_to_left_is_marked_for_the_layout() -> None:
    use_language("qpr")
    assert _("Start")[1] == "\u200f"
