"""Names that nothing but the recogniser, their capitals or quotation marks tell, cut to what is the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.names.unlisted import FORMS, LEGAL, TITLE, is_organisation, unknown
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Recognised
from leica_kb.lang.cues import OFFICES
from leica_kb.lang.wordlists import FUNCTION_WORDS
from leica_kb.model import Span

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
_RUN: Final = re.compile(
    r"(?<!\w)[A-Z][\w’'&.-]*(?:\s(?:(?:of|de|for|&|du|van|von|der|la|and the|of the)\s)?[A-Z][\w’'&.-]*)*"
    rf"(?:,\s{LEGAL})*",
    re.UNICODE,
)
_ARTICLE: Final = re.compile(r"(?:the|every|each|any|some|no)\s", re.IGNORECASE)
_ASKED: Final = re.compile(r"(?:How|Why|When|Whose|Where|Is|Are|Was|Were|Does|Did|Has|Have|Should)\s(?=[A-Z])")
"""A word that opens a question or a heading, and no name: «How Kestrel Optik came back»."""
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
    "Wherever Whenever Whether Anybody Everybody Somebody "
    "How Why Whose Is Are Was Were Does Did Has Have Should".split()
)


def recognised_names(text: str, span: Span, names: Recognised) -> Iterator[Mention]:
    """The names that the model's recogniser saw, each by itself."""
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
    article = _ARTICLE.match(words) or _ASKED.match(words)
    start = span.start + (article.end() if article else 0)
    torn = _TORN.search(words)
    end = span.start + torn.start() if torn else span.end
    while start < end and text[start] in "\"“‘'([ ":
        start += 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[end - 1] in "\"”’')], ;:":
        end -= 1
    for joint in (" of", " for", " at"):  # «Ada Moor of», cut in the midst of two names
        end -= len(joint) if text[start:end].endswith(joint) else 0
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


def quoted_names(text: str, span: Span) -> Iterator[Mention]:
    """Names in quotation marks: short, in capitals, and no sentence of somebody."""
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = match[1].split()
        if len(words) < 8 and any(w[1:].islower() or len(w) > 3 for w in words) and words[0] not in STARTERS:
            place = Span(match.start(1), match.end(1))
            name = unknown(place, text, "product" if any(c.isdigit() for c in match[1]) else "unknown")
            yield replace(name, type="unknown") if name.type == "person" and len(words) == 1 else name


def capital_runs(text: str, span: Span) -> Iterator[Mention]:
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


def with_alone(text: str, found: Sequence[Mention], span: Span) -> list[Mention]:
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


_MEMBERS: Final = frozenset("Members Owners Founders Employees Shareholders Customers Subsidiaries Directors".split())


_COURSE: Final = frozenset(
    "End Death Demise Birth Rise Fall Decline Return Launch Arrival Start Beginning Future History Origins".split()
)
"""What befalls a thing: «the End of Kodachrome» is no thing of that name."""


_TWO: Final = re.compile(r"((?:(?! of | for | and ).)+) and (?:the|an?) ((?:(?! of | for | and ).)+)")
"""«Vela LTL and the Vela MTL» taken for one name."""


def _sundered(text: str, run: Span) -> Iterator[Span]:
    """«the Dagor for Goerz», «Paillard of Basel»: behind a name, «of» and «for» begin another; not behind a noun."""
    if (two := _TWO.fullmatch(run.of(text))) is not None:
        yield Span(run.start, run.start + two.end(1))
        yield Span(run.start + two.start(2), run.end)
        return
    start = run.start
    for joint in _OF_OTHER.finditer(text, run.start, run.end):
        if joint[1] in _MEMBERS | _COURSE and joint.start() == start:  # «Members of the Lens Guild»: said of it
            start = joint.end()
            continue
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
