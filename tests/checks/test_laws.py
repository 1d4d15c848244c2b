"""Laws of the checks: no order matters, one article more equals all over again, slots can be checked apart."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.checks import Book, Context, SourceFacts, check_slots, find_findings, touched_slots
from leica_kb.checks.groups import BRUTE, Group, meet
from leica_kb.checks.judge import judge
from leica_kb.checks.reading import read_claim
from leica_kb.checks.timing import overlap_of
from leica_kb.model import Claim, DateValue, EntityValue, Finding, NumberValue, TextValue, Time, Value
from tests.checks.making import context, say

OBJECTS: dict[str, list[Value]] = {
    "supplier": [EntityValue("sony"), EntityValue("kodak"), EntityValue("panasonic")],
    "made_in": [EntityValue("germany"), EntityValue("solms"), EntityValue("japan")],
    "waiting_list": [NumberValue(1, "year"), NumberValue(3, "month"), NumberValue(12, "month")],
    "method": [TextValue("handmade"), TextValue("mass produced"), TextValue("as ever")],
    "differs_from": [TextValue("cosmetic only"), TextValue("menus")],
    "founded_in": [DateValue("1914"), DateValue("191X"), DateValue("1926")],
}
SUBJECTS = ["lenses", "small-lenses", "q-lens", "m9", "m9-series", "twins-a", "twins-b", "b-lenses"]


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    size = draw(st.integers(2, 14))
    made = []
    for n in range(size):
        predicate = draw(st.sampled_from(sorted(OBJECTS)))
        made.append(
            say(
                f"c{n:02}",
                draw(st.sampled_from(SUBJECTS)),
                predicate,
                draw(st.sampled_from(OBJECTS[predicate])),
                source=f"s{draw(st.integers(0, 3))}",
                start=draw(st.sampled_from([0, 10, 500, 900])),
                stated=draw(st.sampled_from([None, "2010", "2010-05", "2019"])),
                valid=draw(st.sampled_from([None, None, "2001/2005"])),
                denied=draw(st.booleans()),
                attribution=draw(st.sampled_from([(), ("ann",), ("commenter:1",)])),
                modality=draw(st.sampled_from(["asserted", "asserted", "asserted", "predicted", "speculated"])),
                **({"scope": draw(st.sampled_from(["generic", "all", "some", "most"]))} if draw(st.booleans()) else {}),
            )
        )
    return made


def _as_json(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [finding.to_json() for finding in findings]


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(made: list[Claim], chance: random.Random) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert _as_json(find_findings(shuffled, context())) == _as_json(find_findings(made, context()))


@settings(max_examples=60, deadline=None)
@given(claims(), st.integers(0, 3))
def test_one_article_more_equals_all_over_again(made: list[Claim], last: int) -> None:
    mine = [claim for claim in made if claim.source == f"s{last}"]
    book = Book([claim for claim in made if claim.source != f"s{last}"], context())
    book.put(f"s{last}", mine)
    assert _as_json(book.findings) == _as_json(find_findings(made, context()))
    book.put(f"s{last}", ())
    rest = [claim for claim in made if claim.source != f"s{last}"]
    assert _as_json(book.findings) == _as_json(find_findings(rest, context()))


@settings(max_examples=40, deadline=None)
@given(claims())
def test_slots_checked_apart_find_the_same(made: list[Claim]) -> None:
    here = context().informed_by(made)
    slots = touched_slots(made, here)
    apart = check_slots(((slot, made) for slot in slots), here)
    whole = find_findings(made, context())
    assert sorted(f.id for f in apart) == sorted(f.id for f in whole)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_no_finding_holds_a_claim_on_both_sides_and_every_loud_one_says_why(made: list[Claim]) -> None:
    for finding in find_findings(made, context()):
        assert finding.left
        assert finding.right
        if finding.severity != "note":
            assert not set(finding.left) & set(finding.right)
            assert finding.settles
        if finding.severity != "contradiction":
            assert finding.reasons


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_pair_reads_the_same_from_either_side(made: list[Claim]) -> None:
    here = context().informed_by(made)
    first, second = (read_claim(claim, here) for claim in made[:2])
    assert first
    assert second
    there = {(e.kind, e.severity) for e in judge(Group((first,)), Group((second,), 1), here)}
    assert there == {(e.kind, e.severity) for e in judge(Group((second,)), Group((first,), 1), here)}


YEARS = st.lists(st.one_of(st.none(), st.integers(1950, 2020)), min_size=1, max_size=12)


def _group(prefix: str, years: list[int | None], here: Context) -> Group:
    made = (
        say(f"{prefix}{n}", "m9", "supplier", "sony", stated=None if year is None else str(year))
        for n, year in enumerate(years)
    )
    return Group(tuple(reading for claim in made if (reading := read_claim(claim, here))))


@given(YEARS, YEARS)
def test_the_sweep_by_time_finds_what_pair_by_pair_finds(left: list[int | None], right: list[int | None]) -> None:
    here = context()
    mine, theirs = _group("l", left, here), _group("r", right, here)
    many = Group(mine.readings * (BRUTE // len(left) + 1)), Group(theirs.readings * 2)
    one = meet(mine, theirs, lambda a, b: overlap_of(a.when, b.when))
    swept = meet(*many, lambda a, b: overlap_of(a.when, b.when))
    assert one
    assert swept
    assert one.overlap == swept.overlap
    assert {r.claim.id for r in one.left} == {r.claim.id for r in swept.left}
    assert {r.claim.id for r in one.alone_right} == {r.claim.id for r in swept.alone_right}


def test_a_slot_with_ten_thousand_claims_and_values_stays_bounded_and_says_so() -> None:
    made = [
        Claim(f"c{n:05}", f"s{n}", "m9", "waiting_list", NumberValue(n, "day"), "words", 0, 5, time=Time("2019"))
        for n in range(10_000)
    ]
    found = find_findings(made, Context(context().vocabulary, {"s0": SourceFacts(publisher="p")}))
    assert [(f.kind, f.severity) for f in found] == [("number", "contradiction")]
    assert "only the most told of very many different values were compared" in found[0].reasons
