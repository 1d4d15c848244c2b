"""The planted pairs in a small notation, one line a template: name, kind, and what two or three claims say.

``subject predicate object | field=value …``: A and B are models of LINE, SUB lies in CLASS and has the twin TWIN;
F0… are firms, T0… towns and C0… their countries, =… is text, @… a date, ``3 month`` a quantity, ``GBP 799`` money.
``1911+2`` adds twice the draw, ``in=x`` puts claims into one article, ``#LINE`` is the line of another case.
"""

from __future__ import annotations

from typing import Final

Template = tuple[str, str, tuple[str, ...]]

LOUD: Final[tuple[Template, ...]] = (
    ("value", "value", ("A part_supplier F0", "A part_supplier F1")),
    ("value-undated", "value", ("A part_supplier F0 | stated=-", "A part_supplier F1 | stated=-")),
    ("value-in-line", "value", ("LINE part_supplier F0", "A part_supplier F1")),
    ("value-years-apart", "value", ("A part_supplier F0 | stated=2016", "A part_supplier F1 | stated=2021")),
    ("seat", "value", ("F0 seated_in C0", "F0 seated_in T1")),
    ("range", "value", ("A in_range LINE", "A in_range #LINE")),
    ("polarity", "polarity", ("F0 dealer F1", "F0 dealer F1 | no")),
    ("polarity-words", "polarity", ("B feature =a steel case", "B feature =A steel case | no")),
    ("polarity-place", "polarity", ("A built_in T2", "A built_in C2 | no")),
    ("polarity-none", "polarity", ("CLASS part_supplier F1 | scope=some", "CLASS part_supplier F1 | scope=none")),
    ("polarity-not-all", "polarity", ("SUB part_supplier F1 | scope=all", "SUB part_supplier F1 | scope=all no")),
    ("number", "number", ("A backlog 3+1 month", "A backlog 9+1 month")),
    ("number-units", "number", ("A backlog 2 week", "A backlog 61+1 day")),
    ("number-bound", "number", ("B backlog 3 year | bound=at_least", "B backlog 11 month")),
    ("money", "number", ("A price GBP 799 | condition=mint", "A price GBP 512+1 | condition=mint")),
    ("date", "date", ("F0 formed_in @192X", "F0 formed_in @1911+1")),
    ("date-years", "date", ("F0 formed_in @1902 | stated=2003", "F0 formed_in @1911-05 | stated=2024")),
    ("opened", "date", ("F0 plant_in C1 | opened=2013-03", "F0 plant_in C1 | opened=2009+1")),
    ("closed", "date", ("F0 plant_in T1 | closed=1998 stated=2001", "F0 plant_in T1 | closed=2003-05 stated=2010")),
    ("rank-of-place", "rank", ("F0 sales_rank C0 | rank=1", "F0 sales_rank C0 | rank=3")),
    ("place-of-rank", "rank", ("F0 sales_rank C0 | rank=2", "F0 sales_rank C1 | rank=2")),
    ("exclusive", "exclusive", ("CLASS method =made by hand | scope=all", "SUB method =machine-made | scope=generic")),
    ("exclusive-model", "exclusive", ("A method =Handmade", "A method =fully automated")),
    ("universal", "universal-exception", ("CLASS built_in C0 | scope=generic", "SUB built_in T1")),
    ("universal-all", "universal-exception", ("CLASS built_in T0 | scope=all", "A built_in C2")),
    ("universal-some", "universal-exception", ("CLASS built_in T0 | scope=generic", "CLASS built_in C2 | scope=some")),
    (
        "universal-both",
        "universal-exception",
        ("CLASS built_in T0 | scope=generic", "CLASS built_in C2 | scope=generic"),
    ),
    (
        "universal-denied",
        "universal-exception",
        ("CLASS built_by F0 | scope=generic", "SUB built_by F0 | scope=generic no"),
    ),
    ("universal-turned", "universal-exception", ("CLASS built_by F0 | scope=generic", "F3 builds SUB")),
    (
        "derived",
        "derived-difference",
        ("SUB differs =only in name", "SUB part_supplier F0", "TWIN part_supplier F0 | no"),
    ),
    (
        "derived-method",
        "derived-difference",
        ("SUB differs =badge only", "SUB method =handmade", "TWIN method =automated"),
    ),
    ("self-article", "self-contradiction", ("F0 seated_in C0 | in=x", "F0 seated_in C1 | in=x")),
    (
        "self-undated",
        "self-contradiction",
        ("A part_supplier F0 | in=x stated=-", "A part_supplier F2 | in=x stated=-"),
    ),
    ("self-person", "self-contradiction", ("F0 dealer F1 | by=P0", "F0 dealer F1 | by=P0 no")),
    ("depth", "value", ("F2 seated_in C0 | by=", "F2 seated_in C1 | by=P1")),
)

