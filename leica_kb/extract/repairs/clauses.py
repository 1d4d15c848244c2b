"""The parser's bad habits with clauses: subjects taken for objects or items, main clauses hung below their asides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.lang.cues import SAYING_VERBS, SPEECH_VERBS

_SUBORDINATING: Final = frozenset("although though while whereas when since because as if unless once after".split())
_COMPLEMENTED: Final = frozenset("say think believe know hope mean suppose see hear learn find show".split())
"""Verbs behind which a clause after a comma may well be what they say."""


_SINCE: Final = frozenset("since in by from after until before during around".split())
_CLAUSES: Final = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


def noun_with_subject(node: Node) -> None:
    """«The warranty on the Nova runs for two years» read as a noun: what has a subject and no article is a verb."""
    if node.dep != "ROOT" or node.tag not in ("NN", "NNS") or node.mention or not node.text.islower():
        return
    subjects = node.kids("nsubj")
    if (
        subjects
        and subjects[-1].i < node.i
        and not node.kids("det", "poss", "amod", "compound", "nummod", "cop", "conj")
    ):
        node.pos, node.tag = "VERB", "VBZ" if node.tag == "NNS" else "VBP"


def verb_behind_name(node: Node) -> None:
    """«The warranty on the Nova runs for two years» read as one phrase: behind the name stands the main verb."""
    prep = node.head
    noun = prep.head if prep is not None else None
    if node.dep != "pobj" or prep is None or noun is None or noun.dep != "ROOT":
        return
    if node.tag not in ("VBZ", "VBD") and not (noun.tag == "NNS" and _has_amount_behind(node, noun)):
        return
    name = next(
        (c for c in node.kids("compound", "nmod") if c.i == node.i - 1 and c.mention and c.mention.is_name), None
    )
    if name is None or noun.pos not in ("NOUN", "PROPN"):
        return
    node.attach(None, "ROOT")
    noun.attach(node, "nsubj")
    name.attach(prep, "pobj")
    for article in node.kids("det"):
        article.attach(name, "det")
    for child in [c for c in noun.children if c.i > node.i and c.dep in ("prep", "appos", "npadvmod")]:
        child.attach(node, "prep" if child.dep == "prep" else "dobj")
    if node.tag in ("NN", "VB", "VBP"):
        node.pos, node.tag = "VERB", "VBP"


def _has_amount_behind(node: Node, noun: Node) -> bool:
    """«Prices for the Nova average $400», «start at $400»: right behind it stands how much."""
    behind = [c for n in (node, noun) for c in n.children if c.i > node.i]
    amounts = [n for c in behind for n in (c, *c.kids("pobj")) if n.mention and n.mention.type in ("money", "duration")]
    first = min((n.i for a in amounts for n in a.subtree()), default=0)
    return node.tag in ("NN", "VB", "VBP") and 0 < first - node.i <= _NEAR


_NEAR: Final = 2
"""How far behind a verb its amount begins, with a preposition between them."""


def name_in_verb(node: Node) -> None:
    """«The Nova 7 handles well» read as the Nova's handles: a name that hangs from the main verb is its subject."""
    finite = node.tag in ("VBZ", "VBD") or _is_lone_plural(node)
    if node.dep != "ROOT" or not finite or node.kids("nsubj", "nsubjpass", "aux", "csubj", "expl"):
        return
    name = next(
        (c for c in node.kids("compound", "nmod") if c.i == node.i - 1 and c.mention and c.mention.is_name), None
    )
    if name is not None:
        for before in [c for c in node.kids("det", "amod") if c.i < name.i]:
            before.attach(name, before.dep)
        name.dep = "nsubj"
        if node.tag == "NNS":
            node.pos, node.tag = "VERB", "VBZ"
            node.lemma = node.low[:-2] if node.low.endswith(("ches", "shes", "sses", "xes")) else node.low[:-1]


