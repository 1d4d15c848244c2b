"""What a loaded pack holds, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leica_kb.model import Modality, Polarity, QuestionCue, Vocabulary


@dataclass(frozen=True, slots=True)
class NamePattern:
    """Names that nobody listed, by their shape: models, lenses, companies with a legal form."""

    type: str
    regex: str
    maker: str | None = None
    within: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Where given, one of these stands in every text that it matches: it is searched for in no other."""
    prefix: str = ""
    """Put before the matched words to form the entity's name, where the words lack it."""


@dataclass(frozen=True, slots=True)
class FrameRule:
    """How one kind of clause frame becomes claims of one predicate; see docs/packs.md for the path language."""

    id: str
    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    noun_of: tuple[str, ...] = ()
    """Classes of nouns, each of whose members is a trigger."""
    adjective: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    """Entity types: the frame is that of a name and what stands beside it."""
    key: tuple[str, ...] = ()
    """Keys of `key: value` lines and heads of table columns, in lower case."""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    seeks: bool = True
    """Whether its triggers are a reason to read a sentence; if not, it only adds to what is read anyway."""
    loose: bool = False
    """Whether its words are said of people and things as often as of firms."""
    also: bool = False
    """Whether it adds to what an earlier rule of the same predicate has read, instead of standing in for it."""
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that a domain brings: vocabulary, names, frames and question cues."""

    name: str
    vocabulary: Vocabulary
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Classes of common nouns that frames speak of: class to lemmas."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """Common nouns that turn a maker's name into a class of its products: lemma to entity type."""
    patterns: tuple[NamePattern, ...] = ()
    frames: tuple[FrameRule, ...] = ()
    questions: tuple[QuestionCue, ...] = ()
    telling: tuple[str, ...] = ()
    """Words that make a sentence worth reading whatever names it holds."""
    value_types: tuple[str, ...] = ()
    """Kinds of values that are no entities, as the packs name them."""
    qualifiers: tuple[str, ...] = ()
    """Qualifiers that claims of any predicate may have."""
    open_names: bool = False
    """Whether any capitalised name may be spoken of, not only declared ones and what stands near them."""
    folders: tuple[Path, ...] = ()
    """Where its files lie, those that it builds on first."""
    digest: str = ""
    """SHA-256 over every file of the pack that decides what is read: all but the question cues."""
