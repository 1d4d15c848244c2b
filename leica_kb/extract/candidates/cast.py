"""Whom and what a document speaks of: what it calls them once it has named them in full, and of which type they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from leica_kb.extract.candidates.short_forms import is_surely_firm, meant_by_short, places_among, stands_in_lower_case
from leica_kb.extract.names.unlisted import (
    FORMS,
    TITLE,
    is_model_like,
    is_organisation,
    is_persons,
    is_short_for,
    is_where,
)
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import is_persons_epithet
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import may_stand_alone
from leica_kb.model import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The unlisted names of a document: the short forms that mean one of them, and their types."""

    called: Mapping[str, Mention] = field(default_factory=dict)
    """Each name and short form (a surname, a firm's first word, a firm without its legal form) → what it means."""
    types: Mapping[str, str] = field(default_factory=dict)
    """Entity → the type that the recogniser gives it most often."""
    told: frozenset[Span] = frozenset()
    """Where another name of a firm is told: there it stands for itself, «also known as Orlika»."""
    same: Mapping[str, str] = field(default_factory=dict)
    """The entity of such a name → the firm's."""
    people: Mapping[str, Mention] = field(default_factory=dict)
    """Surnames and given names that one person only has → that person, named in full."""
    again: re.Pattern[str] | None = None
    """Full names and the short forms of firms, as they are written; a surname is a common word too often."""

    @classmethod
    def of(cls, text: str, found: Iterable[Sequence[Mention]], declared: Iterable[Sequence[Mention]]) -> Cast:
        """Gather the names of a document from the mentions of its sentences."""
        found = [list(_with_surname(text, mentions)) for mentions in found]
        names = [m for mentions in found for m in mentions if m.is_name and m.entity and not m.known]
        listed = {m.text for mentions in declared for m in mentions}
        listed.update(places_among(names, text))
        former = list(_former(text, found))
        told = (*_short_forms(names, text), *_initials(text, names), *((other.text, one) for one, other in former))
        short = {word: m for word, m in told if word not in listed}
        short = {word: m for word, m in short.items() if not _is_namesake(word, m, text)}
        people = _people(names)
        types = _types(replace(m, entity=(_titled(m, people) or short.get(m.text, m)).entity) for m in names)
        types |= {m.entity or "": "person" for m in names if _is_told_person(m, text)}
        types |= dict.fromkeys(_things(names, text), "product")
        meant = {**{m.text: m for m in reversed(names)}, **short}
        called = {word: replace(m, type=types.get(m.entity or "", m.type)) for word, m in meant.items()}
        same = {other.entity or "": one.entity or "" for one, other in former}
        there = frozenset(other.span for _, other in former)
        towns = {m.text for m in names if is_where(m, text)}
        return cls(called, types, there, same, people, _pattern(text, called, listed, towns))

    def completed(self, mention: Mention) -> Mention:
        """«Yamaki» after «Kazuto Yamaki», «Norden» after «Norden Optik»: a short form is the one that it means."""
        unlisted = mention.is_name and not mention.known and mention.span not in self.told
        full = (_titled(mention, self.people) or self.called.get(mention.text)) if unlisted else None
        if full is None or full.text == mention.text:
            given = unlisted and mention.type in ("person", "unknown") and is_persons(mention.text)
            full = self.people.get(mention.text) if given else None
            if full is None or (full.name or full.text) == mention.text or full.span.start > mention.span.start:
                return mention
        return replace(mention, entity=full.entity, type=full.type, name=full.name or full.text)

    def complete(self, text: str, span: Span, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a sentence, with those of the names that the recogniser missed here and saw elsewhere."""
        known = tuple(self._typed(self._person(m, text) or self.completed(m)) for m in _with_surname(text, mentions))
        missed = self.again.finditer(text, span.start, span.end) if self.again else ()
        heard = (self._met(match) for match in missed)
        fresh = [m for m in heard if all(_is_part(k, m) for k in known if m.span.meets(k.span))]
        kept = [k for k in known if not any(m.span.meets(k.span) for m in fresh)]
        return tuple(sorted((*kept, *fresh), key=lambda m: m.span)) if fresh else known

    def _person(self, mention: Mention, text: str) -> Mention | None:
        """«This led Bose, who became a professor»: before «who» a surname is the person's, and no firm's."""
        unlisted = mention.is_name and not mention.known and _WHO.match(text, mention.span.end)
        full = self.people.get(mention.text) if unlisted and not is_persons(mention.text) else None
        return full and replace(mention, entity=full.entity, type="person", name=full.name or full.text)

    def _typed(self, mention: Mention) -> Mention:
        unlisted = mention.is_name and not mention.known
        return replace(mention, type=self.types.get(mention.entity or "", mention.type)) if unlisted else mention

    def _met(self, match: re.Match[str]) -> Mention:
        return replace(self.called[match.group()], span=Span(match.start(), match.end()), text=match.group(), parts=())


_WHO: Final = re.compile(r",?\swho(?:m|se)?\b")


def _people(names: Sequence[Mention]) -> dict[str, Mention]:
    """The given names and surnames that one person only has of those named in full."""
    owners: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in names:
        words = (mention.name or mention.text).split()
        named = TITLE.match(mention.text) or is_persons(mention.text)
        if mention.type == "person" and len(words) > 1 and named:
            for word in (words[0], words[-1]):
                owners[word].setdefault(mention.entity or "", mention)
    return {word: next(iter(found.values())) for word, found in owners.items() if len(found) == 1}


_NO_NOUN: Final = r"(?=[.,;:!?)]|\s(?:with|for|of|from|in|on|that|which|and|or|is|was|has|had)\b)"
"""What stands behind a name that is not in front of a noun, as in «a Nordal engineer»."""


def _things(names: Iterable[Mention], text: str) -> Iterator[str]:
    """«made a Dorn Trail Lamp with …»: behind «a» a name that ends in a common noun is a thing's, and no firm's."""
    for name in {m.text: m for m in names if m.type == "company" and " " in m.text}.values():
        noun = in_dictionary(name.text.rsplit(maxsplit=1)[-1], ("noun",)) and not is_organisation(name.text)
        if noun and re.search(rf"\b(?:[Aa]n?|[Ee]very|[Ee]ach)\s{re.escape(name.text)}{_NO_NOUN}", text):
            yield name.entity or ""


def _titled(mention: Mention, people: Mapping[str, Mention]) -> Mention | None:
    """«Dr. Bose» after or before «Amar Bose»: a title and a surname are the person's."""
    title = TITLE.match(mention.text)
    return people.get(mention.text[title.end() :]) if title else None


def _is_part(found: Mention, whole: Mention) -> bool:
    """Whether a name met here is only a piece of one that the document has elsewhere, and no product's."""
    return (
        whole.span.holds(found.span)
        and whole.span != found.span
        and (not found.known or found.type in ("company", "demonym"))
    )


def _pattern(
    text: str, called: Mapping[str, Mention], listed: Container[str], towns: Collection[str]
) -> re.Pattern[str] | None:
    """Where the names stand that are worth finding again: firms, towns, full names that are no common words here."""
    whole = {w for w, m in called.items() if w == m.text and (m.type == "person" or (m.type == "product" and " " in w))}
    wanted = whole | {w for w, m in called.items() if m.type == "company"}
    told = {w for w in wanted if w not in listed} | {w for w in towns if called[w].type == "place"}
    telling = sorted((w for w in told if not stands_in_lower_case(w, text)), reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, telling))})(?![\w-])") if telling else None


