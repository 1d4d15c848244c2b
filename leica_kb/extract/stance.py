"""Polarity, modality and scope of a statement, each from the words that govern its clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from leica_kb.extract.classes import is_part
from leica_kb.extract.filling import Filler
from leica_kb.extract.frames import Frame
from leica_kb.extract.governing import chain, contents, is_granted, is_mistaken, shares_auxiliary, wrongly
from leica_kb.extract.mapping import Statement
from leica_kb.extract.negation import denied_alternative, deniers, own_negators
from leica_kb.extract.parser import Node, Tree
from leica_kb.lang import cues
from leica_kb.model import Modality, Polarity, Scope, Span

_UNREAL_MARKS: Final = frozenset("if unless whether".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """How a statement is meant, or why it is no claim."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    scope: Scope | None = None
    cues: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    refusal: str | None = None


def read_stance(statement: Statement, tree: Tree, text: str) -> Stance:
    """The stance of a statement; ``refusal`` names why a clause claims nothing (question, condition, wish)."""
    frame = statement.frame
    presupposed = _is_presupposed(statement)
    refusal = _no_claim(frame, tree, text)
    if refusal and not (refusal == "condition" and presupposed and _is_main(frame)):
        return Stance(refusal=refusal)
    negators = [] if presupposed else list(_negators(statement))
    modality, words = ("asserted", list[Span]()) if presupposed else _modality(statement)
    scope, quantifier = _scope(statement)
    found: dict[str, tuple[Span, ...]] = {}
    if len(negators) % 2 == 1 and _is_part_denied(statement):
        return Stance(refusal="denied as a whole")
    if negators:
        found["polarity"] = tuple(n.span for n in negators)
    if words:
        found["modality"] = tuple(words)
    if quantifier:
        found["scope"] = (quantifier.span,)
    turns = [len(negators) % 2 == 1, statement.rule.polarity == "denied", frame.denied]
    flipped = sum(turns) % 2 == 1
    rule = statement.rule
    return Stance("denied" if flipped else "affirmed", rule.modality or modality, rule.scope or scope, found)  # type: ignore[arg-type]  # the pack's door checks scope


def _is_part_denied(statement: Statement) -> bool:
    """«It is no DSLR with a zoom»: what a thing is said not to be may still have the zoom."""
    frame, found = statement.frame, statement.object
    whole = frame.kind == "noun" and frame.trigger.dep == "attr" and found.how == "text"
    return whole and found.node is not None and frame.trigger in found.node.ancestors()


def _no_claim(frame: Frame, tree: Tree, text: str) -> str | None:
    asked = tree.span.of(text).rstrip("”\"’') ").endswith("?") or _opens_question(tree)
    if asked and not _is_told_beside(frame):
        return "question"
    for node in (frame.clause, *frame.clause.ancestors()):
        if (
            _is_unreal(node)
            or _is_inverted(node)
            or _is_fronted(node)
            or any(_is_unreal(c) for c in node.kids("advcl"))
        ):
            return "condition"
        if node.dep in ("advcl", "relcl", "acl"):
            break
        if node.dep in ("ccomp", "xcomp", "pcomp", "csubj") and (unreal := _complement_of(node)):
            return unreal
    clause = frame.clause
    if any(_is_conditional(node) for node in (*chain(frame), *_purposes(clause))):
        return "conditional"
    if clause.tag == "VB" and clause.dep == "ROOT" and not clause.kids("nsubj", "aux", "nsubjpass"):
        return "imperative"
    return None


def _opens_question(tree: Tree) -> bool:
    """«Do the lenses come from Japan…»: an auxiliary in front of its subject asks, with or without a question mark."""
    first = tree.nodes[0]
    verb = first.head if first.dep in ("aux", "auxpass") else first
    if verb is None or first.tag not in ("VBZ", "VBP", "VBD", "MD") or first.low in ("had", "were", "should"):
        return False
    subjects = verb.kids("nsubj", "nsubjpass", "expl") if first.pos == "AUX" else []
    return bool(subjects) and all(s.i > first.i for s in subjects)


