"""Whose words stand under an article."""

from __future__ import annotations

import pytest

from leica_kb.corpus import parse_document
from leica_kb.corpus.bylines import speaker_of
from tests.corpus.outline import outline

ARTICLE = "Nikon moves its line\n\nNikon will move its line from Sendai to Thailand. It said so on Monday.\n\n"


def under(text: str) -> list[str]:
    """The outline of what stands under the article."""
    lines = outline(ARTICLE + text)
    assert lines[:2] == ["title: Nikon moves its line", "paragraph: Nikon will move its line"]
    return lines[2:]


def test_names_that_say() -> None:
    text = """3 Comments

Jane says:
I love it. Mine came from Japan.

Bob Miller says:
March 5, 2024 at 4:12 pm
Mine was made in China.

It also came late.
Reply

anna_k on March 6, 2024 at 9:00 am
@Bob that's wrong:
- this one is from Japan
- that one is not
Reply

Leave a Reply
Name *

About this site
"""
    assert under(text) == [
        "boilerplate: 3 Comments",
        "credit: Jane says:",
        "comment =commenter:jane: I love it. Mine came fro",
        "credit: Bob Miller says:",
        "boilerplate: March 5, 2024 at 4:12 pm",
        "comment =commenter:bob-miller: Mine was made in China.",
        "comment <7 =commenter:bob-miller: It also came late.",
        "boilerplate: Reply",
        "credit: anna_k on March 6, 2024",
        "comment =commenter:anna-k: @Bob that's wrong:",
        "list_item <11 =commenter:anna-k: - this one is from Japan",
        "list_item <11 =commenter:anna-k: - that one is not",
        "boilerplate: Reply",
        "boilerplate: Leave a Reply",
        "boilerplate: Name *",
        "paragraph: About this site",
    ]


def test_names_before_a_colon_under_a_header() -> None:
    text = "Comments\n\nJohn: I saw this coming.\nMary Ann: Sad. Mine was made in Vietnam.\nJohn: Mine too.\n"
    text += "Note: sold it.\n"
    assert under(text) == [
        "boilerplate: Comments",
        "comment =commenter:john: John: I saw this coming.",
        "comment =commenter:mary-ann: Mary Ann: Sad. Mine was",
        "comment =commenter:john: John: Mine too.",
        "comment <5 =commenter:john: Note: sold it.",
    ]
    document = parse_document(ARTICLE + text)
    assert [one.span.of(document.text) for one in document.sentences if one.block == 4] == [
        "Sad.",
        "Mine was made in Vietnam.",
    ]


def test_nameless_comments_are_counted() -> None:
    text = (
        "Comments (4)\n\nGreat news!\n\nI disagree. It never was.\n\nTwo reasons:\n1. the box\n2. the label\n\nFirst!\n"
    )
    assert under(text) == [
        "boilerplate: Comments (4)",
        "comment =commenter:1: Great news!",
        "comment =commenter:2: I disagree. It never was",
        "comment =commenter:3: Two reasons:",
        "list_item <5 =commenter:3: 1. the box",
        "list_item <5 =commenter:3: 2. the label",
        "comment =commenter:4: First!",
    ]


def test_bullets_between_the_closing_lines_and_the_form() -> None:
    text = """(Visited 12 times, 1 visits today)

  * Mine is from 1979 and still works.

  * There are two kinds:
    (a) those from Wetzlar
    (b) those from Midland
    "A lens is for life."

Post a comment
Your email address will not be published.
"""
    assert under(text) == [
        "boilerplate: (Visited 12 times, 1 vis",
        "comment =commenter:1: * Mine is from 1979 and",
        "comment =commenter:2: * There are two kinds:",
        "list_item <4 =commenter:2: (a) those from Wetzlar",
        "list_item <4 =commenter:2: (b) those from Midland",
        'quote <4 =commenter:2: "A lens is for life."',
        "boilerplate: Post a comment",
        "boilerplate: Your email address will",
    ]


def test_bullets_above_a_form_that_belong_to_the_article_stay_its_own() -> None:
    text = "The plan has two steps:\n\n• close Sendai\n• open Thailand\n\nLeave a comment\n"
    assert under(text)[1:3] == ["list_item <2: • close Sendai", "list_item <2: • open Thailand"]


