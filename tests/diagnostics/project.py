"""The smallest project that is whole and without findings, and patches that put one fault into it.

A case is a YAML file: comments say which file, and which step of it, the lines below belong to. Each key written
there takes the place of the same key in the project. After `# line: x` the lines replace the first that begins with
x, after `# without: x` the key x is left out, and `# whole` replaces the file. `# fault P103` at the end of a line is
what must be found on that line, `# file-fault L004` what must be found about the file.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from pipeline.checks import Known, look_report, run
from pipeline.checks.exemptions import Exempted, codes_in
from pipeline.checks.scope import Gallery
from pipeline.compose import COMPOSERS
from pipeline.diagnostics import Report
from pipeline.pictures import Examined, Flaw
from pipeline.reading import read_programme, read_value
from pipeline.release.locks import is_lock, read_locks
from pipeline.release.plan import same_files
from pipeline.shapes import SHAPES
from pipeline.theme import Theme
from pipeline.wording.language import language_rules

ROOT = Path(__file__).resolve().parents[2]

STEP = """\
- id: {id}
  titel: Titeln {id}{mark}
  kort: Kort {id}{mark}
  fas: {phase}
  form: {kind}
  vad_hander: [Något händer enligt SGI., Sedan händer mer.]
  vem_gor: Handläggaren
  lagstod: []
  underlag: []
  kontaktpunkter: {contacts}
  dialogfraga: Vad händer här?
  kallor: [lagen]
"""
ACTOR = """\
id: {id}
namn: {name}
kortnamn: {name}
prefix: {id}
uppdrag: Prövar och samordnar.
syfte: Stöd i rätt tid.
kontakt: Växeln
enheter: [{{id: {id}-kontoret, namn: Kontoret}}]
steg:
"""


def _step(name_id: str, phase: int, kind: str, *lines: str, contacts: str = "[]") -> str:
    mark = "?" if kind == "ja-nej" else ""
    text = STEP.format(id=name_id, phase=phase, kind=kind, mark=mark, contacts=contacts)
    return text + "".join(f"  {line}\n" for line in lines)


KASSAN = ACTOR.format(id="fk", name="Kassan") + "".join(
    (
        _step("fk-start", 1, "start-stopp", "ande: start", "pilar: [{till: fk-beslut}]"),
        _step("fk-beslut", 1, "ja-nej", "pilar: [{till: fk-mote, etikett: ja}, {till: fk-brev, etikett: nej}]"),
        _step(
            "fk-mote", 2, "processkoppling", "processkoppling: {aktor: ss, steg: ss-mote}", "pilar: [{till: fk-brev}]"
        ),
        _step("fk-brev", 2, "en-flera", "pilar: [{till: fk-slut}]"),
        _step("fk-slut", 2, "start-stopp", "ande: stopp", "pilar: []"),
    )
)
MEETING = "[{aktor: fk, steg: fk-mote, varfor: Båda möts}]"
STADEN = ACTOR.format(id="ss", name="Staden") + "".join(
    (
        _step("ss-start", 1, "start-stopp", "ande: start", "pilar: [{till: ss-mote}]"),
        _step("ss-mote", 1, "en-flera", "pilar: [{till: ss-slut}]", contacts=MEETING),
        _step("ss-slut", 2, "start-stopp", "ande: stopp", "pilar: []"),
    )
)

PROGRAM = """\
schema: rehabkarta-fakta/1
namn: Banan
datum: '2026-11-21'
status: utkast
friskrivning: Ett exempel.
disclaimer: An example.
faktaunderlag_per: '2026-11-21'
lagtext_kontrollerad_per: '2026-11-21'
sprak: sv-SE
malgrupp: Personer som är sjukskrivna.
"""
PHASES = """\
faser_status: Förslag
faser:
- {nr: 1, id: kontakt, namn: Kontakt, beskrivning: Någon hör av sig.}
- {nr: 2, id: planering, namn: Planering, beskrivning: Stödet planeras.}
"""
KINDS = """\
former:
- {id: start-stopp, namn: Start/stopp, betydelse: Början eller slut., regel: Ingen pil in i start.}
- {id: en-flera, namn: En/flera, betydelse: Leder vidare., regel: Minst en pil.}
- {id: ja-nej, namn: Ja/nej, betydelse: Ett beslut., regel: Två pilar.}
- {id: processkoppling, namn: Koppling, betydelse: En annan aktör., regel: Minst en pil.}
"""
CASES = "dialogfall:\n- {id: fall-a, namn: A (påhittad), situation: [Sjuk.], fragor: [Vad gäller], steg: [fk-brev]}\n"
PUBLICATIONS = """\
publikationer:
- {id: karta, sort: karta, namn: Karta, papper: A3, format: [svg, pdf], beskrivning: Kartan.}
"""


def _theme() -> str:
    """The standard theme with colours for the project's two phases only, and no measures for papers that it lacks."""
    text = (ROOT / "styles/teman/standard.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^- sort: \S+\n  papper: .*\n(  .*\n)*", "", text, flags=re.MULTILINE)
    return re.sub(r"^- \{nr: [3-9],.*\n", "", text, flags=re.MULTILINE)


def small_project() -> dict[str, bytes]:
    """The files of the project by their paths."""
    texts = {
        "sources/program.yaml": PROGRAM,
        "sources/faser.yaml": PHASES,
        "sources/former.yaml": KINDS,
        "sources/begrepp.yaml": "ordlista:\n- {term: SGI, forklaring: En inkomst., kalla: lagen}\n",
        "sources/dialogfall.yaml": CASES,
        "sources/kallor.yaml": "kallor:\n- {id: lagen, titel: Lagen, url: 'https://example.org/'}\n",
        "sources/publikationer.yaml": PUBLICATIONS,
        "sources/aktorer/fk.yaml": KASSAN,
        "sources/aktorer/ss.yaml": STADEN,
        "styles/teman/standard.yaml": _theme(),
    }
    return {path: text.encode() for path, text in texts.items()}


