"""Ways to make a good PDF bad, each as small as it can be, and the finding that must tell it.

`code` is a finding of our own parts. What the validator finds besides is shown in docs/reference/pdf-gate.md.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Mutation:
    name: str
    change: Change
    code: str


def mutated(data: bytes, change: Change) -> bytes:
    """The file after the change."""
    target = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


# ---------------------------------------------------------------- what is changed


def elements(file: pikepdf.Pdf, role: str = "") -> list[Any]:
    """The elements of a role (or all), in reading order."""
    return [one for one in _below(file.Root.StructTreeRoot.K[0]) if not role or str(one.S) == f"/{role}"]


def _below(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid)


def kids(element: Any) -> list[Any]:
    held = element.get("/K")
    return list(held) if isinstance(held, Array) else [held]


def drop(element: Any) -> None:
    """Takes an element from its parent."""
    parent = element.P
    parent.K = Array([kid for kid in kids(parent) if getattr(kid, "objgen", None) != element.objgen])


def rewrite(file: pikepdf.Pdf, old: bytes, new: bytes, count: int = 1, page: int = 0) -> None:
    """Changes the content of a page; `old` is a regular expression that must be there."""
    content = file.pages[page].obj.Contents
    changed, times = re.subn(old, new, content.read_bytes(), count=count, flags=re.DOTALL)
    assert times
    content.write(changed)


def everywhere(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    for page in file.pages:
        content = page.obj.Contents
        content.write(content.read_bytes().replace(old, new))


def rewrite_metadata(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    stream = file.Root.Metadata
    data = stream.read_bytes()
    changed = re.sub(old, new, data, count=1, flags=re.DOTALL)
    assert changed != data
    stream.write(changed)


def links(file: pikepdf.Pdf) -> list[Any]:
    return [note for page in file.pages for note in page.obj.get("/Annots", ())]


def web_link(file: pikepdf.Pdf) -> Any:
    return next(note for note in links(file) if "/A" in note)


def fonts(file: pikepdf.Pdf) -> list[Any]:
    return [one for one in file.objects if isinstance(one, Dictionary) and "/ToUnicode" in one]


# ---------------------------------------------------------------- marks and the tree


def lose_struct_parents(file: pikepdf.Pdf) -> None:
    del file.pages[0].obj.StructParents


def swap_struct_parents(file: pikepdf.Pdf) -> None:
    one, two = file.pages[0].obj, file.pages[1].obj
    one.StructParents, two.StructParents = two.StructParents, one.StructParents


def repeat_mark(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"/MCID 4>>", b"/MCID 3>>")


def rename_mark(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"/MCID 3>>", b"/MCID 900>>")


def add_lone_mark(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"\Z", b"\n/P <</MCID 900>> BDC 0 0 1 1 re f EMC\n")


def add_empty_mark(file: pikepdf.Pdf) -> None:
    """An element with a mark in which nothing is painted."""
    rewrite(file, rb"/H1 <</MCID 1>> BDC(.*?)EMC", rb"/H1 <</MCID 1>> BDC EMC /Artifact BMC\1EMC")


def lose_parent_entry(file: pikepdf.Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    numbers[1][3] = None


def lose_parent_tree(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot.ParentTree


def lose_tree(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot


def claim_mark_twice(file: pikepdf.Pdf) -> None:
    first, second = elements(file, "P")[:2]
    second.K = Array([*kids(second), kids(first)[0]])


def point_to_wrong_parent(file: pikepdf.Pdf) -> None:
    elements(file, "LBody")[0].P = elements(file, "H1")[0]


def reverse_order(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    root.K = Array(list(root.K)[::-1])


def swap_two_paragraphs(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    order = list(root.K)
    places = [place for place, one in enumerate(order) if one.S == Name.P]
    order[places[-1]], order[places[-2]] = order[places[-2]], order[places[-1]]
    root.K = Array(order)


def headings_as_paragraphs(file: pikepdf.Pdf) -> None:
    for heading in elements(file, "H2"):
        heading.S = Name.P
    everywhere(file, b"/H2 <<", b"/P <<")


def leave_a_level_out(file: pikepdf.Pdf) -> None:
    for heading in elements(file, "H2"):
        heading.S = Name.H4
    everywhere(file, b"/H2 <<", b"/H4 <<")


def tag_otherwise(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"/H1 <<", b"/P <<")


def nest_marks(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"(/P <</MCID 4>> BDC)(.*?)(EMC)\s*(/Link <</MCID 5>> BDC)", rb"\1\2\4")
    rewrite(file, rb"(/Link <</MCID 5>> BDC.*?EMC)", rb"\1 EMC")


def mark_inside_artifact(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"(/H1 <</MCID 1>> BDC.*?EMC)", rb"/Artifact BMC \1 EMC")


def cross_text_object(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"(/H1 <</MCID 1>> BDC.*?)ET\s*EMC", rb"\1EMC ET")


def cross_saved_state(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"(/H1 <</MCID 1>> BDC.*?)EMC\s*Q", rb"\1Q EMC")


def paint_outside_marks(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"\Z", b"\n10 10 1 1 re f\n")


def text_outside_marks(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"/H1 <</MCID 1>> BDC(.*?)EMC", rb"\1")


def text_as_artifact(file: pikepdf.Pdf) -> None:
    """A paragraph that nobody hears, and nothing else wrong."""
    note = elements(file, "P")[-1]
    mcid = int(kids(note)[0].MCID)
    rewrite(file, rb"/P <</MCID %d>> BDC" % mcid, b"/Artifact BMC", page=1)
    drop(note)


def add_empty_element(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    made = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root))
    root.K.append(made)


def lose_a_cell(file: pikepdf.Pdf) -> None:
    drop(elements(file, "TD")[-1])


def lose_scope(file: pikepdf.Pdf) -> None:
    for header in elements(file, "TH"):
        del header.A


def header_as_cell(file: pikepdf.Pdf) -> None:
    header = elements(file, "TH")[-1]
    header.S = Name.TD
    del header.A
    everywhere(file, b"/TH <<", b"/Span <<")


def item_outside_list(file: pikepdf.Pdf) -> None:
    item, root = elements(file, "LI")[0], elements(file, "Document")[0]
    drop(item)
    item.P = root
    root.K.append(item)


def repeat_note_id(file: pikepdf.Pdf) -> None:
    note = elements(file, "Note")[0]
    body = elements(file, "P")[-1]
    drop(body)
    made = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Note, P=note.P, ID=note.ID, K=Array([body])))
    body.P = made
    note.P.K.append(made)


def lose_note_id(file: pikepdf.Pdf) -> None:
    del elements(file, "Note")[0].ID


# ---------------------------------------------------------------- what is said


def lose_alternative(file: pikepdf.Pdf) -> None:
    del elements(file, "Figure")[0].Alt


def change_alternative(file: pikepdf.Pdf) -> None:
    elements(file, "Figure")[0].Alt = String("Bild")


def lose_space(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"om \) Tj", b"om) Tj")


def lose_word(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"\(skriv under\) Tj", b"(skriv) Tj")


def speak_otherwise(file: pikepdf.Pdf) -> None:
    elements(file, "P")[0].ActualText = String("Något annat")


def lose_passage_language(file: pikepdf.Pdf) -> None:
    del elements(file, "Span")[0].Lang


def lose_summary(file: pikepdf.Pdf) -> None:
    del elements(file, "Table")[0].A.Summary


def lose_bullets(file: pikepdf.Pdf) -> None:
    elements(file, "L")[0].A.ListNumbering = Name("/None")


def wrong_page_in_contents(file: pikepdf.Pdf) -> None:
    """The last heading stands on page 2, the list of contents says 7."""
    rewrite(file, rb"\(( ?)2\) Tj", rb"(\g<1>7) Tj")


def swap_heading_levels(file: pikepdf.Pdf) -> None:
    swap = {"H1": "H2", "H2": "H1"}
    for heading in [*elements(file, "H1"), *elements(file, "H2")]:
        heading.S = Name(f"/{swap[str(heading.S)[1:]]}")


def wrong_unicode(file: pikepdf.Pdf) -> None:
    """Every e is read as a, in every font."""
    for font in fonts(file):
        font.ToUnicode.write(re.sub(rb"<0065>(\s)", rb"<0061>\1", font.ToUnicode.read_bytes()))


def empty_unicode(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        font.ToUnicode.write(re.sub(rb"<0065>(\s)", rb"<0000>\1", font.ToUnicode.read_bytes()))


def lose_unicode(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        del font.ToUnicode


# ---------------------------------------------------------------- the file as a whole


def lose_language(file: pikepdf.Pdf) -> None:
    del file.Root.Lang


def lose_title(file: pikepdf.Pdf) -> None:
    rewrite_metadata(file, rb"<dc:title>.*?</dc:title>", b"")


def hide_title(file: pikepdf.Pdf) -> None:
    del file.Root.ViewerPreferences


def lose_mark_info(file: pikepdf.Pdf) -> None:
    del file.Root.MarkInfo


def lose_tabs(file: pikepdf.Pdf) -> None:
    del file.pages[0].obj.Tabs


def lose_metadata(file: pikepdf.Pdf) -> None:
    del file.Root.Metadata


def empty_archive_id(file: pikepdf.Pdf) -> None:
    rewrite_metadata(file, rb"<pdfaid:part>2<", b"<pdfaid:part><")


def empty_access_id(file: pikepdf.Pdf) -> None:
    rewrite_metadata(file, rb"<pdfuaid:part>1<", b"<pdfuaid:part><")


def differing_info(file: pikepdf.Pdf) -> None:
    file.trailer.Info.Author = String("Någon annan")


def differing_date(file: pikepdf.Pdf) -> None:
    file.trailer.Info.ModDate = String("D:20200101120000Z")


def lose_font(file: pikepdf.Pdf) -> None:
    for thing in file.objects:
        if isinstance(thing, Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


def add_helvetica(file: pikepdf.Pdf) -> None:
    held = file.pages[0].obj.Resources.Font
    held.F9 = file.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    rewrite(file, rb"\Z", b"\n/Artifact BMC BT /F9 9 Tf (x) Tj ET EMC\n")


def lose_output_intent(file: pikepdf.Pdf) -> None:
    del file.Root.OutputIntents


def use_cmyk(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"\Z", b"\n0 0 0 1 k\n")


def see_through(file: pikepdf.Pdf) -> None:
    resources = file.pages[0].obj.Resources
    resources.ExtGState = Dictionary(G1=Dictionary(Type=Name.ExtGState, ca=0.2))
    rewrite(file, rb"(/H1 <</MCID 1>> BDC)", rb"\1 /G1 gs ")


def faint_text(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"(/H1 <</MCID 1>> BDC)", rb"\1 .6 .6 .6 rg ")


def dark_ground(file: pikepdf.Pdf) -> None:
    rewrite(file, rb"\A", b"/Artifact BMC q .2 .2 .2 rg 0 0 600 850 re f Q EMC\n")


# ---------------------------------------------------------------- links and what runs


def lose_link_element(file: pikepdf.Pdf) -> None:
    """The words of a link stay, its area is nobody's."""
    link = elements(file, "Link")[-1]
    link.K = Array([kid for kid in kids(link) if kid.get("/Type") != "/OBJR"])


