"""What the rules find for a pronoun is believed as far as readers of other pages shared such findings."""

from __future__ import annotations

from importlib.resources import files

import pytest

from leica_kb.extract.reference.trust import believed, is_weighed
from tests.extract.saying import Reader

FAR = (
    "The Canon R5 has a lens by Sigma. My notes say that the book about raw files is long. It was founded by Karl Moor."
)
NEAR = "Sigma makes lenses. It was founded by Karl Moor."


def weights() -> dict[str, float]:
    text = files("leica_kb.extract.reference").joinpath("trust.tsv").read_text(encoding="utf-8")
    return {trait: float(weight) for trait, weight in (line.split("\t") for line in text.splitlines())}


def test_a_finding_behind_a_nameless_thing_is_doubted_and_one_beside_its_name_is_not(leica: Reader) -> None:
    far, near = leica.read(FAR), leica.read(NEAR)
    assert not [c for c in far.claims if c.predicate == "founded_by"]
    assert "reference: doubtful" in {r.reason for r in far.refusals}
    assert [c.subject for c in near.claims if c.predicate == "founded_by"] == ["sigma"]


def test_what_is_far_is_believed_less_than_what_is_near() -> None:
    common = {"word it", "place nsubj", "type product", "clause ROOT"}
    assert believed(common | {"distance 1", "last subject True"}) > believed(common | {"distance 4", "rivals 3"})


def test_unknown_traits_say_nothing() -> None:
    assert believed({"word it", "a trait of no page"}) == believed({"word it"})


@pytest.mark.parametrize(("trait", "other"), [("said as NN", "below ccomp"), ("titled True", "titled False")])
def test_the_weights_have_learned_what_readers_know(trait: str, other: str) -> None:
    assert weights()[trait] > weights()[other]


def test_only_mentions_that_readers_were_asked_of_are_weighed(leica: Reader) -> None:
    tree = leica.tree("He said that it works, which the camera shows.")
    asked = {n.low for n in tree.nodes if n.dep == "nsubj" and is_weighed(n, "product")}
    assert asked == {"it", "camera"}


def test_a_firm_told_by_its_kind_is_not_weighed(leica: Reader) -> None:
    tree = leica.tree("The company makes the lens.")
    firm = next(n for n in tree.nodes if n.low == "company")
    assert not is_weighed(firm, "company")
    assert is_weighed(firm, "product")


def test_a_packs_own_types_are_not_weighed(leica: Reader) -> None:
    tree = leica.tree("It stands on the coast.")
    it = tree.nodes[0]
    assert is_weighed(it, "product")
    assert not is_weighed(it, "lighthouse")
