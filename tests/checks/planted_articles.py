"""The planted pairs as short articles in a base of their own: written to disk, read by the rules, scored by article."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from leica_kb.kb.answers.lists import FindingList
from leica_kb.model import Finding
from tests.checks.planted_sentences import FILLERS, OPENINGS, SENTENCES, SPOKEN

DRAWS: Final = 3
FEATURES: Final = ("weather sealing", "a headphone jack", "a second card slot")
Template = tuple[str, str, Sequence[str]]
"""Name, kind, and what each article says: ``statement field=value …``; ``in=x`` puts statements into one article."""

LOUD: Final[Sequence[Template]] = (
    ("suppliers", "value", ("supplier a=A f=F0", "supplier a=A f=F1")),
    ("suppliers-undated", "value", ("supplier a=A f=F0 on=-", "supplier a=A f=F1 on=-")),
    ("suppliers-years", "value", ("supplier a=A f=F0 on=2016", "supplier a=A f=F1 on=2021")),
    ("seats", "value", ("seat f=F0 p=C0", "seat f=F0 p=C1")),
    ("seats-town", "value", ("seat f=F0 p=C0", "seat f=F0 p=T1")),
    ("seats-quoted", "value", ("seat f=F0 p=C0", "seat f=F0 p=C1 by=P0")),
    ("lines", "value", ("line a=A l=L0", "line a=A l=L1")),
    ("owner", "polarity", ("owns f=F0 g=F1", "owns-not f=F0 g=F1")),
    ("feature", "polarity", ("has a=A x=X", "has-not a=A x=X")),
    ("place-denied", "polarity", ("made-in a=A p=T2", "not-made-in a=A p=C2")),
    ("wait", "number", ("waiting a=A n=three_months", "waiting a=A n=nine_months")),
    ("wait-units", "number", ("waiting a=A n=two_weeks", "waiting a=A n=ninety_days")),
    ("wait-bound", "number", ("waiting a=A n=at_least_three_years", "waiting a=A n=eleven_months")),
    ("founding", "date", ("founded f=F0 y=the_1920s", "founded f=F0 y=1911")),
    ("founding-years", "date", ("founded f=F0 y=1902 on=2003", "founded f=F0 y=May_1911 on=2024")),
    ("opening", "date", ("opened f=F0 p=C1 y=March_2013", "opened f=F0 p=C1 y=2009")),
    ("closing", "date", ("closed f=F0 p=T1 y=1998", "closed f=F0 p=T1 y=2003")),
    ("rank-of-place", "rank", ("market f=F0 p=C0 r=largest", "market f=F0 p=C0 r=third_largest")),
    ("place-of-rank", "rank", ("market f=F0 p=C0 r=second_largest", "market f=F0 p=C1 r=second_largest")),
    ("method", "exclusive", ("by-hand a=A", "by-machine a=A")),
    ("method-class", "exclusive", ("class-by-hand k=K", "class-by-machine k=S")),
    ("country", "universal-exception", ("all-made-in k=K p=C0", "all-made-in k=S p=T1")),
    ("country-all", "universal-exception", ("every-made-in k=K p=T0", "all-made-in k=S p=C2")),
    ("country-some", "universal-exception", ("all-made-in k=K p=T0", "some-made-in k=K p=C2")),
    ("maker", "universal-exception", ("made-by k=K f=F0", "not-made-by k=S f=F0")),
    ("maker-other", "universal-exception", ("made-by k=K f=F0", "made-by k=S f=F2")),
    ("twins", "derived-difference", ("differs k=S w=W", "class-supplier k=S f=F0", "not-class-supplier k=W f=F0")),
    ("twins-method", "derived-difference", ("differs k=S w=W", "class-by-hand k=S", "class-by-machine k=W")),
    ("self", "self-contradiction", ("seat f=F0 p=C0 in=x", "seat f=F0 p=C1 in=x")),
    ("self-founded", "self-contradiction", ("founded f=F0 y=1919 in=x", "founded f=F0 y=1936 in=x")),
    ("self-person", "self-contradiction", ("owns f=F0 g=F1 by=P0", "owns-not f=F0 g=F1 by=P0")),
)
NOTES: Final[Sequence[Template]] = (
    ("moved", "succession", ("seat f=F0 p=T0 on=2004", "seat f=F0 p=T1 on=2022-03")),
    ("ranks-change", "succession", ("market f=F0 p=C0 r=largest on=2012", "market f=F0 p=C1 r=largest on=2024-05")),
    ("wait-shrinks", "succession", ("waiting a=A n=twelve_months on=2013", "waiting a=A n=two_months on=2016")),
    ("plant-moves", "succession", ("all-made-in k=K p=T0 on=1995", "all-made-in k=K p=C2 on=2020")),
    ("prices-rise", "succession", ("price a=A n=500_euros on=2008", "price a=A n=845_euros on=2023")),
    ("changed-mind", "succession", ("owns f=F0 g=F1 by=P0 on=2001", "owns-not f=F0 g=F1 by=P0 on=2015")),
    ("forecast", "prediction", ("market f=F0 p=C0 r=third_largest", "market-soon f=F0 p=C1 r=third_largest")),
    (
        "forecast-fails",
        "prediction",
        ("market-soon f=F0 p=C0 r=largest on=2015", "market f=F0 p=C1 r=largest on=2018"),
    ),
    ("rumour", "modality", ("supplier a=A f=F0", "rumoured a=A f=F1")),
    ("plan", "modality", ("seat f=F0 p=C0", "planned-seat f=F0 p=C1")),
    ("view", "opinion", ("best a=A", "best-not a=A")),
    ("most-some", "scope", ("most-made-in k=K p=T0", "some-made-in k=K p=C1")),
    ("town-in-country", "place-inside-place", ("seat f=F0 p=T1", "seat f=F0 p=C1")),
    ("unit", "identity", ("supplier a=A f=F0", "supplier a=A f=F1", "unit f=F0 g=F1")),
    ("retold", "retelling", ("has a=A x=X retells=radio-talk", "has a=A x=X retells=radio-talk")),
)
NOTHING: Final[Sequence[Template]] = (
    ("two-models", "", ("supplier a=A f=F0", "supplier a=B f=F1")),
    ("two-attributes", "", ("supplier a=A f=F0", "made-in a=A p=C1")),
    ("list", "", ("both-supply a=A f=F0 g=F1", "supplier a=A f=F1")),
    ("exception", "", ("own-exception k=K s=S f=F0", "made-by k=K f=F0")),
    ("same", "", ("supplier a=A f=F0", "supplier a=A f=F0")),
    ("year-and-months", "", ("waiting a=A n=one_year", "waiting a=A n=twelve_months")),
    ("currencies", "", ("price a=A n=800_euros", "price a=A n=1020_dollars")),
    ("decade", "", ("founded f=F0 y=the_1920s", "founded f=F0 y=1923")),
    ("month-in-year", "", ("opened f=F0 p=C1 y=March_2013", "opened f=F0 p=C1 y=2013")),
    ("two-ranks", "", ("market f=F0 p=C0 r=largest", "market f=F0 p=C1 r=second_largest")),
    ("two-owned", "", ("owns f=F0 g=F1", "owns f=F0 g=F2")),
    ("two-plants", "", ("opened f=F0 p=C0 y=1995", "opened f=F0 p=C1 y=2015")),
    ("shares", "", ("some-made-in k=K p=C0", "some-made-in k=K p=C1")),
    ("country-not-town", "", ("made-in a=A p=C2", "not-made-in a=A p=T2")),
)
EXPECTED: Final = tuple(
    (template, expected)
    for expected, group in (("loud", LOUD), ("note", NOTES), ("nothing", NOTHING))
    for template in group
)


@dataclass(frozen=True)
class Trade:
    """Names of one world: syllables of companies and models, towns with their countries, people, its wordings."""

    name: str
    firsts: str
    lasts: str
    suffixes: Sequence[str]
    letters: str
    places: Sequence[tuple[str, str]]
    people: Sequence[str]
    held_out: bool = False


TRADES: Final = (
    Trade(
        "north",
        "Vel Gaz Mon Kes Nor Pia Tan Bri Hul Dra",
        "ora elo tara trin vik zzo aka dor men gon",
        ("", " Optics", " Imaging"),
        "T",
        (("Jena", "Germany"), ("Aizu", "Japan"), ("Gothenburg", "Sweden"), ("Midland", "Canada")),
        ("Ada Lind", "Marco Bruni"),
    ),
    Trade(
        "south",
        "Hel Chro Mer Tok Sax Lun Ost Bel Cam Ruv",
        "var nexa dian sei onia aris werk amy brio ello",
        (" Camera", " AG", ""),
        "V",
        (("Dresden", "Germany"), ("Sendai", "Japan"), ("Ayutthaya", "Thailand"), ("Rochester", "the United States")),
        ("Ines Moser", "Kenji Ota"),
    ),
    Trade(
        "west",
        "Old Zla Hop Kir Saint Red Fjor Cas Wil Qua",
        "haven tek mark hill ford bell dale mira more drant",
        (" Works", "", " Inc."),
        "H",
        (("Oberkochen", "Germany"), ("Kumamoto", "Japan"), ("Midland", "Canada"), ("Gothenburg", "Sweden")),
        ("Petra Novak", "Olav Dahl"),
        held_out=True,
    ),
)


@dataclass(frozen=True)
class Article:
    """A short article with what its sidecar says."""

    name: str
    text: str
    sidecar: str


@dataclass(frozen=True)
class Case:
    """A planted pair as articles; the first two are the pair (one article twice, where one voice says both)."""

    name: str
    expected: str
    kind: str
    articles: tuple[Article, ...]
    entities: Mapping[str, str] = field(default_factory=dict)

    @property
    def pair(self) -> tuple[str, str]:
        """The two articles, or one twice where it contradicts itself."""
        return self.pairs[0]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The planted pair, and the pairs that prove it where a pack rule needs a third article."""
        first, *others = (article.name for article in self.articles)
        return tuple(_ordered(first, other) for other in others or (first,))


