"""The four real articles: what the report must say, must hold as a note, and must not be loud about."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from leica_kb.checks import Context, SourceFacts, explain_pair, find_findings, shingles
from leica_kb.corpus import load_documents
from leica_kb.model import Claim, Document, Finding
from leica_kb.packs import load_packs

DATA = Path(__file__).parents[1] / "data"
WANTED: dict[str, list[dict[str, Any]]] = yaml.safe_load((DATA / "seeds-contradictions.yaml").read_text())


SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module", params=["bare", "with what the articles tell"])
def context(request: pytest.FixtureRequest) -> Context:
    """With the vocabulary alone, and with the articles' dates, publishers, sentences and wording as well."""
    vocabulary = load_packs(["leica"])[0].vocabulary
    if request.param == "bare":
        return Context(vocabulary)
    documents, _ = load_documents(SEEDS.parent)
    return Context(vocabulary, {document.id: _facts(document) for document in documents})


def _facts(document: Document) -> SourceFacts:
    told = document.metadata
    sentences = tuple(sentence.start for sentence in document.sentences)
    return SourceFacts(told.published, told.publisher, told.retells, told.title, shingles(document.text), sentences)


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    lines = (DATA / "seeds-gold.jsonl").read_text().splitlines()
    return {claim.id: claim for claim in (Claim.from_json(json.loads(line)) for line in lines)}


@pytest.fixture(scope="module")
def findings(claims: dict[str, Claim], context: Context) -> tuple[Finding, ...]:
    return find_findings(claims.values(), context)


def _between(entry: dict[str, Any], findings: tuple[Finding, ...]) -> list[Finding]:
    left, right = set(entry["left"]), set(entry["right"])
    sides = ((finding, set(finding.left), set(finding.right)) for finding in findings)
    return [f for f, mine, theirs in sides if (mine & left and theirs & right) or (mine & right and theirs & left)]


@pytest.mark.parametrize("entry", WANTED["must_find"], ids=lambda e: e["left"][0])
def test_what_must_be_found_is_loud(entry: dict[str, Any], findings: tuple[Finding, ...]) -> None:
    assert [f.kind for f in _between(entry, findings) if f.severity != "note"] == [entry["kind"]]


@pytest.mark.parametrize("entry", WANTED["must_note"], ids=lambda e: e["left"][0])
def test_what_must_be_a_note_is_one(entry: dict[str, Any], findings: tuple[Finding, ...]) -> None:
    assert [(f.kind, f.severity) for f in _between(entry, findings)] == [(entry["kind"], "note")]


@pytest.mark.parametrize("entry", WANTED["must_not_flag"], ids=lambda e: f"{e['left'][0]}-{e['right'][0]}")
def test_look_alikes_are_not_loud(entry: dict[str, Any], findings: tuple[Finding, ...]) -> None:
    assert [f for f in _between(entry, findings) if f.severity != "note"] == []


@pytest.mark.parametrize("entry", WANTED["must_not_flag"], ids=lambda e: f"{e['left'][0]}-{e['right'][0]}")
def test_a_gate_is_named_for_every_look_alike(
    entry: dict[str, Any], claims: dict[str, Claim], context: Context
) -> None:
    verdict = explain_pair(claims[entry["left"][0]], claims[entry["right"][0]], context, claims.values())
    assert verdict.gate in ("slot", "time", "scope", "modality", "clash")
    assert verdict.reason


def test_nothing_else_is_loud_on_the_seeds(findings: tuple[Finding, ...]) -> None:
    assert [f.explanation.split(",")[0].partition(" says that ")[2] for f in findings if f.severity != "note"] == [
        "Leica lenses are made in Germany and that Leica lenses are made in Solms",
        "Panasonic-made Leicas differ from their twin: mostly cosmetic differences",
        "Leica lenses are made by Leica",
        "Leica cameras are made in Germany",
    ]


def test_the_derived_difference_names_every_pack_fact(findings: tuple[Finding, ...]) -> None:
    (derived,) = [f for f in findings if f.kind == "derived-difference"]
    assert derived.left == ("G121",)
    assert set(derived.right) == {"G054", "G055", "G058", "G061", "G062", "G063", "G064"}
    assert any("not-only-cosmetic" in fact for fact in derived.facts)
    assert any("are equivalent (leica/entities.yaml:" in fact for fact in derived.facts)


NEW = {
    "founding": {"subject": "panasonic", "predicate": "founded_in", "object": {"date": "1918"}},
    "sensor": {"subject": "leica-m11", "predicate": "sensor_supplier", "object": {"entity": "towerjazz"}},
    "plant": {
        "subject": "leica",
        "predicate": "has_factory_in",
        "object": {"entity": "portugal"},
        "qualifiers": {"opened": "2011"},
    },
}


@pytest.mark.parametrize(("name", "against"), [("founding", "G115"), ("sensor", "G013"), ("plant", "G033")])
@pytest.mark.parametrize("stated", [None, "2022-05"])
def test_one_more_article_that_says_otherwise_is_loud(
    name: str, against: str, stated: str | None, claims: dict[str, Claim], context: Context
) -> None:
    new = Claim.from_json(
        {"id": "new", "source": "new", "quote": "words", "start": 0, "end": 5, **NEW[name], "time": {"stated": stated}}
    )
    loud = [f for f in find_findings([*claims.values(), new], context) if f.severity != "note"]
    assert [{*f.left, *f.right} for f in loud if "new" in (*f.left, *f.right)] == [{"new", against}]
