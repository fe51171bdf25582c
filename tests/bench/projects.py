"""Projects of any size for the bench: four actors whose steps lead on, decide and meet, in ordinary words."""

from pathlib import Path
from shutil import copytree

ACTORS = ("aa", "bb", "cc", "dd")
PHASES = 6
THEN = "Sedan får individen veta vad som händer, och vem man kan ringa till."
TEXT = "Handläggaren går igenom underlaget tillsammans med individen och bestämmer vad som ska hända sedan."


def written(root: Path, folder: Path, steps: int) -> Path:
    """A project of so many steps in all (a multiple of 4); styles and other sources are the repository's."""
    copytree(root / "styles", folder / "styles")
    copytree(root / "sources", folder / "sources")
    for path in (folder / "sources" / "aktorer").iterdir():
        path.unlink()
    for actor in ACTORS:
        text = _actor(actor, steps // len(ACTORS))
        (folder / "sources" / "aktorer" / f"{actor}.yaml").write_text(text, encoding="utf-8")
    case = "dialogfall:\n- {id: fall, namn: A (påhittad), situation: [Sjuk.], fragor: [Vad gäller?], steg: [aa-0]}\n"
    (folder / "sources" / "dialogfall.yaml").write_text(case, encoding="utf-8")
    return folder


def _actor(name: str, count: int) -> str:
    head = f"id: {name}\nnamn: {name.upper()}\nkortnamn: {name}\nprefix: {name}\nuppdrag: {TEXT}\nsteg:\n"
    return head + "".join(_step(name, number, count) for number in range(count))


def _step(actor: str, number: int, count: int) -> str:
    other = ACTORS[(ACTORS.index(actor) + 1) % len(ACTORS)]
    return (
        f"- id: {actor}-{number}\n  titel: Gå igenom underlaget {number}\n  kort: Underlag {number}\n"
        f"  fas: {1 + number * PHASES // count}\n{_form(actor, number, count)}"
        f"  vad_hander:\n  - {TEXT}\n  - {THEN}\n  vem_gor: Handläggaren\n"
        "  lagstod:\n  - hanvisning: 30 kap. 2 och 8 §§ socialförsäkringsbalken (2010:110)\n    kontroll: belagd\n"
        "  underlag:\n  - Läkarintyg\n  kontaktpunkter:\n"
        f"  - aktor: {other}\n    steg: {other}-{number}\n    varfor: De möts om underlaget\n"
        "  dialogfraga: Vad behöver vi veta av varandra?\n  kallor:\n  - sfs-sfb\n"
    )


def _form(actor: str, number: int, count: int) -> str:
    """A start, a stop, and between them a decision in every fourth place, which goes on or skips a step."""
    if number == 0:
        return f"  form: start-stopp\n  ande: start\n  pilar:\n  - till: {actor}-1\n"
    if number == count - 1:
        return "  form: start-stopp\n  ande: stopp\n  pilar: []\n"
    if number % 4 == 0 and number + 2 < count:
        ways = f"  - till: {actor}-{number + 1}\n    etikett: ja\n  - till: {actor}-{number + 2}\n    etikett: nej\n"
        return f"  form: ja-nej\n  pilar:\n{ways}"
    return f"  form: en-flera\n  pilar:\n  - till: {actor}-{number + 1}\n"
