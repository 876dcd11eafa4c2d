"""The command line: open the program, play the demo visit, check content, plans, the record."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid import __version__
from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

UNREADABLE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is the result. Bad input gives one sentence on stderr."""
    words = sys.argv[1:] if argv is None else argv
    # without a word there is nothing to parse, and the window comes a little sooner
    arguments = _parser().parse_args(words) if words else None
    from sdm_aid.offline import forbid_network

    forbid_network()
    try:
        return _open() if arguments is None else _COMMANDS[arguments.command](arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone; nothing is left to say
        return 0
    except OSError as problem:
        return _trouble(_os_sentence(problem))


def _parser() -> argparse.ArgumentParser:
    import argparse

    from sdm_aid.commands.handout import add_parser as add_handout
    from sdm_aid.commands.pre_visit import add_parser as add_pre_visit
    from sdm_aid.commands.records import add_parser as add_records
    from sdm_aid.commands.trust import add_parser as add_trust
    from sdm_aid.commands.verify import add_parser as add_verify

    parser = argparse.ArgumentParser(
        prog="sdm-aid",
        description=_("A clinician and a patient look at the things they could do, side by side."),
    )
    parser.add_argument("--version", action="version", version=f"sdm-aid {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    demo = commands.add_parser("demo", help=_("a made-up visit through the real window"))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("where files go"))
    demo.add_argument("--decision", default="sciatica", metavar="ID")
    demo.add_argument("--language", default="en", metavar="LANG")
    demo.add_argument("--screens", action="store_true", help=_("a picture of every step"))
    demo.add_argument("--size", default="1366x768", metavar="WxH", help=_("size of the window"))
    demo.add_argument("--text", type=int, default=100, metavar="PERCENT", help=_("100 to 200"))
    demo.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    content = commands.add_parser("content", help=_("list or check the content"))
    kinds = content.add_subparsers(dest="what", metavar="list|check|schema", required=True)
    for what in ("list", "check", "schema"):
        kind = kinds.add_parser(what)
        kind.add_argument("--json", action="store_true")
        kind.add_argument("directory", nargs="?", type=Path, metavar="DIR")
    add_verify(commands)
    add_trust(commands)
    add_records(commands)
    add_pre_visit(commands)
    add_handout(commands)
    return parser


def _open() -> int:
    from sdm_aid.app import run

    return run([])


def _demo(arguments: argparse.Namespace) -> int:
    from sdm_aid.ui.demo.run import DemoFailed, DemoRequest, run_demo

    size = _size(arguments.size)
    if size is None or not 100 <= arguments.text <= 200:
        return _trouble(_("Give --size as 1366x768 (at least 800x600) and --text as 100 to 200."))
    request = DemoRequest(
        out=arguments.out,
        decision=arguments.decision,
        language=arguments.language,
        screens=arguments.screens,
        size=size,
        text=arguments.text,
        theme=arguments.theme,
    )
    try:
        made = run_demo(request)
    except DemoFailed as problem:
        return _trouble(str(problem))
    _say("\n".join(str(path) for path in made))
    return 0


def _size(words: str) -> tuple[int, int] | None:
    width, _cross, height = words.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        return None
    if not (800 <= int(width) <= 7680 and 600 <= int(height) <= 4320):
        return None
    return int(width), int(height)


def _content(arguments: argparse.Namespace) -> int:
    from sdm_aid.content import report
    from sdm_aid.paths import resources_dir

    if arguments.what == "schema":
        text, code = report.run_schema(arguments.directory, arguments.json)
        _say(text)
        return code
    directory = arguments.directory or resources_dir()
    if not directory.is_dir():
        return _trouble(
            _(
                "{folder} is not a folder. Name the folder that holds decisions, text and evidence."
            ).format(folder=directory)
        )
    if arguments.what == "check":
        text, code = report.run_check(directory, None, as_json=arguments.json)
    else:
        text, code = report.run_list(directory, "en", as_json=arguments.json)
    _say(text)
    return code


def _verify(arguments: argparse.Namespace) -> int:
    from sdm_aid.commands.verify import run

    return run(arguments)


def _trust(arguments: argparse.Namespace) -> int:
    from sdm_aid.commands.trust import run

    return run(arguments)


def _records(arguments: argparse.Namespace) -> int:
    from sdm_aid.commands.records import run

    return run(arguments)


def _pre_visit(arguments: argparse.Namespace) -> int:
    from sdm_aid.commands.pre_visit import run

    return run(arguments)


def _handout(arguments: argparse.Namespace) -> int:
    from sdm_aid.commands.handout import run

    return run(arguments)


_COMMANDS = {
    "demo": _demo,
    "content": _content,
    "verify": _verify,
    "trust": _trust,
    "records": _records,
    "pre-visit": _pre_visit,
    "handout": _handout,
}


def _say(text: str) -> None:
    sys.stdout.write(text.rstrip("\n") + "\n")


def _trouble(sentence: str) -> int:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
    return UNREADABLE


def _os_sentence(problem: OSError) -> str:
    where = problem.filename or _("a file")
    sentence = _("{file}: {reason}. Check the name, or choose another place, then try again.")
    return sentence.format(file=where, reason=problem.strerror or _("cannot be used"))
