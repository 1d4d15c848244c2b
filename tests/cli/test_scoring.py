"""``eval``: two scores against gold claims, each of which falls when its own claims do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leica_kb.cli import run

GOLD = (
    ("c", "founded_in", {"date": "1961"}, "The company was founded in 1961"),
    ("d", "based_in", {"entity": "japan"}, "It is based in Japan"),
)


@pytest.fixture
def gold(base: Path) -> Path:
    text = (base / "seeds" / "maker.txt").read_text()
    rows = []
    for name, predicate, value, quote in GOLD:
        start = text.index(quote)
        row = {"id": name, "source": "maker", "start": start, "end": start + len(quote), "quote": quote}
        row |= {"subject": "sigma", "predicate": predicate, "object": value, "qualifiers": {}, "polarity": "affirmed"}
        rows.append({**row, "modality": "asserted", "attribution": [], "time": {}, "tier": "core"})
    path = base / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def scored(base: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    assert run(["eval", str(gold), "--root", str(base), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_rules_and_base_are_two_numbers(base: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = scored(base, gold, capsys)
    assert before["base"]["recall"] == 1.0
    path = base / "claims" / "maker.yaml"
    path.write_text(path.read_text().replace("based_in", "founded_by"))
    after = scored(base, gold, capsys)
    assert after["base"]["recall"] == 0.5
    assert after["rules"] == before["rules"]


def test_the_rules_score_falls_with_the_text(base: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = scored(base, gold, capsys)["rules"]
    assert before["recall"] > 0
    path = base / "seeds" / "maker.txt"
    path.write_text(path.read_text().replace("was founded in", "wxx fxxxxxx xx"))
    after = scored(base, gold, capsys)["rules"]
    assert after["recall"] < before["recall"]


def test_as_text(base: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(gold), "--root", str(base)]) == 0
    out = capsys.readouterr().out
    assert "rules alone" in out
    assert "founded in" in out


def test_gold_of_another_base(base: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold.write_text(gold.read_text().replace("maker", "elsewhere"))
    assert run(["eval", str(gold), "--root", str(base)]) == 2
    assert "of no article of this base" in capsys.readouterr().err
    gold.write_text("{}\n")
    assert run(["eval", str(gold), "--root", str(base)]) == 2
    assert "gold.jsonl:1: the claim has no field" in capsys.readouterr().err
