"""One entry as a page: what was not touched comes back byte for byte, comments and all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from leica_kb.errors import InputError
from leica_kb.model import Claim
from leica_kb.store import dump_claims, entry_text, parse_claims, parse_entry, revise, with_entry
from leica_kb.store.values import ClaimFile
from tests.store.strategies import claim_lists

HERE = Path("claims/s.yaml")
FILE = """format: 1
source: s
claims:
# first of all
- id: c-000000000001
  subject: a   # who?
  predicate: is
  # what it is
  object: {text: b}
  quote: a is b
  start: 0
  end: 6

  # the second
- {id: c-000000000002, subject: c, predicate: is, object: {text: d}, quote: c is d, start: 8, end: 14}
"""
ONE, TWO = "c-000000000001", "c-000000000002"


def test_a_page_holds_the_entry_with_its_comments() -> None:
    assert entry_text(FILE.encode(), HERE, ONE) == FILE[FILE.index("- id") : FILE.index("\n  # the second")]


def test_an_edited_page_goes_back_with_what_was_written_into_it() -> None:
    page = entry_text(FILE.encode(), HERE, ONE).replace("predicate: is", "predicate: was # once\n  # note")
    assert with_entry(FILE.encode(), HERE, ONE, page).decode() == FILE.replace(
        "predicate: is\n", "predicate: was # once\n  # note\n", 1
    )


def test_windows_line_ends_and_the_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    assert with_entry(data, HERE, ONE, entry_text(data, HERE, ONE)) == data


def test_an_entry_on_one_line_is_for_the_persons_editor() -> None:
    with pytest.raises(InputError, match="edit the file itself"):
        entry_text(FILE.encode(), HERE, TWO)
    with pytest.raises(InputError, match="does not stand here any more"):
        entry_text(FILE.encode(), HERE, "c-000000000003")


def test_a_claim_without_an_id_shows_the_one_that_it_has() -> None:
    data = FILE.replace(f"- id: {ONE}\n  subject", "- subject").encode()
    file = parse_claims(data, HERE).file
    assert file is not None
    name = file.claims[0].id
    assert f"id: {name}" in entry_text(data, HERE, name)


@given(claim_lists)
def test_a_page_that_was_not_touched_changes_nothing(claims: list[Claim]) -> None:
    data = dump_claims(ClaimFile("s", claims=tuple(claims)))
    for claim in claims:
        page = entry_text(data, HERE, claim.id)
        assert with_entry(data, HERE, claim.id, page) == data
        assert parse_entry(page, claim.source, HERE) == (claim, ())


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        ("- subject: a\n  predicat: is\n  object: {text: b}\n  quote: q\n", 2, "predicat: no such key"),
        ("- subject: a\n  predicate: is\n  object: {txt: b}\n  quote: q\n", 3, "object: one of"),
        ("# a note\n\n- subject: [\n", 4, "not YAML"),
        ("- {subject: a, predicate: p, object: {text: b}, quote: q}\n" * 2, 1, "one claim must stand here, not 2"),
        ("# nothing\n", 1, "one claim must stand here, not 0"),
        ("- !!python/name:os.system\n", 1, "tag"),
    ],
)
def test_what_is_wrong_is_told_with_the_line_of_the_page(page: str, line: int, message: str) -> None:
    claim, problems = parse_entry(page, "s", HERE)
    assert claim is None
    assert [problem.line for problem in problems if message in problem.message] == [line]


def test_a_lone_surrogate_is_read_as_a_question_mark() -> None:
    claim, problems = parse_entry("- subject: a\n  predicate: is\n  object: {text: b}\n  quote: q\ud800\n", "s", HERE)
    assert (claim.quote if claim else "", problems) == ("q?", ())


def test_keys_are_set_through_the_same_door() -> None:
    file = parse_claims(FILE.encode(), HERE).file
    assert file is not None
    claim = file.claims[0]
    changed, problems = revise(claim, {"predicate": "was", "qualifiers": {"rank": 2}})
    assert problems == ()
    assert changed is not None
    assert (changed.id, changed.predicate, changed.qualifiers, changed.quote) == (ONE, "was", {"rank": 2}, claim.quote)
    assert revise(claim, {"polarity": "perhaps"})[0] is None
    assert "no such key" in revise(claim, {"predicat": "x"})[1][0]
