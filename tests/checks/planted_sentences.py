"""The planted pairs as sentences: for each statement several constructions, those of the third world held out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

Wordings = tuple[Sequence[str], Sequence[str]]
"""The constructions of the two open worlds, and those of the one that was held out."""

SENTENCES: Final[Mapping[str, Wordings]] = {
    "supplier": (
        (
            "The sensor in the {a} is made by {f}.",
            "{f} supplies the image sensor of the {a}.",
            "Inside the {a} works a sensor from {f}.",
            "For the {a}, the engineers chose an image sensor from {f}.",
        ),
        (
            "The imaging chip inside the {a} comes from {f}.",
            "The {a} has a {f} sensor.",
            "{f} manufactures the sensor that sits in the {a}.",
        ),
    ),
    "rumoured": (
        ("The sensor of the {a} may come from {f}.", "Perhaps {f} supplies the image sensor of the {a}."),
        ("The {a} might have a {f} sensor.", "Supposedly, the sensor in the {a} is made by {f}."),
    ),
    "both-supply": (
        ("The sensor in the {a} is made by {f} and {g}.",),
        ("{f} and {g} manufacture the sensor of the {a}.",),
    ),
    "seat": (
        (
            "{f} is based in {p}.",
            "{f}, which is headquartered in {p}, employs two hundred people.",
            "The headquarters of {f} are in {p}.",
        ),
        ("{f} has its head office in {p}.", "From its headquarters in {p}, {f} ships to forty countries."),
    ),
    "planned-seat": (
        ("{f} plans to move its headquarters to {p}.", "{f} will be based in {p} from next year on."),
        ("{f} intends to relocate to {p}.",),
    ),
    "founded": (
        (
            "{f} was founded in {y}.",
            "Founded in {y}, {f} is still owned by one family.",
            "It was in {y} that {f} was founded.",
        ),
        ("{f} was established in {y}.", "{f} has been around since it was founded in {y}."),
    ),
    "opened": (
        ("{f} opened a factory in {p} in {y}.", "The {f} plant in {p} was opened in {y}."),
        ("{f} inaugurated its plant in {p} in {y}.", "In {y}, {f} opened its factory in {p}."),
    ),
    "closed": (
        ("{f} closed its factory in {p} in {y}.", "The {f} factory in {p} was closed in {y}."),
        ("In {y}, {f} closed its plant in {p}.",),
    ),
    "made-in": (
        ("The {a} is made in {p}.", "The {a} is manufactured in {p}."),
        ("The {a} is assembled in {p}.", "In {p}, workers build the {a}."),
    ),
    "not-made-in": (
        ("The {a} is not made in {p}.", "The {a} isn't manufactured in {p}."),
        ("The {a} is not built in {p}.", "The {a} was never assembled in {p}."),
    ),
    "all-made-in": (
        ("{k} are made in {p}.", "{k} are manufactured in {p}."),
        ("{k} come from {p}.", "{k} are assembled in {p}."),
    ),
    "every-made-in": (
        ("All {k} are made in {p}.", "Every one of the {k} is built in {p}."),
        ("All of the {k} are assembled in {p}.",),
    ),
    "some-made-in": (
        ("Some {k} are made in {p}.", "A few {k} are manufactured in {p}."),
        ("Some of the {k} are built in {p}.",),
    ),
    "most-made-in": (("Most {k} are made in {p}.",), ("Most of the {k} are built in {p}.",)),
    "made-by": (("{k} are made by {f}.", "{f} makes the {k}."), ("{k} are manufactured by {f}.",)),
    "not-made-by": (
        ("{k} are not made by {f}.", "{f} does not make the {k}."),
        ("{k} are not manufactured by {f}.",),
    ),
    "own-exception": (
        ("All {k} are made by {f}, but the {s} are not.",),
        ("Except for the {s}, all {k} are manufactured by {f}.",),
    ),
    "by-hand": (
        ("The {a} is made by hand.", "The {a} is hand-crafted."),
        ("Each {a} is hand-built.", "The {a} is assembled by hand."),
    ),
    "by-machine": (
        ("The {a} is mass-produced.", "The {a} is mass produced."),
        ("Nobody should forget that the {a} is mass-produced.",),
    ),
    "class-by-hand": (("{k} are made by hand.", "{k} are hand-crafted."), ("{k} are hand-built.",)),
    "class-by-machine": (("{k} are mass-produced.", "{k} are mass produced."), ("The {k} are all mass-produced.",)),
    "waiting": (
        (
            "There is a waiting list of {n} for the {a}.",
            "The {a} has a waiting list of {n}.",
            "The waiting list for the {a} is {n} long.",
        ),
        ("Buyers of the {a} face a wait of {n}.", "The waiting time for the {a} is {n}."),
    ),
    "price": (
        ("The {a} sells for {n}.", "The {a} costs {n}."),
        ("The {a} is priced at {n}.", "The price of the {a} is {n}."),
    ),
    "market": (
        ("{p} is the {r} market of {f}.", "The {r} market of {f} is {p}."),
        ("For {f}, {p} is the {r} market.", "{f} says that {p} is its {r} market."),
    ),
    "market-soon": (
        ("{p} will be the {r} market of {f}.", "Next year {p} will probably be the {r} market of {f}."),
        ("{p} is expected to become the {r} market of {f}.",),
    ),
    "owns": (("{f} owns {g}.", "{g} is owned by {f}."), ("{f} is the owner of {g}.",)),
    "owns-not": (("{f} does not own {g}.", "{g} is not owned by {f}."), ("{f} is not the owner of {g}.",)),
    "unit": (("{g} is a subsidiary of {f}.",), ("{g} is a division of {f}.",)),
    "has": (("The {a} has {x}.", "The {a} offers {x}."), ("The {a} comes with {x}.",)),
    "has-not": (("The {a} does not have {x}.", "The {a} doesn't offer {x}."), ("The {a} does not come with {x}.",)),
    "line": (("The {a} belongs to the {l}.", "The {a} is part of the {l}."), ("The {a} is a member of the {l}.",)),
    "best": (("The {a} is the best camera of its kind.",), ("The {a} is the best camera that we know.",)),
    "best-not": (("The {a} is not the best camera of its kind.",), ("The {a} is not the best camera that we know.",)),
    "differs": (
        (
            "There are only cosmetic differences between the {k} and the {w}.",
            "The {k} have purely cosmetic differences.",
        ),
        ("The differences between the {k} and the {w} are purely cosmetic.",),
    ),
    "class-supplier": (
        ("The sensors in the {k} are made by {f}.", "{f} supplies the image sensors of the {k}."),
        ("The {k} have {f} sensors.",),
    ),
    "not-class-supplier": (
        ("The sensors in the {k} are not made by {f}.", "{f} does not supply the image sensors of the {k}."),
        ("The {k} do not have {f} sensors.",),
    ),
}
"""``{a}`` a model, ``{f}``, ``{g}`` companies, ``{p}`` a place, ``{k}``, ``{s}``, ``{w}`` classes, ``{l}`` a line."""

SPOKEN: Final[tuple[Sequence[str], Sequence[str]]] = (
    ("According to {who}, {sentence}.", "{who} said that {sentence}."),
    ("“{Sentence},” said {who}.",),
)
FILLERS: Final = (
    "The hall was full until late in the evening.",
    "Nobody in the queue wanted to talk about the weather.",
    "A longer report will follow next month.",
    "We walked through three rooms and had tea in the fourth.",
    "Two readers asked us to look into it again.",
    "The guide spoke softly and answered every question.",
    "Outside, a brass band was playing.",
    "It took us an afternoon to check this.",
    "The brochure has eighty pages and many pictures.",
    "Lunch was served on long wooden tables.",
    "Some visitors had come by train.",
    "The archive keeps its files in grey boxes.",
    "We were allowed to take photographs everywhere.",
    "The lights went out once, for a minute.",
    "More about this in the next issue.",
    "Our editor had asked the same question years before.",
    "A slide show ended the morning.",
    "The tickets cost nothing that day.",
)
OPENINGS: Final = (
    "Notes from a trade fair, part {n}",
    "Letter no. {n} from our correspondent",
    "What we learned on visit {n}",
    "Reader's question {n}",
    "From the notebook, page {n}",
)
