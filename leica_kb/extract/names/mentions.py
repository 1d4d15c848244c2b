"""All mentions of a sentence: declared names, names by shape, unknown names, values; each stretch of text once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.extract.names.gazetteer import Gazetteer
from leica_kb.extract.names.guesses import STARTERS, capital_runs, quoted_names, recognised_names, with_alone
from leica_kb.extract.names.places import based_places, chained_places
from leica_kb.extract.names.shapes import NOT_NAMES, NameShapes
from leica_kb.extract.names.unlisted import (
    FORMS,
    FRONT,
    LEGAL,
    as_half,
    as_town,
    half_of,
    is_opening_verb,
    is_title,
    unknown,
    without_epithet,
)
from leica_kb.extract.names.wholes import made_whole, swallows, swallows_all
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.extract.parsing.parser import Recognised
from leica_kb.lang.dates import find_dates
from leica_kb.lang.numbers import find_quantities
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import FUNCTION_WORDS, OBLIGATIONS
from leica_kb.model import DateValue, Span
from leica_kb.packs import Pack

_SUFFIX: Final = re.compile(r",?\s(?:Jr|Sr|Ph\.?D|M\.?D|MBA|Esq|III|II|IV)\b\.?")
_BODY: Final = re.compile(
    r"(?:(?:Supervisory|Executive|Management|Advisory|Founding|Governing|Board|Committee|Council|Directors|Trustees|of|the)\s?)+"
)
"""A company's organs are no names of their own."""


@dataclass(frozen=True)
class MentionFinder:
    """Finds the mentions of sentences under one pack."""

    gazetteer: Gazetteer
    shapes: NameShapes

    @classmethod
    def of(cls, pack: Pack) -> MentionFinder:
        """Compile a pack's names."""
        return cls(Gazetteer.of(pack.vocabulary), NameShapes(pack))

    def declared(self, text: str, span: Span) -> tuple[Mention, ...]:
        """Declared names and names by shape: what can be found without a model."""
        words = span.of(text)
        listed = self.gazetteer.find(words, span.start)
        found = without_overlaps([*listed, *self.shapes.find(words, listed, span.start)])
        return tuple(self._with_parts(m) for m in found)

    def _with_parts(self, mention: Mention) -> Mention:
        """A declared class named by its maker or place («Panasonic made Leicas») with the names inside it."""
        if mention.parts or mention.type != "product_class":
            return mention
        halves = re.split(r"[ -](?:made|built|produced|manufactured|designed|derived|branded)[ -]", mention.text)
        if len(halves) != 2:
            return mention
        first = self.gazetteer.find(halves[0], mention.span.start)
        return replace(mention, parts=(first[-1], mention)) if first else mention

    def valued(self, text: str, span: Span, published: str | None) -> tuple[Mention, ...]:
        """Declared names, names by shape, capitalised runs and values: what can be found without a model."""
        return assembled(text, span, self.declared(text, span), (), published)


_CAPITALISED: Final = re.compile(r"\b[^\W\d_a-z][\w'’-]*")


def has_other_name(text: str, span: Span, declared: Sequence[Mention]) -> bool:
    """Whether a capital stands in the sentence that no declared name explains, and not its first word's number."""
    return any(
        match.group() not in STARTERS
        and not any(m.span.start <= match.start() < m.span.end for m in declared)
        and not (match.start() == span.start and _opens_as_plural(match.group(), text[match.end() :][:2]))
        for match in _CAPITALISED.finditer(text, span.start, span.end)
    )


def _opens_as_plural(word: str, behind: str) -> bool:
    """«Visitors queued …»: a plural of the dictionary before a word in small letters."""
    return word.endswith("s") and behind[:1] == " " and behind[1:].islower() and in_dictionary(word, ("noun",))


def _is_speaker(name: Mention) -> bool:
    """«Whilst I think»: a word that is no name, and the one who speaks."""
    word, _, rest = name.text.partition(" ")
    return rest == "I" and (word.lower() in FUNCTION_WORDS or in_dictionary(word, ("adv",)))


_SETTING: Final = re.compile(r"(?:ISO|ASA|DIN|EI)\s?\d+")
"""What a film or a sensor is set to, and no name."""
_QUARTER: Final = re.compile(r"(?:[QH][1-4]|FY)(?:[\s/-](?:FY)?\s?(?:20)?\d\d)|FY\s?(?:20)?\d\d")
"""«Q1 2025»: a part of a year."""
_PART: Final = re.compile(r"[QH][1-4]\b(\s(?:of\s)?(?:FY\s?)?(?:20)?\d\d\b)?")


def _is_label(name: Mention, text: str) -> bool:
    """Whether a guess is a setting or a part of a year."""
    before = text[max(name.span.start - 6, 0) : name.span.start]
    part = _PART.match(text, name.span.start) if name.text[1:].isdigit() else None
    part = part if part and (part[1] or before.endswith((" in ", "In ", " of ", "since "))) else None
    return part is not None or any(p.fullmatch(name.text) for p in (_SETTING, _QUARTER))


