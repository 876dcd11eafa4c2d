"""``python -m sdm_aid`` is the command ``sdm-aid``."""

from __future__ import annotations

import sys

from sdm_aid.cli import main

if __name__ == "__main__":
    sys.exit(main())