def _is_told_beside(frame: Frame) -> bool:
    """«Why did Kyocera, which owned Contax, give up?»: what a clause between commas tells, nobody asks."""
    clause = next((n for n in (frame.clause, *frame.clause.ancestors()) if n.dep == "relcl"), None)
    noun = clause.head if clause is not None else None
    if clause is None or noun is None:
        return False
    opening = min(n.i for n in clause.subtree())
    return any(p.low == "," and p.i == opening - 1 for n in (noun, clause) for p in n.kids("punct"))


def _is_conditional(clause: Node) -> bool:
    conditional = any(a.low in cues.CONDITIONAL_MODALS for a in clause.kids("aux"))
    return conditional and not _past_future(clause) and not _turned_out(clause)


_LATER: Final = frozenset("later eventually subsequently ultimately soon".split())


def _turned_out(clause: Node) -> bool:
    """«would later found Orlik», «would go on to found it»: what has happened, told from the time before it."""
    after = any(a.low in _LATER for a in clause.kids("advmod")) or (
        clause.lemma == "go" and any(c.low == "on" for c in clause.children)
    )
    depends = any(m.low in ("if", "unless") for v in clause.kids("advcl") for m in v.kids("mark"))
    return after and not depends and [a.low for a in clause.kids("aux")] == ["would"]


def _purposes(clause: Node) -> Iterator[Node]:
    """What an infinitive or participle serves: «it would not pay for them to invest in making cameras»."""
    node = clause
    below = ("advcl", "xcomp", "acl", "ccomp", "pcomp")
    while node.head is not None and node.tag in ("VB", "VBG") and node.dep in below:
        node = node.head
        yield node


def _is_unreal(clause: Node) -> bool:
    """Whether the clause is introduced as a condition; «even if» grants and does not condition."""
    marked = any(m.low in _UNREAL_MARKS and not _compares(m) for m in clause.kids("mark"))
    purpose = clause.tag == "VB" and any(a.low == "only" for a in clause.kids("advmod"))
    return (
        marked
        and not purpose
        and not any(a.low == "even" for n in (clause, *clause.kids("mark")) for a in n.kids("advmod"))
    )


def _compares(mark: Node) -> bool:
    """«and perhaps sooner if the yen stays»: the condition is of the «sooner», not of the clause."""
    top = list(mark.ancestors())[-1]
    return any(n.tag == "RBR" and n.i == mark.i - 1 for n in top.subtree())


def _complement_of(clause: Node) -> str | None:
    """Why what stands below another verb is not stated: it is asked or wished."""
    if clause.dep == "xcomp":
        return "embedded question" if any(c.tag == "WRB" for c in clause.kids("advmod")) else None
    if is_granted(clause):
        return None
    teller = clause.head
    if teller is not None and teller.lemma in cues.SAYING_VERBS - {"deny"} and teller.kids("neg"):
        return "not said"
    if teller is not None and is_mistaken(teller):
        return "not so"
    if clause.head is not None and clause.head.lemma in cues.WISHING_VERBS | cues.DOUBTING_VERBS:
        return "wish"
    return "embedded question" if _asks(clause) else None


def _is_inverted(clause: Node) -> bool:
    """«Had DJI not bought it», «Were Canon to buy it»: a condition without «if»."""
    subjects = clause.kids("nsubj", "nsubjpass")
    fronted = [a for a in (*clause.kids("aux", "auxpass"), clause) if a.low in ("had", "were", "should")]
    return bool(subjects and fronted) and fronted[0].i < subjects[0].i and clause.dep in ("advcl", "ccomp", "ROOT")


def _is_fronted(clause: Node) -> bool:
    """«Were Canon to buy it»: the infinitive below an inverted verb."""
    return clause.tag == "VB" and clause.head is not None and clause.dep != "conj" and _is_inverted(clause.head)


