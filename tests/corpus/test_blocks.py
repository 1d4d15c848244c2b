"""Articles of many makes, with the blocks that a careful reader sees in them."""

from __future__ import annotations

import pytest

from leica_kb.corpus import parse_document
from leica_kb.corpus.furniture import is_furniture
from leica_kb.corpus.headings import has_heading_shape
from leica_kb.corpus.markers import find_marker
from tests.corpus.outline import outline


def test_a_review_with_lists_a_table_and_values() -> None:
    text = """Skip to content
Home » Cameras » Reviews

Fujifilm X100VI Review: The Everyday Companion

By Jane Doe | March 3, 2024
8 min read

The Fujifilm X100VI is the sixth camera in the series. It was announced in Tokyo.

What's in the box?

Inside you will find:

- the camera
- one battery

Pros:
* Sharp lens
* In-body stabilisation
  * six stops
* Film simulations

Sensor: 40 MP APS-C
Lens: 23mm f/2

| Model | Price |
|-------|-------|
| X100V | $1,399 |

Verdict

If you can find one, buy it.

Tags: fujifilm, x100vi
"""
    assert outline(text) == [
        "boilerplate: Skip to content",
        "boilerplate: Home » Cameras » Reviews",
        "title: Fujifilm X100VI Review:",
        "credit: By Jane Doe | March 3, 2",
        "boilerplate: 8 min read",
        "paragraph: The Fujifilm X100VI is t",
        "heading: What's in the box?",
        "paragraph: Inside you will find:",
        "list_item <7: - the camera",
        "list_item <7: - one battery",
        "heading: Pros:",
        "list_item <10: * Sharp lens",
        "list_item <10: * In-body stabilisation",
        "list_item <12: * six stops",
        "list_item <10: * Film simulations",
        "list_item: Sensor: 40 MP APS-C",
        "list_item: Lens: 23mm f/2",
        "list_item: | Model | Price |",
        "list_item: | X100V | $1,399 |",
        "heading: Verdict",
        "paragraph: If you can find one, buy",
        "boilerplate: Tags: fujifilm, x100vi",
    ]


def test_a_press_release_folded_at_72_columns() -> None:
    text = """FOR IMMEDIATE RELEASE

Zeiss Opens New Optics Plant in Hungary

OBERKOCHEN, Germany, March 3, 2021 -- Carl Zeiss AG today opened a new
plant for camera lenses in Pécs. The site employs 250 people and will
produce up to 40,000 lenses a year.

"Pécs gives us the capacity that we need," said Dr. Karl Lamprecht,
President and CEO of Zeiss. "We expect to double our output by 2023."

Key facts:
    • Investment: €45 million
    • Opening: March 2021

About Zeiss

Carl Zeiss AG was founded in Jena in 1846.

This press release contains forward-looking statements.

Media Contact:
Anna Schmidt
anna.schmidt@example.com

###
"""
    assert outline(text) == [
        "boilerplate: FOR IMMEDIATE RELEASE",
        "title: Zeiss Opens New Optics P",
        "paragraph: OBERKOCHEN, Germany, Mar",
        'paragraph: "Pécs gives us the capac',
        "heading: Key facts:",
        "list_item <4: • Investment: €45 millio",
        "list_item <4: • Opening: March 2021",
        "heading: About Zeiss",
        "paragraph: Carl Zeiss AG was founde",
        "disclaimer: This press release conta",
        "boilerplate: Media Contact:",
        "boilerplate: Anna Schmidt",
        "boilerplate: anna.schmidt@example.com",
    ]
    document = parse_document(text)
    sentences = [one.span.of(text) for one in document.sentences if one.block == 2]
    assert len(sentences) == 2
    assert sentences[1].endswith("and will\nproduce up to 40,000 lenses a year.")


def test_a_history_in_markdown() -> None:
    text = """A short history of the Contax
=============================

## The beginning

Zeiss Ikon introduced the Contax in 1932. It rivalled the
Leica, which had been on sale since 1925.[1]

> "The Contax is the finest miniature camera," wrote the catalogue.

### After the war

1. In 1946 the Soviets moved the line.
2. The Kiev was made until 1987.

a) It kept the mount.
b) It kept the shutter.

**The end**

Production of the Contax ended in 1961.

---

Figure 2: The Contax II with Sonnar lens

![The works in Dresden](works.jpg)
"""
    assert outline(text) == [
        "title: A short history of the C",
        "heading: ## The beginning",
        "paragraph: Zeiss Ikon introduced th",
        'quote: > "The Contax is the fin',
        "heading: ### After the war",
        "list_item <4: 1. In 1946 the Soviets m",
        "list_item <4: 2. The Kiev was made unt",
        "list_item: a) It kept the mount.",
        "list_item: b) It kept the shutter.",
        "heading: **The end**",
        "paragraph: Production of the Contax",
        "caption: Figure 2: The Contax II",
        "caption: ![The works in Dresden](",
    ]