def lose_link_words(file: pikepdf.Pdf) -> None:
    del web_link(file).Contents


def lose_print_flag(file: pikepdf.Pdf) -> None:
    web_link(file).F = 0


def lose_link_parent(file: pikepdf.Pdf) -> None:
    del web_link(file).StructParent


def swap_link_parents(file: pikepdf.Pdf) -> None:
    one, two = links(file)[0], links(file)[-1]
    one.StructParent, two.StructParent = two.StructParent, one.StructParent


def redirect_link(file: pikepdf.Pdf) -> None:
    web_link(file).A.URI = String("https://evil.example/")


def link_with_script(file: pikepdf.Pdf) -> None:
    web_link(file).A.URI = String("javascript:alert(1)")


def lose_target(file: pikepdf.Pdf) -> None:
    note = next(note for note in links(file) if "/Dest" in note)
    del note.Dest


def lose_outline_target(file: pikepdf.Pdf) -> None:
    del file.Root.Outlines.First.Dest


def add_note(file: pikepdf.Pdf) -> None:
    file.pages[0].obj.Annots.append(
        file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], F=4, Contents=String("x")))
    )


def run_script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("x"))


def launch_program(file: pikepdf.Pdf) -> None:
    web_link(file).A = Dictionary(S=Name.Launch, F=String("x"))