def _is_lone_plural(node: Node) -> bool:
    """«The Nova 7 slots into the series.»: a plural in a sentence without a verb, with only phrases behind it."""
    if (
        node.tag != "NNS"
        or node.mention
        or not node.text.islower()
        or not any(d.low == "the" for d in node.kids("det"))
    ):
        return False
    behind = [c for c in node.children if c.i > node.i]
    told = {c.dep for c in behind} == {"prep", "punct"} and behind[-1].low == "."
    return told and not any(n.pos in ("VERB", "AUX") and n.dep != "amod" for n in node.subtree() if n is not node)


def verb_before_article(node: Node) -> None:
    """«The Nova 7 turntable sports a new arm» read as so many sports: a plural right before an article is a verb."""
    if node.dep != "ROOT" or node.tag != "NNS" or node.mention or not node.text.islower():
        return
    objects = node.kids("dobj") or [c for c in node.kids("appos", "dep", "npadvmod") if _begins_behind(c, node)]
    names = [c for c in node.kids("compound", "nmod") if c.i < node.i and c.mention and c.mention.is_name]
    if not objects or not names:
        return
    subject = next((c for c in node.children if c.i == node.i - 1 and c.pos in ("NOUN", "PROPN", "ADJ")), None)
    if subject is None:
        return
    for before in [c for c in node.kids("det", "amod", "compound", "nmod") if c.i < subject.i]:
        before.attach(subject, before.dep)
    subject.dep, subject.pos = "nsubj", "NOUN" if subject.pos == "ADJ" else subject.pos
    node.pos, node.tag = "VERB", "VBZ"
    objects[0].dep = "dobj"


def _begins_behind(node: Node, other: Node) -> bool:
    """Whether the phrase of a node begins with an article, right behind another."""
    return any(d.i == other.i + 1 and d.low in ("a", "an", "the") for d in node.kids("det"))


def dated_line(node: Node) -> None:
    """«1934: Nordal is founded»: a year in front that a colon or dash parts from a clause is when that happened."""
    if node.i > 1 or node.mention is None or node.mention.type != "date" or node.dep not in ("dep", "nummod", "nsubj"):
        return
    top = [node, *node.ancestors()][-1]
    marked = any(n.i == node.i + 1 and n.low in (":", "–", "—", "-") for n in top.subtree())
    if marked and top is not node and top.pos in ("VERB", "AUX"):
        node.attach(top, "npadvmod")


def late_object(node: Node) -> None:
    """«Vollmer, an outsider, ran Orlik» read with two subjects: the one behind the verb is its object."""
    if node.pos != "VERB" or node.kids("dobj", "nsubjpass"):
        return
    subjects = node.kids("nsubj")
    if len(subjects) > 1 and subjects[0].i < node.i < subjects[-1].i:
        subjects[-1].dep = "dobj"


def subject_among_items(node: Node) -> None:
    """«drawn by a studio and the camera was built in Porto»: a noun right before a finite verb is its subject."""
    if node.dep not in _CLAUSES or node.kids("nsubj", "nsubjpass", "csubj", "expl"):
        return
    first = min((c.i for c in node.kids("aux", "auxpass", "neg")), default=node.i)
    finite = node.tag in ("VBZ", "VBD") or any(
        c.tag in ("VBZ", "VBD", "VBP", "MD") for c in node.kids("aux", "auxpass")
    )
    item = _item_before(node, first) if finite else None
    if item is not None:
        item.attach(node, "nsubjpass" if node.kids("auxpass") else "nsubj")


def _item_before(verb: Node, at: int) -> Node | None:
    """The item of a list that ends right before a place in the sentence, in front of the verb's own clause."""
    above = verb.head or verb
    items = [n for n in above.subtree() if n.dep == "conj" and n.i < at and n.pos in ("NOUN", "PROPN", "PRON")]
    items = [n for n in items if n.head is not None and n.head is not above and not _holds(n, verb)]
    return next((n for n in items if max(m.i for m in n.subtree()) == at - 1), None)


