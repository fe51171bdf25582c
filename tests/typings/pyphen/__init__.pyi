"""The part of pyphen that we use: where a word may break, by language."""

from collections.abc import Iterator

LANGUAGES: dict[str, str]

def language_fallback(language: str) -> str | None: ...

class Pyphen:
    def __init__(
        self,
        filename: str | None = None,
        lang: str | None = None,
        left: int = 2,
        right: int = 2,
        cache: bool = True,
    ) -> None: ...
    def positions(self, word: str) -> list[int]: ...
    def iterate(self, word: str) -> Iterator[tuple[str, str]]: ...
    def inserted(self, word: str, hyphen: str = "-") -> str: ...
