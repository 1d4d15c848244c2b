"""Names that nobody listed: models and lenses by shape, classes of a maker's products, things made by or in X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation, is_title
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import OFFICES
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import FUNCTION_WORDS
from leica_kb.model import Span
from leica_kb.packs import Pack, joined

NOT_NAMES: Final = frozenset(
    "USD EUR GBP JPY AUD CAD NZD SGD HKD TWD CHF MP3 MP4 MP3s MPEG WAV FLAC GIF PNG PDF USB2 USB3 H264 HEVC AVCHD "
    "CEO CFO CTO COO CMOS CCD BSI LCD LED USB USA US UK EU EVF OVF AG SE SA AB NV BV TV PR AF MF APS-C APSC ISO RAW "
    "DNG JPEG CCDs RX HD UHD DSLR SLR ND AI IT HQ PC OEM ODM R&D IR UV GPS NFC HDMI NEW THE AND BUT FOR "
    "World WWI WWII WW1 WW2 RGB CMYK TTL OLED TFT VGA LIDAR NMOS EXIF TIFF DOF MTF AE DX FX EXPEED DIGIC BIONZ "
    "MIDI SCSI SATA PCIe PCI ISA UART GPIO RS232 RS-232".split()
)
_MODEL_WORD: Final = (
    r"(?:[A-Zα][\w./]*\d[\w./]*(?:-\w+)*|\d+[A-Z]\w*|[A-Zα]{1,4}(?:-[A-Z0-9]\w*)+|[A-Z]{2,4}-(?!style|based|made|like|type|mount|era|branded)[a-z]{3,}|[A-Z]{1,4}|[A-Z]{2,3}[a-z]+|[A-Z][a-z]+-[A-Z]\w*|"
    r"\d{1,4}(?![\d,.%]|\s?(?:mm|MP|years?|percent|million|billion|cameras|lenses)))(?!\w|-[a-z])"
)
_NAME_WORD: Final = r"(?:[A-Z][a-zé]+(?:[A-Z][a-z]+)?(?:-[A-Z]\w+)?)"
_TAIL: Final = (
    r"(?:(?:\s|-)(?:Monochrom|Mark|Mk|I{1,3}|IV|VI{0,3}|IX|X|Pro|Plus|Ultra|Max|Mini|Edition|Titan|Reporter|Safari|\d{1,3}(?!\s?mm))"
    r"(?![\w.,]?\d)\b)*"
)
_MEASURES: Final = (
    r"(?:\s\d{1,3}(?:\.\d)?(?:[-–]\d{1,3})?\s?mm(?:\s[fF]/?\d{1,2}(?:\.\d+)?(?:[-–]\d{1,2}(?:\.\d+)?)?)?(?![\w.]\d))?"
)
"""Focal length and aperture, by which one lens is told from another."""
_AFTER_BRAND: Final = re.compile(rf"(?:\s(?:{_NAME_WORD}\s)?{_MODEL_WORD})(?:\s{_MODEL_WORD})*{_TAIL}{_MEASURES}")
_OWNED_MODEL: Final = re.compile(
    r"['’]s?\s(?:(?:new|own|first|latest|old|older|recent|upcoming|original|current|flagship|popular|classic)\s){1,2}"
    rf"([A-Zα]{{1,4}}-?\d{{1,4}}[A-Za-z]{{0,2}}(?:\s(?:I{{1,3}}|IV|V)\b)?)(?![\w/-]){_TAIL}"
)
"""«Nikon’s new D4»: a model behind its maker and a word or two of praise."""
_NUMBER_WORDS: Final = (
    "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|"
    "Hundred|Duo|Zero|Mini|Pro|Plus|Max|Ultra"
)
"""Last words by which models are told apart where they have no digit."""
_ARTICLED: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our|[Tt]his|[Ee]very)\s("
    rf"[A-ZÄÖÜ][\w’'&-]*[a-z]\w*(?:\s{_NAME_WORD}){{0,2}}(?:\s\d{{1,4}}(?:\.\d)?[A-Z]?"
    rf"(?:\s(?:{_NAME_WORD}|I{{1,3}}|IV|[A-Z]{{1,3}}))?|\s[IVX]{{1,4}}[a-z]?)?)"
    r"(?=[\s.,;:)!?]|['’]s|$)(?!\.\d|\s?(?:mm|MP|megapixel|percent|years?|euros?|dollars?|[a-z]+ed\b\s\d))"
)
_NUMBERED: Final = re.compile(
    r"(?=[A-Z])\b(?!(?:The|A|An|This|That|In|On|At|By|From|Of|And|But|For|With|About|Only|Just|Over|Number|Top|Since|Until|Till|"
    r"After|Before|Between|Around|Through|Within|Under|All|Each|Every|Most|Some|These|Those|Another|Last|First|Next|Then|"
    r"Nearly|Almost|Roughly|Exactly|Our|My|His|Her|Their|Its|When|While|If|As|To|Or|Some)\s)"
    rf"({_NAME_WORD}\s(?:(?:{_NUMBER_WORDS})|\d\.\d[A-Z]|\d{{1,3}}[A-Z]{{0,2}}|[A-Z]{{1,3}}\d{{1,3}}[A-Z]{{0,2}})(?:\sX(?=\s(?:I|M)))?(?:\s(?:II|III|IV|Pro|Mark\s[IV]+))?)(?![\w,]*\d|\w|\.\d)"
    r"(?!\s?(?:mm|MP|megapixel|percent|per cent|%|years?|people|employees|million|billion|euros?|dollars?|cameras|"
    r"lenses|models|days|weeks|months|hours|minutes|seconds|times|of|k?g|grams|oz|ounces|lbs?|pounds|[ck]?m|inch(?:es)?|"
    r"fps|frames|shots|exposures|pictures|points|mAh|[MGT]B|Hz)\b)"
)
_RUN_WORD: Final = (
    r"(?:[A-ZÄÖÜα][\w’/*-]*(?:\.[\w]+)*|\d{1,3}(?:[-–]\d{1,3})?mm\b|(?!\d[\d.]*(?:MP|[GTM]B|[KWV])\b)\d[\d.]*[A-Z]\w*|f/?\d\d?(?:\.\d+)?(?:-\d\d?(?:\.\d+)?)?\b|"
    r"\d{1,3}(?= [A-ZÄÖÜ])|\d{3}/\d(?!\w)|[“\"][A-Z][^”\"]{2,24}[”\"](?= [A-Z]))"
)
_WHOLE: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our|[Tt]his|[Ee]very)\s(?:(?:18|19|20)\d\d\s)?({_RUN_WORD}(?:\s{_RUN_WORD})+)(?!\w)"
)
"""Behind an article and perhaps a year, all capitals, codes and measures in a row: «the Canon EF 50mm f/1.8 STM»."""
_IN_QUOTES: Final = re.compile(r"[“\"][^“”\"]+[”\"]")
_DESCRIBING: Final = frozenset(
    "camera cameras lens lenses kit body series system mount slr dslr digital mirrorless compact rangefinder film "
    "review sensor firmware users owners shutter viewfinder autofocus wi-fi bluetooth usb hdmi".split()
)
"""Words that stand with a capital behind a model, too, and are no part of its name."""
_NUMBER: Final = re.compile(rf"{_NUMBER_WORDS}|[IVX]+[a-z]?")
_DIGIT: Final = re.compile(r"\d")
_TELLS_APART: Final = re.compile(rf"\d|\b(?!I[fnst]\b)(?:{_NUMBER.pattern})\b")
"""What has to stand in a sentence without listed names for one of its words to be a model's."""
_GENERATION: Final = re.compile(
    r"(?:\sX(?=\s(?:M|II|IV|V\b)))?(?:\s(?:Mark|Mk\.?|MARK|MK)\s?(?:[IVX]{1,4}|\d)|\s(?:II|III|IV|VI{1,3}|IX))?"
    r"(?:\s(?:Pro|Plus|Max|Ultra|Monochrome?|Quattro|Titan))*(?!\w)"
)
"""What tells one generation or version of a model from another: «Mark III», «II», «Pro»."""
_VERSION: Final = re.compile(r"\s([A-Z][a-zé]{3,})(?=[\s,.;:)]|$)")
"""A capitalised word behind a model."""
_UNLISTED_BRAND: Final = re.compile(
    r"(?:^|^[Tt]he\s|^[Aa]n?\s|(?<=[a-z,])\s)(?!(?:Typ|Mark|Digital|New|Old|Type|Model)\b)([A-Z][a-zäöüé]+)\s$"
)
_ROMAN: Final = re.compile(r"[IVX]+")
_PARTICIPLE: Final = re.compile(r"[ -](made|built|produced|manufactured|designed|derived|branded|assembled|based)[ -]")
_OWNER: Final = re.compile(r"['’]s?\s")
_BARE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüéè]{3,}(?=[\s.,;:)](?![A-ZÄÖÜ\d]))")
_GENITIVE: Final = re.compile(r"['’]?s?\b")