NOTES: Final[tuple[Template, ...]] = (
    ("moved", "succession", ("F0 seated_in T0 | stated=2004", "F0 seated_in T1 | stated=2022-03")),
    ("valid-apart", "succession", ("F0 dealer F1 | valid=1990/2001", "F0 dealer F1 | valid=2005/.. no")),
    (
        "ranks-change",
        "succession",
        ("F0 sales_rank C0 | rank=1 stated=2012", "F0 sales_rank C1 | rank=1 stated=2024-05"),
    ),
    ("queue-shrinks", "succession", ("A backlog 12 month | stated=2013", "A backlog 2+1 month | stated=2016")),
    ("plant-moves", "succession", ("CLASS built_in T0 | stated=1995", "CLASS built_in C2 | stated=2020")),
    ("line-generations", "succession", ("LINE part_supplier F0 | stated=2009", "A part_supplier F1 | stated=2024")),
    ("prices-rise", "succession", ("A price EUR 500 | stated=2008", "A price EUR 845+9 | stated=2023")),
    ("changed-mind", "succession", ("F0 dealer F1 | by=P0 stated=2001", "F0 dealer F1 | by=P0 stated=2015 no")),
    ("forecast", "prediction", ("F0 sales_rank C0 | rank=3", "F0 sales_rank C1 | rank=3 how=predicted")),
    (
        "fails",
        "prediction",
        ("F0 sales_rank C0 | rank=1 how=predicted stated=2015", "F0 sales_rank C1 | rank=1 stated=2018"),
    ),
    (
        "holds",
        "prediction",
        ("F0 sales_rank C0 | rank=2 how=predicted stated=2015", "F0 sales_rank C0 | rank=2 stated=2018"),
    ),
    ("rumour", "modality", ("A part_supplier F0", "A part_supplier F1 | how=speculated")),
    ("plan", "modality", ("F0 seated_in C0", "F0 seated_in C1 | how=planned")),
    ("refusal", "modality", ("F0 builds A", "F0 builds A | how=planned no")),
    (
        "view",
        "opinion",
        ("A verdict =the best of its kind | how=opinion", "A verdict =the best of its kind | how=opinion no"),
    ),
    ("shares", "scope", ("CLASS part_supplier F0 | scope=some", "CLASS part_supplier F1 | scope=some")),
    ("most-some", "scope", ("CLASS built_in T0 | scope=most", "CLASS built_in C1 | scope=some")),
    ("some-not-all", "scope", ("CLASS built_in C0 | scope=some", "CLASS built_in C0 | scope=all no")),
    ("part-of-it", "scope", ("SUB method =made by hand", "SUB method =automated | component=strap")),
    ("town-in-country", "place-inside-place", ("F0 seated_in T1", "F0 seated_in C1")),
    ("plants-nested", "place-inside-place", ("F0 plant_in T1", "F0 plant_in C1 | how=planned")),
    ("unit", "identity", ("A part_supplier F0", "A part_supplier F1", "F1 subsidiary_of F0")),
    (
        "retold",
        "retelling",
        ("A feature =a blue dial | retells=radio-talk", "A feature =a blue dial | retells=radio-talk"),
    ),
)

NOTHING: Final[tuple[Template, ...]] = (
    ("two-models", "", ("A part_supplier F0", "B part_supplier F1")),
    ("two-attributes", "", ("A part_supplier F0", "A built_by F1")),
    ("one-list", "", ("A part_supplier F0 | in=x at=0", "A part_supplier F1 | in=x at=10")),
    ("list", "", ("A part_supplier F0 | in=x at=0", "A part_supplier F1", "A part_supplier F1 | in=x at=5")),
    ("either-or", "", ("SUB built_in C0 | in=x at=0 scope=some", "SUB built_in C1 | in=x at=0 scope=some")),
    ("own-exception", "", ("CLASS built_by F0 | scope=all in=x at=0", "SUB built_by F0 | in=x at=20 no")),
    ("same", "", ("A part_supplier F0", "A part_supplier F0")),
    ("year-and-months", "", ("A backlog 1 year", "A backlog 12+1 month")),
    ("rounded", "", ("A price EUR 800 | condition=used", "A price EUR 795+2 | condition=used")),
    ("currencies", "", ("A price EUR 800", "A price USD 1020")),
    ("decade", "", ("F0 formed_in @192X", "F0 formed_in @1921+2")),
    ("about", "", ("F0 formed_in @1925~", "F0 formed_in @1926")),
    ("month-in-year", "", ("F0 plant_in C1 | opened=2013-03", "F0 plant_in C1 | opened=2013")),
    ("two-parts", "", ("SUB method =handmade | component=frame", "SUB method =machine-made | component=saddle")),
    ("conditions", "", ("A price EUR 812 | condition=mint", "A price EUR 333 | condition=broken")),
    ("many-values", "", ("F0 dealer F1", "F0 dealer F2")),
    ("two-ranks", "", ("F0 sales_rank C0 | rank=1", "F0 sales_rank C1 | rank=2")),
    ("wordings", "", ("A method =the closest you get to a machine-made one", "A method =handmade")),
    ("other-denied", "", ("A part_supplier F0", "A part_supplier F1 | no")),
    ("two-plants", "", ("F0 plant_in C0 | opened=1995", "F0 plant_in C1 | opened=2015")),
    ("two-places", "", ("A built_in T0", "A built_in C1")),
    ("country-not-town", "", ("A built_in C2", "A built_in T2 | no")),
)