LANGUAGE = language_rules((ROOT / "pipeline/locale/sv/language.toml").read_text(encoding="utf-8"))
# Pictures that no case need bring along: one a flaw.
GALLERY = Gallery(
    files=frozenset({"bilder/motesrum-2.png"}),
    used={
        "bilder/lank.png": Examined(Flaw.OUTSIDE),
        "bilder/telefon.jpg": Examined(Flaw.OTHER_FORMAT),
        "bilder/halv.png": Examined(Flaw.DAMAGED, 640, 480),
        "bilder/jatte.png": Examined(Flaw.TOO_MANY_PIXELS, 30_000, 30_000),
        "bilder/tung.png": Examined(Flaw.TOO_MANY_BYTES),
        "bilder/hel.png": Examined(None, 640, 480),
    },
)
KNOWN = Known(
    papers=frozenset({"A3", "A4"}),
    paper_sizes={"A3": (297.0, 420.0), "A4": (210.0, 297.0)},
    formats={kind: frozenset({"svg", "pdf"}) for kind in ("karta", "handout", "bok")},
    shapes=frozenset(SHAPES),
    languages=frozenset({"sv"}),
    language=LANGUAGE,
    condensed=frozenset({"karta"}),
    gallery=GALLERY,
    takes={"karta": frozenset({"actors"}), "handout": frozenset({"actors", "units", "audience"}), "bok": frozenset()},
    profiles=frozenset({"skarm"}),
    variants={"redigerbar": frozenset({"docx"})},
)


CODES = codes_in((ROOT / "pipeline/locale/sv/faults.yaml").read_bytes())


def covers(char: str) -> bool:
    """A font with the letters of Europe's Latin scripts."""
    return ord(char) < 0x250


def report_on(files: dict[str, bytes]) -> Report:
    """Everything that reading and checks find."""
    sources = {path: data for path, data in files.items() if path.startswith("sources/")}
    reading = read_programme(sources, "sources", covers)
    path = "styles/teman/standard.yaml"
    theme, faults = read_value(path, files[path], Theme, covers)
    if reading.is_newer:
        return reading.report
    written = {path: data for path, data in sources.items() if not is_lock(path)}
    report = reading.report + faults + run(reading.programme, reading.actors, KNOWN, written)
    report += read_locks(sources, reading.programme, covers).report
    report = report + look_report(theme, reading.programme, KNOWN) if theme else report
    publications = reading.programme.publications if reading.programme else ()
    if reading.programme and not report.has_errors and all(one.kind in COMPOSERS for one in publications):
        report += Report.of(same_files(reading.programme))
    return Exempted(reading.rules, reading.programme, reading.actors, tuple(files), CODES).report(report)


_HEADER = re.compile(r"# (file|step|without|line): (.+)\n")
_FAULT = re.compile(r"# (fault|file-fault) ([A-Z][0-9]{3})")


def patched(case: str) -> dict[str, bytes]:
    """The project with the fragments of a case in place."""
    files = small_project()
    path, step = "", ""
    for kind, name, body in _fragments(case):
        if kind == "file":
            path, step = name, ""
        if kind == "step":
            step = name
        text = files.get(path, b"").decode()
        if kind == "line":
            files[path] = _replaced(text, name, body).encode()
        else:
            files[path] = (_whole(body) or _merged(text, step, body, name if kind == "without" else "")).encode()
    return files


def expected(files: dict[str, bytes]) -> list[tuple[str, int, str]]:
    """File, line and code of every fault that the comments ask for; line 0 is the file itself."""
    return sorted(
        (path, 0 if kind == "file-fault" else number, code)
        for path, data in files.items()
        for number, line in enumerate(data.decode().split("\n"), 1)
        for kind, code in _FAULT.findall(line)
    )


def _fragments(case: str) -> Iterator[tuple[str, str, str]]:
    _, *parts = _HEADER.split(case)
    return zip(parts[::3], parts[1::3], parts[2::3], strict=True)


def _whole(body: str) -> str:
    """The body of a file that is replaced whole: it says so first."""
    return body if body.startswith("# whole") else ""


def _replaced(text: str, beginning: str, body: str) -> str:
    """The text with another line instead of the first one that begins so."""
    return re.sub(rf"^ *{re.escape(beginning)}.*\n", lambda _: body, text, count=1, flags=re.MULTILINE)


def _merged(text: str, step: str, body: str, without: str) -> str:
    lead, indent = ("", "") if not step else (f"- id: {step}\n", "  ")
    start = text.index(lead)
    end = text.find("\n- id: ", start + len(lead)) + 1 if step else len(text)
    block = text[start + len(lead) : end or len(text)]
    chunks = dict(_chunks(block, indent))
    chunks.update(_chunks(body, indent))
    chunks.pop(without, None)
    return text[:start] + lead + "".join(chunks.values()) + text[end or len(text) :]


def _chunks(block: str, indent: str) -> Iterable[tuple[str, str]]:
    """The lines of each key; what is no key of this level belongs to the key above, comments to the one below."""
    starts = [match.start() for match in re.finditer(rf"^{indent}(?=[^\s#-])", block, re.MULTILINE)]
    for start, end in pairwise([*starts, len(block)]):
        yield re.split(r"[:\s]", block[start:end].strip(), maxsplit=1)[0], block[start:end]