_HEADS: Final = (
    r"\s(?:makers?|manufacturers?|producers?|brands?|compan(?:y|ies)|firms?|divisions?|business|technolog(?:y|ies)|"
    r"industry|markets?|names?|designers?|engineers?|designs?|departments?)\b"
)
"""Nouns before which the name of a class is no more than what they are of: «the Ikon camera maker»."""
_LINES: Final = re.compile(r"[ -](?:series|lines?|ranges?|famil(?:y|ies)|lineup|line-up)\b")
"""Nouns for several models, in front of which «camera» makes no model of the name: «the X20 camera series»."""


@dataclass(frozen=True)
class NameShapes:
    """The shapes of a pack's unlisted names, compiled."""

    pack: Pack

    def find(self, text: str, listed: Sequence[Mention], offset: int) -> Iterator[Mention]:
        """Models after a maker's name, names by the pack's patterns, classes and «X-made» things."""
        brands = [m for m in listed if m.type in ("company", "product_line", "product") and m.known]
        models = [*self._models(text, brands, offset), *self._patterned(text, listed, offset)]
        models.extend(self._called(text, [*listed, *models], offset))
        models.extend(self._whole(text, [*listed, *models], offset))
        models = [self._versioned(m, text, listed, offset) for m in models]
        yield from models
        taken = [*listed, *models]
        classes = list(self._classes(text, taken, offset))
        yield from classes
        yield from self._composites(text, [*taken, *classes], offset)

    def _models(self, text: str, brands: Sequence[Mention], offset: int) -> Iterator[Mention]:
        for brand in brands:
            if brand.type != "company":
                continue
            match = _AFTER_BRAND.match(text, brand.span.end - offset)
            if match is None and (owned := _OWNED_MODEL.match(text, brand.span.end - offset)):
                span = Span(owned.start(1) + offset, owned.end(1) + offset)
                name = f"{brand.name or self.pack.vocabulary.name_of(brand.entity or '')} {owned[1]}"
                yield self._named(span, text, offset, "product", brand.entity, name)
                continue
            words = match.group().split() if match else []
            while words and (words[-1] in NOT_NAMES or (words[-1].isdigit() and len(words) == 1)):
                words.pop()
            if not match or not words or words[0] in NOT_NAMES or _ROMAN.fullmatch(words[0]):
                continue
            if not any(any(c.isdigit() for c in w) or w.isupper() or "-" in w for w in words):
                continue
            end = text.index(words[-1], match.end() - len(match.group()) + _offset_of_last(match.group(), words)) + len(
                words[-1]
            )
            end -= text[:end].endswith(".")
            yield self._named(Span(brand.span.start, end + offset), text, offset, "product", brand.entity)

    def _versioned(self, model: Mention, text: str, listed: Sequence[Mention], offset: int) -> Mention:
        """«Canon A35 Datelux»: capitals behind a model that no dictionary has belong to its name."""
        end = model.span.end - offset
        while (word := _VERSION.match(text, end)) and not _is_plain(word[1]):
            end = word.end()
        span = Span(model.span.start, end + offset)
        if (
            model.type != "product"
            or span == model.span
            or any(m.span.end > model.span.end and m.span.meets(span) for m in listed)
        ):
            return model
        behind = text[model.span.end - offset : end]
        return self._named(span, text, offset, "product", model.maker, (model.name or model.text) + behind)

    def _named(self, span: Span, text: str, offset: int, kind: str, maker: str | None, name: str = "") -> Mention:
        words = name or text[span.start - offset : span.end - offset]
        declared = self._declared(words)
        return Mention(
            span,
            self.pack.vocabulary.entities[declared].type if declared else kind,
            text[span.start - offset : span.end - offset],
            declared or slug(words),
            known=True,
            name=words,
            maker=maker,
        )

    def _declared(self, name: str) -> str | None:
        identity = slug(name)
        return identity if identity in self.pack.vocabulary.entities else None

    @cached_property
    def _any_pattern(self) -> re.Pattern[str]:
        """Matches where a pattern without words of its own does: most sentences have none, told by one search."""
        return joined(p.regex for p in self.pack.patterns if not p.words)

    @cached_property
    def _pattern_words(self) -> tuple[str, ...]:
        """The letters of which some stand in whatever the other patterns match."""
        return tuple(dict.fromkeys(word for pattern in self.pack.patterns for word in pattern.words))

    def _patterned(self, text: str, listed: Sequence[Mention], offset: int) -> Iterator[Mention]:
        free = self._any_pattern.search(text) is not None
        if not free and not any(w in text for w in self._pattern_words):
            return
        patterns = [p for p in self.pack.patterns if (any(w in text for w in p.words) if p.words else free)]
        demonyms = {m.text for m in listed if m.type == "demonym"}
        for pattern in patterns:
            for match in re.finditer(pattern.regex, text):
                words = match.group().strip()
                opens = match.start() == 0 and _opens_plainly(words)
                if not words or words.split()[0] in demonyms or words in NOT_NAMES or opens:
                    continue
                later = _GENERATION.match(text, match.start() + len(words)) if pattern.type == "product" else None
                words += later.group() if later else ""
                bare = not words.lower().startswith(pattern.prefix.lower())
                brand = _brand_before(text, match.start(), listed, offset) if bare or not pattern.maker else None
                if brand is not None and brand.entity != pattern.maker:
                    owned = text[brand.span.end - offset : match.start()] != " "
                    start = match.start() + offset if owned else brand.span.start
                    span = Span(start, match.start() + len(words) + offset)
                    name = f"{brand.name or brand.text} {words}"
                    yield self._named(span, text, offset, pattern.type, (brand.known and brand.entity) or None, name)
                    continue
                called = words.replace(" camera ", " ") if pattern.type == "product_line" else words
                name = f"{pattern.prefix} {called}" if bare and pattern.prefix else called
                start, end = match.start() + offset, match.start() + offset + len(words)
                if brand is not None and text[brand.span.end - offset : match.start()] == " ":
                    start = brand.span.start
                first = next((m for m in listed if m.type == "company" and m.span.start == start), None)
                owner = _OWNER.match(text, first.span.end - offset) if first else None
                if first and owner:  # «Nordal’s 24-70mm»
                    start, rest = owner.end() + offset, text[owner.end() : end - offset]
                    name = f"{first.name or self.pack.vocabulary.name_of(first.entity or '')} {rest}"
                maker = pattern.maker or (first.entity if first else None)
                yield self._named(Span(start, end), text, offset, pattern.type, maker, name)

    def _called(self, text: str, taken: Sequence[Mention], offset: int) -> Iterator[Mention]:
        """«the Ricoh Horizon», «a Nova 2»: behind an article, a maker's name with another, or a name with a number."""
        if not self.pack.categories or not (taken or _TELLS_APART.search(text)):
            return
        found: list[Mention] = []
        numbered_names = () if is_title(text) else _NUMBERED.finditer(text)
        for match in (*_ARTICLED.finditer(text), *numbered_names):
            span = Span(match.start(1) + offset, match.end(1) + offset)
            words = match[1].split()
            inside = [m for m in taken if m.span.meets(span)]
            brand = next((m for m in inside if m.type == "company" and m.span.start == span.start), None)
            numbered = any(any(c.isdigit() for c in w) for w in words) or _NUMBER.fullmatch(words[-1]) is not None
            named = len(words) > 1 and (numbered or brand is not None)
            whole = brand is not None and len(brand.span) >= len(span)
            known = len(inside) > (brand is not None) or any(m.span.meets(span) for m in found)
            if not named or whole or known or is_no_model(words):
                continue
            maker = brand.entity if brand is not None else None
            found.append(self._named(span, text, offset, "product", maker))
        yield from found

    def _whole(self, text: str, taken: Sequence[Mention], offset: int) -> Iterator[Mention]:
        """«the Canon EF 50mm f/1.8 STM»: a row of capitals and codes behind an article is one name."""
        tells_model = any(m.type == "product" for m in taken) or _DIGIT.search(text)
        if not self.pack.categories or not tells_model or is_title(text):
            return
        for match in _WHOLE.finditer(text):
            words = match[1].removesuffix("’s").split()
            while words and (words[-1].lower() in _DESCRIBING or words[-1] in NOT_NAMES):
                words.pop()
            name = " ".join(words)
            span = Span(match.start(1) + offset, match.start(1) + len(name) + offset)
            in_quotes = _IN_QUOTES.finditer(text, match.start(), match.end())
            quoted = [Span(m.start() + offset, m.end() + offset) for m in in_quotes]
            inside = [m for m in taken if m.span.meets(span) and not any(q.holds(m.span) for q in quoted)]
            brand = next((m for m in inside if m.type == "company" and m.span.start == span.start), None)
            coded = any(m.type == "product" for m in inside) or any(c.isdigit() for w in words[1:] for c in w)
            named = len(words) > (2 if brand is None else 1) and coded and not is_no_model(words)
            if named and all(_may_hold(span, m) for m in inside):
                yield self._named(span, text, offset, "product", brand.entity if brand is not None else None)

    @cached_property
    def _category(self) -> re.Pattern[str]:
        """A category noun behind a name; nothing where the pack has none."""
        nouns = "|".join(sorted(self.pack.categories, key=len, reverse=True)) or r"(?!)"
        return re.compile(
            rf"(?:['’]s)?[ -](?:(?:digital|film|mirrorless|compact|rangefinder)[ -])?({nouns})\b(?!{_HEADS})"
        )

    def _classes(self, text: str, named: Sequence[Mention], offset: int) -> Iterator[Mention]:
        """«Leica lenses», «Canon cameras»: a maker or line and a category noun."""
        for mention in named:
            match = self._category.match(text, mention.span.end - offset)
            if not match or mention.type not in ("company", "product_line", "product"):
                continue
            noun = match[1]
            span = Span(mention.span.start, match.end() + offset)
            if mention.type == "product" and self.pack.categories[noun] == "camera":
                if not _LINES.match(text, match.end()):
                    yield replace(mention, span=span, text=text[span.start - offset : span.end - offset])
            else:
                base = mention.name or self.pack.vocabulary.name_of(mention.entity or "")
                name = f"{base} {_plural(noun)}"
                maker = mention.entity if mention.type == "company" else mention.maker
                made = self._named(span, text, offset, "product_class", maker, name)
                yield replace(made, parts=(mention,))

    def _composites(self, text: str, named: Sequence[Mention], offset: int) -> Iterator[Mention]:
        """«Japanese made Leica’s», «Panasonic-built cameras»: a maker or place, a participle and what is made."""
        by_start = {m.span.start: m for m in sorted(named, key=lambda m: len(m.span))}
        for first in named:
            match = _PARTICIPLE.match(text, first.span.end - offset)
            second = by_start.get(match.end() + offset) if match else None
            if match and second is None and (first.type == "demonym" or match.group().startswith("-")):
                second = self._bare(text, match.end(), offset)
            if not match or first.type not in ("company", "place", "demonym") or second is None or match[1] == "based":
                continue
            if second.type not in ("product_class", "product_line", "product", "company"):
                continue
            tail = _GENITIVE.match(text, second.span.end - offset)
            end = (tail.end() + offset) if tail and second.type == "company" else second.span.end
            span = Span(first.span.start, end)
            name = text[span.start - offset : end - offset].replace("’s", "s").replace("'s", "s").replace("-", " ")
            declared = self._composed(first, match[1], second)
            made = self._named(span, text, offset, "product_class", second.maker or second.entity, name)
            if second.type == "product":
                made = replace(made, entity=second.entity, type="product", name=second.name)
            yield replace(made, entity=declared or made.entity, parts=(first, second))

    def _bare(self, text: str, start: int, offset: int) -> Mention | None:
        """«the Swiss-made Vesta»: an unlisted name behind a participle, where the pack speaks of things."""
        word = _BARE.match(text, start) if self.pack.categories else None
        if word is None or in_dictionary(word.group(), ("adj",)):
            return None
        return self._named(Span(start + offset, word.end() + offset), text, offset, "product", None)

    def _composed(self, first: Mention, participle: str, second: Mention) -> str | None:
        """A declared class that says the same: «Panasonic made Leicas» and «Panasonic-built Leica cameras»."""
        thing = (
            self.pack.vocabulary.name_of(second.entity or "")
            if second.type != "company"
            else (second.text + " cameras")
        )
        for verb in (participle, "made", "built"):
            for noun in (thing, second.text):
                if identity := self._declared(f"{first.text} {verb} {noun}"):
                    return identity
        return None


