"""All mentions of a sentence: declared names, names by shape, unknown names, values; each stretch of text once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.extract.names.gazetteer import Gazetteer
from leica_kb.extract.names.places import chained_places
from leica_kb.extract.names.shapes import NOT_NAMES, NameShapes
from leica_kb.extract.names.unlisted import (
    FORMS,
    FRONT,
    LEGAL,
    TITLE,
    as_half,
    half_of,
    is_opening_verb,
    is_organisation,
    is_title,
    unknown,
    without_epithet,
)
from leica_kb.extract.names.wholes import made_whole, swallows, swallows_all
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.extract.parsing.parser import Recognised
from leica_kb.lang.cues import OFFICES
from leica_kb.lang.dates import find_dates
from leica_kb.lang.numbers import find_quantities
from leica_kb.lang.wordlists import FUNCTION_WORDS, OBLIGATIONS
from leica_kb.model import DateValue, Span
from leica_kb.packs import Pack

LABELS: Final = {
    "ORG": "company",
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "WORK_OF_ART": "unknown",
    "EVENT": "unknown",
}
"""What the recogniser's labels (OntoNotes 5) are taken for; other labels are left to our own grammars."""

_ABBREVIATED: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|Bhd|Pty|Pte|Pvt)\.|\b(?:Jr|Sr|Bros|St|Mt|No)\.)$|\.[A-Za-z]{1,2}\.$"
)
"""Names that keep their final point: initials, legal forms, Jr."""
_LOWER: Final = re.compile(
    r"(?:^|\s)(?!(?:of|and|the|de|du|da|di|la|le|for|in|at|on|von|van|der|den|bin|al|et|y|dos|del)\s)[a-z]{3,}"
)
"""A common word inside what the recogniser took for one name."""
_SUFFIX: Final = re.compile(r",?\s(?:Jr|Sr|Ph\.?D|M\.?D|MBA|Esq|III|II|IV)\b\.?")
_BODY: Final = re.compile(
    r"(?:(?:Supervisory|Executive|Management|Advisory|Founding|Governing|Board|Committee|Council|Directors|Trustees|of|the)\s?)+"
)
"""A company's organs are no names of their own."""
_RUN: Final = re.compile(
    r"(?<!\w)[A-Z][\w’'&.-]*(?:\s(?:(?:of|de|for|&|du|van|von|der|la|and the|of the)\s)?[A-Z][\w’'&.-]*)*"
    rf"(?:,\s{LEGAL})*",
    re.UNICODE,
)
_ARTICLE: Final = re.compile(r"(?:the|every|each|any|some|no)\s", re.IGNORECASE)
_TORN: Final = re.compile(r"\s?(?:\]\(|[(\[])[^)\]]*$")
"""A bracket that opens inside what the recogniser took for a name and closes behind it: «Kestrel Optics (KO»."""
STARTERS: Final = frozenset(
    "The A An In On At By For From With After Before Since During As And But Or If When While Although He She "
    "It They We I You His Her Its Their Our My This That These Those There Here Today Now Then However Also "
    "Both Under Over Founded Established Headquartered Based Formed Created Born According Prior Following "
    "Through To Not No Yes What Who Where Formerly Currently Previously Originally Subsequently Later Early "
    "Until Upon Despite Every Each Any All Some Many Most Several Neither Either Because Unless Though "
    "Yesterday Tomorrow Meanwhile Once Again Recently Finally Eventually Perhaps Maybe Still Even Only Just Like "
    "Unlike Instead Thus Hence Yet So Nor Few Another One Two Three Four Five Inside Behind Outside Beside Beyond "
    "Never Nowhere Nobody Apart Save Whoever Whatever Whichever "
    "Wherever Whenever Whether Anybody Everybody Somebody".split()
)


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
    """Whether a capital stands in the sentence that no declared name explains."""
    return any(
        match.group() not in STARTERS and not any(m.span.start <= match.start() < m.span.end for m in declared)
        for match in _CAPITALISED.finditer(text, span.start, span.end)
    )


