"""What lies beside the claims: last proposals, old texts, rulings, the log."""

from __future__ import annotations

import errno
import gzip
import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.errors import InputError
from leica_kb.model import Claim
from leica_kb.store import (
    Decision,
    Edit,
    LogEntry,
    Proposals,
    append_log,
    by_position,
    load_decisions,
    load_log,
    load_proposed,
    load_text,
    logged,
    save_decisions,
    save_proposed,
    save_text,
    write_edits,
)
from leica_kb.store import decisions as decisions_room
from leica_kb.store.entities import add_entity
from leica_kb.store.proposals import parse_proposed
from tests.store.strategies import claims, words

# --- proposals --------------------------------------------------------------------------------------------------------

PROPOSED = Path("claims/.proposed/s.jsonl")


@settings(max_examples=50)
@given(st.lists(claims(), max_size=3), st.lists(claims(), max_size=2), words)
def test_proposals_load_again(
    tmp_path_factory: pytest.TempPathFactory, found: list[Claim], gone: list[Claim], key: str
) -> None:
    root = tmp_path_factory.mktemp("base")
    lost = replace(gone[0], start=-1, end=-1) if gone else None
    proposals = Proposals(key, by_position(found), (lost,) if lost else ())
    assert save_proposed(root, "s", proposals)
    assert not save_proposed(root, "s", proposals)
    assert load_proposed(root, "s") == (proposals, ())
    assert proposals.known == (*by_position(found), *proposals.remembered)


def test_no_proposals_yet(tmp_path: Path) -> None:
    assert load_proposed(tmp_path, "s") == (Proposals(), ())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "not JSON"),
        ("{}\n", 1, "must hold the key"),
        ("[1]\n", 1, "must hold the key"),
        ('{"key":"k"}\n{"id":3}\n', 2, "id"),
        ('{"key":"k"}\n[]\n', 2, "must be keys"),
        ('{"key":"k"}\n{"half', 2, "not JSON"),
        ('{"key":"k"}\n' + "[" * 100_000 + "\n", 2, "not JSON"),
    ],
)
def test_damaged_proposals_are_told_and_taken_for_none(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / PROPOSED
    path.parent.mkdir(parents=True)
    path.write_text(text)
    proposals, (found,) = load_proposed(tmp_path, "s")
    assert proposals == Proposals()
    assert (found.code, found.line, found.path) == ("KB109", line, PROPOSED)
    assert words in found.message
    with pytest.raises(InputError):
        parse_proposed(text.encode(), "s", PROPOSED)


def test_proposals_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_proposed(tmp_path, "s", Proposals("k"))
    monkeypatch.setattr("leica_kb.store.proposals.read_file", _refuse)
    proposals, (found,) = load_proposed(tmp_path, "s")
    assert (proposals, found.code) == (Proposals(), "KB103")


def _refuse(path: Path) -> bytes:
    raise InputError(path, "may not be read")


# --- texts ------------------------------------------------------------------------------------------------------------


def test_an_old_text_is_found_by_its_digest(tmp_path: Path) -> None:
    data = "Größe 😀\r\n".encode()
    sha256 = save_text(tmp_path, data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert load_text(tmp_path, sha256) == "Größe 😀\r\n"
    path = tmp_path / "seeds" / ".texts" / f"{sha256}.txt.gz"
    first = path.read_bytes()
    path.unlink()
    save_text(tmp_path, data)
    assert path.read_bytes() == first


def test_a_text_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "seeds" / ".texts" / f"{save_text(tmp_path, b'x')}.txt.gz"
    os.utime(path, ns=(1, 1))
    save_text(tmp_path, b"x")
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../../etc/passwd", "A" * 64])
def test_an_unknown_text_is_none(tmp_path: Path, sha256: str) -> None:
    assert load_text(tmp_path, sha256) is None


def test_a_damaged_or_foreign_text_is_told(tmp_path: Path) -> None:
    sha256 = save_text(tmp_path, b"words")
    path = tmp_path / "seeds" / ".texts" / f"{sha256}.txt.gz"
    for data, told in (
        (b"no gzip", "damaged"),
        (path.read_bytes()[:-9], "damaged"),
        (gzip.compress(b"other"), "not the one"),
    ):
        path.write_bytes(data)
        with pytest.raises(InputError, match=told):
            load_text(tmp_path, sha256)


# --- decisions --------------------------------------------------------------------------------------------------------


def _decision(number: int, because: str = "") -> Decision:
    pair = (f"c-{number:012x}", f"c-{number + 1:012x}")
    return Decision("polarity", pair, "d1", "explained", because, "ann", "2026-11-21")


def _files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "claims" / "decisions").iterdir())}


