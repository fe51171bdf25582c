"""Hostile and extreme content on the web page: it stays text, the audit is clean, and a real browser does nothing.

The strings are those of the Big List of Naughty Strings that an author's file may hold at all, and strings that try to
end what they stand in: attributes, elements, scripts, style sheets, templates of our own and of others.
"""

import json
from copy import deepcopy
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Dialog

from pipeline.diagnostics import Severity
from pipeline.reading import read_value
from pipeline.release.project import Project
from pipeline.values import Label, Value
from pipeline.writers.html.gate import checked
from tests.support.browser import opened
from tests.support.generated import project_of as generated_project
from tests.support.readers import joined
from tests.support.small import write_small_project
from tests.support.web_reader import page_of, web_page, with_web

ROOT = Path(__file__).resolve().parents[1]
NAUGHTY: list[str] = json.loads((ROOT / "security/corpora/blns/blns.json").read_text(encoding="utf-8"))
ESCAPES = (
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title><script>alert(1)</script>",
    "</svg><foreignObject><iframe src=javascript:alert(1)>",
    "</textarea></template><base href=//example.org/>",
    "<!--<script>--><![CDATA[x]]>",
    "{{7*7}} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "{actor} {step} {0} {count!r} %s %(x)s",
    "javascript:alert(1)//\\u003cb\\u003e",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "__proto__ constructor hasOwnProperty toString",
    "url(https://example.org/x) expression(alert(1))",
)
FACTS_A_STEP = 12


class Titled(Value):
    """A file with a title."""

    title: Label


@cache
def labels() -> tuple[str, ...]:
    """The naughty strings that may be a label, as they are read."""
    found = []
    for text in NAUGHTY:
        held, _ = read_value(
            "x.yaml", f"title: {json.dumps(text, ensure_ascii=False)}\n".encode(), Titled, lambda _: True
        )
        # A label is shown as letters; some strings have none that the family can draw.
        if held is not None and all(ord(char) < 0x180 for char in held.title):
            found.append(held.title)
    return tuple(dict.fromkeys((*found, *ESCAPES)))


def changed(folder: Path, name: str, change) -> None:
    """A file of the sources as a tree, changed and written again."""
    path = folder / "sources" / name
    tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(tree)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def sound(project: Project) -> Project:
    """The project, which holds what is odd, but no error."""
    errors = [str(one) for one in project.report.findings if one.severity is Severity.ERROR]
    assert not errors, errors[:5]
    return project


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> tuple[Project, bytes]:
    """The smallest project with every hostile string as a fact of a step, and others in every short text."""
    folder = tmp_path_factory.mktemp("hostile") / "p"
    write_small_project(folder)
    escapes, facts = cycle(ESCAPES), list(labels())

    def actor(tree) -> None:
        tree["uppdrag"], tree["syfte"] = next(escapes), next(escapes)
        for step in tree["steg"]:
            step["titel"] = next(escapes) + ("?" if step["form"] == "ja-nej" else "") + step["id"]
            step["vem_gor"], step["dialogfraga"] = next(escapes), next(escapes) + "?"
            step["underlag"] = [next(escapes)]
            step["vad_hander"], facts[:] = facts[:FACTS_A_STEP] or ["x"], facts[FACTS_A_STEP:]
            for contact in step["kontaktpunkter"]:
                contact["varfor"] = next(escapes)
        if tree["id"] == "ss":
            tree["steg"][1]["vad_hander"] += facts

    for name in ("fk", "ss"):
        changed(folder, f"aktorer/{name}.yaml", actor)
    changed(folder, "program.yaml", lambda tree: tree.update(namn=ESCAPES[0], friskrivning=ESCAPES[2]))
    changed(folder, "faser.yaml", lambda tree: [one.update(beskrivning=next(escapes)) for one in tree["faser"]])
    changed(folder, "former.yaml", lambda tree: [one.update(betydelse=next(escapes)) for one in tree["former"]])
    changed(folder, "kallor.yaml", lambda tree: [one.update(titel=next(escapes)) for one in tree["kallor"]])

    def glossary(tree) -> None:
        told = {"kalla": "lagen", "forklaring": ESCAPES[4]}
        tree["ordlista"] += [{"term": escape[:40], **told} for escape in ESCAPES]

    changed(folder, "begrepp.yaml", glossary)

    def case(tree) -> None:
        tree["dialogfall"][0].update(namn=ESCAPES[1] + " (p\u00e5hittad)", situation=[ESCAPES[2]], fragor=[ESCAPES[3]])

    changed(folder, "dialogfall.yaml", case)
    project = sound(with_web(folder))
    content, data = page_of(project)
    assert checked(data, content) == ()
    return project, data