def written(trade: Trade, draws: int = DRAWS) -> list[Case]:
    """Every template drawn several times in one world, each draw about names and in wordings of its own."""
    entries = ((draw, template, expected) for draw in range(draws) for template, expected in EXPECTED)
    return [_case(trade, n, draw, template, expected) for n, (draw, template, expected) in enumerate(entries)]


def write_base(root: Path, cases: Sequence[Case]) -> None:
    """The cases as a base: articles with sidecars, and the classes that a keeper would declare."""
    (root / "seeds").mkdir(parents=True)
    (root / "claims").mkdir()
    (root / "claims" / "kb.yaml").write_text("format: 1\npacks: [leica]\n")
    declared = (f"  {name}: {line}\n" for case in cases for name, line in case.entities.items())
    (root / "claims" / "entities.yaml").write_text("format: 1\nentities:\n" + "".join(declared))
    for article in (article for case in cases for article in case.articles):
        (root / "seeds" / f"{article.name}.txt").write_text(article.text)
        (root / "seeds" / f"{article.name}.yaml").write_text(article.sidecar)


def _case(trade: Trade, n: int, draw: int, template: Template, expected: str) -> Case:
    name, kind, lines = template
    chance = random.Random(f"{trade.name} {n}")  # noqa: S311  the same articles in every run
    names = _names(trade, n, draw)
    said: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
    for number, line in enumerate(lines):
        statement, *options = line.split()
        given = {key: value.replace("_", " ") for key, _, value in (option.partition("=") for option in options)}
        sentence = _sentence(trade, statement, draw + number, given, names)
        said.setdefault(given.get("in", str(number)), []).append((sentence, given))
    articles = (_article(f"{trade.name}-{n:03}-{key}", sayings, chance) for key, sayings in said.items())
    return Case(f"{trade.name} {name} {draw}", expected, kind, tuple(articles), _declared(n, draw, names))


