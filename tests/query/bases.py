"""Bases of a few lines for the tests of look-ups: a test gives its claims, the names and cues are these."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from leica_kb.index import IndexContent, SourceContent, build_index, open_index
from leica_kb.model import (
    Claim,
    Entity,
    Finding,
    Metadata,
    Predicate,
    QuestionCue,
    Review,
    Time,
    Verification,
    Vocabulary,
    value_from_json,
)

ENTITIES: Final = (
    Entity("acme", "Acme", "company", aliases=("Acme Optics",)),
    Entity("bolt", "Bolt", "company"),
    Entity("crux", "Crux", "company"),
    Entity("acme-z-line", "Z-Line", "product_line", maker="acme", within=("acme-cameras",)),
    Entity("acme-cameras", "Acme cameras", "product_class", maker="acme", aliases=("Acmes",)),
    Entity("acme-z10", "Acme Z10", "product", maker="acme", within=("acme-z-line",), aliases=("Z10",)),
    Entity("acme-z11", "Acme Z11", "product", maker="acme", within=("acme-z-line",), aliases=("Z11",)),
    Entity("acme-twins", "Bolt-made Acmes", "product_class", within=("acme-cameras",), twins=("bolt-cameras",)),
    Entity("bolt-cameras", "Bolt cameras", "product_class", maker="bolt", twins=("acme-twins",)),
    Entity("ann-lee", "Dr. Ann Lee", "person", aliases=("Lee", "Ann Lee")),
    Entity("the-post", "The Post", "publication"),
    Entity("europe", "Europe", "place", demonyms=("European",)),
    Entity("france", "France", "place", within=("europe",), demonyms=("French",)),
    Entity("lyon", "Lyon", "place", within=("france",)),
    Entity("japan", "Japan", "place", within=("asia",), demonyms=("Japanese",)),
    Entity("poland", "Poland", "place", within=("europe",), demonyms=("Polish",)),
    Entity("united-states", "United States", "place", aliases=("US",)),
    Entity("shutter", "shutter", "component"),
    Entity("z-club", "Z Club", "alliance"),
)
PREDICATES: Final = (
    Predicate("shutter_supplier", "parts", ("product", "product_line"), ("company",), single="per product"),
    Predicate("made_in", "factories", ("product", "product_line", "product_class"), ("place",), universal=True),
    Predicate("made_by", "factories", ("product_class",), ("company",), universal=True),
    Predicate("made_how", "factories", ("product_class",), ("text",), values={"by-hand": ("hand-made", "by hand")}),
    Predicate("market_rank", "markets", ("company",), ("place",), qualifiers=("rank",)),
    Predicate("waiting_list", "markets", ("product",), ("duration",)),
    Predicate("price", "markets", ("product",), ("money",)),
    Predicate("has_factory_in", "factories", ("company",), ("place",), qualifiers=("opened",)),
    Predicate("holds_role", "people", ("person",), ("company",), qualifiers=("role",)),
    Predicate("member_of", "groups", ("company",), ("alliance",)),
    Predicate("founded_in", "companies", ("company",), ("date",), single="per company"),
    Predicate("based_in", "companies", ("company",), ("place",), state=True, single="per time"),
    Predicate("owned_by", "companies", ("company",), ("company",), "{subject} is owned by {object}", single="per time"),
    Predicate("bought_by", "companies", ("company",), ("company",), "{subject} was bought by {object}"),
    Predicate("one_with", "groups", ("company",), ("company",), symmetric=True),
    Predicate("differs_from", "products", ("product_class",), ("text",)),
    Predicate("has_feature", "products", ("product", "product_class"), ("text",)),
    Predicate("assessment", "opinions", ("any",), ("text",)),
    Predicate("unknown_to_source", "open questions", ("any",), ("text",)),
)
CUES: Final = (
    QuestionCue("shutter_supplier", (("shutter",),), ("make", "supply", "behind", "come", "use", "company")),
    QuestionCue("made_in", (("make", "build", "come"),), ("country", "factory")),
    QuestionCue("made_by", (("make", "build"),)),
    QuestionCue("made_how", (("how", "~by hand", "make"),)),
    QuestionCue("market_rank", (("market", "rank"),), ("big", "large", "rank", "come", "country")),
    QuestionCue("waiting_list", (("waiting list", "wait"),), ("time",)),
    QuestionCue("price", (("price", "cost", "sell"),)),
    QuestionCue("has_factory_in", (("factory", "plant"),), ("open", "build", "abandon"), counts=True),
    QuestionCue("holds_role", (("who", "what", "position", "work"),)),
    QuestionCue("member_of", (("in the", "member", "company"),), ("company",), counts=True),
    QuestionCue("owned_by", (("own",),)),
    QuestionCue("bought_by", (("buy",),)),
    QuestionCue("one_with", (("same", "separate"),), ("company",), contrary=("separate",)),
    QuestionCue("founded_in", (("found", "old"),)),
    QuestionCue("based_in", (("base", "from", "company", "come"),)),
    QuestionCue("differs_from", (("differ", "difference"),), ("between", "from")),
    QuestionCue("has_feature", (("have", "feature", "with"),)),
    QuestionCue("assessment", (("think", "say", "good"),)),
    QuestionCue("unknown_to_source", (("when", "known", "whether", "will"),)),
    QuestionCue(kind="place", words=("place", "market")),
    QuestionCue(kind="country", words=("country",)),
    QuestionCue(kind="city", words=("town", "city")),
    QuestionCue(kind="company", words=("company", "maker")),
    QuestionCue(kind="person", words=("person",)),
    QuestionCue(kind="money", words=("price",)),
    QuestionCue(kind="date", words=("year",)),
    QuestionCue(kind="text", words=("position", "role")),
    QuestionCue(kind="product", words=("camera",)),
    QuestionCue(same=("release", "come out", "make it to market")),
    QuestionCue(same=("chairman", "head")),
    QuestionCue(same=("own", "in house")),
)
VOCABULARY: Final = Vocabulary({p.id: p for p in PREDICATES}, {e.id: e for e in ENTITIES})


def say(text: str, subject: str, predicate: str, value: Any, **more: Any) -> Claim:
    """A claim whose id and quote are the text; ``value`` is an entity's id or an object as JSON."""
    source = more.pop("source", "a")
    time = Time(more.pop("stated", None), more.pop("valid", None))
    review = Review(more.pop("review", "unreviewed"))
    by = tuple(more.pop("by", ()))
    start = more.pop("start", 0)
    data = {"entity": value} if isinstance(value, str) else value
    return Claim(
        id=text,
        source=source,
        subject=subject,
        predicate=predicate,
        object=value_from_json(data),
        quote=text,
        start=start,
        end=start + len(text),
        qualifiers=more.pop("qualifiers", {}),
        attribution=by,
        time=time,
        review=review,
        **more,
    )


def base(
    *claims: Claim,
    findings: Iterable[Finding] = (),
    verifications: Iterable[Verification] = (),
    witnesses: Mapping[str, str] | None = None,
) -> sqlite3.Connection:
    """An open index over the claims; source ``a`` is The Post's."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    published = {"a": Metadata(title="A day at Acme", publisher="The Post", author="Joe Doe")}
    sources = tuple(
        SourceContent(name, name, f"seeds/{name}.txt", "00", published.get(name, Metadata()), claims=tuple(claims))
        for name, claims in by_source.items()
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        rest = (tuple(findings), tuple(verifications))
        build_index(path, IndexContent(sources, VOCABULARY, CUES, *rest, witnesses=witnesses or {}))
        return open_index(path)
