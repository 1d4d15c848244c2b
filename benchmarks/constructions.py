"""Measure the extractor: by construction, and where they are given on gold claims and on KnowledgeNet.

usage: python benchmarks/constructions.py [--misses N] [--gold CLAIMS.jsonl] [--write docs/extraction.md --date DATE]
           [--knowledgenet FACTS.jsonl PREDICTED.jsonl]
The predictions come from benchmarks/knowledgenet.py. Misses are shown of the tuned part only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from leica_kb.corpus import load_documents, parse_document
from leica_kb.evaluate import (
    Item,
    ItemResult,
    Matching,
    SuiteScore,
    claims_table,
    load_constructions,
    load_gold,
    load_passages,
    load_predictions,
    properties_table,
    score_claims,
    score_constructions,
    score_passages,
    shares_table,
    suite_table,
    update_page,
)
from leica_kb.extract import RULES_VERSION, Extractor
from leica_kb.model import Claim
from leica_kb.packs import load_packs

ROOT = Path(__file__).parent.parent
PROPERTIES = ("CEO", "DATE_FOUNDED", "FOUNDED_BY", "HEADQUARTERS", "SUBSIDIARY_OF")
FOLDS = {"folds 1–2 (for tuning)": {1, 2}, "fold 3 (for reporting)": {3}}


def main() -> None:
    args = arguments()
    items = load_constructions(args.suite)
    suite = suite_score(items)
    batches = suite_table(suite_score(map(batch, items))).replace("construction", "batch", 1)
    parts = {
        "head": head(args.date),
        "batches": batches,
        "constructions": suite_table(suite),
        "weakest": weakest(suite),
    }
    if args.gold:
        parts["gold"] = gold_part(args.gold)
    if args.knowledgenet:
        parts["knowledgenet"] = "\n\n".join(knowledgenet_parts(*args.knowledgenet))
    for name, text in parts.items():
        print(f"## {name}\n\n{text}\n")
    for result in [r for r in suite.results if is_wrong(r)][: args.misses]:
        print("\n".join(miss(result)))
    if args.write:
        args.write.write_text(update_page(args.write.read_text(encoding="utf-8"), parts), encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", type=Path, default=ROOT / "tests/data/constructions.yaml")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--knowledgenet", type=Path, nargs=2, metavar=("FACTS", "PREDICTED"))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--write", type=Path, help="put the figures between the markers of this page")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat())
    return parser.parse_args()


@cache
def extractor(pack: str) -> Extractor:
    return Extractor.of(load_packs([pack])[0])


def matching() -> Matching:
    return Matching.of(extractor("leica").pack.vocabulary)


def suite_score(items: Iterable[Item]) -> SuiteScore:
    return score_constructions(items, lambda i: extractor(i.pack).read(parse_document(i.text)).claims, matching())


BATCHES: Final = {"n": "second", "p": "third"}
"""The letter before the number of an id → the batch that it came in."""


def batch(item: Item) -> Item:
    """The item under the batch that it came in, in place of its construction."""
    return replace(item, construction=BATCHES.get(item.id.rsplit("-", 1)[1][0], "first"))


def head(date: str) -> str:
    return f"Measured on {date}, rules version {RULES_VERSION}. Every share shows what it was counted from."


def weakest(suite: SuiteScore) -> str:
    """The limits that the figures themselves tell: where the fewest of the expected claims are found."""
    rows = [row for row in suite.tuned if row.found.whole >= 3 and row.found.value < 0.5]
    if not rows:
        return "No construction with three or more expected claims is found less than half the time."
    names = ", ".join(f"{row.name} {row.found}" for row in sorted(rows, key=lambda row: (row.found.value, row.name)))
    return f"Found less than half the time (tuned part, three or more expected claims): {names}."


def gold_part(path: Path) -> str:
    documents, _ = load_documents(ROOT)
    claims: list[Claim] = [c for document in documents for c in extractor("leica").read(document).claims]
    score = score_claims(load_gold(path), claims, matching())
    return "\n\n".join((claims_table(score), shares_table(score, "predicate"), shares_table(score, "topic")))


def knowledgenet_parts(facts: Path, predicted: Path) -> Iterator[str]:
    passages, guesses = load_passages(facts, PROPERTIES), load_predictions(predicted)
    for name, folds in FOLDS.items():
        chosen = [passage for passage in passages if passage.fold in folds]
        overlapping, exact = (score_passages(chosen, guesses, exact=strict) for strict in (False, True))
        yield f"{name[0].upper()}{name[1:]}:\n\n{properties_table(overlapping, exact)}"


def is_wrong(result: ItemResult) -> bool:
    return bool(result.missed or result.junk or any(not e.is_exactly(c) for e, c in result.found))


def miss(result: ItemResult) -> Iterator[str]:
    yield f"{result.item.id}: {result.item.text!r}"
    for expected in result.missed:
        yield f"  missed  {'/'.join(expected.subject)} {expected.predicate} {expected.object[0]} {expected.polarity[0]}"
    for claim in result.junk:
        yield f"  junk    {told(claim)}"
    for expected, claim in result.found:
        if wrong := expected.differences(claim):
            yield f"  {', '.join(wrong)} wrong: {told(claim)}"


def told(claim: Claim) -> str:
    about = f"{claim.polarity} {claim.modality} {list(claim.attribution)} {dict(claim.qualifiers)}"
    return f"{claim.subject} {claim.predicate} {claim.object} {about}"


if __name__ == "__main__":
    main()
