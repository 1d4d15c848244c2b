"""Pack folders → one Pack: inheritance, validation with file and line, and a base's own entities on top."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from importlib.resources import files as resources
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from leica_kb.errors import InputError, UnknownNameError
from leica_kb.files import YamlDocument, YamlLimits, parse_yaml, read_file
from leica_kb.model import Entity, Predicate, Problem, QuestionCue, Rule, Vocabulary
from leica_kb.packs.automaton import EndlessPatternError
from leica_kb.packs.backtracking import check_pattern
from leica_kb.packs.pack import FrameRule, NamePattern, Pack
from leica_kb.packs.problems import problem
from leica_kb.packs.references import Place, find_places, find_unknown

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from leica_kb.packs.door import PackHead, PatternEntry, PatternsFile

HOME: Final = Path(str(resources("leica_kb.packs")))
"""Where the packs that ship with the product lie."""

ENTITIES: Final = YamlLimits(nodes=150_000)
SMALL: Final = YamlLimits(nodes=60_000)
"""How much is read of a file of entities, and of any other file of a pack."""
MOST: Final = 100
"""Wrong entries of one file that are told; the rest is counted."""
ModelT = TypeVar("ModelT", bound="BaseModel")


@dataclass
class _Gathered:
    """What has been read so far; later files add to and override earlier ones."""

    predicates: dict[str, Predicate] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    nouns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Classes of verbs, which rules and later classes name in their lists of verbs."""
    categories: dict[str, str] = field(default_factory=dict)
    telling: list[str] = field(default_factory=list)
    patterns: list[NamePattern] = field(default_factory=list)
    frames: list[FrameRule] = field(default_factory=list)
    questions: list[QuestionCue] = field(default_factory=list)
    heads: list[PackHead | None] = field(default_factory=list)
    entity_types: set[str] = field(default_factory=set)
    value_types: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """Where each predicate, entity, rule, frame, pattern and question stands, for what is told of it later."""
    problems: list[Problem] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def report(self, message: str, path: Path, line: int | None = None) -> None:
        self.problems.append(problem("KB301", message, path, line))


def load_packs(
    names: Sequence[str], entities: Path | None = None, *, beside: Path | None = None
) -> tuple[Pack, tuple[Problem, ...]]:
    """Load packs by name (or folder path from ``beside``), each after what it extends, then a base's own entities.

    Raises UnknownNameError for a pack that is not there. Everything wrong inside a pack comes back as problems
    (KB301 pack-invalid, KB302 pack-reference-unknown) with file and line; the faulty entry is left out.
    """
    gathered = _Gathered()
    folders = _in_order(names, beside or Path(), gathered)
    for folder in folders:
        _read_folder(folder, gathered)
    if entities is not None and entities.exists():
        _read_entities(entities, gathered)
    vocabulary = Vocabulary(gathered.predicates, gathered.entities, tuple(gathered.rules))
    gathered.problems += find_unknown(
        vocabulary, gathered.frames, gathered.questions, gathered.places, frozenset(gathered.entity_types)
    )
    pack = Pack(
        name="+".join(names),
        vocabulary=vocabulary,
        nouns=gathered.nouns,
        categories=gathered.categories,
        telling=tuple(gathered.telling),
        patterns=tuple(gathered.patterns),
        frames=tuple(gathered.frames),
        questions=tuple(gathered.questions),
        value_types=tuple(sorted(gathered.value_types)),
        qualifiers=tuple(sorted(gathered.qualifiers)),
        open_names=any(h.open_names for h in gathered.heads[: len(names)] if h),
        folders=folders,
        digest=gathered.digest.hexdigest(),
    )
    return pack, tuple(gathered.problems)


def pack_names() -> tuple[str, ...]:
    """The packs that ship with the product."""
    return tuple(sorted(p.name for p in HOME.iterdir() if (p / "pack.yaml").exists()))


