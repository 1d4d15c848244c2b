"""What is done to a thing, as a process with a name: developing an image sensor, the polishing of a lens."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import noun_lemma, phrase_words, prepositional
from leica_kb.lang.tokens import slug

_PROCESSES: Final = ("process", "procedure", "update", "job")
"""Words that by themselves do not say what is done."""
_OF_EACH: Final = frozenset("each every any one single a an the".split())
"""What says of how many something is done."""
_WORKING: Final = (
    "grind polish coat machine mill cast test clean paint lacquer engrave anneal temper harden cure cool dry anodise "
    "anodize plate stitch hand-stitch sew print scan charge recharge pack weld solder glue cement"
).split()
_DEEDS: Final[Mapping[str, str]] = {
    **dict.fromkeys("develop make create design build".split(), "development"),
    **{verb: f"{verb.removesuffix('e')}ing" for verb in _WORKING},
    **dict.fromkeys(("adjust", "align"), "adjustment"), "calibrate": "calibration", "overhaul": "overhaul",
    "assemble": "assembly", "produce": "production", "inspect": "inspection", "install": "installation",
    "repair": "repair", "restore": "restoration", "service": "servicing", "update": "update", "convert": "conversion",
}  # fmt: skip
"""The nouns of what verbs do."""


def deed_name(node: Node, classes: Collection[str]) -> str | None:
    """«to develop an image sensor», «the polishing of the lens»: the identity of what is done."""
    verb, noun = node.pos == "VERB", _DEEDS.get(node.lemma)
    if verb and noun is None and node.tag == "VBG":
        noun = next((node.low for ending in ("", "e") if node.low.removesuffix("ing") + ending in _DEEDS), None)
    known = node.mention is not None and node.mention.known
    if known or (noun is None if verb else "process" not in classes):
        return None
    done = node.kids("dobj") if verb else prepositional(node, "of")
    own = [noun or ""] if verb else [*(c.low for c in node.kids("compound") if not c.mention), noun_lemma(node)]
    told = [w for n in done[:1] for w in phrase_words(n).split() if w not in _OF_EACH]
    if not verb and node.lemma in _PROCESSES and len(own) == 1:
        return None
    return slug(" ".join([*told, *own]))
