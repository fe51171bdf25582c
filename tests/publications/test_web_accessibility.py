"""axe-core finds nothing in any view of the page, at any width, with and without script, in forced colours."""

import pytest

from tests.support.browser import DESK, PHONE, WIDTHS, opened
from tests.support.real import real_programme
from tests.support.web_judges import accessibility_faults
from tests.support.web_views import show, views

pytestmark = [pytest.mark.tool("chromium"), pytest.mark.tool("npm")]


def found_in_views(browser, file, width, **options):
    """The faults of each view that has any, and what the console told."""
    with opened(browser, file, width, **options) as tab:
        faults = {}
        for view in views(real_programme()):
            show(tab, view)
            faults[view.name] = accessibility_faults(tab)
        return {name: found for name, found in faults.items() if found}, tab.told


@pytest.mark.parametrize("width", WIDTHS)
def test_every_view_is_without_fault(browser, web_file, width):
    assert found_in_views(browser, web_file, width) == ({}, [])


@pytest.mark.parametrize("width", (PHONE, DESK))
def test_every_view_is_without_fault_in_forced_colours(browser, web_file, width):
    assert found_in_views(browser, web_file, width, forced_colors="active") == ({}, [])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_whole_page_is_without_fault_where_no_script_runs(browser, web_file, width):
    with opened(browser, web_file, width, script=False) as tab:
        assert tab.page.evaluate("() => document.documentElement.className") == "no-script"
        assert accessibility_faults(tab) == []


def test_the_judge_sees_a_fault(browser, web_file):
    """A button without a name, of too little contrast with what is round it, is found in the view that is shown."""
    with opened(browser, web_file) as tab:
        tab.page.evaluate("() => document.querySelector('.view.shown').append(document.createElement('button'))")
        (fault,) = accessibility_faults(tab)
        assert fault.startswith("button-name: ")
