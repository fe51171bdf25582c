"""The statement of provenance, read by the library of those who made the format."""

import json
from dataclasses import replace

import pytest
from google.protobuf import json_format
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.resource_descriptor import ResourceDescriptor
from in_toto_attestation.v1.statement import Statement

from pipeline import __version__
from pipeline.release.edition.frozen import COMPONENTS, PROVENANCE, FrozenFile, Origin
from pipeline.release.edition.provenance import provenance_bytes
from tests.unit.release.edition.test_manifest import ARTEFACT, FROZEN

FILES = (FrozenFile("modell.json", 7, "c" * 64), FrozenFile(COMPONENTS, 8, "5" * 64))
SECOND = replace(FROZEN, files=FILES)
FIRST = replace(
    FROZEN, release="2026.1", previous=None, date="2026-11-21", origins={"2026.1": Origin("2026-11-21", "e" * 40, None)}
)


def read(data):
    """The statement and its predicate; a field that neither format knows is an error."""
    statement = json_format.Parse(data, statement_pb2.Statement())
    Statement.copy_from_pb(statement).validate()
    predicate = json_format.ParseDict(json_format.MessageToDict(statement.predicate), provenance_pb2.Provenance())
    return statement, predicate


def test_its_reader_finds_what_it_is_about():
    statement, _ = read(provenance_bytes(SECOND, "7" * 64))
    assert statement.predicate_type == "https://slsa.dev/provenance/v1"
    found = {one.name: dict(one.digest) for one in statement.subject}
    assert found == {
        ARTEFACT.path: {"sha256": "a" * 64},
        "modell.json": {"sha256": "c" * 64},
        COMPONENTS: {"sha256": "5" * 64},
    }


def test_and_how_it_was_made():
    _, predicate = read(provenance_bytes(SECOND, "7" * 64))
    made = predicate.build_definition
    # "Provenance", SLSA 1.0: buildType and externalParameters are required, and so is builder.id.
    assert made.build_type == "urn:processpil:release:1"
    assert json_format.MessageToDict(made.external_parameters) == {"release": "2026.2", "previous": "2026.1"}
    materials = {one.name: dict(one.digest) for one in made.resolved_dependencies}
    assert materials == {
        "sources": {"gitCommit": "f" * 40},
        ".lock/run.txt": {"sha256": "9" * 64},
        "2026.1/manifest.json": {"sha256": "7" * 64},
    }
    for one in made.resolved_dependencies:
        ResourceDescriptor.copy_from_pb(one).validate()
    assert predicate.run_details.builder.id == f"urn:processpil:builder:{__version__}"
    assert dict(predicate.run_details.builder.version) == {"processpil": __version__}


def test_a_first_release_without_a_lock():
    _, predicate = read(provenance_bytes(FIRST, None))
    made = predicate.build_definition
    assert json_format.MessageToDict(made.external_parameters) == {"release": "2026.1"}
    assert [one.name for one in made.resolved_dependencies] == ["sources"]


def test_nothing_in_it_tells_when_where_or_which_run():
    _, predicate = read(provenance_bytes(SECOND, "7" * 64))
    assert not predicate.run_details.HasField("metadata")
    assert provenance_bytes(SECOND, "7" * 64) == provenance_bytes(SECOND, "7" * 64)


def test_it_is_not_about_itself():
    """A manifest lists it; made once more from that it is the same."""
    listed = replace(SECOND, files=(*FILES, FrozenFile(PROVENANCE, 9, "8" * 64)))
    assert provenance_bytes(listed, "7" * 64) == provenance_bytes(SECOND, "7" * 64)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: found.update(_type="https://in-toto.io/Statement/v0.1"),
        lambda found: found.update(subject=[]),
        lambda found: found["subject"][0].pop("digest"),
        lambda found: found["predicate"]["runDetails"].update(host="x"),
        lambda found: found["predicate"]["buildDefinition"].update(resolvedDependencies={}),
    ],
)
def test_its_reader_refuses_what_is_wrong(spoil):
    found = json.loads(provenance_bytes(SECOND, "7" * 64))
    spoil(found)
    with pytest.raises((ValueError, json_format.ParseError)):
        read(json.dumps(found))
