"""The content code of an actor follows all that is printed about it, and nothing else."""

from dataclasses import replace

import pytest

from pipeline.model import Decision, content_digest
from pipeline.reading import read_programme
from tests.diagnostics.project import covers, small_project
from tests.support.real import real_programme

FK = "sources/aktorer/fk.yaml"
SS = "sources/aktorer/ss.yaml"


def digest(files, actor="fk"):
    programme = read_programme(files, "sources", covers).programme
    assert programme is not None
    return content_digest(programme, programme.actor(actor))


def changed(path, old, new):
    files = small_project()
    assert files[path].decode().count(old) >= 1
    return {**files, path: files[path].decode().replace(old, new, 1).encode()}


def test_it_is_16_hexadecimal_digits_and_one_of_a_kind():
    programme = real_programme()
    codes = {content_digest(programme, actor) for actor in programme.actors}
    assert len(codes) == len(programme.actors)
    assert all(len(code) == 16 and int(code, 16) >= 0 for code in codes)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FK, "uppdrag: Prövar", "uppdrag: Avgör"),
        (FK, "syfte: Stöd", "syfte: Hjälp"),
        (FK, "kontakt: Växeln", "kontakt:"),
        (FK, "titel: Titeln fk-brev", "titel: Titeln fk-brevet"),
        (FK, "Sedan händer mer.", "Sedan händer allt."),
        (FK, "vem_gor: Handläggaren", "vem_gor: Chefen"),
        (FK, "lagstod: []", "lagstod: [{hanvisning: 1 kap. 1 § lagen, kontroll: belagd}]"),
        (FK, "underlag: []", "underlag: [Blankett]"),
        (FK, "  dialogfraga", "  checklista: [Samtycket är skrivet]\n  dialogfraga"),
        (FK, "etikett: ja}, {till: fk-brev, etikett: nej", "etikett: nej}, {till: fk-brev, etikett: ja"),
        (FK, "dialogfraga: Vad händer här?", "dialogfraga: Vem gör det?"),
        (FK, "fas: 1", "fas: 2"),
        ("sources/faser.yaml", "namn: Planering", "namn: Plan"),
        ("sources/former.yaml", "betydelse: Ett beslut.", "betydelse: Ett val."),
        ("sources/begrepp.yaml", "forklaring: En inkomst.", "forklaring: En lön."),
        ("sources/kallor.yaml", "titel: Lagen", "titel: Lagboken"),
        ("sources/program.yaml", "namn: Banan", "namn: Vägen"),
        ("sources/program.yaml", "friskrivning: Ett exempel.", "friskrivning: Inget exempel."),
        ("sources/program.yaml", "malgrupp: Personer", "malgrupp: De"),
        (SS, "titel: Titeln ss-mote", "titel: Ett annat namn"),  # it is tied to fk-mote, and printed there
        (SS, "varfor: Båda möts", "varfor: Vi möts"),
        (SS, "namn: Staden", "namn: Stan"),
        (SS, "uppdrag: Prövar", "uppdrag: Avgör"),  # an annex tells who the other actors are
        (FK, "  dialogfraga", "  att_granska: Stämmer det?\n  dialogfraga"),  # printed until somebody has answered
    ],
)
def test_what_is_printed_about_the_actor_changes_it(path, old, new):
    assert digest(changed(path, old, new)) != digest(small_project())


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SS, "titel: Titeln ss-slut", "titel: Ett annat namn"),
        (FK, "  dialogfraga", "  rad: 2\n  dialogfraga"),
        (FK, "  dialogfraga", "  tidigare_id: fk-forr\n  dialogfraga"),
        ("sources/begrepp.yaml", "forklaring: En inkomst.", "synonymer: lön, forklaring: En inkomst."),
        (FK, "  dialogfraga", "  efter: fk-start\n  dialogfraga"),
        (FK, "steg:\n", "granskning: {datum: 2026-11-01, av: Chefen}\nsteg:\n"),
        ("sources/former.yaml", "regel: Två pilar.", "regel: Alltid två."),
        ("sources/program.yaml", "datum: '2026-11-21'", "datum: '2026-11-22'"),
        ("sources/program.yaml", "status: utkast", "status: granskas\nutgava: 2026.1"),
        # How a file is written, not what it says.
        (
            FK,
            "vad_hander: [Något händer enligt SGI., Sedan händer mer.]",
            "vad_hander:\n  - Något händer enligt\n    SGI.\n  - 'Sedan händer mer.'",
        ),
        (FK, "id: fk\nnamn: Kassan", "# En kommentar.\nnamn: Kassan\nid: fk"),
        (FK, "Sedan händer mer.", "Sedan\u00a0händer mer."),
    ],
)
def test_anything_else_leaves_it_alone(path, old, new):
    assert digest(changed(path, old, new)) == digest(small_project())


def test_reading_order_changes_it():
    programme = real_programme()
    actor = programme.actors[0]
    turned = actor.model_copy(update={"steps": (*actor.steps[1::-1], *actor.steps[2:])})
    other = replace(programme, actors=(turned, *programme.actors[1:]))
    assert content_digest(other, turned) != content_digest(programme, actor)


def test_the_decision_itself_changes_nothing():
    programme = real_programme()
    record = Decision(actor=programme.actors[0].name_id, release="2026.1", diary_number="1")
    decided = replace(programme, decisions=(record,))
    assert content_digest(decided, decided.actors[0]) == content_digest(programme, programme.actors[0])


def test_texts_do_not_run_together():
    """What moves from the end of one fact to the beginning of the next is another content."""
    programme = real_programme()
    actor = programme.actors[0]

    def code(*facts):
        steps = (actor.steps[0].model_copy(update={"facts": facts}), *actor.steps[1:])
        whole = actor.model_copy(update={"steps": steps})
        return content_digest(replace(programme, actors=(whole, *programme.actors[1:])), whole)

    parted = [("ab", "c"), ("a", "bc"), ("abc",), ("a", "b", "c"), ("a b", "c"), ("a", "b c")]
    assert len({code(*facts) for facts in parted}) == len(parted)
