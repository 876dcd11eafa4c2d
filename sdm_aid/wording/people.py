"""Shares of people in words: "about 95 out of 100 people", both frames, the range, none seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sdm_aid.domain import risk
from sdm_aid.domain.risk import Frequency
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number


@dataclass(frozen=True, slots=True)
class ShareWords:
    """``count``: the headline; ``short``: the same for a cell; ``others``: the complement."""

    count: str
    short: str
    others: str
    range: str


def share_words(
    figure: Frequency, denominator: int, *, did_not: str, counted: int | None = None, noun: str = ""
) -> ShareWords:
    """The words for one share; ``counted``: how many people a zero was counted in.

    ``noun``: what was counted where it was not people ("injections"): then every form says so,
    as one person may count several times.
    """
    if figure.point == 0:
        return _none_seen(figure, denominator, counted, noun)
    words = _shared_words(figure, denominator, _("without it") if noun else did_not)
    if not noun:
        return words
    named = _("{count} {counted}").format(count=words.short, counted=noun)
    return replace(words, count=named, short=named)


def _shared_words(figure: Frequency, denominator: int, did_not: str) -> ShareWords:
    if figure.point is None:
        return _only_a_range(figure, denominator, did_not)
    if risk.is_below_one(figure, denominator):
        return _below_one(figure, denominator, did_not)
    if risk.is_almost_all(figure, denominator):
        return _almost_all(figure, denominator, did_not)
    count = risk.people(figure, denominator) or 0
    places = {"n": number(count), "d": number(denominator)}
    return ShareWords(
        count=ngettext("about {n} out of {d} people", "about {n} out of {d} people", count).format(
            **places
        ),
        short=ngettext("about {n} out of {d}", "about {n} out of {d}", count).format(**places),
        others=_others(denominator - count, did_not),
        range=range_words(figure, denominator),
    )


def range_words(figure: Frequency, denominator: int) -> str:
    """ "could be between 51 and 65"; empty where no interval is known or it is one number."""
    ends = risk.interval(figure, denominator)
    if ends is None or ends[0] == ends[1]:
        return ""
    return _("could be between {low} and {high}").format(low=number(ends[0]), high=number(ends[1]))


def _others(count: int, did_not: str) -> str:
    return ngettext("{n} {did_not}", "{n} {did_not}", count).format(
        n=number(count), did_not=did_not
    )


def _none_seen(
    figure: Frequency, denominator: int, counted: int | None, noun: str = ""
) -> ShareWords:
    """D-10: none of how many, and up to how many it could still happen to."""
    bound = _bound(figure, denominator, counted, noun)
    if noun:
        return _none_of(noun, counted, bound)
    if counted is None:
        return ShareWords(
            count=_("none of the people in the studies"),
            short=_("none seen"),
            others="",
            range=bound or _("the source does not say how many people were counted"),
        )
    return ShareWords(
        count=ngettext(
            "none of {n} person in the studies", "none of {n} people in the studies", counted
        ).format(n=number(counted)),
        short=ngettext("none of {n} seen", "none of {n} seen", counted).format(n=number(counted)),
        others="",
        range=bound,
    )


def _none_of(noun: str, counted: int | None, bound: str) -> ShareWords:
    """None seen where it was not people that were counted."""
    if counted is None:
        seen = _("none of the {counted} in the studies").format(counted=noun)
        return ShareWords(
            seen, seen, "", bound or _("the source does not say how many were counted")
        )
    places = {"n": number(counted), "counted": noun}
    return ShareWords(
        count=_("none of {n} {counted} in the studies").format(**places),
        short=_("none of {n} {counted}").format(**places),
        others="",
        range=bound,
    )


def _bound(figure: Frequency, denominator: int, counted: int | None, noun: str = "") -> str:
    if counted is not None:
        share = risk.zero_upper_bound(counted)
    elif figure.high:
        share = figure.high
    else:
        return ""
    people, of = risk.bound_in_people(share, at_least=denominator)
    if noun:
        return _("it could still happen in up to about {n} out of {d} {counted}").format(
            n=number(people), d=number(of), counted=noun
        )
    return ngettext(
        "it could still happen to up to about {n} out of {d}",
        "it could still happen to up to about {n} out of {d}",
        people,
    ).format(n=number(people), d=number(of))


def _only_a_range(figure: Frequency, denominator: int, did_not: str) -> ShareWords:
    """A published range: both ends, never a middle."""
    low, high = risk.interval(figure, denominator) or (0, 0)
    if high == 0:
        return _below_one(figure, denominator, did_not)
    places = {"low": number(low), "high": number(high), "d": number(denominator)}
    if low == 0:
        return ShareWords(
            count=_("up to {high} out of {d} people").format(**places),
            short=_("up to {high} out of {d}").format(**places),
            others=_("at least {n} {did_not}").format(
                n=number(denominator - high), did_not=did_not
            ),
            range="",
        )
    if low == high:
        return _shared_words(Frequency(low / denominator), denominator, did_not)
    return ShareWords(
        count=_("between {low} and {high} out of {d} people").format(**places),
        short=_("between {low} and {high} out of {d}").format(**places),
        others=_("between {low} and {high} {did_not}").format(
            low=number(denominator - high), high=number(denominator - low), did_not=did_not
        ),
        range="",
    )


def _below_one(figure: Frequency, denominator: int, did_not: str) -> ShareWords:
    d = number(denominator)
    more = (figure.point is not None and risk.interval(figure, denominator)) or (0, 0)
    return ShareWords(
        count=_("fewer than 1 out of {d} people").format(d=d),
        short=_("fewer than 1 out of {d}").format(d=d),
        others=_("more than {n} {did_not}").format(n=number(denominator - 1), did_not=did_not),
        range=_("could be up to {high}").format(high=number(more[1])) if more[1] else "",
    )


def _almost_all(figure: Frequency, denominator: int, did_not: str) -> ShareWords:
    n, d = number(denominator - 1), number(denominator)
    return ShareWords(
        count=_("more than {n} out of {d} people").format(n=n, d=d),
        short=_("more than {n} out of {d}").format(n=n, d=d),
        others=_("fewer than 1 {did_not}").format(did_not=did_not),
        range=range_words(figure, denominator),
    )


def more_or_fewer(
    share: float, denominator: int, low: float | None = None, high: float | None = None
) -> str:
    """A difference between two groups: "about 25 more out of 100 people" (its sign says which).

    ``low`` and ``high``: its interval, as a wide one makes the number coarse.
    """
    count = risk.difference_in_people(share, low, high, denominator)
    d = number(denominator)
    if count == 0:
        return _("about the same number out of {d} people").format(d=d)
    if share > 0:
        return ngettext(
            "about {n} more out of {d} people", "about {n} more out of {d} people", count
        ).format(n=number(count), d=d)
    return ngettext(
        "about {n} fewer out of {d} people", "about {n} fewer out of {d} people", count
    ).format(n=number(count), d=d)


def difference_range(low: float, high: float, denominator: int) -> str:
    """The interval of a difference, in people; it may reach from fewer to more."""
    ends = risk.half_up(low * denominator), risk.half_up(high * denominator)
    if ends[0] == ends[1]:
        return ""
    first, second = number(abs(ends[0])), number(abs(ends[1]))
    if ends[0] < 0 < ends[1]:
        return _("could be anything from {low} fewer to {high} more").format(low=first, high=second)
    if ends[0] >= 0:
        return _("could be between {low} and {high} more").format(low=first, high=second)
    return _("could be between {low} and {high} fewer").format(low=second, high=first)


def difference_range_alone(low: float, high: float, denominator: int) -> str:
    """A published range of a difference without a point."""
    ends = risk.half_up(low * denominator), risk.half_up(high * denominator)
    first, second, d = number(abs(ends[0])), number(abs(ends[1])), number(denominator)
    if ends[0] < 0 < ends[1]:
        return _("from {low} fewer to {high} more out of {d} people").format(
            low=first, high=second, d=d
        )
    if ends[0] >= 0:
        return _("between {low} and {high} more out of {d} people").format(
            low=first, high=second, d=d
        )
    return _("between {low} and {high} fewer out of {d} people").format(low=second, high=first, d=d)
