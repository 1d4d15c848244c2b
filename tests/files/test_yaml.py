"""YAML of strangers: what it means, where it stands, and that hostile files are refused with their line."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.errors import InputError
from leica_kb.files import YamlLimits, collector_paused, parse_yaml, resolve_plain

PATH = Path("claims/x.yaml")


def _value(text: str) -> Any:
    return parse_yaml(text.encode(), PATH).value


@pytest.mark.parametrize(
    "text",
    "no yes on off y N 2013-03 2026-11-21 1e3 12:30 1.10 007 1_000 0x1F +1 -0 .5 5. .nan = 9999999999999999999".split(),
)
def test_what_other_readers_take_for_something_is_text(text: str) -> None:
    assert _value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
    ],
)
def test_three_words_and_plain_numbers_have_a_meaning(text: str, value: object) -> None:
    assert _value(f"- {text}") == [value]
    assert type(_value(f"- {text}")[0]) is type(value)
    assert _value(f'- "{text}"') == [text]


@given(st.text(alphabet="0123456789.-+e_x: ", min_size=1))
def test_a_number_is_written_as_it_is_read(text: str) -> None:
    assert str(resolve_plain(text)) == text


def test_keys_are_text() -> None:
    assert _value("on: 1\n2013: 2\ntrue: 3\n~: 4\n") == {"on": 1, "2013": 2, "true": 3, "~": 4}


def test_an_empty_file_is_none_on_line_one() -> None:
    document = parse_yaml(b"# nothing\n", PATH)
    assert (document.value, document.line("a", 0)) == (None, 1)


def test_lines_of_keys_and_items() -> None:
    text = "a: 1\nb:\n  - c: 2\n    d:\n      3\n  - e\n"
    document = parse_yaml(text.encode(), PATH)
    assert [document.line(*keys) for keys in ((), ("a",), ("b",), ("b", 0), ("b", 0, "d"), ("b", 1))] == [
        1,
        1,
        2,
        3,
        4,
        6,
    ]
    assert [document.line(*keys) for keys in (("x",), ("b", 9), ("b", 0, "x"), ("a", "x"))] == [1, 2, 3, 1]


def test_aliases_are_copies() -> None:
    assert _value("a: &x [1, {b: 2}]\nc: *x") == {"a": [1, {"b": 2}], "c": [1, {"b": 2}]}


LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
MANY = 250_000


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("[" * 100_000, 1, "deeper than 40"),
        ("[" * 100_000 + "]" * 100_000, 1, "deeper than 40"),
        ("- " * 100_000, 1, "deeper than 40"),
        ("{a: " * 100_000, 1, "deeper than 40"),
        ("? " * 100_000, 1, "deeper than 40"),
        ("".join(" " * n + "a:\n" for n in range(1000)), 41, "deeper than 40"),
        ("&a [*a]", 1, "deeper than 40"),
        (LAUGHS, 1, "aliases repeat"),
        ("- &a x\n" + "- *a\n" * MANY, 1, "aliases repeat"),
        ("[" + "[]," * MANY + "]", 1, "more keys and values"),
        ("-\n" * (MANY + 1), 1, "more keys and values"),
        ("a: 1\nb: " + "x" * 10_000_000, 2, "10,000,000 characters"),
        ("x" * 16_000_001, 1, "16,000,001 bytes"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]", 2, "tag"),
        ("a: !!str x", 1, "tag"),
        ("!x {a: b}", 1, "tag"),
        ("!x [a]", 1, "tag"),
        ("a:\n  ? [b]\n  : c", 2, "plain word"),
        ("a: 1\nb: 2\na: 3", 3, "second time"),
        ("a: &x {b: 1}\nc:\n  <<: *x", 3, "merge key"),
        ("a: 1\n---\nb: 2", 2, "single document"),
        ("%YAML 1.1\n---\na", 1, "directive"),
        ("a: 1\nb: \0", 2, r"U\+0000"),
        ("a: 1\nb: \x1b[2J", 2, r"U\+001B"),
        ('a: 1\nb: "\\ud800"', 2, "invalid Unicode"),
        ("a: 1\nb: [", 3, "not YAML"),
        ("a: 1\nb: *nowhere", 2, "undefined alias"),
        ("a: 1\n\tb: 2", 2, "not YAML"),
    ],
)
def test_hostile_files_are_refused_with_their_line(data: str, line: int, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parse_yaml(data.encode(), PATH)
    assert (caught.value.line, caught.value.path) == (line, PATH)
    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(("data", "line"), [(b"a: 1\nb: \xff", 2), (b"\xed\xa0\x80", 1), ("a".encode("utf-16"), 1)])
def test_what_is_not_utf_8_is_told_with_its_byte(data: bytes, line: int) -> None:
    with pytest.raises(InputError, match="not UTF-8: byte") as caught:
        parse_yaml(data, PATH)
    assert caught.value.line == line


def test_limits_are_the_caller_s() -> None:
    small = YamlLimits(size=50, depth=2, nodes=5, scalar=3)
    assert parse_yaml(b"a: [bcd]", PATH, small).value == {"a": ["bcd"]}
    for text, words in (
        ("a" * 51, "51 bytes"),
        ("[[[]]]", "deeper"),
        ("[1, 2, 3, 4, 5]", "more keys"),
        ("abcd", "4 char"),
    ):
        with pytest.raises(InputError, match=words):
            parse_yaml(text.encode(), PATH, small)


@given(
    st.recursive(
        st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
def test_what_other_tools_write_reads_the_same(value: object) -> None:
    written = yaml.safe_dump(value, default_style='"').replace("!!str ", "")
    assert parse_yaml(written.encode(), PATH).value == value


@given(st.binary(max_size=60) | st.text(alphabet="[]{}:,-?&*!|>'\"%@# \n\tab1", max_size=40).map(str.encode))
def test_any_bytes_give_a_document_or_a_refusal(data: bytes) -> None:
    with suppress(InputError):
        assert 1 <= parse_yaml(data, PATH).line("a", 0) <= len(data) + 1


def test_the_collector_is_as_it_was() -> None:
    with collector_paused():
        assert not gc.isenabled()
        parse_yaml(b"a: 1", PATH)
        assert not gc.isenabled()
    assert gc.isenabled()
