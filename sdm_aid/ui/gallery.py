"""Every control in every state as pictures: ``python -m sdm_aid.ui.gallery --out DIR``."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sdm_aid.design.tokens import ThemeName
from sdm_aid.ui.gallery_parts import PARTS
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.ui.theme.metrics import px

Part = Callable[[QWidget], QWidget]


def board(part: Part, width: int, *, rtl: bool = False) -> QWidget:
    """Put a part of the gallery on the ground of the theme, laid out ``width`` pixels wide."""
    ground = QWidget()
    ground.setProperty("role", "canvas")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if rtl:
        ground.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column = QVBoxLayout(ground)
    column.setContentsMargins(px(16), px(16), px(16), px(16))
    column.addWidget(part(ground))
    ground.ensurePolished()
    height = max(column.heightForWidth(width), column.minimumSize().height())
    ground.resize(width, height if column.hasHeightForWidth() else column.sizeHint().height())
    # laid out as if it were on the screen, but without taking the focus
    ground.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    ground.show()
    QCoreApplication.processEvents()
    return ground


def render(app: QApplication, folder: Path, themes: Sequence[ThemeName], scale: float) -> int:
    """Write one PNG a part and theme into ``folder``; return how many."""
    written = 0
    for theme in themes:
        if theme == "print":
            continue
        apply_theme(app, theme, scale)
        for name, part in PARTS.items():
            ground = board(part, px(920))
            file = folder / f"{name}-{theme}-{round(scale * 100)}.png"
            if not ground.grab().save(str(file)):
                raise OSError(f"{file} could not be written")
            ground.close()
            ground.deleteLater()
            written += 1
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Render the gallery without a display; return the exit code."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--theme", choices=get_args(ThemeName)[:3], action="append")
    parser.add_argument("--scale", type=float, default=1.0, help="text scale, 1.0 to 2.0")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["gallery"])
    chosen.out.mkdir(parents=True, exist_ok=True)
    count = render(app, chosen.out, chosen.theme or ("light", "dark", "contrast"), chosen.scale)
    sys.stdout.write(f"{count} pictures in {chosen.out}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
