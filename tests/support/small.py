"""The smallest project as files on disk, and the lock of one of its maps as a person may find it."""

from pathlib import Path

from tests.diagnostics.project import ROOT, small_project

MAP = "karta-ss"
LOCK_FILE = f"sources/layout/{MAP}.lock.yaml"
LOCK = """\
format: 1
motor: 1
papper: A3
text: 11.5
blad:
- fran_fas: 1
  till_fas: 2
  langd: 380
  bredd: 200
  kolumner:
  - {fas: 1, kolumn: 1, lage: 40}
  - {fas: 2, kolumn: 1, lage: 200}
  rader:
  - {rad: 1, lage: 40}
  - {rad: 2, lage: 120}
  granser: [0, 200]
  noggrann: true
steg:
- {id: ss-start, fas: 1, kolumn: 1, rad: 1}
- {id: ss-mote, fas: 1, kolumn: 1, rad: 2}
- {id: ss-slut, fas: 2, kolumn: 1, rad: 1}
"""


def write_small_project(root: Path) -> None:
    """The project in a folder: two actors of three and five steps, and a map of each."""
    files = {**small_project(), "styles/papper.yaml": (ROOT / "styles/papper.yaml").read_bytes()}
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def with_a_new_step(text: str) -> str:
    """The file of the smaller actor with a step between the meeting and the stop, in the meeting's phase."""
    meeting = text[text.index("- id: ss-mote") : text.index("- id: ss-slut")]
    new = meeting.replace("ss-mote", "ss-brev")
    new = new[: new.index("  kontaktpunkter")] + "  kontaktpunkter: []\n" + new[new.index("  dialogfraga") :]
    before = meeting.replace("till: ss-slut", "till: ss-brev")
    return text.replace(meeting, before + new)
