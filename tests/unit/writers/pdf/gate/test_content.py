"""What a page's content says and where, by the operators of ISO 32000-1, 9.3 and 9.4."""

import pytest

from tests.unit.writers.pdf.gate.pages import page_of


def words(content: str) -> list[str]:
    return [mark.text for mark in page_of(content.encode()).marks]


def marked(body: str, number: int = 0) -> str:
    return f"/P <</MCID {number}>> BDC {body} EMC "


@pytest.mark.parametrize(
    ("show", "text"),
    [
        ("(abc) Tj", "abc"),
        ("[(ab) -300 (c)] TJ", "abc"),  # a gap is no space
        ("(ab) ' (c) '", "abc"),
        ('1 2 (abc) "', "abc"),
        ("(A) Tj", "\u00c5"),  # by ToUnicode, not by the code
        ("(ab ) Tj (c) Tj", "ab c"),
        ("() Tj", ""),
    ],
)
def test_words_are_those_of_the_font(show: str, text: str) -> None:
    assert words(marked(f"BT /F1 10 Tf {show} ET")) == [text]


def test_a_code_without_words_is_told() -> None:
    (fault,) = page_of(marked("BT /F1 10 Tf (ax) Tj ET").encode()).faults
    assert fault.code == "text_unreadable"


def test_actual_text_stands_for_what_is_shown() -> None:
    inner = "(ab) Tj /Span <</ActualText (cd)>> BDC (ef) Tj EMC (g) Tj"
    assert words(marked(f"BT /F1 10 Tf {inner} ET")) == ["abcdg"]
    assert words("/P <</MCID 0 /ActualText (cd)>> BDC BT /F1 10 Tf (ab) Tj ET EMC") == ["cd"]


@pytest.mark.parametrize(
    ("operators", "start"),
    [
        ("20 50 Td", (20, 50)),
        ("1 0 0 1 20 50 Tm", (20, 50)),
        ("20 50 Td 5 -12 Td", (25, 38)),
        ("20 50 TD 0 -12 TD T*", (20, 26)),
        ("14 TL 20 50 Td T*", (20, 36)),
        ("20 50 Td 3 Ts", (20, 53)),
        ("20 50 Td (aa) Tj", (30, 50)),  # two letters of 5 pt before
        ("20 50 Td 1 Tc (aa) Tj", (32, 50)),
        ("20 50 Td 4 Tw (a a) Tj", (39, 50)),
        ("20 50 Td 50 Tz (aa) Tj", (25, 50)),
        ("20 50 Td [(a) -1000 (a)] TJ", (40, 50)),
    ],
)
def test_text_stands_where_its_operators_put_it(operators: str, start: tuple[float, float]) -> None:
    content = f"/Artifact BMC BT /F1 10 Tf {operators} (b) Tj ET EMC"
    x, y = page_of(content.encode()).shown[-1].points[0]
    width = 2.5 / (2 if "Tz" in operators else 1)  # to the middle of the letter, a quarter em above its line
    assert (x, y) == pytest.approx((start[0] + width, start[1] + 2.5))


def test_saved_state_comes_back() -> None:
    content = "q 2 0 0 2 0 0 cm 1 g Q /Artifact BMC BT /F1 10 Tf 20 50 Td (b) Tj ET EMC"
    (shown,) = page_of(content.encode()).shown
    assert (shown.size, shown.colour.hex) == (10, "#000000")


def faults(content: str) -> list[str]:
    return [fault.code for fault in page_of(content.encode()).marks.faults]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("0 0 1 1 re f", "paint_unmarked"),
        ("0 0 m 1 1 l S", "paint_unmarked"),
        ("/I1 Do", "paint_unmarked"),
        ("BT /F1 9 Tf (a) Tj ET", "paint_unmarked"),
        (marked(marked("0 0 1 1 re f", 1)), "mark_nested"),
        (f"/Artifact BMC {marked('0 0 1 1 re f')} EMC", "mark_nested"),
        (marked("/Artifact BMC 0 0 1 1 re f EMC"), "mark_nested"),
        ("/P <</MCID 0>> BDC q 0 0 1 1 re f EMC Q", "mark_crosses"),
        ("BT /P <</MCID 0>> BDC /F1 9 Tf (a) Tj ET EMC", "mark_crosses"),
        ("EMC", "mark_crosses"),
        ("/P <</MCID 0>> BDC 0 0 1 1 re f", "mark_crosses"),
        (marked("0 0 1 1 re f") * 2, "mark_repeated"),
        ("q", "state_unclosed"),
    ],
)
def test_marks_that_go_wrong_are_told(content: str, code: str) -> None:
    assert code in faults(content)


@pytest.mark.parametrize(
    "content",
    [
        marked("q 0 0 1 1 re f Q BT /F1 9 Tf (a) Tj ET"),
        f"BT /F1 9 Tf {marked('(a) Tj')} {marked('(b) Tj', 1)} ET",
        "/Artifact <</Type /Pagination>> BDC 0 0 1 1 re f EMC",
        marked("/Span <</Lang (en)>> BDC 0 0 1 1 re f EMC"),
        "0 0 1 1 re n 0 0 1 1 re W n",
    ],
)
def test_marks_that_are_right_are_left_in_peace(content: str) -> None:
    assert faults(content) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("0 0 0 1 k", "cmyk_operator"),
        ("0 0 0 1 K", "cmyk_operator"),
        ("/DeviceCMYK cs", "colour_space_unwanted"),
        ("/Pattern cs", "colour_space_unwanted"),
        ("/Sh1 sh", "paint_unread"),
        ("BT /F7 9 Tf (a) Tj ET", "font_unknown"),
    ],
)
def test_what_a_page_may_not_hold_is_told(content: str, code: str) -> None:
    assert [fault.code for fault in page_of(content.encode()).faults] == [code]
