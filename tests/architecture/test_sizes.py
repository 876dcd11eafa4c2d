"""Small rooms: files, functions and names stay within what can be read at once."""

import ast
import re

from tests.architecture.source import FUNCTIONS, Source, forbid, offenders, sources

FILE_LINES = 300
FUNCTION_LINES = 40
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "managers", "manager", "common", "misc"}


def test_no_file_is_longer_than_300_lines() -> None:
    counted = {source.path: source.text.count("\n") for source in sources()}
    long = [f"{path}: {lines}" for path, lines in counted.items() if lines > FILE_LINES]
    forbid("files of more than 300 lines", long)


def test_no_function_is_longer_than_40_lines() -> None:
    def too_long(source: Source, node: ast.AST) -> bool:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return False
        assert node.end_lineno is not None
        return node.end_lineno - node.lineno + 1 > FUNCTION_LINES

    forbid("functions of more than 40 lines", offenders(too_long, FUNCTIONS))


def test_no_name_that_says_nothing() -> None:
    def empty(source: Source, node: ast.AST) -> bool:
        words = re.findall(r"[A-Z][a-z]+", node.name) if isinstance(node, ast.ClassDef) else []
        return bool(words) and words[-1].lower() in EMPTY_WORDS

    files = [s.path for s in sources() if EMPTY_WORDS & set(s.path.removesuffix(".py").split("/"))]
    forbid("names that say nothing", files + offenders(empty, [ast.ClassDef]))


def test_every_module_and_public_class_says_what_it_is_for() -> None:
    def silent(source: Source, node: ast.AST) -> bool:
        if isinstance(node, ast.ClassDef):
            ours = source.under("sdm_aid") and not node.name.startswith("_")
            return ours and not ast.get_docstring(node)
        if isinstance(node, ast.Module):
            return bool(source.text.strip()) and not ast.get_docstring(node)
        return False

    forbid("modules and classes without a docstring", offenders(silent, [ast.ClassDef, ast.Module]))
