"""JSON Schemas of every file that people write, made from the models through which those files are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import StringSchema

from leica_kb.corpus.schema import Sidecar
from leica_kb.errors import UnknownNameError
from leica_kb.files import inside, read_file, write_atomic
from leica_kb.kb.world.schema_words import ABOUT
from leica_kb.model import Vocabulary
from leica_kb.packs.door import (
    EntitiesFile,
    FramesFile,
    PackHead,
    PatternsFile,
    PredicatesFile,
    QuestionsFile,
    as_list,
)
from leica_kb.store import SCHEMAS
from leica_kb.store.schema import BaseModelFile, ClaimsFileModel, DecisionsFileModel, Door

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The newest one that the YAML servers of editors know in full."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that people write."""

    name: str
    files: str
    model: type[BaseModel]


KINDS: Final = (
    Kind("claims", "claims/<source>.yaml", ClaimsFileModel),
    Kind("kb", "claims/kb.yaml", BaseModelFile),
    Kind("entities", "claims/entities.yaml, <pack>/entities.yaml", EntitiesFile),
    Kind("decisions", "claims/decisions/*.yaml", DecisionsFileModel),
    Kind("sidecar", "seeds/<stem>.yaml", Sidecar),
    Kind("pack", "<pack>/pack.yaml", PackHead),
    Kind("predicates", "<pack>/predicates.yaml", PredicatesFile),
    Kind("patterns", "<pack>/patterns.yaml", PatternsFile),
    Kind("frames", "<pack>/frames.yaml", FramesFile),
    Kind("questions", "<pack>/questions.yaml", QuestionsFile),
)


@dataclass(frozen=True, slots=True)
class SchemaList:
    """The kinds of files that have a schema."""

    kinds: Sequence[Kind]

    def to_json(self) -> dict[str, Any]:
        """Every schema by its kind, as ``schema --json`` prints them."""
        return {kind.name: make_schema(kind.name) for kind in self.kinds}


def make_schema(name: str, vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """The schema of a kind of file; with a vocabulary its names are offered. Raises UnknownNameError."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        known = [kind.name for kind in KINDS]
        raise UnknownNameError("kind of file", name, get_close_matches(name, known, n=3) or known)
    numbers_too = issubclass(kind.model, Door | Sidecar)
    made = kind.model.model_json_schema(schema_generator=_Coercing if numbers_too else _Plain)
    models = {**made.pop("$defs", {}), kind.model.__name__: made}
    for model, schema in models.items():
        _describe(schema, ABOUT.get(model, {}))
        _offer(schema, _names(model, vocabulary) if vocabulary else {})
    definitions = {name: models[name] for name in sorted(models) if models[name] is not made}
    head = {"$schema": DIALECT, "title": f"leica-kb: {kind.files}"}
    made.pop("description", None)
    whole = {**head, **made, "title": head["title"], **({"$defs": definitions} if definitions else {})}
    plain: dict[str, Any] = _walk(whole, _plainly)
    return plain


def save_schemas(root: Path, vocabulary: Vocabulary) -> None:
    """Put the schemas beside the index, where the comments of new files lead editors; the base's names are offered."""
    for kind in KINDS:
        path = inside(root, SCHEMAS / f"{kind.name}.json")
        data = dump_schema(make_schema(kind.name, vocabulary)).encode()
        if not path.is_file() or read_file(path) != data:
            write_atomic(path, data)


def dump_schema(schema: Mapping[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Plain(GenerateJsonSchema):
    """The schema of what may stand in a file, which is more than what the model holds."""

    def function_before_schema(self, schema: Any) -> Any:
        """The schema of what is converted before it is judged: one word for a list of words."""
        made = self.generate_inner(schema["schema"])
        converts = schema["function"]["function"] is as_list
        return {"anyOf": [{"type": "string"}, made]} if converts else made

    def default_schema(self, schema: Any) -> Any:
        """The schema without its default: a key that is left out means what the documents say, not what is shown."""
        return self.generate_inner(schema["schema"])


class _Coercing(_Plain):
    """The same for models that take a number in a text's place for its digits."""

    def str_schema(self, schema: StringSchema) -> dict[str, Any]:
        """A text; unless it must be of some form, a number will do."""
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, "type": ["string", "number"]}


def _describe(schema: dict[str, Any], about: Mapping[str, str]) -> None:
    """Say what each key means."""
    properties = schema.get("properties", {})
    for key in properties:
        if key in about:
            told = properties[key]
            properties[key] = {"description": about[key], **({"allOf": [told]} if "$ref" in told else told)}


def _names(model: str, vocabulary: Vocabulary) -> Mapping[str, Sequence[str]]:
    """For keys of a model the base's own names."""
    entities, predicates = sorted(vocabulary.entities), sorted(vocabulary.predicates)
    types = sorted({entity.type for entity in vocabulary.entities.values()})
    offers: Mapping[str, Mapping[str, Sequence[str]]] = {
        "ClaimModel": {"subject": entities, "predicate": predicates},
        "EntityObject": {"entity": entities},
        "EntityEntry": {"type": types},
    }
    return offers.get(model, {})


def _offer(schema: dict[str, Any], names: Mapping[str, Sequence[str]]) -> None:
    """Offer the names; others remain possible, and ``check`` tells what is wrong with them."""
    for key, known in names.items():
        told = schema["properties"][key]
        any_text = {name: told[name] for name in told if name != "description"}
        about = {name: told[name] for name in told if name == "description"}
        schema["properties"][key] = {**about, "anyOf": [{"enum": list(known)}, any_text]}


def _walk(node: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    if isinstance(node, dict):
        return change({key: _walk(value, change) for key, value in node.items()})
    return [_walk(item, change) for item in node] if isinstance(node, list) else node


def _plainly(node: dict[str, Any]) -> dict[str, Any]:
    """A node in the older dialect, without titles that only repeat the key."""
    if isinstance(node.get("title"), str) and not node["title"].startswith("leica-kb:"):
        node = {key: value for key, value in node.items() if key != "title"}
    if "prefixItems" in node:
        node = {**node, "items": node["prefixItems"], "additionalItems": False}
        del node["prefixItems"]
    return {key: value for key, value in node.items() if key != "discriminator"}
