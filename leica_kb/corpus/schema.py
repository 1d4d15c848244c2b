"""The sidecar's schema: the one module of this room that imports pydantic, and only when a sidecar is read."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from leica_kb.corpus.sidecars import why_bad_id
from leica_kb.lang.edtf import parse_edtf

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def _as_text(value: object) -> object:
    """What stands in the file: a bare 2013 or 1984 is a number to YAML and a text to whoever wrote it."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _as_id(value: str) -> str:
    if why := why_bad_id(value):
        raise ValueError(why)
    return value


def _as_date(value: str) -> str:
    parse_edtf(value)
    return value


def _as_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"«{value}» is no language tag; write for example en, de or pt-BR")
    return value


Text = Annotated[str, BeforeValidator(_as_text)]
Words = Annotated[Text, StringConstraints(min_length=1, strip_whitespace=True)]
Inferred = Literal["title", "publisher", "author", "published", "language", "retells"]


class Sidecar(BaseModel):
    """What may stand in ``seeds/<stem>.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[Text, AfterValidator(_as_id)] | None = None
    title: Words | None = None
    publisher: Words | None = None
    author: Words | None = None
    published: Annotated[Text, AfterValidator(_as_date)] | None = None
    language: Annotated[Text, AfterValidator(_as_language)] = "en"
    retells: tuple[Words, ...] = ()
    basis: dict[Inferred, tuple[Words, ...]] = Field(default_factory=dict)