def _is_told_person(name: Mention, text: str) -> bool:
    """«founder Ada Moor»: who is named in full behind what she is, is a person, whatever her surname is taken for."""
    before = _EPITHET.search(text, max(name.span.start - 20, 0), name.span.start)
    full = name.type in ("person", "company", "unknown") and name.text.count(" ") in (1, 2)
    return full and before is not None and is_persons_epithet(before[1]) and not is_organisation(name.text)


_EPITHET: Final = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+)?) $")


def _types(names: Iterable[Mention]) -> dict[str, str]:
    """The type of each name: the one that most of its mentions have; unknown where none tells."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in names:
        told = _SURELY if mention.type == "company" and is_surely_firm(mention.text) else 1
        votes[mention.entity or ""][mention.type] += told * (mention.type != "unknown")
    return {entity: types.most_common(1)[0][0] for entity, types in votes.items() if types.total()}


_SURELY: Final = 100
"""Votes of a firm's full name: more than its short form has by which the recogniser takes it for a place."""


def _short_forms(names: Iterable[Mention], text: str) -> Iterator[tuple[str, Mention]]:
    """The words that mean just one of the names: a surname, a firm's first word, a firm without its legal form."""
    owners: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in names:
        for word in _forms(mention, text):
            owners[word].setdefault(mention.entity or "", mention)
    meant = ((word, meant_by_short(word, found.values(), text)) for word, found in owners.items())
    yield from ((word, mention) for word, mention in meant if mention is not None)


def _is_namesake(word: str, person: Mention, text: str) -> bool:
    """«Goerz was founded by Carl Goerz»: who is named in full behind the bare surname is not who that is."""
    before = re.split(r"[.!?:]\s|\n", text[max(person.span.start - 200, 0) : person.span.start])[-1]
    inside = person.text.endswith(f" {word}") or person.text.startswith(f"{word} ")
    return inside and word in before and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", before) is not None


_BRACKETED: Final = re.compile(r"\s\(([A-Z][A-Z&.]{1,6})\)")


def _initials(text: str, names: Iterable[Mention]) -> Iterator[tuple[str, Mention]]:
    """«Oswald Mill Audio (OMA)»: the initials that an unlisted firm's name has in brackets behind it."""
    for mention in names:
        found = _BRACKETED.match(text, mention.span.end) if mention.type == "company" else None
        if found and is_short_for(found[1], mention.text):
            yield found[1], mention