def _is_presupposed(statement: Statement) -> bool:
    """«denied closing its plant in Cebu»: what a definite phrase names is granted, whatever the clause says."""
    frame, trigger = statement.frame, statement.frame.trigger
    if frame.kind != "noun" or trigger.dep in ("attr", "ROOT", "oprd") or "clause" in statement.rule.when:
        return False
    if trigger.dep in ("appos", "compound", "nmod") or any(h.dep == "appos" for h in frame.role("is")):
        return True
    if trigger.dep == "nsubj" and _is_all_inside(statement):
        return any(d.low == "the" for d in trigger.kids("det"))
    if frame.role("is"):
        return False
    governor = trigger.head
    had = governor is not None and governor.lemma in ("have", "be", "open", "build", "complete", "get", "own")
    return not had and bool(trigger.kids("poss") or any(d.low == "the" for d in trigger.kids("det")))


def _is_main(frame: Frame) -> bool:
    """«Unless it pays, Orlik closes its plant in Porto»: whether the condition lies outside the clause."""
    return not any(_is_unreal(node) or _is_inverted(node) for node in (frame.clause, *frame.clause.ancestors()))


def _is_all_inside(statement: Statement) -> bool:
    """«The ownership of A by B is no secret»: whether subject and object stand in the trigger's own phrase."""
    inside = set(map(id, statement.frame.trigger.subtree()))
    return all(f.node is not None and id(f.node) in inside for f in (statement.subject, statement.object))


def _asks(clause: Node) -> bool:
    """«how long …», «whether …», «who made it»: asked inside a statement, not stated."""
    before = [n for n in _own_words(clause) if n.i < clause.i or n.dep == "pobj"]
    own = clause.kids("nsubj", "nsubjpass")
    fronted = any(n.tag == "WP" and (n.dep in ("pobj", "dobj", "attr") or n in own) for n in before)
    return fronted or any(n.i < clause.i and (n.tag == "WRB" or n.low == "whether") for n in before)


def _own_words(node: Node) -> Iterator[Node]:
    """The words of a clause without those of the clauses below it, which may ask for themselves."""
    yield node
    for child in node.children:
        if child.dep not in ("pcomp", "advcl", "relcl", "acl", "ccomp", "parataxis"):
            yield from _own_words(child)


def _past_future(clause: Node) -> bool:
    """«said it would open»: a future in the past, not a condition."""
    head = clause.head
    told = clause.dep == "ccomp" and head is not None and head.lemma in cues.SAYING_VERBS
    return told and not any(a.low == "have" for a in clause.kids("aux"))


def _negators(statement: Statement) -> Iterator[Node]:
    """Every word that turns the statement round; an even number of them leaves it as it is."""
    frame = statement.frame
    yield from _clause_negators(frame)
    trigger = [frame.trigger] if frame.kind == "noun" else []
    fillers = [f.node for f in (statement.subject, statement.object) if f.node is not None]
    for word in dict.fromkeys((*trigger, *fillers)):
        yield from own_negators(word)
    found = statement.object.node
    if frame.kind == "verb" and found is not None and found.i > frame.trigger.i + 1:
        other = denied_alternative(found)
        own = other is not None and other.head is not frame.trigger and other.head is found.head
        if other is not None and (own or other.i > frame.trigger.i + 1) and frame.lemma != "be":
            yield other


def _clause_negators(frame: Frame) -> Iterator[Node]:
    """What denies the clause or one above it, up to who reports it."""
    shared = True
    for node in chain(frame):
        if noun := _denied_content(node):
            yield noun
        if node is not frame.clause and node is not frame.trigger and node.lemma in cues.SAYING_VERBS:
            if node.lemma == "deny":
                yield from (node, *deniers(node))
            yield from wrongly(node)
            return
        if shared:
            yield from deniers(node)
        if node is not frame.trigger and node.lemma in cues.NEGATIVE_VERBS:
            yield node
        shared = shared and shares_auxiliary(node)


def _denied_content(clause: Node) -> Node | None:
    """«it is a myth that it …», «the claim that it … is false»: what the clause says is said not to hold."""
    noun = contents(clause)
    if noun is None:
        return None
    if noun.lemma in cues.UNTRUE:
        return None if any(c.low in ("no", "not") for c in noun.children) else noun
    verb = noun.head if noun.dep == "nsubj" else None
    judged = verb.kids("attr", "acomp") if verb is not None and verb.lemma == "be" else []
    return next((n for n in judged if n.lemma in cues.UNTRUE), None)


