"""By when a figure holds, in words (D-07)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import NN_, _, ngettext
from sdm_aid.i18n.formats import number, whole, whole_range

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Horizon

_Forms = Mapping[str, tuple[str, str]]

_BY: _Forms = MappingProxyType(
    {
        "minutes": NN_("by {n} minute", "by {n} minutes"),
        "hours": NN_("by {n} hour", "by {n} hours"),
        "days": NN_("by {n} day", "by {n} days"),
        "weeks": NN_("by {n} week", "by {n} weeks"),
        "months": NN_("by {n} month", "by {n} months"),
        "years": NN_("by {n} year", "by {n} years"),
    }
)
_WITHIN: _Forms = MappingProxyType(
    {
        "minutes": NN_("within {n} minute", "within {n} minutes"),
        "hours": NN_("within {n} hour", "within {n} hours"),
        "days": NN_("within {n} day", "within {n} days"),
        "weeks": NN_("within {n} week", "within {n} weeks"),
        "months": NN_("within {n} month", "within {n} months"),
        "years": NN_("within {n} year", "within {n} years"),
    }
)
_AFTER: _Forms = MappingProxyType(
    {
        "minutes": NN_("after {n} minute", "after {n} minutes"),
        "hours": NN_("after {n} hour", "after {n} hours"),
        "days": NN_("after {n} day", "after {n} days"),
        "weeks": NN_("after {n} week", "after {n} weeks"),
        "months": NN_("after {n} month", "after {n} months"),
        "years": NN_("after {n} year", "after {n} years"),
    }
)
_OVER: _Forms = MappingProxyType(
    {
        "minutes": NN_("over {n} minute", "over {n} minutes"),
        "hours": NN_("over {n} hour", "over {n} hours"),
        "days": NN_("over {n} day", "over {n} days"),
        "weeks": NN_("over {n} week", "over {n} weeks"),
        "months": NN_("over {n} month", "over {n} months"),
        "years": NN_("over {n} year", "over {n} years"),
    }
)
_BETWEEN: _Forms = MappingProxyType(
    {
        "minutes": NN_(
            "between {low} and {high} minute later", "between {low} and {high} minutes later"
        ),
        "hours": NN_("between {low} and {high} hour later", "between {low} and {high} hours later"),
        "days": NN_("between {low} and {high} day later", "between {low} and {high} days later"),
        "weeks": NN_("between {low} and {high} week later", "between {low} and {high} weeks later"),
        "months": NN_(
            "between {low} and {high} month later", "between {low} and {high} months later"
        ),
        "years": NN_("between {low} and {high} year later", "between {low} and {high} years later"),
    }
)
_RELATIONS: Mapping[str, _Forms] = MappingProxyType(
    {"by": _BY, "within": _WITHIN, "after": _AFTER, "over": _OVER}
)


def horizon_words(horizon: Horizon) -> str:
    """The chip: "by 1 year", "between 6 and 12 weeks later", "time not stated"."""
    if horizon.relation == "during_procedure":
        return _("during the treatment")
    if horizon.relation == "not_stated" or horizon.value is None or horizon.unit is None:
        return _("time not stated")
    if horizon.upper is not None:
        low, high, unit = whole_range(horizon.value, horizon.upper, horizon.unit)
        form = ngettext(*_BETWEEN[unit], high)
        return form.format(low=number(low), high=number(high))
    count, unit = whole(horizon.value, horizon.unit)
    return ngettext(*_RELATIONS[horizon.relation][unit], count).format(n=number(count))
