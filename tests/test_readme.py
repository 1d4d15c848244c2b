"""The README says what is true: its output is real, and it lists every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leica_kb.cli.app import SECTIONS
from tests.readme import README, Example, copy_base, examples, main, rewritten, run_example, shell_blocks

TEXT = README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_base(tmp_path_factory.mktemp("readme"))


@pytest.mark.parametrize("example", examples(TEXT), ids=lambda example: example.command)
def test_every_example_prints_what_the_readme_shows(example: Example, shipped: Path) -> None:
    assert run_example(example.command, shipped) == example.output, "to write it anew: python -m tests.readme write"


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `leica-kb ([a-z]+)", TEXT, re.MULTILINE)
    assert listed == [name for names in SECTIONS.values() for name in names]


def test_the_first_blocks_are_the_two_that_ci_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["block", "1"]) == 0
    assert "pip install ." in (first := capsys.readouterr().out)
    assert first.rstrip().endswith("leica-kb report")
    assert shell_blocks(TEXT)[1].rstrip().endswith("pytest")
    assert main([]) == 2


def test_output_is_written_anew(tmp_path: Path) -> None:
    text = "```sh\nfalse\n```\n\n```console\n$ echo one\ntwo\n$ echo three\n```\n"
    assert rewritten(text, tmp_path) == "```sh\nfalse\n```\n\n```console\n$ echo one\none\n$ echo three\nthree\n```\n"


def test_the_steps_that_merge_two_names_work_as_written(tmp_path: Path) -> None:
    (steps,) = [block for block in shell_blocks(TEXT) if "decide matsushita" in block]
    *before, last = steps.strip().splitlines()
    assert last == "leica-kb undo"
    told = run_example("\n".join(before), tmp_path)
    assert "matsushita – panasonic: an article calls them one" in told
    assert 'leica-kb decide matsushita panasonic same --until 2008 --because "…"' in told
    assert "founded in 1918, but" in " ".join(told.split())
    assert "ruled the same: matsushita (until 2008)" in told
    assert "taken back: the ruling on matsushita and panasonic" in run_example(last, tmp_path / "names-base")
    assert "0 findings" in run_example("leica-kb contradictions", tmp_path / "names-base")