def _modality(statement: Statement) -> tuple[Modality, list[Span]]:
    below: str | None = None
    shared = True
    for node in chain(statement.frame):
        hedge = next((c for c in statement.frame.trigger.kids("advmod") if c.low in cues.HEDGE_ADVERBS), None)
        if hedge is not None:
            return "speculated", [hedge.span]
        found = _own_modality(node, statement) if shared else None
        if found is None and below not in (None, "conj") and node is not statement.frame.clause:
            found = _governing_modality(node, statement.frame)
        if found is not None:
            return _foretold(found, node)
        below = node.dep
        shared = shared and shares_auxiliary(node)
    return "asserted", []


def _foretold(found: tuple[Modality, list[Span]], clause: Node) -> tuple[Modality, list[Span]]:
    """«analysts predict that it will open»: a forecast by another is no plan."""
    teller = clause.head if clause.dep == "ccomp" else None
    if found[0] == "planned" and teller is not None and teller.lemma in cues.PREDICTION_VERBS:
        return "predicted", [*found[1], teller.span]
    return found


def _own_modality(verb: Node, statement: Statement) -> tuple[Modality, list[Span]] | None:
    """What the verb's own auxiliaries and adverbs say of its certainty."""
    for child in verb.children:
        told_ahead = child.low == "would" and _past_future(verb) and not _turned_out(verb)
        if child.dep == "aux" and (child.low in cues.FUTURE_MODALS or told_ahead):
            return _future(statement, child)
        possible = child.dep == "aux" and (child.low in cues.POSSIBILITY_MODALS or _is_inferred(child, verb))
        possible = possible or (child.dep == "acomp" and child.low in cues.HEDGE_ADJECTIVES)
        if possible or (child.dep == "advmod" and child.low in cues.HEDGE_ADVERBS):
            return "speculated", [child.span]
    return None


def _is_inferred(modal: Node, verb: Node) -> bool:
    """«must have designed it»: a conclusion, not a duty."""
    return modal.low == "must" and any(a.low == "have" for a in verb.kids("aux"))


def _governing_modality(verb: Node, frame: Frame) -> tuple[Modality, list[Span]] | None:
    """What a verb says of the clause below it: plans to, expects to, is said to, seems to, is likely to."""
    heard = bool(verb.kids("auxpass")) and verb.lemma in cues.HEARSAY_VERBS
    if heard or verb.lemma in cues.HEDGE_VERBS or verb.low in cues.HEDGE_NOUNS:
        return "speculated", [verb.span]
    if verb.lemma in cues.INTENTION_VERBS or verb.low in cues.SET_TO:
        return "planned", [verb.span]
    if verb.low in cues.BOUND_TO:
        return "predicted", [verb.span]
    if verb.lemma in cues.PREDICTION_VERBS and not wrongly(verb):
        return ("speculated" if verb.lemma == "believe" else "predicted"), [verb.span]
    hedge = next((c for c in verb.subtree() if _hedges(c, frame)), None) if verb.lemma in ("be", "have") else None
    return ("speculated", [hedge.span]) if hedge is not None else None


def _hedges(node: Node, frame: Frame) -> bool:
    heard = node.low == "word" and node.dep == "nsubj" and not node.kids("det", "poss")
    return (heard or node.low in cues.HEDGE_ADJECTIVES | cues.HEDGE_NOUNS) and node.i < frame.trigger.i


def _future(statement: Statement, modal: Node) -> tuple[Modality, list[Span]]:
    """Will: a plan of who acts or whose thing it is; a forecast of what is not in their power."""
    verb = modal.head
    hedge = [c for c in verb.children if c.low in cues.HEDGE_ADVERBS] if verb else []
    predicted = bool(hedge) or (verb is not None and _is_foretold(verb)) or statement.predicate.id == "market_rank"
    return ("predicted" if predicted else "planned"), [modal.span, *(h.span for h in hedge)]


