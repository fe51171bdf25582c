"""A digest of what a PDF holds: its objects with streams decoded, as they are found from the trailer.

The order in which a file keeps its objects and how their streams are packed are left out; so is the ID, which is
made from its bytes. The form that is hashed is this module's own, so that another version of a library says the same.
"""

from __future__ import annotations

import hashlib
import io
from collections import deque
from typing import Any

import pikepdf

# How a stream is packed (ISO 32000-1, table 5).
_PACKING = {"/Length", "/Filter", "/DecodeParms"}
# What the trailer, or the stream that stands for one, says of the file's bytes (ISO 32000-1, tables 15 and 17).
_BYTES = {"/ID", "/Size", "/Prev", "/XRefStm", "/Type", "/Index", "/W", *_PACKING}
# Objects that only hold other objects, or tell where they are.
_CONTAINERS = {"/ObjStm", "/XRef"}


def content_digest(data: bytes) -> str:
    """SHA-256 in hexadecimal. Raises ValueError for bytes that are no whole PDF."""
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            return _Telling(pdf).digest()
    except pikepdf.PdfError as fault:
        raise ValueError(str(fault)) from fault


class _Telling:
    """Objects told one after another, those that are referred to by the number in which they were found."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.numbers: dict[tuple[int, int], int] = {}
        self.waiting: deque[Any] = deque()
        self.sink = hashlib.sha256()

    def digest(self) -> str:
        """The trailer and all that it leads to, then what nothing leads to."""
        self._say("pdf", self.pdf.pdf_version.encode())
        self._tell_pairs(self.pdf.trailer, _BYTES)
        self._tell_waiting()
        for one in self.pdf.objects:
            if self._is_left(one):
                self._refer(one)
                self._tell_waiting()
        return self.sink.hexdigest()

    def _is_left(self, held: Any) -> bool:
        """True for an object that is of the content, and that nothing led to."""
        if not isinstance(held, pikepdf.Object) or held.objgen in self.numbers:
            return False
        return not isinstance(held, pikepdf.Stream) or str(held.get("/Type")) not in _CONTAINERS

    def _tell_waiting(self) -> None:
        while self.waiting:
            self._tell_whole(self.waiting.popleft())

    def _tell(self, held: Any) -> None:
        """A value as it stands in another: a reference to one with a number of its own, else the value."""
        if isinstance(held, pikepdf.Object) and held.is_indirect:
            self._refer(held)
        else:
            self._tell_whole(held)

    def _refer(self, held: pikepdf.Object) -> None:
        known = self.numbers.get(held.objgen)
        if known is None:
            known = self.numbers[held.objgen] = len(self.numbers)
            self.waiting.append(held)
        self._say("reference", str(known).encode())

    def _tell_whole(self, held: Any) -> None:
        match held:
            case pikepdf.Stream():
                self._tell_stream(held)
            case pikepdf.Dictionary():
                self._tell_pairs(held, set())
            case pikepdf.Array():
                self._say("array", str(len(held)).encode())
                for one in held:
                    self._tell(one)
            case pikepdf.String():
                self._say("string", bytes(held))
            case pikepdf.Object():
                self._say("name", held.unparse())
            case _:
                self._say(type(held).__name__, str(held).encode())

    def _tell_pairs(self, held: Any, without: set[str]) -> None:
        keys = sorted(set(held.keys()) - without)
        self._say("dictionary", str(len(keys)).encode())
        for key in keys:
            self._say("key", key.encode())
            self._tell(held[key])

    def _tell_stream(self, held: Any) -> None:
        """What a stream holds when unpacked; one that only its reader unpacks, such as a photograph, as it is."""
        try:
            unpacked, without = held.read_bytes(), _PACKING
        except pikepdf.PdfError:
            unpacked, without = held.read_raw_bytes(), {"/Length"}
        self._tell_pairs(held, without)
        self._say("stream", unpacked)

    def _say(self, kind: str, said: bytes) -> None:
        """No two series of calls hash the same bytes: each says how long it is."""
        self.sink.update(b"%s %d\n" % (kind.encode(), len(said)))
        self.sink.update(said)
