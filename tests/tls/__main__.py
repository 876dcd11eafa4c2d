"""``python3 dev.py tls``: the tests of ``over_tls.py``, with Debian's PostgreSQL put in if missing.

The server that the other tests use comes as a Python package and knows no TLS.
"""

import sys

import pytest

import dev
from tests.tls.debian import programs


def main(arguments: list[str]) -> int:
    """Run them; pytest's exit code."""
    try:
        if programs() is None:
            dev.install_system_packages(for_tests=True, also=("postgresql",))
        if programs() is None:
            raise dev.Trouble("There is no PostgreSQL server in /usr/lib/postgresql.")
    except dev.Trouble as trouble:
        dev.say(str(trouble))
        return 1
    return int(pytest.main(["tests/tls/over_tls.py", "-p", "no:xdist", *arguments]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
