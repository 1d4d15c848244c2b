"""Claims that a person wrote with little more than a quote → whole claims, or where the nearest words stand."""

from __future__ import annotations

from dataclasses import replace

from leica_kb.anchor import INTACT, Quote, reanchor, select
from leica_kb.kb.world.loading import block_at
from leica_kb.model import Claim, Document, Problem, Span, Time
from leica_kb.store import CODES, ClaimFile, Draft, by_position, claims_path, complete


def complete_drafts(file: ClaimFile, document: Document) -> tuple[ClaimFile, tuple[Problem, ...]]:
    """The file with every draft completed whose words stand in the article; the others stay drafts and are told."""
    done: list[Claim] = []
    left: list[Draft] = []
    problems: list[Problem] = []
    for draft in file.drafts:
        place = find_place(draft.claim, document)
        if isinstance(place, Span):
            done.append(_completed(draft, document, place))
        else:
            left.append(draft)
            path = file.path or claims_path(file.source)
            problems.append(Problem("KB101", CODES["KB101"], place, path, draft.line))
    return replace(file, claims=by_position([*file.claims, *done]), drafts=tuple(left)), tuple(problems)


def _completed(draft: Draft, document: Document, place: Span) -> Claim:
    claim = complete(draft, document.text, place, block_at(document, place))
    time = claim.time if claim.time.stated else Time(document.metadata.published, claim.time.valid)
    return replace(claim, time=time, attribution=claim.attribution or _commenter(document, place))


def _commenter(document: Document, place: Span) -> tuple[str, ...]:
    """A comment's claims belong to its commenter."""
    speakers = (block.speaker for block in document.blocks if block.span.holds(place) and block.kind == "comment")
    speaker = next(speakers, None)
    return (speaker,) if speaker else ()


def find_place(claim: Claim, document: Document) -> Span | str:
    """The one place of the claim's words, or what to tell its author."""
    places = select(document.text, claim.quote, claim.before, claim.after)
    if len(places) == 1:
        return places[0]
    if places:
        lines = ", ".join(str(line_of(document.text, place.start)) for place in places[:5])
        return (
            f"the words of {claim.id} stand {len(places)} times in {document.path} (lines {lines}); "
            "quote more of the sentence, or add before: or after: with the words beside them"
        )
    anchor = reanchor(document.text, Quote(claim.quote, None, claim.before, claim.after))
    if anchor.span is not None and anchor.status in INTACT:
        return anchor.span
    return _nearest(claim, document, anchor.span)


def _nearest(claim: Claim, document: Document, changed: Span | None) -> str:
    place = changed or _likest(claim.quote, document)
    start = f"the words of {claim.id} do not stand in {document.path}"
    if place is None:
        return f"{start}; copy them from the article"
    return f"{start}; nearest, on line {line_of(document.text, place.start)}: «{place.of(document.text)}»"


def _likest(quote: str, document: Document) -> Span | None:
    """The sentence that resembles the quote most."""
    from rapidfuzz import fuzz, process

    sentences = {at: sentence.span.of(document.text) for at, sentence in enumerate(document.sentences)}
    best = process.extractOne(quote, sentences, scorer=fuzz.partial_ratio, score_cutoff=40)
    return document.sentences[best[2]].span if best else None


def line_of(text: str, offset: int) -> int:
    """The line on which an offset lies, counted from 1."""
    return text.count("\n", 0, offset) + 1