def pack_folder(name: str, beside: Path) -> Path:
    """The folder of a pack: one that ships, else the path from ``beside``; raises UnknownNameError."""
    for folder in (HOME / name, beside / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise UnknownNameError("pack", name, pack_names())


def _in_order(names: Sequence[str], beside: Path, gathered: _Gathered) -> tuple[Path, ...]:
    from leica_kb.packs.door import PackHead

    order: list[Path] = []
    todo = [(name, beside) for name in names]
    while todo:
        folder = pack_folder(*todo.pop(0))
        if folder not in order:
            order.insert(0, folder)
            head = _validated(folder / "pack.yaml", PackHead, gathered)
            gathered.heads.append(head)
            todo.extend([(head.extends, folder)] if head and head.extends else [])
    return tuple(order)


def _validated(path: Path, door: type[ModelT], gathered: _Gathered) -> ModelT | None:
    """The file through its door, or None with problems told."""
    from pydantic import ValidationError

    data = read_file(path)
    if path.name != "questions.yaml":  # what is asked changes nothing of what is read
        gathered.digest.update(data)
    try:
        document = parse_yaml(data, path, ENTITIES if path.name == "entities.yaml" else SMALL)
    except InputError as error:
        gathered.report(error.message, path, error.line)
        return None
    gathered.places.update(find_places(document, path))
    try:
        return door.model_validate(document.value or {})
    except ValidationError as error:
        faulty = _report_faults(error, document, path, gathered)
    try:
        return door.model_validate(_without(document.value, faulty)) if faulty is not None else None
    except ValidationError:
        return None


_Entries = AbstractSet[tuple[str | int, ...]]
"""Section and key, or number, of entries."""


def _report_faults(error: ValidationError, document: YamlDocument, path: Path, gathered: _Gathered) -> _Entries | None:
    """The entries that are wrong, with the first thing wrong in each told; None where a whole section is."""
    faults: dict[tuple[str | int, ...], Any] = {}
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        faults.setdefault(tuple(fault["loc"][:2]), fault)
    for fault in islice(faults.values(), MOST):
        gathered.report(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}", path, document.line(*fault["loc"]))
    if len(faults) > MOST:
        gathered.report(f"{len(faults) - MOST:,} more entries are wrong", path)
    return faults.keys() if all(len(entry) > 1 for entry in faults) else None


def _without(value: dict[str, Any], entries: _Entries) -> dict[str, Any]:
    """The sections without these entries."""
    left: dict[str, Any] = {}
    for name, section in value.items():
        if isinstance(section, dict):
            left[name] = {key: entry for key, entry in section.items() if (name, key) not in entries}
        elif isinstance(section, list):
            left[name] = [entry for at, entry in enumerate(section) if (name, at) not in entries]
        else:
            left[name] = section
    return left


def _read_folder(folder: Path, gathered: _Gathered) -> None:
    from leica_kb.packs.door import FramesFile, PatternsFile, PredicatesFile, QuestionsFile

    if (path := folder / "predicates.yaml").exists() and (read := _validated(path, PredicatesFile, gathered)):
        gathered.entity_types.update(read.entity_types)
        gathered.value_types.update(read.value_types)
        gathered.qualifiers.update(read.qualifiers)
        gathered.predicates.update({k: Predicate(id=k, **_plain(v)) for k, v in read.predicates.items()})
        gathered.rules.extend(
            Rule(r.name, r.condition.predicate, r.condition.object, r.twins, r.against, path.name) for r in read.rules
        )
    if (path := folder / "entities.yaml").exists():
        _read_entities(path, gathered)
    if (path := folder / "patterns.yaml").exists() and (names := _validated(path, PatternsFile, gathered)):
        gathered.nouns.update(names.nouns)
        for name, verbs in names.verbs.items():
            gathered.verbs[name] = _spelled_out(verbs, gathered.verbs)
        gathered.categories.update(names.categories)
        gathered.telling.extend(names.telling)
        gathered.patterns.extend(_patterns(names, path, gathered))
    if (path := folder / "frames.yaml").exists() and (mapped := _validated(path, FramesFile, gathered)):
        rules = (FrameRule(**_plain(f)) for f in mapped.frames)
        gathered.frames.extend(_with_members(rule, gathered) for rule in rules)
    if (path := folder / "questions.yaml").exists() and (asked := _validated(path, QuestionsFile, gathered)):
        gathered.questions.extend(QuestionCue(**_plain(q)) for q in asked.questions)


def _with_members(rule: FrameRule, gathered: _Gathered) -> FrameRule:
    """The rule with the words of the classes that it names as triggers."""
    members = (noun for kind in rule.noun_of for noun in gathered.nouns.get(kind, ()))
    return replace(rule, verb=_spelled_out(rule.verb, gathered.verbs), noun=(*rule.noun, *members))


def _spelled_out(words: Sequence[str], classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words, with the members of a class in place of its name; each once."""
    return tuple(dict.fromkeys(member for word in words for member in classes.get(word, (word,))))


def _plain(entry: BaseModel) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in type(entry).model_fields}


_PART: Final = re.compile(r"\{([a-z_]+)\}")
"""Where a pattern takes in a part of its file: «{focal}»; a number in braces is a count."""


def _patterns(names: PatternsFile, path: Path, gathered: _Gathered) -> Iterator[NamePattern]:
    for entry in names.patterns:
        try:
            regex = _PART.sub(lambda part: f"(?:{names.parts[part[1]]})", entry.regex)
            re.compile(regex)
            if not path.is_relative_to(HOME):  # ours are checked by the tests, not at every start
                check_pattern(regex)
        except re.error as error:
            gathered.report(f"not a regular expression: {entry.regex} ({error})", *_place_of(entry, path, gathered))
        except EndlessPatternError as error:
            gathered.report(f"the pattern {entry.regex} is left out: {error}", *_place_of(entry, path, gathered))
        except KeyError as error:
            gathered.report(f"no part is called {error}: {entry.regex}", *_place_of(entry, path, gathered))
        else:
            yield replace(NamePattern(**_plain(entry)), regex=regex)


def _place_of(entry: PatternEntry, path: Path, gathered: _Gathered) -> Place:
    return gathered.places.get(("patterns", entry.regex), (path, 1))


def _read_entities(path: Path, gathered: _Gathered) -> None:
    from leica_kb.packs.door import EntitiesFile

    read = _validated(path, EntitiesFile, gathered)
    if read is None:
        return
    for name, entry in read.entities.items():
        place = f"{path.parent.name}/{path.name}:{gathered.places['entities', name][1]}"
        gathered.entities[name] = Entity(id=name, declared_by=place, **_plain(entry))


def aliases_of(entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Every name of every entity with the entity's id, the display name first."""
    for entity in entities.values():
        yield entity.name, entity.id
        for alias in entity.aliases:
            yield alias, entity.id