def test_plain_mail_with_wrapped_items_and_an_indented_quotation() -> None:
    text = """The Kyocera years
-----------------

In 1975 Yashica and Zeiss agreed to revive the Contax name. The cameras
were made by Yashica in Japan.

Three models matter:

  1) the RTS, designed by Porsche, which was the first
     camera of the revival and sold for 20 years
  2) the T2, a compact camera

As one dealer put it:

    "There will never be another G1. They lost money on every single
    one of them."

The last Contax was the first full-frame DSLR.

                                      -- Erwin Puts
"""
    assert outline(text) == [
        "title: The Kyocera years",
        "paragraph: In 1975 Yashica and Zeis",
        "paragraph: Three models matter:",
        "list_item <2: 1) the RTS, designed by",
        "list_item <2: 2) the T2, a compact cam",
        "paragraph: As one dealer put it:",
        'quote <5: "There will never be ano',
        "paragraph: The last Contax was the",
        "credit: -- Erwin Puts",
    ]


def test_a_text_without_blank_lines_has_a_block_on_each_line() -> None:
    text = (
        "Nikon moves out\nNikon will close its plant in Sendai this year.\n"
        "Why now?\nThe plant has run at a loss since 2019."
    )
    assert outline(text) == [
        "title: Nikon moves out",
        "paragraph: Nikon will close its pla",
        "heading: Why now?",
        "paragraph: The plant has run at a l",
    ]


def test_a_timeline_numbered_headings_and_sources() -> None:
    text = """The story of the Exakta

The Exakta was made by Ihagee in Dresden. It was the first 35mm SLR.

1912: Johan Steenbergen founds Ihagee
1945: Air raids destroy the factory

1. The early models

The first one had a round magnifier, and it was made for one year only, as far as anyone knows today.

2. The late models

The RTL 1000 was the last one; Pentacon made it in the same works until the line was closed in 1976.

Sources:
[1] Ihagee archive, Dresden
[2] Leipzig fair catalogue
"""
    assert outline(text) == [
        "title: The story of the Exakta",
        "paragraph: The Exakta was made by I",
        "list_item <1: 1912: Johan Steenbergen",
        "list_item <1: 1945: Air raids destroy",
        "heading: 1. The early models",
        "paragraph: The first one had a roun",
        "heading: 2. The late models",
        "paragraph: The RTL 1000 was the las",
        "heading: Sources:",
        "list_item <8: [1] Ihagee archive, Dres",
        "list_item <8: [2] Leipzig fair catalog",
    ]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next_line() -> None:
    text = "The camera comes with three things that matter:\n\n•\nA strap of leather\n•\nA spare battery\n"
    assert outline(text) == [
        "paragraph: The camera comes with th",
        "list_item <0: A strap of leather",
        "list_item <0: A spare battery",
    ]


def test_another_bullet_without_indent_is_a_lower_level() -> None:
    text = "It has this:\n\n• Sensor\n◦ made by Sony\n◦ 24 MP\n• Lens\n"
    assert [block.within for block in parse_document(text).blocks] == [None, 0, 1, 1, 0]


def test_a_paragraph_under_an_item_lies_within_it() -> None:
    text = "It needs two things:\n\n1. A sensor.\n\n   It is made by Sony in Japan, as before.\n\n2. A lens.\n"
    assert outline(text) == [
        "paragraph: It needs two things:",
        "list_item <0: 1. A sensor.",
        "paragraph <1: It is made by Sony in Ja",
        "list_item <0: 2. A lens.",
    ]


def test_one_line_alone_is_a_paragraph_and_no_title() -> None:
    assert outline("Leica makes its lenses in Wetzlar") == ["paragraph: Leica makes its lenses i"]
    assert outline("Leica opened a plant.\n\nAbout Leica") == [
        "paragraph: Leica opened a plant.",
        "paragraph: About Leica",
    ]


