"""Folders of YAML → one pack: what each file brings, inheritance, and a base's own entities on top."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from leica_kb.errors import UnknownNameError
from leica_kb.packs import load_packs
from leica_kb.packs.loading import aliases_of, pack_names
from tests.packs.writing import write_pack


def test_each_file_brings_its_part(tmp_path: Path) -> None:
    pack, problems = load_packs([write_pack(tmp_path / "wine")])
    assert problems == ()
    assert set(pack.vocabulary.predicates) == {"grown_in", "owns"}
    assert pack.vocabulary.predicates["grown_in"].object == ("region",)
    assert pack.vocabulary.entities["torres"].aliases == ("Familia Torres",)
    assert pack.vocabulary.entities["spain"].demonyms == ("Spanish",)
    assert pack.nouns == {"estate": ("winery", "bodega")}
    assert pack.categories == {"wines": "wine"}
    assert [p.type for p in pack.patterns] == ["grape"]
    assert [(f.id, f.verb, f.object) for f in pack.frames] == [("grow", ("grow",), ("in",))]
    assert [q.needs for q in pack.questions] == [(("grow", "grown"),)]
    assert not pack.open_names


def test_a_class_of_verbs_stands_for_its_members_in_later_classes_and_packs(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "wine", patterns="verbs: {growing: [grow, raise], tending: [growing, prune]}\n")
    rule = '{id: tend, predicate: grown_in, verb: [pick, tending, grow], subject: [patient], object: ["in"]}'
    nearer = write_pack(tmp_path / "rioja", pack=f"name: rioja\nextends: {base}\n", frames=f"frames: [{rule}]\n")
    frames = {f.id: f.verb for f in load_packs([nearer])[0].frames}
    assert frames["tend"] == ("pick", "grow", "raise", "prune"), "each once, in order"


def test_every_file_but_the_head_may_be_left_out(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("predicates", "entities", "patterns", "frames", "questions"))
    pack, problems = load_packs([write_pack(tmp_path / "wine", **nothing)])
    assert problems == ()
    assert not pack.frames
    assert not pack.vocabulary.entities


def test_an_empty_file_is_one_without_entries(tmp_path: Path) -> None:
    pack, problems = load_packs([write_pack(tmp_path / "wine", frames="# nothing yet\n")])
    assert (pack.frames, problems) == ((), ())


def test_an_entity_tells_where_it_is_declared(tmp_path: Path) -> None:
    pack, _ = load_packs([write_pack(tmp_path / "wine")])
    assert pack.vocabulary.entities["torres"].declared_by == "wine/entities.yaml:4"


def test_a_pack_stands_on_what_it_extends(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "wine")
    changed = {
        "pack": f"name: rioja\nextends: {base}\n",
        "predicates": "predicates: {aged_in: {topic: cellar, subject: grape, object: text}}\n",
        "entities": "entities: {torres: {name: Torres of Rioja, type: winery}}\n",
        "frames": 'frames: [{id: age, predicate: aged_in, verb: [age], subject: [patient], object: ["text:in"]}]\n',
    }
    pack, problems = load_packs([write_pack(tmp_path / "rioja", **changed)])
    assert problems == ()
    assert set(pack.vocabulary.predicates) == {"grown_in", "owns", "aged_in"}
    assert pack.vocabulary.entities["torres"].name == "Torres of Rioja", "the nearer pack wins"
    assert "spain" in pack.vocabulary.entities
    assert [f.id for f in pack.frames] == ["grow", "age"], "the extended pack's rules come first"


def test_a_pack_named_twice_is_read_once(tmp_path: Path) -> None:
    name = write_pack(tmp_path / "wine")
    pack, _ = load_packs([name, name])
    assert [f.id for f in pack.frames] == ["grow"]


def test_packs_that_extend_one_another_end(tmp_path: Path) -> None:
    left, right = str(tmp_path / "left"), str(tmp_path / "right")
    write_pack(tmp_path / "left", pack=f"name: left\nextends: {right}\n")
    write_pack(tmp_path / "right", pack=f"name: right\nextends: {left}\n")
    pack, _ = load_packs([left])
    assert "torres" in pack.vocabulary.entities


def test_a_bases_entities_win_over_the_packs(tmp_path: Path) -> None:
    own = tmp_path / "entities.yaml"
    own.write_text(
        dedent("""
            format: 1
            entities:
              torres: {name: Bodegas Torres, type: winery, within: [rioja]}
              muga: {name: Muga, type: winery}
        """),
        encoding="utf-8",
    )
    pack, problems = load_packs([write_pack(tmp_path / "wine")], own)
    assert problems == ()
    assert pack.vocabulary.name_of("torres") == "Bodegas Torres"
    assert pack.vocabulary.is_inside("torres", "spain")
    assert pack.vocabulary.entities["muga"].declared_by.endswith("entities.yaml:5")


def test_a_base_need_not_have_entities_of_its_own(tmp_path: Path) -> None:
    pack, problems = load_packs([write_pack(tmp_path / "wine")], tmp_path / "entities.yaml")
    assert problems == ()
    assert pack.vocabulary.name_of("torres") == "Torres"


def test_open_names_are_the_named_packs_matter(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "wine", pack="name: wine\nopen_names: true\n")
    narrower = write_pack(tmp_path / "rioja", pack=f"name: rioja\nextends: {base}\n")
    assert load_packs([base])[0].open_names
    assert not load_packs([narrower])[0].open_names


@pytest.mark.parametrize("file", ["pack", "predicates", "entities", "patterns", "frames"])
def test_the_digest_follows_what_decides_how_articles_are_read(tmp_path: Path, file: str) -> None:
    name = write_pack(tmp_path / "wine")
    before = load_packs([name])[0].digest
    assert load_packs([name])[0].digest == before
    with (tmp_path / "wine" / f"{file}.yaml").open("a", encoding="utf-8") as written:
        written.write("# a remark\n")
    assert load_packs([name])[0].digest != before


def test_question_cues_make_no_article_stale(tmp_path: Path) -> None:
    name = write_pack(tmp_path / "wine")
    before = load_packs([name])[0].digest
    with (tmp_path / "wine" / "questions.yaml").open("a", encoding="utf-8") as written:
        written.write("# a remark\n")
    assert load_packs([name])[0].digest == before


def test_a_pack_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match=r"no pack «cameras» .*leica"):
        load_packs(["cameras"])
    assert pack_names() == ("companies", "leica")


def test_every_name_of_every_entity_with_the_display_name_first(tmp_path: Path) -> None:
    pack, _ = load_packs([write_pack(tmp_path / "wine")])
    names = list(aliases_of(pack.vocabulary.entities))
    assert names[-2:] == [("Torres", "torres"), ("Familia Torres", "torres")]