def assembled(
    text: str, span: Span, declared: Sequence[Mention], names: Recognised, published: str | None
) -> tuple[Mention, ...]:
    """Every mention of a sentence, the declared ones and the recogniser's names given."""
    found = list(declared)
    values = [v for v in _values(text, span, published) if not any(v.span.meets(d.span) for d in declared)]
    seen = [] if is_title(span.of(text)) else list(_recognised(text, span, names))
    guesses = [] if is_title(span.of(text)) else [*seen, *_runs(text, span)]
    quoted = list(_quoted(text, span))
    guesses = [*quoted, *(g for g in guesses if not any(q.span.meets(g.span) for q in quoted))]
    guesses = [_disowned(part, text, declared) for g in guesses for part in _unbased(g, text)]
    guesses = [without_epithet(g, text, first=g.span.start == span.start) for g in guesses]
    guesses = [g for g in guesses if not {g.text, g.text.removesuffix("s")} & NOT_NAMES and not _is_of_office(text, g)]
    guesses = [g for g in guesses if g.span.start > span.start or not is_opening_verb(text, g)]
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
    found = _with_other_name(text, without_overlaps(named))
    found = found if is_title(span.of(text)) else _with_alone(text, made_whole(text, found, span), span)
    return tuple(sorted(chained_places(text, sorted(found, key=lambda m: m.span)), key=lambda m: m.span))


def _disowned(name: Mention, text: str, declared: Sequence[Mention]) -> Mention:
    """«Nikon’s Nova Reflex» taken for one name: what stands behind a declared firm's possessive is another one."""
    owner = next((m for m in declared if m.type == "company" and m.span.start == name.span.start), None)
    ending = _POSSESSIVE.match(text, owner.span.end) if owner is not None else None
    if ending is None or ending.end() + 2 >= name.span.end:
        return name
    return unknown(Span(ending.end(), name.span.end), text, "unknown")


def _unbased(name: Mention, text: str) -> Iterator[Mention]:
    """«Kiev-based Nordal» taken for one name: where it is based is said of it."""
    based = _BASED.match(name.text)
    if based is not None:
        yield unknown(Span(name.span.start, name.span.start + based.end(1)), text, "place")
    start = name.span.start + (based.end() if based else 0)
    yield unknown(Span(start, name.span.end), text, name.type) if based else name


_BASED: Final = re.compile(r"([A-ZÄÖÜ][\w.]+(?:\s[A-Z]\w+)?)-based\s(?=[A-ZÄÖÜ])")
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


_COMPOSED: Final = re.compile(rf"['’]s\s|-based\s|{LEGAL},?\s(?!{LEGAL}).*{LEGAL}$")
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


def _recognised(text: str, span: Span, names: Recognised) -> Iterator[Mention]:
    for start, end, label in names:
        kind = LABELS.get(label)
        listed = _listed(text, Span(start + span.start, end + span.start))
        for part in (piece for item in listed for piece in _sundered(text, item)):
            place = _without_office(text, _trimmed(text, part))
            if _LOWER.search(place.of(text)):
                continue
            if kind and place.start < place.end and any(c.isupper() for c in place.of(text)):
                yield unknown(place, text, kind)


def _listed(text: str, span: Span) -> Iterator[Span]:
    """«Orlik Optics, Vela Labs» taken for one name: what stands between commas is a name, unless a legal form."""
    words = span.of(text)
    joined = re.search(r"&|\band\b", words)
    start = span.start
    for comma in () if joined else re.finditer(r",\s", words):
        if FORMS.match(words, comma.start()):
            continue
        yield Span(start, span.start + comma.start())
        start = span.start + comma.end()
    yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> Span:
    """The name without article, possessive and quotes."""
    words = span.of(text)
    article = _ARTICLE.match(words)
    start = span.start + (article.end() if article else 0)
    torn = _TORN.search(words)
    end = span.start + torn.start() if torn else span.end
    while start < end and text[start] in "\"“‘'([ ":
        start += 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[end - 1] in "\"”’')], ;:":
        end -= 1
    if text[start:end].endswith(".") and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return Span(start, end)


def _without_office(text: str, span: Span) -> Span:
    """The name without an office before it: CEO Mary Barra; nothing is left of an office alone."""
    words = span.of(text).split(" ")
    start = span.start
    while words and _is_office(words[0]) and not TITLE.match(span.of(text)):
        start += len(words.pop(0)) + 1
    start = _after_of(text, start) if start > span.start else start
    pieces = [p for p in _between_offices(text, Span(min(start, span.end), span.end)) if p.start < p.end]
    return pieces[0] if pieces else Span(span.end, span.end)


def _is_office(word: str) -> bool:
    """Whether a word, with or without its points, is one of office: CEO, C.E.O., President."""
    return word.lower().rstrip(",").replace(".", "") in OFFICES


