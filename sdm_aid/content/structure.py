"""References inside a decision: option letters, row ids and arms that must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.shelf import Shelf
from sdm_aid.domain.decision import Decision, ValueOf


def check_structure(decision: Decision, file: str, shelf: Shelf, log: ProblemLog) -> None:
    """Note ids used twice, and letters, rows or arms that do not exist."""
    letters = [option.letter for option in decision.options]
    rows = [row.id for row in decision.rows]
    _twice("options treatment", (option.treatment for option in decision.options), file, log)
    _twice("rows id", rows, file, log)
    _twice("values id", (value.id for value in decision.values), file, log)
    _twice("teach_back id", (item.id for item in decision.teach_back), file, log)
    for where, row in _row_uses(decision):
        if row not in rows:
            what = f'there is no row "{row}"'
            log.add(file, f"{where} row", what, f"Name one of: {', '.join(rows)}")
    _cells(decision, letters, file, shelf, log)
    _values(decision, letters, file, shelf, log)


def _cells(
    decision: Decision, letters: list[str], file: str, shelf: Shelf, log: ProblemLog
) -> None:
    for r, entry in enumerate(decision.rows, start=1):
        for c, cell in enumerate(entry.cells, start=1):
            where = f'rows[{r}] "{entry.id}" cells[{c}] "{cell.option}"'
            if cell.option not in letters:
                log.add(file, where, f"there is no option {cell.option}", "Correct the letter")
            if cell.arm == "control" and cell.estimates:
                _has_control(cell.estimates[0], f"{where} arm", file, shelf, log)


def _values(
    decision: Decision, letters: list[str], file: str, shelf: Shelf, log: ProblemLog
) -> None:
    for v, value in enumerate(decision.values, start=1):
        where = f'values[{v}] "{value.id}"'
        if [option.option for option in value.options] != letters:
            remedy = f"Give one entry for each of {', '.join(letters)}, in that order"
            log.add(file, f"{where} options", "not one entry for each option, in order", remedy)
        if value.low >= value.high:
            log.add(
                file, f"{where} low", "the range's low end is not below its high end", "Correct it"
            )
        for option in value.options:
            if option.given is not None and not 0 <= option.given <= 1:
                remedy = "0 is the worst end of the row's range, 1 the best"
                log.add(file, f"{where} given", f"{option.given:g} is not from 0 to 1", remedy)
            _value_arm(option, f'{where} options "{option.option}" arm', file, shelf, log)


def _row_uses(decision: Decision) -> Iterator[tuple[str, str]]:
    for v, value in enumerate(decision.values, start=1):
        yield f'values[{v}] "{value.id}"', value.row
    for t, item in enumerate(decision.teach_back, start=1):
        yield f'teach_back[{t}] "{item.id}"', item.row


def _twice(where: str, names: Iterable[str], file: str, log: ProblemLog) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            log.add(file, where, f'"{name}" is used twice', "Give each its own")
        seen.add(name)


def _has_control(name: str, where: str, file: str, shelf: Shelf, log: ProblemLog) -> None:
    estimate = shelf.estimate(name)
    if estimate is not None and estimate.control is None:
        what = f'the estimate "{name}" has no control group'
        log.add(
            file, where, what, "Name an estimate with both groups: a missing one is never made up"
        )


def _value_arm(option: ValueOf, where: str, file: str, shelf: Shelf, log: ProblemLog) -> None:
    estimate = shelf.estimate(option.estimate) if option.estimate else None
    if estimate is None or option.arm == "none":
        return
    if option.finding is not None:
        if estimate.shape != "words":
            what = f'the estimate "{estimate.id}" is a figure, not a finding in words'
            log.add(file, where, what, "Leave out finding, and name the arm")
        return
    level = {
        "treated": estimate.treated,
        "control": estimate.control,
        "difference": estimate.gap,
    }[option.arm]
    if level is None:
        what = f'the estimate "{estimate.id}" has no value for "{option.arm}"'
        log.add(file, where, what, "Name an arm the source gives")
