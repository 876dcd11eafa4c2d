"""Habits that keep Qt code sound: slots, colours, style sheets and names."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator

from PySide6.QtCore import QObject

from tests.architecture.source import PACKAGE, ROOT, Source, called, forbid, offenders

HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9a-zA-Z_-])")
COLOUR_CLASSES = ("QColor", "Color", "HexColor")
TOKENS = ("sdm_aid/design/tokens.py",)


def test_slots_are_never_lambdas() -> None:
    """A lambda keeps alive what it closes over and cannot be disconnected."""

    def lambda_slot(source: Source, node: ast.AST) -> bool:
        return called(node).split(".")[-1] == "connect" and any(
            isinstance(argument, ast.Lambda) for argument in getattr(node, "args", [])
        )

    forbid("lambdas as slots", offenders(lambda_slot, [ast.Call]))


def test_colours_have_one_home() -> None:
    def colour(source: Source, node: ast.AST) -> bool:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return bool(HEX_COLOUR.search(node.value)) and not _is_docstring(source, node)
        if not isinstance(node, ast.Call) or called(node).split(".")[-1] not in COLOUR_CLASSES:
            return False
        return sum(isinstance(argument, ast.Constant) for argument in node.args) >= 3

    forbid(
        "colours outside the tokens",
        offenders(colour, [ast.Call, ast.Constant], "sdm_aid", spared=TOKENS),
    )


def _is_docstring(source: Source, node: ast.Constant) -> bool:
    return any(
        isinstance(holder, ast.Expr) and holder.value is node for holder in ast.walk(source.tree)
    )


def test_style_sheets_are_set_by_the_theme_alone() -> None:
    def sheet(source: Source, node: ast.AST) -> bool:
        return called(node).split(".")[-1] == "setStyleSheet"

    found = offenders(sheet, [ast.Call], "sdm_aid", spared=("sdm_aid/ui/theme",))
    forbid("style sheets set outside the theme", found)


def test_no_attribute_hides_a_qt_method() -> None:
    """``self.parent = ...`` on a widget works until Qt's own method is called."""
    hidden = [
        f"{cls.__module__}.{cls.__qualname__}: {name} hides {base.__name__}.{name}"
        for cls in _classes_of_the_window()
        for base in [next(b for b in cls.__mro__ if b.__module__.startswith("PySide6"))]
        for name in sorted(_assigned(cls) & set(dir(base)))
    ]
    forbid("attributes that hide a Qt method", hidden)


def _classes_of_the_window() -> Iterator[type[QObject]]:
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for _, cls in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            if cls.__module__ == name and issubclass(cls, QObject):
                yield cls


def _assigned(cls: type) -> set[str]:
    """The names that a class body and the methods of a class assign."""
    body = ast.parse(inspect.cleandoc("\n" + inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    names = {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }
    for statement in body.body:
        if isinstance(statement, ast.Assign):
            names |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            names |= {statement.target.id} if isinstance(statement.target, ast.Name) else set()
    return names - {"staticMetaObject"}


def test_no_single_shot_timers_of_qts_own() -> None:
    """PySide6 6.11.3 on Python 3.11 now and then frees the timer behind it twice and dies."""

    def shoots(source: Source, node: ast.AST) -> bool:
        return called(node).endswith("singleShot")

    forbid(
        "QTimer.singleShot; make a QTimer with a parent", offenders(shoots, [ast.Call], "sdm_aid")
    )