def _holds(node: Node, other: Node) -> bool:
    return any(n is other for n in node.subtree())


def main_behind(node: Node) -> None:
    """«Although it rained, …, the camera was built in Porto» read upside down: what follows is the main."""
    if node.head is not None or node.pos not in ("VERB", "AUX") or not _opens_below(node):
        return
    clauses = [n for n in node.subtree() if n is not node and _stands_alone(n)]
    main = max(clauses, key=lambda n: n.i, default=None)
    if main is not None:
        main.attach(None, "ROOT")
        node.attach(main, "advcl")


def _opens_below(verb: Node) -> bool:
    """Whether the sentence opens with a word that puts its verb below another: although, when."""
    opening = min((c for c in verb.children if c.dep != "punct"), key=lambda c: c.i, default=None)
    return opening is not None and opening.dep in ("mark", "advmod") and opening.low in _SUBORDINATING


def _stands_alone(clause: Node) -> bool:
    """Whether a clause has a subject of its own right behind a comma, and no word that puts it below another."""
    if clause.dep not in ("ccomp", "conj", "parataxis") or clause.kids("mark") or clause.head is None:
        return False
    subjects = clause.kids("nsubj", "nsubjpass")
    first = min((n.i for s in subjects[:1] for n in s.subtree()), default=0)
    above = {n.i: n for a in (clause, clause.head) for n in a.children}
    comma = above.get(first - 1)
    joined = any(c.dep == "cc" for c in clause.head.children if clause.head.i < c.i < clause.i)
    said = clause.dep == "ccomp" and clause.head.lemma in _COMPLEMENTED and comma is None
    return (
        bool(subjects) and comma is not None and comma.low == "," and not said and not (joined and clause.dep == "conj")
    )


_BENT: Final = {"ground": "grind", "cut": "cut", "cast": "cast", "set": "set", "built": "build", "found": "find"}
"""Participles that look like nouns or adjectives, with their verbs."""


def year_in_front(node: Node) -> None:
    """«Since 1980 Nikon cameras have …» read as so many cameras: behind a preposition in front a year is its own."""
    verb = node.head.head if node.head is not None else None
    dated = node.mention is not None and node.mention.type == "date" and node.dep in ("nummod", "nmod", "compound")
    if not dated or verb is None:
        return
    if verb.dep == "prep" and node.head is not None and node.head.dep == "pobj" and verb.i == node.i - 1:
        _divide_from_year(node, node.head, verb)
        return
    prep = next((c for c in verb.kids("mark", "prep", "advmod") if c.i == node.i - 1 and c.low in _SINCE), None)
    if prep is not None and not prep.kids("pobj"):
        node.attach(prep, "pobj")
        prep.dep = "prep"


