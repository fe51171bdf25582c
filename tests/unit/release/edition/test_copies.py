"""What a release was read from: everything that is needed to build it again, and nothing that only lies about."""

import hashlib
import shutil
from importlib import resources

import pytest

from pipeline.release.edition.copies import copies, originals, theme_sha256
from pipeline.release.edition.model_file import model_bytes
from pipeline.release.edition.refusals import Refused
from pipeline.release.edition.sums import sums_bytes
from pipeline.release.project import read_project
from tests.support.small import LOCK, LOCK_FILE, write_small_project
from tests.support.sound_template import sound_template
from tests.unit.pictures.drawn import plain

THEME = "styles/teman/standard.yaml"
TERMS = "kallor/licenser/fontpkg-atkinson-hyperlegible/LICENSE"


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "projekt"
    write_small_project(root)
    return root


def put(root, path, data):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def added(root, path, text):
    (root / path).write_text((root / path).read_text(encoding="utf-8") + text, encoding="utf-8")


def own_fonts(root, folder=""):
    """The theme with the files of the package as fonts of the project's own."""
    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as files:
        shutil.copytree(files, root / "styles" / folder, dirs_exist_ok=True)
    text = (root / THEME).read_text(encoding="utf-8").replace("  paket: fontpkg_atkinson_hyperlegible\n", "")
    text = text.replace(": Atkinson", f": {folder}/Atkinson" if folder else ": Atkinson")
    (root / THEME).write_text(text.replace(f": {folder}/Atkinson Hyper", ": Atkinson Hyper"), encoding="utf-8")


def of(root):
    return copies(root, read_project(root))


def written(found, folder):
    for path, data in found.items():
        put(folder, path, data)
    return folder / "kallor"


def told(root):
    return [(one.code, one.place, one.details) for one in read_project(root).report.findings]


def test_every_file_that_was_read_and_the_terms_of_the_fonts(root):
    put(root, LOCK_FILE, LOCK.encode())
    put(root, "LICENSE", b"Fritt.")
    put(root, "styles/teman/kontrast.yaml", (root / THEME).read_bytes())
    put(root, "sources/bilder/rum.png", plain(30, 20))
    added(root, "sources/aktorer/ss.yaml", "bild: {fil: bilder/rum.png, beskrivning: Ett rum., upphov: Staden}\n")
    put(root, "styles/mallar/alla.dotx", sound_template())
    added(root, THEME, "\nword:\n  mallar:\n  - {aktor: alla, fil: alla.dotx}\n")
    wanted = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    # None of these is read.
    for name in (
        "sources/.ss.yaml.swp",
        "sources/aktorer/ss.yaml~",
        "sources/bilder/annan.png",
        "styles/mallar/b.dotx",
    ):
        put(root, name, b"?")
    put(root, ".git/config", b"?")
    put(root, "output/2026.1/manifest.json", b"?")
    project = read_project(root)
    assert not project.report.has_errors, told(root)
    assert originals(root, project) == wanted
    found = copies(root, project)
    assert list(found) == sorted(found)
    assert b"SIL OPEN FONT LICENSE" in found.pop(TERMS).upper()
    assert found == {f"kallor/{path}": data for path, data in wanted.items()}


def test_the_copy_is_a_project_of_the_same_content_and_findings(root, tmp_path):
    added(root, "sources/aktorer/ss.yaml", "bild: {fil: bilder/rum.png, beskrivning: Ett rum., upphov: Staden}\n")
    put(root, "sources/bilder/rum.png", plain(30, 20))
    copy = written(of(root), tmp_path / "2026.1")
    assert told(copy) == told(root)
    programmes = [read_project(folder).programme for folder in (root, copy)]
    assert model_bytes(programmes[0]) == model_bytes(programmes[1])


def test_check_of_the_copy_works(run, root, tmp_path):
    copy = written(of(root), tmp_path / "2026.1")
    assert run("-C", copy, "check") == run("-C", root, "check")
    assert run("-C", copy, "check")[0] == 0


def test_a_copy_of_the_copy_is_the_same(root, tmp_path):
    put(root, "LICENSE", b"Fritt.")
    found = of(root)
    assert of(written(found, tmp_path / "2026.1")) == found


@pytest.mark.parametrize("folder", ["", "typsnitt"])
def test_fonts_of_the_projects_own_go_along_with_their_terms(root, tmp_path, folder):
    own_fonts(root, folder)
    place = "/".join(filter(None, ["styles", folder]))
    put(root, f"{place}/OFL.txt", b"OFL")
    assert not read_project(root).report.has_errors, told(root)
    found = of(root)
    assert found[f"kallor/{place}/OFL.txt"] == b"OFL"
    assert sum(path.endswith(".ttf") for path in found) == 4
    assert TERMS not in found
    copy = read_project(written(found, tmp_path / "2026.1"))
    assert copy.fonts is not None
    assert copy.fonts.covers("a")


@pytest.mark.parametrize("outside", ["../../Bold.ttf", "teman/../../../Bold.ttf", "../..", "/fonts/Bold.ttf"])
def test_fonts_outside_the_project_are_refused(root, outside):
    own_fonts(root)
    put(root.parent, "Bold.ttf", b"?")
    text = (root / THEME).read_text(encoding="utf-8")
    (root / THEME).write_text(text.replace(": AtkinsonHyperlegible-Bold.ttf", f": {outside}"), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        of(root)
    assert [(one.key, one.details["file"]) for one in refusal.value.reasons] == [("font_outside", outside)]


def test_fonts_in_another_folder_of_the_project_go_along(root):
    own_fonts(root)
    shutil.move(root / "styles/AtkinsonHyperlegible-Bold.ttf", root / "Bold.ttf")
    text = (root / THEME).read_text(encoding="utf-8")
    (root / THEME).write_text(text.replace(": AtkinsonHyperlegible-Bold.ttf", ": ../Bold.ttf"), encoding="utf-8")
    assert of(root)["kallor/Bold.ttf"] == (root / "Bold.ttf").read_bytes()


def test_the_digest_of_the_looks_can_be_made_from_the_list_of_sums(root):
    project = read_project(root)
    sums = sums_bytes({path: hashlib.sha256(data).hexdigest() for path, data in of(root).items()})
    lines = [line for line in sums.splitlines(keepends=True) if b"  kallor/styles/" in line]
    assert len(lines) == 2
    assert theme_sha256(project) == hashlib.sha256(b"".join(lines)).hexdigest()


def test_the_digest_of_the_looks_changes_with_them_alone(root):
    before = theme_sha256(read_project(root))
    added(root, "sources/program.yaml", "# x\n")
    assert theme_sha256(read_project(root)) == before
    added(root, THEME, "# x\n")
    assert theme_sha256(read_project(root)) != before
