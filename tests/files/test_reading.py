"""Only ordinary files of bearable size are read, and names that a system may fold are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.files import find_name_clashes, read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00words\xff")
    assert read_file(tmp_path / "a", max_bytes=7) == b"\x00words\xff"


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"12345")
    (tmp_path / "folder").mkdir()
    for name, words in (
        ("missing", "no such file"),
        ("pipe", "not an ordinary file"),
        ("folder", "not an ordinary file"),
        ("large", "5 bytes, more than the 4"),
        ("a\0b", "cannot be read"),
        ("large/under", "cannot be read: Not a directory"),
    ):
        with pytest.raises(InputError, match=words):
            read_file(tmp_path / name, max_bytes=4)


def test_a_missing_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(InputError, match=r"chmod u\+r"):
        read_file(tmp_path / "a")


def test_names_that_differ_by_case_or_form_are_refused_all() -> None:
    names = ["b.yaml", "A.yaml", "a.yaml", "caf\u00e9.yaml", "cafe\u0301.yaml", "STRASSE.yaml", "straße.yaml"]
    safe, problems = find_name_clashes(Path("claims") / name for name in names)
    assert safe == (Path("claims/b.yaml"),)
    assert [problem.path.name for problem in problems] == sorted(set(names) - {"b.yaml"})
    assert {problem.code for problem in problems} == {"KB001"}
    assert "A.yaml only by case" in next(problem.message for problem in problems if problem.path.name == "a.yaml")


def test_the_same_name_in_two_folders_is_no_clash() -> None:
    assert find_name_clashes([Path("a/x"), Path("b/x"), Path("a/x")]) == ((Path("a/x"), Path("b/x")), ())
