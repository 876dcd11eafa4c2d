"""Menus of the comparison: which columns stand on the table, which two stand in the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sdm_aid.i18n import _

Choose = Callable[[tuple[str, ...]], None]


def _shown(text: str) -> str:
    """A name in a menu: an ampersand in it is no mnemonic."""
    return text.replace("&", "&&")


def _add(menu: QMenu, name: str, text: str, act: Callable[..., object]) -> QAction:
    action = menu.addAction(_shown(text))
    action.setObjectName(name)
    action.triggered.connect(act)
    return action


def columns_menu(
    parent: QWidget, names: dict[str, str], shown: Sequence[str], most: int, choose: Choose
) -> QMenu:
    """Tick what stands on the table; A always does, and never more than ``most``."""
    menu = QMenu(parent)
    menu.setObjectName("columns-menu")
    for letter, name in names.items():
        on = letter in shown
        after = tuple(one for one in names if (one in shown) != (one == letter))
        action = _add(menu, f"show-{letter}", f"{letter}  {name}", partial(_pick, choose, after))
        action.setCheckable(True)
        action.setChecked(on)
        action.setEnabled(letter != "A" and (len(shown) > 2 if on else len(shown) < most))
    return menu


def column_menu(
    parent: QWidget, names: dict[str, str], shown: Sequence[str], letter: str, choose: Choose
) -> QMenu:
    """What can stand in the place of one column."""
    menu = QMenu(parent)
    menu.setObjectName("column-menu")
    for other in (one for one in names if one not in shown):
        text = _("Show {new} instead of {old}").format(new=named(names, other), old=letter)
        after = tuple(sorted(other if one == letter else one for one in shown))
        _add(menu, f"put-{other}", text, partial(_pick, choose, after))
    if len(shown) > 2:
        text = _("Take {name} off the table for now").format(name=named(names, letter))
        after = tuple(one for one in shown if one != letter)
        _add(menu, "take-off", text, partial(_pick, choose, after))
    return menu


def standby_menu(
    parent: QWidget, names: dict[str, str], shown: Sequence[str], letter: str, choose: Choose
) -> QMenu:
    """Which column gives its place to the one that stood by."""
    menu = QMenu(parent)
    menu.setObjectName("standby-menu")
    for old in (one for one in shown if one != "A"):
        text = _("Show {new} instead of {old}").format(new=letter, old=named(names, old))
        after = tuple(sorted(letter if one == old else one for one in shown))
        _add(menu, f"instead-{old}", text, partial(_pick, choose, after))
    return menu


def swap_menu(
    parent: QWidget, names: dict[str, str], pair: tuple[str, ...], choose: Choose
) -> QMenu:
    """Swap one of the two, or put a second beside the first."""
    menu = QMenu(parent)
    menu.setObjectName("swap-menu")
    others = [one for one in names if one not in pair]
    if len(pair) == 1:
        for new in others:
            after = tuple(sorted((*pair, new)))
            text = _("Put {name} beside it").format(name=named(names, new))
            _add(menu, f"beside-{new}", text, partial(_pick, choose, after))
        return menu
    for place, old in enumerate(pair):
        for new in others:
            text = _("Show {new} instead of {old}").format(new=named(names, new), old=old)
            after = tuple(new if n == place else one for n, one in enumerate(pair))
            _add(menu, f"swap-{old}-{new}", text, partial(_pick, choose, after))
        if place + 1 < len(pair) and others:
            menu.addSeparator()
    return menu


def named(names: dict[str, str], letter: str) -> str:
    """Letter and name."""
    return _("{letter}, {name}").format(letter=letter, name=names[letter])


def _pick(choose: Choose, letters: tuple[str, ...], _checked: bool = False) -> None:
    choose(letters)
