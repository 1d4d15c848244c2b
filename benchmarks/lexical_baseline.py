"""What a search by likeness would flag on the seeds, beside the findings of the checks.

usage: python benchmarks/lexical_baseline.py

The baseline pairs sentences that share enough content words and differ in a negation, a number or a name, as tools that
flag by similarity do. A flagged pair is right where its two sentences hold the claims of one expected finding
(tests/data/seeds-contradictions.yaml, must_find). Prints pairs looked at, flagged and right, for both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import yaml

from leica_kb.checks import Context, find_findings
from leica_kb.checks.findings import touched_slots
from leica_kb.corpus import load_documents
from leica_kb.model import Claim
from leica_kb.packs import load_packs

ROOT = Path(__file__).resolve().parents[1]
STOP = frozenset(
    "a an the of in on at by for to and or but with from as is are was were be been it its this that these those they "
    "their he she his her we you your i do does did has have had will would can could so if there which who".split()
)
NEGATION = re.compile(r"\b(not|no|never|none|n't|cannot)\b|n['’]t\b", re.IGNORECASE)
SHARED = 0.2
"""Share of content words (Jaccard) from which two sentences count as alike."""

Sentence = tuple[str, int, int, str]


def sentences() -> list[Sentence]:
    documents, _ = load_documents(ROOT)
    return [(d.id, s.start, s.end, d.text[s.start : s.end]) for d in documents for s in d.sentences]


def content(text: str) -> frozenset[str]:
    words = (word.casefold().removesuffix("s") for word in re.findall(r"[A-Za-z][\w-]+", text))
    return frozenset(word for word in words if word not in STOP)


def differs(left: str, right: str) -> bool:
    negations = bool(NEGATION.search(left)) != bool(NEGATION.search(right))
    numbers = set(re.findall(r"\d+", left)) != set(re.findall(r"\d+", right))
    names = set(re.findall(r"(?<=\s)[A-Z]\w+", left)) != set(re.findall(r"(?<=\s)[A-Z]\w+", right))
    return negations or numbers or names


def flagged(all_sentences: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    words = {sentence: content(sentence[3]) for sentence in all_sentences}
    for left, right in combinations(all_sentences, 2):
        both = words[left] | words[right]
        if both and len(words[left] & words[right]) / len(both) >= SHARED and differs(left[3], right[3]):
            yield left, right


def main() -> None:
    lines = (ROOT / "tests/data/seeds-gold.jsonl").read_text(encoding="utf-8").splitlines()
    claims = {claim.id: claim for claim in (Claim.from_json(json.loads(line)) for line in lines)}
    wanted = yaml.safe_load((ROOT / "tests/data/seeds-contradictions.yaml").read_text(encoding="utf-8"))["must_find"]
    every = sentences()
    pairs = list(flagged(every))
    right = sum(any(_holds(pair, entry, claims) for entry in wanted) for pair in pairs)
    print(f"likeness  {len(every) * (len(every) - 1) // 2:,} pairs looked at, {len(pairs)} flagged, {right} right")
    context = Context(load_packs(["leica"])[0].vocabulary)
    loud = [finding for finding in find_findings(claims.values(), context) if finding.severity != "note"]
    slots = touched_slots(claims.values(), context)
    print(
        f"checks    {len(slots):,} slots looked at, {len(loud)} loud findings; each is read in docs/contradictions.md"
    )


def _holds(pair: tuple[Sentence, Sentence], entry: dict[str, list[str]], claims: dict[str, Claim]) -> bool:
    sides = [[claims[name] for name in entry[side]] for side in ("left", "right")]
    return any(
        any(_in(claim, one) for claim in sides[0]) and any(_in(claim, other) for claim in sides[1])
        for one, other in (pair, pair[::-1])
    )


def _in(claim: Claim, sentence: Sentence) -> bool:
    return claim.source == sentence[0] and sentence[1] <= claim.start < sentence[2]


if __name__ == "__main__":
    main()
