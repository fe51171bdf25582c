"""What the computer would not do, in plain words instead of its own English ones."""

from __future__ import annotations

import errno

from pipeline.cli.words import word

_REASONS = {
    errno.ENOSPC: "reason_full",
    errno.EDQUOT: "reason_full",
    errno.EACCES: "reason_denied",
    errno.EPERM: "reason_denied",
    errno.EROFS: "reason_denied",
    errno.ENOENT: "reason_missing",
    errno.EEXIST: "reason_other_kind",
    errno.EISDIR: "reason_other_kind",
    errno.ENOTDIR: "reason_other_kind",
    errno.ELOOP: "reason_loop",
    errno.ENAMETOOLONG: "reason_long",
}


def reason_of(fault: OSError) -> str:
    """Why the computer would not do it, as part of a sentence."""
    key = _REASONS.get(fault.errno or 0)
    return word("faults", key) if key else word("faults", "reason_other", number=fault.errno)
