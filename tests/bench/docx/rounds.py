"""The measurements: in each round every writing takes its turn, in one process; ratios are taken within a round."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from pipeline.document import Document
from pipeline.writers import docx as word
from tests.bench.docx.handouts import handout, look, without_figures
from tests.bench.docx.plain import plain_docx

STEPS, FEW, MANY = 60, 600, 6000
PLAIN, LEAN = "plain python-docx", "plain python-docx, lean"
TEXT, MAP, EVERY = "processpil, text", "processpil, text and map", "processpil, all figures"

Writing = Callable[[], bytes]


@dataclass(frozen=True)
class Row:
    """What was written: seconds of CPU of each round, the ratios to the yardstick of the same round, and bytes."""

    name: str
    seconds: tuple[float, ...]
    ratios: tuple[float, ...]
    size: int

    @property
    def cpu(self) -> float:
        """Seconds, the median."""
        return median(self.seconds)

    @property
    def ratio(self) -> float:
        """The yardstick's CPU, so many times; the median."""
        return median(self.ratios)


def against_plain(rounds: int) -> list[Row]:
    """A handout of 60 steps: the text by lean python-docx, the yardstick, and by us without and with figures."""
    whole, ours = handout(STEPS), look()
    text, mapped = without_figures(whole), without_figures(whole, but=1)

    def written(document: Document) -> Writing:
        return lambda: word.write(document, ours).data

    writings = {
        LEAN: lambda: plain_docx(text, lean=True),
        PLAIN: lambda: plain_docx(text, lean=False),
        TEXT: written(text),
        MAP: written(mapped),
        EVERY: written(whole),
    }
    return _rows(writings, rounds)


def growth(rounds: int) -> list[Row]:
    """The text of handouts of 600 steps, the yardstick, and of 6,000."""
    ours = look()
    few, many = (without_figures(handout(steps)) for steps in (FEW, MANY))
    writings = {
        f"{FEW:,} steps": lambda: word.write(few, ours).data,
        f"{MANY:,} steps": lambda: word.write(many, ours).data,
    }
    return _rows(writings, max(1, rounds // 2), warm_up=0)


def _rows(writings: Mapping[str, Writing], rounds: int, warm_up: int = 1) -> list[Row]:
    """A row each; the first is the yardstick. So many rounds more go before, to warm up."""
    found = [{name: _measured(write) for name, write in writings.items()} for _ in range(warm_up + rounds)][warm_up:]
    yardstick = next(iter(writings))
    return [
        Row(
            name,
            tuple(one[name][0] for one in found),
            tuple(one[name][0] / one[yardstick][0] for one in found),
            found[0][name][1],
        )
        for name in writings
    ]


def _measured(write: Writing) -> tuple[float, int]:
    """Seconds of CPU and bytes."""
    gc.collect()  # what one writing leaves behind is not cleared away on the other's time
    begun = time.process_time()
    data = write()
    return time.process_time() - begun, len(data)
