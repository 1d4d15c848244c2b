"""Three small worlds (bicycles, watches, breweries) in which the planted pairs live; no camera anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from leica_kb.checks import Context, SourceFacts
from leica_kb.model import Entity, Predicate, Rule, Vocabulary

PREDICATES = (
    Predicate("part_supplier", "parts", ("any",), ("company",), state=True, single="per product"),
    Predicate("formed_in", "firms", ("company",), ("date",), single="per company"),
    Predicate("seated_in", "firms", ("company",), ("place",), state=True, single="per time; inside agrees"),
    Predicate("built_in", "plants", ("any",), ("place",), state=True, universal=True),
    Predicate("built_by", "plants", ("any",), ("company",), state=True, universal=True, inverse="builds"),
    Predicate("builds", "plants", ("company",), ("any",), inverse="built_by"),
    Predicate("plant_in", "plants", ("company",), ("place",), qualifiers=("opened", "closed")),
    Predicate("sales_rank", "sales", ("company",), ("place",), state=True, single="one rank per place, at one time"),
    Predicate("backlog", "sales", ("any",), ("duration",), state=True, single="per time"),
    Predicate("price", "sales", ("any",), ("money",)),
    Predicate(
        "method",
        "plants",
        ("any",),
        ("text",),
        values={"by-hand": ("handmade", "made by hand"), "by-machine": ("machine-made", "automated")},
        exclusive=(("by-hand", "by-machine"),),
    ),
    Predicate("in_range", "range", ("any",), ("product_line",), single="per product"),
    Predicate("feature", "range", ("any",), ("text",)),
    Predicate("dealer", "sales", ("company",), ("company",), state=True),
    Predicate("subsidiary_of", "firms", ("company",), ("company",), state=True, single="per time"),
    Predicate("equivalent_to", "range", ("any",), ("any",), symmetric=True),
    Predicate("differs", "range", ("any",), ("text",), values={"in-name": ("only in name", "badge only")}),
    Predicate("verdict", "views", ("any",), ("text",)),
)
RULE = Rule("badge-only", "differs", ("in-name",), "equivalent_to", ("part_supplier", "method"), "planted.yaml:1")


@dataclass(frozen=True)
class World:
    """Names of one trade; every list is long enough for a dozen draws."""

    trade: str
    firms: tuple[str, ...]
    towns: tuple[tuple[str, str], ...]
    """Town and its country."""
    thing: str
    people: tuple[str, str]
    voices: tuple[tuple[str, ...], tuple[str, ...]]
    """Who is quoted in a first and in a second article, where a pair does not say."""


WORLDS = (
    World(
        "bicycles",
        ("velora", "gazelo", "montara", "kestrel-cycles", "norvik", "piazza-bici", "tanaka-wheels", "brightspoke"),
        (
            ("bologna", "italy"),
            ("osaka", "japan"),
            ("utrecht", "netherlands"),
            ("lyon", "france"),
            ("porto", "portugal"),
        ),
        "bicycle",
        ("ada-lind", "marco-bruni"),
        ((), ()),
    ),
    World(
        "watches",
        ("helvar", "chronexa", "meridian-co", "tokei-works", "saxonia-time", "lunaris", "ostwerk", "bellamy"),
        (
            ("biel", "switzerland"),
            ("glashuette", "germany"),
            ("suwa", "japan"),
            ("lyon", "france"),
            ("leeds", "england"),
        ),
        "watch",
        ("ines-moser", "kenji-ota"),
        ((), ("commenter:2",)),
    ),
    World(
        "breweries",
        ("old-harbour", "zlaty-brew", "hopfenhaus", "kirin-hill", "saint-amand", "redkettle", "fjordale", "casa-malta"),
        (("plzen", "czechia"), ("bamberg", "germany"), ("ghent", "belgium"), ("sapporo", "japan"), ("oslo", "norway")),
        "beer",
        ("petra-novak", "olav-dahl"),
        (("petra-novak", "via:brew-radio", "via:brew-blog"), ("a spokesman", "via:daily")),
    ),
)


def context_for(world: World, cases: int, published: dict[str, SourceFacts]) -> Context:
    """The vocabulary of one world with so many numbered lines, models and classes."""
    entities: dict[str, Entity] = {}

    def add(name: str, kind: str, *within: str, twins: tuple[str, ...] = ()) -> None:
        entities[name] = Entity(name, name.replace("-", " "), kind, within=within, twins=twins, declared_by="planted")

    for town, country in world.towns:
        add(country, "place")
        add(town, "place", country)
    for n in range(cases):
        for firm in world.firms:
            add(f"{firm}-{n}", "company")
        add(f"{world.thing}-class-{n}", "product_class")
        add(f"{world.thing}-sub-{n}", "product_class", f"{world.thing}-class-{n}", twins=(f"{world.thing}-twin-{n}",))
        add(f"{world.thing}-twin-{n}", "product_class")
        add(f"{world.thing}-line-{n}", "product_line", f"{world.thing}-class-{n}")
        add(f"{world.thing}-a{n}", "product", f"{world.thing}-line-{n}")
        add(f"{world.thing}-b{n}", "product", f"{world.thing}-line-{n}")
    for person in world.people:
        add(person, "person")
    return Context(Vocabulary({p.id: p for p in PREDICATES}, entities, (RULE,)), published)
