"""Process start to first painted window, and to a home screen that can be used."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measure import Row, alternating, environment, python, run_ms

ROUNDS = 15


def startup() -> Iterator[Row]:
    """Against a bare window: first paint within 1.5, home to use within 3."""
    bare = python("-m", "tests.bench.bare_window")
    ours = python("-m", "sdm_aid")
    for until, what, limit in (
        ("1", "start to first painted window", 1.5),
        ("home", "start to home with decisions to click", 3.0),
    ):
        env = environment(SDM_AID_EXIT_AFTER_PAINT=until)
        one, other = alternating(
            lambda env=env: run_ms(ours, env),  # type: ignore[misc]
            lambda: run_ms(bare, environment()),
            ROUNDS,
        )
        yield Row(what, one, other, limit)
