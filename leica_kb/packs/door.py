"""The door through which pack YAML comes in: pydantic models that refuse what they do not know."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from leica_kb.model import Doubt, Modality, Polarity


def as_list(value: object) -> object:
    """One word as a list of it; all else as it is."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(as_list)]
"""One word or a list of words."""


class _Door(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PackHead(_Door):
    """pack.yaml"""

    name: str
    extends: str | None = None
    open_names: bool = False
    about: str = ""


class PredicateEntry(_Door):
    """One predicate of predicates.yaml."""

    topic: str
    subject: Words
    object: Words
    says: str = ""
    state: bool = False
    universal: bool = False
    single: str | None = None
    symmetric: bool = False
    inverse: str | None = None
    qualifiers: Words = ()
    values: dict[str, Words] = Field(default_factory=dict)
    exclusive: tuple[Words, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class RuleCondition(_Door):
    """What a rule of inference starts from."""

    predicate: str
    object: Words


class RuleEntry(_Door):
    """One rule of inference of predicates.yaml."""

    name: str
    condition: RuleCondition = Field(alias="if")
    twins: str
    against: Words


class PredicatesFile(_Door):
    """predicates.yaml"""

    entity_types: Words = ()
    value_types: Words = ()
    qualifiers: Words = ()
    predicates: dict[str, PredicateEntry] = Field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()


class EntityEntry(_Door):
    """One entity of entities.yaml."""

    name: str
    type: str
    aliases: Words = ()
    within: Words = ()
    twins: Words = ()
    maker: str | None = None
    demonyms: Words = ()


class EntitiesFile(_Door):
    """entities.yaml, of a pack or of a base"""

    format: int = 1
    entities: dict[str, EntityEntry] = Field(default_factory=dict)


class PatternEntry(_Door):
    """One name pattern of patterns.yaml."""

    type: str
    regex: str
    maker: str | None = None
    within: Words = ()
    words: Words = ()
    prefix: str = ""


class PatternsFile(_Door):
    """patterns.yaml"""

    nouns: dict[str, Words] = Field(default_factory=dict)
    verbs: dict[str, Words] = Field(default_factory=dict)
    categories: dict[str, str] = Field(default_factory=dict)
    telling: Words = ()
    parts: dict[str, str] = Field(default_factory=dict)
    patterns: tuple[PatternEntry, ...] = ()


class FrameEntry(_Door):
    """One mapping of frames.yaml."""

    id: str
    predicate: str
    subject: Words
    object: Words
    verb: Words = ()
    noun: Words = ()
    noun_of: Words = ()
    adjective: Words = ()
    name: Words = ()
    key: Words = ()
    when: dict[str, Words] = Field(default_factory=dict)
    unless: dict[str, Words] = Field(default_factory=dict)
    qualifiers: dict[str, Any] = Field(default_factory=dict)
    seeks: bool = True
    loose: bool = False
    also: bool = False
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    scope: str | None = None


class FramesFile(_Door):
    """frames.yaml"""

    frames: tuple[FrameEntry, ...] = ()


class QuestionEntry(_Door):
    """One cue of questions.yaml; exactly one of predicate, kind and same."""

    predicate: str = ""
    needs: tuple[Words, ...] = ()
    also: Words = ()
    counts: bool = False
    contrary: Words = ()
    kind: str = ""
    words: Words = ()
    same: Words = ()


class QuestionsFile(_Door):
    """questions.yaml"""

    questions: tuple[QuestionEntry, ...] = ()
