"""Witnesses: what retells one story is one witness, with the shared words as evidence."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from leica_kb.checks import (
    Book,
    Context,
    SourceFacts,
    count_witnesses,
    find_findings,
    near_copies,
    shared_passages,
    shingles,
    witness_groups,
    witness_of,
)
from tests.checks.making import VOCABULARY, context, say

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = (
    "The chairman told the podcast that the company is working on a sensor of its own again, that the work takes a "
    "long time, and that nobody should expect a camera with it before the end of the decade, since the foundry has yet "
    "to be chosen and the first samples have not been seen by anybody outside of the small team in the old town hall."
)


def test_the_sidecar_s_retells_wins_over_the_publisher() -> None:
    here = context(
        a=SourceFacts(publisher="One", retells=("radio-talk",)),
        b=SourceFacts(publisher="Two", retells=("radio-talk", "blog")),
        c=SourceFacts(publisher="One"),
        d=SourceFacts(publisher="Radio Talk"),
        e=SourceFacts(),
    )
    claims = [say(name, "m9", "supplier", "sony", source=name) for name in "abcde"]
    assert [len(members) for _, members in witness_groups(claims, here)] == [1, 1, 3]
    assert count_witnesses(claims, here) == 3
    assert witness_of(claims[0], here) == witness_of(claims[3], here) == "told by radio-talk"


def test_a_relay_named_in_the_claim_is_its_witness() -> None:
    here = context(a=SourceFacts(publisher="One"), b=SourceFacts(publisher="Two"))
    claims = [
        say("a", "m9", "supplier", "sony", source="a", attribution=("ann", "via:radio-talk", "via:blog")),
        say("b", "m9", "supplier", "sony", source="b", attribution=("ann", "via:radio-talk")),
        say("c", "m9", "supplier", "sony", source="b"),
    ]
    assert count_witnesses(claims[:2], here) == 1
    assert count_witnesses(claims, here) == 2


def test_publishers_are_one_whatever_their_accents() -> None:
    here = context(a=SourceFacts(publisher="Focus Numérique"), b=SourceFacts(publisher="focus-numerique"))
    assert count_witnesses([say(n, "m9", "supplier", "sony", source=n) for n in "ab"], here) == 1


def test_an_article_that_nobody_described_is_its_own_witness() -> None:
    claims = [say(n, "m9", "supplier", "sony") for n in "ab"]
    assert count_witnesses(claims, context()) == 2


def test_the_first_seed_retold_word_for_word_is_the_same_witness() -> None:
    text = next(SEEDS.glob("000_*.txt")).read_text()
    others = {path.stem: SourceFacts(shingles=shingles(path.read_text())) for path in SEEDS.glob("00[123]_*.txt")}
    copy = "From our news desk.\n\n" + text.replace("\n\n", "\n") + "\n\nThanks for reading our page today."
    both = {"old": SourceFacts(publisher="P", shingles=shingles(text)), "new": SourceFacts(shingles=shingles(copy))}
    here = Context(VOCABULARY, {**others, **both})
    claims = [say("a", "m9", "supplier", "sony", source="old"), say("b", "m9", "supplier", "sony", source="new")]
    assert count_witnesses(claims, here) == 1
    assert len({here.witnesses[name] for name in here.sources}) == 4
    assert [f.kind for f in find_findings(claims, here)] == ["retelling"]


def test_two_that_say_what_they_retell_are_not_joined_by_likeness() -> None:
    sketch = shingles(STORY * 2)
    apart = context(a=SourceFacts(retells=("x",), shingles=sketch), b=SourceFacts(retells=("y",), shingles=sketch))
    assert len(set(apart.witnesses.values())) == 2
    joined = context(a=SourceFacts(retells=("x",), shingles=sketch), b=SourceFacts(publisher="y", shingles=sketch))
    assert set(joined.witnesses.values()) == {"told by x"}


def test_shared_passages_are_the_evidence() -> None:
    left, right = f"Before. {STORY} After.", f"Something else first!  {STORY.upper()}"
    ((here, there),) = shared_passages(left, right)
    assert here.of(left) == STORY[:-1]
    assert there.of(right) == STORY[:-1].upper()
    assert shared_passages(left, "nothing of the kind is said here") == ()


def test_a_near_copy_shares_most_and_a_quotation_does_not() -> None:
    rest = " ".join(f"word{n}" for n in range(400))
    sketches = {
        "a": shingles(STORY * 3),
        "b": shingles(f"{STORY * 3} And a line more."),
        "c": shingles(f"{STORY} {rest}"),
    }
    assert [(c.left, c.right) for c in near_copies({"a": sketches["a"], "b": sketches["b"]})] == [("a", "b")]
    assert near_copies({"x": shingles(f"{rest} {STORY}"), "y": shingles(f"{STORY} {rest[::-1]}")}) == ()


def test_boilerplate_of_very_many_articles_joins_nobody() -> None:
    assert near_copies({f"s{n}": (8, 16, 24) for n in range(60)}) == ()
    assert len(near_copies({f"s{n}": (8, 16, 24) for n in range(3)})) == 3


@given(st.text(alphabet="abc de", max_size=300))
def test_shingles_are_sorted_and_distinct(text: str) -> None:
    found = shingles(text)
    assert list(found) == sorted(set(found))


def test_witnesses_of_one_article_more_are_those_of_all_again() -> None:
    sketch = shingles(STORY * 2)
    known = {"a": SourceFacts(publisher="One", shingles=sketch), "b": SourceFacts()}
    for more in (
        SourceFacts(publisher="One"),
        SourceFacts(shingles=sketch),
        SourceFacts(retells=("r",)),
        SourceFacts(),
    ):
        here = Context(VOCABULARY, known)
        assert here.witnesses
        assert here.with_source("c", more).witnesses == Context(VOCABULARY, {**known, "c": more}).witnesses
    again = Context(VOCABULARY, known)
    assert again.witnesses
    assert again.with_source("b", SourceFacts(publisher="One")).witnesses["b"] == "told by one"


def test_a_book_learns_what_a_new_article_retells() -> None:
    book = Book([say("a", "m9", "supplier", "sony", source="s")], context(s=SourceFacts(publisher="radio")))
    found = book.put("t", [say("b", "m9", "supplier", "sony", source="t")], SourceFacts(retells=("radio",)))
    assert [(f.kind, f.left, f.right) for f in found] == [("retelling", ("a",), ("b",))]
    assert book.findings == found


def test_a_book_checks_everything_again_when_names_are_joined() -> None:
    book = Book([say("a", "m9", "supplier", "sony", source="s"), say("b", "m9", "supplier", "kodak")], context())
    assert [f.kind for f in book.findings] == ["value"]
    found = book.put("t", [say("c", "sony", "same_company_as", "kodak", source="t")])
    assert [f.kind for f in found] == ["identity"]


def test_findings_are_sorted_by_severity_witnesses_and_recency() -> None:
    claims = [
        *(say(f"a{n}", "m8", "supplier", firm, stated="2001") for n, firm in enumerate(("sony", "kodak", "sony"))),
        *(say(f"b{n}", "m9", "supplier", firm, stated="2015") for n, firm in enumerate(("sony", "kodak"))),
        *(say(f"c{n}", "q-lens", "supplier", firm, stated="2018") for n, firm in enumerate(("sony", "kodak"))),
        *(say(f"d{n}", "twins-a", "supplier", firm, stated=None) for n, firm in enumerate(("sony", "kodak"))),
    ]
    assert [(f.slot["subject"], f.severity) for f in find_findings(claims, context())] == [
        ("m8", "contradiction"),
        ("q-lens", "contradiction"),
        ("m9", "contradiction"),
        ("twins-a", "tension"),
    ]
