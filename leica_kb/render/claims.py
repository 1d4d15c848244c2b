"""Claims on a screen: one with its quote and receipt, many in a table, and all of them by topic and subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leica_kb.kb import Names
from leica_kb.lang.clauses import claim_in_words
from leica_kb.model import Claim, Span
from leica_kb.render.blocks import Block, Heading, Line, Paragraph, Piece, Quote, Table, line, marked, say
from leica_kb.render.words import attribution_in_words, caveat_of, count, receipt, short_source


def quoted(claim: Claim, names: Names, clash: Sequence[Span] = (), *, indent: int = 2) -> Quote:
    """The claim's words with those marked that decided how it is read (or those that clash), and its receipt."""
    return Quote(marked_quote(claim, clash), receipt(claim, names), indent)


def marked_quote(claim: Claim, clash: Sequence[Span] = ()) -> Line:
    """The quote on one line, with its clashing words marked, or else its cue words."""
    marks = clash or [span for spans in claim.cues.values() for span in spans]
    pieces = marked(claim.quote, claim.start, marks)
    return tuple(Piece(piece.text.replace("\n", " "), piece.style) for piece in pieces)


def caveats(claims: Iterable[Claim], names: Names) -> Iterator[Block]:
    """Once for each article among the sources of unattributed claims: the words with which it disclaims itself."""
    told = {claim.source: caveat for claim in claims if (caveat := caveat_of(claim, names))}
    for source, caveat in sorted(told.items()):
        where = short_source(names.sources.get(source), source)
        yield say(Piece("caveat ", "warn"), f"{where} says of itself: “{' '.join(caveat.split())}”")


def claim_blocks(claims: Sequence[Claim], names: Names) -> Iterator[Block]:
    """Each claim as a sentence with its quote below; then the caveats of the articles."""
    for claim in claims:
        yield say(Piece(claim_in_words(claim, names), "strong"))
        yield quoted(claim, names)
    yield from caveats(claims, names)


def claim_list(claims: Sequence[Claim], names: Names) -> Iterator[Block]:
    """What ``claims`` shows: every claim found, and how many there are."""
    yield from claim_blocks(claims, names)
    yield say(Piece(count(len(claims), "claim"), "quiet"))


def claim_table(claims: Sequence[Claim], names: Names) -> Iterator[Block]:
    """What ``claims --format table`` shows: one claim a row, in the order asked."""
    if claims:
        yield _table(claims, names)
    yield from caveats(claims, names)
    yield say(Piece(count(len(claims), "claim"), "quiet"))


def topic_blocks(claims: Sequence[Claim], names: Names) -> Iterator[Block]:
    """Every claim in tables, one for each topic; subjects in order of name."""
    topics: dict[str, list[Claim]] = {}
    for claim in claims:
        topics.setdefault(names.topic(claim.predicate), []).append(claim)
    for topic in sorted(topics):
        yield Heading(topic[:1].upper() + topic[1:], 3)
        yield _table(sorted(topics[topic], key=lambda claim: _by_subject(claim, names)), names)


def _table(claims: Iterable[Claim], names: Names) -> Table:
    rows = tuple(
        (line(Piece(claim_in_words(claim, names), "strong")), _words(claim), _by(claim, names)) for claim in claims
    )
    return Table(("claim", "words", "said by"), rows, (4, 5, 4))


def _by_subject(claim: Claim, names: Names) -> tuple[str, str, str, int, str]:
    return names.name_of(claim.subject).casefold(), claim.predicate, claim.source, claim.start, claim.id


def _words(claim: Claim) -> Line:
    return line("“", marked_quote(claim), "”")


def _by(claim: Claim, names: Names) -> Line:
    who = attribution_in_words(claim, names)
    source = names.sources.get(claim.source)
    where = f"{short_source(source, claim.source)}{'*' if caveat_of(claim, names) else ''}"
    how = "" if claim.modality == "asserted" else f" ({claim.modality})"
    return line(f"{who}; {where}" if who else where, how, Piece(f" {claim.id}", "quiet"))


def paragraph(text: str, *, indent: int = 0) -> Paragraph:
    """Plain words."""
    return say(text, indent=indent)
