"""Machine forms: read back as what they were, safe in terminals and spreadsheets."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from leica_kb.model import Claim, TextValue
from leica_kb.render.machine import CLAIM_COLUMNS, dump_csv, dump_json, dump_lines

plain = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.recursive(plain | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(plain, inner)))
def test_json_reads_back_and_holds_no_escape_sequence(data: object) -> None:
    text = dump_json(data)
    assert json.loads(text) == data
    assert not set(text) & {"\x1b", "\x9b", "\u202e", "\x7f"}


@given(st.lists(st.dictionaries(plain, plain)))
def test_json_lines_hold_one_value_each(rows: list[dict[str, str]]) -> None:
    assert [json.loads(row) for row in dump_lines(rows).splitlines()] == rows


def test_csv_has_one_row_a_claim_and_no_formula() -> None:
    claim = Claim("c-1", "s", "sigma", "assessment", TextValue("x"), '=HYPERLINK("evil")', 0, 18, attribution=("a",))
    head, row = csv.reader(io.StringIO(dump_csv([claim.to_json()])))
    cells = dict(zip(head, row, strict=True))
    assert tuple(head) == CLAIM_COLUMNS
    assert cells["quote"] == '\'=HYPERLINK("evil")'
    assert cells["object"] == '{"text": "x"}'
    assert (cells["attribution"], cells["qualifiers"], cells["start"], cells["review"]) == (
        '["a"]',
        "",
        "0",
        "unreviewed",
    )
