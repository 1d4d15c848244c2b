"""The packs that ship with the product: they load without problems and hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from leica_kb.model import Entity
from leica_kb.packs import Pack, load_packs
from leica_kb.packs.loading import pack_names

QUALIFIERS = {"rank", "role", "component", "model", "place", "condition", "opened", "completes", "closed", "scope"}


@pytest.fixture(scope="module", params=pack_names())
def pack(request: pytest.FixtureRequest) -> Pack:
    found, problems = load_packs([request.param])
    assert [str(problem) for problem in problems] == []
    return found


def test_rules_have_a_trigger_and_an_id_of_their_own(pack: Pack) -> None:
    ids = [rule.id for rule in pack.frames]
    assert sorted(set(ids)) == sorted(ids)
    for rule in pack.frames:
        triggers = [getattr(rule, kind) for kind in ("verb", "noun", "adjective", "name", "key")]
        assert any(triggers), rule.id


def test_every_class_of_verbs_that_a_rule_names_is_there(pack: Pack) -> None:
    for rule in pack.frames:
        left = {verb for verb in rule.verb if verb.endswith("ing") and verb != "bring"}
        assert not left, f"{rule.id}: {left} is no class of verbs"


def test_rules_give_legal_qualifiers_and_known_noun_classes(pack: Pack) -> None:
    shipped = load_packs(pack_names())[0]  # a rule may keep away from the classes of a pack that builds on its own
    known = {
        *shipped.nouns,
        "any",
        "pronoun",
        "rank",
        "money",
        "unknown",
        "demonym",
        "proper",
        "comparison",
        "graded",
        "gerund",
        "quantity",
        *_types(shipped),
    }
    for rule in pack.frames:
        assert set(rule.qualifiers) <= QUALIFIERS, rule.id
        for conditions in (rule.when, rule.unless):
            for role, kinds in conditions.items():
                if role != "dropped":
                    assert {k for k in kinds if not k.startswith("=")} <= known, rule.id


def _types(pack: Pack) -> set[str]:
    slots = [p.subject + p.object for p in pack.vocabulary.predicates.values()]
    return {t for slot in slots for t in slot} | {e.type for e in pack.vocabulary.entities.values()}


def test_questions_ask_for_known_predicates(pack: Pack) -> None:
    asked = {cue.predicate for cue in pack.questions if cue.predicate}
    assert asked <= set(pack.vocabulary.predicates)


def test_rules_of_inference_name_known_predicates(pack: Pack) -> None:
    for rule in pack.vocabulary.rules:
        named = {rule.predicate, rule.twins, *rule.against}
        assert named <= set(pack.vocabulary.predicates), rule.name


def test_inverses_and_exclusive_values_are_declared(pack: Pack) -> None:
    for predicate in pack.vocabulary.predicates.values():
        if predicate.inverse:
            assert pack.vocabulary.predicates[predicate.inverse].inverse == predicate.id
        assert {value for group in predicate.exclusive for value in group} <= set(predicate.values)
        assert re.findall(r"{(\w+)}", predicate.says)[:1] in ([], ["subject"], ["object"])


def test_nothing_lies_inside_itself(pack: Pack) -> None:
    ancestors = pack.vocabulary.ancestors
    rings = [e for e in pack.vocabulary.entities if any(e in ancestors[p] for p in ancestors[e] if p in ancestors)]
    assert rings == []


def test_one_name_means_one_thing(pack: Pack) -> None:
    owners: dict[str, set[str]] = {}
    for entity in pack.vocabulary.entities.values():
        for name in _names(entity):
            owners.setdefault(name, set()).add(entity.id)
    shared = {"Ernst Leitz"}  # the founder, and the company while it bore his name
    assert {name for name, ids in owners.items() if len(ids) > 1} <= shared


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from entity.aliases
    yield from entity.demonyms


def test_leica_stands_on_companies() -> None:
    leica, companies = load_packs(["leica"])[0], load_packs(["companies"])[0]
    assert set(companies.vocabulary.predicates) < set(leica.vocabulary.predicates)
    assert set(companies.vocabulary.entities) < set(leica.vocabulary.entities)
    assert leica.digest != companies.digest
