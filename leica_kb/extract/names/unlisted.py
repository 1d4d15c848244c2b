"""Names that nobody declared, typed by their own words: a firm by its legal form, a person by a title or given name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import is_epithet
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import slug
from leica_kb.model import Span

LEGAL: Final = (
    r"(?:Inc|Ltd|LLC|LLP|Co|Corp|G[Mm][Bb]H|AG|SE|plc|PLC|Pty|Pte|Pvt|Limited|Corporation|Incorporated|ltd|"
    r"ASA|Oyj?|SpA|S\.p\.A|SAS|S\.A\.S|Srl|S\.r\.l|Bhd|N\.V|B\.V|S\.A|KG|KGaA|OHG|AB|AS|A/S|INC|LTD|CO|CORP)\b\.?"
)
"""Legal forms of firms, as a pattern."""
FORMS: Final = re.compile(
    rf"(?:,?\s(?:&\s)?(?:{LEGAL}|Kogyo\b|Kabushiki\b|Kabushikigaisha\b|[KG]aisha\b|K\.K\.)(?!\sof\b))+"
)
"""Legal forms in a row behind a firm's name."""
_ORGANISATION: Final = re.compile(
    r"\b(?:Inc|Ltd|LLC|LLP|GmbH|AG|SE|Corp|Corporation|Co|Company|Companies|Group|Holdings?|Bank|University|College|"
    r"Institute|Foundation|Association|Society|Systems|Technologies|Technology|Partners|Industries|Enterprises|Media|"
    r"Airlines|Records|Studios?|Entertainment|Laboratories|Labs|Motors|Optical|Optics|Agency|Authority|Council|Church|"
    r"Gallery|Trust|Fund|Theatre|Theater|Orchestra|Marketing|Consulting|Productions?|Pictures|Films?|Restaurant|Hotels?|"
    r"Brewery|Winery|Farms?|Centre|Center|Bros|Designs?|Architects|Racing|Team|Ensemble|Magazine|Journal|Times|Radio|FM|"
    r"Airways|Bakery|Foods?|Brands|Ventures|Advisors|Securities|Insurance|Realty|Properties|Healthcare|Health|Medical|"
    r"Clinic|Academy|Worldwide|Global|Resources|Communications?|Electronics|Publications|Works|Commission|Board|Chamber|"
    r"League|Federation|Organi[sz]ation|Alliance|Committee|Library|Park|Resorts?|Interactive|Digital|Research|Analytics|"
    r"Kaisha|Laborator(?:y|ies)|[OÓ]pti[kc]a?|Ottica|Optique|Optikk|Optyka|Optiks?|Foto|Photo|Kamera|Kamerawerke|Werke?|Imaging|Instruments?|Cameras?|Manufaktur|Verlag|"
    r"Semiconductors?|Divisions?|Kogaku|Seiki|Kogyo|Denki|Koki|Seisakusho|Gakki|Sangyo|Seimitsu|Zavod|"
    r"\w*(?:werke?|fabrik|gesellschaft|technik|bolaget)|Textil(?:es?)?|Precision|"
    r"Audio|Acoustics|Guitars|Cycles|Bicycles|Motorcycles|Pianos|Drums|Amplification|Manufacturing|Engineering|Trading|"
    r"Automobiles|Aviation|Bikes|Glassworks|Ironworks|Horlogerie|Brewing|Outfitters|Foundry|Bicycle|Aerospace|Aircraft|Robotics|Plastics|Chemicals|Breweries|Distillery|Railways|Telecom|"
    r"Shipping|Logistics|Investments|Financial|Associates|Sons|Watches|Toys|Furniture|Apparel|Stores|"
    r"School|Hospital|Museum|Club|Party|Union|Ministry|Department|Energy|Capital|Software|Solutions|Services|"
    r"International|Network|Press|Publishing|Games|Pharmaceuticals|plc|PLC|S\.A|N\.V|B\.V|Pty|Limited)\b\.?$"
)
TITLE: Final = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Lady|Dame|Herr|Frau|Rev|Fr|St)\b\.?\s")


_OF_ORGANISATION: Final = re.compile(r"\b(?:Corporation|Company|University|Institute|Bank|Association)\sof\s[A-Z]\w+$")


def is_organisation(words: str) -> bool:
    """Whether the last word of a name is one that firms and institutions end in."""
    return bool(_ORGANISATION.search(words) or _OF_ORGANISATION.search(words))


_ALLIANCE: Final = re.compile(
    r"\b(?:Alliance|Consortium|Association|Guild|League|Federation|Circle|Forum|Coalition|Confederation|"
    r"(?:Standards?|Working|Interest|User|Trade) Group|(?:Chamber|Association|Guild|Federation|League|Union) of .+)$"
)


def is_alliance(words: str) -> bool:
    """Whether a name is one that firms give to what they are members of."""
    return bool(_ALLIANCE.search(words))


_MODEL: Final = re.compile(r"\s(?:(?![IVX]+$)[A-Z]{1,3}|[A-Z]*\d+[\w.]*)$")


def is_model_like(words: str) -> bool:
    """Whether a name ends as models' do, and firms' and persons' only in a legal form: «Hexar RF», «Model 30»."""
    return bool(_MODEL.search(words)) and not any(m.end() == len(words) for m in FORMS.finditer(words))


def is_title(line: str) -> bool:
    """Whether the line is set in title case, where a capital tells nothing."""
    if line.rstrip().endswith("."):
        return False
    words = [w for w in re.findall(r"[A-Za-z][\w’'-]*", line) if len(w) > 3]
    enough = len(words) > (2 if line.rstrip().endswith("?") else 3)
    return enough and sum(w[0].isupper() for w in words) > 0.8 * len(words)


