"""`key: value` lines and simple tables: what stands under a key is said of the topic or of the row's first cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.candidates.search import inflections
from leica_kb.extract.names.unlisted import unknown
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.model import Document, Span

_KEY: Final = r"(?P<key>[A-Z][A-Za-z-]*(?:\s[a-z-]+){0,3})"
_MARKED: Final = r"[*_]{0,3}"
"""The signs that make words bold."""
_LINE: Final = re.compile(
    rf"{_MARKED}(?P<key>[A-Za-z][A-Za-z-]*(?:\s[a-z-]+){{0,3}})(?:\s\([^():]{{1,24}}\))?\s?{_MARKED}\s?:{_MARKED}\s+"
    rf"{_MARKED}(?P<value>[^\s*_](?:.*[^\s*_])?){_MARKED}"
)
"""A line that is a key, bold or not, and its value: «Price (body only): $900»."""
_PAIR: Final = re.compile(rf"(?:^|[;|•·])\s*{_MARKED}{_KEY}\s?{_MARKED}\s?:{_MARKED}\s+(?P<value>[^;|•·]*[^;|•·\s.])")
_ASIDE: Final = re.compile(r"(?P<name>(?:[A-Z][\w.&’'-]*,?\s){1,6})\((?P<pairs>[A-Z][^():]{1,30}:\s[^()]*)\)")
_FEATURING: Final = re.compile(
    r"\b(?:(?:features?|specifications?|specs|equipment|highlights|advantages|strengths|benefits)\b[^.:]{0,60}|has|have|had|offers?|includes"
    r"|brings|gains|adds|packs|comes with|came with)(?:\sthe following)?\s*:?$",
    re.IGNORECASE,
)
"""The end of a lead-in or heading whose list says what a thing has; what several «include» are its members."""
_SENTENCE: Final = re.compile(
    r"(?:[\w/’'-]+\s){1,5}(?:is|are|was|were|can|could|will|has|have|had|does|do)\b(?<!\bthat\s\w\w)(?<!\bthat\s\w{3})",
    re.IGNORECASE,
)
"""How an item begins that states something of its own."""
_TELLING: Final = re.compile(
    r"(?:The\s)?(?:[\w-]+\s){0,2}(?:features|specifications|specs|highlights)(?:\s(?:of|on|for)\s[^:.]{2,50})?\s?:\s",
    re.IGNORECASE,
)
"""How a line begins that lists features itself: «Main features of the Vega: …»."""
_OWNED_HEAD: Final = re.compile(
    r"[\W_]*[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}['’]s\s(?P<key>[a-z-]+(?:\s[a-z-]+)?)\s?:?"
)
"""A head that says whose the items are: «Nordal’s factories:»."""
_HEAD: Final = re.compile(r"[\W_]*(?P<key>[A-Z][A-Za-z-]*(?:\s[a-z-]+){0,3})(?:\s(?:in|as of)\s[^:]{2,30})?\W*")
"""A heading, lead-in or upper item that is the key of the items below it: «Factories»."""
_WHERE_MADE: Final = re.compile(
    r"\bwhere\b.{0,40}\b(?:made|built|produced|assembled|manufactured|comes? from)\W*$", re.IGNORECASE
)
"""A head that asks where things are made: what stands behind each is its place."""
_NAMED: Final = re.compile(
    r"[*_]{0,3}(?P<name>[A-Z0-9][^:–—|]{1,40}?)[*_]{0,3}\s?(?::|\s[–—-])[*_]{0,3}\s+(?P<value>\S(?:.{0,40}\S)?)"
)
"""An item that is a name and its value: «Nikon Z8: Thailand»."""
_PLACE: Final = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}(?:,\s[A-Z][\w ]+)?")
"""An item that can be no more than a place: «Cork, Ireland»."""
_NOUN: Final = re.compile(
    r"(?:an?\s|the\s)?(?P<key>(?!made|built|\w+ed\b)\w[a-z-]+(?:\s[a-z-]+)?\s(?:in|by|from))\s(?P<value>[A-Z].{1,40})",
    re.IGNORECASE,
)
"""An item that is a noun and its value: «head office in Oslo», «lens by Nordal»."""
_UNSURE: Final = re.compile(
    r"\b(?:not?|lacks?|without|missing|will|would|should|could|may|might|if|wish|want|rumou?red|expected|leaked"
    r"|possible)\b|n['’]t",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"(?:,\s(?:and\s)?|;\s|\s?/\s?|\s(?:and|&)\s)+(?![^()]*\))")
_LONGEST: Final = 12
"""Words that a listed item has at most."""
_RULE: Final = re.compile(r"[\s|:+-]+")
_CELL: Final = re.compile(r"(?<=[|\t])[^|\t]*|^[^|\t]+")
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_BARE: Final = re.compile(r"^[\s*_]+|[\s*_:]+$")
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
    owner_type: str = "unknown"
    """What an unlisted owner is, where its column's head says so: «Camera», «Maker»."""
    beside: bool = False
    """Whether its sentence may say other things, which a parser reads."""


