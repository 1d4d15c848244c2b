"""Sources, entities, comparisons and problems on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from leica_kb.kb import Names, Source
from leica_kb.lang.clauses import DATED, date_in_words
from leica_kb.render.blocks import Block, Heading, Line, Piece, Style, Table, line, say
from leica_kb.render.words import MODALITIES, attribution_in_words, count, published_in_words, short_source

if TYPE_CHECKING:
    from leica_kb.checks.crossref import Agreement
    from leica_kb.kb.answers.cards import ComparisonRow, ComparisonTable
    from leica_kb.kb.answers.lists import EntityList, SourceList
    from leica_kb.model import Claim


def source_list(found: SourceList) -> Iterator[Block]:
    """What ``sources`` shows."""
    yield source_table(found.sources)
    yield from source_notes(found.sources, found.names)


def source_table(sources: Sequence[Source]) -> Table:
    """The articles, one a row."""
    rows = tuple(
        (
            line(Piece(source.label, "strong")),
            line(source.metadata.publisher or "unknown"),
            line(published_in_words(source.metadata.published)),
            line(str(source.claims)),
            line(Piece(source.id, "quiet")),
        )
        for source in sources
    )
    return Table(("article", "publisher", "published", "claims", "id"), rows, (6, 3, 4, 0, 0))


def source_notes(sources: Sequence[Source], names: Names) -> Iterator[Block]:
    """What an article repeats, and what it says of itself."""
    for source in sources:
        if source.metadata.retells:
            retold = ", ".join(names.name_of(name) for name in source.metadata.retells)
            yield say(Piece("retells ", "quiet"), f"{short_source(source, source.id)}: {retold}")
    for source in sources:
        if source.caveat:
            words = " ".join(source.caveat.split())
            yield say(Piece("caveat* ", "warn"), f"{short_source(source, source.id)} says of itself: “{words}”")


def entity_list(found: EntityList) -> Iterator[Block]:
    """What ``entities`` shows."""
    rows = tuple(
        (
            line(Piece(row.name, "strong")),
            line(row.type),
            line(", ".join(row.within)),
            line(str(row.claims)),
            line(Piece(row.id, "quiet")),
        )
        for row in found.entities
    )
    yield Table(("name", "type", "inside of", "claims", "id"), rows, (3, 2, 2, 0, 0))
    yield say(Piece(count(len(rows), "entity", "entities"), "quiet"))


def comparison(found: ComparisonTable) -> Iterator[Block]:
    """What the sources say of an entity: one column a source in time order, one row a slot."""
    yield Heading(found.entity.name)
    if not found.rows:
        yield say("No claim has it as its subject.")
        return
    columns = tuple(short_source(found.names.sources.get(name), name) for name in found.sources)
    rows = tuple((_slot(row, found), *(_cell(row, name, found) for name in found.sources)) for row in found.rows)
    yield Table(("", *columns), rows, (3, *(3 for _ in columns)), _READABLE)


def _slot(row: ComparisonRow, found: ComparisonTable) -> Line:
    """What a row is about, whether the sources agree on it, and which values several of them give."""
    subject = "" if row.subject == found.entity.id else f"\n{found.names.name_of(row.subject)}"
    known = found.names.entities
    detail = f" ({', '.join(known.get(part, part) for part in row.detail.split(', '))})" if row.detail else ""
    head = line(Piece(row.predicate.replace("_", " "), "strong"), detail, subject)
    if sum(len(claims) for claims in row.cells.values()) == 1:
        return head
    shared = [saying for saying in row.sayings if len(saying.sources) > 1]
    told = "; ".join(f"{saying.words}: {count(saying.witnesses, 'witness', 'witnesses')}" for saying in shared)
    verdict = Piece(row.agreement, _AGREEMENT[row.agreement])
    return line(head, "\n", verdict, Piece(f" ({told})" if told else "", "quiet"))


_AGREEMENT: Final[Mapping[Agreement, Style]] = {"equal": "good", "compatible": "plain", "different": "bad"}
_READABLE: Final = 14
"""Characters that a column of a comparison needs."""
_SCOPES: Final = frozenset({"all", "most", "many", "some", "only", "none"})


def _cell(row: ComparisonRow, source: str, found: ComparisonTable) -> Line:
    """What one source says in a row: each value with how and by whom it is said."""
    told = {claim.id: claim for claim in row.cells.get(source, ())}
    lines: dict[str, list[str]] = {}
    for saying in row.sayings:
        for claim in (told[name] for name in saying.claims if name in told):
            lines.setdefault(f"{saying.words}{_manner(claim, found.names)}", []).append(claim.id)
    parts = [part for words, ids in lines.items() for part in ("\n", words, Piece(f" {' '.join(ids)}", "quiet"))]
    return line(*parts[1:]) if parts else line(Piece("–", "quiet"))


def _manner(claim: Claim, names: Names) -> str:
    """Of how much, how surely, since when and by whom a value is said, in brackets."""
    qualifiers = claim.qualifiers
    parts = (
        str(qualifiers["scope"]) if qualifiers.get("scope") in _SCOPES else "",
        *(f"{name} {date_in_words(str(qualifiers[name]))}" for name in DATED if name in qualifiers),
        MODALITIES[claim.modality],
        f"holds {date_in_words(claim.time.valid)}" if claim.time.valid else "",
        attribution_in_words(claim, names),
    )
    told = "; ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def kind_list(kinds: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """The kinds of files that have a schema, and which files are of each."""
    yield Table(("kind", "files"), tuple((line(Piece(name, "strong")), line(files)) for name, files in kinds), (0, 1))
