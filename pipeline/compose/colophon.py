"""What every document ends with: how it stands, disclaimer, what is current, where to send remarks, other formats."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.standing import Standing, content_is_decided, standing
from pipeline.document import Block, Heading, Inlines, Paragraph, Text, Tone, Web

ANCHOR = "om-materialet"
_ENGLISH = "en"
_MAIL, _SECURE = "mailto:", "https://"


def colophon(brief: Brief) -> tuple[Block, ...]:
    """The heading and all that is known; feedback and other formats are left out while program.yaml is silent."""
    words, settings = brief.wording.colophon, brief.programme.settings
    blocks: list[Block] = [Heading(2, words.title, ANCHOR), Paragraph((Text(_status(brief)),)), *disclaimer(brief)]
    if brief.current:
        blocks.append(Paragraph(_leading(brief.wording.current.link, brief.current, brief.current.partition("#")[0])))
    if settings.feedback:
        blocks.append(Paragraph(_leading(words.feedback, settings.feedback, settings.feedback)))
    if settings.alternative_format:
        blocks.append(Paragraph((Text(settings.alternative_format),)))
    return tuple(blocks)


def disclaimer(brief: Brief) -> tuple[Block, ...]:
    """The disclaimer in both languages; nothing where every actor that is shown has decided the content."""
    if content_is_decided(brief):
        return ()
    settings = brief.programme.settings
    english = Paragraph((Text(settings.disclaimer_en, language=_ENGLISH),), Tone.QUIET)
    return (Paragraph((Text(settings.disclaimer),)), english)


def shown_address(address: str) -> str:
    """An address as people write it: without mailto: or https://, and without a slash at the end."""
    return address.removeprefix(_MAIL).removeprefix(_SECURE).removesuffix("/")


def _status(brief: Brief) -> str:
    """Whether it is a draft, and whether it is decided; which release it is stands at the foot of every page."""
    words = brief.wording.colophon
    sentences = {
        Standing.DRAFT: words.decided_draft if content_is_decided(brief) else words.draft,
        Standing.UNDECIDED: words.undecided,
        Standing.DECIDED: words.decided,
    }
    return sentences[standing(brief)]


def _leading(sentence: str, address: str, shown: str) -> Inlines:
    """The sentence with an address in its gap as a link."""
    before, _, after = sentence.partition("{address}")
    parts = (Text(before), Web(shown_address(shown), address), Text(after))
    return tuple(part for part in parts if part.text)
