"""Whatever is wrong in a pack is told with its file and line, and the rest of the pack still loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.model import Problem
from leica_kb.packs import Pack, load_packs
from tests.packs.writing import write_pack


def load(folder: Path, **changed: str | None) -> tuple[Pack, tuple[Problem, ...]]:
    return load_packs([write_pack(folder / "wine", **changed)])


FAULTS = [
    ("pack", "name: wine\nextend: companies\n", "pack.yaml", 2, "extend"),
    ("pack", "about: no name\n", "pack.yaml", None, "name"),
    ("predicates", "predicates:\n  grown_in: {topic: x, subject: a, object: b}\n  aged: {topic: x}\n",
     "predicates.yaml", 3, "aged"),
    ("predicates", "predicates:\n  grown_in: {topic: x, subject: a, object: b, state: perhaps}\n",
     "predicates.yaml", 2, "state"),
    ("predicates", "entity_types: [a]\nrules:\n  - {name: r, if: {predicate: p}, twins: t, against: [a]}\n",
     "predicates.yaml", 3, "if"),
    ("entities", "entities:\n  torres: {name: Torres}\n  muga: {name: Muga, type: winery}\n",
     "entities.yaml", 2, "type"),
    ("entities", "entities:\n  muga: {name: Muga, type: winery, alias: [M]}\n", "entities.yaml", 2, "alias"),
    ("patterns", "patterns:\n  - {type: grape}\n", "patterns.yaml", 2, "regex"),
    ("frames", "frames:\n  - id: grow\n    predicate: grown_in\n    verbs: [grow]\n    subject: [a]\n    object: [b]\n",
     "frames.yaml", 4, "verbs"),
    ("frames", "frames:\n  - {id: g, predicate: grown_in, verb: [g], subject: [a], object: [b], polarity: no}\n",
     "frames.yaml", 2, "polarity"),
    ("predicates", "entity_types: [a]\npredicates:\n  grows: {topic: t, subject: a, object: a, doubts: [joined]}\n",
     "predicates.yaml", 3, "doubts"),
    ("frames", "frames:\n  - {id: g, predicate: grown_in, verb: [g], subject: [a], object: [b], loose: perhaps}\n",
     "frames.yaml", 2, "loose"),
    ("questions", "questions:\n  - {predicate: grown_in, need: [[grow]]}\n", "questions.yaml", 2, "need"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "path", "line", "word"), FAULTS)
def test_a_fault_is_told_with_file_and_line(
    tmp_path: Path, file: str, text: str, path: str, line: int | None, word: str
) -> None:
    _, problems = load(tmp_path, **{file: text})
    faults = [p for p in problems if p.code == "KB301"]
    assert [(p.kind, p.path.name) for p in faults] == [("pack-invalid", path)]
    assert word in faults[0].message
    if line is not None:
        assert faults[0].line == line


def test_the_faulty_entry_alone_is_left_out(tmp_path: Path) -> None:
    text = "entities:\n  a: {name: A}\n  muga: {name: Muga, type: winery}\n  c: {name: C, typ: winery}\n"
    pack, problems = load(tmp_path, entities=text)
    assert set(pack.vocabulary.entities) == {"muga"}
    assert sorted({p.line or 0 for p in problems if p.code == "KB301"}) == [2, 4]


def test_of_very_many_faulty_entries_the_first_hundred_are_told_each_on_its_line(tmp_path: Path) -> None:
    bad = "".join(f"  bad-{n}: {{name: {n}}}\n" for n in range(150))
    pack, problems = load(tmp_path, entities=f"entities:\n{bad}  muga: {{name: Muga, type: winery}}\n")
    faults = [found for found in problems if found.code == "KB301"]
    assert [found.line for found in faults] == [*range(2, 102), None]
    assert faults[-1].message == "50 more entries are wrong"
    assert list(pack.vocabulary.entities) == ["muga"]


def test_the_faulty_rule_alone_is_left_out(tmp_path: Path) -> None:
    good = '{id: %s, predicate: grown_in, verb: [grow], subject: [patient], object: ["in"]}'
    text = f"frames:\n  - {good % 'one'}\n  - {{id: two}}\n  - {good % 'three'}\n"
    pack, problems = load(tmp_path, frames=text)
    assert [f.id for f in pack.frames] == ["one", "three"]
    assert {p.line for p in problems} == {3}


def test_yaml_that_is_none_leaves_out_its_file_only(tmp_path: Path) -> None:
    pack, problems = load(tmp_path, entities="entities:\n  torres: {name: [\n")
    assert [(p.code, p.path.name) for p in problems] == [("KB301", "entities.yaml")]
    assert problems[0].line is not None
    assert pack.frames


def test_a_key_written_twice_is_a_fault(tmp_path: Path) -> None:
    _, problems = load(tmp_path, entities="entities:\n  a: {name: A, type: winery}\n  a: {name: B, type: winery}\n")
    assert [p.line for p in problems] == [3]


def test_a_list_in_place_of_the_whole_file_is_a_fault(tmp_path: Path) -> None:
    pack, problems = load(tmp_path, entities="- torres\n- muga\n")
    assert [(p.code, p.path.name) for p in problems] == [("KB301", "entities.yaml")]
    assert not pack.vocabulary.entities


def test_a_pattern_that_is_no_regular_expression(tmp_path: Path) -> None:
    pack, problems = load(tmp_path, patterns="patterns:\n  - {type: grape, regex: '(a'}\n  - {type: grape, regex: b}\n")
    assert [p.regex for p in pack.patterns] == ["b"]
    assert "(a" in problems[0].message
    assert problems[0].path.name == "patterns.yaml"


def test_a_pattern_takes_in_the_parts_of_its_file(tmp_path: Path) -> None:
    both = "  - {type: grape, regex: 'Tinta {year}'}\n  - {type: grape, regex: '{yaer}'}\n"
    pack, problems = load(tmp_path, patterns="parts: {year: '\\d{4}'}\npatterns:\n" + both)
    assert [p.regex for p in pack.patterns] == [r"Tinta (?:\d{4})"]
    assert ["no part is called 'yaer'" in p.message for p in problems if p.code == "KB301"] == [True]


UNKNOWN = [
    ("entities", "entities:\n  a: {name: A, type: wizard}\n", "no entity type wizard"),
    ("entities", "entities:\n  a: {name: A, type: winery, within: [atlantis]}\n", "atlantis"),
    ("entities", "entities:\n  a: {name: A, type: winery, twins: [b]}\n", "unknown entity b"),
    ("entities", "entities:\n  a: {name: A, type: winery, maker: nobody}\n", "unknown entity nobody"),
    ("frames", "frames:\n  - {id: f, predicate: sung_by, verb: [sing], subject: [agent], object: [patient]}\n",
     "frame f gives an unknown predicate sung_by"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "words"), UNKNOWN)
def test_what_nobody_declares_is_told(tmp_path: Path, file: str, text: str, words: str) -> None:
    _, problems = load(tmp_path, **{file: text})
    assert [(p.code, p.kind) for p in problems] == [("KB302", "pack-reference-unknown")]
    assert words in problems[0].message


def test_a_bases_own_entities_are_held_to_the_same(tmp_path: Path) -> None:
    own = tmp_path / "entities.yaml"
    own.write_text("entities:\n  muga: {name: Muga, type: winery, within: [atlantis]}\n", encoding="utf-8")
    _, problems = load_packs([write_pack(tmp_path / "wine")], own)
    assert [(p.code, p.path) for p in problems] == [("KB302", own)]
    assert "entities.yaml:2" in problems[0].message


_INVERSE = """predicates:
  owns: {topic: x, subject: winery, object: winery, inverse: owned_by}
  grown_in: {topic: x, subject: grape, object: region}
