"""Schemas for editors: draft-07 throughout, help at every key, and of one mind with the loader where they can be."""

import re
from functools import cache
from typing import Annotated, get_origin

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError, create_model

from pipeline import values
from pipeline.reading import read_programme
from pipeline.reading.schema import KINDS, House, Speech, project_ids, schema_bytes, schema_of
from pipeline.reading.schema.value_types import TYPES, bounds
from pipeline.rules import can_be_excused
from tests.diagnostics.project import KNOWN, ROOT, expected, patched, small_project

SHORT_LIMIT = 18
HOUSE = House(
    formats={kind: sorted(formats) for kind, formats in KNOWN.formats.items()},
    profiles=sorted(KNOWN.profiles),
    variants=sorted(KNOWN.variants),
    shapes=sorted(KNOWN.shapes),
    languages=sorted(KNOWN.languages),
    codes={code: "" for code in ("N501", "P118", "P127", "S702", "S703") if can_be_excused(code)},
    short_limit=SHORT_LIMIT,
)
SPEECH = Speech(lambda code: f"About {code}: {{allowed}}", "New?")
PAPERS = b"papper:\n- {id: A3, bredd: 297, hojd: 420}\n- {id: A4, bredd: 210, hojd: 297}\n"

# What a schema can know. Everything else that is wrong with a file it must let pass: `check` tells it.
FOUND = {
    *("R310", "R311", "R312", "R313", "R314", "R315", "R316", "R317", "R318", "R320", "R321", "R332"),
    *("R340", "R343", "R345"),
    *("P114", "P115", "K403", "K404", "S702", "U603", "U615", "U630", "X001", "X002", "X004"),
}
# What `check` tells once, at its cause, a schema refuses at each reference.
GATHERED = {"R323", "R324"}
# Of what is wrong with keys and values it knows all but the number of line breaks and the length of a single word.
UNKNOWN = {"F208", "F209"}
# L and T are files that an editor cannot read either, or reads as something else.
CASES = sorted(path for path in (ROOT / "pipeline/locale/sv/examples").glob("*.yaml") if path.name[0] not in {"L", "T"})


