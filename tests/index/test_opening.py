from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from leica_kb.index import StaleIndexError, build_index, indexed_sources, open_index
from leica_kb.index import opening as opening_module
from tests.index.contents import content


def built(folder: Path, name: str = "i") -> Path:
    build_index(folder / name, content())
    return folder / name


def test_a_missing_index_is_stale(tmp_path: Path) -> None:
    with pytest.raises(StaleIndexError, match="no index yet"):
        open_index(tmp_path / "i")
    assert indexed_sources(tmp_path / "i") == {}


@pytest.mark.parametrize(
    "junk", [b"", b"not a database at all, but long enough to be read as one" * 40, b"SQLite format 3\0" + b"\0" * 4080]
)
def test_a_file_that_is_no_index_is_stale_and_replaced(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "i"
    path.write_bytes(junk)
    with pytest.raises(StaleIndexError):
        open_index(path)
    build_index(path, content())
    assert indexed_sources(path) == {"a": "key-a", "b": "key-b"}


def test_a_foreign_database_is_stale(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "i")
    other.execute("CREATE TABLE claim(id)")
    other.commit()
    other.close()
    with pytest.raises(StaleIndexError, match="not an index"):
        open_index(tmp_path / "i")


def test_an_older_index_is_stale(tmp_path: Path) -> None:
    path = built(tmp_path)
    writer = sqlite3.connect(path)
    writer.execute("UPDATE meta SET value = 'older' WHERE key = 'schema'")
    writer.commit()
    writer.close()
    with pytest.raises(StaleIndexError, match="another version"):
        open_index(path)


def test_a_row_that_somebody_edited_is_stale(tmp_path: Path) -> None:
    path = built(tmp_path)
    writer = sqlite3.connect(path)
    writer.execute("UPDATE claim SET subject = 'bolt-b1'")
    writer.commit()
    writer.close()
    with pytest.raises(StaleIndexError, match="bytes"):
        open_index(path)


def test_an_index_cut_short_is_stale(tmp_path: Path) -> None:
    path = built(tmp_path)
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(StaleIndexError, match="damaged"):
        open_index(path)


def test_damage_anywhere_is_stale(tmp_path: Path) -> None:
    whole = built(tmp_path).read_bytes()
    dice = random.Random(5)  # noqa: S311  no secret hangs on it
    stale = 0
    for _ in range(60):
        broken = bytearray(whole)
        at = dice.randrange(100, len(broken) - 300)
        broken[at : at + 300] = dice.randbytes(300)
        (tmp_path / "broken").write_bytes(broken)
        try:
            open_index(tmp_path / "broken").close()
        except StaleIndexError:
            stale += 1
    assert stale == 60


def test_a_large_index_is_read_through_only_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = built(tmp_path)
    broken = bytearray(path.read_bytes())
    broken[broken.rindex(b"key-b")] ^= 1
    path.write_bytes(broken)
    monkeypatch.setattr(opening_module, "SMALL", 10)
    open_index(path).close()
    with pytest.raises(StaleIndexError, match="bytes"):
        open_index(path, thorough=True)


def test_a_path_with_signs_of_a_uri_opens(tmp_path: Path) -> None:
    folder = tmp_path / "a?b#c%41 d"
    folder.mkdir()
    assert indexed_sources(built(folder)) == {"a": "key-a", "b": "key-b"}


def test_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StaleIndexError, match="leica-kb build"):
        open_index(tmp_path / "i")
