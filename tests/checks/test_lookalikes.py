"""Look-alikes: few false ones, none that a digit tells apart, found through keys as surely as by comparing all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.checks.likeness import Name, likeness
from leica_kb.checks.lookalikes import candidate_pairs, find_lookalikes
from leica_kb.checks.renaming import Told, find_renamings
from tests.checks.pairs_of_names import Figures, judged_pairs, measure

PAIRS = list(judged_pairs())
WORDS = st.sampled_from("Leica Fuji Fujifilm Film Carl Zeiss Camera AG M SL2 M10 M11 Kaufman Kaufmann A. Dr.".split())
TYPES = st.sampled_from(["", "company", "person", "product", "product_class", "place"])
NAMES = st.builds(Name, st.sampled_from("abcde"), st.lists(WORDS, min_size=1, max_size=4).map(" ".join), TYPES)


def _held_out(*, held_out: bool) -> list[Figures]:
    return [measure([pair for pair in PAIRS if pair.held_out == held_out])]


def test_the_judged_pairs_are_many_and_a_third_of_them_was_held_out() -> None:
    assert len(PAIRS) >= 120
    assert sum(pair.held_out for pair in PAIRS) >= len(PAIRS) / 3
    assert min(sum(pair.same for pair in PAIRS), sum(not pair.same for pair in PAIRS)) > 50


@pytest.mark.parametrize(("held_out", "precision", "recall"), [(False, 1.0, 0.95), (True, 0.96, 0.92)])
def test_suggestions_are_as_right_as_they_were_measured(held_out: bool, precision: float, recall: float) -> None:
    (figures,) = _held_out(held_out=held_out)
    print(f"{'held out' if held_out else 'tuned on'}: {figures}")
    assert figures.precision >= precision, figures
    assert figures.recall >= recall, figures


def test_the_figures_fall_when_suggestions_are_wrong_or_missing() -> None:
    turned = [replace(pair, same=not pair.same) for pair in PAIRS]
    assert measure(turned).precision < 0.1
    assert measure([replace(pair, right=replace(pair.right, text="Qwz")) for pair in PAIRS if pair.same]).recall == 0.0


def test_the_pairs_that_must_be_found_are_found() -> None:
    names = [
        Name("andreas-kaufman", "Andreas Kaufman", "person"),
        Name("andreas-kaufmann", "Dr. Andreas Kaufmann", "person"),
        Name("fuji", "Fuji", "company"),
        Name("fujifilm", "Fujifilm", "company"),
        Name("ams", "AMS", "company"),
        Name("ams-osram", "ams OSRAM", "company"),
        Name("norden", "Norden", "company"),
        Name("norden-optik", "Norden Optik", "company"),
        Name("mit", "MIT", "company"),
        Name("massachusetts", "Massachusetts Institute of Technology", "company"),
    ]
    found = {(one.left.entity, one.right.entity): one.kind for one in find_lookalikes(names)}
    assert found == {
        ("ams", "ams-osram"): "beginning",
        ("andreas-kaufman", "andreas-kaufmann"): "spelling",
        ("fuji", "fujifilm"): "beginning",
        ("massachusetts", "mit"): "acronym",
        ("norden", "norden-optik"): "beginning",
    }


def test_two_declared_names_are_two_things() -> None:
    left, right = Name("a", "Kaufman", "person", declared=True), Name("b", "Kaufmann", "person", declared=True)
    assert find_lookalikes([left, right]) == ()
    assert len(find_lookalikes([left, replace(right, declared=False)])) == 1


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["Leica M{}", "SL{}", "Q{} Monochrom", "D-Lux {}"]))
def test_models_that_differ_in_a_number_are_never_suggested(first: int, second: int, shape: str) -> None:
    pair = [Name("a", shape.format(first), "product"), Name("b", shape.format(second), "product")]
    assert bool(find_lookalikes(pair)) == (first == second)


@given(NAMES, NAMES)
def test_likeness_is_the_same_both_ways(left: Name, right: Name) -> None:
    assert likeness(left, right) == likeness(right, left)


@given(st.lists(NAMES, max_size=12))
def test_shared_keys_find_what_comparing_all_finds(names: list[Name]) -> None:
    every = {
        tuple(sorted((left.entity, right.entity)))
        for left, right in combinations(dict.fromkeys(names), 2)
        if left.entity != right.entity and likeness(left, right)
    }
    assert {(one.left.entity, one.right.entity) for one in find_lookalikes(names)} == every


def test_every_judged_pair_that_is_alike_is_found_among_all_the_others() -> None:
    names = [
        replace(name, entity=f"{n}{e}") for n, p in enumerate(PAIRS) for e, name in (("a", p.left), ("b", p.right))
    ]
    found = {(one.left.entity, one.right.entity) for one in find_lookalikes(names)}
    expected = {(f"{n}a", f"{n}b") for n, pair in enumerate(PAIRS) if pair.is_suggested}
    assert expected <= found


def test_the_comparisons_grow_with_the_names_and_not_with_their_square() -> None:
    def compared(many: int) -> int:
        invented = Random(many)  # noqa: S311  no secret
        surnames = ["".join(invented.choices(ascii_lowercase, k=7)).title() for _ in range(many)]
        people = [Name(f"p{n}", f"{'Anna' if n % 2 else 'Peter'} {surnames[n]}", "person") for n in range(many)]
        units = [Name(f"c{n}", f"Leica {surnames[n]}", "company") for n in range(many)]
        return len(list(candidate_pairs([*people, *units, Name("leica", "Leica", "company")])))

    assert compared(300) < 5 * 300
    assert compared(3000) < 5 * 3000


@pytest.mark.parametrize(
    ("sentence", "older", "date"),
    [
        ("Matsushita was renamed Panasonic in 2008.", "matsushita", "2008"),
        ("Panasonic, formerly known as Matsushita, makes cameras.", "matsushita", None),
        ("Matsushita changed its name to Panasonic in October 2008.", "matsushita", "2008-10"),
        ("Panasonic (formerly Matsushita Electric) was founded.", "matsushita", None),
        ("Matsushita, also known as Panasonic, is large.", None, None),
    ],
)
def test_a_sentence_tells_of_a_renaming_with_its_date(sentence: str, older: str | None, date: str | None) -> None:
    names = {"matsushita": "matsushita", "matsushita electric": "matsushita", "panasonic": "panasonic"}
    (found,) = find_renamings([Told("a", 0, sentence)], names)
    assert sorted(found.names) == ["matsushita", "panasonic"]
    assert (found.older, found.date) == (older, date)


@pytest.mark.parametrize(
    "sentence",
    [
        "Panasonic formerly made cameras with a partner of which nobody thinks when Matsushita is named.",
        "Matsushita and Panasonic make cameras.",
        "Panasonic, formerly known as Panasonic, makes cameras.",
        "Panasonic, previously Matsushita's partner, makes cameras.",
        "Panasonic (formerly Leeds Limited) makes cameras.",
        "Matsushita makes cameras. The works of Sony were renamed Panasonic Works.",
    ],
)
def test_other_sentences_tell_of_none(sentence: str) -> None:
    names = {name: name for name in ("matsushita", "panasonic", "limited")}
    assert not list(find_renamings([Told("a", 0, sentence)], names))
