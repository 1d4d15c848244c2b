"""Short names of models: «the 50R» for the Fujifilm GFX 50R, «the Umbra» for the Umbra 35."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.candidates.short_forms import stands_in_lower_case
from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.model import Span


def with_short_names(
    text: str, spans: Sequence[Span], declared: Sequence[tuple[Mention, ...]]
) -> list[tuple[Mention, ...]]:
    """«the 50R» after «the Fujifilm GFX 50R», «Nova II» after «the Nova II»: words that name one model only.

    The last word alone does where it has a digit, or behind «the» where it is a name: «the Isolette»; so does the first
    of an unlisted maker's model, «the Umbra» for «the Umbra 35».
    """
    owners: dict[str, set[Mention]] = {}
    models = [m for found in declared for m in found if m.type == "product" and " " in m.text]
    versions = {v[1] for m in models if (v := _VERSIONED.search(m.text))}
    models = [m for m in models if m.text not in versions or m.name == m.text]
    for mention in models:
        for words in (mention.text, *_last_word(mention, text), *_first_word(mention, text)):
            owners.setdefault(words, set()).add(replace(mention, span=Span(0, 0), text="", parts=()))
    short = {word: next(iter(m)) for word, m in owners.items() if len({x.entity for x in m}) == 1}
    if not any(text.count(word) > sum(m.text.count(word) for m in models) for word in short):
        return list(declared)  # nowhere but in the names themselves
    written = (rf"(?<=\b[Tt]he ){w}(?!\s[A-Z])" if w.isalpha() else re.escape(w) for w in sorted(short, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")
    return [
        without_overlaps([*_met_again(_same(pattern, text, span), short, found), *found])
        for span, found in zip(spans, declared, strict=True)
    ]


_ANOTHER: Final = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother)\s(?:digital|second|third|modern|later|smaller|larger|bigger|cheaper)\s$"
)
"""What stands before a name that a thing has after another: «a digital OM-1»."""


def _same(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where a short form is met and no other thing of the name is told of."""
    for match in pattern.finditer(text, span.start, span.end):
        if _ANOTHER.search(text, max(span.start, match.start() - 20), match.start()) is None:
            yield match


_CODE: Final = re.compile(r"[A-HJ-UWYZ]{1,2}")
"""A letter or two that count no generation."""


def _first_word(model: Mention, text: str) -> Iterator[str]:
    """The name of a model in front of its figure or letter, where no known firm has it: «the Umbra 35» is the Umbra."""
    first, *others = model.text.split()
    figure = len(others) == 1 and (any(c.isdigit() for c in others[0]) or _CODE.fullmatch(others[0]) is not None)
    name = len(first) > 3 and first.isalpha() and first[1:].islower() and not stands_in_lower_case(first, text)
    if model.maker is None and figure and name:
        alone = rf"(?<![\w-]){first}(?![\w-]|['’]s?\b|\s[A-Z\d])"
        articled = len(re.findall(rf"\b[Tt]he {alone}", text))
        if articled and articled == len(re.findall(alone, text)):
            yield first


def _met_again(
    written: Iterable[re.Match[str]], short: Mapping[str, Mention], found: Sequence[Mention]
) -> Iterator[Mention]:
    """Where a short form stands for its model; a name that means the same already stays as it is."""
    for match in written:
        model = replace(short[match.group()], span=Span(match.start(), match.end()), text=match.group())
        if not any(m.span == model.span and m.entity == model.entity for m in found):
            yield model


_CODED: Final = re.compile(r"(?=\S*[A-Z])(?=\S*\d)[\w-]+(?:\s[A-Z][a-z]+)+$")


_VERSIONED: Final = re.compile(r"\s((?=\S*\d)[A-Z][A-Z\d-]+\s(?:(?:Mark|Mk)\s)?(?:I{1,3}|IV|V))$")
"""A code and its generation, «the X7 III» of «the Orlik Nova X7 III»."""


_MEASURE: Final = re.compile(r"(?:f/?)?[\d.,/–-]+(?:mm|cm)?", re.IGNORECASE)


def _last_word(model: Mention, text: str) -> Iterator[str]:
    """The last word of a model's name, where it tells the model: with a digit, or a name behind its maker's.

    Behind a maker's, «the QX-2 Ranger» whole, of which «QX-2» alone is another model.
    """
    _, rest = model.text.split(maxsplit=1)
    if model.maker is not None and " " in rest and _CODED.match(rest):
        yield rest
    if versioned := _VERSIONED.search(model.text):
        yield versioned[1]
    last = model.text.rsplit(maxsplit=1)[-1]
    coded = any(c.isdigit() for c in last) and not _MEASURE.fullmatch(last)
    named = last.isalpha() and model.maker is not None and not stands_in_lower_case(last, text)
    if len(last) > 2 and (coded or (named and (last.isupper() or (last[1:].islower() and len(last) > 4)))):
        yield last
