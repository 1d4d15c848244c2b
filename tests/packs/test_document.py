"""docs/packs.md names every key that a pack may have, and every path and condition that the shipped rules use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leica_kb.packs import load_packs
from leica_kb.packs.door import EntityEntry, FrameEntry, PackHead, PatternsFile, PredicateEntry, QuestionEntry
from leica_kb.packs.loading import pack_names

DOCUMENT = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8").partition("## A small pack")[0]
PREPOSITIONS = frozenset(
    "above after against along alongside among around as at atop back behind beneath between by for from "
    "in including inside into like near of off on out outside over since than through to together under "
    "unlike upon via with within without".split()
)
"""Roles that are named by their own word, with the particles that stand in for one."""


@pytest.mark.parametrize("model", [PackHead, PredicateEntry, EntityEntry, PatternsFile, FrameEntry, QuestionEntry])
def test_every_key_is_described(model: type[PackHead]) -> None:
    assert [key for key in model.model_fields if f"`{key}`" not in DOCUMENT and f"`{key}: " not in DOCUMENT] == []


def test_every_role_and_path_of_the_shipped_rules_is_described() -> None:
    rules = load_packs(pack_names())[0].frames
    paths = [p for r in rules for p in (*r.subject, *r.object, *r.when, *r.unless) if not p.startswith("=")]
    bare = {p.removeprefix("text:").partition(":")[0].removeprefix("clause.") for p in paths}
    roles = {re.split(r"[.~]", path)[0] for path in bare} - PREPOSITIONS
    ends = {f"role{end[0]}" for path in bare if (end := re.search(r"\.\w+$|~$", path))}
    assert len(roles) > 10 < len(roles | ends)
    assert sorted(words for words in roles | ends if f"`{words}`" not in DOCUMENT) == []


def test_every_condition_that_is_no_class_and_no_type_of_a_pack_is_described() -> None:
    pack = load_packs(pack_names())[0]
    kinds = {
        k
        for r in pack.frames
        for told in (r.when, r.unless)
        for role, ks in told.items()
        if role != "dropped"
        for k in ks
    }
    types = {
        p.rpartition(":")[2] for r in pack.frames for p in (*r.subject, *r.object) if ":" in p.removeprefix("text:")
    }
    ends = {t for p in pack.vocabulary.predicates.values() for t in (*p.subject, *p.object)}
    own = {*pack.nouns, *(e.type for e in pack.vocabulary.entities.values()), *ends}
    open_kinds = {k for k in kinds | types if not k.startswith(("=", "@"))} - own
    assert len(open_kinds) > 5
    assert sorted(k for k in open_kinds if f"`{k}`" not in DOCUMENT and f"`role:{k}`" not in DOCUMENT) == []
