from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.evaluate import load_constructions
from leica_kb.model import DateValue, EntityValue, NumberValue
from leica_kb.packs import load_packs

SUITE = Path(__file__).parent.parent / "data" / "constructions.yaml"


def test_an_item_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "suite.yaml"
    path.write_text(
        """
items:
  - id: date-01
    construction: date
    text: "Tamron dates from 1950, and its warranty is three years."
    claims:
      - {subject: tamron, predicate: founded_in, object: {date: 1950}}
      - {subject: [tamron, tamron-lenses], predicate: warranty, object: {number: 3, unit: year}, polarity: affirmed}
    may:
      - {predicate: assessment}
      - {subject: tamron, predicate: based_in, object: {entity: [saitama, japan]}}
""",
        encoding="utf-8",
    )
    (item,) = load_constructions(path)
    founded, warranty = item.claims
    assert founded.object == (DateValue("1950"),)
    assert (founded.polarity, founded.modality, founded.speaker) == (("affirmed",), ("asserted",), ())
    assert (warranty.subject, warranty.object) == (("tamron", "tamron-lenses"), (NumberValue(3, "year"),))
    anything, place = item.may
    assert (anything.object, anything.polarity, anything.modality) == ((), ("affirmed", "denied"), ())
    assert place.object == (EntityValue("saitama"), EntityValue("japan"))
    assert (item.pack, place.speaker) == ("leica", None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]", "suite.yaml:1: a suite begins with «items:»"),
        ("items: 3", "suite.yaml:1: a suite begins with «items:»"),
        ("items:\n  - {id: a, text: b}", "suite.yaml:2: an item has id, construction and text"),
        ("items:\n  - {id: a, construction: b, text: c, claim: []}", "suite.yaml:2: an item has id"),
        (
            "items:\n  - {id: a, construction: b, text: c}\n  - {id: a, construction: b, text: c}",
            "suite.yaml:3: a second item 'a'",
        ),
        (
            "items:\n  - id: a\n    construction: b\n    text: c\n    claims:\n      - {subject: d}",
            "suite.yaml:6: a: an expected claim needs its object",
        ),
        (
            "items:\n  - id: a\n    construction: b\n    text: c\n    may:\n      - {sbject: d}",
            "suite.yaml:6: a: unknown field 'sbject'",
        ),
        (
            "items:\n  - id: a\n    construction: b\n    text: c\n    may:\n      - {object: {size: 3}}",
            "suite.yaml:6: a: not an object",
        ),
        ("items:\n  - id: a\n    construction: b\n    text: c\n    may:\n      - word", "suite.yaml:6: a: "),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "suite.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_constructions(path)
    assert message in str(error.value)


def test_the_suite_is_as_large_and_as_silent_as_it_says() -> None:
    items = load_constructions(SUITE)
    silent = sum(not item.claims for item in items) / len(items)
    held_out = sum(item.held_out for item in items) / len(items)
    assert len(items) >= 330
    assert 0.25 <= silent <= 0.4
    assert 0.28 <= held_out <= 0.38
    assert len({item.construction for item in items}) >= 40
    assert len({item.text for item in items}) == len(items)


def test_the_suite_speaks_the_vocabulary() -> None:
    pack, _ = load_packs(["leica"])
    used = {e.predicate for item in load_constructions(SUITE) for e in (*item.claims, *item.may)} - {""}
    assert used <= pack.vocabulary.predicates.keys()
    assert len(used) >= 30


def test_what_is_expected_is_not_also_merely_allowed() -> None:
    for item in load_constructions(SUITE):
        expected = [(e.subject, e.predicate, e.object, e.polarity) for e in item.claims]
        assert not [m for m in item.may if (m.subject, m.predicate, m.object, m.polarity) in expected], item.id
