"""From a node to what it stands for: an entity, an unknown name, a value, a pronoun, a class of things, a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from leica_kb.extract.names.unlisted import is_alliance
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import (
    called_so,
    doer_of,
    glosses_firm,
    is_called_the,
    is_definite,
    is_one,
    is_one_of_its,
    is_personal,
    is_single,
    is_somewhere,
    line_name,
    maker_of,
    makers_in_row,
    marked_by,
    meant_by,
    measured,
    model_before,
    named_before,
    one_of_make,
    own_name,
    plural,
    restrictions,
    shared_maker,
    whole_of,
)
from leica_kb.extract.phrases.degrees import is_graded
from leica_kb.extract.phrases.goods import goods_name
from leica_kb.extract.phrases.holders import called_as, examples_of
from leica_kb.extract.phrases.nominal import (
    associated,
    core_span,
    full_span,
    is_pronoun,
    maker_noun,
    noun_lemma,
    prepositional,
)
from leica_kb.extract.phrases.people import are_people
from leica_kb.extract.statements.deeds import deed_name
from leica_kb.extract.statements.holding import holders_through, named_beside_noun
from leica_kb.extract.statements.mounts import mounts_by_name, mounts_of
from leica_kb.lang.tokens import slug
from leica_kb.model import EntityValue, Span, Value, Vocabulary
from leica_kb.packs import Pack

How = Literal["name", "pronoun", "definite", "topic", "title", "context", "class", "value", "text"]
VALUE_TYPES: Final = frozenset({"text", "duration", "money", "date", "number", "quantity", "rank"})
_GUESSES: Final[Mapping[str, frozenset[str]]] = {
    "company": frozenset({"company", "publication", "product", "place", "unknown", "alliance"}),
    "person": frozenset({"person", "unknown", "company"}),
    "place": frozenset({"place", "unknown"}),
    "alliance": frozenset({"alliance"}),
    "product": frozenset({"product"}),
}
"""Which guessed types of unknown names a slot accepts."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot of a statement, and the words that say so."""

    span: Span
    how: How
    type: str
    entity: str | None = None
    value: Value | None = None
    node: Node | None = None
    name: str = ""
    wanted: frozenset[str] = frozenset()
    """For pronouns and definite phrases: the types that may resolve them."""

    def as_value(self) -> Value | None:
        """The filler as a claim's object."""
        return self.value if self.value is not None else EntityValue(self.entity) if self.entity else None


