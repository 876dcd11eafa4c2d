"""A connection to a database server that does not wait for ever."""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic
from typing import Any, NoReturn

import psycopg

from sdm_aid.i18n import _

ANSWER_S = 10.0
"""How long a server may be silent within one statement. A network that is gone is told by TCP; a
server that has stalled keeps its connections open, and then only a clock of our own tells."""


class Answering(psycopg.Connection[Any]):
    """Gives up a server that has been silent for :data:`ANSWER_S` seconds in one statement."""

    def wait(self, gen: Any, *given: Any, **named: Any) -> Any:
        """Run the driver's steps to their end.

        Raises:
            psycopg.OperationalError: no answer; the connection is closed.
        """
        return super().wait(self._bounded(gen), *given, **named)

    def _bounded(self, steps: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        heard = monotonic()
        try:
            wanted = next(steps)
            while True:
                ready = yield wanted  # falsy: nothing came within the driver's own interval
                if ready:
                    heard = monotonic()
                elif monotonic() - heard > ANSWER_S:
                    self._give_up(steps)
                wanted = steps.send(ready)
        except StopIteration as done:
            return done.value

    def _give_up(self, steps: Generator[Any, Any, Any]) -> NoReturn:
        steps.close()
        self.pgconn.finish()
        raise psycopg.OperationalError(
            _("no answer within {seconds} seconds").format(seconds=int(ANSWER_S))
        )