def is_keyed(words: str) -> bool:
    """Whether the words are «key: value» pairs: nothing for a parser."""
    return _PAIR.match(words) is not None


def find_keyed(document: Document) -> tuple[Keyed, ...]:
    """Every keyed value of a document's lines, tables and brackets, in order."""
    return (
        *_lines(document),
        *_listed(document),
        *_items(document),
        *_told(document),
        *_tables(document),
        *_asides(document),
    )


def _lines(document: Document) -> Iterator[Keyed]:
    for i, sentence in enumerate(document.sentences):
        if pairs := list(_rows_of_pairs(document, i)):
            yield from pairs
            continue
        if document.blocks[sentence.block].kind != "list_item":
            continue
        match = _LINE.fullmatch(sentence.span.of(document.text).rstrip(". "))
        if match and len(match["value"].split()) <= 16:
            start = sentence.start + match.start("value")
            end = start + len(match["value"])
            yield Keyed(i, match["key"].lower(), Span(start, end), Span(sentence.start, end))


def _listed(document: Document) -> Iterator[Keyed]:
    """«The Nova has:», «Features», «Factories:» and the bullets below: each short item under that key."""
    for i, sentence in enumerate(document.sentences):
        goes_on = i > 0 and document.sentences[i - 1].block == sentence.block
        if document.blocks[sentence.block].kind != "list_item" or goes_on:
            continue
        words = sentence.span.of(document.text).rstrip(" .,;")
        above = _above(document, sentence.block)
        if not above or len(words.split()) > _LONGEST or _LINE.fullmatch(words):
            continue
        if _SENTENCE.match(words):
            continue
        head = _HEAD.fullmatch(above) or _OWNED_HEAD.fullmatch(above)
        featuring = _FEATURING.search(above) and not _UNSURE.search(above)
        span = Span(sentence.start, sentence.start + len(words))
        if head or featuring:
            key = "features" if featuring or not head else head["key"].lower()
            yield Keyed(i, key, span, span, beside=True)


def _items(document: Document) -> Iterator[Keyed]:
    """«Prices» or «Where they are made» and «Nikon Z8: …» below it; «head office in Oslo» below a name."""
    for i, sentence in enumerate(document.sentences):
        line = sentence.span.of(document.text).rstrip(" .,;")
        if document.blocks[sentence.block].kind != "list_item" or len(line) > 90:
            continue
        above = re.sub(r"\s?\([^()]*\)", "", _above(document, sentence.block))
        head = _HEAD.fullmatch(above)
        key = "made in" if _WHERE_MADE.search(above) else head["key"].lower() if head else ""
        words = Span(sentence.start, sentence.start + len(line))
        if key and (item := _NAMED.fullmatch(line)):
            owner = Span(sentence.start + item.start("name"), sentence.start + item.end("name"))
            yield Keyed(i, key, _shifted(item, sentence.start), words, owner, i, beside=True)
        elif (item := _NOUN.fullmatch(line)) and item["value"][0].isupper():
            yield Keyed(i, item["key"].lower(), _shifted(item, sentence.start), words, beside=True)
        elif key == "made in" and _PLACE.fullmatch(line):
            yield Keyed(i, key, words, words, beside=True)


