"""What a sidecar tells about its article: YAML through pydantic at the door, mistakes with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leica_kb.corpus.problems import CorpusProblem, problem
from leica_kb.corpus.reading import read_bytes
from leica_kb.errors import InputError
from leica_kb.files import YamlDocument, parse_yaml
from leica_kb.model import Metadata, Problem

if TYPE_CHECKING:
    from pydantic import ValidationError

MAX_BYTES: Final = 1_000_000
MOST: Final = 100
"""Things wrong with one sidecar that are told; the rest is counted."""
SUFFIX: Final = ".yaml"
_ID: Final = re.compile(r"[^\W_][\w.-]{0,119}")
RESERVED: Final = frozenset(("kb", "entities"))
"""Names that ``claims/`` uses itself, so that no source can have its claims under them."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sidecar's metadata, the id that it gives, and what is wrong with it."""

    metadata: Metadata = field(default_factory=Metadata)
    id: str | None = None
    problems: tuple[Problem, ...] = ()
    usable: bool = True
    """False where the file could not be read at all, so that even the article's id is unknown."""
    document: YamlDocument | None = None


def load_sidecar(root: Path | None, path: Path, shown: Path) -> Loaded:
    """The sidecar at a path; values that are wrong are left out and named, the rest is used."""
    data = read_bytes(root, path, shown, MAX_BYTES)
    if isinstance(data, Problem):
        return Loaded(problems=(data,), usable=False)
    try:
        document = parse_yaml(data, shown)
    except InputError as error:
        message = f"{error.message}; the article is left out until its sidecar can be read"
        return Loaded(problems=(problem("malformed-sidecar", shown, message, error.line),), usable=False)
    value = {} if document.value is None else document.value
    if not isinstance(value, dict):
        message = f"holds no keys; write for example: title: … (keys: {', '.join(_keys())})"
        return Loaded(problems=(problem("malformed-sidecar", shown, message, 1),), usable=False)
    return _validated(value, document, shown)


def _keys() -> tuple[str, ...]:
    return ("id", *(one.name for one in fields(Metadata)))


def _validated(value: dict[str, Any], document: YamlDocument, shown: Path) -> Loaded:
    from pydantic import ValidationError

    model = _schema()
    try:
        checked = model.model_validate(value)
        problems: tuple[Problem, ...] = ()
    except ValidationError as error:
        problems = tuple(_problems(error, document, shown))
        wrong = {str(entry["loc"][0]) for entry in error.errors()}
        if "id" in wrong:
            return Loaded(problems=problems, usable=False)
        checked = model.model_validate({key: kept for key, kept in value.items() if key not in wrong})
    told = {key: given for key, given in checked.model_dump(exclude={"id"}).items() if given is not None}
    return Loaded(Metadata(**told), getattr(checked, "id", None), problems, document=document)


def _schema() -> Any:
    """The pydantic model of a sidecar, made when first needed: pydantic takes a third of a second to import."""
    from leica_kb.corpus.schema import Sidecar

    return Sidecar


def _problems(error: ValidationError, document: YamlDocument, shown: Path) -> Iterator[Problem]:
    entries = error.errors()
    for entry in entries[:MOST]:
        keys = tuple(entry["loc"])
        place = ".".join(str(key) for key in keys)
        line = document.line(*keys)
        if entry["type"] == "extra_forbidden":
            message = f"unknown key {place}; known are {', '.join(_keys())}"
            yield problem("unknown-sidecar-key", shown, message, line)
            continue
        kind: CorpusProblem = "bad-id" if keys[:1] == ("id",) else "bad-sidecar-value"
        yield problem(kind, shown, f"{place}: {entry['msg'].removeprefix('Value error, ')}", line)
    if len(entries) > MOST:
        yield problem("bad-sidecar-value", shown, f"{len(entries) - MOST:,} more things are wrong here", 1)


def why_bad_id(name: str) -> str | None:
    """Why a name cannot be a document's id (it names files under ``claims/``), or None where it can."""
    if name.lower() in RESERVED:
        return f"«{name}» is a name that claims/ uses itself; give the article another id in its sidecar"
    if not _ID.fullmatch(name):
        return f"«{name[:60]}» cannot be an id: letters, digits, hyphens, underscores and dots, at most 120"
    return None


def find_unsupported(metadata: Metadata, text: str, loaded: Loaded, shown: Path) -> Iterator[Problem]:
    """A problem for each of the basis's words that do not stand in the article."""
    for name, words in metadata.basis.items():
        for at, wording in enumerate(words):
            if wording not in text:
                line = loaded.document.line("basis", name, at) if loaded.document else None
                message = f"basis.{name}: «{wording}» does not stand in the article; quote its exact words"
                yield problem("basis-not-found", shown, message, line)