def test_rulings_load_again_and_read_well(tmp_path: Path) -> None:
    assert save_decisions(tmp_path, [_decision(3, "other models: M9, M10"), _decision(1)])
    assert load_decisions(tmp_path) == ((_decision(1), _decision(3, "other models: M9, M10")), ())
    assert _files(tmp_path) == {
        "decisions.yaml": """\
format: 1
decisions:
  - kind: polarity
    claims: [c-000000000001, c-000000000002]
    digest: d1
    verdict: explained
    by: ann
    "on": "2026-11-21"
  - kind: polarity
    claims: [c-000000000003, c-000000000004]
    digest: d1
    verdict: explained
    because: "other models: M9, M10"
    by: ann
    "on": "2026-11-21"
"""
    }
    assert not save_decisions(tmp_path, [_decision(1), _decision(3, "other models: M9, M10")])


def test_no_rulings(tmp_path: Path) -> None:
    assert load_decisions(tmp_path) == ((), ())
    assert not save_decisions(tmp_path, [])
    save_decisions(tmp_path, [_decision(1)])
    assert save_decisions(tmp_path, [])
    assert _files(tmp_path) == {}


def test_comments_and_unreadable_rulings_stay(tmp_path: Path) -> None:
    save_decisions(tmp_path, [_decision(1), _decision(3)])
    path = tmp_path / "claims" / "decisions" / "decisions.yaml"
    text = path.read_text().replace("  - kind", "  # why not\n  - kind", 1) + "  - kind: x\n    claims: [1]\n# end\n"
    path.write_text(text)
    loaded, problems = load_decisions(tmp_path)
    assert loaded == (_decision(1), _decision(3))
    assert {(found.code, found.line) for found in problems} == {("KB108", 16)}
    assert save_decisions(tmp_path, [_decision(1), _decision(5)])
    after = _files(tmp_path)["decisions.yaml"]
    assert after.startswith("format: 1\ndecisions:\n  # why not\n  - kind: polarity\n")
    assert after.endswith("  - kind: x\n    claims: [1]\n# end\n")
    assert "c-000000000005" in after
    assert "c-000000000003" not in after


def test_a_file_with_a_comment_of_its_own_stays_when_its_rulings_go(tmp_path: Path) -> None:
    save_decisions(tmp_path, [_decision(1)])
    path = tmp_path / "claims" / "decisions" / "decisions.yaml"
    path.write_text("# ours\n" + path.read_text())
    save_decisions(tmp_path, [])
    assert _files(tmp_path) == {"decisions.yaml": "# ours\nformat: 1\ndecisions: []\n"}
    save_decisions(tmp_path, [_decision(1)])
    assert _files(tmp_path)["decisions.yaml"].startswith("# ours\nformat: 1\ndecisions:\n  - kind")


def test_no_file_grows_too_large_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions_room, "LARGEST", 3000)
    rulings = [_decision(number) for number in range(60)]
    save_decisions(tmp_path, rulings[:5])
    assert list(_files(tmp_path)) == ["decisions.yaml"]
    save_decisions(tmp_path, rulings)
    files = _files(tmp_path)
    assert "decisions.yaml" not in files
    assert len(files) > 5
    assert max(map(len, files.values())) <= 3000
    assert load_decisions(tmp_path) == (tuple(rulings), ())
    before = files.copy()
    save_decisions(tmp_path, [*rulings[:-1], _decision(59, "new")])
    changed = [name for name, text in _files(tmp_path).items() if before[name] != text]
    assert len(changed) == 1


def test_two_rulings_on_one_pair_are_told(tmp_path: Path) -> None:
    save_decisions(tmp_path, [_decision(1)])
    folder = tmp_path / "claims" / "decisions"
    (folder / "other.yaml").write_text((folder / "decisions.yaml").read_text().replace("explained", "real"))
    loaded, problems = load_decisions(tmp_path)
    assert loaded == (_decision(1),)
    assert [(found.code, found.path.name) for found in problems] == [("KB108", "other.yaml")]


@pytest.mark.parametrize("text", ["[", "a: 1\n", "format: 1\ndecisions: {}\n", "format: 1\ndecisions: [{kind: x}]\n"])
def test_a_file_of_rulings_that_cannot_be_read_is_not_written_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "claims" / "decisions" / "decisions.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    loaded, problems = load_decisions(tmp_path)
    assert (loaded, [found.code for found in problems]) == ((), ["KB103"])
    with pytest.raises(InputError, match="no ruling was written"):
        save_decisions(tmp_path, [_decision(1)])
    assert path.read_text() == text


