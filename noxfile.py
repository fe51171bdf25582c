"""The project's tasks. `nox` alone is the quick check before a commit; `nox --list` shows the rest.

Sessions use the environment they are started in, the one that `.ci/start.py tests` made from the lock.
"""

import sys

import nox

PYTHON = sys.executable
LOCKS = {".lock/run.txt": ("build",), ".lock/tests.txt": ("tests",)}

nox.options.sessions = ["check"]
nox.options.default_venv_backend = "none"
nox.options.error_on_missing_interpreters = True


@nox.session
def check(session: nox.Session) -> None:
    """Before a commit: format, style, types, contracts, sizes and unit tests; goal under 30 s."""
    session.run(PYTHON, "-m", "pytest", "-q", "tests/architecture", "tests/unit", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Everything: `check` and all other tests, in two processes, each file in one of them."""
    session.run(PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """CPU of the commands against a yardstick, as a table; nothing is asserted."""
    session.run(PYTHON, "-m", "tests.bench.commands")
    session.notify("pdf-bench")
    session.notify("docx-bench")


@nox.session(name="pdf-bench")
def pdf_bench(session: nox.Session) -> None:
    """Tagged PDF beside plain ReportLab, WeasyPrint and Typst, CPU and memory; `-- --outer PYTHON` has the last two."""
    session.run(PYTHON, "-m", "tests.bench.pdf", *session.posargs)


@nox.session(name="docx-bench")
def docx_bench(session: nox.Session) -> None:
    """Word handouts beside plain python-docx, CPU, and how they grow: writes a page."""
    session.run(PYTHON, "-m", "tests.bench.docx", *session.posargs)


@nox.session(name="web-bench")
def web_bench(session: nox.Session) -> None:
    """What a reader waits for on the web page of 500 steps, in Chromium (docs/tools.md): writes a page."""
    session.run(PYTHON, "-m", "tests.bench.web", *session.posargs)


@nox.session(name="release-bench")
def release_bench(session: nox.Session) -> None:
    """Verifying the bytes of a release beside sha256sum and hashlib: writes a page."""
    session.run(PYTHON, "-m", "tests.bench.verify", *session.posargs)


@nox.session(name="layout-bench")
def layout_bench(session: nox.Session) -> None:
    """The layout engine before its judge, beside dot and ELK, and how steady it is: writes two pages."""
    session.run(PYTHON, "-m", "tests.bench.layout", *session.posargs)
    session.run(PYTHON, "-m", "tests.bench.layout.steadiness_page")


@nox.session
def demonstration(session: nox.Session) -> None:
    """Two releases and a withdrawal of the real sources, looked at by outside readers: writes docs/demonstration."""
    session.run(PYTHON, "-m", "tests.demonstration", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """PDFs of generated projects before our gate and other readers; `-- 1000 200` tries 200 from seed 1,000."""
    session.run(PYTHON, "-m", "tests.support.generated_trial", *session.posargs)


@nox.session
def faults(session: nox.Session) -> None:
    """A release killed or refused at each call of the system, on a full disk, at a lost power; writes tables."""
    session.run(PYTHON, "-m", "tests.faults.page", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """The locks anew from pyproject.toml, for every system at once; needs uv. `-- --upgrade` takes newer versions."""
    for target, groups in LOCKS.items():
        chosen = [part for group in groups for part in ("--group", group)]
        session.run(
            *("uv", "pip", "compile", "pyproject.toml", *chosen, "--quiet"),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"),
            *("--custom-compile-command", "nox -s lock", "--output-file", target, *session.posargs),
        )


@nox.session
def generated(session: nox.Session) -> None:
    """Write what is made from the code anew: the tree in docs, the page of codes, the schemas for editors."""
    session.run(PYTHON, "-m", "tests.architecture.tree")
    session.run(PYTHON, "-m", "tests.architecture.reference")
    session.run(PYTHON, "-m", "tests.unit.writers.pdf.gate.trials")
    session.run(PYTHON, "-m", "tests.unit.writers.docx.word_trials")
    session.run(PYTHON, "-m", "tests.unit.writers.html.gate.web_trials")
    session.run(PYTHON, "-m", "pipeline", "schema", "--write")


@nox.session
def mutations(session: nox.Session) -> None:
    """Every slip in the real sources, one by one (about 40 minutes); `-- --part` writes the page in docs anew."""
    session.run(PYTHON, "-m", "tests.diagnostics.mutations", *session.posargs or ("--all",))


@nox.session
def minimums(session: nox.Session) -> None:
    """The unit tests with the lowest versions that pyproject.toml allows; needs uv and network."""
    folder = session.create_tmp()
    python = f"{folder}/bin/python"
    session.run("uv", "venv", "--quiet", "--clear", "--python", "3.11", folder)
    session.run(
        *("uv", "pip", "install", "--quiet", "--python", python, "--resolution", "lowest-direct"),
        *("--editable", ".", "--group", "tests"),
    )
    session.run(python, "-m", "pytest", "-q", "tests/unit", *session.posargs)
