"""A verdict on a claim, and what it makes of the claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from leica_kb.errors import KbError
from leica_kb.model import Claim, Review
from leica_kb.model.claim import ReviewState

Verdict = Literal["accept", "reject", "correct"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
STATES: Final[Mapping[Verdict, ReviewState]] = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


class VerdictError(KbError):
    """A verdict that lacks its reason or says nothing."""


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What a person rules on one claim."""

    claim: str
    verdict: Verdict
    because: str = ""
    changes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Of a correction: keys of the claim's entry and their new values."""
    entry: str = ""
    """Of a correction: the whole entry as the person wants it, comments and all, in place of ``changes``."""
    seen: Claim | None = None
    """The claim as the person saw it; where it is another by now, nothing is written."""
    path: Path | None = None
    """The file of verdicts that it stands in, and where."""
    line: int | None = None


def tidy_reason(words: str) -> str:
    """The reason on one line, without what is no text (bytes of another encoding)."""
    return " ".join(words.encode(errors="replace").decode().split())


def check_verdict(given: ClaimVerdict) -> str:
    """What is wrong with a verdict, or nothing."""
    if given.verdict == "reject" and not given.because.strip():
        return f"{given.claim}: a rejection needs a reason (because), for those who come later"
    if given.verdict == "correct" and not (given.changes or given.entry):
        return f"{given.claim}: a correction needs what to set, such as set: {{predicate: made_by}}"
    if given.verdict != "correct" and (given.changes or given.entry):
        return f"{given.claim}: only a correction sets values"
    return ""


def rule_on(claim: Claim, given: ClaimVerdict, corrected: Claim | None, by: str, on: str) -> Claim:
    """The claim after the verdict; of a correction the claim as it is to be is given.

    A review that the person wrote into a corrected entry stays as written.
    """
    review = Review(STATES[given.verdict], by, on, tidy_reason(given.because) or None)
    if corrected is None:
        return replace(claim, review=review)
    if corrected.review not in (claim.review, Review()):
        return corrected
    return replace(corrected, review=review)