COUNTED: Final = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Spring Summer Autumn Winter Christmas Easter Page Chapter Figure Table Part Step "
    "Room Street Highway Route Day Week Year Section Volume Issue Version Phase Channel War Pope King Queen "
    "Frame Frames Roll Shot Photo Image Picture Emperor Act Title Bowl Terminal Gate Class Type Grade Level".split()
)
"""Capitals that stand before numbers and name no product."""
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d|\d{5,}")


def _may_hold(whole: Span, part: Mention) -> bool:
    """Whether a name inside a longer one may be its brand, or the model that the longer one is a version of."""
    first = part.type in ("company", "product_class") and part.span.start == whole.start
    return (first or part.type in ("product", "product_line")) and whole.holds(part.span)


def _opens_plainly(words: str) -> bool:
    """«The family …», «Whole series …»: a common word that has its capital from the sentence."""
    first, *others = re.split(r"[ -]", words)
    return first.lower() in FUNCTION_WORDS or (in_dictionary(first, ("adj",)) and all(w.islower() for w in others))


def is_no_model(words: Sequence[str]) -> bool:
    """Whether a run of capitals is a firm, an office or a common abbreviation rather than a model."""
    counted = {0, len(words) - 1, *(i for i, w in enumerate(words[1:]) if not w.isalpha() or _NUMBER.fullmatch(w))}
    told = (w in NOT_NAMES or w.lower() in OFFICES or (w in COUNTED and i in counted) for i, w in enumerate(words))
    return any(told) or is_organisation(" ".join(words)) or _YEAR.fullmatch(words[-1]) is not None


