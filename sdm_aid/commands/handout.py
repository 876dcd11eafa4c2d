"""``sdm-aid handout``: a decision to take home and think, for nobody in particular, as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdm_aid.commands.empty_paper import add_options, write
from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Describe ``handout`` to the parser of the command line."""
    paper = commands.add_parser(
        "handout", help=_("the empty handout of a decision, to take home and think")
    )
    paper.add_argument("--decision", required=True, metavar="ID", help=_("the decision"))
    add_options(paper)


def run(arguments: argparse.Namespace) -> int:
    """Write the paper; 0 written, 2 cannot be made, with one sentence."""
    return write(arguments, "handout", arguments.decision)
