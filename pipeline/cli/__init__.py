"""The command line: `processpil`, the same as `python -m pipeline`."""

from __future__ import annotations

import gc
from collections.abc import Sequence

__all__ = ["main"]

# Python looks for garbage after every 700 new objects. A run reads thousands of values that it keeps to its end, so
# that it would find none, and `check` would spend a tenth of its time looking.
_SELDOM = (100_000, 20, 20)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command of `arguments` (default: the process's own) and leave with its exit code."""
    gc.set_threshold(*_SELDOM)
    from pipeline.cli import app

    app.main(arguments)
