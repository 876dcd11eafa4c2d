"""``sdm-aid pre-visit``: a form to fill in on paper, as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdm_aid.commands.empty_paper import add_options, write
from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Describe ``pre-visit`` to the parser of the command line."""
    sheet = commands.add_parser(
        "pre-visit", help=_("the sheet that a patient fills in before a visit, or a questionnaire")
    )
    what = sheet.add_mutually_exclusive_group(required=True)
    what.add_argument("--decision", metavar="ID", help=_("the sheet for this decision"))
    what.add_argument("--measure", metavar="ID", help=_("this questionnaire, on one page"))
    add_options(sheet)


def run(arguments: argparse.Namespace) -> int:
    """Write the form; 0 written, 2 cannot be made, with one sentence."""
    kind = "visit" if arguments.decision else "measure"
    return write(arguments, kind, arguments.decision or arguments.measure)
