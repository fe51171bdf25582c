"""A document whose structure nobody could follow is refused before it is drawn, by the name of its publication."""

from dataclasses import dataclass, replace

import pytest

from pipeline.compose import COMPOSERS, Composer
from pipeline.document import Document, Heading, Running
from pipeline.release import build as builder
from pipeline.release.build import CannotBuild, build, look_of
from pipeline.release.plan import planned
from tests.support.real import brief_for, real_programme, real_project


@dataclass(frozen=True, slots=True)
class Jumping(Composer):
    """Composes a document that leaves out a level of headings."""

    def compose(self, brief):
        running = Running("", "", "", "", "{page}")
        return Document(brief.metadata("Titel"), running, (Heading(1, "Titel"), Heading(3, "Djupt")))


class Untouched:
    """Writers that must not be asked."""

    def __getitem__(self, name):
        raise AssertionError(name)


def test_a_flawed_structure_stops_the_build_before_anything_is_written(monkeypatch):
    todo = next(one for one in planned(real_programme()) if one.publication.kind == "att-gora")
    kind = COMPOSERS["att-gora"]
    monkeypatch.setitem(COMPOSERS, "att-gora", Jumping(kind.kind, kind.per_actor, kind.gives, kind.home))
    monkeypatch.setattr(builder, "WRITERS", Untouched())
    with pytest.raises(CannotBuild) as fault:
        build(real_project(), (todo,), lambda *_: None)
    found = fault.value.finding
    assert found.code == "U720"
    assert dict(found.details) == {"publication": todo.publication.target, "flaws": "heading 3 after 1: Djupt"}
    assert found.place.file == "sources/publikationer.yaml"


def test_text_pages_behind_a_drawing_have_a_look_of_their_own():
    brief = brief_for("affisch")
    look = look_of(brief)
    assert (look.sheet, look.paper) == (brief.sheet, brief.paper)
    assert look.behind is not None
    assert (look.behind.sheet, look.behind.paper) == (brief.text_sheet, brief.text_paper)
    assert replace(look.behind, sheet=look.sheet, paper=look.paper, behind=look.behind) == look