@dataclass(frozen=True)
class Filling:
    """Reads nodes under a pack's vocabulary and noun classes."""

    pack: Pack

    @property
    def vocabulary(self) -> Vocabulary:
        """The pack's vocabulary."""
        return self.pack.vocabulary

    def noun_classes(self, node: Node) -> frozenset[str]:
        """The pack's classes that the node's common noun belongs to."""
        lemma = noun_lemma(node)
        words = {lemma, maker_noun(lemma) or lemma, *((node.low,) if node.tag in ("VBN", "VBD", "VBG") else ())}
        words |= {f"{c.lemma} {lemma}" for c in node.kids("compound", "amod", "nmod")}
        words |= {"works"} if node.low == "works" and node.kids("det", "poss", "compound", "nmod") else set()
        if node.pos == "ADJ" and lemma.endswith("est"):
            words |= {lemma[:-3], lemma[:-2], lemma.removesuffix("iest") + "y"}
        found = frozenset(k for word in words for k in self._classes.get(word, ()))
        found |= {"person"} if are_people(node) else frozenset()
        return found - {"facility"} if "facility" in found and glosses_firm(node) else found

    @cached_property
    def _classes(self) -> Mapping[str, Sequence[str]]:
        """The classes of each noun that the pack classes."""
        found: dict[str, list[str]] = {}
        for kind, nouns in self.pack.nouns.items():
            for noun in nouns:
                found.setdefault(noun, []).append(kind)
        return found

    @cached_property
    def _mounts(self) -> Mapping[str, str]:
        return mounts_by_name(self.vocabulary)

    def matches(self, node: Node, kinds: Iterable[str], *, surely: bool = False) -> bool:
        """Whether the node is of one of these noun classes or types; ``surely``: told by more than its article."""
        wanted = frozenset(kinds)
        if inner := called_so(node) or measured(node):
            return any(self.matches(n, wanted, surely=surely) for n in inner)
        if node.mention and (node.mention.type in wanted or (node.mention.type == "demonym" and "place" in wanted)):
            return True
        allied = "alliance" in wanted and node.mention is not None and self._accepts(node.mention, {"alliance"})
        if allied or _is_told_so(node, wanted):
            return True
        if "product" in wanted and not surely and self._is_thing(node):
            return True
        if self.noun_classes(node) & wanted or (is_pronoun(node) and "pronoun" in wanted):
            return True
        lined = named_before(node) if node.lemma in _LINES else ()
        return any(self.matches(name, wanted, surely=surely) for name in (*named_beside_noun(node), *lined))

    def fill(self, node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
        """What the node stands for, where it is of a wanted type; of «many of these cameras» the cameras."""
        if inner := measured(node):
            for part in (n for m in inner for n in meant_by(m, node)):
                yield from self.fill(part, wanted)
            return
        if called := called_so(node):
            node = called[0]
        if "goods" in wanted and (kind := goods_name(node, self.noun_classes(node))):
            yield Filler(core_span(node), "class", "product_class", kind, node=node)
            return
        if "mount" in wanted and (mounts := mounts_of(node, self._mounts)):
            yield from (Filler(span, "name", "mount", entity, node=node) for span, entity in mounts)
            return
        if values := wanted & VALUE_TYPES - {"text"}:
            yield from self._values(node, values)
        yield from self._entity(node, wanted - VALUE_TYPES)

    def _values(self, node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
        for candidate in (node, *node.children, *(c for p in node.kids("prep") for c in p.kids("pobj"))):
            mention = candidate.mention
            if mention and mention.type in wanted and mention.value is not None:
                yield Filler(mention.span, "value", mention.type, value=mention.value, node=candidate)
                return

    def _entity(self, node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
        if not wanted:
            return
        mention = node.mention
        if mention and self._accepts(mention, wanted) and not self._is_no_such(node, mention, wanted):
            yield self._named(node, mention)
            return
        if mention and "product" in wanted and self._is_thing(node):
            yield replace(self._named(node, mention), type="product")
            return
        if mention and "product" in wanted and (words := one_of_make(node)):
            yield Filler(core_span(node), "class", "product", slug(words), node=node, name=words)
            return
        if mention and mention.is_name and mention.type == "company" and "product_class" in wanted and is_one(node):
            yield from self._products_of(node, mention.entity)
            return
        if node.low == "there" or is_pronoun(node):
            yield from _pointing(node, wanted)
        elif "event" in wanted and (deed := deed_name(node, self.noun_classes(node))):
            yield Filler(full_span(node), "class", "event", deed, node=node)
        elif node.low == "other" and any(c.low == "the" for c in node.kids("det")):
            yield Filler(node.span, "pronoun", "pronoun", node=node, wanted=wanted)
        elif node.pos in ("NOUN", "PROPN", "ADJ"):
            line = line_name(node) if wanted == {"product_line"} else ""
            yield from _line(node, line) if line else self._described(node, wanted)

    def _is_no_such(self, node: Node, mention: Mention, wanted: frozenset[str]) -> bool:
        """«Zenit cameras», «a Kickstarter»: a name before goods is no place, one behind «a» or «its first» no firm."""
        if mention.type == "company" and "company" in wanted and is_one_of_its(node):
            return True
        if mention.known:
            return False
        if wanted == {"place"}:
            goods = node.head is not None and self.noun_classes(node.head) & {"camera", "lens", "product"}
            return bool(goods) and node.dep in ("compound", "nmod", "amod")
        article = any(c.low in ("a", "an") for c in node.kids("det"))
        return wanted == {"company"} and mention.type != "company" and article

    def _is_thing(self, node: Node) -> bool:
        """Whether an unlisted name is called as things are, with «the», and is no common noun of the pack."""
        called = node.mention is not None and is_called_the(node, node.mention)
        return called and (" " in node.text or not self.noun_classes(node))

    def _accepts(self, mention: Mention, wanted: Set[str]) -> bool:
        if mention.type in wanted or (mention.type == "demonym" and "place" in wanted):
            return True
        if "alliance" in wanted and not mention.known and mention.type in ("company", "unknown"):
            return is_alliance(mention.text)
        if "person" in wanted and not mention.known and mention.type in ("place", "product"):
            return len(mention.text.split()) == 2 and not any(c.isdigit() for c in mention.text)
        return not mention.known and any(mention.type in _GUESSES.get(w, ()) for w in wanted)

    def _name(self, mention: Mention) -> str:
        known = mention.entity in self.vocabulary.entities
        return self.vocabulary.name_of(mention.entity or "") if known else mention.name or mention.text

    def _named(self, node: Node, mention: Mention) -> Filler:
        kind = "place" if mention.type == "demonym" else mention.type
        return Filler(mention.span, "name", kind, mention.entity, node=node, name=mention.name)

    def _products_of(self, node: Node, maker: str | None) -> Iterator[Filler]:
        """«a Leica», «your Leica»: a thing of that make."""
        for noun in ("cameras", "products"):
            identity = f"{maker}-{noun}"
            if identity in self.vocabulary.entities:
                yield Filler(core_span(node), "class", "product_class", identity, node=node)
                return

    def _described(self, node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
        """A common noun: what it is said to be, where it is, whose class it is, or a definite description."""
        classes = self.noun_classes(node)
        if "place" in wanted and ("facility" in classes or "place" in classes or is_somewhere(node)):
            yield from self._place_of(node)
            return
        if "person" not in wanted and is_personal(node, classes):
            return
        goods = "product" in wanted and classes & {"camera", "lens"}
        line = node.lemma in _LINES and wanted & {"product", "product_line"}
        beside = "company" in classes and any(n.mention for n in (*named_beside_noun(node), *called_as(node)))
        named = named_before(node) if not beside and (goods or line or classes & wanted) else ()
        if own := [found for c in named if (found := self._held(c, wanted))]:
            yield from own if node.tag == "NNS" else own[-1:]
            return
        if held := [found for h in holders_through(node) if (found := self._held(h, wanted))]:
            yield from held if node.tag in ("NNS", "NNPS") else held[:1]
            if examples_of(node) and maker_of(node) and "product_class" in wanted:
                yield from self._class(node, wanted)
            return
        if "company" in wanted and "company" in classes and (unit := self._unit(node)):
            yield unit
            return
        if "component" in wanted and (component := self._component(node)):
            yield component
        elif wanted & {"product_class", "product"} and classes & {"camera", "lens", "product"}:
            yield from self._class(node, wanted)
        elif classes & wanted and "unit" not in classes and is_definite(node):
            yield Filler(
                core_span(node), "definite", next(iter(sorted(classes & wanted))), node=node, wanted=wanted & classes
            )

    def _held(self, holder: Node, wanted: frozenset[str]) -> Filler | None:
        if holder.mention and self._accepts(holder.mention, wanted):
            return self._named(holder, holder.mention)
        if holder.mention and "product" in wanted and self._is_thing(holder):
            return replace(self._named(holder, holder.mention), type="product")
        if holder.low == "other" and any(c.low == "the" for c in holder.kids("det")):
            return Filler(holder.span, "pronoun", "pronoun", node=holder, wanted=wanted)
        if (
            is_pronoun(holder)
            and not _cannot_be(holder.low, wanted)
            and holder.low not in ("this", "that", "these", "those")
        ):
            return Filler(holder.span, "pronoun", "pronoun", node=holder, wanted=wanted)
        return None

    def _place_of(self, node: Node) -> Iterator[Filler]:
        told = [*holders_through(node), *prepositional(node, "of")] if "place" in self.noun_classes(node) else []
        places = [n for n in (*told, *associated(node)) if n.mention and n.mention.type in ("place", "demonym")]
        several = [n for n in places if n in told] if node.tag == "NNS" else []
        places.sort(key=lambda n: n.dep == "poss" and not (n.mention and n.mention.known))  # «Orlik's works in Cork»
        for inner in several or places[:1]:
            if inner.mention is not None:
                yield self._named(inner, inner.mention)

    def _unit(self, node: Node) -> Filler | None:
        """«AMS’ Dutch development company»: a nameless unit of a named company."""
        owner = next((p for p in node.kids("poss") if p.mention and p.mention.type == "company"), None)
        if owner is None or owner.mention is None:
            return None
        words = [c.text for c in node.children if c.dep in ("amod", "compound", "nmod") and c.i < node.i]
        identity = slug(" ".join([owner.mention.text, *words, node.text]))
        return Filler(core_span(node), "class", "company", identity, node=node, name=core_span(node).of("") or identity)

    def _component(self, node: Node) -> Filler | None:
        lemma = noun_lemma(node)
        for compound in (*(f"{c.lemma} {lemma}" for c in node.kids("compound")), lemma):
            for identity in (slug(compound) + "s", slug(compound), slug(f"image {compound}") + "s"):
                known = self.vocabulary.entities.get(identity)
                if known and known.type == "component":
                    return Filler(core_span(node), "class", "component", identity, node=node)
        return None

    def _class(self, node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
        """«their own cameras», «these cameras»: a class of somebody's products, or one named before."""
        lemma = noun_lemma(node)
        maker = maker_of(node)
        unknown = (
            lemma in ("model", "body") and maker is not None and maker.mention is not None and not maker.mention.known
        )
        lemma = "camera" if lemma in ("version", "model", "body", "device") and not unknown else lemma
        kind = " ".join([*restrictions(node), plural(lemma)])
        if "product" in wanted and (name := model_before(node)) is not None and name.mention is not None:
            yield Filler(core_span(node), "name", "product", name.mention.entity, node=node, name=name.mention.name)
        elif is_single(node):
            return
        elif (whole := whole_of(node)) is not None and whole.mention is not None:
            identity = slug(f"{self._name(whole.mention)} {kind if node.tag == 'NNS' else lemma}")
            yield Filler(core_span(node), "class", "product_class", identity, node=node)
        elif makers := self._makers(node, maker):
            for called in makers:
                identity = slug(f"{called} {kind}")
                yield Filler(core_span(node), "class", "product_class", identity, node=node)
        elif (owner := next(iter(node.kids("poss")), None) or doer_of(node)) is not None:
            yield Filler(core_span(node), "pronoun", lemma, node=owner, wanted=frozenset({"company"}), name=kind)
        elif words := own_name(node):
            identity = slug(f"{words} {node.low if node.tag == 'NNS' else plural(lemma)}")
            yield Filler(core_span(node), "class", "product_class", identity, node=node)
        elif words := marked_by(node):
            yield Filler(full_span(node), "class", "product_class", slug(words), node=node)
        elif is_definite(node) or any(c.low in ("each", "every") for c in node.kids("det")):
            things = wanted & {"product", "product_line", *(["product_class"] if node.tag == "NNS" else [])}
            yield Filler(core_span(node), "definite", "product", node=node, wanted=things)

    def _makers(self, node: Node, maker: Node | None) -> list[str]:
        """The names of those whose things the noun means."""
        if maker is not None and maker.mention is not None:
            return [self._name(each) for each in makers_in_row(maker)]
        shared = shared_maker(node)
        return [] if shared is None else [self.vocabulary.name_of(shared)]


def _line(node: Node, words: str) -> Iterator[Filler]:
    """«its OM-D line»: a line that is called by a name that nobody listed."""
    yield Filler(core_span(node), "name", "product_line", slug(f"{words} {node.low}"), node=node)


_LINES: Final = frozenset("range series line family lineup unit set kit copy sample specimen".split())
"""Of «the Nova range», «Nova kits» the name is what is spoken of."""


def _is_told_so(node: Node, wanted: frozenset[str]) -> bool:
    """Whether a word is of a wanted kind that its form tells, and no class."""
    compared = "comparison" in wanted and node.tag in ("JJR", "JJS")
    compared = compared or ("gerund" in wanted and node.tag == "VBG")
    return compared or ("proper" in wanted and node.pos == "PROPN") or ("graded" in wanted and is_graded(node))


def _pointing(node: Node, wanted: frozenset[str]) -> Iterator[Filler]:
    """A pronoun, where it can be of a wanted type; «there» is a place, and nothing else is."""
    if node.low == "there":
        if "place" in wanted and node.dep == "advmod":
            yield Filler(node.span, "pronoun", "pronoun", node=node, wanted=frozenset({"place"}))
    elif not _cannot_be(node.low, wanted) and wanted != {"place"}:
        yield Filler(node.span, "pronoun", "pronoun", node=node, wanted=wanted)


def _cannot_be(word: str, wanted: frozenset[str]) -> bool:
    """He is no company, it is no person."""
    if word in ("he", "she", "him", "her", "his", "i", "my", "me", "who", "whom"):
        return "person" not in wanted
    return wanted == {"person"} and word in ("it", "its", "we", "our", "us", "which")
