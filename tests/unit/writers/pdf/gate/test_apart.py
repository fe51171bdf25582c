"""The gate knows nothing of the writer: it imports none of its modules, or it would believe what it should check."""

import re
from pathlib import Path

import pytest

from pipeline.writers.pdf import gate

MODULES = sorted(Path(gate.__file__).parent.glob("*.py"))
IMPORTS = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_imports_nothing_of_the_writer(module: Path) -> None:
    names = IMPORTS.findall(module.read_text(encoding="utf-8"))
    assert names
    strange = [name for name in names if name.startswith("pipeline.writers.pdf") and "pdf.gate" not in name]
    assert strange == []
    assert not [name for name in names if name.startswith("reportlab")]
