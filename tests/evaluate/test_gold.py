from __future__ import annotations

import json
from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.evaluate import load_gold, load_predicted
from leica_kb.model import EntityValue

LINE = {
    "source": "a",
    "subject": "nikon",
    "predicate": "based_in",
    "object": {"entity": "tokyo"},
    "quote": "Nikon of Tokyo",
    "start": 0,
    "end": 14,
}


def test_a_gold_claim_has_topic_and_tier(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [{**LINE, "topic": "companies", "tier": "optional"}, {**LINE, "topic": None}]
    path.write_text("\n\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    first, second = load_gold(path)
    assert (first.topic, first.core, first.claim.object) == ("companies", False, EntityValue("tokyo"))
    assert (second.topic, second.core) == ("", True)
    assert load_predicted(path) == (first.claim, second.claim)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "gold.jsonl:2: not JSON"),
        ("[1]", "gold.jsonl:2: not a claim; one JSON object a line is read"),
        ('{"source": "a"}', "gold.jsonl:2: the claim has no field 'subject'"),
        (json.dumps({**LINE, "object": {"entity": 3}}), "gold.jsonl:2: not a claim: not an object"),
        (json.dumps({**LINE, "time": {"said": 3}}), "gold.jsonl:2: not a claim"),
        (json.dumps({**LINE, "cues": [1]}), "gold.jsonl:2: not a claim"),
    ],
)
def test_what_is_no_claim_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{text}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_gold(path)
    assert message in str(error.value)


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"source": "\xff"}')
    with pytest.raises(InputError, match="not UTF-8: byte 12"):
        load_gold(path)


def test_the_seeds_gold_is_readable() -> None:
    found = load_gold(Path(__file__).parent.parent / "data" / "seeds-gold.jsonl")
    assert (len(found), sum(g.core for g in found)) == (144, 92)
