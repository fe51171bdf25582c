"""Addresses as a PDF holds them: in ASCII (ISO 32000-1, 12.6.4.7: URIs are 7-bit ASCII)."""

from __future__ import annotations


def uri(address: str) -> str:
    """The address with every character outside ASCII as percent-encoded UTF-8 (RFC 3987, 3.1)."""
    return "".join(char if char.isascii() else _percent(char) for char in address)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