_SMALL: Final = frozenset("of the and for in on at & de la".split())


def is_short_for(short: str, full: str) -> bool:
    """«Kestrel» or «KOG» for «Kestrel Optical Group»: a firm's name without its kind, or its initials."""
    if full.startswith(f"{short} "):
        return is_organisation(full) and not is_organisation(short)
    initials = "".join(w[0] for w in full.split() if w not in _SMALL)
    return len(short) > 1 and short.isupper() and short == initials.upper()


def is_persons(words: str) -> bool:
    """Whether the name begins with a given name."""
    return words.split(maxsplit=1)[0].lower().rstrip(".") in GIVEN_NAMES


_OWNED: Final = re.compile(r"[’']s\s")
"""Whose something is, inside what was taken for one firm's name: «the Founder’s Workshop»."""


def unknown(span: Span, text: str, kind: str) -> Mention:
    """An unlisted name; its own words overrule the guess where they tell (Inc., Dr.)."""
    words = span.of(text)
    if words.endswith((" Alliance", " Consortium")):
        kind = "alliance"
    elif is_organisation(words):
        kind = "company"
    elif kind == "company" and _OWNED.search(words):
        kind = "unknown"
    elif TITLE.match(words) or (kind == "unknown" and is_persons(words)):
        kind = "person"
    elif kind == "person" and not is_persons(words):
        kind = "unknown"
    name = TITLE.sub("", words) or words
    return Mention(span, kind, words, slug(name) or None, known=False, name=name)


def without_epithet(name: Mention, text: str, *, first: bool) -> Mention:
    """«Rival Dahon» in front of a sentence, «by Optician Karl Braun»: the noun before a name is no part of it."""
    epithet, _, rest = name.text.partition(" ")
    if first and rest not in ("", "I") and _is_adverb(epithet):
        return unknown(Span(name.span.end - len(rest), name.span.end), text, name.type)
    if not is_epithet(epithet, of_firm=is_organisation(rest)) or not rest or any(c.isdigit() for c in rest):
        return name
    full = " " in rest and is_persons(rest)
    if not full and (not first or all(in_dictionary(w) for w in rest.split())):
        return name
    return unknown(Span(name.span.end - len(rest), name.span.end), text, name.type)


def _is_adverb(word: str) -> bool:
    """«Sadly Orlik Optik Inc. closed»: an adverb in front of a sentence, and nobody's given name."""
    plain = word.endswith("ly") and word.lower() not in GIVEN_NAMES
    return plain and in_dictionary(word, ("adv",)) and not in_dictionary(word, ("noun", "adj", "verb"))


def half_of(name: Mention, guesses: Sequence[Mention]) -> Mention | None:
    """The one word that the recogniser saw of a name of two: «Okazaki» of «Okazaki Seiki»."""
    inside = [g for g in guesses if name.span.holds(g.span) and g.span != name.span]
    halves = len(name.text.split()) == 2 and len(inside) == 1 and " " not in inside[0].text
    return inside[0] if halves else None


FRONT: Final = re.compile(
    r"(?:\w+ly|Yesterday|Today|Tomorrow|Meanwhile|Sometimes|Soon|Once|Instead|Besides|Is|Are|Was|Were|Has|Had|Did|Does|Do|"
    r"Can|Could|Will|Would|May|Might|Shall|Why|Which|Whose|Whether|Dear|Old|Young|Poor|Little|New|Good|Let|Ask|See|Thank|Enter|Compare)\b"
)
"""Words that stand with a capital in front of a sentence, and before a name, and are no part of it."""


def as_half(run: Mention, guesses: Sequence[Mention], *, first: bool) -> Mention | None:
    """A run of two capitals as what the recogniser took its half for; in front of a sentence only a person's."""
    half = half_of(run, guesses) if run.type == "unknown" else None
    if half is None or half.type == "place":
        return None
    if first and (half.type != "unknown" or half.span.start == run.span.start or FRONT.match(run.text)):
        return None
    return replace(run, type="person" if half.type == "unknown" else half.type)


def whole_firm(text: str, span: Span) -> tuple[Mention, ...]:
    """«Nordal Optik.»: a line that is an unlisted firm's name and nothing else tells what the text is about."""
    words = span.of(text).strip().rstrip(".:")
    parts = words.split()
    capital = 1 < len(parts) < 6 and all(w[0].isupper() or w in ("&", "and", "of") for w in parts)
    if not capital or not is_organisation(words) or all(in_dictionary(w) for w in parts):
        return ()
    start = span.start + span.of(text).index(words)
    return (unknown(Span(start, start + len(words)), text, "company"),)


def is_where(name: Mention, text: str) -> bool:
    """«based in Bergen»: behind such a word an unlisted name is a place, whatever the recogniser takes it for."""
    before = text[max(name.span.start - 9, 0) : name.span.start]
    return not name.known and before.endswith((" in ", " near ", " outside "))


_TOWN: Final = re.compile(r"\b(?:edge|outskirts|periphery|town|city|village|suburb|port|district)\sof\s$")


def as_town(name: Mention, text: str) -> Mention:
    """«on the northern edge of Riga», «the village of Ruhla»: a place, whatever the recogniser takes it for."""
    told = _TOWN.search(text, max(name.span.start - 16, 0), name.span.start)
    return replace(name, type="place") if told and not name.known else name


_GOVERNED: Final = re.compile(r"\s(?:\d|an?\s|the\s|its\s|with\s)")


def is_opening_verb(text: str, opening: Mention) -> bool:
    """«Weighs 410 g», «Uses a mirror»: a verb that has its capital from the sentence, whose subject is left out."""
    governs = _GOVERNED.match(text, opening.span.end)
    return governs is not None and opening.text.endswith("s") and in_dictionary(opening.text, ("verb",))
