"""What people ruled on two names: the ruling as a value, and as it stands among the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from leica_kb.store.quoting import quote_scalar

if TYPE_CHECKING:
    from leica_kb.store.schema import NameRulingModel

NAME: Final = "name"
"""The ``kind`` of such a ruling, which no kind of finding has."""
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameRuling:
    """Whether two entity ids mean one thing; ``same`` holds for all the base, and no claim is rewritten."""

    names: tuple[str, str]
    """Entity ids, the smaller first."""
    verdict: str
    """same, different or unsure"""
    because: str = ""
    by: str = ""
    on: str = ""
    written: Pairs = ()
    """How the articles write those of them that nobody declares: what later articles are read with."""
    type: str = ""
    """Entity type of names that nobody declares."""
    until: Pairs = ()
    """The id that was given up, and the EDTF date of the renaming."""

    @property
    def pair(self) -> tuple[str, str, str]:
        """What the ruling is on; there is one ruling on each."""
        return (NAME, *self.names)

    def to_json(self) -> dict[str, Any]:
        """What the log keeps of it beside the names; absent fields are left out."""
        known = {"because": self.because, "by": self.by, "on": self.on, "type": self.type}
        named = {"written": dict(self.written), "until": dict(self.until)}
        return {"verdict": self.verdict, **{key: value for key, value in (known | named).items() if value}}


def name_ruling(names: Iterable[str], data: Mapping[str, Any]) -> NameRuling:
    """The ruling that ``to_json`` wrote."""
    first, second = sorted(names)
    known = {**data, **{key: tuple(sorted(dict(data.get(key) or {}).items())) for key in ("written", "until")}}
    return NameRuling((first, second), **known)


def from_model(model: NameRulingModel) -> NameRuling:
    """The ruling that an accepted entry stands for."""
    return name_ruling(model.names, model.model_dump(exclude={"kind", "names"}))


def ruling_lines(ruling: NameRuling) -> tuple[str, ...]:
    """The entry in canonical form, without its dash."""
    fields = {
        "kind": NAME,
        "names": f"[{', '.join(quote_scalar(name, flow=True) for name in ruling.names)}]",
        "verdict": ruling.verdict,
        "because": quote_scalar(ruling.because) if ruling.because else "",
        "written": _flow(ruling.written),
        "type": quote_scalar(ruling.type) if ruling.type else "",
        "until": _flow(ruling.until),
        "by": quote_scalar(ruling.by) if ruling.by else "",
        '"on"': quote_scalar(ruling.on) if ruling.on else "",
    }
    return tuple(f"{key}: {value}" for key, value in fields.items() if value)


def _flow(pairs: Pairs) -> str:
    shown = (f"{quote_scalar(name, flow=True)}: {quote_scalar(value, flow=True)}" for name, value in pairs)
    return f"{{{', '.join(shown)}}}" if pairs else ""
