"""Writes replace only the lines of claims that changed; what people wrote around them stays."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.errors import InputError
from leica_kb.model import Claim, EntityValue, Review, Span
from leica_kb.store import (
    ClaimFile,
    by_position,
    complete,
    dump_claims,
    edit_claims,
    load_claim_file,
    parse_claims,
    save_claims,
    tidy_claims,
)
from tests.store.strategies import claim_lists, claims, texts

PATH = Path("claims/s.yaml")

BY_HAND = """\
# yaml-language-server: $schema=claims.json
format: 1   # the first
source: s

claims:   # in order

  # the chairman's own words 😀
  - id: c-00000000000a
    subject: leica   # the company
    # what it is about
    predicate: made_by
    object:
      # really?
      entity: panasonic  # since 2001
    quote: >-
      some words
      here
    start: 5
    end: 20
  - {id: c-00000000000b, subject: q2, predicate: lens, object: {text: no}, quote: "x # y", start: 30, end: 35} # flow

  # not yet right
  - subjec: z

  - id: c-00000000000c
    subject: m10
    predicate: p
    object: {number: 1e3, unit: mm}
    quote: |
      lit
    start: 40
    end: 44
    review: {state: accepted} # yes
  # the end
# of it
"""


def _file(text: str) -> ClaimFile:
    file = parse_claims(text.encode(), PATH).file
    assert file is not None
    return file


def _edit(text: str, *changed: Claim) -> str:
    """The file after the claims of these ids have changed, with all others as they were."""
    file = _file(text)
    new = {claim.id: claim for claim in changed}
    claims = by_position([new.get(claim.id, claim) for claim in file.claims])
    return edit_claims(text.encode(), replace(file, claims=claims)).decode()


def test_nothing_changed_changes_no_byte() -> None:
    assert edit_claims(BY_HAND.encode(), _file(BY_HAND)).decode() == BY_HAND


def test_one_key_changes_one_line() -> None:
    claim = _file(BY_HAND).claims[0]
    assert _edit(BY_HAND, replace(claim, subject="leica-camera")) == BY_HAND.replace(
        "subject: leica   # the company", "subject: leica-camera   # the company"
    )


def test_a_value_of_several_lines_leaves_its_comments_behind() -> None:
    claim = _file(BY_HAND).claims[0]
    assert _edit(BY_HAND, replace(claim, object=EntityValue("sony"))) == BY_HAND.replace(
        "    object:\n      # really?\n      entity: panasonic  # since 2001\n",
        "    object: {entity: sony}  # since 2001\n    # really?\n",
    )


def test_a_new_key_stands_at_its_place() -> None:
    claim = _file(BY_HAND).claims[0]
    assert _edit(BY_HAND, replace(claim, modality="opinion", review=Review("corrected"))) == BY_HAND.replace(
        "    quote: >-", "    modality: opinion\n    quote: >-"
    ).replace("    end: 20\n", "    end: 20\n    review: {state: corrected}\n")


def test_a_key_that_goes_leaves_its_comment() -> None:
    claim = _file(BY_HAND).claims[2]
    assert _edit(BY_HAND, replace(claim, review=Review())) == BY_HAND.replace(
        "review: {state: accepted} # yes", "# yes"
    )


def test_an_entry_on_one_line_is_written_anew_with_its_comment() -> None:
    claim = _file(BY_HAND).claims[1]
    written = _edit(BY_HAND, replace(claim, subject="q3"))
    assert "    subject: q3\n" in written
    assert "    # flow\n" in written
    assert written.startswith(BY_HAND[: BY_HAND.index("  - {id")])
    assert written.endswith(BY_HAND[BY_HAND.index("\n  # not yet right") :])


def test_a_new_claim_stands_by_position_and_nothing_else_moves() -> None:
    file = _file(BY_HAND)
    new = Claim("c-00000000000d", "s", "x", "y", EntityValue("z"), "between", 25, 32)
    written = edit_claims(BY_HAND.encode(), replace(file, claims=by_position([*file.claims, new]))).decode()
    start = written.index("  - id: c-00000000000d")
    end = written.index("  - {id: c-00000000000b")
    assert written[:start] + written[end:] == BY_HAND


def test_a_new_claim_finds_its_place_in_a_person_s_own_order() -> None:
    late = replace(_CLAIM, id="c-000000000002", start=50, end=55)
    text = dump_claims(ClaimFile("s", claims=(_CLAIM, late))).decode()
    first, second = text.index("  - id: c-000000000001"), text.index("  - id: c-000000000002")
    turned = text[:first] + text[second:] + text[first:second]
    new = replace(_CLAIM, id="c-000000000003", start=20, end=25)
    written = edit_claims(turned.encode(), replace(_file(turned), claims=(_CLAIM, new, late))).decode()
    assert re.findall("c-0+(.)", written) == ["3", "2", "1"]


def test_a_comment_after_a_first_key_that_goes_is_carried_on() -> None:
    text = (
        "format: 1\nsource: s\nclaims:\n  - review: {state: accepted} # ruled\n    subject: m10\n"
        "    predicate: made_by\n    object: {entity: leica}\n    quote: words\n    start: 5\n    end: 10\n"
        "    id: c-000000000001\n"
    )
    claim = _file(text).claims[0]
    assert _edit(text, replace(claim, review=Review())) == text.replace(
        "  - review: {state: accepted} # ruled\n    subject: m10\n", "  - subject: m10\n    # ruled\n"
    )


def test_several_entries_or_keys_on_a_line_are_written_anew() -> None:
    text = (
        "format: 1\nsource: s\nclaims:\n- ? subject\n  : m10\n  predicate: made_by\n"
        "  object: {entity: leica}\n  quote: words\n  start: 5\n  end: 10\n  id: c-000000000001\n"
    )
    assert "- id: c-000000000001\n  subject: new\n" in _edit(text, replace(_CLAIM, subject="new"))


def test_a_claim_that_goes_leaves_its_comments() -> None:
    file = _file(BY_HAND)
    written = edit_claims(BY_HAND.encode(), replace(file, claims=file.claims[1:])).decode()
    assert "c-00000000000a" not in written
    for comment in (
        "# the chairman's own words 😀",
        "# the company",
        "# what it is about",
        "# really?",
        "# since 2001",
    ):
        assert comment in written
    assert "  - subjec: z\n" in written


def test_a_claim_that_moves_takes_its_comments_along() -> None:
    claim = _file(BY_HAND).claims[0]
    written = _edit(BY_HAND, replace(claim, start=90, end=105))
    assert (
        written.index("c-00000000000c") < written.index("# the chairman's own words") < written.index("c-00000000000a")
    )


def test_a_person_s_own_order_stays() -> None:
    text = dump_claims(ClaimFile("s", claims=(_CLAIM, replace(_CLAIM, id="c-000000000002", start=50, end=55)))).decode()
    first, second = text.index("  - id: c-000000000001"), text.index("  - id: c-000000000002")
    turned = text[:first] + text[second:] + text[first:second]
    assert _edit(turned, replace(_CLAIM, subject="new")) == turned.replace("subject: m10", "subject: new", 2).replace(
        "subject: new", "subject: m10", 1
    )


_CLAIM = Claim("c-000000000001", "s", "m10", "made_by", EntityValue("leica"), "words", 5, 10)


def test_the_head_changes_line_by_line() -> None:
    file = _file(BY_HAND)
    written = edit_claims(BY_HAND.encode(), replace(file, text_sha256="ab" * 32)).decode()
    assert written == BY_HAND.replace("source: s\n", f"source: s\ntext_sha256: {'ab' * 32}\n")
    again = edit_claims(written.encode(), replace(_file(written), text_sha256="cd" * 32)).decode()
    assert again == written.replace("ab" * 32, "cd" * 32)


@pytest.mark.parametrize("ending", ["claims: []  # none yet\n", "claims:  # none yet\n", "claims:  # none yet"])
def test_the_first_claim_and_no_claim(ending: str) -> None:
    text = f"format: 1\nsource: s\n{ending}"
    written = edit_claims(text.encode(), replace(_file(text), claims=(_CLAIM,))).decode()
    assert written.startswith("format: 1\nsource: s\nclaims:  # none yet\n  - id: c-000000000001\n")
    emptied = edit_claims(written.encode(), replace(_file(written), claims=())).decode()
    assert emptied == "format: 1\nsource: s\nclaims: []  # none yet\n"


def test_a_file_without_the_key_claims_gets_it() -> None:
    text = "format: 1\nsource: s\n# mine\n"
    written = edit_claims(text.encode(), replace(_file(text), claims=(_CLAIM,))).decode()
    assert written.startswith("format: 1\nsource: s\n# mine\nclaims:\n  - id: c-000000000001\n")


def test_keys_after_the_claims_stay_there() -> None:
    text = dump_claims(ClaimFile("s", claims=(_CLAIM,))).decode().removeprefix("format: 1\n") + "# last\nformat: 1\n"
    assert _edit(text, replace(_CLAIM, subject="new")) == text.replace("m10", "new")


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode()
    file = parse_claims(data, PATH).file
    assert file is not None
    changed = replace(file, claims=(replace(file.claims[0], subject="new"), *file.claims[1:]))
    assert edit_claims(data, changed) == data.replace(b"subject: leica ", b"subject: new ")


def test_a_file_in_flow_style_is_written_anew_below_its_comments() -> None:
    text = (
        "{format: 1, source: s, # head\n claims: [{id: c-000000000001, subject: m10, predicate: made_by,\n"
        "  object: {entity: leica}, # who\n  quote: words, start: 5, end: 10}]}\n"
    )
    assert _file(text).claims == (_CLAIM,)
    written = _edit(text, replace(_CLAIM, subject="new"))
    assert written == "# head\n# who\n" + dump_claims(ClaimFile("s", claims=(replace(_CLAIM, subject="new"),))).decode()


def test_an_entry_that_cannot_be_read_is_never_dropped() -> None:
    text = "{format: 1, source: s, claims: [{subjec: m10}]}\n"
    with pytest.raises(InputError, match="mend them first"):
        edit_claims(text.encode(), replace(_file(text), claims=(_CLAIM,)))


def test_aliases_are_resolved_where_their_anchor_goes() -> None:
    text = dump_claims(ClaimFile("s", claims=(_CLAIM, replace(_CLAIM, id="c-000000000002", start=50, end=55)))).decode()
    shared = text.replace("subject: m10", "subject: &m m10", 1).replace("subject: m10", "subject: *m")
    written = _edit(shared, replace(_CLAIM, subject="new"))
    assert [claim.subject for claim in _file(written).claims] == ["new", "m10"]


@given(claim_lists, st.data())
def test_what_is_saved_is_what_is_read(before: list[Claim], data: st.DataObject) -> None:
    old = dump_claims(ClaimFile("s", claims=by_position(before)))
    kept = [replace(claim, subject=data.draw(texts) or "x") for claim in before if data.draw(st.booleans())]
    added = [claim for claim in data.draw(claim_lists) if claim.id not in {other.id for other in before}]
    wanted = ClaimFile("s", "ab" * 32, by_position([*kept, *added]))
    new = edit_claims(old, wanted)
    assert _file(new.decode()).claims == wanted.claims
    assert new == dump_claims(wanted)


@given(st.data())
def test_comments_and_blank_lines_survive_any_change(data: st.DataObject) -> None:
    before = data.draw(st.lists(claims(), min_size=1, max_size=3, unique_by=lambda claim: claim.id))
    lines = dump_claims(ClaimFile("s", claims=by_position(before))).decode().splitlines()
    commented = []
    for number, line in enumerate(lines):
        kind = data.draw(st.sampled_from(("", "", "above", "behind", "blank")))
        commented += {"above": [f"    # c{number}!", line], "blank": ["", line]}.get(
            kind, [f"{line} # c{number}!" if kind else line]
        )
    old = "\n".join(commented) + "\n"
    assert _file(old).claims == by_position(before)
    after = [replace(data.draw(claims()), id=claim.id) for claim in before if data.draw(st.booleans())]
    new = edit_claims(old.encode(), replace(_file(old), claims=by_position(after))).decode()
    assert _file(new).claims == by_position(after)
    for number in range(len(lines)):
        assert old.count(f"# c{number}!") == new.count(f"# c{number}!")
    if len(after) == len(before):
        assert new.split("\n").count("") == old.split("\n").count("")


# --- on disk ----------------------------------------------------------------------------------------------------------


def _load(root: Path) -> ClaimFile:
    file, problems = load_claim_file(root, PATH)
    assert file is not None
    assert problems == ()
    return file


def test_saving_twice_writes_once(tmp_path: Path) -> None:
    assert save_claims(tmp_path, ClaimFile("s", claims=(_CLAIM,)))
    path = tmp_path / PATH
    os.utime(path, ns=(1, 1))
    assert not save_claims(tmp_path, _load(tmp_path))
    assert path.stat().st_mtime_ns == 1


def test_what_a_person_wrote_meanwhile_wins(tmp_path: Path) -> None:
    save_claims(tmp_path, ClaimFile("s", claims=(_CLAIM,)))
    loaded = _load(tmp_path)
    (tmp_path / PATH).write_text(BY_HAND, encoding="utf-8")
    with pytest.raises(InputError, match="changed while this ran"):
        save_claims(tmp_path, replace(loaded, claims=()))
    assert (tmp_path / PATH).read_text(encoding="utf-8") == BY_HAND


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / PATH).write_text("claims: [")
    with pytest.raises(InputError, match="cannot be read"):
        save_claims(tmp_path, ClaimFile("s", claims=(_CLAIM,)))
    with pytest.raises(InputError, match="before it can be read"):
        edit_claims(b"claims: [", ClaimFile("s", claims=(_CLAIM,)))


def test_claims_without_an_id_are_not_written() -> None:
    with pytest.raises(InputError, match="ids"):
        edit_claims(b"", ClaimFile("s", claims=(replace(_CLAIM, id=""),)))


def test_a_claim_written_with_only_its_quote_is_completed_in_place() -> None:
    text = (
        "format: 1\nsource: s\nclaims:\n  # mine\n- subject: m10\n  predicate: made_by\n"
        "  object: {entity: leica}\n  quote: M10 by Leica # hm\n"
    )
    file = _file(text)
    (draft,) = file.drafts
    assert (draft.line, draft.claim.start) == (5, -1)
    article = "So: the M10 by Leica is red."
    claim = complete(draft, article, Span(8, 20), Span(4, len(article)), by="ann")
    assert (claim.before, claim.after, claim.origin) == ("the ", " is red.", "person:ann")
    assert edit_claims(text.encode(), file).decode() == text
    written = edit_claims(text.encode(), replace(file, claims=(claim,), drafts=())).decode()
    assert written == (
        f"format: 1\nsource: s\nclaims:\n  # mine\n- id: {claim.id}\n  subject: m10\n  predicate: made_by\n"
        "  object: {entity: leica}\n  quote: M10 by Leica # hm\n  start: 8\n  end: 20\n"
        '  before: "the "\n  after: " is red."\n  origin: "person:ann"\n'
    )


# --- tidying ----------------------------------------------------------------------------------------------------------


def test_tidying_brings_a_hand_written_file_to_canonical_form() -> None:
    tidy = tidy_claims(BY_HAND.encode(), PATH).decode()
    assert _file(tidy).claims == _file(BY_HAND).claims
    assert "    quote: some words here\n" in tidy
    assert tidy.count("#") == BY_HAND.count("#")
    assert tidy_claims(tidy.encode(), PATH).decode() == tidy


@given(claim_lists)
def test_tidying_leaves_canonical_files_alone(claims: list[Claim]) -> None:
    data = dump_claims(ClaimFile("s", "ab" * 32, by_position(claims)))
    assert tidy_claims(data, PATH) == data


def test_tidying_refuses_what_it_cannot_read() -> None:
    with pytest.raises(InputError, match=r"claims/s\.yaml:2"):
        tidy_claims(b"claims: [", PATH)