def test_every_hostile_text_stands_on_the_page_as_text(hostile):
    project, data = hostile
    page = web_page(data)
    for actor, step in project.programme.steps():
        article = joined(page.text(step.name_id))
        lost = [one for one in (step.title, step.who, *step.facts, *step.documents) if joined(one) not in article]
        assert lost == [], (actor.name_id, lost)
    assert len([fact for _, step in project.programme.steps() for fact in step.facts]) >= len(labels())
    assert {"img", "iframe", "foreignobject", "base"} & {one.tag for one in page.root.iter()} == set()
    assert len(list(page.root.iter("script"))) == 3


@pytest.mark.tool("chromium")
@pytest.mark.parametrize("script", [True, False])
def test_a_browser_neither_runs_nor_fetches_anything_of_it(hostile, browser, tmp_path, script):
    _, data = hostile
    file = tmp_path / "page.html"
    file.write_bytes(data)
    with opened(browser, file, script=script) as tab:
        dialogs: list[str] = []

        def dismissed(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        tab.page.on("dialog", dismissed)
        for anchor in ("aktor--fk", "fk-beslut", "ss-mote", "begrepp", "fall--fall-a--1", "stod", "sok", *ESCAPES[:4]):
            tab.go(anchor)
        if script:
            tab.go("sok")
            for word in ("alert", "<img", '"', "constructor"):
                tab.page.fill("#sok-ord", word)
                tab.settle()
        assert dialogs == []
        assert tab.told == []
        assert [one for one in tab.asked if not one.startswith(("file:", "data:"))] == []
        assert tab.page.evaluate("document.querySelectorAll('img, iframe, base, object, embed').length") == 0


# ---------------------------------------------------------------- extremes


def made(folder: Path, change, name: str = "ss"):
    """The project in a folder with one actor changed: its programme and page, which the audit finds nothing in."""
    changed(folder, f"aktorer/{name}.yaml", change)
    project = sound(with_web(folder))
    content, data = page_of(project)
    assert checked(data, content) == ()
    return project.programme, web_page(data)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The smallest project as a folder."""
    write_small_project(tmp_path / "p")
    return tmp_path / "p"


def test_a_title_of_200_letters(small):
    title = ("Ett mycket utf\u00f6rligt steg som handl\u00e4ggaren beskriver noga " * 4)[:200].strip()

    def change(tree) -> None:
        tree["steg"][1]["titel"] = title

    _, page = made(small, change)
    assert joined(title) in joined(page.text("ss-mote"))
    assert joined(title) in joined(page.text("rad--ss-mote"))


def test_an_actor_of_a_start_and_a_stop_that_says_nothing_more(small):
    def change(tree) -> None:
        for name in ("syfte", "kontakt", "enheter"):
            del tree[name]
        start, meeting, stop = tree["steg"]
        start["id"], start["titel"] = meeting["id"], meeting["titel"]
        start["pilar"] = [{"till": stop["id"]}]
        tree["steg"] = [start, stop]

    programme, page = made(small, change)
    assert len(programme.actor("ss").steps) == 2
    assert "ss-mote" in page.ids


def test_a_map_of_200_steps(tmp_path):
    """Of a project with six phases, so that it fits sheets at all."""
    folder = tmp_path / "p"
    generated_project(7, folder)

    def change(tree) -> None:
        start, stop = tree["steg"]
        plain = {key: value for key, value in start.items() if key != "ande"} | {"form": "en-flera"}
        many = [{**deepcopy(plain), "id": f"aktora-steg-{n}", "fas": 1 + n * 6 // 198} for n in range(198)]
        for n, step in enumerate(many):
            step.update(titel=f"Titel {n}", kort=f"Kort {n}", kontaktpunkter=[])
        for one, after in zip([start, *many], [*many, stop], strict=True):
            one["pilar"] = [{"till": after["id"]}]
        tree["steg"] = [start, *many, stop]

    programme, page = made(folder, change, "aktora")
    boxes = {one.get("data-step", "") for one in page.root.iter("a") if one.get("data-step", "").startswith("aktora-")}
    assert boxes == {step.name_id for step in programme.actor("aktora").steps}
    assert len(boxes) == 200
