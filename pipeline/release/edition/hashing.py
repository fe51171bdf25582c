"""SHA-256 of many files, a few at a time: each is read once, in blocks, and no more than the blocks are in memory."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

# Half a megabyte of a file stays in a processor's nearer memory from the reading to the hashing.
_BLOCK = 1 << 19
# More files at a time only compete for the disk.
_THREADS = 4
# No link, even one that was put there since the folder was looked through.
_WAY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(slots=True)
class Hashes:
    """The SHA-256 of files in hexadecimal with the bytes that they had, and those that could not be read, by paths."""

    read: dict[str, tuple[str, int]] = field(default_factory=dict)
    failed: dict[str, OSError] = field(default_factory=dict)


def hashes(folder: Path, files: Mapping[str, int]) -> Hashes:
    """The digests of files below a folder, given with their sizes, by which the work is shared out."""
    done = Hashes()
    waiting = deque(sorted(files, key=lambda path: files[path]))
    threads = max(1, min(_THREADS, os.cpu_count() or 1, len(files)))
    with ThreadPoolExecutor(threads) as pool:
        for part in [pool.submit(_work, folder, waiting, done) for _ in range(threads)]:
            part.result()
    return done


def _work(folder: Path, waiting: deque[str], done: Hashes) -> None:
    """Take the largest file that is left until there is none; hashing lets other threads run."""
    block = memoryview(bytearray(_BLOCK))
    root = f"{folder}{os.sep}"
    while True:
        try:
            path = waiting.pop()
        except IndexError:
            return
        try:
            done.read[path] = _hashed(root + path, block)
        except OSError as fault:
            done.failed[path] = fault


def _hashed(path: str, block: memoryview) -> tuple[str, int]:
    sink, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, _WAY), "rb", buffering=0) as file:
        while count := file.readinto(block):
            sink.update(block[:count])
            size += count
    return sink.hexdigest(), size