def _divide_from_year(year: Node, name: Node, prep: Node) -> None:
    """«In 1956 Ada Moor became …» read as what it happened in: the name behind the year is the subject that lacks."""
    verb = prep.head
    named = name.mention is not None and name.mention.is_name and name.i == year.i + 1
    if verb is None or not named or verb.pos not in ("VERB", "AUX") or verb.i < name.i:
        return
    if not verb.kids("nsubj", "nsubjpass", "expl"):
        year.attach(prep, "pobj")
        name.attach(verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")


def share_owned(node: Node) -> None:
    """«X is 75% owned by Y»: behind a share the participle is the clause's verb, not what the copula says."""
    be, share = node.head, None
    if node.tag != "VBN" or be is None or not node.kids("agent"):
        return
    if be.lemma == "be" and node.dep in ("acomp", "attr"):
        share = next(iter(node.kids("npadvmod")), None)
    elif be.head is not None and be.head.lemma == "be" and node.dep == "acl" and be.dep in ("attr", "npadvmod"):
        be, share = be.head, be
    if share is None or share.lemma not in ("%", "percent", "per", "cent", "part"):
        return
    node.attach(be.head, be.dep)
    for child in list(be.children):
        child.attach(node, {"nsubj": "nsubjpass"}.get(child.dep, child.dep))
    be.attach(node, "auxpass")
    share.attach(node, "npadvmod")


def noun_participle(node: Node) -> None:
    """«designed by Mora and ground in Braga»: beside a participle what can be one is one."""
    head = node.head
    if node.dep != "conj" or node.low not in _BENT or node.pos == "VERB" or node.kids("det", "amod") or head is None:
        return
    agent = head.head if head.dep == "pobj" and head.head is not None and head.head.dep == "agent" else None
    verb = head if agent is None else agent.head
    if verb is not None and verb.tag == "VBN":
        node.pos, node.tag, node.lemma = "VERB", "VBN", _BENT[node.low]
        node.attach(verb, "conj")


def infinitive_of_founding(node: Node) -> None:
    """«went on to found Orlik», «would found it» read as what was found: behind «to» or a modal it is the bare verb."""
    head = node.head
    if node.low != "found" or node.tag == "VB" or not any(a.low == "to" or a.tag == "MD" for a in node.kids("aux")):
        return
    node.pos, node.tag, node.lemma = "VERB", "VB", "found"
    if node.dep == "advcl" and head is not None and head.lemma == "go":
        node.dep = "xcomp"


def verb_among_items(node: Node) -> None:
    """«makes adapters and tests every prototype»: a plural with an object of its own right behind it is a verb."""
    first = node.head
    if node.dep != "conj" or node.tag != "NNS" or first is None or node.children:
        return
    if first.tag == "VBZ":  # «designs and manufactures lenses»
        node.pos, node.tag, node.lemma = "VERB", "VBZ", node.low.removesuffix("s")
        return
    if first.dep != "dobj":
        return
    verb = first.head
    if verb is None or verb.tag != "VBZ":
        return
    target = next((o for o in verb.kids("dobj") if min(n.i for n in o.subtree()) == node.i + 1), None)
    if target is not None:
        node.pos, node.tag, node.lemma = "VERB", "VBZ", node.low.removesuffix("s")
        node.attach(verb, "conj")
        target.attach(node, "dobj")


def name_among_names(node: Node) -> None:
    """«founded by the optician A and the trader B» with B joined to the verb: a name joins the name before «and»."""
    head = node.head
    if node.dep != "conj" or head is None or head.pos != "VERB" or node.mention is None or not node.mention.is_name:
        return
    nodes = {n.i: n for n in list(node.ancestors())[-1].subtree()}
    first = min(n.i for n in node.subtree())
    joint, before = nodes.get(first - 1), nodes.get(first - 2)
    if before is not None and before.low == ",":  # «by A, who paid for it, and B»
        told = (n for n in nodes.values() if n.mention and n.kids("relcl", "appos", "acl"))
        before = next((n for n in told if _ends_at(n, first - 3, without=node)), before)
    kind = before.mention.type if before is not None and before.mention is not None else ""
    named = bool(kind) and (kind == node.mention.type or "unknown" in (kind, node.mention.type))
    if named and before is not None and joint is not None and joint.low in ("and", "or") and not node.kids("nsubj"):
        node.attach(before, "conj")


def _ends_at(name: Node, at: int, *, without: Node) -> bool:
    """Whether a name's phrase ends at a word, leaving out what the parser hung into it."""
    apart = {n.i for n in without.subtree()}
    return at == max((m.i for m in name.subtree() if m.i not in apart and m.low != "," and m.dep != "cc"), default=-1)


def office_with_participle(node: Node) -> None:
    """«remains managing director of Orlik» read as what is managed: the office is the noun."""
    head = node.head
    if node.low != "managing" or node.dep in ("amod", "compound") or head is None:
        return
    office = next((c for c in node.kids("dobj", "nsubj") if c.i == node.i + 1), None)
    if office is not None:
        relation = "attr" if node.dep in ("xcomp", "acl", "advcl", "ccomp", "attr") else node.dep
        office.attach(head, relation)
        node.attach(office, "amod")
        for other in [c for c in node.children if c.i > office.i]:
            other.attach(office if other.dep == "prep" else head, other.dep)


def late_item(node: Node) -> None:
    """«makes lenses and, in one winter, a camera»: the noun behind an interrupted «and» is the list's last item."""
    if node.low not in ("and", "or") or node.dep != "cc" or node.head is None:
        return
    nodes = {n.i: n for n in list(node.ancestors())[-1].subtree()}
    before, after = nodes.get(node.i - 1), nodes.get(node.i + 1)
    if before is None or after is None or after.low != "," or before.pos not in ("NOUN", "PROPN"):
        return
    later = [n for i, n in sorted(nodes.items()) if i > node.i + 1 and n.dep in ("appos", "npadvmod")]
    named = [n for n in later if (n.mention and n.mention.is_name) or n.kids("det")]
    item = next((n for n in named if _follows_comma(n, nodes)), None)
    if item is not None:
        item.attach(before, "conj")


def _follows_comma(node: Node, nodes: Mapping[int, Node]) -> bool:
    """Whether a phrase stands right behind a comma, and no preposition of its own behind it."""
    comma, after = nodes.get(min(n.i for n in node.subtree()) - 1), nodes.get(node.i + 1)
    return comma is not None and comma.low == "," and (after is None or after.tag != "IN")


def named_before_colon(node: Node) -> None:
    """«A word on the Nova 3: designed in Milan»: the participle behind a colon speaks of the name before it."""
    head = node.head
    if node.dep not in ("acl", "appos", "parataxis", "dep") or node.tag != "VBN" or head is None or head.mention:
        return
    colon = next((p for p in (*head.kids("punct"), *node.kids("punct")) if p.low == ":" and p.i < node.i), None)
    name = next((n for n in head.subtree() if colon and n.end <= colon.start and n.i == colon.i - 1), None)
    if name is not None and name.mention and name.mention.is_name and not node.kids("nsubjpass"):
        node.attach(name, "acl")


def as_noun(node: Node) -> None:
    """«as Kaufmann notes» read as a noun: with «as» before it and a person beside it, it says something."""
    if node.pos != "NOUN" or node.lemma not in SAYING_VERBS or not any(m.low == "as" for m in node.kids("mark")):
        return
    for speaker in node.kids("compound", "nmod", "poss"):
        speaker.dep = "nsubj"
        node.pos, node.tag = "VERB", "VBZ"


def said_between(node: Node) -> None:
    """«whose sensor, the leaflet states, is made by Sony» read as a gloss: between commas somebody says it."""
    if node.tag != "NNS" or node.dep not in ("appos", "npadvmod", "dep") or node.lemma not in SPEECH_VERBS:
        return
    speaker = next((c for c in node.kids("compound", "nmod") if c.i == node.i - 1), None)
    verb = next((a for a in node.ancestors() if a.pos in ("VERB", "AUX")), None)
    if speaker is None or verb is None:
        return
    node.pos, node.tag = "VERB", "VBZ"
    for word in node.kids("det", "amod", "poss"):
        word.attach(speaker, word.dep)
    speaker.dep = "nsubj"
    node.attach(verb, "parataxis")


def sequel(node: Node) -> None:
    """«The firm was founded in 1950, went to X in 1998» with its front as a complement: they are joined."""
    if node.tag not in ("VBD", "VBZ", "VBP"):
        return
    front = [c for c in node.kids("ccomp") if c.i < node.i and c.kids("nsubj", "nsubjpass") and not c.kids("mark")]
    plain = not node.kids("nsubj", "nsubjpass", "expl", "aux", "auxpass", "csubj")
    if len(front) != 1 or not plain or node.lemma in SAYING_VERBS:
        return
    if any(p.low == "," and front[0].i < p.i < node.i for p in node.kids("punct")):
        front[0].attach(node.head, node.dep)
        node.attach(front[0], "conj")
