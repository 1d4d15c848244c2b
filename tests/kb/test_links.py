"""Nothing outside a base is read or written, wherever a link in it leads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from leica_kb.errors import KbError
from leica_kb.kb import KnowledgeBase

YEAR = "c-9de37e45a6e5"
ACTS: Mapping[str, Callable[[KnowledgeBase], object]] = {
    "claims": KnowledgeBase.claims,
    "waiting": KnowledgeBase.waiting,
    "review": lambda kb: kb.review(f"id:{YEAR}", "accept"),
    "build": KnowledgeBase.build,
    "check": KnowledgeBase.check,
    "verify": lambda kb: kb.verify(fix=True),
    "undo": KnowledgeBase.undo,
    "log": KnowledgeBase.log,
    "forget": lambda kb: kb.forget("maker"),
}


def link_out(base: Path, name: str) -> Path:
    """Move a file or folder of the base out of it and leave a link; where there is none, the link leads to a folder."""
    outside = base.parent / "outside"
    outside.mkdir()
    if (base / name).exists():
        shutil.move(base / name, outside / Path(name).name)
        (base / name).symlink_to(outside / Path(name).name)
    else:
        (base / name).symlink_to(outside)
    return outside


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize(
    "name", [".leica_kb", "claims", "claims/maker.yaml", "claims/decisions", "claims/.proposed", "seeds/maker.txt"]
)
def test_a_link_out_of_the_base_is_not_followed(base: Path, name: str, act: str) -> None:
    outside = link_out(base, name)
    before = bytes_of(outside)
    try:
        ACTS[act](KnowledgeBase(base))
    except KbError as error:
        assert "outside the base" in str(error) or "in this base" in str(error) or "in the log" in str(error)  # noqa: PT017  where it ends is not the point
    assert bytes_of(outside) == before


def test_names_of_a_base_are_not_read_through_a_link_out(base: Path) -> None:
    (base / "claims" / "entities.yaml").write_text("entities:\n  secret: {name: Secret Works, type: company}\n")
    assert "secret" in {row.id for row in KnowledgeBase(base).entities(unclaimed=True).entities}
    link_out(base, "claims/entities.yaml")
    assert "secret" not in {row.id for row in KnowledgeBase(base).entities(unclaimed=True).entities}
    (found,) = (p for p in KnowledgeBase(base).check() if p.kind != "not-canonical")
    assert (found.code, found.path.as_posix()) == ("KB103", "claims/entities.yaml")


def test_a_link_that_stays_inside_is_followed(base: Path) -> None:
    shutil.move(base / "claims" / "maker.yaml", base / "maker.yaml")
    (base / "claims" / "maker.yaml").symlink_to(base / "maker.yaml")
    assert YEAR in {claim.id for claim in KnowledgeBase(base).claims().claims}
