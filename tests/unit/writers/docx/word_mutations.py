"""Ways to make a good Word file bad, each as small as it can be, and the finding that must tell it."""

from dataclasses import dataclass

from tests.unit.writers.docx.word_changes import (
    CORE,
    CUSTOM,
    FOOTER,
    HEADER,
    LINKS,
    NUMBERING,
    PACKAGE,
    PAINTED,
    SETTINGS,
    SHAPE,
    STYLES,
    TEXT,
    TYPES,
    VECTOR,
    Change,
    added,
    appended,
    both,
    drawing,
    field,
    mark,
    member,
    paragraph,
    relation,
    renamed_style,
    replaced,
    said,
    svg,
    without_headings,
    wrong_picture,
)


@dataclass(frozen=True)
class Mutation:
    name: str
    code: str
    change: Change


PACKAGES = (
    Mutation("two members with one name", "zip_name_repeated", appended(TEXT, b"<x/>")),
    Mutation("two members whose names differ in capitals", "zip_name_repeated", appended("word/DOCUMENT.xml", b"<x/>")),
    Mutation("member outside the package", "zip_name_unsafe", appended("../evil.xml", b"<x/>")),
    Mutation("text that is cut off", "file_unreadable", member(TEXT, b"<w:document")),
    Mutation("properties that are not XML", "file_unreadable", member(CORE, b"")),
    Mutation("part of an unknown kind", "content_type_missing", appended("word/odd.bin", b"x")),
    Mutation(
        "content type of a part that is gone",
        "content_type_without_part",
        replaced(TYPES, "</Types>", '<Override PartName="/word/x.xml" ContentType="text/xml"/></Types>'),
    ),
    Mutation("text declared as a template", "main_type_wrong", replaced(TYPES, r"document\.main", "template.main")),
    Mutation(
        "text declared as one with macros",
        "main_type_wrong",
        replaced(
            TYPES, r"[^\"]*wordprocessingml\.document\.main", "application/vnd.ms-word.document.macroEnabled.main"
        ),
    ),
    Mutation("old part that nothing leads to", "part_unreached", appended("word/comments.xml", b"<x/>")),
    Mutation(
        "relationships of a part that is gone", "relations_without_part", appended("word/_rels/gone.xml.rels", b"<x/>")
    ),
    Mutation(
        "document type with an entity",
        "doctype_present",
        replaced(CORE, r"(<cp:coreProperties)", r'<!DOCTYPE x [<!ENTITY e "e">]>\1'),
    ),
)
RELATIONS = (
    Mutation(
        "reference without a relationship", "relation_unresolved", replaced(TEXT, "r:embed=", 'r:link="rNone" r:embed=')
    ),
    Mutation(
        "two relationships with one id",
        "relation_id_repeated",
        both(added(LINKS, relation("hyperlink")), added(LINKS, relation("hyperlink"))),
    ),
    Mutation("two parts of styles", "relation_kind_repeated", added(LINKS, relation("styles", "styles.xml", ""))),
    Mutation(
        "relationship to a part that is gone",
        "relation_target_missing",
        added(LINKS, relation("image", "gone.png", "")),
    ),
    Mutation("relationship that nothing reads", "relation_unused", added(LINKS, relation("hyperlink"))),
    Mutation(
        "template on a server", "part_forbidden", added(LINKS, relation("attachedTemplate", "file:///G:/mall.dotx"))
    ),
    Mutation("macros", "part_forbidden", added(LINKS, relation("vbaProject", "styles.xml", ""))),
    Mutation("embedded object", "part_forbidden", added(LINKS, relation("oleObject", "styles.xml", ""))),
    Mutation("chunk in another format", "part_forbidden", added(LINKS, relation("aFChunk", "styles.xml", ""))),
    Mutation("XML data left over", "part_forbidden", added(LINKS, relation("customXml", "styles.xml", ""))),
    Mutation(
        "thumbnail of another text",
        "part_forbidden",
        added(PACKAGE, relation("metadata/thumbnail", "word/styles.xml", "")),
    ),
    Mutation("place for a chunk", "part_forbidden", added(TEXT, '<w:altChunk r:id="rId1" xmlns:r="x"/>')),
    Mutation("comments", "comments_present", added(LINKS, relation("comments", "styles.xml", ""))),
    Mutation("mark of a comment", "comments_present", added(TEXT, '<w:commentRangeStart w:id="1"/>')),
    Mutation("tracked change", "revision_present", added(TEXT, paragraph(f'<w:del w:id="1">{said("x")}</w:del>'))),
    Mutation(
        "content control bound to data that is gone",
        "binding_unknown",
        added(TEXT, '<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{0}"/></w:sdtPr></w:sdt>'),
    ),
    Mutation("list of editing sessions", "session_id_present", added(SETTINGS, "<w:rsids/>")),
    Mutation(
        "paragraph with an editing session", "session_id_present", replaced(TEXT, "<w:p>", '<w:p w:rsidR="00AB12CD">')
    ),
    Mutation("link to a file", "external_unknown", replaced(LINKS, "https://example.org/st", "file:///st")),
    Mutation(
        "link to an address that is not in the content",
        "external_unknown",
        replaced(LINKS, "https://example.org/st", "https://example.com/st"),
    ),
    Mutation("picture on a server", "external_unknown", added(LINKS, relation("image"))),
)
MARKS = (
    Mutation("bookmark that does not end", "bookmark_unpaired", replaced(TEXT, '<w:bookmarkEnd w:id="1"/>', "")),
    Mutation(
        "bookmark that ends before it begins",
        "bookmark_unpaired",
        replaced(TEXT, '(<w:bookmarkStart w:id="1"[^>]*>)(.*?)(<w:bookmarkEnd w:id="1"/>)', r"\3\2\1"),
    ),
    Mutation("two bookmarks with one id", "bookmark_id_repeated", replaced(TEXT, 'Start w:id="2"', 'Start w:id="1"')),
    Mutation(
        "two bookmarks with one name", "bookmark_name_repeated", replaced(TEXT, 'w:name="slut"', 'w:name="Tider"')
    ),
    Mutation("bookmark with a hyphen", "bookmark_name_invalid", replaced(TEXT, 'w:name="slut"', 'w:name="till-slut"')),
    Mutation(
        "bookmark with a long name", "bookmark_name_invalid", replaced(TEXT, 'w:name="slut"', f'w:name="{"x" * 41}"')
    ),
    Mutation(
        "link to a bookmark that is gone",
        "anchor_without_bookmark",
        replaced(TEXT, 'w:anchor="slut"', 'w:anchor="sist"'),
    ),
    Mutation(
        "link of a shape to a bookmark that is gone",
        "anchor_without_bookmark",
        added(LINKS, relation("hyperlink", "#sist", "")),
    ),
    Mutation(
        "field that refers to a bookmark that is gone",
        "anchor_without_bookmark",
        added(TEXT, paragraph(field(" PAGEREF sist \\h "))),
    ),
    Mutation("two drawings with one id, one in the header", "drawing_id_repeated", added(HEADER, drawing(1))),
    Mutation("shape with a drawing's id", "drawing_id_repeated", added(TEXT, drawing(900, SHAPE.format(number=1)))),
    Mutation("drawing without a description", "drawing_undescribed", replaced(TEXT, r'descr="[^"]+"', 'descr=" "')),
    Mutation(
        "older picture without a description",
        "drawing_undescribed",
        added(
            HEADER,
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/></v:shape></w:pict>'
            "</w:r></w:p>",
        ),
    ),
    Mutation("fields to be counted on opening", "fields_updated", added(SETTINGS, '<w:updateFields w:val="true"/>')),
    Mutation(
        "field to be counted on opening",
        "field_dirty",
        replaced(FOOTER, '<w:fldChar w:fldCharType="begin"', '<w:fldChar w:dirty="true" w:fldCharType="begin"'),
    ),
    Mutation(
        "field that fetches a picture",
        "field_forbidden",
        added(TEXT, paragraph(field('INCLUDEPICTURE "https://example.org/x.png"'))),
    ),
    Mutation(
        "field that leads out of the file",
        "field_forbidden",
        added(TEXT, paragraph(field('HYPERLINK "https://example.org/"'))),
    ),
    Mutation("field that does not end", "field_unbalanced", replaced(FOOTER, '<w:fldChar w:fldCharType="end"/>', "")),
    Mutation("field that ends without a beginning", "field_unbalanced", added(TEXT, paragraph(mark("end")))),
    Mutation(
        "field with two results",
        "field_unbalanced",
        replaced(FOOTER, '(<w:fldChar w:fldCharType="separate"/>)', r"\1\1"),
    ),
    Mutation(
        "field that begins in a cell and ends after the table",
        "field_crosses",
        both(replaced(TEXT, "(<w:tc>.*?</w:pPr>)", rf"\1{mark('begin')}"), added(TEXT, paragraph(mark("end")))),
    ),
)
FORMATS = (
    Mutation(
        "two styles with one id", "style_id_repeated", added(STYLES, renamed_style("x").replace("Annan", "Heading1"))
    ),
    Mutation(
        "two styles whose names differ in capitals", "style_name_repeated", added(STYLES, renamed_style("HEADING 1"))
    ),
    Mutation(
        "two styles for all paragraphs",
        "style_default_repeated",
        added(STYLES, renamed_style("x").replace("<w:style ", '<w:style w:default="1" ')),
    ),
    Mutation("paragraph in a style that is gone", "style_missing", added(TEXT, paragraph(said("x"), "Borta"))),
    Mutation(
        "style built on one that is gone",
        "style_missing",
        added(STYLES, renamed_style("x").replace("</w:style>", '<w:basedOn w:val="Borta"/></w:style>')),
    ),
    Mutation(
        "paragraph in a list that is gone",
        "list_missing",
        added(TEXT, paragraph(said("x")).replace("</w:pPr>", '<w:numPr><w:numId w:val="99"/></w:numPr></w:pPr>')),
    ),
    Mutation(
        "list whose levels are gone",
        "list_missing",
        added(NUMBERING, '<w:num w:numId="99"><w:abstractNumId w:val="99"/></w:num>'),
    ),
    Mutation("two lists with one number", "list_repeated", replaced(NUMBERING, r"(<w:num .*?</w:num>)", r"\1\1")),
    Mutation(
        "text without a section", "section_missing", replaced(TEXT, r"<w:sectPr>(?!.*<w:sectPr>).*</w:sectPr>", "")
    ),
    Mutation(
        "two headers of a kind", "section_reference_repeated", replaced(TEXT, "(<w:headerReference [^>]*/>)", r"\1\1")
    ),
    Mutation("footer as a header", "section_reference_wrong", replaced(TEXT, "w:footerReference", "w:headerReference")),
)
PICTURES = (
    Mutation("text called a picture", "picture_unreadable", wrong_picture("x.png", b"<html>")),
    Mutation("vector picture that is none", "picture_unreadable", wrong_picture("x.svg", b"<html/>")),
    Mutation("vector picture with no other beside it", "picture_without_fallback", added(TEXT, drawing(900, VECTOR))),
    *(
        Mutation(f"vector picture with {name}", "picture_active", svg(contents))
        for name, contents in (
            ("a script", "<script/>"),
            ("HTML in it", "<foreignObject/>"),
            ("a font", "<font-face/>"),
            ("a style sheet", "<style/>"),
            ("text", "<text>x</text>"),
            ("a link", '<path href="https://example.org/"/>'),
            ("a handler", '<path onload="x()"/>'),
            ("a fill from elsewhere", '<path fill="url(https://example.org/#x)"/>'),
        )
    ),
)
READING = (
    Mutation("table without a header row", "table_header_missing", replaced(TEXT, "<w:tblHeader/>", "")),
    Mutation(
        "table whose header row is not marked",
        "table_header_unmarked",
        replaced(TEXT, 'w:firstRow="1"', 'w:firstRow="0"'),
    ),
    Mutation("table without a title", "table_untitled", replaced(TEXT, "<w:tblCaption [^>]*/>", "")),
    Mutation("heading level left out", "heading_jump", replaced(TEXT, 'w:val="Heading2"', 'w:val="Heading3"')),
    Mutation("heading without words", "heading_empty", added(TEXT, paragraph("", "Heading2"))),
    Mutation("headings as paragraphs", "heading_missing", without_headings),
    Mutation("empty paragraph", "paragraph_empty", added(TEXT, "<w:p/>")),
    Mutation("paragraph with a space", "paragraph_empty", added(TEXT, paragraph(said(" \u00a0")))),
    Mutation("no title", "title_missing", replaced(CORE, "<dc:title>[^<]*", "<dc:title>")),
    Mutation("no language in the properties", "language_missing", replaced(CORE, "sv-SE", "")),
    Mutation("no language in the styles", "language_missing", replaced(STYLES, 'w:lang w:val="sv-SE"', "w:lang")),
    Mutation("no language in the settings", "language_missing", replaced(SETTINGS, "<w:themeFontLang [^>]*/>", "")),
    Mutation(
        "link called by its address", "link_text_address", replaced(TEXT, r">st\u00f6det<", ">https://example.org/<")
    ),
    Mutation("link without words", "link_text_missing", replaced(TEXT, r">st\u00f6det<", "><")),
    Mutation("faint text", "contrast_low", added(TEXT, PAINTED.format(ink="9B9FA6"))),
    Mutation(
        "faint style",
        "contrast_low",
        replaced(STYLES, r'(w:styleId="Caption".*?w:color w:val=")\w{6}', r"\g<1>9B9FA6"),
    ),
    Mutation("dark ground below dark text", "contrast_low", replaced(TEXT, 'w:fill="F7EAB3"', 'w:fill="303030"')),
    Mutation(
        "dark cell below dark text",
        "contrast_low",
        both(
            replaced(TEXT, "<w:tcPr>(.*?)</w:tcPr>", r'<w:tcPr>\1<w:shd w:fill="303030"/></w:tcPr>'),
            replaced(
                TEXT,
                r"<w:tc>(.*?)<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t",
                r'<w:tc>\1<w:r><w:rPr><w:color w:val="1A1A1A"/></w:rPr><w:t',
            ),
        ),
    ),
)
AUDIT = (
    Mutation(
        "heading with other words",
        "headings_differ",
        replaced(TEXT, ">Tider</w:t></w:r><w:bookmarkEnd", ">Tid</w:t></w:r><w:bookmarkEnd"),
    ),
    Mutation(
        "heading of another level",
        "headings_differ",
        replaced(TEXT, 'w:val="Heading2"(?!.*w:val="Heading2")', 'w:val="Heading1"'),
    ),
    Mutation("table lost", "tables_differ", replaced(TEXT, "<w:tbl>.*</w:tbl>", "")),
    Mutation("row lost", "rows_differ", replaced(TEXT, "<w:tr>((?!<w:tr>).)*</w:tr></w:tbl>", "</w:tbl>")),
    Mutation(
        "two rows swapped",
        "rows_differ",
        replaced(TEXT, "(<w:tr>(?:(?!<w:tr>).)*</w:tr>)(<w:tr>(?:(?!<w:tr>).)*</w:tr>)</w:tbl>", r"\2\1</w:tbl>"),
    ),
    Mutation("figure with another description", "figures_differ", replaced(TEXT, r'descr="[^"]+"', 'descr="Annat"')),
    Mutation(
        "two bookmarks swapped",
        "bookmarks_differ",
        both(
            replaced(TEXT, 'w:name="slut"', 'w:name="x"'),
            replaced(TEXT, 'w:name="tider"', 'w:name="slut"'),
            replaced(TEXT, 'w:name="x"', 'w:name="tider"'),
        ),
    ),
    Mutation("link to another step", "link_lost", replaced(TEXT, 'w:anchor="slut"', 'w:anchor="tider"')),
    Mutation("word lost", "words_missing", replaced(TEXT, r"g\u00e5r att \u00f6verklaga", "att verka")),
    Mutation(
        "two paragraphs swapped",
        "words_missing",
        both(
            replaced(TEXT, r"I mitten\.", "x-x"),
            replaced(TEXT, r"Vid sidan\.", "I mitten."),
            replaced(TEXT, "x-x", "Vid sidan."),
        ),
    ),
    Mutation("title of another text", "metadata_differs", replaced(CORE, "<dc:title>Prov", "<dc:title>Mall")),
    Mutation("release lost", "metadata_differs", replaced(CUSTOM, "<property .*</property>", "")),
    Mutation("status lost", "running_text_missing", replaced(HEADER, "UTKAST", "")),
)
MUTATIONS = (*PACKAGES, *RELATIONS, *MARKS, *FORMATS, *PICTURES, *READING, *AUDIT)
