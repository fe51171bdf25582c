"""The model of a release as a file: all of it is there, and nothing of how it was written."""

import datetime
import json
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from pipeline import model
from pipeline.model import LayoutLock, Programme
from pipeline.release.edition.model_file import FORMAT, model_bytes
from pipeline.release.project import read_project
from pipeline.values import Value
from tests.support.decided import decided_programme
from tests.support.real import real_programme
from tests.support.small import write_small_project


@pytest.fixture
def root(tmp_path):
    write_small_project(tmp_path)
    return tmp_path


def file_of(root) -> bytes:
    project = read_project(root)
    assert project.programme is not None, [(one.code, one.place) for one in project.report.findings]
    return model_bytes(project.programme)


def missing(value: object, found: object, where: str = ""):
    """The places where the file has not what the model has, walked by the models' own fields."""
    if isinstance(value, Value):
        for name, field in type(value).model_fields.items():
            if field.exclude:
                continue
            if not isinstance(found, dict) or name not in found:
                yield f"{where}.{name}"
            else:
                yield from missing(getattr(value, name), found[name], f"{where}.{name}")
    elif isinstance(value, tuple):
        if not isinstance(found, list) or len(found) != len(value):
            yield where
            return
        for number, (one, other) in enumerate(zip(value, found, strict=True)):
            yield from missing(one, other, f"{where}.{number}")
    else:
        shown = value.isoformat() if isinstance(value, datetime.date) else getattr(value, "value", value)
        if found != shown or type(found) is not type(shown):
            yield where


@pytest.mark.parametrize("programme", [real_programme(), decided_programme("stockholms-stad")], ids=["real", "decided"])
def test_every_field_of_every_part_is_there(programme):
    found = json.loads(model_bytes(programme))
    parts = {field.name: getattr(programme, field.name) for field in fields(Programme)}
    assert set(found) == {"format", *parts}
    assert [place for name, part in parts.items() for place in missing(part, found[name], name)] == []
    assert found["format"] == "processpil-modell/1"


def test_the_walk_itself_finds_what_is_missing():
    found = json.loads(model_bytes(real_programme()))
    del found["actors"][1]["steps"][2]["who"]
    found["actors"][0]["short"] = "?"
    assert list(missing(real_programme().actors, found["actors"])) == [".0.short", ".1.steps.2.who"]


def test_it_is_canonical_and_says_not_where_things_were_written(root):
    data = file_of(root)
    assert data == (json.dumps(json.loads(data), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    assert b"origin" not in data
    assert str(root).encode() not in data


def test_formatting_does_not_matter_content_does(root):
    before = file_of(root)
    for file in root.glob("sources/**/*.yaml"):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        # Keys in another order, flow style, lines folded, letters escaped, comments gone.
        file.write_text(yaml.safe_dump(content, default_flow_style=True, width=40), encoding="utf-8")
    assert file_of(root) == before
    file = root / "sources/aktorer/ss.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Titeln ss-mote", "Titeln ss-mota"), encoding="utf-8")
    after = file_of(root)
    old, new = before.decode().splitlines(), after.decode().splitlines()
    changed = [line.strip() for one, line in zip(old, new, strict=True) if one != line]
    assert set(changed) == {'"title": "Titeln ss-mota"', '"title": "Titeln ss-mota",'}


def test_what_follows_for_a_step_stands_with_it(root):
    actors = {actor["name_id"]: actor for actor in json.loads(file_of(root))["actors"]}
    steps = {step["name_id"]: step["resolved"] for actor in actors.values() for step in actor["steps"]}
    programme = read_project(root).programme
    assert programme is not None
    for actor, step in programme.steps():
        found = steps[step.name_id]
        assert found["number"] == [one.name_id for one in actor.steps].index(step.name_id) + 1
        assert [end["step"] for end in found["next"]] == [arrow.target for arrow in step.arrows]
        assert [end["title"] for end in found["next"]] == [actor.step(arrow.target).title for arrow in step.arrows]
        assert (found["link"] or {}).get("step") == (step.link.step if step.link else None)
    # Both ways of every meeting.
    pairs = {(one, end["step"]) for one, found in steps.items() for end in found["contacts"]}
    back = {(end["step"], one) for one, found in steps.items() for end in found["contacted_from"]}
    assert pairs == back
    assert pairs
    links = {(one, found["link"]["step"]) for one, found in steps.items() if found["link"]}
    assert links == {(end["step"], one) for one, found in steps.items() for end in found["linked_from"]}
    assert links


def test_the_release_and_its_date_are_those_of_the_release(root):
    released = read_project(root).as_of("2027.3", "2027-04-05").programme
    assert released is not None
    settings = json.loads(model_bytes(released))["settings"]
    assert (settings["release"], settings["date"]) == ("2027.3", "2027-04-05")


def names() -> list[str]:
    """Every field of every class of the model, as `Class.field`; locks of maps are no part of it."""
    classes = (getattr(model, name) for name in model.__all__)
    found = (one for one in classes if isinstance(one, type) and issubclass(one, Value))
    parts = [one for one in found if one.__module__ != LayoutLock.__module__]
    pairs = ((one, name, field) for one in parts for name, field in one.model_fields.items())
    return sorted(f"{one.__name__}.{name}" for one, name, field in pairs if not field.exclude)


def test_no_name_changes_under_the_same_format():
    """Who reads the files of old releases relies on them. A new field: add its line. Another name: a new format too."""
    file = Path(__file__).with_name("model_names.txt")
    head, *known = file.read_text(encoding="utf-8").splitlines()
    assert head == FORMAT
    assert names() == known