_QUOTED: Final = re.compile(
    r"(?<=[a-z] )[“\"]([A-Z][\w’'.&/-]*(?:\s(?:[A-Z0-9][\w’'.&/-]*|of|&|und|et|y|für|de))*(?:\s[a-z]{3,8})?)(?=,?[”\"])"
)
"""«the pen “Nova 2000”»: capitals in quotes behind a common word."""


def _quoted(text: str, span: Span) -> Iterator[Mention]:
    """Names in quotation marks: short, in capitals, and no sentence of somebody."""
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = match[1].split()
        if len(words) < 8 and any(w[1:].islower() or len(w) > 3 for w in words) and words[0] not in STARTERS:
            place = Span(match.start(1), match.end(1))
            name = unknown(place, text, "product" if any(c.isdigit() for c in match[1]) else "unknown")
            yield replace(name, type="unknown") if name.type == "person" and len(words) == 1 else name


def _runs(text: str, span: Span) -> Iterator[Mention]:
    """Runs of capitalised words that the recogniser passed over."""
    rows = (row for m in _RUN.finditer(text, span.start, span.end) for row in _sundered(text, Span(m.start(), m.end())))
    for row in rows:
        for piece in _between_offices(text, row):
            words = piece.of(text).split()
            start = piece.start
            while words and words[0] in STARTERS:
                start += len(words[0]) + 1
                words.pop(0)
            before_office = piece.end < row.end
            if words and (len(words) > 1 or before_office) and words[0][0].isupper():
                yield unknown(_trimmed(text, Span(start, piece.end)), text, "unknown")


_ALONE: Final = re.compile(r"(?<![\w’'&./-])[A-ZÄÖÜ][a-zß-öø-ÿ]{3,}(?![\w’&/-]|\.\w|'(?!s)|\s[^\W\da-z])")


def _with_alone(text: str, found: Sequence[Mention], span: Span) -> list[Mention]:
    """Single capitalised words that no dictionary has are names that the recogniser passed over."""
    alone = [Span(*m.span()) for m in _ALONE.finditer(text, span.start, span.end)]
    fresh = [s for s in alone if not any(m.span.meets(s) for m in found) and is_coined(s.of(text))]
    fresh = [s for s in fresh if not _continues(text[span.start : s.start])]
    return [*found, *(unknown(s, text, "unknown") for s in fresh)]


_TO_NAME: Final = re.compile(
    r"(?:^|\s)(?P<word>[^\W\da-z][\w’'-]*|\([^()]*\)|de|da|do|del|di|du|la|le|von|van|der|den|y|el|al|bin)\s$"
)


def _continues(before: str) -> bool:
    """«Carla (Cara) Vistula», «Ines de Quesal»: whether the word before is of the same name."""
    joint = _TO_NAME.search(before)
    return joint is not None and joint["word"] not in STARTERS


def is_coined(word: str) -> bool:
    """Whether no dictionary has a word: with a capital it is a name."""
    return (
        word not in STARTERS
        and word.lower() not in FUNCTION_WORDS
        and not in_dictionary(word, ("noun", "adj", "verb", "adv"))
    )


_OF_OTHER: Final = re.compile(r"([A-ZÄÖÜ][\w’'-]*)\s(of|for)\s")


def _sundered(text: str, run: Span) -> Iterator[Span]:
    """«the Dagor for Goerz», «Paillard of Basel»: behind a name, «of» and «for» begin another; not behind a noun."""
    start = run.start
    for joint in _OF_OTHER.finditer(text, run.start, run.end):
        body = joint[2] == "of" or joint[1].endswith("s") or is_organisation(joint[1])
        if not (body and in_dictionary(joint[1])):
            yield Span(start, joint.end(1))
            start = joint.end()
    yield Span(start, run.end)


def _between_offices(text: str, span: Span) -> Iterator[Span]:
    """«Oracle CEO Larry Ellison»: an office divides two names."""
    start = span.start
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    offices = [_is_office(w.group()) and not TITLE.match(w.group() + " ") for w in words]
    for i, word in enumerate(words):
        beside = any(offices[max(i - 1, 0) : i] + offices[i + 1 : i + 2])
        if offices[i] and (beside or word.group().lower() not in _GRADES):
            yield Span(start, max(start, span.start + word.start() - 1))
            start = _after_of(text, min(span.end, span.start + word.end() + 1))
    yield Span(start, span.end)


def _after_of(text: str, start: int) -> int:
    """Where the name begins behind an office and «of»."""
    return start + 3 if text.startswith("of ", start) else start


_GRADES: Final = frozenset("general principal executive senior head member managing".split())
"""Words of offices that firms have in their names, too: General Motors."""