def test_a_file_with_very_many_entries_that_are_no_rulings_is_another_kind_of_file(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "decisions" / "decisions.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("format: 1\ndecisions:\n" + "  - x\n" * 101)
    (found,) = load_decisions(tmp_path)[1]
    assert (found.code, found.line) == ("KB103", 103)
    assert "more than 100 entries that are no decisions" in found.message


def test_an_entity_is_not_added_to_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "entities.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"entities:\n  # \xff\n")
    with pytest.raises(InputError, match="not UTF-8") as caught:
        add_entity(tmp_path, "sigma", "Sigma", "company")
    assert caught.value.line == 2
    assert path.read_bytes() == b"entities:\n  # \xff\n"


# --- the log ----------------------------------------------------------------------------------------------------------

ENTRY = LogEntry("ann", "2026-11-21T04:00:00Z", "accept c-000000000001", "it says so", {"before": None, "after": "x"})


def test_the_log_only_grows(tmp_path: Path) -> None:
    assert load_log(tmp_path) == ((), ())
    append_log(tmp_path, ENTRY)
    first = (tmp_path / "claims" / "log.jsonl").read_bytes()
    append_log(tmp_path, replace(ENTRY, what="undo"), ENTRY)
    assert (tmp_path / "claims" / "log.jsonl").read_bytes().startswith(first)
    assert load_log(tmp_path) == ((ENTRY, replace(ENTRY, what="undo"), ENTRY), ())


def test_an_unfinished_line_is_told_and_does_not_swallow_the_next(tmp_path: Path) -> None:
    append_log(tmp_path, ENTRY)
    path = tmp_path / "claims" / "log.jsonl"
    path.write_bytes(path.read_bytes() + b'{"who":"b')
    append_log(tmp_path, ENTRY)
    entries, (found,) = load_log(tmp_path)
    assert entries == (ENTRY, ENTRY)
    assert (found.code, found.line) == ("KB110", 2)


@pytest.mark.parametrize("line", ["[1]", '{"who": 3}', '{"who": "a", "x": 1}', "[" * 100_000])
def test_a_line_that_is_no_entry_is_told(tmp_path: Path, line: str) -> None:
    append_log(tmp_path, ENTRY)
    path = tmp_path / "claims" / "log.jsonl"
    path.write_text(path.read_text() + line + "\n")
    entries, problems = load_log(tmp_path)
    assert (entries, [found.line for found in problems]) == ((ENTRY,), [2])


def test_among_very_many_strange_lines_those_of_the_log_are_still_read(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "log.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"{}\n" * 5000)
    append_log(tmp_path, ENTRY)
    entries, problems = load_log(tmp_path)
    assert entries == (ENTRY,)
    assert [found.line for found in problems] == [*range(1, 101)]


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims" / "log.jsonl").mkdir(parents=True)
    with pytest.raises(InputError, match="cannot be written"):
        append_log(tmp_path, ENTRY)


def test_what_could_not_be_done_leaves_no_line(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "log.jsonl"
    with pytest.raises(InputError, match="full"), logged(tmp_path, ENTRY):
        raise InputError("x", "the disk is full")
    assert not path.exists()
    with logged(tmp_path, ENTRY):
        assert load_log(tmp_path)[0] == (ENTRY,)
    first = path.read_bytes()
    with pytest.raises(InputError, match="full"), logged(tmp_path, ENTRY):
        raise InputError("x", "the disk is full")
    assert path.read_bytes() == first


def test_a_log_that_no_disk_holds_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append_log(tmp_path, ENTRY)
    first = (tmp_path / "claims" / "log.jsonl").read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left"):
        append_log(tmp_path, ENTRY)
    assert (tmp_path / "claims" / "log.jsonl").read_bytes() == first


def test_a_read_only_log_is_refused_even_to_root(tmp_path: Path) -> None:
    append_log(tmp_path, ENTRY)
    (tmp_path / "claims" / "log.jsonl").chmod(0o444)
    with pytest.raises(InputError, match="the log is read-only"):
        append_log(tmp_path, ENTRY)


def test_a_full_log_goes_on_in_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leica_kb.store.history.FULL", 200)
    entries = tuple(replace(ENTRY, why=f"reason {number}") for number in range(6))
    for entry in entries:
        append_log(tmp_path, entry)
    assert sorted(path.name for path in (tmp_path / "claims").iterdir()) == ["log-2.jsonl", "log-3.jsonl", "log.jsonl"]
    assert load_log(tmp_path) == (entries, ())


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    paths = [Path("a.yaml"), Path("b.yaml"), Path("new.yaml")]
    (tmp_path / paths[0]).write_bytes(b"old a")
    (tmp_path / paths[1]).write_bytes(b"changed meanwhile")
    edits = [Edit(paths[2], b"", b"new"), Edit(paths[0], b"old a", b"new a"), Edit(paths[1], b"old b", b"new b")]
    with pytest.raises(InputError, match="was changed while this ran"):
        write_edits(tmp_path, edits)
    assert (tmp_path / paths[0]).read_bytes() == b"old a"
    assert not (tmp_path / paths[2]).exists()
    (tmp_path / paths[1]).write_bytes(b"old b")
    assert write_edits(tmp_path, edits) == (paths[2], paths[0], paths[1])
    assert write_edits(tmp_path, [Edit(paths[0], b"new a", b"new a")]) == ()
