"""Collect every translatable message into ``resources/locale/sdm_aid.pot``; compile catalogues.

``python packaging/extract_messages.py`` writes the template, brings each ``sdm_aid.po`` up to it
and compiles it; with ``--check`` it writes nothing and leaves with 1 where the template is behind.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "sdm_aid.pot"
KEYWORDS = {
    "_": None,
    "N_": None,
    "NN_": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def collect(package: Path = ROOT / "sdm_aid") -> Catalog:
    """Every message of the package, sorted, with the files (not the lines) that use it."""
    catalog = Catalog(project="sdm-aid", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        str(package),
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
    )
    for file, line, message, comments, context in found:
        where = (f"sdm_aid/{Path(file).as_posix()}", line)
        catalog.add(message, locations=[where], auto_comments=comments, context=context)
    return catalog


def template_text(catalog: Catalog) -> str:
    """The template as a file's text; the same for the same messages on every day and PC."""
    stream = io.BytesIO()
    write_po(stream, catalog, sort_output=True, omit_header=True, include_lineno=False, width=96)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head + stream.getvalue().decode("utf-8")


def is_current() -> bool:
    """Whether the template on disk holds exactly today's messages."""
    return TEMPLATE.is_file() and TEMPLATE.read_text("utf-8") == template_text(collect())


def update_catalogues(catalog: Catalog) -> list[str]:
    """Bring each language's ``.po`` up to the template and compile it; the languages done."""
    done = []
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/sdm_aid.po")):
        language = path.parents[1].name
        with path.open("rb") as stream:
            own = read_po(stream, locale=language)
        own.update(catalog, no_fuzzy_matching=True)
        with path.open("wb") as stream:
            write_po(stream, own, sort_output=True, include_lineno=False, width=96)
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, own)
        done.append(language)
    return done


def main() -> int:
    """Write or check; 1 where the template is behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    if parser.parse_args().check:
        return 0 if is_current() else 1
    catalog = collect()
    LOCALE.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template_text(catalog), "utf-8")
    languages = ", ".join(update_catalogues(catalog)) or "none"
    sys.stdout.write(f"{len(catalog)} messages; catalogues: {languages}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
