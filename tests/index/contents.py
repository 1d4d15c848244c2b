"""Small contents for the tests of the index: two sources, three claims, a few names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leica_kb.index import IndexContent, SourceContent
from leica_kb.model import (
    Claim,
    Entity,
    EntityValue,
    Finding,
    Metadata,
    NumberValue,
    Predicate,
    QuestionCue,
    TextValue,
    Time,
    Verification,
    Vocabulary,
)

VOCABULARY: Final = Vocabulary(
    predicates={
        "made_in": Predicate("made_in", "factories", ("product",), ("place",), universal=True),
        "waiting_list": Predicate("waiting_list", "markets", ("product",), ("duration",)),
        "made_how": Predicate("made_how", "factories", ("product",), ("text",), values={"by-hand": ("hand-made",)}),
    },
    entities={
        "acme": Entity("acme", "Acme", "company"),
        "acme-cameras": Entity("acme-cameras", "Acme cameras", "product_class", maker="acme", within=("gone",)),
        "acme-z1": Entity(
            "acme-z1", "Acme Z1", "product", aliases=("Z1",), within=("acme-cameras",), twins=("bolt-b1",)
        ),
        "bolt": Entity("bolt", "Bolt", "company"),
        "bolt-b1": Entity("bolt-b1", "Bolt B1", "product", maker="bolt", within=("bolt-cameras",), twins=("acme-z1",)),
        "bolt-cameras": Entity("bolt-cameras", "Bolt cameras", "product_class", maker="bolt"),
        "japan": Entity("japan", "Japan", "place", demonyms=("Japanese",)),
    },
)
CUES: Final = (
    QuestionCue(predicate="made_in", needs=(("make", "~hand"),)),
    QuestionCue(kind="place", words=("countries",)),
)


def claim(name: str, source: str = "a", start: int = 0) -> Claim:
    quote = f"The Z1 of claim {name} is made in Japan"
    return Claim(name, source, "acme-z1", "made_in", EntityValue("japan"), quote, start, start + len(quote))


def content() -> IndexContent:
    wait = replace(claim("c-2", start=50), predicate="waiting_list", object=NumberValue(1, "year"))
    how = replace(
        claim("c-3", "b"), predicate="made_how", object=TextValue("by-hand"), qualifiers={"component": "body"}
    )
    return IndexContent(
        sources=(
            SourceContent(
                "a",
                "key-a",
                "seeds/a.txt",
                "00",
                Metadata(title="Zed", publisher="The Post"),
                "all rumour",
                (claim("c-1"), wait),
            ),
            SourceContent(
                "b", "key-b", claims=(replace(how, time=Time("2013", "2012"), attribution=("commenter:1",)),)
            ),
        ),
        vocabulary=VOCABULARY,
        cues=CUES,
        findings=(Finding("f-1", "value", "tension", ("c-1",), ("c-3",), "rule", "why", reasons=("time",)),),
        verifications=(Verification("c-1", "exact", 0, 5),),
    )
