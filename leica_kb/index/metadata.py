"""A source's metadata as JSON and back; apart from the rest, so that a look-up reads it without what builds need."""

from __future__ import annotations

from typing import Any

from leica_kb.model import Metadata


def metadata_to_json(metadata: Metadata) -> dict[str, Any]:
    """A source's metadata as plain mappings and lists; unknown fields are left out."""
    pairs: dict[str, Any] = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "author": metadata.author,
        "published": metadata.published,
        "language": metadata.language,
        "retells": list(metadata.retells),
        "basis": {name: list(words) for name, words in metadata.basis.items()},
    }
    return {key: value for key, value in pairs.items() if value}


def metadata_from_json(data: dict[str, Any]) -> Metadata:
    """The metadata that ``metadata_to_json`` wrote."""
    return Metadata(
        title=data.get("title"),
        publisher=data.get("publisher"),
        author=data.get("author"),
        published=data.get("published"),
        language=data.get("language", "en"),
        retells=tuple(data.get("retells", ())),
        basis={name: tuple(words) for name, words in data.get("basis", {}).items()},
    )
