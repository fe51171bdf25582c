"""The Library of Congress's own reader of bags (bagit-python 1.8, the last with a wheel).

It asks setuptools' `pkg_resources`, which is gone, for its own version and for nothing else: a stand-in answers.
"""

import sys
from types import ModuleType


class _Missing(Exception):
    """As `pkg_resources.DistributionNotFound`, which bagit takes for an unknown version."""


def _no_distribution(name: str) -> None:
    raise _Missing(name)


def _loaded() -> ModuleType:
    stand_in = ModuleType("pkg_resources")
    stand_in.DistributionNotFound = _Missing  # type: ignore[attr-defined]  # a module made by hand
    stand_in.get_distribution = _no_distribution  # type: ignore[attr-defined]  # as above
    before = sys.modules.get("pkg_resources")
    sys.modules["pkg_resources"] = stand_in
    try:
        import bagit  # noqa: PLC0415 - while the stand-in is there
    finally:
        del sys.modules["pkg_resources"]
        if before is not None:
            sys.modules["pkg_resources"] = before
    return bagit  # type: ignore[no-any-return]  # no stubs


bagit = _loaded()