def _above(document: Document, item: int) -> str:
    """The lead-in, heading or upper item of a list's item; the only line before it is one, too."""
    within = document.blocks[item].within
    first = document.blocks[0].span.of(document.text)
    titled = (
        within is None
        and document.blocks[0].kind != "list_item"
        and all(b.kind == "list_item" for b in document.blocks[1:item])
    )
    return first if titled else document.blocks[within].span.of(document.text) if within is not None else ""


def _told(document: Document) -> Iterator[Keyed]:
    """«Main features of the Nova: a tilting screen, two card slots»: each item, said of what the line names."""
    for i, sentence in enumerate(document.sentences):
        lead = _TELLING.match(document.text, sentence.start, sentence.end)
        if lead and not _UNSURE.search(lead.group()):
            named = Span(lead.start(), lead.end()) if " of " in lead.group() or " for " in lead.group() else None
            for item in items_of(Span(lead.end(), sentence.end), document.text):
                yield Keyed(i, "features", item, Span(sentence.start, item.end), named, i, beside=True)


def items_of(value: Span, text: str) -> Iterator[Span]:
    """What commas, slashes and «and» part in a value."""
    start = value.start
    for gap in _ITEM.finditer(text, value.start, value.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, max(start, value.end - text[start : value.end].endswith(".")))


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
    bracketed = ((i, s) for i, s in enumerate(document.sentences) if "(" in s.span.of(document.text))
    for i, sentence in bracketed:
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
    top = end = 0
    for i, sentence in enumerate(document.sentences):
        line = sentence.span.of(document.text)
        header = () if _BLANK_LINE.search(document.text, end, sentence.start) else header
        end = sentence.end
        cells = _cells(line, sentence.start) if "|" in line or "\t" in line else ()
        if len(cells) < 2:
            header = ()
        elif _RULE.fullmatch(line):
            continue
        elif len(header) != len(cells):
            header, top = cells, i
            yield from _pair(document.text, i, cells, first=True)
        else:
            yield from _row(document.text, i, cells, top, header)
            if len(header) == 2 and header[0].of(document.text).lower() not in NAMING:
                yield from _pair(document.text, i, cells)


def _pair(text: str, at: int, cells: Sequence[Span], *, first: bool = False) -> Iterator[Keyed]:
    """«Weight | 410 g»: a key and its value, said of the topic; a first row only where a figure shows it is no head."""
    key = _BARE.sub("", cells[0].of(text)).lower()
    figured = any(c.isdigit() for c in cells[1].of(text))
    if len(cells) == 2 and key and len(cells[1]) and (figured or not first):
        yield Keyed(at, key, cells[1], Span(cells[0].start, cells[1].end))


def _row(text: str, at: int, cells: Sequence[Span], top: int, header: Sequence[Span]) -> Iterator[Keyed]:
    kinds = header[0].of(text).lower()
    for head, cell in zip(header[1:], cells[1:], strict=True):
        words = Span(cells[0].start, cell.end)
        if len(cell) and kinds:
            yield Keyed(at, head.of(text).lower(), cell, words, cells[0], at, _HEADED.get(kinds, "unknown"))
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


_FORM: Final = re.compile(r"(?:[a-z]\.\s?){2,}")
"""A firm's form in small letters: «s.r.o.»."""
_FIRMS: Final = frozenset("company brand maker manufacturer firm".split())
NAMING: Final = frozenset("model name camera lens product".split()) | _FIRMS
"""Keys whose value names what the lines around them speak of; where that is a thing, no firm's do."""
_HEADED: Final = {
    form: "company" if noun in _FIRMS else "product"
    for noun in sorted(NAMING - {"name", "brand"})
    for form in (noun, *inflections(noun))
}
"""Heads of first columns in any form, and the type of what stands below."""


