"""The Tab key in bash, zsh and fish, by the variables that their scripts set; silent where there is no base."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from leica_kb.cli import run


def press_tab(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, shell: str, line: str) -> list[str]:
    """What a shell is told for a line whose last word is half typed."""
    monkeypatch.setenv("_LEICA_KB_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    with pytest.raises(SystemExit):
        run([])
    printed = capsys.readouterr()
    assert printed.err == ""
    if shell == "zsh":
        return re.findall(r'"([^"]+)"', printed.out.replace("\\\\:", ":"))
    return printed.out.split()


CASES = [
    ("leica-kb show c-9d", ["c-9de37e45a6e5"]),
    ("leica-kb show mak", ["maker"]),
    ("leica-kb show sigm", ["sigma"]),
    ("leica-kb compare sigm", ["sigma"]),
    ("leica-kb compare sigma founded", ["founded_by", "founded_in"]),
    ("leica-kb decide sigm", ["sigma"]),
    ("leica-kb verify c-9d", ["c-9de37e45a6e5"]),
    ("leica-kb forget bl", ["blog"]),
    ("leica-kb claims subj", None),
    ("leica-kb claims so", ["source:", "sort:"]),
    ("leica-kb claims source:mak", ["source:maker"]),
    ("leica-kb claims predicate:founded_in,based", ["predicate:founded_in,based_in"]),
    ("leica-kb claims modality:!ass", ["modality:!asserted"]),
    ("leica-kb claims sort:sta", ["sort:stated"]),
    ("leica-kb claims nothing:x", []),
    ("leica-kb ask who source:bl", ["source:blog"]),
]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(("line", "offered"), CASES, ids=[line for line, _ in CASES])
def test_ids_are_completed(
    shell: str,
    line: str,
    offered: list[str] | None,
    base: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(base)
    found = press_tab(capsys, monkeypatch, shell, line)
    if offered is None:
        assert found
        assert all(name.startswith("subject:") for name in found)
    else:
        assert found == offered


def test_bash_parts_words_at_colons(
    base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(base)
    assert press_tab(capsys, monkeypatch, "bash", "leica-kb claims source : mak") == ["maker"]


def test_another_base_is_completed_by_its_root(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert press_tab(capsys, monkeypatch, "fish", f"leica-kb show --root {base} mak") == ["maker"]


@pytest.mark.parametrize("damage", [False, True])
def test_no_base_or_a_damaged_index_is_silent(
    damage: bool, base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if damage:
        (base / ".leica_kb" / "index.sqlite").write_bytes(b"no index")
    monkeypatch.chdir(base if damage else tmp_path)
    monkeypatch.delenv("LEICA_KB_ROOT", raising=False)
    assert press_tab(capsys, monkeypatch, "fish", "leica-kb show mak") == []
    assert not (base / ".leica_kb" / "index.sqlite").read_bytes().startswith(b"SQLite") or not damage


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell_is_shown(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(SystemExit):
        run(["--show-completion", shell])
    assert "_LEICA_KB_COMPLETE" in capsys.readouterr().out