def _is_foretold(verb: Node) -> bool:
    """«will have bought», «In ten years’ time it will be made in India»: nobody’s plan, or too far ahead."""
    if any(a.low == "have" for a in verb.kids("aux")):
        return True
    ahead = [p for p in verb.kids("prep") if p.low in ("in", "within")]
    spans = [m for p in ahead for n in p.subtree() if (m := n.mention) is not None and m.type == "duration"]
    return any(m.value is not None and getattr(m.value, "unit", "") in ("year", "decade", "century") for m in spans)


def _scope(statement: Statement) -> tuple[Scope | None, Node | None]:
    """How much of a class the statement speaks of, and the word that says so."""
    subject = replace(statement.subject, node=_measured(statement.subject))
    if subject.node is None:
        return None, None
    if subject.type in ("company", "person", "product", "place"):
        only = next((c for c in subject.node.children if c.low == "only" and c.i < subject.node.i), None)
        return ("only" if only is not None else None), only
    outer = list(_outer_quantifiers(subject.node, statement.frame))
    for quantifier in sorted((*_inner_quantifiers(subject.node), *outer), key=lambda q: not is_part(q)):
        scope = cues.QUANTIFIERS.get(quantifier.low, "most")
        if is_part(quantifier) or _is_hardly(quantifier, subject.node):
            return "some", quantifier
        return ("most" if scope == "all" and _is_nearly(quantifier, subject.node) else scope), quantifier
    article = next((c for c in subject.node.kids("det") if c.low in ("a", "an")), None)
    if article is not None and subject.how == "class":
        return "some", article
    named = subject.type == "product_class" and subject.how in ("name", "class")
    return ("generic" if named and _is_bare_plural(subject.node) else None), None


def _is_hardly(quantifier: Node, noun: Node) -> bool:
    """«hardly any cameras»: few of them, where any of them stands for all."""
    return any(c.low in ("hardly", "scarcely", "barely") for n in (quantifier, noun) for c in n.kids("advmod"))


def _is_nearly(quantifier: Node, noun: Node) -> bool:
    """«nearly all cameras», «all but one of the cameras»"""
    beside = (*quantifier.children, *(quantifier.head or noun).children)
    excepted = any(c.low == "but" for c in quantifier.children)
    return excepted or any(c.low in cues.NEARLY and c.i == quantifier.i - 1 for c in beside)


def _measured(subject: Filler) -> Node | None:
    """The noun whose quantifier tells the scope: of «every lens» that «we» make the lens, whoever «we» are."""
    owner = subject.node
    if owner is None or subject.how != "pronoun" or not subject.name or owner.head is None:
        return owner
    return owner.head if owner.dep == "poss" else next(iter(owner.head.kids("dobj")), owner)


def _inner_quantifiers(node: Node) -> Iterator[Node]:
    """«most lenses», «not all lenses»: before the noun."""
    if node.dep == "conj" and node.head is not None and not node.kids("det", "poss", "amod", "nummod"):
        yield from _inner_quantifiers(node.head)  # «all cameras and lenses»
    for child in (*node.children, *(c for k in node.kids("det", "amod", "nummod") for c in k.children)):
        if child.low in cues.QUANTIFIERS and child.dep in ("det", "predet", "amod", "nummod", "advmod", "quantmod"):
            yield child


def _outer_quantifiers(node: Node, frame: Frame) -> Iterator[Node]:
    """«many of these lenses», «the lenses are all …»: above the noun, or floating beside the verb."""
    outer = node.head.head if node.dep == "pobj" and node.head is not None and node.head.low == "of" else None
    if outer is not None and (outer.low in cues.QUANTIFIERS or is_part(outer)):
        yield outer
    yield from (c for c in frame.clause.children if c.low in ("all", "both", "each", "mostly"))


def _is_bare_plural(node: Node) -> bool:
    return not node.kids("det", "poss", "nummod") and node.tag in ("NNS", "NNPS", "NNP", "NN")
