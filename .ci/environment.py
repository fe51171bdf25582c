"""Makes `.venv` as the locks say and runs a command in it. Standard library only; speaks Swedish to its user.

The stamp in `.venv` says what was installed. While it holds nothing is installed and no network is needed; as soon as
it does not, `.venv` is made anew, so that the environment is always exactly what the lock says.
"""

import hashlib
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "processpil-stamp.json"
SCRIPTS = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

# Each later lock holds the earlier ones, pin by pin (a test compares).
LOCKS = {"build": ROOT / ".lock" / "run.txt", "tests": ROOT / ".lock" / "tests.txt"}
COMMANDS = {"build": ("pipeline", "build"), "tests": ("nox", "--session", "tests", "--")}

USAGE = """Så här används skriptet:
  python3 .ci/start.py build    gör alla publikationer i output/utkast/
  python3 .ci/start.py tests    kör alla tester
I PowerShell: py .ci/start.py build"""

PROBE = "import importlib.metadata as m; print(sorted(d.name + '==' + d.version for d in m.distributions()))"

# A mark in pip's words → what to do about it.
ADVICE = (
    (
        "DO NOT MATCH THE HASHES",
        "Ett paket stämmer inte med låset och installerades inte: säg till den som sköter koden.",
    ),
    ("No space left", "Disken är full: frigör plats och kör kommandot igen."),
    ("Permission denied", "Mappen går inte att skriva i: kör i en egen kopia, och stäng program som använder .venv."),
)
OTHERWISE = (
    "Paketen gick inte att hämta. Kontrollera nätverket (bakom en proxy: sätt HTTPS_PROXY) och kör kommandot igen. "
    "Prövat med Python 3.11–3.13; för andra versioner finns kanske inga färdiga paket."
)


class Fault(Exception):
    """Something the user must mend; the text says what, in Swedish."""


def main(arguments: list[str]) -> int:
    """Prepare the environment and run the task in it; returns the task's exit code, 2 for wrong use, 3 for a fault."""
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE, file=sys.stderr)
        return 2
    task, *rest = arguments
    try:
        _prepare(task)
        return subprocess.call([PYTHON, "-m", *COMMANDS[task], *rest], cwd=ROOT, env=_surroundings())
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def _prepare(task: str) -> None:
    """Bring `.venv` to what the task's lock says; does nothing if it is there already."""
    wanted = {name: _key(lock) for name, lock in LOCKS.items()}
    present = _present()
    if present.get(task) == wanted[task]:
        return
    print(f"Förbereder .venv med Python {platform.python_version()}; det kan ta någon minut ...", file=sys.stderr)
    kept = [name for name in present if present[name] == wanted[name]]
    if not kept:
        _make_anew()
    STAMP.unlink(missing_ok=True)
    _install(LOCKS[task])
    done = list(LOCKS)[: list(LOCKS).index(task) + 1]
    stamp = {**_identity(), "installed": _installed(), "keys": {name: wanted[name] for name in {*kept, *done}}}
    STAMP.write_text(json.dumps(stamp, sort_keys=True), encoding="utf-8")


def _key(lock: Path) -> str:
    """What an installation depends on: the lock, and the parts of pyproject.toml that the installed project holds."""
    try:
        content = lock.read_bytes()
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    except OSError as problem:
        raise Fault(f"Filen {problem.filename} saknas: hämta en ny kopia med git clone, den här är inte hel.") from None
    tables = json.dumps([project["project"], project["build-system"]], sort_keys=True)
    return hashlib.sha256(content + tables.encode()).hexdigest()


def _identity() -> dict[str, str]:
    """An environment holds for one folder and one Python; a moved or upgraded one is made anew."""
    return {"root": str(ROOT), "python": sys.version}


def _present() -> dict[str, str]:
    """Keys of the locks that `.venv` is known to satisfy; none if it is missing, broken or changed by hand."""
    try:
        stamp: dict[str, Any] = json.loads(STAMP.read_text(encoding="utf-8"))
        if {name: stamp[name] for name in _identity()} == _identity() and stamp["installed"] == _installed():
            return dict(stamp["keys"])
    except (OSError, ValueError, KeyError, TypeError, Fault):
        pass  # whatever is wrong with it, the answer is to make it anew
    return {}


def _installed() -> str:
    """Names and versions of all packages in `.venv`, as one line."""
    return _run([str(PYTHON), "-I", "-c", PROBE], "Miljön i .venv går inte att starta: ta bort mappen och försök igen.")


def _make_anew() -> None:
    """An empty environment, made by the Python under any environment we may have been started from."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        raise Fault(
            f"Paketet {package} saknas (Python kan inte göra en egen miljö utan det). "
            f"Installera det (på Debian och Ubuntu: sudo apt install {package}) och kör kommandot igen."
        )
    python = getattr(sys, "_base_executable", None) or sys.executable
    _run(
        [python, "-I", "-m", "venv", "--clear", str(FOLDER)],
        "Mappen .venv gick inte att göra: stäng program som använder den, och kör kommandot igen.",
    )


def _install(lock: Path) -> None:
    """What the lock names, each file checked against its digest, then the project itself as a link to this folder."""
    pip = [
        str(PYTHON),
        "-I",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-deps",
    ]
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)], OTHERWISE)
    _run(
        [*pip, "--no-index", "--no-build-isolation", "--editable", str(ROOT)],
        "Projektet gick inte att installera. Kontrollera om pyproject.toml är ändrad.",
    )


def _run(command: list[str], otherwise: str) -> str:
    """What a command printed; if it fails, a fault with the command's own words and what to do."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=_surroundings(), capture_output=True, text=True, errors="replace", check=False
        )
    except OSError as problem:
        raise Fault(f"{problem}\n{otherwise}") from None
    if done.returncode == 0:
        return done.stdout.strip()
    words = (done.stdout + done.stderr).strip()
    advice = next((advice for mark, advice in ADVICE if mark in words), otherwise)
    raise Fault(f"{words}\n\n{advice}")


def _surroundings() -> dict[str, str]:
    """The user's environment, with `.venv` first on the path and nothing that bends Python or pip elsewhere."""
    bent = {
        "PYTHONHOME",
        "PYTHONPATH",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_REQUIRE_HASHES",
        "__PYVENV_LAUNCHER__",
    }
    kept = {name: value for name, value in os.environ.items() if name not in bent}
    path = os.pathsep.join([str(SCRIPTS), kept.get("PATH", "")])
    return {**kept, "VIRTUAL_ENV": str(FOLDER), "PATH": path}