def attach_file(file: pikepdf.Pdf) -> None:
    file.attachments["x.txt"] = b"x"


def add_form(file: pikepdf.Pdf) -> None:
    file.Root.AcroForm = Dictionary(Fields=Array([]))


MUTATIONS = (
    Mutation("page without StructParents", lose_struct_parents, "struct_parents_missing"),
    Mutation("StructParents of two pages swapped", swap_struct_parents, "parent_tree_wrong"),
    Mutation("two marks with one MCID", repeat_mark, "mark_repeated"),
    Mutation("element whose mark is not there", rename_mark, "element_without_mark"),
    Mutation("mark that belongs to no element", add_lone_mark, "mark_without_element"),
    Mutation("mark in which nothing is painted", add_empty_mark, "mark_empty"),
    Mutation("mark of two elements", claim_mark_twice, "mark_claimed_twice"),
    Mutation("ParentTree without one mark", lose_parent_entry, "parent_tree_wrong"),
    Mutation("no ParentTree", lose_parent_tree, "parent_tree_wrong"),
    Mutation("no structure tree", lose_tree, "tree_missing"),
    Mutation("element with a wrong parent", point_to_wrong_parent, "parent_wrong"),
    Mutation("reading order reversed", reverse_order, "speech_differs"),
    Mutation("two paragraphs swapped", swap_two_paragraphs, "speech_differs"),
    Mutation("headings as paragraphs", headings_as_paragraphs, "speech_differs"),
    Mutation("heading level left out", leave_a_level_out, "heading_jump"),
    Mutation("mark with another tag than its element", tag_otherwise, "mark_role_differs"),
    Mutation("mark in a mark", nest_marks, "mark_nested"),
    Mutation("mark in an artifact", mark_inside_artifact, "mark_nested"),
    Mutation("mark that ends inside a text object", cross_text_object, "mark_crosses"),
    Mutation("mark that ends after its saved state", cross_saved_state, "mark_crosses"),
    Mutation("paint outside all marks", paint_outside_marks, "paint_unmarked"),
    Mutation("text outside all marks", text_outside_marks, "paint_unmarked"),
    Mutation("text as an artifact", text_as_artifact, "speech_differs"),
    Mutation("empty element", add_empty_element, "element_empty"),
    Mutation("row without a cell", lose_a_cell, "table_irregular"),
    Mutation("table headers without Scope", lose_scope, "header_without_scope"),
    Mutation("row header as a cell", header_as_cell, "speech_differs"),
    Mutation("list item outside its list", item_outside_list, "element_misplaced"),
    Mutation("two notes with one ID", repeat_note_id, "note_id_repeated"),
    Mutation("note without ID", lose_note_id, "note_id_missing"),
    Mutation("figure without Alt", lose_alternative, "figure_without_alternative"),
    Mutation("figure with another Alt", change_alternative, "speech_differs"),
    Mutation("space lost between words", lose_space, "speech_differs"),
    Mutation("word lost", lose_word, "speech_differs"),
    Mutation("ActualText that says something else", speak_otherwise, "speech_differs"),
    Mutation("passage without its language", lose_passage_language, "speech_differs"),
    Mutation("table without its summary", lose_summary, "speech_differs"),
    Mutation("list said to be without bullets", lose_bullets, "speech_differs"),
    Mutation("heading levels swapped", swap_heading_levels, "heading_jump"),
    Mutation("wrong page in the list of contents", wrong_page_in_contents, "speech_differs"),
    Mutation("ToUnicode with a wrong letter", wrong_unicode, "speech_differs"),
    Mutation("ToUnicode with U+0000", empty_unicode, "text_unreadable"),
    Mutation("no ToUnicode", lose_unicode, "font_without_unicode"),
    Mutation("no Lang", lose_language, "language_missing"),
    Mutation("no title", lose_title, "title_missing"),
    Mutation("title not shown", hide_title, "title_not_shown"),
    Mutation("no MarkInfo", lose_mark_info, "marked_missing"),
    Mutation("page without Tabs", lose_tabs, "tabs_missing"),
    Mutation("no XMP", lose_metadata, "metadata_missing"),
    Mutation("empty PDF/A identifier", empty_archive_id, "standards_missing"),
    Mutation("empty PDF/UA identifier", empty_access_id, "standards_missing"),
    Mutation("author in Info and XMP differ", differing_info, "metadata_differs"),
    Mutation("date in Info and XMP differ", differing_date, "metadata_differs"),
    Mutation("fonts not embedded", lose_font, "font_not_embedded"),
    Mutation("Helvetica", add_helvetica, "font_not_embedded"),
    Mutation("no OutputIntent", lose_output_intent, "output_intent_missing"),
    Mutation("CMYK operator that paints nothing", use_cmyk, "cmyk_operator"),
    Mutation("text that is seen through", see_through, "transparency_used"),
    Mutation("faint text", faint_text, "contrast_low"),
    Mutation("dark ground below dark text", dark_ground, "contrast_low"),
    Mutation("link area without OBJR", lose_link_element, "annotation_without_element"),
    Mutation("link area without Contents", lose_link_words, "annotation_without_words"),
    Mutation("link area that is not printed", lose_print_flag, "annotation_not_printed"),
    Mutation("link area without StructParent", lose_link_parent, "annotation_parent_wrong"),
    Mutation("StructParent of two link areas swapped", swap_link_parents, "annotation_parent_wrong"),
    Mutation("link to an address that is not in the content", redirect_link, "address_unknown"),
    Mutation("link that runs a script", link_with_script, "address_unknown"),
    Mutation("link to nowhere", lose_target, "link_to_nowhere"),
    Mutation("bookmark to nowhere", lose_outline_target, "link_to_nowhere"),
    Mutation("comment in the margin", add_note, "annotation_unwanted"),
    Mutation("JavaScript on opening", run_script, "active_content"),
    Mutation("link that launches a program", launch_program, "active_content"),
    Mutation("embedded file", attach_file, "active_content"),
    Mutation("form", add_form, "active_content"),
)
