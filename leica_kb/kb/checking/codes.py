"""Every code of ``check`` explained: what it means, an example, the repair, and whether ``--fix`` mends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files as resources
from typing import Any

from leica_kb.errors import KbError
from leica_kb.files import parse_yaml


class NoSuchCodeError(KbError):
    """No code or kind of this name."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        offer = f"did you mean {', '.join(near)}?" if near else "docs/checks.md lists them all"
        super().__init__(f"no code «{name}»; {offer}")


@dataclass(frozen=True, slots=True)
class Code:
    """One code, explained."""

    code: str
    kind: str
    means: str
    example: str
    repair: str
    fix: bool = False
    """``check --fix`` mends it."""
    note: bool = False
    """Worth knowing and no fault."""

    def to_json(self) -> dict[str, Any]:
        """The code as ``check --explain --json`` prints it."""
        return asdict(self)


def load_codes() -> Mapping[str, Code]:
    """Every code by its name, in order."""
    path = resources("leica_kb.checks") / "codes.yaml"
    data = parse_yaml(path.read_bytes(), "codes.yaml").value
    return {code: Code(code, **told) for code, told in sorted(data.items())}


def explain_code(name: str) -> Code:
    """The code, by its name or its kind; raises NoSuchCodeError for one that does not exist."""
    codes = load_codes()
    for code in codes.values():
        if name.upper() == code.code or name.lower() == code.kind:
            return code
    from difflib import get_close_matches

    known = [*codes, *(code.kind for code in codes.values())]
    raise NoSuchCodeError(name, get_close_matches(name.upper(), known, n=2) or get_close_matches(name, known, n=2))
