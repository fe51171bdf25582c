"""A digest of what a Word file holds: the names and contents of its members in their order, however they are packed."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib


def content_digest(data: bytes) -> str:
    """SHA-256 in hexadecimal. Raises ValueError for bytes that are no whole zip file."""
    sink = hashlib.sha256()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                name, held = member.filename.encode(), archive.read(member)
                sink.update(b"%d %d\n" % (len(name), len(held)) + name)
                sink.update(held)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        raise ValueError(str(fault)) from fault
    return sink.hexdigest()
