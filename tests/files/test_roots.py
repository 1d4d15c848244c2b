"""Where a base lies, and that nothing leads out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.errors import NotABaseError, OutsideRootError
from leica_kb.files import find_root, inside


@pytest.mark.parametrize("mark", ["seeds", "claims/kb.yaml"])
def test_the_nearest_folder_up_with_a_mark_is_the_root(tmp_path: Path, mark: str) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    place = tmp_path / "a" / mark
    if mark.endswith(".yaml"):
        place.parent.mkdir()
        place.write_text("format: 1\n")
    else:
        place.mkdir()
    assert find_root(deep) == tmp_path / "a"


def test_without_a_start_the_variable_and_then_the_current_folder_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one" / "seeds").mkdir(parents=True)
    (tmp_path / "two" / "seeds").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "one")
    monkeypatch.delenv("LEICA_KB_ROOT", raising=False)
    assert find_root() == tmp_path / "one"
    monkeypatch.setenv("LEICA_KB_ROOT", str(tmp_path / "two"))
    assert find_root() == tmp_path / "two"
    assert find_root(tmp_path / "one") == tmp_path / "one"


@pytest.mark.parametrize("name", ["", "missing", "a\0b"])
def test_no_base_says_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotABaseError, match="leica-kb init"):
        find_root(tmp_path / name)


def test_a_folder_that_may_not_be_looked_into_is_no_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    real = Path.is_file

    def guarded(path: Path) -> bool:
        if path.is_relative_to(tmp_path / "secret"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "is_file", guarded)
    assert find_root(tmp_path / "secret" / "deep") == tmp_path


def test_a_path_inside_may_not_exist_yet(tmp_path: Path) -> None:
    assert inside(tmp_path, "claims/new.yaml") == tmp_path / "claims" / "new.yaml"
    assert inside(tmp_path, tmp_path / "claims" / ".." / "seeds") == tmp_path / "seeds"
    assert inside(tmp_path, ".") == tmp_path


@pytest.mark.parametrize("path", ["../other", "claims/../../other", "/etc/passwd", "a\0b", "loop/x"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OutsideRootError, match="outside the base"):
        inside(tmp_path, path)


def test_links_out_are_refused_and_links_within_are_followed(tmp_path: Path) -> None:
    root, other = tmp_path / "base", tmp_path / "other"
    (root / "real").mkdir(parents=True)
    other.mkdir()
    (root / "out").symlink_to(other)
    (root / "in").symlink_to("real")
    with pytest.raises(OutsideRootError):
        inside(root, "out/secret.yaml")
    assert inside(root, "in/file.yaml") == root / "real" / "file.yaml"


def test_a_root_that_is_itself_a_link(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "link").symlink_to("base")
    assert inside(tmp_path / "link", "x") == tmp_path / "base" / "x"
