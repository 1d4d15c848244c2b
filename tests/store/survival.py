"""What must hold of the loaders and the writer for any bytes at all, for the fuzzer and the replay of its corpus."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from leica_kb.errors import InputError
from leica_kb.store import by_position, edit_claims, parse_claims, tidy_claims
from leica_kb.store.proposals import parse_proposed

PATH = Path("claims/s.yaml")


def survive(data: bytes) -> None:
    """Read the bytes as a file of claims and as proposals; what can be read is written back, changed and tidied."""
    with suppress(InputError):
        parse_proposed(data, "s", PATH)
    parsed = parse_claims(data, PATH)
    for problem in parsed.problems:
        assert problem.line is None or 1 <= problem.line <= len(data) + 1
        assert "\x1b" not in str(problem)
    file = parsed.file
    if file is None or not data:
        return
    with suppress(InputError):
        written = parse_claims(edit_claims(data, file), PATH).file
        assert written is not None
        assert (written.claims, written.unread) == (file.claims, file.unread)
    with suppress(InputError):
        changed = by_position([replace(claim, subject="new", start=claim.start + 1) for claim in file.claims[:1]])
        again = parse_claims(edit_claims(data, replace(file, claims=changed)), PATH).file
        assert again is not None
        assert again.claims == changed
    with suppress(InputError):
        tidy = tidy_claims(data, PATH)
        assert tidy_claims(tidy, PATH) == tidy
