"""The list of components: judged by its standard's schema and by the reader of those who made the standard."""

import json
import re
from importlib import metadata, resources

import jsonschema
import pytest
from cyclonedx.model.bom import Bom
from packageurl import PackageURL
from referencing import Registry, Resource

from pipeline import __version__
from pipeline.release.edition import components
from pipeline.release.edition.components import components_bytes, libraries, tools
from tests.conftest import ROOT


def schema(name):
    file = resources.files("cyclonedx.schema._res") / f"{name}.SNAPSHOT.schema.json"
    return json.loads(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def judge():
    """CycloneDX 1.6 with the two schemas that it refers to; nothing is fetched."""
    others = {f"{name}.SNAPSHOT.schema.json": schema(name) for name in ("spdx", "jsf-0.82")}
    whole = schema("bom-1.6")
    home = whole["$id"].rpartition("/")[0]
    known = Registry().with_resources(
        [(f"{home}/{name}", Resource.from_contents(found)) for name, found in others.items()]
    )
    return jsonschema.Draft7Validator(whole, registry=known, format_checker=jsonschema.FormatChecker())


@pytest.fixture
def found():
    return json.loads(components_bytes())


def test_it_is_what_the_schema_of_the_standard_asks_for(judge, found):
    assert list(judge.iter_errors(found)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda bom: bom.update(specVersion=1.6),
        lambda bom: bom["components"][0].pop("name"),
        lambda bom: bom["components"][0].update(type="lib"),
        lambda bom: bom["components"].append(bom["components"][0]),
        lambda bom: bom["dependencies"][0].update(dependsOn="x"),
        lambda bom: bom["components"][0].update(licenses=[{"license": {"id": "No-Such"}}]),
        lambda bom: bom.update(timestamp="now"),
    ],
)
def test_the_schema_refuses_what_is_wrong(judge, found, spoil):
    spoil(found)
    assert list(judge.iter_errors(found))


def test_another_reader_finds_program_libraries_and_who_needs_whom(found):
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    bom = Bom.from_json(found)  # type: ignore[attr-defined] # a decorator of theirs adds it
    assert bom.validate()
    assert (bom.metadata.component.name, bom.metadata.component.version) == ("processpil", __version__)
    read = {str(one.purl): one for one in bom.components}
    assert {key: read[key].version for key in read} == {
        f"pkg:pypi/{name}@{version}": version for name, version in tools().items() if name != "processpil"
    }
    for purl in read:
        parsed = PackageURL.from_string(purl)
        assert (parsed.type, parsed.to_string()) == ("pypi", purl)
        assert metadata.version(parsed.name) == parsed.version
    named = {ref.ref.value for ref in bom.dependencies}
    assert named == {*read, bom.metadata.component.bom_ref.value}
    of = {ref.ref.value: {one.ref.value.partition("@")[0] for one in ref.dependencies} for ref in bom.dependencies}
    assert of[next(key for key in of if key.startswith("pkg:pypi/python-docx@"))] == {
        "pkg:pypi/lxml",
        "pkg:pypi/typing-extensions",
    }


def test_they_are_those_of_the_lock_for_every_system_and_python():
    """uv resolves for all of them at once; what only the build backend needs is in the lock, and no part of a file."""
    text = (ROOT / ".lock/run.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9-]+)==\S+ (.*?)(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    needed_by = {
        name: set(re.findall(r"^ +# +(?:via )?([a-z].*)$", rest, re.MULTILINE)) - {"via"} for name, rest in entries
    }
    for_building = {"processpil (pyproject.toml:build)", "hatchling"}
    assert {one.key for one in libraries()} == {name for name, by in needed_by.items() if by - for_building}


def test_nothing_in_it_tells_when_or_where(found):
    assert components_bytes() == components_bytes()
    assert not {"serialNumber", "timestamp"} & {*found, *found["metadata"]}


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Puts a distribution into the path that libraries are found in."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(name, *lines):
        folder = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n" + "\n".join(lines))

    return put


def test_what_is_asked_for_somewhere_only_is_left_out(installed, monkeypatch, judge):
    monkeypatch.setattr(components, "program_requirements", lambda: ("Top.Level>=1,<2", "odd; sys_platform == 'win32'"))
    wanted = ("Mid_One (>=1)", "old; python_version < '3.12'", "more>=1; extra == 'all'", "base[fast]~=1.0")
    installed("top-level", "License-Expression: MIT OR Apache-2.0", *(f"Requires-Dist: {one}" for one in wanted))
    installed("mid-one", "License: BSD", "Requires-Dist: base", "Requires-Dist: top-level")
    installed("base", f"License: {'All of its text. ' * 9}")
    assert {one.key: one.needs for one in libraries()} == {
        "base": (),
        "mid-one": ("base", "top-level"),
        "top-level": ("base", "mid-one"),
    }
    found = json.loads(components_bytes())
    assert list(judge.iter_errors(found)) == []
    assert [one.get("licenses") for one in found["components"]] == [
        None,
        [{"license": {"name": "BSD"}}],
        [{"expression": "MIT OR Apache-2.0"}],
    ]


def test_a_library_that_is_missing_is_no_silence(monkeypatch):
    monkeypatch.setattr(components, "program_requirements", lambda: ("no-such-library-of-anyone",))
    with pytest.raises(metadata.PackageNotFoundError):
        components_bytes()


def test_without_a_clone_it_is_what_was_installed(installed, monkeypatch, tmp_path):
    before = components_bytes()
    asked = components.program_requirements()
    installed("processpil", *(f"Requires-Dist: {one}" for one in asked))
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'another'\ndependencies = ['no-such']\n")
    for place in (tmp_path / "none.toml", tmp_path / "pyproject.toml"):
        monkeypatch.setattr(components, "_PROJECT", place)
        assert components_bytes() == before
