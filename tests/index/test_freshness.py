from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from leica_kb.index import Freshness, InputFile, build_index, check_freshness, input_name, open_index, read_input
from leica_kb.index import freshness as freshness_module
from tests.index.contents import content

LONG_AGO = 1_500_000_000_123_456_789


def write(path: Path, text: str, mtime_ns: int = LONG_AGO) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(mtime_ns, mtime_ns))
    return path


def indexed(root: Path, *paths: Path) -> Path:
    build_index(root / "i", replace(content(), inputs=tuple(read_input(root, path) for path in paths)))
    return root / "i"


def check(root: Path, *paths: Path) -> Freshness:
    connection = open_index(root / "i")
    try:
        return check_freshness(connection, root, paths)
    finally:
        connection.close()


def test_untouched_files_are_fresh_by_size_and_time_alone(tmp_path: Path, monkeypatch: object) -> None:
    one = write(tmp_path / "claims/a.yaml", "a")
    indexed(tmp_path, one)
    one.chmod(0)
    try:
        assert check(tmp_path, one).fresh
    finally:
        one.chmod(0o600)


def test_a_touched_file_with_the_same_bytes_is_fresh(tmp_path: Path) -> None:
    one = write(tmp_path / "a", "same")
    indexed(tmp_path, one)
    write(one, "same", LONG_AGO + 1)
    assert check(tmp_path, one).fresh


def test_changed_added_and_missing_files_are_told(tmp_path: Path) -> None:
    same_size, longer, gone = (write(tmp_path / name, "one") for name in ("same", "longer", "gone"))
    indexed(tmp_path, same_size, longer, gone)
    write(same_size, "two", LONG_AGO + 1)
    write(longer, "three", LONG_AGO)
    added = write(tmp_path / "added", "four")
    found = check(tmp_path, same_size, longer, added)
    assert found == Freshness(changed=("longer", "same"), added=("added",), missing=("gone",))
    assert not found.fresh


def test_a_file_that_vanishes_meanwhile_counts_as_changed(tmp_path: Path) -> None:
    one = write(tmp_path / "a", "a")
    indexed(tmp_path, one)
    one.unlink()
    assert check(tmp_path, one).changed == ("a",)


def test_a_file_written_a_moment_ago_is_not_trusted_by_its_time(tmp_path: Path) -> None:
    one = tmp_path / "a"
    one.write_text("one", encoding="utf-8")
    now = one.stat().st_mtime_ns
    assert read_input(tmp_path, one) == InputFile("a", 3, 0, read_input(tmp_path, one).sha256)
    indexed(tmp_path, one)
    write(one, "two", now)
    assert check(tmp_path, one).changed == ("a",)


def test_coarse_file_systems_get_a_longer_moment(tmp_path: Path) -> None:
    import time

    one = write(tmp_path / "a", "one", (time.time_ns() - 1_000_000_000) // 1_000_000_000 * 1_000_000_000)
    assert read_input(tmp_path, one).mtime_ns == 0
    fine = write(tmp_path / "b", "one", (time.time_ns() - 1_000_000_000) // 1_000_000 * 1_000_000 + 7)
    assert read_input(tmp_path, fine).mtime_ns != 0
    assert freshness_module.RACY_NS[0] < freshness_module.RACY_NS[1]


def test_files_outside_the_root_keep_their_whole_path(tmp_path: Path) -> None:
    root, pack = tmp_path / "base", write(tmp_path / "packs/p.yaml", "p")
    root.mkdir()
    assert input_name(root, pack) == pack.as_posix()
    indexed(root, pack)
    assert check(root, pack).fresh