_LETTERS: Final = re.compile(r"[A-Z]{1,2}")
_FIGURE: Final = re.compile(r"\b[Tt]he\s(\d{2,4})\s$")


def _with_figure(name: Mention, text: str) -> Mention:
    """«the 1000 F» of which the recogniser saw the letter only: a figure before it is of the name."""
    figure = _FIGURE.search(text, max(name.span.start - 9, 0), name.span.start)
    if figure is None or not _LETTERS.fullmatch(name.text):
        return name
    return unknown(Span(figure.start(1), name.span.end), text, "product")


def assembled(
    text: str, span: Span, declared: Sequence[Mention], names: Recognised, published: str | None
) -> tuple[Mention, ...]:
    """Every mention of a sentence, the declared ones and the recogniser's names given."""
    found = list(declared)
    values = [v for v in _values(text, span, published) if not any(v.span.meets(d.span) for d in declared)]
    seen = [] if is_title(span.of(text)) else list(recognised_names(text, span, names))
    guesses = [] if is_title(span.of(text)) else [*seen, *capital_runs(text, span)]
    quoted = list(quoted_names(text, span))
    guesses = [*quoted, *(g for g in guesses if not any(q.span.meets(g.span) for q in quoted))]
    guesses = [_disowned(part, text, declared) for g in guesses for part in _unbased(g, text)]
    guesses = [without_epithet(g, text, first=g.span.start == span.start) for g in guesses]
    guesses = [g for g in guesses if not {g.text, g.text.removesuffix("s")} & NOT_NAMES and not _is_of_office(text, g)]
    guesses = [_with_figure(g, text) for g in guesses if not _is_speaker(g) and not _is_label(g, text)]
    guesses = [as_town(g, text) for g in guesses if g.span.start > span.start or not is_opening_verb(text, g)]
    runs = [g for g in guesses if not any(d.span.meets(g.span) for d in declared)]
    guesses = [(g in runs and as_half(g, guesses, first=g.span.start == span.start)) or g for g in guesses]
    whole = [g for g in guesses if _is_whole(text, g) or _ends_alone(g, guesses, span.start)]
    whole += [g for g in guesses if (g.type != "unknown" and half_of(g, guesses)) or _completes(g, seen)]
    guesses = [g for g in guesses if not any(p.span.holds(g.span) and len(p.span) > len(g.span) for p in whole)]
    longer = [
        g for g in guesses if g.type in ("company", "person", "product", "place") and swallows_all(text, g, found)
    ]
    found = [m for m in found if not any(swallows(text, g, m) for g in longer)]
    for guess in guesses:
        if not any(guess.span.meets(m.span) for m in found) and not any(
            v.type == "date" and v.span.meets(guess.span) for v in values
        ):
            found.append(guess)
    found.extend(v for v in values if not any(v.span.meets(m.span) for m in found))
    named = [_with_suffix(text, m) for m in found if not FORMS.fullmatch(f" {m.text}")]
    found = list(_with_owned_models(text, _with_other_name(text, without_overlaps(named))))
    found = found if is_title(span.of(text)) else with_alone(text, made_whole(text, found, span), span)
    found.extend(based_places(text, span, found))
    return tuple(sorted(chained_places(text, sorted(found, key=lambda m: m.span)), key=lambda m: m.span))


def _disowned(name: Mention, text: str, declared: Sequence[Mention]) -> Mention:
    """«Nikon’s Nova Reflex» taken for one name: what stands behind a declared firm's possessive is another one."""
    owner = next((m for m in declared if m.type == "company" and m.span.start == name.span.start), None)
    ending = _POSSESSIVE.match(text, owner.span.end) if owner is not None else None
    if ending is None or ending.end() + 2 >= name.span.end:
        return name
    return unknown(Span(ending.end(), name.span.end), text, "unknown")


def _unbased(name: Mention, text: str) -> Iterator[Mention]:
    """«Kiev-based Nordal», «Vela-owned Nordal» taken for one name: where it is based and whose it is are said of it."""
    based = _BASED.match(name.text)
    if based is not None and based[1] not in _NOBODYS:
        kind = "company" if based[2] in ("owned", "controlled") else "place"
        yield unknown(Span(name.span.start, name.span.start + based.end(1)), text, kind)
    start = name.span.start + (based.end() if based else 0)
    yield unknown(Span(start, name.span.end), text, name.type) if based else name


_BASED: Final = re.compile(r"([A-ZÄÖÜ][\w.]+(?:\s[A-Z]\w+)?)-(based|headquartered|owned|controlled)\s(?=[A-ZÄÖÜ])")
_NOBODYS: Final = frozenset(
    "Family State Privately Publicly Employee Worker Government Majority Wholly Jointly Foreign Locally City".split()
)
"""What tells of an owner and names none: «Family-owned Nordal»."""
_POSSESSIVE: Final = re.compile(r"['’]s?\s")


