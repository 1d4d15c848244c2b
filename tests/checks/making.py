"""Short ways to write a claim and a context in a test's body."""

from __future__ import annotations

from typing import Any

from leica_kb.checks import Context, SourceFacts
from leica_kb.model import Claim, Entity, EntityValue, Predicate, Rule, Time, Value, Vocabulary

QUALIFIERS = ("scope", "component", "condition", "rank", "opened", "closed", "completes", "model")
PREDICATES = (
    Predicate(
        "supplier", "sensors", ("product",), ("company",), "{object} supplies {subject}", True, single="per product"
    ),
    Predicate(
        "founded_in", "firms", ("company",), ("date",), "{subject} was founded in {object}", single="per company"
    ),
    Predicate("based_in", "firms", ("company",), ("place",), "{subject} is based in {object}", True, single="per time"),
    Predicate("made_in", "factories", ("product",), ("place",), "{subject} is made in {object}", True, universal=True),
    Predicate(
        "made_by", "factories", ("product",), ("company",), "{subject} is made by {object}", True, True, inverse="makes"
    ),
    Predicate("makes", "products", ("company",), ("product",), "{subject} makes {object}", inverse="made_by"),
    Predicate("has_factory_in", "factories", ("company",), ("place",), "{subject} has a factory in {object}"),
    Predicate(
        "market_rank", "markets", ("company",), ("place",), "{object} is no. {rank}", True, single="one at a time"
    ),
    Predicate("waiting_list", "markets", ("product",), ("duration",), state=True, single="per time"),
    Predicate("price", "markets", ("product",), ("money",)),
    Predicate("partner_of", "firms", ("company",), ("company",), symmetric=True),
    Predicate("owns", "firms", ("company",), ("company",), "{subject} owns {object}", True),
    Predicate("unit_of", "firms", ("company",), ("company",), "{subject} is a unit of {object}", True, single="one"),
    Predicate("same_company_as", "firms", ("company",), ("company",), symmetric=True),
    Predicate("equivalent_to", "products", ("product",), ("product",), symmetric=True),
    Predicate("has_feature", "products", ("product",), ("text",), "{subject} has {object}"),
    Predicate(
        "method",
        "factories",
        ("product",),
        ("text",),
        values={"hand-crafted": ("handmade", "by hand"), "mass-produced": ("mass produced",)},
        exclusive=(("hand-crafted", "mass-produced"),),
    ),
    Predicate("differs_from", "products", ("product",), ("text",), values={"cosmetic": ("cosmetic only",)}),
    Predicate("sensor_maker", "sensors", ("product",), ("company",), single="per product"),
)
ENTITIES = (
    Entity("europe", "Europe", "place"),
    Entity("germany", "Germany", "place", within=("europe",), declared_by="places.yaml:2", demonyms=("German",)),
    Entity("solms", "Solms", "place", within=("germany",), declared_by="places.yaml:3"),
    Entity("japan", "Japan", "place"),
    Entity("sony", "Sony", "company"),
    Entity("kodak", "Kodak", "company"),
    Entity("leica", "Leica", "company", aliases=("Leica Camera AG",)),
    Entity("panasonic", "Panasonic", "company"),
    Entity("ann", "Ann Lee", "person"),
    Entity("lenses", "lenses", "product_class", maker="leica"),
    Entity("small-lenses", "small lenses", "product_class", within=("lenses",), declared_by="things.yaml:9"),
    Entity("q-lens", "Q lens", "product", within=("small-lenses",), maker="leica"),
    Entity("m-system", "M-System", "product_line"),
    Entity("m9-series", "M9 series", "product_line", within=("m-system",)),
    Entity("m9", "M9", "product", within=("m9-series",)),
    Entity("m8", "M8", "product", within=("m-system",)),
    Entity(
        "twins-a", "A cameras", "product_class", within=("all-a",), twins=("twins-b",), declared_by="things.yaml:20"
    ),
    Entity("all-a", "all cameras of A", "product_class"),
    Entity("twins-b", "B cameras", "product_class", within=("all-b",), twins=("twins-a",)),
    Entity("all-b", "B brand cameras", "product_class"),
    Entity("b-lenses", "B lenses", "product_class", within=("all-b",), declared_by="things.yaml:24"),
)
RULE = Rule("looks-only", "differs_from", ("cosmetic",), "equivalent_to", ("supplier", "method"), "rules.yaml:1")
VOCABULARY = Vocabulary({p.id: p for p in PREDICATES}, {e.id: e for e in ENTITIES}, (RULE,))


def context(**sources: SourceFacts) -> Context:
    """The small vocabulary above and what the test knows of its sources."""
    return Context(VOCABULARY, sources)


def say(id: str, subject: str, predicate: str, value: Value | str, **more: Any) -> Claim:  # noqa: A002  a claim's field
    """A claim; its article is named after its id where the test does not name one."""
    qualifiers = {name: more.pop(name) for name in QUALIFIERS if name in more}
    start = more.pop("start", 100)
    quote = more.pop("quote", f"{subject} {predicate} something")
    return Claim(
        id=id,
        source=more.pop("source", f"article-{id}"),
        subject=subject,
        predicate=predicate,
        object=EntityValue(value) if isinstance(value, str) else value,
        quote=quote,
        start=start,
        end=start + len(quote),
        qualifiers=qualifiers,
        polarity="denied" if more.pop("denied", False) else "affirmed",
        time=Time(more.pop("stated", "2019"), more.pop("valid", None)),
        **more,
    )
