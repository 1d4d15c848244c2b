"""Cards on a screen: a claim with its receipt as a tree, an article with its quotes marked, an entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leica_kb.kb import Names
from leica_kb.kb.answers.cards import Card, ClaimCard, EntityCard, SourceCard
from leica_kb.lang.clauses import claim_in_words, date_in_words
from leica_kb.model import Claim, MergedName, Span
from leica_kb.render.answers import finding_line
from leica_kb.render.blocks import Block, Heading, Line, Piece, Tree, line, marked, say
from leica_kb.render.claims import caveats, topic_blocks
from leica_kb.render.lists import source_notes, source_table
from leica_kb.render.rulings import history_lines
from leica_kb.render.words import (
    MODALITIES,
    STATUS_STYLES,
    count,
    one_line,
    person_in_words,
    receipt,
    source_in_words,
)


def card_blocks(card: Card, *, claims_only: bool = False) -> Iterator[Block]:
    """The card of whatever was asked for."""
    match card:
        case ClaimCard():
            yield from _claim(card)
        case SourceCard():
            yield from _source(card, claims_only=claims_only)
        case EntityCard():
            yield from _entity(card)


def _claim(card: ClaimCard) -> Iterator[Block]:
    claim, names = card.claim, card.names
    yield Heading(claim_in_words(claim, names))
    yield say(in_sentence(card), indent=2)
    yield say(Piece(f"{card.block or 'unknown block'} · {claim.predicate} · {manner(claim)}", "quiet"), indent=2)
    yield say("")
    yield _tree(card)
    yield from caveats([claim], names)
    for label, words in facts(card).items():
        yield say(Piece(f"{label}: ", "quiet"), words)
    yield from _others("says the same", card.agree, names)
    if card.agree:
        yield say(Piece("said by: ", "quiet"), count(len(card.witnesses), "independent witness"))
    for finding in card.findings:
        yield from finding_line(finding)
    yield from history_lines(card.history)


def in_sentence(card: ClaimCard) -> Line:
    """The sentence with the quote in it, and in the quote the words that decided how it is read."""
    claim, start = card.claim, card.sentence_start
    left, right = claim.start - start, claim.end - start
    cues = [span for spans in claim.cues.values() for span in spans]
    return line(
        *marked(card.sentence[:left], start, cues, "quiet"),
        Piece("[", "strong"),
        *marked(card.sentence[left:right], claim.start, cues),
        Piece("]", "strong"),
        *marked(card.sentence[right:], claim.end, cues, "quiet"),
    )


def manner(claim: Claim) -> str:
    """Polarity, modality and scope in three words."""
    scope = claim.qualifiers.get("scope")
    parts = (claim.polarity, claim.modality, f"scope {scope}" if scope else "")
    return ", ".join(part for part in parts if part)


def facts(card: ClaimCard) -> dict[str, str]:
    """When it was said and holds, who or which rule read it, how often that rule was right, who ruled what."""
    claim = card.claim
    told = {
        "said": date_in_words(claim.time.stated) if claim.time.stated else "unknown when",
        "holds": date_in_words(claim.time.valid) if claim.time.valid else "",
        "read by": claim.origin,
        "rule's measured precision": _measured(card),
        "review": review_in_words(claim),
    }
    return {label: one_line(words) for label, words in told.items() if words}


def _measured(card: ClaimCard) -> str:
    known = card.precision
    if known is None:
        return ""
    return f"{known.precision:.2f} (n = {known.reviewed})" if known.precision is not None else "not measured (n = 0)"


def review_in_words(claim: Claim) -> str:
    """What a person ruled on the claim, who, when and why."""
    review = claim.review
    ruled = " ".join(part for part in (review.state, f"by {review.by}" if review.by else "", review.on or "") if part)
    return f"{ruled} ({review.because})" if review.because else ruled


def _tree(card: ClaimCard) -> Tree:
    """Who says it, through whom, in which article, in which file and where."""
    claim, names = card.claim, card.names
    source = names.sources.get(claim.source)
    status = card.verification.status if card.verification else None
    file = source.path if source else "no file"
    leaves = [
        Tree(
            line(
                f"{file} {claim.start}–{claim.end} ", Piece(status or "", STATUS_STYLES[status] if status else "plain")
            )
        )
    ]
    if source:
        leaves.append(Tree(line(Piece(f"sha256 {source.sha256}", "quiet"))))
    if card.commit:
        leaves.append(Tree(line(Piece(f"commit {card.commit}", "quiet"))))
    chain = Tree(line(source_in_words(source, claim.source)), tuple(leaves))
    for name in reversed(claim.attribution):
        relay = name.startswith("via:")
        shown = f"via {names.name_of(name.removeprefix('via:'))}" if relay else person_in_words(name, names)
        chain = Tree(line(Piece(shown, "strong")), (chain,))
    if not claim.attribution:
        return Tree(line(Piece("the article itself", "strong")), (chain,))
    return chain


def _others(label: str, claims: Sequence[Claim], names: Names) -> Iterator[Block]:
    for claim in claims:
        yield say(Piece(f"{label}: ", "good"), receipt(claim, names))


def _source(card: SourceCard, *, claims_only: bool) -> Iterator[Block]:
    yield Heading(card.source.label)
    yield source_table([card.source])
    yield from source_notes([card.source], card.names)
    numbers = {claim.id: at for at, claim in enumerate(card.claims, 1)}
    for block in card.blocks:
        here = [claim for claim in card.claims if claim.span.meets(block.span)]
        if here or not claims_only:
            yield say(Piece(f"[{block.kind}] ", "quiet"), _highlighted(card.text, block.span, here, numbers))
            yield say("")
    yield Heading("Claims", 3)
    for claim in card.claims:
        how = f" ({MODALITIES[claim.modality]})" if claim.modality != "asserted" else ""
        yield say(
            Piece(f"{numbers[claim.id]:>3} ", "strong"),
            claim_in_words(claim, card.names),
            how,
            Piece(f" {claim.id}", "quiet"),
        )


def _highlighted(text: str, block: Span, claims: Sequence[Claim], numbers: dict[str, int]) -> Line:
    """The block's words with every quote marked; its number stands at either end, so that overlapping ones show."""
    inside = [(numbers[c.id], Span(max(c.start, block.start), min(c.end, block.end))) for c in claims]
    edges = sorted({block.start, block.end, *(edge for _, span in inside for edge in (span.start, span.end))})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        opening = sorted(number for number, span in inside if span.start == start)
        ending = sorted(number for number, span in inside if span.end == end)
        within = any(span.start <= start and end <= span.end for _, span in inside)
        pieces += [
            Piece(f"[{','.join(map(str, opening))}: " if opening else "", "strong"),
            Piece(text[start:end], "warn" if within else "plain"),
            Piece(f" :{','.join(map(str, ending))}]" if ending else "", "strong"),
        ]
    return line(*pieces)


def _entity(card: EntityCard) -> Iterator[Block]:
    row = card.entity
    yield Heading(row.name)
    for label, words in (
        ("type", row.type),
        ("also called", ", ".join(row.aliases)),
        ("inside of", ", ".join(row.within)),
        ("made by", row.maker or ""),
        ("ruled the same", ", ".join(_merged(name) for name in card.merged)),
        ("id", row.id),
    ):
        if words:
            yield say(Piece(f"{label}: ", "quiet"), words)
    if not card.claims:
        yield say("No claim speaks of it.")
    yield from topic_blocks(card.claims, card.names)
    yield from caveats(card.claims, card.names)


def _merged(name: MergedName) -> str:
    """An id that means the same, with the time at which its name was given up."""
    return f"{name.id} (until {date_in_words(name.until)})" if name.until else name.id
