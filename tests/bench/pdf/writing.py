"""Writes the handbook with our writer or plain ReportLab, in a process of its own whose cost the bench takes.

    python -m tests.bench.pdf.writing ours|plain|manual PAGES TIMES FILE

Prints the CPU seconds of each time. What only our writer needs is imported for it alone.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.document import Document
from tests.bench.pdf.faces import FAMILY, files
from tests.bench.pdf.handbook import handbook

ROOT = Path(__file__).resolve().parents[3]


def _ours() -> Callable[[Document], bytes]:
    import yaml  # noqa: PLC0415 - see the module's docstring

    from pipeline.geometry import Size  # noqa: PLC0415
    from pipeline.theme import Theme  # noqa: PLC0415
    from pipeline.typesetting import read_family  # noqa: PLC0415
    from pipeline.writers import WRITERS  # noqa: PLC0415
    from pipeline.writers.look import Look  # noqa: PLC0415

    text = (ROOT / "styles" / "teman" / "standard.yaml").read_text(encoding="utf-8")
    theme = Theme.model_validate(yaml.load(text, Loader=yaml.CBaseLoader))
    family = read_family(FAMILY, theme.typeface.fallback, files())
    look = Look(family, theme, theme.sheet("handout", "A4"), Size(210, 297))
    return lambda document: WRITERS["pdf"].write(document, look).data


def _plain(as_in_the_manual: bool) -> Callable[[Document], bytes]:
    from tests.bench.pdf.plain import plain_pdf  # noqa: PLC0415 - see the module's docstring

    fonts = files()
    return lambda document: plain_pdf(document, fonts, as_in_the_manual)


def main(name: str, pages: str, times: str, file: str) -> None:
    """Write so many times, and say what each cost."""
    document = handbook(int(pages))
    write = _ours() if name == "ours" else _plain(name == "manual")
    seconds = []
    for _ in range(int(times)):
        begun = time.process_time()
        data = write(document)
        seconds.append(time.process_time() - begun)
        Path(file).write_bytes(data)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:5])
