"""The source files of the project and the few ways in which the laws look at them."""

import ast
import functools
import itertools
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sdm_aid"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
IMPORTS = (ast.Import, ast.ImportFrom)
KINDS = (ast.Attribute, ast.Call, ast.ClassDef, ast.Constant, ast.Module, *FUNCTIONS, *IMPORTS)
_NOT_OURS = {".venv", ".venv-bench", ".git", "out", "dist", "build", "__pycache__"}
_OUR_DOTS = {".ci", ".gitignore"}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text and its tree."""

    path: str
    text: str

    @functools.cached_property
    def tree(self) -> ast.Module:
        """The file as Python reads it."""
        return ast.parse(self.text, self.path)

    @functools.cached_property
    def kinds(self) -> Mapping[type[ast.AST], Sequence[ast.AST]]:
        """The nodes of the tree that a law is about, by their kind."""
        found: dict[type[ast.AST], list[ast.AST]] = {kind: [] for kind in KINDS}
        for node in ast.walk(self.tree):
            if (kind := type(node)) in found:
                found[kind].append(node)
        return found

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Every node of these kinds."""
        return itertools.chain.from_iterable(self.kinds[kind] for kind in kinds)

    def place(self, node: ast.AST) -> str:
        """Where an offender stands, as an editor understands it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"

    def under(self, *folders: str) -> bool:
        """Whether the file is one of these, or lies in one of these folders."""
        return any(
            self.path == folder or self.path.startswith(folder.rstrip("/") + "/")
            for folder in folders
        )


def sources(*folders: str) -> tuple[Source, ...]:
    """All Python files in these folders of the project, or in the whole of it."""
    found = tuple(source for source in _all() if not folders or source.under(*folders))
    assert found, f"no Python file in {folders}"
    return found


@functools.cache
def _all() -> tuple[Source, ...]:
    paths = [(path, path.relative_to(ROOT)) for path in sorted(ROOT.rglob("*.py"))]
    ours = [(path, inside) for path, inside in paths if _NOT_OURS.isdisjoint(inside.parts)]
    return tuple(Source(inside.as_posix(), path.read_text("utf-8")) for path, inside in ours)


def offenders(
    rule: Callable[[Source, ast.AST], bool],
    kinds: Sequence[type[ast.AST]],
    *folders: str,
    spared: tuple[str, ...] = (),
) -> list[str]:
    """Every place in these folders where a node of these kinds breaks the rule."""
    return [
        source.place(node)
        for source in sources(*folders)
        if not source.under(*spared)
        for node in source.nodes(*kinds)
        if rule(source, node)
    ]


def forbid(law: str, found: list[str]) -> None:
    """Fail with the law and every place that breaks it, one a line."""
    assert not found, "\n  ".join([law, *found])


def called(node: ast.AST) -> str:
    """The dotted name of what a call calls: ``qtbot.wait``, ``connect``; empty if it is no call."""
    return dotted(node.func) if isinstance(node, ast.Call) else ""


def dotted(node: ast.expr) -> str:
    """The dotted name of an expression, as far as it has one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return ""


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that an import statement names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@functools.cache
def kept_files() -> tuple[Path, ...]:
    """The files that belong to the project: what git tracks, or the tree where there is no git."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if _is_ours(path.relative_to(ROOT))]
    return tuple(path for path in paths if path.is_file())


def _is_ours(inside: Path) -> bool:
    hidden = {part for part in inside.parts if part.startswith(".")}
    return _NOT_OURS.isdisjoint(inside.parts) and hidden <= _OUR_DOTS
