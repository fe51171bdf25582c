"""Ways to make a good web page bad, each as small as it can be, and the finding that must tell it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Mutation:
    name: str
    code: str
    change: Change


def replaced(pattern: str, new: str) -> Change:
    """The first place that the pattern fits; that it fits is part of the trial."""

    def change(data: bytes) -> bytes:
        text, count = re.subn(pattern, new, data.decode(), count=1, flags=re.DOTALL)
        assert count, pattern
        return text.encode()

    return change


def added(markup: str) -> Change:
    """Markup before the article of the second step ends."""
    return replaced(r"(id=\"aa-tva\".*?)(</article>)", rf"\g<1>{markup}\g<2>")


def drawn(markup: str) -> Change:
    """Markup before the first map ends."""
    return replaced(r"(class=\"drawing\".*?)(</svg>)", rf"\g<1>{markup}\g<2>")


def styled(css: str) -> Change:
    return replaced("(</style>)", rf"{css}\1")


def scripted(text: str) -> Change:
    return replaced(r"(</script>\s*</body>)", rf"{text}\1")


def late_policy(data: bytes) -> bytes:
    """The policy behind the style sheet that it is about."""
    found = re.search(rb'<meta http-equiv="[^>]*>', data)
    assert found
    return data.replace(found[0], b"").replace(b"</style>", b"</style>" + found[0], 1)


WRITTEN = (
    Mutation("other letters than UTF-8", "file_unreadable", lambda data: data.replace("\u00c5".encode(), b"\xc5", 1)),
    Mutation("no page at all", "file_unreadable", lambda data: b""),
    Mutation("mark of byte order", "bom_present", lambda data: b"\xef\xbb\xbf" + data),
    Mutation("character of no meaning", "nul_present", lambda data: data.replace(b"<h2", b"<h2\x00", 1)),
    Mutation("no document type", "doctype_missing", replaced("<!DOCTYPE html>", "")),
    Mutation("older document type", "doctype_missing", replaced("<!DOCTYPE html>", '<!DOCTYPE HTML PUBLIC "x" "y">')),
    Mutation("encoding told late", "charset_missing", replaced("(<meta charset)", " " * 1024 + r"\1")),
    Mutation("value without quotes", "markup_irregular", replaced('class="skip"', "class=skip")),
    Mutation("value in single quotes", "markup_irregular", replaced('class="skip"', "class='skip'")),
    Mutation("attribute given twice", "markup_irregular", replaced('class="skip"', 'class="skip" class="x"')),
    Mutation("tag inside a value", "markup_irregular", replaced('class="skip"', 'class="<b>"')),
    Mutation("comment", "markup_irregular", added("<!-- x -->")),
    Mutation("marked section", "markup_irregular", added("<![CDATA[x]]>")),
    Mutation("lone angle bracket", "markup_irregular", added("1 < 2")),
    Mutation("element that does not end", "markup_unbalanced", added("<p>x")),
    Mutation("elements that cross", "markup_unbalanced", added("<p><strong>x</p></strong>")),
    Mutation("page that is cut off", "markup_unbalanced", replaced("</body>\\s*</html>", "")),
    Mutation("block inside a paragraph", "tree_ambiguous", added("<p>x<ul><li>y</li></ul></p>")),
)
VOCABULARY = (
    *(
        Mutation(f"element {name}", "element_unknown", added(markup))
        for name, markup in (
            ("iframe", '<iframe src="https://example.org/"></iframe>'),
            ("object", '<object data="x"></object>'),
            ("embed", '<embed src="x">'),
            ("base", '<base href="https://example.org/">'),
            ("link", '<link rel="stylesheet" href="x.css">'),
            ("img", '<img src="https://example.org/x.png" alt="x">'),
            ("video", '<video src="x"></video>'),
            ("b", "<b>x</b>"),
            ("math", "<math></math>"),
        )
    ),
    *(
        Mutation(f"element {name} in a drawing", "element_unknown", drawn(markup))
        for name, markup in (
            ("foreignObject", "<foreignObject></foreignObject>"),
            ("script", "<script>x</script>"),
            ("style", "<style>x</style>"),
            ("animate", '<animate attributeName="href"/>'),
            ("set", "<set/>"),
            ("feImage", '<feImage href="x"/>'),
        )
    ),
    *(
        Mutation(f"attribute {name}", "attribute_unknown", added(f'<p {name}="x">x</p>'))
        for name in ("onclick", "style", "srcdoc", "contenteditable", "accesskey", "is", "slot", "srcset")
    ),
    Mutation("form that sends", "attribute_unknown", replaced("<form ", '<form action="https://example.org/" ')),
    Mutation("button that sends", "attribute_unknown", replaced("<button ", '<button formaction="x" ')),
    Mutation("script from elsewhere", "attribute_unknown", replaced("<script>", '<script src="x.js">')),
    Mutation("handler in a drawing", "attribute_unknown", drawn('<g onload="x"></g>')),
    Mutation("fill from elsewhere", "attribute_value", drawn('<path d="M0 0" fill="url(https://example.org/#x)"/>')),
    Mutation("order of the keyboard", "attribute_value", added('<p tabindex="3">x</p>')),
    Mutation(
        "page that moves on", "attribute_value", replaced('(<meta name="viewport")', r'<meta http-equiv="refresh">\1')
    ),
    Mutation("module", "attribute_value", replaced("<script>", '<script type="module">')),
)
ADDRESSES = (
    *(
        Mutation(f"link to {name}", "address_unknown", added(f'<a href="{target}">x</a>'))
        for name, target in (
            ("a script", "javascript:alert(1)"),
            ("data", "data:text/html,x"),
            ("a site that the content does not name", "https://example.com/"),
            ("a site without a scheme", "//example.com/"),
            ("a file of the disk", "file:///etc/passwd"),
            ("a file that is not beside it", "../karta/b.pdf"),
            ("nothing", ""),
            ("the top", "#"),
        )
    ),
    Mutation("link of a drawing out of the page", "address_unknown", drawn('<a href="../karta/a.pdf">x</a>')),
    Mutation("shape from another file", "address_unknown", replaced('<use href="', '<use href="x.svg')),
    Mutation("picture from elsewhere", "address_unknown", drawn('<image href="https://example.org/x.png"/>')),
    Mutation("page called a picture", "address_unknown", drawn('<image href="data:image/png;base64,PGh0bWw="/>')),
    Mutation("picture that is a drawing", "address_unknown", drawn('<image href="data:image/svg+xml;base64,PA=="/>')),
    Mutation("two places with one id", "id_repeated", added('<p id="aa-ett">x</p>')),
    Mutation("link to a place that is gone", "link_without_place", added('<a href="#borta">x</a>')),
    Mutation("link to a step that is gone", "link_without_place", replaced('id="bb-ett"', 'id="bb-annan"')),
    Mutation("shape that is not drawn", "link_without_place", replaced('<use href="#form-', '<use href="#borta-')),
    Mutation("shape that is no shape", "link_without_place", replaced('<use href="#[^"]*', '<use href="#start')),
    Mutation(
        "name of something that is gone", "reference_without_place", added('<p aria-labelledby="borta start">x</p>')
    ),
    Mutation("label of a field that is gone", "reference_without_place", added('<label for="borta">x</label>')),
)
POLICIES = (
    Mutation("no policy", "policy_missing", replaced('<meta http-equiv="[^>]*>', "")),
    Mutation("two policies", "policy_missing", replaced('(<meta http-equiv="[^>]*>)', r"\1\1")),
    Mutation("policy after the style sheet", "policy_late", late_policy),
    Mutation("style sheet changed after it was hashed", "policy_differs", styled("p{color:red}")),
    Mutation("script changed after it was hashed", "policy_differs", scripted(" ")),
    Mutation("any style", "policy_differs", replaced("style-src ", "style-src &#39;unsafe-inline&#39; ")),
    Mutation("any script", "policy_differs", replaced("script-src [^;]*", "script-src *")),
    Mutation("any picture", "policy_differs", replaced("img-src data:", "img-src https:")),
    Mutation("forms allowed", "policy_differs", replaced('; form-action[^;"]*', "")),
    Mutation("a directive more", "policy_differs", replaced("; img-src", "; connect-src *; img-src")),
    Mutation("third script", "scripts_differ", added("<script>x</script>")),
    Mutation("no script", "scripts_differ", replaced(r"<script>(?:(?!</script>).)*</script>\s*</body>", "</body>")),
    Mutation("something after the script", "scripts_differ", replaced("(</body>)", r"<p>x</p>\1")),
    *(
        Mutation(f"script with {name}", "script_reaches", scripted(text))
        for name, text in (
            ("eval", "eval(x)"),
            ("a function of text", "new Function(x)"),
            ("markup of text", "a.innerHTML=b"),
            ("a request", "fetch(x)"),
            ("a memory", "localStorage.x=1"),
            ("another script", "import(x)"),
        )
    ),
    Mutation("large script", "script_large", scripted("x;" * 15_000)),
    Mutation("no data", "data_missing", replaced('<script type="application/json".*?</script>', "")),
    Mutation("two blocks of data", "data_missing", added('<script type="application/json">1</script>')),
    Mutation("data that is not JSON", "data_unreadable", replaced(r'(type="application/json"[^>]*>)', r"\1x")),
    Mutation("data with markup", "data_unescaped", replaced(r'(type="application/json"[^>]*>\{)', r'\1"x":"<b>",')),
    Mutation("two style sheets", "styles_differ", added("<style>x</style>")),
    Mutation("no style sheet", "styles_differ", replaced("<style>.*?</style>", "")),
    *(
        Mutation(f"style sheet with {name}", "style_fetches", styled(css))
        for name, css in (
            ("a picture from elsewhere", "p{background:url(https://example.org/x.png)}"),
            ("another style sheet", '@import "x.css";'),
            ("a font from elsewhere", "@font-face{src:url(x.woff2)}"),
            ("a font that is none", "@font-face{src:url(data:font/woff2;base64,PGh0bWw=)}"),
            ("escaped letters", r"@\\69mport 'x';"),
        )
    ),
)
READING = (
    Mutation("heading level left out", "heading_jump", added("<h6>x</h6>")),
    Mutation("heading without words", "heading_empty", added("<h4> </h4>")),
    Mutation("two first headings", "heading_first", added("<h1>x</h1>")),
    Mutation("no first heading", "heading_first", replaced("<h1(.*?)</h1>", r"<p\1</p>")),
    Mutation("no language", "language_missing", replaced('<html lang="[^"]*"', "<html")),
    Mutation("no title", "title_missing", replaced("<title>.*?</title>", "")),
    Mutation("empty title", "title_missing", replaced("<title>.*?</title>", "<title> </title>")),
    Mutation("no main part", "main_missing", replaced("<main(.*)</main>", r"<div\1</div>")),
    Mutation("zoom forbidden", "zoom_forbidden", replaced("initial-scale=1", "initial-scale=1, maximum-scale=1")),
    Mutation("table without a caption", "table_untitled", replaced("<caption.*?</caption>", "")),
    Mutation("header of neither column nor row", "table_unscoped", replaced(' scope="col"', "")),
    Mutation(
        "table without headers", "table_unscoped", added("<table><caption>x</caption><tr><td>y</td></tr></table>")
    ),
    Mutation(
        "drawing without a name",
        "drawing_unnamed",
        replaced(' aria-labelledby="k--[^"]*"(.*?)<title .*?</title>', r"\1"),
    ),
    Mutation("drawing without a role", "drawing_unnamed", replaced('<svg role="graphics-document document"', "<svg")),
    Mutation("link without words", "control_unnamed", added('<a href="#start"></a>')),
    Mutation("button without words", "control_unnamed", added('<button type="button"> </button>')),
    Mutation("field without a label", "control_unnamed", replaced("<label .*?</label>", "")),
    Mutation("map that takes the focus without a name", "control_unnamed", added('<div tabindex="0"></div>')),
    Mutation("navigation without a name", "part_unnamed", replaced(r'(<nav [^>]*)aria-label="[^"]*"', r"\1")),
    Mutation("region without a name", "part_unnamed", added('<div role="region">x</div>')),
    Mutation("button inside a link", "control_nested", added('<a href="#start">x<button type="button">y</button></a>')),
    Mutation(
        "link that only the eye finds", "control_hidden", added('<p aria-hidden="true"><a href="#start">x</a></p>')
    ),
    Mutation("faint grey", "contrast_low", replaced("--grey:#[0-9A-F]{6}", "--grey:#9B9FA6")),
    Mutation("faint words on a phase", "contrast_low", replaced(r"(\.fas-2\{[^}]*--on:)#[0-9A-F]{6}", r"\g<1>#5B5F66")),
    Mutation("phase without colours", "phase_uncoloured", replaced(r"\.fas-2\{", ".fas-9{")),
    Mutation(
        "faint words in a drawing",
        "drawing_contrast_low",
        replaced("<text ", '<text fill="#9B9FA6" '),
    ),
    Mutation(
        "box of a dark colour below dark words",
        "drawing_contrast_low",
        replaced('fill="#F7EAB3"([^>]*>(?:</path>)?\\s*<text)', r'fill="#303030"\1'),
    ),
)
CONTENT = (
    Mutation("title of another page", "metadata_differs", replaced("<title>", "<title>x")),
    Mutation("fact lost", "metadata_differs", replaced('<meta name="processpil:status"[^>]*>', "")),
    Mutation("author lost", "metadata_differs", replaced('<meta name="author"[^>]*>', "")),
    Mutation("another language", "metadata_differs", replaced('lang="sv-SE"', 'lang="sv"')),
    Mutation("view lost", "place_missing", replaced('id="motespunkter"', 'id="annat"')),
    Mutation("former address lost", "place_missing", replaced('id="aa-gammal"', 'id="annat"')),
    Mutation(
        "former address at another step",
        "place_missing",
        replaced(r'(<p [^>]*id="aa-gammal".*?</p>)(.*?)(</footer>)', r"\2\1\3"),
    ),
    Mutation("row lost", "place_missing", replaced('id="rad--aa-tva"', 'id="annat"')),
    Mutation("stop of a person lost", "place_missing", replaced('id="fall--mira--1"', 'id="annat"')),
    Mutation("mark of a draft lost", "words_missing", replaced('<span class="status">.*?</span>', "")),
    Mutation("word of a step lost", "words_missing", replaced("Detta h\u00e4nder i aa-ett", "Detta i aa-ett")),
    Mutation(
        "word of the support lost",
        "words_missing",
        replaced(r"Handl\u00e4ggaren i bb-ett(?!.*Handl\u00e4ggaren i bb-ett)", "x"),
    ),
    Mutation("answer lost", "words_missing", replaced(r'(<span class="answer yes">)[^<]*', r"\1")),
    Mutation(
        "two parts of a table swapped",
        "words_missing",
        replaced("(<tbody>\\s*)(<tr>.*?</tr>)(\\s*)(<tr>.*?</tr>)", r"\1\4\3\2"),
    ),
    Mutation("meaning of a shape lost", "words_missing", replaced(r"Vad den betyder\.", "")),
    Mutation(
        "link to another term", "link_lost", replaced('(id="motespunkter".*?)href="#aa-tva"', r'\1href="#aa-ett"')
    ),
    Mutation("link out led elsewhere", "link_lost", replaced('href="https://example.org/[^"]*"', 'href="#start"')),
    Mutation("step of another phase", "row_differs", replaced('(id="rad--aa-tva"[^>]*data-phase=")2', r"\g<1>1")),
    Mutation(
        "row in another actor's list",
        "row_differs",
        replaced('(<li [^>]*id="rad--aa-tva".*?</li>)(?=</ol>)(.*?id="rad--bb-ett".*?</li>)(?=</ol>)', r"\2\1"),
    ),
    Mutation("way on that the script misses", "row_differs", replaced('data-on="aa-tva"', 'data-on=""')),
    Mutation(
        "way on to another step",
        "row_links_differ",
        replaced('(id="rad--aa-ett".*?)href="#aa-tva"', r'\1href="#bb-ett"'),
    ),
    Mutation(
        "way on told twice",
        "row_links_differ",
        replaced(r'(id="rad--aa-ett".*?<a [^>]*>.*?</a>)', r'\1<a href="#bb-ett">x</a>'),
    ),
    Mutation("word that a search misses", "register_differs", replaced('"h\u00e4nder":', '"x":')),
    Mutation("search without an entry", "register_differs", replaced(r'("entries":\[)\[.*?\]', r"\1")),
)
MUTATIONS = (*WRITTEN, *VOCABULARY, *ADDRESSES, *POLICIES, *READING, *CONTENT)
