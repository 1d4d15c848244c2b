"""Names neither cut short nor run into the words beside them: adverbs, versions, quarters, couples, codes."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader


def names(reader: Reader, text: str) -> set[str]:
    return {m.text for m in reader.mentions(text) if m.is_name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sadly Orlik Optik Inc. closed its plant.", "Orlik Optik Inc."),
        ("Fortunately Vela Optics Ltd. owns it.", "Vela Optics Ltd."),
        ("Kelly Optics Ltd. closed its plant.", "Kelly Optics Ltd."),
        ("I bought the Vela Nova Spring Drive KXB469 here.", "Vela Nova Spring Drive KXB469"),
        ("We saw the still-popular PowerBeam K7 X III camera.", "PowerBeam K7 X III camera"),
        ("The 32.5MP EOS R6 III is new.", "EOS R6 III"),
    ],
)
def test_a_name_is_whole_and_alone(leica: Reader, text: str, name: str) -> None:
    assert name in names(leica, text)


@pytest.mark.parametrize("text", ["Orlik Optik sold more in Q1 2025.", "Orlik Optik sold more in H1."])
def test_a_part_of_a_year_is_no_name(leica: Reader, text: str) -> None:
    assert names(leica, text) == {"Orlik Optik"}


def test_a_version_alone_is_no_thing(leica: Reader) -> None:
    assert leica.says("The 60mm macro is old. The new Mk II version released recently is 160 USD.") == set()
    assert leica.says("The Nikon D5 Mark II is 160 USD.") != set()


def test_a_couple_has_one_surname(companies: Reader) -> None:
    text = "Orlik Optik was founded by Emil and Clara Hahn in 1982. Emil became the president of Vela Optics."
    assert companies.says(text, "founded_by") == {
        "orlik-optik founded_by emil-hahn",
        "orlik-optik founded_by clara-hahn",
    }
    assert "emil-hahn holds_role vela-optics" in companies.says(text, "holds_role")


def test_one_whom_the_text_has_in_full_keeps_his_surname(companies: Reader) -> None:
    text = "Emil Braun came from Oslo. Orlik Optik was founded by Emil and Clara Hahn in 1982."
    assert "orlik-optik founded_by emil-hahn" not in companies.says(text)


def test_a_code_with_its_generation_is_the_pages_model(leica: Reader) -> None:
    text = "The Canon EOS R6 III arrives.\n\nThe Canon EOS R6 III is new. The R6 III comes with a flash."
    assert leica.says(text, "has_feature") == {"canon-eos-r6-iii has_feature «flash»"}
    assert leica.says("The R6 III comes with a flash.", "has_feature") == {"leica-r6-iii has_feature «flash»"}


def test_words_of_a_question_in_title_case_are_no_part_of_a_model(leica: Reader) -> None:
    text = "Is the Nikon Z7X Worth Buying?\n\nI like it. The camera comes with a flash."
    assert leica.says(text, "has_feature") <= {"nikon-z7x has_feature «flash»"}
