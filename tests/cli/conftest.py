"""What the tests of the commands share: a base to run them in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leica_kb.cli import run

Ended = tuple[int, str, str]
Runner = Callable[..., Ended]


@pytest.fixture
def leica(base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run a command in the built base; gives its exit code, stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(base)

    def go(*arguments: str) -> Ended:
        code = run(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return go
