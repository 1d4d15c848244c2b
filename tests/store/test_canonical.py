"""The canonical form: what is written reads back, here and in any other reader of YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.model import Claim, EntityValue, NumberValue, Review, Span, TextValue, Time
from leica_kb.store import ClaimFile, by_position, claim_lines, dump_claims, parse_claims
from leica_kb.store.quoting import quote_scalar
from tests.store.strategies import TRAPS, claim_lists, texts, words

PATH = Path("claims/s.yaml")

M11 = Claim(
    id="c-0123456789ab",
    source="000_80d2b20f5697d587",
    subject="leica-m11-series",
    predicate="sensor_supplier",
    object=EntityValue("sony"),
    qualifiers={"component": "image sensor"},
    attribution=("andreas-kaufmann", "via:leica-rumors"),
    time=Time(stated="2025-12-24/2026-01"),
    quote="Leica most recently used off-the-shelf Sony image sensors for its M11 series cameras",
    start=2565,
    end=2649,
    before="As Dr. Kaufmann explained, ",
    after=", but for the M10, Leica develop",
    cues={"attribution": (Span(2538, 2563),)},
    origin="rules/1 use-for",
    review=Review("accepted", by="ann", on="2026-11-21"),
)


def test_a_file_looks_like_the_example_in_the_design() -> None:
    file = ClaimFile("000_80d2b20f5697d587", "5f" * 32, (M11,))
    assert (
        dump_claims(file).decode()
        == f"""\
format: 1
source: 000_80d2b20f5697d587
text_sha256: {"5f" * 32}
claims:
  - id: c-0123456789ab
    subject: leica-m11-series
    predicate: sensor_supplier
    object: {{entity: sony}}
    qualifiers: {{component: image sensor}}
    polarity: affirmed
    modality: asserted
    attribution: [andreas-kaufmann, "via:leica-rumors"]
    time: {{stated: 2025-12-24/2026-01}}
    quote: Leica most recently used off-the-shelf Sony image sensors for its M11 series cameras
    start: 2565
    end: 2649
    before: "As Dr. Kaufmann explained, "
    after: ", but for the M10, Leica develop"
    cues: {{attribution: [[2538, 2563]]}}
    origin: rules/1 use-for
    review: {{state: accepted, by: ann, "on": "2026-11-21"}}
"""
    )


def test_what_is_empty_is_left_out_but_the_attribution() -> None:
    claim = Claim("c-000000000000", "s", "zeiss", "made_by", TextValue(""), "Zeiss", 0, 5)
    assert claim_lines(claim) == (
        "  - id: c-000000000000",
        "    subject: zeiss",
        "    predicate: made_by",
        '    object: {text: ""}',
        "    polarity: affirmed",
        "    modality: asserted",
        "    attribution: []",
        "    quote: Zeiss",
        "    start: 0",
        "    end: 5",
    )


def test_a_file_without_claims() -> None:
    assert dump_claims(ClaimFile("s")) == b"format: 1\nsource: s\nclaims: []\n"
    assert parse_claims(dump_claims(ClaimFile("s")), PATH).problems == ()


@pytest.mark.parametrize(
    "trap", [*TRAPS, "", " a", "a ", "a: b", "a #b", "a:", "- a", "? a", "a\nb", "#", "a\u2028b", "a\u00a0b"]
)
def test_what_readers_of_yaml_disagree_on_is_quoted(trap: str) -> None:
    assert quote_scalar(trap).startswith('"')


@pytest.mark.parametrize(
    "plain", ["192X", "000_80d2b20f5697d587", "2025-12-24/2026-01", "Größe", "(a) x", "“I”", "日本", "1st"]
)
def test_what_every_reader_takes_for_text_is_plain(plain: str) -> None:
    assert quote_scalar(plain) == plain


@given(texts | words, st.booleans())
def test_any_text_reads_back_from_any_reader(text: str, flow: bool) -> None:
    written = f"[{quote_scalar(text, flow=True)}]" if flow else f"- {quote_scalar(text)}"
    assert yaml.safe_load(written) == [text]
    assert yaml.load(written, Loader=yaml.CSafeLoader) == [text]


@given(claim_lists)
def test_what_is_dumped_loads_again(claims: list[Claim]) -> None:
    file = ClaimFile("s", "ab" * 32, by_position(claims))
    data = dump_claims(file)
    parsed = parse_claims(data, PATH)
    assert parsed.problems == ()
    assert parsed.file is not None
    assert parsed.file.claims == file.claims
    assert dump_claims(parsed.file) == data


@given(claim_lists)
def test_a_plain_reader_sees_the_same_values(claims: list[Claim]) -> None:
    loaded = yaml.safe_load(dump_claims(ClaimFile("s", claims=by_position(claims))))
    assert [_without_empty(item) for item in loaded["claims"]] == [
        _without_empty(claim.to_json()) for claim in by_position(claims)
    ]


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    left_out = ("source", "attribution")
    review = data.get("review")
    plain = {} if review == {"state": "unreviewed"} else review
    return {
        key: value for key, value in (data | {"review": plain}).items() if (value and key not in left_out) or value == 0
    }


@pytest.mark.parametrize("number", [5, -3, 0, 0.5, 1e22, 1e-7, -2.25, 10**17, 1.7976931348623157e308])
def test_numbers_keep_their_value_and_kind(number: float) -> None:
    claim = Claim("c-000000000000", "s", "a", "b", NumberValue(number, "mm"), "x", 0, 1)
    file = parse_claims(dump_claims(ClaimFile("s", claims=(claim,))), PATH).file
    assert file is not None
    read = file.claims[0].object
    assert isinstance(read, NumberValue)
    assert (read.number, type(read.number)) == (number, type(number))


def test_a_quantity_that_is_none_is_refused() -> None:
    claim = Claim("c-000000000000", "s", "a", "b", NumberValue(float("nan")), "x", 0, 1)
    with pytest.raises(ValueError, match="no quantity"):
        dump_claims(ClaimFile("s", claims=(claim,)))
