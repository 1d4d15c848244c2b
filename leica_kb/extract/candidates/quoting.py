"""Words that somebody speaks: quotations and labelled lines, and who stands beside them as their speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import is_person_noun
from leica_kb.lang.tokens import slug
from leica_kb.model import Document, Span

_SAID: Final = (
    r"(?:said|says|say|told|tells|explained|explains|noted|notes|added|adds|continued|continues|claimed|claims|stated|states|"
    r"announced|confirmed|revealed|mentioned|wrote|writes|argued|believes|insisted|admitted|declared|commented|remarked|"
    r"recalled|recalls|replied|observed|joked|warned|promised|stressed|emphasized|emphasised|concluded|laments|insists)"
)
_SAID_AFTER: Final = re.compile(rf"\s*(?:,\s[^,]*,\s)?(?:(?:also|further|then|later|has|had)\s)?{_SAID}\b")
_SAID_BEFORE: Final = re.compile(rf"(?<!\w)(?!tell|told){_SAID}\s(?:that\s)?(?:(?:the|its|their)\s(?:\w+\s){{0,3}})?$")
_COLON: Final = re.compile(r"(?:,\s[^:.!?“\"]{2,60})?\s?:\s?(?=[“\"])")
_OWNER: Final = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)|[A-Z][\w-]+['’]s)"
_SOMEBODY: Final = rf"(?P<who>[Hh]e|[Ss]he|{_OWNER}\s(?:[a-z][a-z-]*\s){{0,3}}?[a-z][a-z-]+(?!\s[A-Z])\b)"
_TOLD_AFTER: Final = re.compile(
    rf"\s*(?:{_SOMEBODY}\s(?:\w+ly\s)?{_SAID}\b|{_SAID}\s{_SOMEBODY.replace('who', 'whom')}\b)"
)
_TOLD_BEFORE: Final = re.compile(rf"(?:^|[.!?]\s|,\s){_SOMEBODY}\s(?:\w+ly\s)?{_SAID}(?:\s\w+){{0,3}}\s?[:,]\s?$")
_LABEL: Final = re.compile(r"(?:,\s[^:.!?]{2,60})?:\s+(?=[“\"A-Z])")
_ARTICLE: Final = re.compile(r"^(?:the|an?|one|his|her|its|their|our|my)\s", re.IGNORECASE)

_LONG: Final = 80
"""Code points that a quotation has at least which is somebody's speech, and no motto or title."""
_EDGE: Final = 4
"""Code points beside a quotation that fills its paragraph: white space, a dash."""

Who = Callable[[int], "str | None"]
"""Whom a personal pronoun means that stands at an offset."""


def find_quotations(document: Document, speakers: Sequence[Mention], who: Who) -> Iterator[tuple[Span, str, Span]]:
    """Each quotation with its speaker and the words that tell: who stands right beside it, else who speaks nearest.

    A paragraph that is one quotation, or stands in one that was opened before and is closed later, goes on from the one
    before; its speaker is empty where nobody was told there.
    """
    before: tuple[str, Span] | None = None
    running = _running(document)
    for i, block in enumerate(document.blocks):
        inside = [block.span] if i in running else list(_quoted_spans(document.text, block.span))
        if not inside:
            before = None
            continue
        here = [m for m in speakers if block.span.holds(m.span) and not any(q.holds(m.span) for q in inside)]
        told = [(m, cue) for m in here if (cue := saying(document.text, m.span)) is not None]
        told = [_in_office(document.text, m, cue, here) for m, cue in told]
        last: tuple[str, Span] | None = None
        for quotation in inside:
            beside = _beside(document.text, quotation, who)
            if beside is None and told:
                mention, cue = min(told, key=lambda s: (_distance(s[1], quotation), s[0].span.start))
                beside = (mention.entity or "", cue)
            last = beside or _introduced(document.text, here, Span(block.start, quotation.start)) or last
            spoken = i in running or (block.kind in ("paragraph", "quote") and _is_all(quotation, block.span))
            if last is None and spoken:
                last = before or ("", Span(quotation.start, quotation.start + 1))
            if last is not None:
                yield quotation, *last
        before = last


def _in_office(text: str, firm: Mention, cue: Span, names: Sequence[Mention]) -> tuple[Mention, Span]:
    """«said Nordal chief executive Tom Ek»: the person behind the office says it, and not the firm before it."""
    if firm.type == "person" or cue.end > firm.span.end:
        return firm, cue
    behind = (m for m in names if m.span.start > firm.span.end and m.type in ("person", "unknown"))
    person = next((m for m in behind if _OFFICE.fullmatch(text, firm.span.end, m.span.start)), None)
    return (person, Span(cue.start, person.span.end)) if person is not None else (firm, cue)


_OFFICE: Final = re.compile(r"(?:['’]s)?\s(?:(?:[a-z][a-z-]*|CEO|CFO|CTO|COO)\s){1,5}")


def _running(document: Document) -> frozenset[int]:
    """The paragraphs that stand in a quotation which one before them opens and the last of them closes."""
    found: set[int] = set()
    for i, block in enumerate(document.blocks):
        if i in found or not _OPENS.match(block.span.of(document.text)):
            continue
        for j in range(i + 1, min(i + 1 + _MOST, len(document.blocks))):
            words = document.blocks[j].span.of(document.text)
            if document.blocks[j].kind not in ("paragraph", "quote") or _OPENS.match(words):
                break
            if _CLOSES.match(words):
                found.update(range(i + 1, j + 1))
                break
    return frozenset(found)


