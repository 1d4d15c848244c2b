"""One description of a screen, three drawings: widths, marks, and text of strangers that stays text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from leica_kb.model import Span
from leica_kb.render.blocks import (
    Block,
    Heading,
    Panel,
    Paragraph,
    Piece,
    Quote,
    Table,
    Tree,
    in_parts,
    line,
    marked,
    say,
    text_of,
)
from leica_kb.render.markdown import draw_markdown
from leica_kb.render.plain import column_widths, draw_plain
from leica_kb.render.terminal import draw_terminal
from leica_kb.render.visible import escaped, visible

SCREEN: tuple[Block, ...] = (
    Heading("What they say", 1),
    say("Two articles speak of ", Piece("Sigma", "strong"), "."),
    Quote(line("made in ", Piece("Japan", "cue")), line("Lens World, 2013")),
    Table(("name", "n"), ((line("Sigma"), line("2")), (line("Tamron of Saitama"), line("1"))), (1, 0)),
    Panel(line("tension"), (say("they differ"), Heading("Why", 3)), "warn"),
    Tree(line("speaker"), (Tree(line("relay"), (Tree(line("article")),)), Tree(line("file")))),
)


def test_plain_text() -> None:
    assert draw_plain(SCREEN, 40) == (
        "What they say\n"
        "=============\n"
        "\n"
        "Two articles speak of Sigma.\n"
        "  “made in *Japan*”\n"
        "    — Lens World, 2013\n"
        "name               n\n"
        "-----------------  ------\n"
        "Sigma              2\n"
        "Tamron of Saitama  1\n"
        "\n"
        "tension\n"
        "  they differ\n"
        "\n"
        "  Why\n"
        "\n"
        "speaker\n"
        "├─ relay\n"
        "│  └─ article\n"
        "└─ file\n"
    )


def test_markdown() -> None:
    assert draw_markdown(SCREEN) == (
        "# What they say\n"
        "\n"
        "Two articles speak of **Sigma**.\n"
        "\n"
        "> “made in **Japan**”  \n"
        "> — Lens World, 2013\n"
        "\n"
        "| name | n |\n"
        "| --- | --- |\n"
        "| Sigma | 2 |\n"
        "| Tamron of Saitama | 1 |\n"
        "\n"
        "#### tension\n"
        "\n"
        "they differ\n"
        "\n"
        "##### Why\n"
        "\n"
        "- speaker\n"
        "  - relay\n"
        "    - article\n"
        "  - file\n"
    )


def test_a_terminal_gets_colours_and_boxes_unless_they_are_refused() -> None:
    coloured, plain = (draw_terminal(SCREEN, 60, colour=colour) for colour in (True, False))
    assert "\x1b[1;3;4;33mJapan" in coloured
    assert "╭─ tension" in re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)
    assert "Japan" in plain


def test_a_terminal_draws_within_its_width() -> None:
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", draw_terminal(SCREEN, 30, colour=True))
    assert max(len(row) for row in drawn.split("\n")) <= 30


words = st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=1, max_size=12)


@given(st.lists(words, max_size=30), st.integers(24, 120), st.integers(0, 8))
def test_plain_lines_keep_to_the_width(parts: list[str], width: int, indent: int) -> None:
    drawn = draw_plain([Paragraph(line(" ".join(parts)), indent)], width)
    assert max(len(row) for row in drawn.split("\n")) <= width
    assert drawn.split() == " ".join(parts).split()


@given(
    st.lists(st.lists(st.integers(0, 60).map("x".__mul__), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(60, 140),
)
def test_tables_keep_to_the_width(rows: list[list[str]], width: int) -> None:
    cells = tuple(tuple(line(cell) for cell in row) for row in rows)
    drawn = draw_plain([Table(("a", "b", "c"), cells, (1, 2, 3))], width)
    assert max(len(row) for row in drawn.split("\n")) <= width


@given(st.lists(st.integers(0, 80), min_size=2, max_size=5), st.integers(40, 100))
def test_columns_fill_the_width_where_they_need_it(lengths: list[int], width: int) -> None:
    natural = [max(6, length) for length in lengths]
    gaps = 2 * (len(lengths) - 1)
    sizes = column_widths([["x" * length for length in lengths]], [1] * len(lengths), width)
    if sum(natural) + gaps <= width:
        assert list(sizes) == natural
    else:
        assert width - len(lengths) <= sum(sizes) + gaps <= width


@given(
    st.text(max_size=60), st.integers(0, 500), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600)), max_size=6)
)
def test_marking_changes_no_character(text: str, start: int, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    assert text_of(marked(text, start, spans)) == text


def test_marks_stand_where_the_spans_say() -> None:
    pieces = marked("will not make", 100, [Span(105, 108), Span(100, 104), Span(106, 107)])
    assert [piece.text for piece in pieces if piece.style == "cue"] == ["will", "not"]


@given(st.text())
def test_no_character_of_a_stranger_reaches_the_terminal_as_a_command(text: str) -> None:
    shown = visible(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert visible(shown) == shown


def test_escapes_are_shown_as_signs() -> None:
    assert visible("red \x1b[31m alert\x07 \x7f \x9b1m \u202eevil") == "red ␛[31m alert␇ ␡ ‹U+009B›1m ‹U+202E›evil"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_json_reads_as_the_same_text(text: str) -> None:
    import json

    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text


@given(st.text(st.characters(codec="ascii", categories=("P", "S"))))
def test_markdown_of_strangers_is_text(text: str) -> None:
    drawn = draw_markdown([Paragraph(line(f"a{text}z"))])
    assert re.sub(r"\\([\\`*_\[\]<>|#~])", r"\1", drawn) == f"a{text}z\n"
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_<\[|`]", drawn)


def test_lists_in_text_are_no_lists_in_markdown() -> None:
    assert draw_markdown([Paragraph(line("- item")), Paragraph(line("1. item"))]) == "\\- item\n\n\\1. item\n"


def test_a_table_with_long_cells_folds_them() -> None:
    table = Table(("id", "words"), ((line("c-1"), line("a b c d e f g h i j k l m n o p")),), (0, 1))
    assert draw_plain([table], 24) == (
        "id      words\n------  ----------------\nc-1     a b c d e f g h\n        i j k l m n o p\n"
    )


def test_long_tree_lines_hang() -> None:
    tree = Tree(line("root"), (Tree(line("one two three four five six")), Tree(line("end"))))
    assert draw_plain([tree], 20) == "root\n├─ one two three\n│  four five six\n└─ end\n"


def _comparison(columns: int) -> Table:
    names = tuple(f"paper {n}" for n in range(1, columns + 1))
    every = (line("made in"), *(line(f"town {n}") for n in range(1, columns + 1)))
    only_last = (line("made by"), *(line("–") for _ in names[1:]), line("Sigma"))
    return Table(("", *names), (every, only_last), (1,) * (columns + 1), 8)


def test_a_wide_table_goes_on_below_under_its_first_column() -> None:
    assert draw_plain((_comparison(3),), 30) == (
        "         paper 1\n"
        "-------  -------\n"
        "made in  town 1\n"
        "\n"
        "         paper 2  paper 3\n"
        "-------  -------  -------\n"
        "made in  town 2   town 3\n"
        "\n"
        "made by  –        Sigma\n"
    )


@given(st.integers(1, 9), st.integers(20, 120))
def test_no_column_is_lost_whatever_the_width(columns: int, width: int) -> None:
    table = _comparison(columns)
    parts = list(in_parts(table, width))
    assert [name for part in parts for name in part.columns[1:]] == list(table.columns[1:])
    assert all(len(part.columns) == 2 or 10 * len(part.columns) - 2 <= width for part in parts)
    for n in range(1, columns + 1):
        assert f"town {n}" in draw_terminal((table,), width, colour=False)
