"""One other PDF engine writes the steps of a plan; prints ms of the first and the best run.

Runs in an environment of its own, without the program: ``engine_run.py ENGINE STEPS FONT FOLDER``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

ROUNDS = 5
Steps = list[list[Any]]


def html(steps: Steps) -> str:
    """The steps as a page of HTML, for the engines that read it."""
    out, points = [], False
    for kind, what in steps:
        if points != (kind == "li"):
            points = not points
            out.append("<ul>" if points else "</ul>")
        if kind == "table":
            rows = "".join(_row(row) for row in what)
            out.append(f'<table border="1" width="100%">{rows}</table>')
        else:
            tag = {"h": "h2", "p": "p", "li": "li"}[kind]
            out.append(f"<{tag}>{escape(what)}</{tag}>")
    return "".join((*out, "</ul>" if points else ""))


def _row(row: list[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"


def weasyprint(steps: Steps, font: Path, out: Path) -> None:
    """HTML and CSS, tagged."""
    css = f"@font-face{{font-family:F;src:url({font.as_uri()})}}body{{font:9.5pt F}}"
    css += "@page{size:A4;margin:15mm}h2{font-size:12pt}"
    page = f"<html lang=en><title>Plan</title><style>{css}</style><body>{html(steps)}"
    document = import_module("weasyprint").HTML(string=page)
    document.write_pdf(out, pdf_variant="pdf/ua-1")


def fpdf2(steps: Steps, font: Path, out: Path) -> None:
    """Calls for each cell, untagged."""
    pdf = import_module("fpdf").FPDF(format="A4")
    pdf.add_font("F", fname=font)
    pdf.add_page()
    for kind, what in steps:
        pdf.set_font("F", size=12 if kind == "h" else 9.5)
        if kind == "table":
            with pdf.table(first_row_as_headings=False) as table:
                for row in what:
                    table.row(row)
        else:
            pdf.multi_cell(0, text=what, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(out))


def typst(steps: Steps, font: Path, out: Path) -> None:
    """Markup, tagged."""
    lines = ['#set document(title: "Plan")', "#set page(margin: 15mm)", "#set text(9.5pt)"]
    for kind, what in steps:
        if kind == "table":
            cells = ", ".join(json.dumps(cell) for row in what for cell in row)
            width = max(len(row) for row in what)
            lines.append(f"#table(columns: {width}, {cells})")
        else:
            call = {"h": "heading", "p": "par", "li": "list"}[kind]
            lines.append(f"#{call}({json.dumps(what)})")
    source = out.with_suffix(".typ")
    source.write_text("\n".join(lines), encoding="utf-8")
    folders = [str(font.parent)]
    import_module("typst").compile(
        str(source), output=str(out), font_paths=folders, pdf_standards="ua-1"
    )


def qt(steps: Steps, font: Path, out: Path) -> None:
    """Qt's rich text on its PDF writer, untagged."""
    gui = import_module("PySide6.QtGui")
    gui.QGuiApplication.instance() or gui.QGuiApplication([])
    family = gui.QFontDatabase.applicationFontFamilies(
        gui.QFontDatabase.addApplicationFont(str(font))
    )[0]
    document = gui.QTextDocument()
    document.setDefaultFont(gui.QFont(family, 9))
    document.setHtml(html(steps))
    document.print_(gui.QPdfWriter(str(out)))


ENGINES: dict[str, Callable[[Steps, Path, Path], None]] = {
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
    "typst": typst,
    "qt": qt,
}


def main(engine: str, steps: str, font: str, folder: str) -> None:
    """Measure one engine and print what was found as JSON."""
    found: list[float] = []
    story = json.loads(Path(steps).read_text(encoding="utf-8"))
    out = Path(folder, f"{engine}.pdf")
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        ENGINES[engine](story, Path(font), out)
        found.append((time.perf_counter() - begun) * 1000)
    size = out.stat().st_size / 1024
    sys.stdout.write(json.dumps({"first": found[0], "warm": min(found), "kb": size}))


if __name__ == "__main__":
    main(*sys.argv[1:])