_FORMERLY: Final = re.compile(
    r"[”\"]?(?:,\s|\s?\()(?:formerly|originally|previously|once|also|better|now|first|then|later|initially)?\s?"
    r"(?:known\sas|called|named|formerly|originally|previously|a\.?k\.?a\.?)\s(?:as\s)?(?:the\s)?[“\"]?"
)


def _former(text: str, found: Iterable[Sequence[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """«Norden Optik (formerly Nordoptik)», «Orlik, also known as Orlika»: an unlisted firm's other name."""
    for mentions in found:
        for one, other in pairwise(m for m in mentions if m.is_name):
            firms = all(m.type in ("company", "unknown") for m in (one, other)) and "company" in (one.type, other.type)
            if firms and not other.known and _FORMERLY.fullmatch(text, one.span.end, other.span.start):
                yield one, other


def _forms(mention: Mention, text: str) -> Iterator[str]:
    words = mention.text.split()
    person = mention.type == "person" or (mention.type == "unknown" and not is_model_like(mention.text))
    if len(words) > 1 and person and words[-2] not in _OF_WHOM:
        yield words[-1]
    if " & " in mention.text:
        yield mention.text.replace(" & ", " and ")
    if len(words) > 1 and mention.type in ("company", "unknown"):
        whole = not is_model_like(mention.text) and not mention.parts and _is_introduced(mention.text, text)
        if whole and may_stand_alone(words[0]):
            yield words[0]
        if (form := FORMS.search(mention.text)) and form.end() == len(mention.text) and form.start():
            yield mention.text[: form.start()]
            if mention.text.isupper():
                yield mention.text[: form.start()].title()


_OF_WHOM: Final = frozenset("of for at in on and".split())
"""Words before the last one that make it another's name: «The Origins of Norden» is not called Norden."""


def _is_introduced(name: str, text: str) -> bool:
    """Whether a name tells whom its first word means: a firm by its words, or told in full before, and no thing.

    «Nordal … the Nordal Blocks»: a short name that comes first is a name of its own.
    """
    if is_organisation(name) or FORMS.search(f" {name}"):
        return True
    if _CAMEL.search(name):  # «Orlik PowerTools»
        return False
    start = text.find(name)
    alone = re.search(rf"\b{re.escape(name.split(maxsplit=1)[0])}\b", text)
    return alone is not None and alone.start() >= start and _ARTICLE.search(text, 0, start) is None


_CAMEL: Final = re.compile(r"\s(?!Mc|Mac)[A-Z][a-z]+[A-Z]\w+$")
"""A last word with a capital inside, as goods and programs have one."""
_ARTICLE: Final = re.compile(r"\b(?:the|an?|its|their|our|his|her)\s(?:\w+\s)?$", re.IGNORECASE)
_KIN: Final = re.compile(r"\b(?:brothers|sisters|siblings|twins|cousins|couple|spouses)(?:,|:)?\s$", re.IGNORECASE)


def _with_surname(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«the brothers Emil and Otto Hahn»: the given names in front share the last one's surname."""
    row: list[Mention] = []
    for mention in _with_brothers(text, mentions):
        joined = bool(row) and text[row[-1].span.end : mention.span.start] in (", ", " and ", ", and ")
        if not joined:
            yield from row
            row = []
        row.append(mention)
        words = mention.text.split()
        if len(row) > 1 and len(words) > 1 and (_are_kin(text, row) or _are_couple(text, row)):
            yield from (_named(m, f"{m.text} {words[-1]}") if " " not in m.text else m for m in row)
            row = []
    yield from row


def _are_kin(text: str, row: Sequence[Mention]) -> bool:
    return _KIN.search(text, max(0, row[0].span.start - 20), row[0].span.start) is not None


def _are_couple(text: str, row: Sequence[Mention]) -> bool:
    """«Emil and Clara Hahn»: a given name that nobody has in full, joined to a full name with a given name."""
    one, other = row[0], row[-1]
    given = (
        not one.known
        and one.type != "place"
        and " " not in one.text
        and is_persons(one.text)
        and is_persons(other.text)
    )
    pair = len(row) == 2 and given and not other.known and len(other.text.split()) == 2
    joined = pair and text[one.span.end : other.span.start] == " and "
    return joined and re.search(rf"\b{re.escape(one.text)}\s(?:[A-Z]\.\s)?(?!And\b)[A-ZÄÖÜ][a-z]", text) is None


_BROTHER: Final = re.compile(r",?\s(?:and|with)\s(?:his|her)\s(?:\w+\s)?(?:brother|sister|son|father),?\s")


def _with_brothers(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«Karl Berg and his brother Otto»: a given name behind «his brother» has the surname of the one before."""
    before: Mention | None = None
    for mention in mentions:
        full, given = before is not None and " " in before.text, " " not in mention.text
        kin = before is not None and _BROTHER.fullmatch(text, before.span.end, mention.span.start)
        if before is not None and full and given and kin:
            yield _named(mention, f"{mention.text} {before.text.rsplit(maxsplit=1)[-1]}")
        else:
            yield mention
        before = mention if mention.is_name else before


def _named(mention: Mention, name: str) -> Mention:
    return mention if mention.known else replace(mention, type="person", entity=slug(name), name=name)