def _is_whole(text: str, name: Mention) -> bool:
    """Whether shorter guesses inside a run are parts of it: a person's, «the Nova Prize», «called Nova Prize»."""
    before = text[max(name.span.start - 10, 0) : name.span.start]
    short = len(name.text.split()) in (2, 3) and (name.type == "person" or before.endswith(("the ", "The ")))
    return short or before.endswith(("called ", "called “", 'called "', " named ", " named “", ' named "'))


def _completes(run: Mention, seen: Sequence[Mention]) -> bool:
    """«Marta Ruiz», of which the recogniser saw one word only: two capitals in a row are one name."""
    inside = [g for g in seen if run.span.meets(g.span)]
    words = run.text.split()
    pair = len(words) == 2 and words[1][:1].isupper() and not words[0].endswith(("'s", "’s"))
    return pair and [g.text in words for g in inside] == [True]


def _is_of_office(text: str, name: Mention) -> bool:
    """«Chief Technology Officer», «Supervisory Board»: what an office is of, and a firm's organ, are no names."""
    inside = text[: name.span.start].endswith("Chief ") and text[name.span.end :].startswith(" Officer")
    return inside or _BODY.fullmatch(name.text) is not None


def _ends_alone(name: Mention, guesses: Sequence[Mention], opening: int) -> bool:
    """«DPI Optical Foods» whose end the recogniser saw: a firm's name reaches back over the capitals before it."""
    inside = [g for g in guesses if name.span.holds(g.span) and len(g.span) < len(name.span)]
    alone = len(inside) == 1 and inside[0].span.end == name.span.end and inside[0].type == "company"
    formed = any(m.end() == len(name.text) for m in FORMS.finditer(name.text)) and not _COMPOSED.search(name.text)
    first = name.text.split(maxsplit=1)[0]
    opens = first.lower() in FUNCTION_WORDS | OBLIGATIONS or in_dictionary(first, ("adj", "verb")) or FRONT.match(first)
    inner = name.span.start > opening or not opens
    return name.type == "company" and (formed or (alone and inner))


_COMPOSED: Final = re.compile(rf"['’]s\s|-(?:based|owned)\s|{LEGAL},?\s(?!{LEGAL}).*{LEGAL}$")
"""A run of capitals that is more than one name."""


def _with_other_name(text: str, found: Sequence[Mention]) -> list[Mention]:
    """«Nippon Kogaku Kogyo (Nikon)»: an unlisted company with a declared one in brackets behind it is that one."""
    bracketed = {m.span.start: m for m in found if m.known and m.type == "company"}
    named = []
    for mention in found:
        other = bracketed.get(mention.span.end + 2) if text[mention.span.end : mention.span.end + 2] == " (" else None
        same = other is not None and not mention.known and mention.type in ("company", "unknown")
        named.append(replace(mention, entity=other.entity, known=True) if same and other else mention)
    return named


def _with_owned_models(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """«Nokia’s N95»: a code behind an unlisted firm's possessive is a model of its own."""
    owners = {m.span.end: m for m in found if m.type in ("company", "unknown")}
    for mention in found:
        ending = _BEHIND_OWNER.search(text, max(mention.span.start - 4, 0), mention.span.start)
        owner = owners.get(ending.start()) if ending else None
        if owner is None or mention.known or not _CODE.fullmatch(mention.text):
            yield mention
            continue
        name = f"{owner.name or owner.text} {mention.text}"
        yield replace(mention, type="product", entity=slug(name), name=name, maker=owner.entity)


_BEHIND_OWNER: Final = re.compile(r"(?<=\w)['’]s?\s$")
_CODE: Final = re.compile(r"(?=[A-Z-]*\d)[A-Z]{0,4}-?\d{1,4}[A-Za-z]{0,3}")
"""How models are told by a code: N95, XA60, V4."""


def _with_suffix(text: str, mention: Mention) -> Mention:
    """A person's name with its Jr., Sr., III or degree; a firm's with its legal form."""
    firm = FORMS.match(text, mention.span.end) if mention.is_name and not mention.parts else None
    match = firm if mention.type == "company" or not mention.known else None
    if match is None and mention.type == "person":
        match = _SUFFIX.match(text, mention.span.end)
    if not match:
        return mention
    span = Span(mention.span.start, match.end())
    return replace(mention, span=span, text=span.of(text), type="company" if match is firm else mention.type)


def _values(text: str, span: Span, published: str | None) -> Iterator[Mention]:
    words = span.of(text)
    dates = find_dates(words, published, span.start)
    for date in dates:
        value = DateValue(date.edtf) if date.edtf else None
        yield Mention(date.span, "date", date.span.of(text), value=value)
    for quantity in find_quantities(words, span.start):
        if not any(quantity.span.meets(d.span) for d in dates):
            yield Mention(quantity.span, quantity.kind, quantity.span.of(text), value=quantity.value)
