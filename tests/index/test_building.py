from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.index import (
    IndexContent,
    SourceContent,
    StaleIndexError,
    build_index,
    indexed_sources,
    is_sound,
    open_index,
)
from leica_kb.index.schema import LISTED
from leica_kb.model import Claim, Entity, Vocabulary
from tests.index.contents import CUES, VOCABULARY, claim, content


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = open_index(path)
    try:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in LISTED}  # noqa: S608  fixed names
    finally:
        connection.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = open_index(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_what_goes_in_stands_in_rows(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "index.sqlite"
    build_index(path, content())
    assert rows(path, "SELECT id, source, object, shape, speaker FROM claim ORDER BY id") == [
        ("c-1", "a", "japan", "entity", None),
        ("c-2", "a", None, "number", None),
        ("c-3", "b", None, "text", "commenter:1"),
    ]
    assert rows(path, "SELECT id, key, caveat, words FROM source") == [
        ("a", "key-a", "all rumour", "the post"),
        ("b", "key-b", None, ""),
    ]
    assert rows(path, "SELECT claim, side FROM finding_claim ORDER BY claim") == [("c-1", "left"), ("c-3", "right")]
    assert rows(path, "SELECT claim, status FROM verification") == [("c-1", "exact")]


@pytest.mark.parametrize("word", ["hand", "bodi", "japan"])
def test_a_claim_is_found_by_words_of_its_value_and_its_other_wordings(tmp_path: Path, word: str) -> None:
    build_index(tmp_path / "i", content())
    connection = open_index(tmp_path / "i")
    query = "SELECT c.id FROM claim_text t JOIN claim c ON c.row = t.rowid WHERE claim_text MATCH ?"
    assert ("c-3",) in connection.execute(query, (word,)).fetchall()
    connection.close()


def test_kin_tells_parts_makers_and_twins(tmp_path: Path) -> None:
    build_index(tmp_path / "i", content())
    assert rows(tmp_path / "i", "SELECT whole, how FROM kin WHERE part = 'acme-z1' ORDER BY whole") == [
        ("acme", "maker"),
        ("acme-cameras", "within"),
        ("acme-z1", "self"),
        ("bolt-b1", "twin"),
        ("bolt-cameras", "twin"),
        ("gone", "within"),
    ]


def test_names_without_made_or_built_are_names_too(tmp_path: Path) -> None:
    entities = {"x": Entity("x", "Acme-made Bolts", "product_class")}
    build_index(tmp_path / "i", IndexContent((), Vocabulary({}, entities)))
    assert ("acmebolts",) in rows(tmp_path / "i", "SELECT key FROM alias")


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    build_index(tmp_path / "i", content())
    assert [p.name for p in tmp_path.iterdir()] == ["i"]


def test_leftovers_of_killed_builds_go_when_they_are_old(tmp_path: Path) -> None:
    old, new = tmp_path / "i.1-1.tmp", tmp_path / "i.2-2.tmp"
    for left in (old, new):
        left.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    build_index(tmp_path / "i", content())
    assert (old.exists(), new.exists()) == (False, True)


def test_an_unchanged_content_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "i"
    build_index(path, content())
    before = path.stat()
    build_index(path, content())
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_reader_keeps_the_index_that_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "i"
    build_index(path, content())
    reader = open_index(path)
    build_index(path, IndexContent((), VOCABULARY, CUES))
    assert reader.execute("SELECT count(*) FROM claim").fetchone() == (3,)
    reader.close()
    assert rows(path, "SELECT count(*) FROM claim") == [(0,)]


def test_kept_sources_need_not_be_given_again(tmp_path: Path) -> None:
    path, whole = tmp_path / "i", content()
    build_index(path, whole)
    kept = tuple(replace(source, claims=None) for source in whole.sources)
    changed = replace(kept[1], key="key-b2", claims=(claim("c-9", "b"),))
    build_index(path, replace(whole, sources=(kept[0], changed)))
    build_index(tmp_path / "j", replace(whole, sources=(whole.sources[0], changed)))
    assert dump(path) == dump(tmp_path / "j")


def test_kept_sources_survive_a_change_of_names(tmp_path: Path) -> None:
    path, whole = tmp_path / "i", content()
    build_index(path, whole)
    renamed = Vocabulary(VOCABULARY.predicates, {**VOCABULARY.entities, "japan": Entity("japan", "Nippon", "place")})
    kept = replace(whole, sources=tuple(replace(s, claims=None) for s in whole.sources), vocabulary=renamed)
    build_index(path, kept)
    build_index(tmp_path / "j", replace(whole, vocabulary=renamed))
    assert dump(path) == dump(tmp_path / "j")


def test_a_source_that_is_not_indexed_cannot_be_kept(tmp_path: Path) -> None:
    kept = IndexContent((SourceContent("a", "other", claims=None),), VOCABULARY, CUES)
    with pytest.raises(StaleIndexError, match="not indexed"):
        build_index(tmp_path / "i", kept)
    build_index(tmp_path / "i", content())
    with pytest.raises(StaleIndexError, match="not indexed"):
        build_index(tmp_path / "i", kept)
    assert indexed_sources(tmp_path / "i") == {"a": "key-a", "b": "key-b"}


Version = tuple[tuple[str, int], ...]


def versions(draw: st.DrawFn) -> Version:
    names = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    return tuple((name, draw(st.integers(0, 2))) for name in names)


def made(version: Version) -> IndexContent:
    def claims(name: str, number: int) -> tuple[Claim, ...]:
        return tuple(claim(f"{name}{n}", name, n * 60) for n in range(number))

    sources = tuple(SourceContent(name, f"{name}-{number}", claims=claims(name, number)) for name, number in version)
    return IndexContent(sources, VOCABULARY, CUES)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.composite(versions)(), min_size=1, max_size=4))
