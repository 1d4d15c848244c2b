"""The parser's known bad habits, mended in one place before anybody reads the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from leica_kb.extract.names.unlisted import is_title
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.repairs.clauses import (
    as_noun,
    infinitive_of_founding,
    late_item,
    late_object,
    main_behind,
    name_among_names,
    named_before_colon,
    noun_participle,
    office_with_participle,
    said_between,
    sequel,
    share_owned,
    subject_among_items,
    verb_among_items,
    year_in_front,
)
from leica_kb.extract.repairs.clefts import (
    adjective_beside_adjective,
    all_but_one,
    cleft_alternative,
    cleft_place,
    complement_of_copula,
    contrast,
    copula_attr,
    denied_like,
    inverted_place,
    late_negation,
    small_clause,
    superlative_clause,
    there,
    what_is,
)
from leica_kb.extract.repairs.firms import (
    kind_of_name,
    name_behind_noun,
    name_of_first,
    town_of_firm,
    town_of_works,
)
from leica_kb.extract.repairs.glosses import (
    among_them,
    another_clause,
    behind_adverb,
    counted_items,
    named_kind,
    one_among,
    one_for_noun,
    place_behind_time,
    ranked_name,
)
from leica_kb.extract.repairs.lists import (
    apposed_list,
    glossed_list,
    item_behind_and,
    list_end,
    name_behind_date,
    not_only_subject,
    noun_for_verb,
    object_clause,
    object_of_remnant,
    owner_before_comma,
    place_behind_agent,
    place_beside_its_like,
    sequel_behind_comma,
    unpunctuated_list,
    verb_before_item,
)
from leica_kb.extract.repairs.names import (
    abbreviated,
    acts,
    based_company,
    branch,
    fronted_gloss,
    gloss_by_name,
    listed_below,
    lone_name,
    model_number,
    nearest_apposition,
    nearest_clause,
    nearest_noun,
    no_acronym,
    no_name,
    place_behind_firm,
    second_object,
    source_behind_name,
    unnamed_place,
    whole_name,
)
from leica_kb.extract.repairs.offices import (
    firm_after_office,
    name_after_office,
    name_behind_offices,
    office_after_name,
    office_before_name,
    office_beside_office,
    person_behind_noun,
)
from leica_kb.extract.repairs.passives import (
    for_to,
    initial_participle,
    later_place,
    participle_as_subject,
    particle_object,
    person_agent,
    plural_genitive,
    time_agent,
)


def _off_punctuation(node: Node) -> None:
    """What hangs from a comma hangs from what the comma hangs from."""
    if node.head is not None and node.head.dep == "punct" and node.head.head is not None:
        node.attach(node.head.head, node.dep)


REPAIRS: Final[tuple[Callable[[Node], None], ...]] = (
    _off_punctuation,
    owner_before_comma,
    named_kind,
    behind_adverb,
    no_acronym,
    source_behind_name,
    place_behind_time,
    participle_as_subject,
    noun_for_verb,
    noun_participle,
    share_owned,
    infinitive_of_founding,
    verb_among_items,
    year_in_front,
    name_among_names,
    verb_before_item,
    office_with_participle,
    late_object,
    subject_among_items,
    main_behind,
    late_item,
    named_before_colon,
    sequel,
    sequel_behind_comma,
    object_clause,
    glossed_list,
    item_behind_and,
    one_for_noun,
    among_them,
    one_among,
    counted_items,
    another_clause,
    ranked_name,
    place_behind_agent,
    place_beside_its_like,
    object_of_remnant,
    not_only_subject,
    name_behind_date,
    particle_object,
    cleft_alternative,
    cleft_place,
    there,
    all_but_one,
    what_is,
    inverted_place,
    small_clause,
    superlative_clause,
    adjective_beside_adjective,
    denied_like,
    listed_below,
    unnamed_place,
    list_end,
    time_agent,
    person_agent,
    unpunctuated_list,
    apposed_list,
    plural_genitive,
    copula_attr,
    contrast,
    late_negation,
    complement_of_copula,
    second_object,
    office_before_name,
    name_behind_noun,
    person_behind_noun,
    town_of_firm,
    town_of_works,
    kind_of_name,
    based_company,
    branch,
    fronted_gloss,
    gloss_by_name,
    for_to,
    as_noun,
    said_between,
    initial_participle,
    later_place,
    no_name,
    office_after_name,
    name_after_office,
    firm_after_office,
    name_behind_offices,
    nearest_apposition,
    nearest_noun,
    name_of_first,
    office_beside_office,
    place_behind_firm,
    nearest_clause,
    whole_name,
    model_number,
    lone_name,
    abbreviated,
)


def repair(tree: Tree, *, open_names: bool = False) -> Tree:
    """Mend the tree in place and give it back; with ``open_names`` a lone capital in front may be a name, too."""
    shouted = is_title(" ".join(n.text for n in tree.nodes))
    unnamed = [n for n in tree.nodes if not shouted and (n.i > 0 or open_names or acts(n))]
    for mend in REPAIRS:
        for node in unnamed if mend is lone_name else tree.nodes:
            mend(node)
    return tree
