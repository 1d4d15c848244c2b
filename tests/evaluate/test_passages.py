from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.evaluate import load_passages, load_predictions, score_passages
from leica_kb.evaluate.passages import PropertyScore

TEXT = "Ana Ruiz founded Lumora in 2009. Lumora is based in Valencia."
FOUNDER = {"property": "FOUNDED_BY", "s": [17, 23], "o": [0, 8]}
DATE = {"property": "DATE_FOUNDED", "s": [17, 23], "o": [27, 31]}
PLACE = {"documentId": "7", "passageStart": 0}
PASSAGE = {**PLACE, "fold": 1, "text": TEXT, "exhaustive": ["FOUNDED_BY"], "facts": [FOUNDER, DATE]}


def scored(folder: Path, guesses: Sequence[object], *, exact: bool = False) -> dict[str, PropertyScore]:
    gold, predicted = folder / "gold.jsonl", folder / "predicted.jsonl"
    gold.write_text(json.dumps(PASSAGE), encoding="utf-8")
    predicted.write_text("\n".join(json.dumps(guess) for guess in guesses), encoding="utf-8")
    passages = load_passages(gold, ("FOUNDED_BY", "DATE_FOUNDED"))
    return {s.name: s for s in score_passages(passages, load_predictions(predicted), exact=exact)}


def test_a_right_guess_counts_where_its_property_is_exhaustive(tmp_path: Path) -> None:
    found = scored(tmp_path, [{**PLACE, **FOUNDER}, {**PLACE, **FOUNDER}, {**PLACE, **DATE}])
    assert (str(found["FOUNDED_BY"].precision), found["FOUNDED_BY"].f1) == ("1.00 (1/1)", 1)
    assert str(found["DATE_FOUNDED"].precision) == "–"
    assert str(found["all"].recall) == "0.50 (1/2)"


def test_precision_falls_with_a_wrong_guess_and_with_a_second_hit(tmp_path: Path) -> None:
    again = {**PLACE, **FOUNDER, "o": [4, 8]}
    wrong = {**PLACE, **FOUNDER, "s": [50, 58]}
    assert str(scored(tmp_path, [{**PLACE, **FOUNDER}, again, wrong])["all"].precision) == "0.33 (1/3)"


def test_overlap_forgives_a_longer_span_and_exact_does_not(tmp_path: Path) -> None:
    longer, longest = {**PLACE, **FOUNDER, "s": [17, 31]}, {**PLACE, **FOUNDER, "s": [17, 61]}
    assert scored(tmp_path, [longer])["all"].recall.part == 1
    assert scored(tmp_path, [longer], exact=True)["all"].recall.part == 0
    assert scored(tmp_path, [longest])["all"].recall.part == 0


def test_recall_falls_when_nothing_is_predicted(tmp_path: Path) -> None:
    found = scored(tmp_path, [])
    assert (found["all"].recall.value, found["all"].f1) == (0, 0)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "predicted.jsonl"
    path.write_text("\n{", encoding="utf-8")
    with pytest.raises(InputError, match=r"predicted\.jsonl:2: not JSON"):
        load_predictions(path)
