"""The shipped base, tested like code: quotes stand, a clean checkout stays clean, its findings are the right ones."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.lists import FindingList
from leica_kb.model import Claim, Finding, Span

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
EXPECTED: Mapping[str, Any] = yaml.safe_load((DATA / "seeds-contradictions.yaml").read_text())
GOLD = [json.loads(row) for row in (DATA / "seeds-gold.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("shipped")
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, root / name)
    return KnowledgeBase(root)


@pytest.fixture(scope="module")
def findings(shipped: KnowledgeBase) -> FindingList:
    return shipped.contradictions(notes=True)


def test_a_report_wakes_no_parser_and_changes_no_file(shipped: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "leica_kb.extract.Extractor.of",
        lambda _: pytest.fail(
            "claims/.proposed is older than articles, rules or packs; to bring it up to date: leica-kb build"
        ),
    )
    before = _bytes(shipped.root)
    assert shipped.report().problems == ()
    assert _bytes(shipped.root) == before


def _bytes(root: Path) -> Mapping[Path, bytes]:
    paths = (p for folder in ("seeds", "claims") for p in (root / folder).rglob("*") if p.is_file())
    return {path: path.read_bytes() for path in sorted(paths)}


def test_every_quote_stands_in_its_article(shipped: KnowledgeBase) -> None:
    proofs = shipped.verify()
    assert {proof.verification.status for proof in proofs.proofs} == {"exact"}, "to see which: leica-kb verify"


@cache
def _gold(name: str) -> Mapping[str, Any]:
    return next(row for row in GOLD if row["id"] == name)


def _same(claim: Claim, row: Mapping[str, Any]) -> bool:
    """Whether a claim of the base is the gold's: what it says, and words that overlap."""
    said = (claim.source, claim.subject, claim.predicate, claim.polarity)
    here = claim.span.meets(Span(row["start"], row["end"]))
    return here and said == (row["source"], row["subject"], row["predicate"], row["polarity"])


def _ids(found: FindingList, names: Iterable[str]) -> set[str]:
    return {claim.id for claim in found.claims.values() for name in names if _same(claim, _gold(name))}


def _between(found: FindingList, entry: Mapping[str, Any]) -> Sequence[Finding]:
    left, right = (_ids(found, entry[side]) for side in ("left", "right"))
    sides = ((left, right), (right, left))
    return [f for f in found.findings if any(one & {*f.left} and other & {*f.right} for one, other in sides)]


def _name(entry: Mapping[str, Any]) -> str:
    return f"{'+'.join(entry['left'])}-{'+'.join(entry['right'])}"


@pytest.mark.parametrize("entry", EXPECTED["must_find"], ids=_name)
def test_what_must_be_found_is_loud(findings: FindingList, entry: Mapping[str, Any]) -> None:
    assert {f.severity for f in _between(findings, entry)} & {"contradiction", "tension"}, entry["why"]


@pytest.mark.parametrize("entry", EXPECTED["must_note"], ids=_name)
def test_what_must_be_noted_is_a_note(findings: FindingList, entry: Mapping[str, Any]) -> None:
    assert {f.severity for f in _between(findings, entry)} == {"note"}, entry["why"]


@pytest.mark.parametrize("entry", EXPECTED["must_not_flag"], ids=_name)
def test_what_only_looks_like_a_disagreement_is_not_loud(findings: FindingList, entry: Mapping[str, Any]) -> None:
    assert not {f.severity for f in _between(findings, entry)} - {"note"}, entry["why"]


def test_few_findings_are_loud(findings: FindingList) -> None:
    assert len([f for f in findings.findings if f.severity != "note"]) <= 12
