"""The screens outside a visit by name; each is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.main_window import MainWindow


def make_screen(name: str, window: MainWindow) -> Screen:
    """Build ``about``, ``check``, ``content``, ``settings``, ``forms``, ``entry`` (in a visit) or
    ``review/<decision>``.

    Raises:
        KeyError: there is no such screen.
    """
    kind, _slash, decision = name.partition("/")
    if kind == "review" and decision:
        return _review(window, decision)
    return {
        "about": _about,
        "check": _check,
        "content": _content,
        "prices": _prices,
        "settings": _settings,
        "forms": _forms,
        "entry": _entry,
    }[name](window)


def _about(window: MainWindow) -> Screen:
    from sdm_aid.ui.about import About

    return About(window.home.entries, window.home.review_of, window.jobs, window)


def _check(window: MainWindow) -> Screen:
    from sdm_aid.ui.check.screen import CheckPdf

    return CheckPdf(window.jobs, window.folder, window.resources, window)


def _content(window: MainWindow) -> Screen:
    from sdm_aid.ui.content_screen import ContentScreen

    return ContentScreen(
        window.home.entries, window.resources, window.folder, window.jobs, window.clock, window
    )


def _prices(window: MainWindow) -> Screen:
    from sdm_aid.ui.prices.screen import PriceScreen

    return PriceScreen(
        window.resources, window.folder, window.jobs, window.clock, window, window.records.desk
    )


def _settings(window: MainWindow) -> Screen:
    from sdm_aid.ui.settings import SettingsScreen

    return SettingsScreen(window.appearance, window, record=window.records.desk is not None)


def _forms(window: MainWindow) -> Screen:
    from sdm_aid.ui.pre_visit.forms_screen import FormsScreen

    settings = window.records.settings
    return FormsScreen(
        window.home.entries,
        window.resources,
        window.folder,
        window.jobs,
        window.clock,
        settings.clinic_name,
        window,
        numbers=(settings.phone, settings.out_of_hours),
    )


def _entry(window: MainWindow) -> Screen:
    from sdm_aid.application.sheet_entry import sheet_sections
    from sdm_aid.content.measures import offered
    from sdm_aid.ui.pre_visit.entry_screen import EntryScreen

    if window.visit is None:
        raise KeyError("entry")
    window.visit.commit()
    content = window.visit.context.content
    measures = offered(window.resources, window.folder, "you").measures
    sections = sheet_sections(content, measures, content.ref.language)
    return EntryScreen(window.visit.bridge, sections, content.words("title"), window)


def _review(window: MainWindow, decision: str) -> Screen:
    from sdm_aid.ui.review_screen import ReviewScreen

    return ReviewScreen(
        decision,
        window.resources,
        window.folder,
        window.jobs,
        window.clock,
        window.records.settings,
        window,
        window.records.desk,
    )
