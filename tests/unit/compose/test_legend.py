"""The legend holds what the sheet uses and nothing else."""

from pipeline.compose.legend import Legend, Uses
from pipeline.lengths import Pt
from pipeline.model import StepKind
from tests.support.real import brief_for


def _said(uses):
    legend = Legend(brief_for("karta", "stockholms-stad"), uses, Pt(9.5))
    return [
        f"{entry.name}: {entry.said}" if entry.name else entry.said for entry in (*legend.shapes(), *legend.signs())
    ]


def test_only_the_kinds_that_are_used_are_explained():
    said = _said(Uses(kinds=(StepKind.FAN,), phase=1))
    assert [text.partition(":")[0] for text in said if ": " in text] == ["En/flera"]


def test_the_loop_stands_there_only_if_a_loop_is_drawn():
    assert "tillbaka till ett tidigare steg" not in _said(Uses((StepKind.FAN,), 1))
    assert "tillbaka till ett tidigare steg" in _said(Uses((StepKind.FAN,), 1, loops=True))


def test_the_double_edge_is_explained_only_where_there_is_a_stop():
    assert "dubbel" not in " ".join(_said(Uses((StepKind.TERMINAL,), 1)))
    assert "dubbel" in " ".join(_said(Uses((StepKind.TERMINAL,), 1, stops=True)))


def test_letters_are_explained_only_where_they_are_used():
    assert not any("bokstav" in text for text in _said(Uses((StepKind.LINK,), 1)))
    assert any("bokstav" in text for text in _said(Uses((StepKind.LINK,), 1, letters=True)))
