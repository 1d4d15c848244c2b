"""Who runs, founded and owns a firm and where it is, in the words of news and company histories."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

ORLIK = "Orlik Optics makes lenses. "
READ = [
    # offices
    ("Nordal Group this week hired Piet Maas as managing director.", "piet-maas holds_role nordal-group"),
    (
        "Nordal Inc on Thursday named Anna Lind as chief executive, replacing Karl Lind, after a loss.",
        "anna-lind holds_role nordal-inc",
    ),
    (ORLIK + "The works director is Anna Lind, who came in May.", "anna-lind holds_role orlik-optics"),
    (ORLIK + "Her product manager, Jonas Lind, was less guarded.", "jonas-lind holds_role orlik-optics"),
    (ORLIK + "His son Karl is now chief executive.", "karl holds_role orlik-optics"),
    (ORLIK + "Anna Lind joined. She previously spent nine years at Nikon.", "anna-lind holds_role nikon"),
    (
        "In 1999 Nordal licensed it to Orlik Optics, a firm in Porto, Portugal, whose president, Hiro Doi, is old.",
        "hiro-doi holds_role orlik-optics",
    ),
    # founders
    (
        "Nordal Optik, established in Riesa in 2016 by Anselm Rau and his sister, the physicist Dr Uta Kroll, failed.",
        "nordal-optik founded_by uta-kroll",
    ),
    ("Nordal was founded in 1951 as a toy workshop by Piet Maas.", "nordal founded_by piet-maas"),
    ("Nordal Optik, a workshop in Cork founded by Anna Lind in 2015, is closed.", "nordal-optik founded_by anna-lind"),
    (ORLIK + "Founder Anna Lind denies it.", "orlik-optics founded_by anna-lind"),
    (ORLIK + "It belongs to the Lind Trust, set up in 1945 by a monk.", "lind-trust founded_in 1945"),
    ("Nordal Optik was started in a garage in Cork by Anna Lind in 1950.", "nordal-optik founded_by anna-lind"),
    # owners
    ("Vela-owned Nordal Optik makes lenses.", "nordal-optik subsidiary_of vela"),
    ("A controlling interest in Nordal Optik was sold to Vela Group in 1963.", "nordal-optik acquired_by vela-group"),
    (
        ORLIK + "It belongs to the Lind Trust, and it has also owned the retailer Vela Foto.",
        "orlik-optics owns vela-foto",
    ),
    ("Nordal Group controls Vela Cameras and Orlik Optics.", "vela-cameras subsidiary_of nordal-group"),
    ("Vela Cameras, of which Sony is a large shareholder, will open a plant.", "sony owns vela-cameras"),
    ("Vela Cameras is the largest brand in the Nordal Group.", "vela-cameras subsidiary_of nordal-group"),
    ("Nikon sells lenses through its Singapore unit, Nordal Pte.", "nordal-pte subsidiary_of nikon"),
    # places
    ("Nikon sells lenses through its Singapore unit, Nordal Pte.", "nordal-pte based_in singapore"),
    (
        "Talks with New Jersey-based accessories maker Nordal Group failed.",
        "nordal-group based_in new-jersey",
    ),
    ("Karl Lind of Halifax-based Nordal Group founded Vela Cameras.", "nordal-group based_in halifax"),
    ("The Sundsvall-based firm Nordal makes lenses.", "nordal based_in sundsvall"),
    ("Nikon supplies the Munich drone builder Nordal with lenses.", "nordal based_in munich"),
    (
        "Nordal was sold to the Swedish group Ekelund & Co. of Malmö, which hired Karl Lind.",
        "ekelund-co based_in malmo",
    ),
]
SILENT = [
    # offices at another firm, or at none that is told
    (ORLIK + "Vela Cameras lost money. Finance director Karl Lind said so.", "holds_role"),
    (ORLIK + "The new sales director is Karl Lind.", "holds_role"),
    (ORLIK + "She met a founder, Karl Lind, in Cork.", "founded_by"),
    ("Vega makes cameras. Karl Lind, who runs the Biel-based group that his father made, is old.", "holds_role"),
    ("Nordal was sold to the Swedish group Ekelund & Co. of Malmö, which installed Karl Lind as chief.", "holds_role"),
    ("Family-owned Nordal Optik makes lenses.", "owns"),
    ("A minority interest in Nordal Optik was sold to Vela Group in 1963.", "acquired_by"),
    ("Nordal Optik was founded in a house by the river in 1950.", "founded_by"),
    ("Nordal was formed in 2006 from the merger of Orlik Optics by Vela Group and Karl Lind.", "founded_by"),
    # a person has no works in what the person founded; a firm's gloss is no works of somebody
    ("Nordal Optik, a workshop in Cork founded by Anna Lind in 2015, is closed.", "has_factory_in"),
    # what a nameless subject has is its own
    ("Orlik has plants. The Oslo-listed company has a share of Orlik through its unit, Nordal Pte.", "subsidiary_of"),
    # goods on sale in a country, systems, and what is only called so
    ("In 1888 Nordal became the sole Swedish distributor of Orlik films.", "based_in"),
    ("The Linux-based Nordal camera is made by Nikon.", "based_in"),
    ("A camera with a 30 per cent share controls the Nova flash.", "subsidiary_of"),
    ("Anna Lind spent two weeks at Photokina.", "holds_role"),
]


@pytest.mark.parametrize(("text", "claim"), READ, ids=[f"{c}: {t[:40]}" for t, c in READ])
def test_reads(leica: Reader, text: str, claim: str) -> None:
    assert claim in leica.says(text)


@pytest.mark.parametrize(("text", "predicate"), SILENT, ids=[t[-60:] for t, _ in SILENT])
def test_stays_silent(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


def test_hearsay_behind_a_semicolon_is_of_what_follows(leica: Reader) -> None:
    [claim] = leica.claims("Nordal Optik was bought by Nikon; the price is said to have been high.", "acquired_by")
    assert claim.modality == "asserted"
    [claim] = leica.claims("Nordal Optik is said to have been bought by Nikon; the price was high.", "acquired_by")
    assert claim.modality == "speculated"


def test_a_description_is_not_who_is_named_behind_it(leica: Reader) -> None:
    text = "Nordal AB bought a firm. She said the Japanese company's motors would go into tools of Nordal AB's plant."
    assert "nordal-ab based_in japan" not in leica.says(text)


def test_a_surname_is_the_persons_who_was_told_to_be_one(leica: Reader) -> None:
    text = "Vela Cameras replaced founder Marc-Andre Thibodeau. Thibodeau opened a plant in Cork."
    assert leica.says(text, "has_factory_in") == set()
