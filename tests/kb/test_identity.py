"""Rulings on names resolved: a function of their set, transitive, and never silent about what contradicts itself."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.extract.names.mentions import MentionFinder
from leica_kb.kb.world.identity import merged_vocabulary, resolve, with_ruled_names
from leica_kb.model import Claim, Entity, EntityValue, Span, Vocabulary
from leica_kb.packs import Pack
from leica_kb.store import NameRuling, name_ruling

NONE = Vocabulary({}, {})
IDS = st.sampled_from("abcdef")


@st.composite
def rulings(draw: st.DrawFn) -> list[NameRuling]:
    """At most one ruling a pair, in any order."""
    pairs = draw(st.lists(st.tuples(IDS, IDS).filter(lambda pair: pair[0] < pair[1]), unique=True, max_size=8))
    verdicts = st.sampled_from(["same", "same", "different", "unsure"])
    return [NameRuling(pair, draw(verdicts)) for pair in pairs]


def same(left: str, right: str, **more: object) -> NameRuling:
    return name_ruling((left, right), {"verdict": "same", **more})


def different(left: str, right: str) -> NameRuling:
    return name_ruling((left, right), {"verdict": "different"})


@given(rulings(), st.integers())
def test_the_order_of_rulings_counts_for_nothing(given_rulings: list[NameRuling], seed: int) -> None:
    shuffled = given_rulings[:]
    Random(seed).shuffle(shuffled)  # noqa: S311  no secret
    assert resolve(shuffled, NONE) == resolve(given_rulings, NONE)


@given(rulings())
def test_what_stands_for_an_id_stands_for_itself_and_sameness_goes_through(found: list[NameRuling]) -> None:
    resolved = resolve(found, NONE)
    current = resolved.identity.current
    assert all(current(current(name)) == current(name) for name in "abcdef")
    broken = {name for one in resolved.disagreements for name in one.chain}
    for ruling in found:
        if ruling.verdict == "same" and not broken.intersection(ruling.names):
            left, right = ruling.names
            assert current(left) == current(right) or _is_in_a_broken_group(left, found, broken)
        if ruling.verdict == "different":
            assert current(ruling.names[0]) != current(ruling.names[1])


def _is_in_a_broken_group(name: str, found: list[NameRuling], broken: set[str]) -> bool:
    reached = {name}
    for _ in found:
        reached |= {n for r in found if r.verdict == "same" and reached & {*r.names} for n in r.names}
    return bool(reached & broken)


@given(rulings())
def test_every_contradiction_is_told_with_rulings_that_were_made(found: list[NameRuling]) -> None:
    made = {ruling.names: ruling.verdict for ruling in found}
    for one in resolve(found, NONE).disagreements:
        assert made[one.names] == "different"
        assert (one.chain[0], one.chain[-1]) == one.names
        assert all(made[min(link), max(link)] == "same" for link in one.links)


def test_a_same_b_same_c_and_a_different_c_is_a_problem_that_names_the_way_out() -> None:
    resolved = resolve([same("a", "b"), same("b", "c"), different("a", "c"), same("x", "y")], NONE)
    assert [resolved.identity.current(name) for name in "abcxy"] == ["a", "b", "c", "x", "x"]
    (problem,) = resolved.problems
    assert problem.code == "KB121"
    assert "a and c are ruled different, and yet the same by a = b = c" in problem.message
    assert "leica-kb undo a c, or leica-kb undo a b, or leica-kb undo b c" in problem.message


def test_sameness_goes_through_others() -> None:
    current = resolve([same("a", "b"), same("c", "d"), same("b", "c")], NONE).identity.current
    assert [current(name) for name in "abcd"] == ["a"] * 4


@pytest.mark.parametrize(
    ("declared", "until", "expected"),
    [
        ({}, {}, "ams-osram"),  # the fullest
        ({"ams": "leica/entities.yaml:3"}, {}, "ams"),  # the declared one
        ({"ams": "leica/entities.yaml:3", "ams-osram": "claims/entities.yaml:2"}, {}, "ams-osram"),  # the base's own
        ({}, {"ams-osram": "2008"}, "ams"),  # the name that was not given up
    ],
)
def test_which_id_stands_for_both(declared: dict[str, str], until: dict[str, str], expected: str) -> None:
    entities = {name: Entity(name, name, "company", declared_by=place) for name, place in declared.items()}
    found = resolve([same("ams", "ams-osram", until=until)], Vocabulary({}, entities))
    assert {found.identity.current(name) for name in ("ams", "ams-osram")} == {expected}


def test_the_merged_entity_bears_all_names_and_lies_where_its_parts_lay() -> None:
    entities = {
        "fujifilm": Entity("fujifilm", "Fujifilm", "company", aliases=("FujiFilm",), declared_by="x/entities.yaml:1"),
        "fuji": Entity("fuji", "Fuji", "company", within=("makers", "fujifilm"), declared_by="x/entities.yaml:2"),
        "gfx": Entity("gfx", "GFX", "product", maker="fuji", within=("fuji",)),
    }
    vocabulary = Vocabulary({}, entities)
    merged = merged_vocabulary(vocabulary, resolve([same("fuji", "fujifilm")], vocabulary).identity)
    assert set(merged.entities) == {"fujifilm", "gfx"}
    assert merged.entities["fujifilm"].aliases == ("FujiFilm", "Fuji")
    assert merged.entities["fujifilm"].within == ("makers",)
    assert (merged.entities["gfx"].maker, merged.entities["gfx"].within) == ("fujifilm", ("fujifilm",))


def test_articles_are_read_with_the_names_that_were_ruled_the_same_under_their_own_ids() -> None:
    pack = Pack("x", Vocabulary({}, {"fujifilm": Entity("fujifilm", "Fujifilm", "company")}), digest="1")
    ruled = with_ruled_names(pack, [same("fuji", "fujifilm", written={"fuji": "Fuji"})])
    assert (ruled.vocabulary.entities["fuji"].name, ruled.vocabulary.entities["fuji"].type) == ("Fuji", "company")
    assert ruled.digest != pack.digest
    assert with_ruled_names(pack, [different("fuji", "fujifilm")]) == pack


def test_a_ruled_name_is_met_in_articles_as_a_declared_one() -> None:
    text = "Fuji makes film."
    pack = Pack("x", Vocabulary({}, {"fujifilm": Entity("fujifilm", "Fujifilm", "company")}))
    ruled = with_ruled_names(pack, [same("fuji", "fujifilm", written={"fuji": "Fuji"})])
    assert MentionFinder.of(pack).declared(text, Span(0, len(text))) == ()
    (mention,) = MentionFinder.of(ruled).declared(text, Span(0, len(text)))
    assert (mention.entity, mention.type, mention.known) == ("fuji", "company", True)


def test_a_claim_reads_under_the_ids_that_stand_for_its_names_and_keeps_its_own() -> None:
    identity = resolve([same("dr-lee", "steven-lee"), same("fuji", "fujifilm")], NONE).identity
    claim = Claim(
        *("c-1", "a", "fuji", "makes", EntityValue("fuji-camera"), "Fuji makes a camera", 0, 19),
        qualifiers={"model": "fuji", "component": "lens"},
        attribution=("dr-lee", "via:fuji"),
    )
    read = identity.read(claim)
    assert (read.subject, read.attribution) == ("fujifilm", ("steven-lee", "via:fujifilm"))
    assert read.qualifiers == {"model": "fujifilm", "component": "lens"}
    assert (claim.subject, claim.attribution) == ("fuji", ("dr-lee", "via:fuji"))


def test_a_claim_that_ties_two_names_keeps_the_other_one() -> None:
    identity = resolve([same("matsushita", "panasonic", until={"matsushita": "2008"})], NONE).identity
    for ends in (("matsushita", "panasonic"), ("panasonic", "matsushita")):
        claim = Claim("c-1", "a", ends[0], "same_company_as", EntityValue(ends[1]), "one", 0, 3)
        assert identity.ties_names(claim)
        assert identity.read(claim).subject == "panasonic"
    assert not identity.ties_names(Claim("c-2", "a", "panasonic", "makes", EntityValue("sony"), "one", 0, 3))
