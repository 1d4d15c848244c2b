"""What checks know beside the claims: the vocabulary, plain facts about sources, and which names mean one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from leica_kb.checks.names import NameBook
from leica_kb.model import Claim, EntityValue, Vocabulary

Links = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the checks need of one source, as plain values."""

    published: str | None = None
    """EDTF; stands in where a claim does not say when it was stated."""
    publisher: str | None = None
    retells: tuple[str, ...] = ()
    """Ids of the interview, podcast or wire that it repeats, nearest to the speaker first."""
    title: str | None = None
    shingles: tuple[int, ...] = ()
    """``checks.copies.shingles`` of its text, for finding near-copies."""
    sentences: tuple[int, ...] = ()
    """Where its sentences start, ascending; without it neighbouring quotes decide."""


UNKNOWN_SOURCE = SourceFacts()


@dataclass(frozen=True)
class Context:
    """Everything that a check may ask; handed over as values, never read from disk."""

    vocabulary: Vocabulary
    sources: Mapping[str, SourceFacts] = field(default_factory=dict)
    same: Links = field(default_factory=dict)
    """Entities that claims or rulings call one company, or a company and its unit; both directions."""
    twins: Links = field(default_factory=dict)
    """Products that claims call equivalent; both directions. The pack's own twins are added by ``twins_of``."""
    different: Links = field(default_factory=dict)
    """Entities that people ruled to be others, whatever their names or claims say; both directions."""
    written: Mapping[str, str] = field(default_factory=dict)
    """How the articles spell the entities that nobody declared, by id."""

    def name_of(self, entity: str) -> str:
        """The entity's name as declared, else as the articles spell it, else its id in words."""
        return self.written.get(entity) or self.vocabulary.name_of(entity)

    def says(self, predicate: str) -> str:
        """The predicate's sentence, empty where no pack gives one."""
        known = self.vocabulary.predicates.get(predicate)
        return known.says if known else ""

    def is_plural(self, entity: str) -> bool:
        """Whether the entity is a class of things, as declared or by its name."""
        return self.type_of(entity) == "product_class"

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each entity everything that lies inside it, without itself, in order of id."""
        inside: dict[str, list[str]] = defaultdict(list)
        for entity, wholes in sorted(self.vocabulary.ancestors.items()):
            for whole in wholes:
                inside[whole].append(entity)
        return {whole: tuple(parts) for whole, parts in inside.items()}

    @cached_property
    def families(self) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
        """For each entity with a twin: whom it stands for, and whom its twin does; what both hold is left out."""
        found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        for entity in sorted(self.vocabulary.entities):
            wholes = (entity, *self.vocabulary.ancestors[entity])
            twins = sorted({twin for whole in wholes for twin in self.twins_of(whole)})
            if twins:
                own, other = self._family(entity), frozenset[str]().union(*(self._family(twin) for twin in twins))
                found[entity] = (own - other, other - own)
        return found

    @cached_property
    def stands_in(self) -> Mapping[str, tuple[str, ...]]:
        """For each entity those with a twin for whose pack rules its claims may be evidence."""
        inverse: dict[str, list[str]] = defaultdict(list)
        for entity, sides in self.families.items():
            for member in sorted(sides[0] | sides[1]):
                inverse[member].append(entity)
        return {member: tuple(entities) for member, entities in inverse.items()}

    def _family(self, entity: str) -> frozenset[str]:
        """The entity, what lies inside it, what holds it, and the parts (lenses of cameras) of its direct holders."""
        known = self.vocabulary.entities.get(entity)
        near = [part for whole in (known.within if known else ()) for part in self.parts.get(whole, ())]
        parts = {part for part in near if self._is_component(part)}
        return frozenset({entity, *self.parts.get(entity, ()), *self.vocabulary.ancestors.get(entity, ()), *parts})

    def _is_component(self, part: str) -> bool:
        """Whether a class is another kind of thing than what holds it: «Lumix lenses» in «Lumix cameras»."""
        known = self.vocabulary.entities.get(part)
        if known is None or known.type != "product_class":
            return False
        heads = [self.vocabulary.name_of(whole).casefold().split()[-1] for whole in known.within]
        return known.name.casefold().split()[-1] not in heads

    @cached_property
    def witnesses(self) -> Mapping[str, str]:
        """For each source the independent origin of its story, see ``checks.witness``."""
        from leica_kb.checks.witness import witnesses_of  # witness asks the context, the context keeps its answer

        return witnesses_of(self)

    def source(self, name: str) -> SourceFacts:
        """What is known of a source; nothing, where nobody told."""
        return self.sources.get(name, UNKNOWN_SOURCE)

    def stated(self, claim: Claim) -> str | None:
        """When the claim was said: its own date, else its source's."""
        return claim.time.stated or self.source(claim.source).published

    def type_of(self, entity: str) -> str:
        """The entity's type; of one that nobody declared that of its class by name, or an empty text."""
        known = self.vocabulary.entities.get(entity)
        if known is None and (place := self.placed(entity)):
            return "product_class" if self.type_of(place) == "product_class" else "product"
        return known.type if known else "product_class" if self._names.is_class(entity) else ""

    def is_declared(self, entity: str) -> bool:
        """Whether a pack or the base declares the entity, so that its place is known."""
        return entity in self.vocabulary.entities

    def is_inside(self, part: str, whole: str) -> bool:
        """Whether the part is the whole or lies inside it, by declaration or, where there is none, by name."""
        return part == whole or whole in self.wholes_of(part)

    def wholes_of(self, entity: str) -> frozenset[str]:
        """Everything that holds the entity."""
        declared = self.vocabulary.ancestors.get(entity)
        if declared is None and (place := self.placed(entity)):
            return self.vocabulary.ancestors[place] | {place}
        return declared or frozenset()

    def placed(self, entity: str) -> str | None:
        """The class or line to which the name of an undeclared entity points, see ``checks.names``."""
        if entity not in self._places:
            self._places[entity] = None if entity in self.vocabulary.entities else self._names.place(entity)
        return self._places[entity]

    @cached_property
    def _names(self) -> NameBook:
        return NameBook(self.vocabulary)

    @cached_property
    def _places(self) -> dict[str, str | None]:
        """Answers of ``placed``, kept: it is asked for every claim."""
        return {}

    def twins_of(self, entity: str) -> frozenset[str]:
        """What the pack or a claim calls equivalent to the entity itself."""
        known = self.vocabulary.entities.get(entity)
        declared = frozenset(known.twins) if known else frozenset()
        return declared | self.twins.get(entity, frozenset())

    def with_source(self, name: str, facts: SourceFacts) -> Context:
        """The context with one source more or told anew; what rests on the vocabulary alone is not computed again."""
        told = replace(self, sources={**self.sources, name: facts})
        told.__dict__.update({kept: self.__dict__[kept] for kept in _LASTING if kept in self.__dict__})
        if "witnesses" in self.__dict__:
            from leica_kb.checks.witness import witnesses_with  # as above

            told.__dict__["witnesses"] = witnesses_with(self.witnesses, name, told)
        return told

    def informed_by(self, claims: Iterable[Claim]) -> Context:
        """The context with what the claims themselves say of sameness, units and twins."""
        same: dict[str, set[str]] = defaultdict(set)
        twins: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            link = _link_of(claim)
            if link and isinstance(claim.object, EntityValue):
                _join(same if link == "same" else twins, claim.subject, claim.object.entity)
        return replace(self, same=_merged(self.same, same), twins=_merged(self.twins, twins))


LINKING = {
    "same_company_as": "same",
    "subsidiary_of": "same",
    "acquired_by": "same",
    "equivalent_to": "twins",
}
"""Predicates whose plain statements tell that two names may stand for one thing."""


_LASTING = ("parts", "families", "stands_in", "_names", "_places")
"""Cached answers that do not ask about sources."""


def _link_of(claim: Claim) -> str | None:
    whole = claim.qualifiers.get("scope") not in ("some", "many", "none")
    plain = whole and claim.polarity == "affirmed" and claim.modality == "asserted" and claim.review.state != "rejected"
    return LINKING.get(claim.predicate) if plain else None


def _join(links: dict[str, set[str]], left: str, right: str) -> None:
    links[left].add(right)
    links[right].add(left)


def _merged(known: Links, more: Mapping[str, set[str]]) -> Links:
    names = sorted({*known, *more})
    return {name: known.get(name, frozenset()) | frozenset(more.get(name, ())) for name in names}