def test_step_by_step_equals_at_once(tmp_path_factory: pytest.TempPathFactory, steps: list[Version]) -> None:
    folder = tmp_path_factory.mktemp("steps")
    for step in steps:
        build_index(folder / "i", made(step))
    build_index(folder / "whole", made(tuple(reversed(steps[-1]))))
    assert dump(folder / "i") == dump(folder / "whole")
    assert full_text(folder / "i") == full_text(folder / "whole")


def full_text(path: Path) -> Sequence[tuple[object, ...]]:
    return sorted(rows(path, "SELECT rowid FROM claim_text WHERE claim_text MATCH 'japan'"), key=repr)


def test_two_builders_at_once_leave_a_whole_index(tmp_path: Path) -> None:
    path = tmp_path / "i"
    script = (
        "import sys; from pathlib import Path; from leica_kb.index import build_index, IndexContent;"
        "from tests.index.contents import content\n"
        "for n in range(8):\n"
        "    build_index(Path(sys.argv[1]), content() if n % 2 else IndexContent((), content().vocabulary))"
    )
    builders = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(2)]  # noqa: S603  own code
    for builder in builders:
        assert builder.wait(60) == 0
    connection = open_index(path)
    assert is_sound(connection)
    assert connection.execute("SELECT count(*) FROM claim").fetchone() == (3,)
    connection.close()


def test_a_build_killed_at_any_moment_leaves_the_old_index(tmp_path: Path) -> None:
    path = tmp_path / "i"
    build_index(path, content())
    before = path.read_bytes()
    script = (
        "import os, sqlite3, sys; from pathlib import Path; from leica_kb.index import building\n"
        "from tests.index.contents import content; from dataclasses import replace\n"
        "building._publish = lambda fresh, path: os.kill(os.getpid(), 9)\n"
        "building.build_index(Path(sys.argv[1]), replace(content(), findings=()))"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False)  # noqa: S603  own code
    assert killed.returncode == -9
    assert path.read_bytes() == before
    build_index(path, content())
    assert is_sound(open_index(path))


def test_a_build_that_fails_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from leica_kb.index import building

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(building, "_publish", fail)
    with pytest.raises(OSError, match="disk full"):
        build_index(tmp_path / "i", content())
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_minds_no_file_that_goes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "i.1-1.tmp").symlink_to(tmp_path / "nowhere")
    build_index(tmp_path / "i", content())
    assert (tmp_path / "i").exists()


def test_one_id_in_two_sources_is_kept_twice(tmp_path: Path) -> None:
    sources = (SourceContent("a", "1", claims=(claim("c-1"),)), SourceContent("b", "1", claims=(claim("c-1", "b"),)))
    build_index(tmp_path / "i", IndexContent(sources, VOCABULARY))
    assert rows(tmp_path / "i", "SELECT source FROM claim WHERE id = 'c-1' ORDER BY source") == [("a",), ("b",)]


def test_a_look_up_cannot_write(tmp_path: Path) -> None:
    build_index(tmp_path / "i", content())
    connection = open_index(tmp_path / "i")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM claim")
    connection.close()


def test_a_new_name_of_the_claims_leaves_their_rows_and_equals_a_build_from_nothing(tmp_path: Path) -> None:
    path, fresh = tmp_path / "i", tmp_path / "fresh"
    build_index(path, content())
    named = replace(content(), undeclared=(Entity("z9", "Zed Nine", "product", within=("acme-cameras",)),))
    build_index(path, named)
    build_index(fresh, named)
    assert dump(path) == dump(fresh)
    assert ("zednine", "z9") in rows(path, "SELECT key, entity FROM alias")
    assert rows(path, "SELECT whole FROM kin WHERE part = 'z9' AND how = 'within'") == [("acme-cameras",), ("gone",)]
    build_index(path, content())
    assert not rows(path, "SELECT key FROM alias WHERE entity = 'z9'")


def test_a_declared_name_wins_over_what_the_claims_know(tmp_path: Path) -> None:
    build_index(tmp_path / "i", replace(content(), undeclared=(Entity("acme", "Wrong", "person"),)))
    assert rows(tmp_path / "i", "SELECT name, type FROM entity WHERE id = 'acme'") == [("Acme", "company")]