_OPENS: Final = re.compile(r"\s*(?:“[^”]*|\"[^\"]*(?:\"[^\"]*\"[^\"]*)*)\Z")
"""A paragraph that begins with a mark of quotation and leaves it open."""
_CLOSES: Final = re.compile(r"(?:[^“”]*”|[^\"]*(?:\"[^\"]*\"[^\"]*)*\")\s*\Z")
_MOST: Final = 8
"""Paragraphs that a quotation goes on for; one that is not closed by then was left open by mistake."""


def _is_all(quotation: Span, block: Span) -> bool:
    """Whether a paragraph is one long quotation and nothing else."""
    return len(quotation) > _LONG and len(block) - len(quotation) < _EDGE


def _beside(text: str, quotation: Span, who: Who) -> tuple[str, Span] | None:
    """«…,” the shopkeeper said», «she told us: “…»: who is not named, as the text calls them."""
    match = _TOLD_AFTER.match(text, quotation.end) or _TOLD_BEFORE.search(text[: quotation.start][-120:])
    if match is None:
        return None
    name = match["who"] or match["whom"]
    shift = max(0, quotation.start - 120) if match.re is _TOLD_BEFORE else 0
    cue = Span(match.start() + shift, match.end() + shift)
    if name.lower() in ("he", "she"):
        speaker = who(cue.start)
    else:
        speaker = as_written(name) if is_person_noun(name.split()[-1].lower()) else None
    return (speaker, cue) if speaker else None


def as_written(words: str) -> str:
    """How a speaker without a name is kept: as the text calls them, without the article."""
    return slug(_ARTICLE.sub("", words))


def labelled(document: Document, speakers: Sequence[Mention]) -> dict[int, tuple[str, Span]]:
    """The blocks that open with a person's name and a colon, «Vera Holm: We make it here.», with that person."""
    found: dict[int, tuple[str, Span]] = {}
    people = {m.span.start: m for m in speakers if m.type == "person" and m.entity}
    for i, block in enumerate(document.blocks):
        person = people.get(block.start)
        if person is None or block.kind not in ("paragraph", "list_item", "caption"):
            continue
        label = _LABEL.match(document.text, person.span.end)
        words = document.text[label.end() : block.end] if label else ""
        if label and len(words.split()) > 3 and words.rstrip(' ”"').endswith((".", "!", "?")):
            found[i] = (person.entity or "", Span(person.span.start, label.end()))
    return found


def label_of(text: str, span: Span, mentions: Sequence[Mention]) -> Span | None:
    """The speaker's label in front of a sentence, which is no part of it."""
    first = next((m for m in mentions if m.span.start == span.start), None)
    if first is None or first.type not in ("person", "unknown", "publication"):
        return None
    colon = re.compile(r":\s+").match(text, first.span.end)
    quoted = colon is not None and text[colon.end() : colon.end() + 1] in ("“", '"')
    said = colon is not None and first.type == "person" and text[colon.end() : colon.end() + 1].isupper()
    return (
        Span(span.start, colon.end())
        if colon and (quoted or said) and len(text[colon.end() : span.end].split()) > 3
        else None
    )


def _quoted_spans(text: str, span: Span) -> Iterator[Span]:
    """Quotations of more than three words; one that is not closed runs to the end of the block."""
    for match in re.finditer(r"“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)", text[span.start : span.end]):
        if len(match.group().split()) > 3:
            yield Span(span.start + match.start(), span.start + match.end())


_INTRODUCING: Final = re.compile(r"[^.!?:“”\"]+:\s*$")


def _introduced(text: str, names: Sequence[Mention], before: Span) -> tuple[str, Span] | None:
    """«Over lunch Alasdair Kerr put it bluntly: “…»: the one name of the clause before the colon."""
    told = before.of(text).rstrip().endswith(":")
    clause = _INTRODUCING.search(text, before.start, before.end) if told else None
    if clause is None:
        return None
    inside = [m for m in names if clause.start() <= m.span.start < clause.end() and m.type != "publication"]
    first = inside[0] if len({m.entity for m in inside}) == 1 else None
    return (first.entity or "", Span(first.span.start, before.end)) if first is not None else None


_CALLED: Final = re.compile(
    r"(?<![\w’'-])(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Mm]y|[Oo]ur)\s(?:[a-z][a-z-]*\s){0,2}?([a-z][a-z-]+)\b"
)


def somebody_before(text: str, before: int) -> str | None:
    """The last person that a text calls by what they are, within the lines before an offset; None where two are."""
    called = {m[1]: m for m in _CALLED.finditer(text, max(0, before - 300), before) if is_person_noun(m[1])}
    return as_written(next(iter(called.values())).group()) if len(called) == 1 else None


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def saying(text: str, span: Span) -> Span | None:
    """The words by which a name beside a saying verb, or before a colon and a quotation, says something."""
    after = _SAID_AFTER.match(text, span.end) or _COLON.match(text, span.end)
    if after:
        return Span(span.start, after.end())
    before = _SAID_BEFORE.search(text[max(0, span.start - 40) : span.start])
    return Span(max(0, span.start - 40) + before.start(), span.end) if before else None
