"""`python -m tests.diagnostics.mutations` tries the fixed part and writes the page; `--all` tries every mutation."""

import sys

from tests.diagnostics.mutations.every import every, part
from tests.diagnostics.mutations.tally import KNOWN_MISSES, PAGE, page, tried


def main() -> int:
    """Exit 1 where a mutation is missed that no known kind of miss explains, or something is told twice."""
    is_all = "--all" in sys.argv[1:]
    tally = tried(every() if is_all else part())
    if is_all:
        sys.stdout.write(page(tally))
    else:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page(tally), encoding="utf-8")
    sys.stdout.write("".join(f"{line}\n" for line in tally.odd))
    return 1 if tally.twice or set(tally.misses) - set(KNOWN_MISSES) else 0


if __name__ == "__main__":
    sys.exit(main())
