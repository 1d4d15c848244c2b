"""`key: value` lines and simple tables: what stands under a key is said of the topic or of the row's first cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.mention import Mention
from leica_kb.extract.parser import is_common
from leica_kb.extract.unlisted import unknown
from leica_kb.model import Document, Span

_LINE: Final = re.compile(r"(?P<key>[A-Z][A-Za-z-]*(?:\s[a-z-]+){0,3})\s?:\s+(?P<value>\S.*)")
_PAIR: Final = re.compile(
    r"(?:^|[;|•·])\s*(?P<key>[A-Z][A-Za-z-]*(?:\s[a-z-]+){0,3})\s?:\s+(?P<value>[^;|•·]*[^;|•·\s.])"
)
_ASIDE: Final = re.compile(r"(?P<name>(?:[A-Z][\w.&’'-]*,?\s){1,6})\((?P<pairs>[A-Z][^():]{1,30}:\s[^()]*)\)")
_FEATURING: Final = re.compile(
    r"(?:\b(?:features?|specifications?|specs|equipment)\b[^.:]{0,60}"
    r"|\b(?:has|have|had|offers?|includes?|comes with|came with)(?:\sthe following)?)\s*:?$",
    re.IGNORECASE,
)
"""The end of a lead-in or heading whose list says what a thing has."""
_UNSURE: Final = re.compile(
    r"\b(?:not?|lacks?|without|missing|will|would|should|could|may|might|if|wish|want|rumou?red|expected|leaked"
    r"|possible)\b|n['’]t",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"[\s|:+-]+")
_CELL: Final = re.compile(r"(?<=[|\t])[^|\t]*|^[^|\t]+")
_KINDS: Final = frozenset("spec specs specification specifications feature features model camera lens product".split())
"""First heads of tables whose columns are things and whose rows are what is told of them."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A value with its key, and the cell that names whose it is (None: the topic's) with that cell's sentence."""

    sentence: int
    key: str
    value: Span
    words: Span
    """Key and value of a line, first cell and value of a row: the evidence."""
    owner: Span | None = None
    owned_in: int = 0
    beside: bool = False
    """Whether its sentence may say other things, which a parser reads."""


def is_keyed(words: str) -> bool:
    """Whether the words are «key: value» pairs: nothing for a parser."""
    return _PAIR.match(words) is not None


def find_keyed(document: Document) -> tuple[Keyed, ...]:
    """Every keyed value of a document's lines, tables and brackets, in order."""
    return (*_lines(document), *_features(document), *_tables(document), *_asides(document))


def _lines(document: Document) -> Iterator[Keyed]:
    for i, sentence in enumerate(document.sentences):
        match = _LINE.fullmatch(sentence.span.of(document.text).rstrip(". "))
        if pairs := list(_rows_of_pairs(document, i)):
            yield from pairs
        elif match and document.blocks[sentence.block].kind == "list_item" and len(match["value"].split()) <= 16:
            start = sentence.start + match.start("value")
            end = start + len(match["value"])
            yield Keyed(i, match["key"].lower(), Span(start, end), Span(sentence.start, end))


def _features(document: Document) -> Iterator[Keyed]:
    """«The Nova has:», «Features:» and its bullets: each short item under the key «features»."""
    for i, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.kind != "list_item" or block.within is None or len(sentence.span.of(document.text).split()) > 12:
            continue
        lead_in = document.blocks[block.within].span.of(document.text)
        keyed = _LINE.fullmatch(sentence.span.of(document.text).rstrip(". "))
        if not keyed and _FEATURING.search(lead_in) and not _UNSURE.search(lead_in):
            words = sentence.span.of(document.text).rstrip(" .,;")
            span = Span(sentence.start, sentence.start + len(words))
            yield Keyed(i, "features", span, span, beside=True)


def _rows_of_pairs(document: Document, i: int) -> Iterator[Keyed]:
    """«Name: Nordal; Founded: 1950; Seat: Oslo»: several pairs in one line, of what the line itself names."""
    sentence = document.sentences[i]
    line = sentence.span.of(document.text)
    found = list(_PAIR.finditer(line)) if line.count(":") > 1 else []
    if len(found) > 1 and found[0].start() == 0 and len(line) - found[-1].end() < 2:
        named = next((m for m in found if m["key"].lower() in NAMING), None)
        owner = _shifted(named, sentence.start) if named else None
        for pair in found:
            yield Keyed(i, pair["key"].lower(), _shifted(pair, sentence.start), sentence.span, owner, i)


