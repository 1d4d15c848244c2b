"""The small files beside the claims in canonical form: keys in order, nothing misread, no word or comment lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from leica_kb.corpus.schema import Sidecar
from leica_kb.errors import InputError
from leica_kb.files import parse_yaml
from leica_kb.packs.door import EntitiesFile, EntityEntry
from leica_kb.store import (
    BASE_ORDER,
    DECISIONS_ORDER,
    ENTITIES_ORDER,
    SIDECAR_ORDER,
    quote_scalar,
    tidy_claims,
    tidy_yaml,
)
from leica_kb.store.schema import BaseModelFile, DecisionModel, DecisionsFileModel, NameRulingModel
from tests.store.strategies import TRAPS

ROOT = Path(__file__).parents[2]
PATH = Path("seeds/a.yaml")


def tidied(text: str) -> str:
    return tidy_yaml(text.encode(), PATH, SIDECAR_ORDER).decode()


def test_keys_stand_in_order_and_take_the_comments_above_them_along() -> None:
    assert tidied(
        "# about\n\n# when\npublished: 2013-03\n# who\n# exactly?\npublisher: PetaPixel  # it\n\ntitle: A\n"
    ) == ('# about\n\n# when\ntitle: A\n# who\n# exactly?\npublisher: PetaPixel  # it\n\npublished: "2013-03"\n')


def test_what_another_reader_takes_for_something_else_is_quoted() -> None:
    text = tidied("title: no\npublished: 2013\nlanguage: no # Norwegian\nretells: [on, true]\nbasis: {title: [1e3]}\n")
    assert text == (
        'title: "no"\npublished: "2013"\nlanguage: "no" # Norwegian\nretells: ["on", true]\nbasis: {title: ["1e3"]}\n'
    )
    assert yaml.safe_load(text)["language"] == "no"


def test_null_and_the_format_stay_what_they_are() -> None:
    text = "format: 1\npacks: [leica]\nrest: ~\nmore: null\nlast:\n"
    assert tidy_yaml(text.encode(), PATH, BASE_ORDER).decode() == text


def test_entities_and_rulings_have_their_own_order() -> None:
    entities = "entities:\n  a:\n    type: x\n    # shown\n    name: A\n  b: {type: x, name: B}\nformat: 1\n"
    assert tidy_yaml(entities.encode(), PATH, ENTITIES_ORDER).decode() == (
        "format: 1\nentities:\n  a:\n    # shown\n    name: A\n    type: x\n  b: {type: x, name: B}\n"
    )
    rulings = "format: 1\ndecisions:\n  # first\n  - verdict: real\n    # what\n    kind: value\n  - kind: x\n"
    assert tidy_yaml(rulings.encode(), PATH, DECISIONS_ORDER).decode() == (
        "format: 1\ndecisions:\n  # first\n  - kind: value\n    # what\n    verdict: real\n  - kind: x\n"
    )


def test_the_head_of_a_file_of_claims_stands_before_its_claims() -> None:
    entry = "  - {subject: a, predicate: b, object: {entity: c}, quote: d}\n"
    text = f"# mine\nclaims:\n  # first\n{entry}# whose\nsource: s # ours\nformat: 1\n# end\n"
    tidy = tidy_claims(text.encode(), Path("claims/s.yaml")).decode()
    assert tidy.startswith("# mine\nformat: 1\n# whose\nsource: s # ours\nclaims:\n  # first\n  - id: c-0917ea6f27eb\n")
    assert tidy.endswith("    quote: d\n# end\n")
    assert tidy_claims(tidy.encode(), Path("claims/s.yaml")).decode() == tidy


def test_line_ends_and_a_byte_order_mark_go() -> None:
    assert tidy_yaml("\ufefftitle: A # ä\r\n".encode(), PATH, SIDECAR_ORDER) == "title: A # ä\n".encode()
    assert tidied("title: A\r\r\n# b\rpublisher: B\r") == "title: A\n\n# b\npublisher: B\n"


def test_flow_style_and_an_empty_file_stay() -> None:
    assert tidied("{published: x, title: A}\n") == "{published: x, title: A}\n"
    assert tidied("# nothing yet\n") == "# nothing yet\n"


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(InputError):
        tidied("title: [\n")


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_sidecars_are_canonical(path: Path) -> None:
    assert tidy_yaml(path.read_bytes(), path, SIDECAR_ORDER) == path.read_bytes()


KEYS = ("id", "title", "publisher", "author", "published", "language", "unknown")
plain = st.sampled_from(
    [*(trap for trap in TRAPS if re.fullmatch(r"[\w.+:-]+", trap)), "2013", "1984", "null", "true", "a"]
)
written = plain | st.text(max_size=8).map(quote_scalar) | st.sampled_from(["[no, 2013, b]", "\n  - on\n  - x # c0!"])
COMMENTS = ("", "", "# c1!\n", "\n", "# c2!\n\n# c3!\n")


@given(st.data())
def test_tidying_is_idempotent_and_loses_nothing(data: st.DataObject) -> None:
    keys = data.draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
    text = ""
    for key in keys:
        behind = data.draw(st.sampled_from(("", "  # c4!")))
        text += f"{data.draw(st.sampled_from(COMMENTS))}{key}: {data.draw(written)}{behind}\n"
    text += data.draw(st.sampled_from(COMMENTS))
    new = tidied(text)
    assert tidied(new) == new
    assert _texts(new) == _texts(text)
    assert _all_text(yaml.load(new, yaml.SafeLoader))
    for comment in ("# c0!", "# c1!", "# c2!", "# c3!", "# c4!"):
        assert new.count(comment) == text.count(comment)
    assert new.split("\n").count("") == text.split("\n").count("")
    assert [key for key in KEYS if f"\n{key}:" in f"\n{new}"] == re.findall(r"^(\w+):", new, re.MULTILINE)


def _texts(text: str) -> dict[str, object]:
    """What the file says, with numbers as they are written."""
    return {key: _written(item) for key, item in parse_yaml(text.encode(), PATH).value.items()}


def _written(value: object) -> object:
    if isinstance(value, list):
        return [_written(item) for item in value]
    return value if value is None or isinstance(value, bool) else str(value)


def _all_text(value: object) -> bool:
    """Whether PyYAML, a reader of YAML 1.1, takes every value for a text, null or true."""
    if isinstance(value, dict):
        return all(_all_text(item) for item in value.values())
    if isinstance(value, list):
        return all(_all_text(item) for item in value)
    return value is None or value is True or isinstance(value, str)


ORDERS = [
    (BASE_ORDER[()], BaseModelFile),
    (ENTITIES_ORDER[()], EntitiesFile),
    (ENTITIES_ORDER["entities", "*"], EntityEntry),
    (DECISIONS_ORDER[()], DecisionsFileModel),
    (SIDECAR_ORDER[()], Sidecar),
]


@pytest.mark.parametrize(("order", "model"), ORDERS, ids=[model.__name__ for _, model in ORDERS])
def test_the_order_is_that_of_the_doors_model_and_of_the_page(order: Sequence[str], model: type[BaseModel]) -> None:
    assert tuple(order) == tuple(model.model_fields)
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    assert ", ".join(f"`{key}`" for key in order) in page.replace('`"on"`', "`on`")


def test_the_order_of_rulings_is_that_of_both_models() -> None:
    order = DECISIONS_ORDER["decisions", "*"]
    assert set(order) == {*DecisionModel.model_fields, *NameRulingModel.model_fields}
    for model in (DecisionModel, NameRulingModel):
        assert [key for key in order if key in model.model_fields] == list(model.model_fields)
