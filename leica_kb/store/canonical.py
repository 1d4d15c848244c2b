"""The canonical form of a file of claims: which keys, in which order, each on one line (docs/format.md)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from leica_kb.model import Claim, Review, Time, value_to_json
from leica_kb.model.claim import review_to_json
from leica_kb.store.quoting import quote_scalar
from leica_kb.store.values import FORMAT, NOWHERE, ClaimFile, by_position

ITEM_INDENT = "  "
KEY_INDENT = "    "


def dump_claims(file: ClaimFile) -> bytes:
    """The whole file in canonical form, drafts after the claims."""
    claims = (*by_position(file.claims), *(draft.claim for draft in file.drafts))
    lines = [f"{key}: {value}" for key, value in head_fields(file)]
    lines += ["claims:"] if claims else ["claims: []"]
    lines += [line for claim in claims for line in claim_lines(claim)]
    return ("\n".join(lines) + "\n").encode()


def head_fields(file: ClaimFile) -> tuple[tuple[str, str], ...]:
    """The keys before ``claims`` and their values as they are written."""
    head = (("format", str(FORMAT)), ("source", quote_scalar(file.source)))
    return (*head, ("text_sha256", quote_scalar(file.text_sha256))) if file.text_sha256 else head


def claim_lines(claim: Claim) -> tuple[str, ...]:
    """The lines of a claim's entry."""
    lines = [f"{KEY_INDENT}{key}: {value}" for key, value in claim_fields(claim)]
    lines[0] = f"{ITEM_INDENT}- {lines[0].strip()}"
    return tuple(lines)


def claim_fields(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The keys of a claim and their values as they are written; what is empty is left out, ``attribution`` is not."""
    fields = {
        "id": quote_scalar(claim.id) if claim.id else "",
        "subject": quote_scalar(claim.subject),
        "predicate": quote_scalar(claim.predicate),
        "object": _flow(value_to_json(claim.object)),
        "qualifiers": _flow(dict(sorted(claim.qualifiers.items()))) if claim.qualifiers else "",
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attribution": _flow(claim.attribution),
        "time": _flow(_time(claim.time)) if claim.time != Time() else "",
        "quote": quote_scalar(claim.quote),
        "start": str(claim.start) if claim.start != NOWHERE else "",
        "end": str(claim.end) if claim.end != NOWHERE else "",
        "before": quote_scalar(claim.before) if claim.before else "",
        "after": quote_scalar(claim.after) if claim.after else "",
        "cues": _flow(_cues(claim)) if claim.cues else "",
        "origin": quote_scalar(claim.origin) if claim.origin else "",
        "review": _flow(review_to_json(claim.review)) if claim.review != Review() else "",
    }
    return tuple((key, value) for key, value in fields.items() if value)


def _time(time: Time) -> dict[str, str]:
    pairs = (("stated", time.stated), ("valid", time.valid))
    return {key: value for key, value in pairs if value is not None}


def _cues(claim: Claim) -> dict[str, list[list[int]]]:
    return {kind: [[span.start, span.end] for span in claim.cues[kind]] for kind in sorted(claim.cues)}


def _flow(value: object) -> str:
    """A value on one line, in YAML's flow style."""
    match value:
        case str():
            return quote_scalar(value, flow=True)
        case Mapping():
            return "{" + ", ".join(f"{_flow(str(key))}: {_flow(item)}" for key, item in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
        case float():
            return _float(value)
    return str(value)


def _float(number: float) -> str:
    """Python's shortest writing, with the point that YAML 1.1 wants in a number with an exponent."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is no quantity")
    digits, _, exponent = repr(number).partition("e")
    return f"{digits if '.' in digits else digits + '.0'}e{exponent}" if exponent else digits
