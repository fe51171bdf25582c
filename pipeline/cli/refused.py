"""How commands about releases end when something stands against them: every reason at once, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.refusals import Refused


@contextmanager
def in_words(last: str = "") -> Iterator[None]:
    """What stands against it as an ending of the command, with a last sentence after all reasons."""
    from pipeline.release.alone import AnotherBuild
    from pipeline.release.edition.refusals import Refused

    try:
        yield
    except Refused as fault:
        raise Ended(_exit(fault), "\n".join((*_reasons(fault), *filter(None, [last])))) from None
    except AnotherBuild as fault:
        words = word("release", "another", folder=fault.folder, pid=fault.pid, host=fault.host)
        raise Ended(Exit.ENVIRONMENT, words) from None


def _reasons(fault: Refused) -> Iterator[str]:
    """A line for each reason; several are a list."""
    lines = sentences(fault)
    mark = "- " if len(lines) > 1 else ""
    if mark:
        yield word("release", "reasons", count=len(lines))
    for line in lines:
        yield mark + line


def sentences(fault: Refused) -> tuple[str, ...]:
    """What is wrong and what to do, for each reason; the same is said once."""
    return tuple(dict.fromkeys(word("release.refused", one.key, **one.details) for one in fault.reasons))


def _exit(fault: Refused) -> Exit:
    """A wrong name is to be mended before what is found, and a missing program before both."""
    from pipeline.release.edition.refusals import Kind

    kinds = {reason.kind for reason in fault.reasons}
    if Kind.ENVIRONMENT in kinds:
        return Exit.ENVIRONMENT
    return Exit.USAGE if Kind.USAGE in kinds else Exit.FINDINGS
