"""`python -m tests.demonstration`: tells the tale of the real sources and writes docs/demonstration/."""

import sys
import tempfile
from pathlib import Path

from tests.demonstration.compared import compared, wrong
from tests.demonstration.page import page
from tests.demonstration.pictures import foot, picture, stamped, views
from tests.demonstration.story import ROOT, SECOND, told
from tests.demonstration.tales import REAL
from tests.support.browser import launched

DOCS = ROOT / "docs/demonstration"


def main() -> None:
    """Exit 1, after writing what was seen, if a file is carried over or made anew against the drafts."""
    with tempfile.TemporaryDirectory() as name:
        scene = told(REAL, Path(name))
        files = compared(REAL, scene)
        seen = tuple(views(scene, files))
        DOCS.mkdir(exist_ok=True)
        with launched() as browser:
            for view in seen:
                (DOCS / f"{view.name}.png").write_bytes(picture(browser, view))
        for one in stamped(files):
            (DOCS / f"{one.anchor}.png").write_bytes(foot(scene.output / SECOND / one.path))
        (DOCS / "README.md").write_text(page(REAL, scene, files, seen), encoding="utf-8")
    sys.exit("\n".join(one.path for one in wrong(files)) or None)


if __name__ == "__main__":
    main()