def test_numbered_comments_with_name_and_time_above() -> None:
    text = """12 Responses to “Nikon moves its line”

1. Mike T. says:
May 2, 2024 at 8:01 am
That is bad news.

2. Lens Fan (admin) says:
May 2, 2024 at 9:15 am
Nikon told me by e-mail:
"Repairs will be done in Japan."
So expect six weeks.
"""
    assert under(text) == [
        "boilerplate: 12 Responses to “Nikon m",
        "credit: 1. Mike T. says:",
        "boilerplate: May 2, 2024 at 8:01 am",
        "comment =commenter:mike-t: That is bad news.",
        "credit: 2. Lens Fan (admin) says",
        "boilerplate: May 2, 2024 at 9:15 am",
        "comment =commenter:lens-fan: Nikon told me by e-mail:",
        'quote <8 =commenter:lens-fan: "Repairs will be done in',
        "comment <8 =commenter:lens-fan: So expect six weeks.",
    ]


def test_a_name_over_a_date_or_directly_over_its_words() -> None:
    text = """2 Comments

Susan K.
May 5, 2019 at 9:01 pm

Mine says China.

Ötzi Grün
Mine says Japan, as it did before.
"""
    assert under(text) == [
        "boilerplate: 2 Comments",
        "credit: Susan K.",
        "boilerplate: May 5, 2019 at 9:01 pm",
        "comment =commenter:susan-k: Mine says China.",
        "credit: Ötzi Grün",
        "comment =commenter:otzi-grun: Mine says Japan, as it d",
    ]


@pytest.mark.parametrize(
    "byline",
    [
        "photofan · Jan 4, 2024 at 6:12 PM",
        "Photo Fan (3 hours ago)",
        "#12 Photo Fan on 4 January 2024, 18:12:",
        "Fan\n2 days ago",
    ],
)
def test_a_thread_without_a_header_begins_at_a_name_with_a_time(byline: str) -> None:
    lines = under(f"{byline}\nYes. It is the same sensor as before.\n")
    assert lines[0].startswith("credit")
    assert lines[-1].startswith("comment =commenter:")


def test_two_lone_names_that_say_are_a_thread_and_one_is_a_lead_in() -> None:
    thread = "Hans Meier wrote:\nI don't think so.\n\nphotofan wrote:\nSource?\n"
    assert [line.split(": ")[0] for line in under(thread)][1] == "comment =commenter:hans-meier"
    quoted = 'Hans Meier wrote:\n\n"I do not think so at all."\n'
    assert under(quoted) == ["paragraph: Hans Meier wrote:", 'quote <2 =Hans Meier: "I do not think so at al']


def test_names_that_say_in_one_line_are_a_thread_where_little_else_stands() -> None:
    said = "Jane says: I like it a lot.\nBob says: I do not like it.\n"
    assert under(said + "\nLeave a Reply\n")[0] == "comment =commenter:jane: Jane says: I like it a l"
    assert under(said)[1] == "comment =commenter:bob: Bob says: I do not like"
    told = said + "The works stand in a valley. They have stood there since 1925.\n" * 3
    assert not any("commenter" in line for line in under(told))
    assert not any("commenter" in line for line in under("Jane says: I like it a lot.\nJane says: I do.\n"))


def test_a_date_line_at_the_top_is_the_articles_byline() -> None:
    text = "Who makes it?\n\njimmy_42, Jan 4, 2024\n\nI read that Sony makes the sensor. Is that true?\n"
    assert outline(text)[1] == "credit: jimmy_42, Jan 4, 2024"


def test_a_counter_above_the_article_begins_no_thread() -> None:
    text = "Nikon moves its line\n\n12 Comments\n\nNikon will move its line from Sendai to Thailand, it said.\n"
    assert [line.split(":")[0] for line in outline(text)] == ["title", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Jane Doe", "commenter:jane-doe"),
        ("", "commenter:7"),
        ("42", "commenter:7"),
        ("Ötzi_1", "commenter:otzi-1"),
        ("Юрий", "commenter:юрии"),
    ],
)
def test_a_commenters_id(name: str, speaker: str) -> None:
    assert speaker_of(name, 7) == speaker


def test_a_heading_that_recurs_heads_no_readers_comments() -> None:
    judged = "The {} is as good as anything that I have seen at this price."
    part = f"{{}}\n\n{judged}\n\nComments\n\nI love this {{}} for its finish.\n\n"
    text = "A watch under test\n\n" + "".join(part.format(word.title(), word, word) for word in ("bezel", "bracelet"))
    assert not any(line.startswith("comment") for line in outline(text))
