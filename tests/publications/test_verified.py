"""Everything that is built from the real sources passes the gate of its format."""


def test_every_artefact_passes_its_gate(made):
    assert {path: one.findings for path, one in made.items() if one.findings} == {}


def test_all_formats_are_among_them(made):
    assert {path.rpartition(".")[2] for path in made} == {"svg", "pdf", "docx", "html"}
