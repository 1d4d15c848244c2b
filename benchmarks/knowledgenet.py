"""Run the pack `companies` on KnowledgeNet passages and print predictions, one JSON line each.

usage: python benchmarks/knowledgenet.py PASSAGES.jsonl [--pack NAME] > PREDICTED.jsonl

Reads the passages' text only: neither `exhaustive` nor `facts`.
Data: https://github.com/diffbot/knowledge-net (CC BY-SA 4.0).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Collection, Iterator
from itertools import product
from pathlib import Path

from leica_kb.extract import Extractor
from leica_kb.extract.claims.reading import Extraction
from leica_kb.extract.reference.chains import chain_spans
from leica_kb.extract.statements.filling import Filler
from leica_kb.lang.sentences import split_sentences
from leica_kb.model import Block, Document, Metadata, Sentence, Span
from leica_kb.packs import load_packs

PROPERTIES = {
    "founded_by": "FOUNDED_BY",
    "founded_in": "DATE_FOUNDED",
    "based_in": "HEADQUARTERS",
    "subsidiary_of": "SUBSIDIARY_OF",
    "holds_role": "CEO",
}
UNANNOTATED = frozenset("which that it they their whose".split())
"""Words for a parent company that the annotators passed over (11 of 12 times in folds 1 and 2)."""
Apart = Collection[frozenset[str]]
CHIEF = re.compile(r"\b(?:ceo|chief executive)\b")


def document(text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    whole = Span(0, len(text))
    sentences = tuple(Sentence(s.start, s.end, 0) for s in split_sentences(text, whole))
    return Document("passage", "passage", text, digest, Metadata(), (Block("paragraph", 0, len(text)),), sentences)


def facts(extraction: Extraction, text: str) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """The property triples of an extraction: one for each pair of mentions of its subject and object."""
    told = [(r.statement.subject.span, r.statement.object.span) for r in extraction.readings]
    apart = {frozenset((one.of(text), other.of(text))) for one, other in told}
    for reading in extraction.readings:
        statement = reading.statement
        name = PROPERTIES.get(statement.predicate.id)
        if (
            name is None
            or reading.stance.polarity == "denied"
            or (reading.refusal and not reading.refusal.startswith("reference"))
        ):
            continue
        if name == "CEO" and not CHIEF.search(str(statement.qualifiers.get("role", ""))):
            continue
        if name == "HEADQUARTERS" and statement.object.node is not None and statement.object.node.pos == "ADJ":
            continue
        subjects = [*mentions(statement.subject, statement.predicate.subject[0], extraction, text, apart)]
        objects = [*mentions(statement.object, statement.predicate.object[0], extraction, text, apart)]
        for subject, found in product(subjects, objects):
            s, o = (found, subject) if name == "CEO" else (subject, found)
            one, other = statement.subject.span, statement.object.span
            if (found in subjects and found != other) or (subject in objects and subject != one) or subject == found:
                continue  # nothing founds or owns itself
            if name == "SUBSIDIARY_OF" and text[o.start : o.end].lower() in UNANNOTATED:
                continue
            yield name, (s.start, s.end), (o.start, o.end)


def mentions(
    filler: Filler, kind: str, extraction: Extraction, text: str, apart: Collection[frozenset[str]]
) -> Iterator[Span]:
    """The spans of a participant: a date once, each place of a chain, all words for a name, if any."""
    node = filler.node
    if filler.how in ("topic", "context"):
        return
    if kind == "date":
        yield filler.span
    elif kind == "place":
        parts = node.mention.parts if node is not None and node.mention else ()
        yield from (p.span for p in parts) if parts else (filler.span,)
    else:
        yield from chain_spans(filler.span, kind, extraction.trees, text, apart=apart)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--pack", default="companies")
    args = parser.parse_args()
    pack, _ = load_packs([args.pack])
    extractor = Extractor.of(pack)
    for line in args.passages.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        text = passage["text"]
        extraction = extractor.read(document(text))
        for name, s, o in dict.fromkeys(facts(extraction, text)):
            row = {
                "documentId": passage["documentId"],
                "passageStart": passage["passageStart"],
                "property": name,
                "s": s,
                "o": o,
            }
            print(json.dumps(row))


if __name__ == "__main__":
    main()
