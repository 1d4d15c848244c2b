"""Old texts: from the base, from the copies beside the index, from git, or from nowhere."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from leica_kb.kb.world.texts import COPIES, keep_old_text, old_text

TEXT = "Sigma was founded in 1961.\n"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_copy_is_believed_only_if_it_is_the_text(tmp_path: Path) -> None:
    folder = tmp_path / COPIES
    folder.mkdir(parents=True)
    (folder / SHA).write_text("something else")
    assert old_text(tmp_path, SHA, "seeds/a.txt") is None
    (folder / SHA).write_text(TEXT)
    assert old_text(tmp_path, SHA, "seeds/a.txt") == TEXT


def test_a_text_that_was_kept_is_found_without_its_copy(tmp_path: Path) -> None:
    (tmp_path / COPIES).mkdir(parents=True)
    (tmp_path / COPIES / SHA).write_text(TEXT)
    assert keep_old_text(tmp_path, SHA, "seeds/a.txt") == TEXT
    (tmp_path / COPIES / SHA).unlink()
    assert old_text(tmp_path, SHA, "seeds/a.txt") == TEXT


def test_bytes_that_are_no_text_are_nobodys_old_text(tmp_path: Path) -> None:
    data = b"\xff\xfe caf\xe9"
    name = hashlib.sha256(data).hexdigest()
    (tmp_path / COPIES).mkdir(parents=True)
    (tmp_path / COPIES / name).write_bytes(data)
    assert old_text(tmp_path, name, "seeds/a.txt") is None


@pytest.mark.parametrize("error", [OSError("no git"), subprocess.TimeoutExpired("git", 10)])
def test_without_git_there_is_no_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", fail)
    assert old_text(tmp_path, SHA, "seeds/a.txt") is None
    assert keep_old_text(tmp_path, "", "seeds/a.txt") is None
