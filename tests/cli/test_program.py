"""The program as a process: help, wrong use, pipes, terminals, interruption, and what a look-up imports."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from leica_kb.cli import main, run
from leica_kb.cli.app import SECTIONS

HEAVY = ("rich", "pydantic", "yaml", "spacy")


def python(code: str, base: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "80", **settings}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=base, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  this interpreter


def test_help_is_short_and_in_the_order_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    names = [name for names in SECTIONS.values() for name in names]
    places = [out.index(f"\n  {name} ") for name in names]
    assert places == sorted(places)
    assert len(out.splitlines()) <= 45
    assert max(map(len, out.splitlines())) <= 80
    assert "..." not in out.split("Look:")[1]


@pytest.mark.parametrize("name", [name for names in SECTIONS.values() for name in names])
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Example: leica-kb {name}" in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"leica-kb \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["repot"], "Did you mean 'report'"),
        (["ask"], "Missing argument"),
        (["report", "--format", "pdf"], "'pdf' is not one of"),
        (["report", "--rot", "."], "No such option"),
        (["--root", ".", "report"], "options stand behind the command"),
    ],
)
def test_wrong_use_is_answered_and_ends_with_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err


def test_no_base_is_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "--root", str(tmp_path / "nowhere")]) == 2
    assert re.fullmatch(r"leica-kb: .*no base here or above.*\n", capsys.readouterr().err)


def test_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leica_kb.cli.looking.KnowledgeBase", interrupt)
    assert run(["sources"]) == 130
    monkeypatch.setattr("leica_kb.cli._command", interrupt)
    assert run(["sources"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupted_build_says_that_the_next_goes_on(
    new_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leica_kb.kb.building.updating.load_world", interrupt)
    assert run(["build", "--root", str(new_base)]) == 130
    assert "the next build goes on from there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied", "claims/kb.yaml"), "claims/kb.yaml: Permission denied"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (RecursionError(), "nested too deeply"),
    ],
)
def test_what_the_system_refuses_is_one_message(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("leica_kb.cli.looking.KnowledgeBase", fail)
    assert run(["sources"]) == 2
    assert told in capsys.readouterr().err


def test_main_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["leica-kb", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0


def test_a_look_up_imports_nothing_heavy(base: Path) -> None:
    code = (
        "import sys; from leica_kb.cli import run; code = run(['ask', 'when was Sigma founded?']);"
        f"print(sorted({{m.split('.')[0] for m in sys.modules}} & set({HEAVY!r})), code, file=sys.stderr)"
    )
    python(code, base)  # whatever made the index stale is settled here
    done = python(code, base)
    assert done.stderr == "[] 0\n"
    assert "1961" in done.stdout


def test_a_reader_that_stops_reading_is_no_error(base: Path) -> None:
    code = "import sys; from leica_kb.cli import run; sys.exit(run(['export']))"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=base, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603  this interpreter
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def on_a_terminal(code: str, base: Path, **settings: str) -> str:
    """What a process prints when stdout and stderr are a terminal."""
    leader, follower = pty.openpty()
    settled = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **settings}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=base, env=settled, stdout=follower, stderr=follower) as process:  # noqa: S603  ours
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            parts.append(part)
    os.close(leader)
    assert process.returncode == 0
    return b"".join(parts).decode()


SHOW = "import sys; from leica_kb.cli import run; sys.exit(run(['contradictions']))"


def test_a_terminal_gets_colours_and_frames(base: Path) -> None:
    shown = on_a_terminal(SHOW, base, NO_COLOR="")
    assert "\x1b[1;3;4;33m1961" in shown
    assert "╭─" in shown


def test_no_color_is_honoured(base: Path) -> None:
    shown = on_a_terminal(SHOW, base, NO_COLOR="1")
    assert not re.search(r"\x1b\[(?:\d+;)*3[0-7]m", shown)
    assert "╭─" in shown


def test_a_dumb_terminal_gets_plain_text(base: Path) -> None:
    assert "\x1b" not in on_a_terminal(SHOW, base, TERM="dumb")


def test_long_work_shows_a_bar_on_a_terminal(base: Path) -> None:
    (base / "seeds" / "new.txt").write_text("Sigma was founded in 1999.\n")
    shown = on_a_terminal("import sys; from leica_kb.cli import run; sys.exit(run(['build']))", base)
    assert "reading articles" in shown
    assert "1 loud finding" in shown


def test_candidates_are_readable_on_a_terminal(base: Path) -> None:
    read = "run(['extract', '--text', 'Sigma was founded by Eva Ray.'])"
    assert "without one" in on_a_terminal(f"import sys; from leica_kb.cli import run; sys.exit({read})", base)