def test_an_initial_or_a_lone_number_starts_no_list() -> None:
    text = "The founder is still remembered in the town today.\n\nA. Barnack built the first one there in 1913."
    assert outline(text)[1] == "paragraph: A. Barnack built the fir"
    assert outline("It was a good year for all.\n\ni. e. it was not a bad one for them.")[1].startswith("paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Tweet",
        "Facebook Twitter LinkedIn",
        "Read more: Ten lenses we love",
        "Related posts:",
        "You might also like",
        "Tags: lens, camera",
        "Filed under: News",
        "Posted by admin on May 3, 2014",
        "#leica #m11",
        "Last updated: 3 May 2021",
        "May 3, 2014",
        "5 min read",
        "1,204 views",
        "(Visited 12 times, 1 visits today)",
        "Subscribe to our newsletter",
        "Enter your email address",
        "You can unsubscribe at any time.",
        "We use cookies to give you the best experience.",
        "Accept all",
        "Privacy Policy | Terms of use",
        "Leave a Reply",
        "Your email address will not be published.",
        "Name *",
        "Save my name in this browser.",
        "Log in to reply",
        "Reply",
        "Rate this post",
        "Average rating: 4.3",
        "I'm not a robot",
        "© 2021 Example Media. All rights reserved.",
        "Advertisement",
        "Skip to main content",
        "To book a seat, click here for details.",
        "Buy now at B&H",
        "For more information, visit www.example.com.",
        "Media contact: Jane Doe",
        "https://example.com/a?b=c",
        "★ 4.5/5 (12 votes)",
        "This post contains affiliate links.",
        "Loading…",
        "Sharing is caring!",
        "Follow Jane Doe on Twitter",
        "Comments are closed.",
        "Don't forget to subscribe to our channel!",
        "Previous post",
        "Page 2 of 5",
        "Be the first to comment",
    ],
)
def test_what_a_site_says_to_its_visitor_is_boilerplate(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published in 1925, the catalogue lists eleven lenses that were never made.",
        "The company shares its sensors with Sony.",
        "Likes and dislikes aside, the lens is made in Japan.",
        "Read the article in Le Monde if your French is good.",
        "Cookies and coffee were served when the factory opened.",
        "More from less was Barnack's motto.",
        "Follow-up models were made in Portugal.",
        "Related companies are Leitz Park and Ernst Leitz Werkstätten.",
        "The newsletter of the Leica Society was founded in 1968 and is still printed.",
        "Contact prints were made from the first negatives.",
        "Home market sales fell by a third.",
        "We hope you enjoyed this article about the partnership of the two firms.",
        "Leica opened a store in Tokyo on 3 March 2006 and a second one in 2010.",
    ],
)
def test_prose_about_such_things_is_not(line: str) -> None:
    assert not is_furniture(line)


def test_links_under_related_posts_are_boilerplate_until_prose_returns() -> None:
    text = (
        "Sigma makes its lenses in Aizu, in the north of Japan.\n\nRelated posts\nSigma 50mm review\nAizu tour\n\n"
        "The works have 1,700 people, and they make every screw themselves."
    )
    assert [line.split(":")[0] for line in outline(text)] == [
        "paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind", "sign"),
    [
        ("• one", "bullet", "•"),
        ("- one", "bullet", "-"),
        ("-one", "", ""),
        ("→ one", "bullet", "→"),
        ("1. One", "number", "#."),
        ("12) one", "number", "#)"),
        ("(3) one", "number", "(#)"),
        ("3.5 million", "", ""),
        ("1.One more", "number", "#."),
        ("(a) one", "letter", "(#)"),
        ("b) one", "letter", "#)"),
        ("iv. one", "letter", "#."),
        ("(c) 2021 Example", "", ""),
        ("## One", "heading", "##"),
        ("#1 one", "", ""),
        ("**One**", "heading", "**"),
        ("> one", "quote", ">"),
        ("[2] one", "number", "[#]"),
        ("*one*", "", ""),
        ("2013 was good", "", ""),
        ("☆ one", "bullet", "☆"),
        ("- [x] one", "bullet", "-"),
    ],
)
def test_signs_at_the_start_of_a_line(line: str, kind: str, sign: str) -> None:
    assert find_marker(line)[:2] == (kind, sign)


@pytest.mark.parametrize(
    ("line", "shaped"),
    [
        ("Where are they made?", True),
        ("Does it? Who knows?", True),
        ("The inner life", True),
        ("Pros:", True),
        ("It ended.", False),
        ("Buy it Now!", True),
        ("what a lens", False),
        ("They came. They left", False),
        ("eBay and the used market", True),
        (
            "A b c d e f g h i j k l m n o p q",
            False,
        ),
        ("He said that:", False),
        ("Yamane says:", False),
    ],
)
def test_the_shape_of_a_heading(line: str, shaped: bool) -> None:
    assert has_heading_shape(line) is shaped


def test_a_label_over_nothing_stands_under_a_picture() -> None:
    text = """The two firms work together. They have done so since 2001.

Old and new: compact body with a zoom lens

What changed?

Nothing much changed for the buyers, says the dealer.
"""
    assert [line.split(":")[0] for line in outline(text)] == ["paragraph", "caption", "heading", "paragraph"]


def test_what_stands_between_fences_is_code_and_no_prose() -> None:
    text = """The camera is described here.

```python
Nikon makes the Nova X2.
```

Nikon makes lenses.
"""
    blocks = parse_document(text).blocks
    assert [b.kind for b in blocks if "Nova" in text[b.start : b.end]] == ["boilerplate"]
    assert [b.kind for b in blocks if "lenses" in text[b.start : b.end]] == ["paragraph"]


def test_a_heading_with_a_colon_is_no_value_of_the_list_above() -> None:
    text = """The best compacts of the year

We have tested dozens of cameras this year and liked two of them.

Best overall: Vela C2

The Vela C2 is the compact to beat, and it is a pleasure to use.

Pros: excellent lens
Cons: no flash

Best for travel: Orlik T30

With a long zoom, the Orlik T30 covers everything from landscapes to wildlife.
"""
    assert outline(text)[2:] == [
        "heading: Best overall: Vela C2",
        "paragraph: The Vela C2 is the compa",
        "list_item <3: Pros: excellent lens",
        "list_item <3: Cons: no flash",
        "heading: Best for travel: Orlik T",
        "paragraph: With a long zoom, the Or",
    ]
