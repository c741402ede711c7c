"""How the plan keeps upper secondary school open, step by step (skollagen 16 kap. 30–31 §§, 17 kap. 10 §).

What is passed, ongoing and waiting is read off the same picture as everywhere else (`planning.eligibility`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.blocks import (
    Block,
    Bullets,
    Entry,
    FactColumns,
    Heading,
    ListColumns,
    Paragraph,
    Rows,
    StepCell,
    StepRow,
    StepTable,
    Tone,
)
from exports.proposal_basis import entry
from exports.proposal_subjects import parts_of, step_columns
from planning.decision import DocumentFacts
from planning.eligibility import Picture, StepLadder, SubjectStatus
from planning.eligibility_rules import Level, LevelRule, eligibility_rules_on
from planning.public_plan import PublicPlan
from planning.subject_codes import SubjectCode
from planning.what_if import pause_costs
from wording.eligibility import (
    Reader,
    say_core_flags,
    say_pause,
    say_picture_notes,
    say_step_reaches,
)
from wording.language import tr
from wording.phrases import and_list, upper_first
from wording.subject_names import say_subject


def eligibility(public: PublicPlan, facts: DocumentFacts, picture: Picture | None) -> Iterator[Block]:
    """The ladder of 6, 8 and 12 subjects in every step, and what it means that a subject waits."""
    yield Heading(level=2, text=tr("Behörighet till gymnasieskolan"))
    if picture is None:
        yield from _by_hand()
    elif picture.is_far_off:
        yield Paragraph(text=tr("Betygen till gymnasiet ligger längre fram. Alla ämnen behålls eller kommer tillbaka."))
    else:
        yield FactColumns(facts=tuple(_standing(facts, picture)))
        yield FactColumns(facts=tuple(_waiting(picture)), per_row=1)
        for part in parts_of(public.steps):
            yield _ladder(public, picture, part)
        yield ListColumns(lists=(Bullets(items=tuple(_consequences(picture))),), per_row=1)
        yield Paragraph(text=" ".join(_rests_on(facts, picture)), tone=Tone.FINE)


def _by_hand() -> Iterator[Block]:
    yield Rows(
        head=(tr("Nivå"), tr("Godkända ämnen som krävs")),
        rows=(
            (tr("Programinriktat val"), tr("6: svenska, engelska eller matematik och minst fyra andra")),
            (tr("Yrkesprogram"), tr("8: svenska, engelska, matematik och minst fem andra")),
            (tr("Högskoleförberedande program"), tr("12: svenska, engelska, matematik och minst nio andra")),
        ),
        widths=(3, 5),
    )
    yield FactColumns(facts=(entry(tr("Godkända ämnen")), entry(tr("Ämnen som väntar"))), per_row=2)


def _standing(facts: DocumentFacts, picture: Picture) -> Iterator[Entry]:
    """The subjects that are passed, those that are ongoing as the plan begins, and what they are to lead to."""
    first = picture.ladder[0]
    passed = facts.eligibility.passed
    known = _named(first.having(SubjectStatus.PASSED))
    none = tr("inga än") if passed is not None else ""
    yield entry(tr("Godkända ämnen"), known or none)
    yield entry(tr("Pågår när planen börjar"), _named(first.having(SubjectStatus.ONGOING)) or "–")
    if facts.eligibility.wish:
        yield entry(tr("Eleven vill läsa sedan"), facts.eligibility.wish)


def _named(codes: Sequence[SubjectCode]) -> str:
    return upper_first(and_list([say_subject(code) for code in codes]))


def _waiting(picture: Picture) -> Iterator[Entry]:
    """Subjects that wait in the first step: those that come, with their step, and those that do not."""
    waiting = [picture.by_code[code] for code in picture.ladder[0].having(SubjectStatus.PAUSED)]
    come = [
        tr("{subject} (S{step})", subject=say_subject(one.code), step=one.first_step)
        for one in sorted(waiting, key=lambda one: one.first_step or 0)
        if one.first_step
    ]
    never = [one.code for one in waiting if not one.first_step]
    if come:
        yield entry(tr("Tas upp senare i planen"), upper_first(and_list(come)))
    if never:
        yield entry(tr("Inte med i planen"), _named(never))


def _ladder(public: PublicPlan, picture: Picture, part: range) -> StepTable:
    steps = [picture.ladder[at] for at in part]
    rules = eligibility_rules_on(picture.days[0])
    number = StepRow(
        name=tr("Godkända och pågående"),
        cells=tuple(StepCell(text=str(step.number)) for step in steps),
        after=(str(len(picture.ladder[0].having(SubjectStatus.PASSED))),),
        is_total=True,
    )
    return StepTable(
        head=tr("Räcker till, om godkänt"),
        before=tr("Krävs"),
        after=(tr("Nu"),),
        steps=step_columns([public.steps[at] for at in part]),
        rows=(*(_level_row(rule, steps) for rule in rules.levels), number),
    )


def _level_row(rule: LevelRule, steps: Sequence[StepLadder]) -> StepRow:
    reached = [step.reaches_level(rule.code) for step in steps]
    has_already = any(reach.is_reached and reach.level is rule.code for reach in steps[0].reached_now)
    return StepRow(
        name=_level_name(rule.code),
        before=str(rule.subjects),
        cells=tuple(StepCell(text=_yes(is_reached), strength=2 if is_reached else 0) for is_reached in reached),
        after=(_yes(has_already),),
    )


def _level_name(level: Level) -> str:
    return {
        Level.PROGRAMME_ORIENTED: tr("Programinriktat val"),
        Level.VOCATIONAL: tr("Yrkesprogram"),
        Level.PREPARATORY: tr("Högskoleförberedande"),
    }[level]


def _yes(is_so: bool) -> str:  # noqa: FBT001 - the very thing that is said
    return tr("ja") if is_so else "–"


def _consequences(picture: Picture) -> Iterator[str]:
    """What it comes to, first and last; what a subject that waits all through costs."""
    said = say_step_reaches(picture.ladder, Reader.SCHOOL)
    yield from dict.fromkeys((said[0], said[-1]))
    yield from say_core_flags(picture, Reader.SCHOOL)
    yield from (say_pause(cost) for cost in pause_costs(picture) if cost.waits_now and cost.lost)


def _rests_on(facts: DocumentFacts, picture: Picture) -> Iterator[str]:
    """What was assumed, and where it stands in law."""
    yield from say_picture_notes(picture, year_is_known=facts.school.year_group is not None)
    # Gymnasieförordningen 7 kap. 4 §: the best sixteen grades, moderna språk as a seventeenth.
    yield tr("Meritvärdet räknas på de sexton bästa betygen. Ett ämne utan betyg ger inga poäng.")
    yield tr("Nivåerna står i skollagen 17 kap. 10 § och 16 kap. 30–31 §§.")
