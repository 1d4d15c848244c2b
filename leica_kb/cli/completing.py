"""What the shell's Tab key offers for ids; bash, zsh and fish ask by ``--install-completion``'s script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer


def complete_claim(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of claims."""
    return _names(ctx, ("claim",), incomplete)


def complete_card(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of whatever ``show`` shows; claims only once their id is begun, so that they do not bury the others."""
    kinds = ("claim", "source", "entity") if incomplete.startswith("c-") else ("source", "entity")
    return _names(ctx, kinds, incomplete)


def complete_entity(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of entities."""
    return _names(ctx, ("entity",), incomplete)


def complete_predicate(ctx: typer.Context, incomplete: str) -> list[str]:
    """Predicates."""
    return _names(ctx, ("predicate",), incomplete)


def complete_source(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of articles."""
    return _names(ctx, ("source",), incomplete)


def complete_ruled(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of what people rule on: findings and names."""
    return _names(ctx, ("finding", "entity"), incomplete)


def complete_terms(ctx: typer.Context, incomplete: str) -> list[str]:
    """Fields of filters and their values."""
    from leica_kb.kb.looking.completing import complete_filter

    before: Any = ctx.params.get("filter_") or ctx.params.get("question") or ()
    return list(complete_filter(_root(ctx), [str(word) for word in before], incomplete))


def _names(ctx: typer.Context, kinds: Sequence[Any], incomplete: str) -> list[str]:
    from leica_kb.kb.looking.completing import complete_name

    return list(complete_name(_root(ctx), kinds, incomplete))


def _root(ctx: typer.Context) -> Path | None:
    root = ctx.params.get("root")
    return Path(root) if root else None