def _asides(document: Document) -> Iterator[Keyed]:
    """«Nordal Optik (President: Erik Dahl; Location: Bergen)»: pairs in brackets behind a name."""
    for i, sentence in enumerate(document.sentences):
        for aside in _ASIDE.finditer(document.text, sentence.start, sentence.end):
            owner = Span(aside.start("name"), aside.end("name") - 1)
            for pair in _PAIR.finditer(aside["pairs"]):
                value = _shifted(pair, aside.start("pairs"))
                yield Keyed(i, pair["key"].lower(), value, Span(owner.start, value.end), owner, i, beside=True)


def _shifted(pair: re.Match[str], offset: int) -> Span:
    return Span(offset + pair.start("value"), offset + pair.end("value"))


def _tables(document: Document) -> Iterator[Keyed]:
    """Every table's values: said of the row's first cell, or of the column's head where that names a thing."""
    header: Sequence[Span] = ()
    top = 0
    for i, sentence in enumerate(document.sentences):
        line = sentence.span.of(document.text)
        cells = _cells(line, sentence.start) if "|" in line or "\t" in line else ()
        if len(cells) < 2:
            header = ()
        elif _RULE.fullmatch(line):
            continue
        elif len(header) != len(cells):
            header, top = cells, i
        else:
            yield from _row(document.text, i, cells, top, header)


def _row(text: str, at: int, cells: Sequence[Span], top: int, header: Sequence[Span]) -> Iterator[Keyed]:
    kinds = header[0].of(text).lower()
    for head, cell in zip(header[1:], cells[1:], strict=True):
        words = Span(cells[0].start, cell.end)
        if len(cell) and kinds:
            yield Keyed(at, head.of(text).lower(), cell, words, cells[0], at)
        if len(cell) and (not kinds or kinds in _KINDS):
            yield Keyed(at, cells[0].of(text).lower().rstrip(":"), cell, words, head, top)


def _cells(line: str, offset: int) -> tuple[Span, ...]:
    """The cells of a row without the space around them; an empty one is an empty span."""
    ruled = line.strip().startswith("|")
    first = line.index("|") + 1 if ruled else 0
    last = line.rindex("|") if ruled and line.rstrip().endswith("|") else len(line)
    found = []
    for match in _CELL.finditer(line, first, max(first, last)):
        words = match.group().strip()
        start = offset + match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Span(start, start + len(words)))
    return tuple(found)


NAMING: Final = frozenset("model name camera lens product company brand maker manufacturer".split())
"""Keys whose value names what the lines around them speak of."""


def owner_of(
    keyed: Keyed, document: Document, mentions: Sequence[Sequence[Mention]], wanted: frozenset[str]
) -> Mention | None:
    """Whose the value is: the row's first cell, a naming line of the run, or the nearest title or heading above."""
    if keyed.owner is not None:
        return _first(mentions[keyed.owned_in], wanted, keyed.owner) or _bare_name(document, keyed.owner)
    block = document.sentences[keyed.sentence].block
    for i in range(keyed.sentence - 1, -1, -1):
        above = document.sentences[i]
        kind = document.blocks[above.block].kind
        line = _LINE.fullmatch(above.span.of(document.text))
        naming = line is not None and line["key"].lower() in NAMING
        things = wanted - {"company"} or wanted
        leads = document.blocks[block].within == above.block
        if kind in ("title", "heading") or naming or leads:
            span = above.span if line is None or not naming else Span(above.start + line.start("value"), above.end)
            if found := _first(mentions[i], things, span) or (not mentions[i] and _bare_name(document, span)):
                return found
        if kind not in ("title", "heading", "list_item") and document.blocks[block].within != above.block:
            return None
    return None


def _bare_name(document: Document, span: Span) -> Mention | None:
    """An unlisted name that is all of a line, a cell or a value: up to four words with a capital or a digit each."""
    words = span.of(document.text).strip().rstrip(":")
    parts = words.split()
    short = 0 < len(parts) <= 4 and all(w[0].isupper() or w[0].isdigit() for w in parts)
    short = short and not all(is_common(w) for w in parts)  # «Tech Specs», «Weight»: a heading, and nobody's name
    start = span.start + span.of(document.text).index(words) if words else span.start
    return unknown(Span(start, start + len(words)), document.text, "unknown") if short else None


def _first(mentions: Sequence[Mention], wanted: frozenset[str], span: Span) -> Mention | None:
    fitting = [m for m in mentions if m.type in wanted and span.holds(m.span)]
    return fitting[0] if len({m.entity for m in fitting}) == 1 else None
