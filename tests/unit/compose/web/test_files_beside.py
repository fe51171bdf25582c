"""The files beside the web page: what each is called, and where it lies from the page's own folder."""

from dataclasses import replace
from posixpath import normpath

from pipeline.compose.brief import Brief
from pipeline.compose.web.files import site_files
from pipeline.model import Unit
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from tests.support.real import brief_for, real_programme, real_project


def page() -> Brief:
    """The brief of the page with what the plan has beside it."""
    return brief_of(real_project(), next(one for one in planned(real_programme()) if one.format == "html"))


def test_every_other_file_of_the_plan_is_reached_from_the_folder_of_the_page() -> None:
    plan = [one.path for one in planned(real_programme())]
    (own,) = (path for path in plan if path.endswith(".html"))
    folder = own.rpartition("/")[0]
    reached = [normpath(f"{folder}/{file.path}") for file in site_files(page())]
    assert reached == [path for path in plan if path != own]


def test_a_file_is_told_by_its_publication_its_actor_and_its_paper() -> None:
    titles = {(file.title, file.format): file.actor for file in site_files(page())}
    assert titles["Processkarta Stockholms stad, A3", "SVG"] == "stockholms-stad"
    assert titles["Gemensam affisch, A1", "PDF"] == ""
    assert titles["Handledning Region Stockholm, A4", "Word"] == "region-stockholm"


def test_a_variant_is_told_from_the_usual_file() -> None:
    files = site_files(page())
    assert len({(file.title, file.format) for file in files}) == len(files)
    editable = {file.title for file in files if "redigerbar" in file.path}
    assert "Handledning Region Stockholm, A4, med karta som g\u00e5r att redigera" in editable


def test_the_file_of_a_unit_bears_the_name_of_the_unit_and_stands_with_its_actor() -> None:
    brief = page()
    first = next(one for one in brief.beside if one.actor)
    unit = Unit(name_id="vuxenenheten", name="Vuxenenheten")
    (file,) = site_files(replace(brief, beside=(replace(first, unit=unit),)))
    assert first.actor
    assert "Vuxenenheten" in file.title
    assert file.actor == first.actor.name_id


def test_a_page_alone_has_no_files() -> None:
    assert site_files(brief_for("webb")) == ()
