"""How firms are told of in other words: when and by whom they began, where they sit, whose they are, whom they join."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

SAID = [
    # when it began
    ("Konica commenced trading in 1873.", {"konica founded_in 1873"}),
    ("Konica got its start in 1873.", {"konica founded_in 1873"}),
    ("Konica was called into being in 1873 by Anna Lind.", {"konica founded_in 1873", "konica founded_by anna-lind"}),
    ("Konica was entered in the trade register in 1873.", {"konica founded_in 1873"}),
    ("The year 1873 saw the birth of Konica.", {"konica founded_in 1873"}),
    ("Konica (established 1873) is a maker of cameras.", {"konica founded_in 1873"}),
    ("Konica, founded 1873, sells lenses.", {"konica founded_in 1873"}),
    ("Brandvik Optical (est. 1998) sells lenses.", {"brandvik-optical founded_in 1998"}),
    ("Konica, founding year 1873, makes lenses.", {"konica founded_in 1873"}),
    # by whom
    ("Konica owes its existence to Anna Lind.", {"konica founded_by anna-lind"}),
    ("Anna Lind laid the foundations for Konica.", {"konica founded_by anna-lind"}),
    ("Konica was the creation of Anna Lind.", {"konica founded_by anna-lind"}),
    ("The founding mother of Konica, Anna Lind, was first.", {"konica founded_by anna-lind"}),
    ("Anna Lind went into business as Brandvik Optical.", {"brandvik-optical founded_by anna-lind"}),
    # where it sits
    ("According to Anna Lind, the founder of Konica, the first lens was late.", {"konica founded_by anna-lind"}),
    ("Lenses came from the Osaka firm of Hjelm & Moe.", {"hjelm-moe based_in osaka"}),
    ("Konica makes its home in Osaka.", {"konica based_in osaka"}),
    ("Osaka is home to Konica.", {"konica based_in osaka"}),
    ("Konica calls Osaka home.", {"konica based_in osaka"}),
    ("Brandvik Optical resides in a narrow tower in Osaka.", {"brandvik-optical based_in osaka"}),
    ("Brandvik Optical sits in the Danish village of Hornbek.", {"brandvik-optical based_in hornbek"}),
    ("Konica runs its business from Osaka.", {"konica based_in osaka"}),
    ("Brandvik Optical (Osaka, Japan) makes lenses.", {"brandvik-optical based_in osaka"}),
    ("Konica is managed from Osaka.", {"konica based_in osaka"}),
    ("Konica has its principal place of business in Osaka.", {"konica based_in osaka"}),
    ("Konica is a maker of toys based in Salem, Ohio founded by Anna Lind.", {"konica based_in salem"}),
    # whose it is
    ("Konica forms part of Hoya.", {"konica subsidiary_of hoya"}),
    ("Konica’s parent company, the Osaka group Hoya, owns Mamiya.", {"konica subsidiary_of hoya", "hoya owns mamiya"}),
    ("Hoya counts Konica among its subsidiaries.", {"konica subsidiary_of hoya"}),
    ("Konica is a Hoya company.", {"konica subsidiary_of hoya"}),
    ("The sale of Konica to Hoya closed in May.", {"konica acquired_by hoya"}),
    ("Konica came into the possession of Hoya.", {"konica acquired_by hoya"}),
    ("Hoya announced the takeover of Konica.", {"konica acquired_by hoya"}),
    ("Konica belongs to Anna Lind.", {"anna-lind owns konica"}),
    ("Anna Lind inherited Konica in 1990.", {"anna-lind owns konica"}),
    ("Hoya’s portfolio includes Konica.", {"hoya owns konica"}),
    # who does what there
    ("Anna Lind is in charge of design at Konica.", {"anna-lind holds_role konica"}),
    ("Anna Lind sits on the board of Konica.", {"anna-lind holds_role konica"}),
    ("Anna Lind is employed by Konica.", {"anna-lind holds_role konica"}),
    ("Anna Lind, an analyst at Konica, was first.", {"anna-lind holds_role konica"}),
    ("Anna Lind oversees production at Konica.", {"anna-lind holds_role konica"}),
    ("Konica sells lenses, technical director Anna Lind said.", {"anna-lind holds_role konica"}),
    ("Anna Lind is the boss of Konica.", {"anna-lind holds_role konica"}),
    ("Konica is a fully consolidated company of Hoya.", {"konica subsidiary_of hoya"}),
    ("Konica is run as an offshoot of Hoya.", {"konica subsidiary_of hoya"}),
    ("Konica falls under Hoya.", {"konica subsidiary_of hoya"}),
    ("Hoya became the buyer of Konica.", {"konica acquired_by hoya"}),
    ("Hoya picked up Konica in 1984.", {"konica acquired_by hoya"}),
    ("Hoya added Konica to its portfolio.", {"konica acquired_by hoya"}),
    ("Hoya secured full ownership of Konica.", {"konica acquired_by hoya"}),
    ("Hoya took over all shares of Konica.", {"konica acquired_by hoya"}),
    ("Hoya bought the remaining shares in Konica.", {"konica acquired_by hoya"}),
    ("Anna Lind owns 40 per cent of Konica.", {"anna-lind owns konica"}),
    ("Anna Lind is the proprietor of Konica.", {"anna-lind owns konica"}),
    ("Konica is in the hands of Anna Lind.", {"anna-lind owns konica"}),
    ("Hoya controls 80 percent of the capital of Konica.", {"hoya owns konica"}),
    ("Konica is co-owned by Anna Lind.", {"anna-lind owns konica"}),
    # whom it joins
    ("Konica was admitted to the Osaka Optics Guild.", {"konica member_of osaka-optics-guild"}),
    ("Konica is part of the Osaka Optics Association.", {"konica member_of osaka-optics-association"}),
    ("The Osaka Optics Alliance has welcomed Konica.", {"konica member_of osaka-optics-alliance"}),
    ("Konica is pairing up with Hoya.", {"konica partner_of hoya"}),
    ("Konica and Hoya pooled their resources.", {"konica partner_of hoya"}),
    ("Konica and Hoya jointly develop lenses.", {"konica partner_of hoya"}),
    ("Konica has concluded a development pact with Hoya.", {"konica partner_of hoya"}),
    ("In collaboration with Hoya, Konica made a lens.", {"konica partner_of hoya"}),
    ("Konica and Hoya announced a partnership.", {"konica partner_of hoya"}),
    ("Konica and Hoya signed a cooperation agreement.", {"konica partner_of hoya"}),
    ("Konica works closely with Hoya.", {"konica partner_of hoya"}),
    ("Konica found a partner in Hoya.", {"konica partner_of hoya"}),
    ("The Osaka Optics Alliance consists of Konica and Mamiya.", {"mamiya member_of osaka-optics-alliance"}),
    # what it is called besides
    ("Konica is now called Brandvik Optical.", {"konica same_company_as brandvik-optical"}),
    ("Konica operates under the name Brandvik Optical.", {"konica same_company_as brandvik-optical"}),
    ("Brandvik Optical is another name for Konica.", {"brandvik-optical same_company_as konica"}),
    ("Konica and Mamiya are two names for the same company.", {"konica same_company_as mamiya"}),
    ("Konica is identical with Brandvik Optical.", {"konica same_company_as brandvik-optical"}),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_firm_in_other_words(leica: Reader, text: str, expected: set[str]) -> None:
    said = leica.says(text)
    turned = {f"{o} {p} {s}" for s, p, o in (c.split(" ", 2) for c in said) if p in ("partner_of", "same_company_as")}
    assert said | turned >= expected


UNSAID = [
    ("Konica set up shop in New York in 1950.", "founded_in"),
    ("Konica got its new start in America in 1950.", "founded_by"),
    ("The former house of Anna Lind is in Osaka.", "based_in"),
    ("The Osaka holding firm of Konica makes lenses.", "makes"),
    ("Konica found its second home in Osaka.", "based_in"),
    ("Konica became the sole Swedish distributor.", "based_in"),
    ("Konica operates a program under Hoya.", "subsidiary_of"),
    ("Gundar and Vollenk were all Konica offshoots.", "subsidiary_of"),
    ("Hoya bought shares in Konica.", "acquired_by"),
    ("The longstanding partner of Konica, Mamiya, makes lenses.", "holds_role"),
    ("Konica picked up the Hexar 2 in 1984.", "acquired_by"),
    ("Konica added the Hexar 2 to its portfolio.", "acquired_by"),
    ("The result is in the hands of Anna Lind.", "owns"),
    ("Konica was admitted to the market.", "member_of"),
    ("Konica signed a licensing agreement with Hoya.", "partner_of"),
    ("Konica develops lenses together with films.", "partner_of"),
    ("Anna Lind is in charge of the garden in Osaka.", "holds_role"),
    ("Anna Lind sits on the chair of Konica.", "holds_role"),
    ("Konica works with film.", "partner_of"),
    ("The sale of lenses to Hoya closed in May.", "acquired_by"),
    ("The lens is identical with the Hexar 2.", "same_company_as"),
]


@pytest.mark.parametrize(("text", "predicate"), UNSAID)
def test_what_only_sounds_like_a_firm(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()
