"""The sums of a release's files as `sha256sum` writes and reads them, so that no program of ours is needed to check."""

from __future__ import annotations

from collections.abc import Mapping

# What would end a line or be read as an escape; a name with one of them has a backslash before its whole line.
_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r"})


def sums_bytes(sums: Mapping[str, str]) -> bytes:
    r"""A line for each path with its SHA-256 in hexadecimal, in the order of the paths' bytes.

    The form of GNU coreutils: sum, two spaces, path; `\\`, `\n` and `\r` for what a path cannot hold as it is.
    """
    return b"".join(_line(path, sums[path]) for path in sorted(sums, key=_bytes))


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _line(path: str, digest: str) -> bytes:
    escaped = path.translate(_ESCAPED)
    mark = "" if escaped == path else "\\"
    return _bytes(f"{mark}{digest}  {escaped}\n")
