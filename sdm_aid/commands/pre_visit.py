"""``sdm-aid pre-visit``: a form to fill in on paper, as a PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

    from sdm_aid.application.paper_forms import FormRequest

UNUSABLE = 2


def add_parser(commands: Any) -> None:
    """Describe ``pre-visit`` to the parser of the command line."""
    sheet = commands.add_parser(
        "pre-visit", help=_("the sheet that a patient fills in before a visit, or a questionnaire")
    )
    what = sheet.add_mutually_exclusive_group(required=True)
    what.add_argument("--decision", metavar="ID", help=_("the sheet for this decision"))
    what.add_argument("--measure", metavar="ID", help=_("this questionnaire, on one page"))
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE")
    sheet.add_argument("--language", default="en", metavar="LANG")
    sheet.add_argument("--large-print", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Write the form; 0 written, 2 cannot be made, with one sentence."""
    from sdm_aid.application.paper_forms import NoSuchForm, save_form
    from sdm_aid.content.problem import ContentError
    from sdm_aid.i18n import available_languages, use_language

    if arguments.language not in available_languages():
        sentence = _("There is no language {language} here. There are: {languages}.")
        known = ", ".join(available_languages())
        return _trouble(sentence.format(language=arguments.language, languages=known))
    use_language(arguments.language)
    try:
        save_form(_request(arguments), arguments.out)
    except NoSuchForm as problem:
        sentence = _("There is no questionnaire {id}. There are: {ids}.")
        return _trouble(sentence.format(id=problem.wanted, ids=", ".join(problem.ids) or "–"))
    except ContentError as problem:
        return _trouble(str(problem.problems[0]))
    sys.stdout.write(f"{arguments.out}\n")
    return 0


def _request(arguments: argparse.Namespace) -> FormRequest:
    from datetime import datetime

    from sdm_aid.application.paper_forms import FormRequest
    from sdm_aid.application.settings import load_settings
    from sdm_aid.paths import resources_dir, user_data_dir

    home = user_data_dir()
    return FormRequest(
        kind="visit" if arguments.decision else "measure",
        id=arguments.decision or arguments.measure,
        resources=resources_dir(),
        home=home,
        language=arguments.language,
        now=datetime.now().astimezone(),
        clinic=load_settings(home).settings.clinic_name,
        large_print=arguments.large_print,
    )


def _trouble(sentence: str) -> int:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
    return UNUSABLE
