"""What the check of the whole record found, in lines to read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_long
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.record.verifying import About, Findings, PlanFound
    from sdm_aid.records.chain import Break

_SHOWN = 20
"""More than these of one sort help nobody; --json has all of them."""


def finding_lines(found: Findings) -> tuple[str, ...]:
    """The verdict first, then what is behind it."""
    lines = [_verdict(found)]
    if found.chain.broken is not None:
        lines += _broken(found.chain.broken, found.about)
    if found.chain.missing_tail:
        lines.append(
            _("The last {count} entries of the journal are missing.").format(
                count=found.chain.missing_tail
            )
        )
    if found.cut is not None:
        lines.append(trouble_sentence(found.cut))
    lines += _some(
        found.chain.miscounted,
        _("The entries of visit {name} are not as many as the visit says, or it is not listed."),
    )
    lines += _some(found.rows, _("This row is not what was written: {name}."))
    lines += _some(found.pages, _("The database file is damaged: {name}."))
    lines += [_plan(plan) for plan in found.plans]
    return tuple(lines)


def _verdict(found: Findings) -> str:
    if found.whole:
        return _("The record is whole: all {count} entries of the journal hold.").format(
            count=found.chain.entries
        )
    return _("The record is not whole. {count} entries of the journal hold.").format(
        count=found.chain.entries
    )


def _broken(broken: Break, about: About | None) -> list[str]:
    said = {
        "changed": _("Entry {number} was changed outside the program."),
        "missing": _("Entry {number} was taken out of the journal."),
        "added": _("Entry {number} was added outside the program."),
        "unreadable": _("From entry {number} on the journal cannot be read: the file is damaged."),
    }[broken.how]
    lines = [said.format(number=broken.seq)]
    if about is not None:
        what = _about_words(about)
        after = _("The entry after it: {what}.") if broken.how == "missing" else _("It is {what}.")
        lines.append(after.format(what=what))
    lines.append(_("Entries after it cannot be vouched for."))
    return lines


def _about_words(about: About) -> str:
    if about.kind == "clinic":
        return _("number {number} of what happened to the clinic’s record itself").format(
            number=about.number
        )
    if about.kind == "patient":
        return _("number {number} of what happened to the patient with the id {id}").format(
            number=about.number, id=about.subject
        )
    name = {
        "visit": _("entry {number} of the visit {visit}"),
        "follow_up": _("entry {number} of the look-again {visit}"),
    }.get(about.kind, _("number {number} of what happened to the visit {visit}"))
    return name.format(number=about.number, visit=_visit_words(about))


def _visit_words(about: About) -> str:
    head = about.head
    if head is None or not head.started:
        return about.subject
    day = date_long(datetime.fromisoformat(head.started).date())
    if not head.title:
        return _("of {day} ({id})").format(day=day, id=about.subject)
    return _("“{title}” of {day} ({id})").format(title=head.title, day=day, id=about.subject)


def _plan(plan: PlanFound) -> str:
    if plan.held == "changed":
        line = _(
            "{file}: the plan was changed after it was sealed, so what it names proves nothing."
        )
    elif plan.held == "no_plan":
        line = _("{file} is not one of our sealed plans.")
    elif plan.held == "names_none":
        line = _("{file}: this plan names no entry of a record. It was made before there was one.")
    elif plan.held == "held":
        line = _("{file}: the journal holds entry {number}, which this plan names.")
    else:
        line = _(
            "{file}: the journal does not hold entry {number} as this plan names it. Entries were "
            "changed or cut away, or the plan comes from another record."
        )
    number = plan.head.seq if plan.head is not None else 0
    said = line.format(file=plan.file, number=number)
    if plan.known or plan.held not in ("held", "not_held"):
        return said
    return said + " " + _("Its seal is by a key this computer does not know.")


def _some(names: tuple[str, ...], line: str) -> list[str]:
    lines = [line.format(name=name) for name in names[:_SHOWN]]
    if len(names) > _SHOWN:
        lines.append(_("… and {count} more.").format(count=len(names) - _SHOWN))
    return lines