def owner_of(
    keyed: Keyed, document: Document, mentions: Sequence[Sequence[Mention]], wanted: frozenset[str]
) -> Mention | None:
    """Whose the value is: the row's first cell, a naming line of the run, or the nearest title or heading above."""
    if keyed.owner is not None:
        other = any(m.known and keyed.owner.holds(m.span) for m in mentions[keyed.owned_in])
        told = _first(mentions[keyed.owned_in], wanted, keyed.owner)
        return told or (None if other else _bare_name(document, keyed.owner, kind=keyed.owner_type))
    things = wanted - {"company"} or wanted
    for i, span, named in _leading(document, keyed.sentence, firms="company" in things):
        alone = not mentions[i] and document.text[span.end : span.end + 1] in ("", "\n")
        bare = _bare_name(document, span, named=named) if alone else None
        fitting = bare is not None and (bare.type != "company" or "company" in wanted)  # no firm is made in a place
        if found := _first(mentions[i], things, span) or (bare if fitting else None):
            return found
    return None


def _leading(document: Document, below: int, *, firms: bool) -> Iterator[tuple[int, Span, bool]]:
    """The titles, lead-ins, upper items and naming lines above, nearest first; whether the line says that it names."""
    over = set(_over(document, document.sentences[below].block))
    for i in range(below - 1, -1, -1):
        above = document.sentences[i]
        kind = document.blocks[above.block].kind
        line = _LINE.fullmatch(above.span.of(document.text))
        if line is not None and line["key"].lower() in NAMING:
            part = line["key"].lower() == "lens" and not _opens_list(document, i)
            if not part and (firms or line["key"].lower() not in _FIRMS):
                yield i, Span(above.start + line.start("value"), above.end), True
        elif kind in ("title", "heading") or above.block in over:
            yield i, above.span, False
        if kind not in ("title", "heading", "list_item") and above.block not in over:
            return


def _opens_list(document: Document, sentence: int) -> bool:
    """Whether nothing stands before it in its list: «Lens: …» behind other lines tells a part, not the thing."""
    before = document.sentences[sentence - 1].block if sentence else None
    return before is None or document.blocks[before].kind != "list_item"


def _over(document: Document, block: int) -> Iterator[int]:
    within = document.blocks[block].within
    while within is not None:
        yield within
        within = document.blocks[within].within


def _bare_name(document: Document, span: Span, *, named: bool = False, kind: str = "unknown") -> Mention | None:
    """An unlisted name that is all of a line, a cell or a value: up to four words with a capital or a digit each."""
    words = span.of(document.text).strip().rstrip(":")
    parts = words.split()
    pair = re.search(r":\s|\d[\"″]", words)  # «Bellows: 18"»: what has a value, and no name
    short = (
        pair is None
        and 0 < len(parts) <= 4
        and all(w[0].isupper() or w[0].isdigit() or _FORM.fullmatch(w) for w in parts)
    )
    short = (
        short
        and any(c.isalpha() for c in words)
        and (named or kind != "unknown" or not all(in_dictionary(w) for w in parts))
    )  # «Tech Specs»: a heading, and nobody's name
    start = span.start + span.of(document.text).index(words) if words else span.start
    return unknown(Span(start, start + len(words)), document.text, kind) if short else None


def _first(mentions: Sequence[Mention], wanted: frozenset[str], span: Span) -> Mention | None:
    named = (m for m in mentions if m.type != "product_class" or m.maker is not None or m.parts)  # no «smartphone»
    fitting = [m for m in named if m.type in wanted and span.holds(m.span)]
    return fitting[0] if len({m.entity for m in fitting}) == 1 else None