def _sentence(trade: Trade, statement: str, turn: int, given: Mapping[str, str], names: Mapping[str, str]) -> str:
    wordings = SENTENCES[statement][trade.held_out]
    sentence = wordings[turn % len(wordings)].format(**{key: names.get(value, value) for key, value in given.items()})
    sentence = sentence[:1].upper() + sentence[1:]
    if "by" not in given:
        return sentence
    spoken = SPOKEN[trade.held_out]
    bare = sentence.removesuffix(".")
    inner = bare[:1].lower() + bare[1:] if bare.startswith("The ") else bare
    return spoken[turn % len(spoken)].format(who=names[given["by"]], sentence=inner, Sentence=bare)


def _names(trade: Trade, n: int, draw: int) -> Mapping[str, str]:
    firsts, lasts = trade.firsts.split(), trade.lasts.split()
    firms = [
        firsts[(3 * n + k) % len(firsts)] + lasts[(n // len(firsts) + k) % len(lasts)] + _letter(n, k) for k in range(3)
    ]
    suffixes = [trade.suffixes[(n + k) % len(trade.suffixes)] for k in range(3)]
    places = [trade.places[(n + k) % len(trade.places)] for k in range(3)]
    return {
        **{f"F{k}": f"{firm}{suffix}" for k, (firm, suffix) in enumerate(zip(firms, suffixes, strict=True))},
        **{f"T{k}": town for k, (town, _) in enumerate(places)},
        **{f"C{k}": country for k, (_, country) in enumerate(places)},
        **{f"P{k}": f"{person.split()[0]} {firms[k]}son" for k, person in enumerate(trade.people)},
        "A": f"{trade.letters}X-{100 + n}",
        "B": f"{trade.letters}Y-{100 + n}",
        "L0": f"{trade.letters}{n} series",
        "L1": f"{trade.letters}K{n} series",
        "K": f"{firms[0]} cameras",
        "S": f"{firms[0]} Pocket cameras",
        "W": f"{firms[2]} Compact cameras",
        "X": FEATURES[draw % len(FEATURES)],
    }


def _letter(n: int, k: int) -> str:
    """An ending that keeps invented names apart."""
    return "aeiou"[n % 5] + "nrlmst"[(n // 5 + k) % 6]


def _declared(n: int, draw: int, names: Mapping[str, str]) -> Mapping[str, str]:
    """Classes with their twins, as a keeper declares them; companies in a third of the cases, as packs know some."""
    classes = {
        f"class-{n}": f"{{name: {names['K']}, type: product_class}}",
        f"sub-{n}": f"{{name: {names['S']}, type: product_class, within: [class-{n}], twins: [twin-{n}]}}",
        f"twin-{n}": f"{{name: {names['W']}, type: product_class}}",
    }
    firms = {f"firm-{n}-{k}": f"{{name: {names[f'F{k}']}, type: company}}" for k in range(3)}
    return classes | (firms if draw == 0 else {})


def _article(name: str, sayings: Sequence[tuple[str, Mapping[str, str]]], chance: random.Random) -> Article:
    number = chance.randrange(2, 900)
    lead, middle, last = chance.sample(FILLERS, 3)
    told = f" {middle} ".join(sentence for sentence, _ in sayings)
    text = f"{chance.choice(OPENINGS).format(n=number)}\n\n{lead} {told} {last}\n".replace("..", ".")
    given = sayings[0][1]
    stated = given.get("on", "2019-06")
    sidecar = f"publisher: The {name.replace('-', ' ').title()} Gazette\n"
    sidecar += f'published: "{stated}"\n' if stated != "-" else ""
    sidecar += f"retells: [{given['retells']}]\n" if "retells" in given else ""
    return Article(name, text, sidecar)


def loud_pairs(found: FindingList) -> Mapping[tuple[str, str], str]:
    """The kind of loud finding by pair of articles that it sets against each other."""
    return {pair: f.kind for f in found.findings if f.severity != "note" for pair in _articles(f, found)}


def note_pairs(found: FindingList) -> frozenset[tuple[tuple[str, str], str]]:
    """Pairs of articles with the kind of note about them."""
    return frozenset((pair, f.kind) for f in found.findings if f.severity == "note" for pair in _articles(f, found))


def _articles(finding: Finding, found: FindingList) -> Iterator[tuple[str, str]]:
    for left in finding.left:
        for right in finding.right:
            yield _ordered(found.claims[left].source, found.claims[right].source)


def _ordered(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)