"""
_RULE = """predicates:
  grown_in: {topic: x, subject: a, object: b}
rules:
  - {name: r, if: {predicate: grown_in, object: x}, twins: sung_by, against: [grown_in]}
"""
PLACES = [
    ("entities", "entities:\n  b: {name: B, type: winery}\n  a: {name: A, type: winery, within: [atlantis]}\n", 3),
    ("frames", "frames:\n  - {id: f, predicate: sung_by, verb: [sing], subject: [agent], object: [patient]}\n", 2),
    ("questions", "questions:\n  - predicate: sung_by\n    needs: [[sing]]\n", 2),
    ("predicates", _INVERSE, 2),
    ("predicates", _RULE, 4),
]


@pytest.mark.parametrize(("file", "text", "line"), PLACES)
def test_what_nobody_declares_is_told_where_it_stands(tmp_path: Path, file: str, text: str, line: int) -> None:
    _, problems = load(tmp_path, **{file: text})
    assert [(p.code, p.path.name, p.line) for p in problems] == [("KB302", f"{file}.yaml", line)]


def test_a_pack_is_found_beside_the_base_and_extends_one_beside_itself(tmp_path: Path) -> None:
    write_pack(tmp_path / "packs" / "wine")
    write_pack(tmp_path / "packs" / "rioja", pack="name: rioja\nextends: ../wine\n", predicates=None, entities=None)
    pack, problems = load_packs(["packs/rioja"], beside=tmp_path)
    assert problems == ()
    assert pack.name == "packs/rioja"
    assert "torres" in pack.vocabulary.entities