def _is_plain(word: str) -> bool:
    return word.lower() in FUNCTION_WORDS or in_dictionary(word)


def _brand_before(text: str, start: int, listed: Sequence[Mention], offset: int) -> Mention | None:
    """The company right before a model's bare name («Fujifilm’s X-series»), or an unlisted one behind an article."""
    at = start + offset
    for mention in listed:
        if mention.type == "company" and text[mention.span.end - offset : start] in (" ", "'s ", "’s "):
            return mention
    match = _UNLISTED_BRAND.search(text[:start])
    opening = match is not None and match.start(1) == 0 and _is_plain(match[1])
    opening = opening or (match is not None and len(match[1]) < 3 and match[1].lower() in _SHORT)
    if match is None or opening or any(m.span.meets(Span(match.start(1) + offset, at)) for m in listed):
        return None
    return Mention(
        Span(match.start(1) + offset, at - 1), "unknown", match[1], slug(match[1]), known=False, name=match[1]
    )


_SHORT: Final = FUNCTION_WORDS | frozenset("mr dr st no ex re hi ok mk vs".split())
"""Words of two letters that are no maker's name in front of a model's."""


def _offset_of_last(group: str, words: Sequence[str]) -> int:
    return group.rindex(words[-1]) if words[-1] in group else 0


def _plural(noun: str) -> str:
    if noun.endswith("s") and not noun.endswith("ss") and noun != "lens":
        return noun
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "" if noun in ("gear", "equipment", "glass") else "s")
