"""What the commands for papers without a patient share: their options, and one sentence each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

UNUSABLE = 2
PAGES = {"a4": "A4", "letter": "Letter"}


def add_options(parser: Any) -> None:
    """Where it goes, its language, its print and its sheet."""
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=_("where it goes"))
    parser.add_argument("--language", default="en", metavar="LANG")
    parser.add_argument("--large-print", action="store_true", help=_("in letters of 18 points"))
    parser.add_argument(
        "--page", choices=tuple(PAGES), help=_("the sheet; by default as set, or as usual here")
    )


def write(arguments: argparse.Namespace, kind: str, name: str) -> int:
    """Write the paper; 0 written, 2 cannot be made, with one sentence."""
    from sdm_aid.application.paper_forms import NoSuchForm, save_form
    from sdm_aid.content.problem import ContentError
    from sdm_aid.i18n import available_languages, use_language

    if arguments.language not in available_languages():
        sentence = _("There is no language {language} here. There are: {languages}.")
        known = ", ".join(available_languages())
        return _trouble(sentence.format(language=arguments.language, languages=known))
    use_language(arguments.language)
    try:
        save_form(_request(arguments, kind, name), arguments.out)
    except NoSuchForm as problem:
        sentence = _("There is no questionnaire {id}. There are: {ids}.")
        return _trouble(sentence.format(id=problem.wanted, ids=", ".join(problem.ids) or "–"))
    except ContentError as problem:
        return _trouble(str(problem.problems[0]))
    sys.stdout.write(f"{arguments.out}\n")
    return 0


def _request(arguments: argparse.Namespace, kind: str, name: str) -> Any:
    from datetime import datetime

    from sdm_aid.application.paper_forms import FormRequest
    from sdm_aid.application.paper_size import use_paper_size
    from sdm_aid.application.settings import load_settings
    from sdm_aid.paths import resources_dir, user_data_dir

    home = user_data_dir()
    settings = load_settings(home).settings
    use_paper_size(PAGES.get(arguments.page, settings.paper_size))
    return FormRequest(
        kind=kind,
        id=name,
        resources=resources_dir(),
        home=home,
        language=arguments.language,
        now=datetime.now().astimezone(),
        clinic=settings.clinic_name,
        large_print=arguments.large_print,
        phone=settings.phone,
        out_of_hours=settings.out_of_hours,
    )


def _trouble(sentence: str) -> int:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
    return UNUSABLE
