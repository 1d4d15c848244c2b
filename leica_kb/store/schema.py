"""The door's models: what a file may say, and a refusal for every other key; imported where files are read only."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StrictInt,
    Tag,
    model_validator,
)

from leica_kb.lang.edtf import is_edtf
from leica_kb.model.claim import Bound, Modality, Polarity, ReviewState

Word = Annotated[str, Field(min_length=1)]
ClaimId = Annotated[str, Field(pattern=r"^c-[0-9a-f]{12}$")]
Offset = Annotated[StrictInt, Field(ge=0)]
MANY: Final = 1000
"""Qualifiers, voices or cue words that one claim may have: beyond any sentence."""
Places = Annotated[tuple[tuple[Offset, Offset], ...], Field(max_length=MANY)]


def _number(value: object) -> object:
    """A quantity; also one that YAML left as text (``1.10``, ``1e3``)."""
    if isinstance(value, str):
        with suppress(ValueError):
            value = int(value) if value.lstrip("-").isdecimal() else float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("must be a number")
    return value


Number = Annotated[int | float, BeforeValidator(_number)]


def _edtf(value: str) -> str:
    """A date of the renaming, refused where it is none."""
    if not is_edtf(value):
        raise ValueError("must be a date (EDTF): 2008, 2008-10, 2008-10-01")
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]


class Door(BaseModel):
    """What all of the door's models share: no unknown key; a number in a text's place is its digits."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class EntityObject(Door):
    """An entity of the vocabulary or of the base."""

    entity: Word


class TextObject(Door):
    """The source's own or a canonical wording."""

    text: str


class NumberObject(Door):
    """A quantity with its unit in the singular."""

    number: Number
    unit: str | None = None
    bound: Bound | None = None


class MoneyObject(Door):
    """An amount and its ISO 4217 code."""

    money: Number
    currency: Word


class DateObject(Door):
    """An EDTF date, interval or decade."""

    date: Word


def _kind(value: Any) -> str | None:
    kinds = ("entity", "text", "number", "money", "date")
    return next((f"{kind}-object" for kind in kinds if isinstance(value, dict) and kind in value), None)


Object = Annotated[
    Annotated[EntityObject, Tag("entity-object")]
    | Annotated[TextObject, Tag("text-object")]
    | Annotated[NumberObject, Tag("number-object")]
    | Annotated[MoneyObject, Tag("money-object")]
    | Annotated[DateObject, Tag("date-object")],
    Discriminator(
        _kind,
        custom_error_type="object_kind",
        custom_error_message="one of {entity: …}, {text: …}, {number: …, unit: …}, {money: …, currency: …}, {date: …}",
    ),
]


class TimeModel(Door):
    """EDTF: when the source says it, and when it holds."""

    stated: str | None = None
    valid: str | None = None


class CuesModel(Door):
    """Per decision the ranges of the words that made it."""

    polarity: Places = ()
    modality: Places = ()
    scope: Places = ()
    time: Places = ()
    attribution: Places = ()


class ReviewModel(Door):
    """What a person ruled."""

    state: ReviewState
    by: str | None = None
    on: str | None = None
    because: str | None = None


class ClaimModel(Door):
    """One claim of a file; only subject, predicate, object and quote must be there."""

    id: ClaimId | None = None
    subject: Word
    predicate: Word
    object: Object
    qualifiers: Annotated[dict[str, StrictInt | str], Field(max_length=MANY)] = Field(default_factory=dict)
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: Annotated[tuple[Word, ...], Field(max_length=MANY)] = ()
    time: TimeModel = TimeModel()
    quote: Word
    start: Offset | None = None
    end: Offset | None = None
    before: str = ""
    after: str = ""
    cues: CuesModel = CuesModel()
    origin: str = ""
    review: ReviewModel = ReviewModel(state="unreviewed")

    @model_validator(mode="after")
    def _has_both_ends(self) -> ClaimModel:
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end stand together, or both are left out and build fills them in")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("end must come after start")
        return self


class HeadModel(Door):
    """The keys of a file of claims around its claims."""

    format: Literal[1]
    source: Word
    text_sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class ClaimsFileModel(HeadModel):
    """claims/<source>.yaml, for its schema; when it is read, each entry is judged by itself."""

    claims: tuple[ClaimModel, ...] | None = None


class BaseModelFile(Door):
    """claims/kb.yaml."""

    format: Literal[1]
    packs: Annotated[tuple[Annotated[Word, Field(max_length=250)], ...], Field(max_length=MANY)]


class DecisionModel(Door):
    """A ruling on two claims."""

    kind: Word
    claims: tuple[ClaimId, ClaimId]
    digest: Word
    verdict: Word
    because: str = ""
    by: str = ""
    on: str = ""


class NameRulingModel(Door):
    """A ruling on two names."""

    kind: Literal["name"]
    names: tuple[Word, Word]
    verdict: Literal["same", "different", "unsure"]
    because: str = ""
    written: dict[str, Word] = Field(default_factory=dict)
    type: str = ""
    until: dict[str, Edtf] = Field(default_factory=dict)
    by: str = ""
    on: str = ""

    @model_validator(mode="after")
    def _names_two(self) -> NameRulingModel:
        if self.names[0] == self.names[1]:
            raise ValueError("names must be two ids; a name is the same as itself")
        if strange := sorted({*self.written, *self.until} - {*self.names}):
            raise ValueError(f"written and until speak of the two names only, not of {', '.join(strange)}")
        return self


class DecisionsFileModel(Door):
    """claims/decisions/*.yaml, for its schema; when it is read, each ruling is judged by itself."""

    format: Literal[1]
    decisions: tuple[DecisionModel | NameRulingModel, ...] | None = None