def can_know(code):
    return code in FOUND or (code.startswith("F") and code not in UNKNOWN)


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: the core types of YAML 1.2, so that dates and yes are texts."""


def _whole_number(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 0 if text[:2] in {"0o", "0x"} else 10)


EditorLoader.add_constructor("tag:yaml.org,2002:int", _whole_number)
EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


def as_editor(data):
    return yaml.load(data, EditorLoader)


def schemas_for(files, house=HOUSE):
    ids = project_ids(files, house)
    return {kind: schema_of(kind, ids, SPEECH) for kind in KINDS}


def refused(files, house=HOUSE):
    """The files that their schemas refuse, with the first thing said about each."""
    found = {}
    for kind, schema in schemas_for(files, house).items():
        for path, data in files.items():
            if kind.has(path):
                faults = list(Draft7Validator(schema).iter_errors(as_editor(data)))
                if faults:
                    found[path] = faults[0].message
    return found


def parts(schema):
    """A schema and every schema in it."""
    yield schema
    below = [*schema.get("properties", {}).values(), *schema.get("allOf", []), *schema.get("anyOf", [])]
    for inner in (*below, *(schema[key] for key in ("items", "if", "then", "else") if key in schema)):
        yield from parts(inner)


ALL = [
    part for schema in schemas_for({**small_project(), "styles/papper.yaml": PAPERS}).values() for part in parts(schema)
]


def test_editors_read_scalars_so():
    told = "[yes, ja, 2026-11-21, 1, 1.5, true, ~, 010, 12:30, '1']"
    assert as_editor(told) == ["yes", "ja", "2026-11-21", 1, 1.5, True, None, 10, "12:30", "1"]


def test_every_value_type_has_a_schema():
    kinds = {name: kind for name, kind in vars(values).items() if get_origin(kind) is Annotated}
    assert len(kinds) > 10
    assert [name for name, kind in kinds.items() if kind not in TYPES] == []


def test_the_schemas_are_draft_07():
    for kind, schema in schemas_for(small_project()).items():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#", kind.name
        Draft7Validator.check_schema(schema)
    # What pydantic would write and draft-07 passes over in silence, and what hides the help beside it.
    assert [
        part for part in ALL if {"prefixItems", "$defs", "$ref", "discriminator", "unevaluatedProperties"} & {*part}
    ] == []
    assert [part for part in ALL if isinstance(part.get("items", {}), list)] == []


def test_no_mapping_takes_unknown_keys():
    mappings = [part for part in ALL if "object" in part.get("type", ())]
    assert len(mappings) > 20
    assert all(part["additionalProperties"] is False for part in mappings)


def test_every_key_is_explained():
    fields = [
        (key, field)
        for part in ALL
        for key, field in part.get("properties", {}).items()
        if "object" in part.get("type", ())
    ]
    assert len(fields) > 100
    for key, field in fields:
        assert len(field["description"]) >= 12, key
        assert field["description"].endswith("."), key
        # An editor writes a single example into the file; of several it offers a choice.
        assert len(field.get("examples", [])) != 1, key


def test_the_same_sources_give_the_same_bytes():
    one, other = small_project(), dict(reversed(small_project().items()))
    assert [*map(schema_bytes, schemas_for(one).values())] == [*map(schema_bytes, schemas_for(other).values())]


def test_the_small_project_is_valid():
    assert refused({**small_project(), "styles/papper.yaml": PAPERS}) == {}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bad_example_is_refused_if_and_only_if_a_schema_can_know(path):
    files = patched(path.read_text(encoding="utf-8"))
    due = {file for file, _, code in expected(files) if can_know(code)}
    found = {*refused({**files, "styles/papper.yaml": PAPERS})}
    assert found > due if path.stem[:4] in GATHERED else found == due


def test_every_code_said_to_be_found_has_an_example():
    assert {code for code in FOUND | UNKNOWN if not any(code in path.stem for path in CASES)} == set()


def without(file, old, new, count=1):
    files = {**small_project(), "styles/papper.yaml": PAPERS}
    assert old.encode() in files[file]
    return {**files, file: files[file].replace(old.encode(), new.encode(), count)}


FK = "sources/aktorer/fk.yaml"


@pytest.mark.parametrize(
    ("old", "new", "is_right"),
    [
        ("etikett: ja", "etikett: true", True),
        ("titel: Titeln fk-brev", "titel: 2026.1", True),
        ("syfte: Stöd i rätt tid.", "syfte: null", True),
        ("enheter: [{id: fk-kontoret, namn: Kontoret}]", "enheter:", True),
        ("enheter: [{id: fk-kontoret, namn: Kontoret}]", "enheter: [Kontoret]", False),
        ("etikett: nej", "etikett: nej, atergang: ja", True),
        ("etikett: nej", "etikett: nej, atergang: true", True),
        ("etikett: nej", "etikett: nej, atergang: null", False),
        ("till: fk-slut", "till: null", False),
        ("fas: 1", "fas: '1'", False),  # the one thing that the loader takes: numbers stand without quotes
        ("fas: 1", "fas: 1.5", False),
        ("kort: Kort fk-brev", "kort: Arton tecken är de", True),
        ("kort: Kort fk-brev", "kort: Nitton tecken är det", False),
        ("kort: Kort fk-brev", 'kort: "Nit\\u00adton teck\\u00aden är d"', True),
    ],
)
def test_values_as_an_editor_types_them(old, new, is_right):
    assert (refused(without(FK, old, new)) == {}) == is_right


BESLUT = "sources/beslut.yaml"
RECORD = "beslut:\n- aktor: fk\n  utgava: 2026.1\n"


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        *((f"{key}:{blank}", True) for key in ("status", "titel", "beslutsdatum", "innehall") for blank in ("", " ''")),
        *((f"revisionshistorik:{blank}", True) for blank in ("", " ''", " []")),
        ("status: fastst\u00e4lld", True),
        ("status: utkast", False),
        ("giltig_till: tills vidare", True),
        ("giltig_till: '2028-02-29'", True),
        ("giltig_till: '2027-02-29'", False),
        ("giltig_till: snart", False),
        ("innehall: 0a1b2c3d4e5f6789", True),
        ("innehall: 0a1b2c3d", False),
        ("revisionshistorik: klar", False),
    ],
)
def test_a_decision_as_an_editor_types_it_and_as_the_loader_takes_it(line, is_right):
    files = {**small_project(), BESLUT: f"{RECORD}  {line}\n".encode()}
    assert (refused(files) == {}) == is_right
    reading = read_programme(files, "sources", lambda _: True)
    assert (not reading.report.has_errors) == is_right


def test_a_short_title_may_be_long_where_that_is_excused():
    files = without(FK, "kort: Kort fk-brev", "kort: Nitton tecken är det")
    rules = b"undantag:\n- {kod: S702, skal: Namnet kan inte kortas.}\n"
    assert refused({**files, "sources/regler.yaml": rules}) == {}


def test_a_new_actor_may_point_at_its_own_new_steps():
    """Its file is not known to the schema yet; ids of the others are."""
    schema = schemas_for(small_project())[next(kind for kind in KINDS if kind.name == "aktor")]
    new = small_project()[FK].replace(b"id: fk\n", b"id: ny\n").replace(b"fk-", b"ny-")
    assert [*Draft7Validator(schema).iter_errors(as_editor(new))] == []
    other = new.replace(b"aktor: ss", b"aktor: sss")
    assert [fault.validator for fault in Draft7Validator(schema).iter_errors(as_editor(other))] == ["enum"]


def test_ids_of_a_file_that_could_not_be_read_to_its_end_are_only_proposed():
    """The quote that is never closed hides the steps after it; a red line under each arrow there would be a lie."""
    files = without(FK, "titel: Titeln fk-mote", 'titel: "Titeln fk-mote')
    schema = schemas_for(files)[next(kind for kind in KINDS if kind.name == "dialogfall")]
    steps = next(part for part in parts(schema) if part.get("title") == "dialogfall" and "properties" in part)[
        "properties"
    ]["steg"]
    assert "enum" not in steps["items"]
    proposed = {one["body"] for one in steps["items"]["defaultSnippets"]}
    assert {"fk-start", "fk-beslut", "fk-mote", "ss-start"} <= proposed
    assert "fk-brev" not in proposed


def test_faulty_values_do_not_hide_ids():
    files = without(FK, "fas: 2", "fas: två", 9)
    schema = schemas_for(files)[next(kind for kind in KINDS if kind.name == "dialogfall")]
    assert "fk-brev" in next(part["enum"] for part in parts(schema) if "fk-start" in part.get("enum", []))


@pytest.mark.parametrize(
    "files", [{}, {"sources/program.yaml": b"\xff"}, {"sources/aktorer/a.yaml": b"- 1\n- {id: [2]}\n"}]
)
def test_hardly_any_sources_still_give_schemas(files):
    for schema in schemas_for(files).values():
        Draft7Validator.check_schema(schema)


def test_messages_carry_hint_code_and_what_to_do_with_a_new_id():
    schema = schemas_for(small_project())[next(kind for kind in KINDS if kind.name == "aktor")]
    said = {part["errorMessage"] for part in parts(schema) if "errorMessage" in part}
    assert "About R310: 1, 2 New? (R310)" in said
    phases = [part["properties"]["fas"] for part in parts(schema) if "fas" in part.get("properties", {})]
    told = {part["errorMessage"] for phase in phases for part in parts(phase) if "errorMessage" in part}
    assert phases
    assert "About F210:  (F210)" not in told  # the number of a phase is told by R310 alone
    assert any(text.endswith("New? (P114, P115)") for text in said)


def test_what_an_enum_stands_for_is_told():
    schema = schemas_for(small_project())[next(kind for kind in KINDS if kind.name == "aktor")]
    arrows = next(part for part in parts(schema) if "fk-start" in part.get("enum", []))
    told = dict(zip(arrows["enum"], arrows["enumDescriptions"], strict=True))
    assert told["fk-mote"] == "Titeln fk-mote"
    assert all(len(part["enum"]) == len(part["enumDescriptions"]) for part in ALL if "enumDescriptions" in part)


def bodies(schema):
    for part in parts(schema):
        for snippet in part.get("defaultSnippets", []):
            if isinstance(snippet["body"], dict):
                yield part, snippet


def test_snippets_have_every_key_that_is_due_and_no_other():
    found = {}
    for schema in schemas_for(small_project()).values():
        for part, snippet in bodies(schema):
            found[snippet["label"]] = snippet["body"]
            empty = yaml.safe_load(yaml.safe_dump(snippet["body"]).replace("'[]'", "[]"))
            faults = [*Draft7Validator(part["items"]).iter_errors(empty)]
            assert {fault.validator for fault in faults} & {"required", "additionalProperties", "minItems"} == set()
    assert [arrow["etikett"] for arrow in found["steg: ja-nej"]["pilar"]] == ["ja", "nej"]
    assert found["steg: start"]["ande"] == "start"
    assert found["steg: stopp"]["pilar"] == "[]"
    assert "aktor" in found["steg: processkoppling"]["processkoppling"]
    assert {*found} >= {
        "steg: en-flera",
        "kontaktpunkt",
        "lagstod: kontrollera",
        "pil",
        "pil: ja",
        "fas",
        "begrepp",
        "kalla",
        "publikation",
    }


@cache
def adapter(kind):
    return create_model("Holder", __base__=values.Value, it=(kind, ...))


@cache
def validator(kind):
    return Draft7Validator({**TYPES[kind].schema, **bounds(kind.__metadata__)})


def accepts(kind, value):
    try:
        adapter(kind).model_validate({"it": value})
    except ValidationError:
        return False
    return True


def shaped(kind, value):
    return validator(kind).is_valid(value)


def test_a_day_is_a_day():
    """The last days of every month of every year that either knows, and one beyond at each end."""
    days = [
        (year, month, day) for year in range(1978, 2102) for month in range(14) for day in (0, 1, 9, *range(28, 33))
    ]
    texts = [f"{year}-{month:02}-{day:02}" for year, month, day in days]
    assert [text for text in texts if accepts(values.Day, text) != shaped(values.Day, text)] == []
    assert [shaped(values.Day, text) for text in ("1979-12-31", "2000-02-29", "2023-02-29")] == [False, True, False]


TEXTS = st.one_of(
    st.text("aB1-_ .#/:@", max_size=12),
    st.from_regex(r"(https?://|mailto:|#)?[a-zA-Z0-9@./-]{0,10}", fullmatch=True),
    st.text("ab \n\u00a0\u00ad1", max_size=12),
)


@pytest.mark.parametrize(
    "name", ["Label", "Exact", "Name", "Tag", "Prose", "Summary", "Slug", "FileWord", "Address", "Paint"]
)
@given(text=TEXTS)
def test_a_text_is_taken_by_both_or_by_neither(name, text):
    kind = getattr(values, name)
    # $ may stand before a last line break in Python, but not in the JavaScript of editors.
    text = text if name in {"Label", "Exact", "Name", "Tag", "Prose", "Summary"} else text.rstrip("\n")
    assert accepts(kind, text) == shaped(kind, text)


@pytest.mark.parametrize("name", ["Count", "Points", "Em", "Length", "PaperSide", "Distance", "YesNo"])
@given(text=st.one_of(st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,4})?|ja|nej|true|false|yes|JA", fullmatch=True)))
def test_what_the_loader_takes_of_a_plain_scalar_fits_its_schema(name, text):
    kind = getattr(values, name)
    if accepts(kind, text):
        assert shaped(kind, as_editor(text))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Points", 3.9),
        ("Points", 301),
        ("Em", 0),
        ("Length", 201),
        ("PaperSide", 49),
        ("Distance", 0.2),
        ("Count", -1),
        ("Count", 10**6),
    ],
)
def test_bounds_are_the_types_own(name, wrong):
    kind = getattr(values, name)
    assert not shaped(kind, wrong)
    assert not accepts(kind, str(wrong))
