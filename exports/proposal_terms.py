"""The proposal's terms: when to go on, stay or go back; the way back to the whole timetable; eligibility."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Choices, Entries, Heading, Note, Paragraph, Rows, Tone
from exports.proposal_basis import entry
from planning.decision import DecisionKind, DocumentFacts
from planning.plan import Setting
from planning.public_plan import PublicPlan
from planning.reentry import CLOSED_DAYS, SICK_DAYS, SMALLER_OCCASIONS
from planning.steps import Timing
from wording.clock import hours_text, written_date
from wording.language import tr, trn
from wording.phrases import in_words
from wording.steps import say_story


def terms(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """Conditions for the steps, the floor, the way back, what replaces lost teaching, and the decisions asked for."""
    yield Heading(level=2, text=tr("Villkor för stegen"))
    text = say_story(public.steps[0].story)
    if len(public.steps) > 1:
        yield Bullets(title=tr("Gå vidare till nästa steg när"), items=text.go_on[:-1])
    yield Bullets(title=tr("Stanna eller gå tillbaka"), items=text.too_much)
    yield Bullets(
        title=tr("En svår dag"),
        items=(
            tr("Då gäller bara en av dagens lektioner, eller halva om dagen har en enda."),
            tr("Går inte det heller räcker ett sms eller ett samtal. Det räknas."),
        ),
    )
    yield Bullets(title=tr("Efter lov och frånvaro"), items=(_smaller_days(),))
    yield Note(title=tr("Golvet för beslutet"), paragraphs=(_floor(public, facts),))
    yield Heading(level=2, text=tr("Vägen tillbaka till ordinarie schema"))
    yield from _way_back(public, facts)
    yield Heading(level=2, text=tr("Det som ersätter undervisning som uteblir"))
    if facts.replaces_lost_teaching:
        yield Bullets(items=facts.replaces_lost_teaching)
    else:
        yield Entries(rows=(entry(tr("Till exempel extra studietid, lovskola eller prövning"), lines=2),))
    yield Heading(level=2, text=tr("Beslut som förslaget gäller"))
    yield _decisions(public, facts)


def _smaller_days() -> str:
    return tr(
        "Efter minst {closed} skoldagars lov i rad, eller minst {sick} dagars anmäld frånvaro, "
        "är de {smaller} första dagarna ett steg mindre.",
        closed=in_words(CLOSED_DAYS),
        sick=in_words(SICK_DAYS),
        smaller=in_words(SMALLER_OCCASIONS),
    )


def _floor(public: PublicPlan, facts: DocumentFacts) -> str:
    minutes = public.steps[0].minutes if facts.floor_minutes is None else facts.floor_minutes
    return tr(
        "Inom beslutet får undervisningen vara lägst {hours} i veckan. Går den under det, tas ytterligare ämnen bort "
        "eller förlängs perioden behövs ett nytt beslut av rektorn.",
        hours=hours_text(minutes),
    )


def _way_back(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    last = public.steps[-1]
    if public.ends_whole:
        day = written_date(last.first_day)
        if last.timing is not Timing.DATED:
            day = tr("tidigast {day}", day=day)
        yield Paragraph(text=tr("Hela det ordinarie schemat gäller från steg {n}, {day}.", n=last.number, day=day))
    elif facts.way_back:
        yield Paragraph(text=facts.way_back)
    else:
        yield Entries(rows=(entry(tr("Varför planen inte når hela schemat, och när det prövas igen"), lines=2),))


def asked_kinds(public: PublicPlan, facts: DocumentFacts) -> dict[DecisionKind, str]:
    """The kinds of decision and what they rest on; teaching in a small room is tried by 3 kap. 11 §."""
    asked = {one.kind: one.because for one in facts.decisions}
    lessons = (lesson for step in public.steps for week in step.weeks for lesson in week.lessons)
    if any(lesson.setting is Setting.SMALL_ROOM for lesson in lessons):
        asked.setdefault(DecisionKind.SPECIAL_GROUP, tr("planen börjar med lektioner i ett litet rum"))
    return asked


def _decisions(public: PublicPlan, facts: DocumentFacts) -> Choices:
    asked = asked_kinds(public, facts)
    names = {
        DecisionKind.ADAPTED_STUDIES: tr("Anpassad studiegång (skollagen 3 kap. 12 §)"),
        DecisionKind.SPECIAL_GROUP: tr(
            "Särskild undervisningsgrupp eller enskild undervisning, kräver särskilda skäl (3 kap. 11 §)"
        ),
        DecisionKind.DISTANCE: tr(
            "Distansundervisning, kräver vårdnadshavares medgivande och gäller högst en termin (3 kap. 11 a §)"
        ),
        DecisionKind.WORK_PLACEMENT: tr("Arbetsplatsförlagd utbildning (skolförordningen 5 kap. 5 §)"),
    }
    items = [f"{name}: {asked[kind]}" if asked.get(kind) else name for kind, name in names.items()]
    return Choices(items=tuple(items), ticked=tuple(kind in asked for kind in names))


def eligibility(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """How the plan keeps the upper secondary school open (skollagen 16 kap. 30–31 §§, 17 kap. 10 §)."""
    yield Heading(level=2, text=tr("Behörighet till gymnasieskolan"))
    last = public.steps[-1]
    taught = {lesson.subject for week in last.weeks for lesson in week.lessons}
    paused = [subject.subject for subject in public.subjects if subject.subject not in taught]
    passed = facts.eligibility.passed
    count = tr("inte känt, fylls i av skolan") if passed is None else str(len(passed))
    yield Rows(
        head=(tr("Nivå"), tr("Godkända ämnen som krävs"), tr("Godkända nu")),
        rows=(
            (tr("Programinriktat val"), tr("6: svenska, engelska eller matematik och minst fyra andra"), count),
            (tr("Yrkesprogram"), tr("8: svenska, engelska, matematik och minst fem andra"), count),
            (tr("Högskoleförberedande program"), tr("12: svenska, engelska, matematik och minst nio andra"), count),
        ),
        widths=(3, 5, 2.4),
    )
    taught_text = trn("{n} ämne undervisas i sista steget.", "{n} ämnen undervisas i sista steget.", len(taught))
    if paused:
        taught_text += " " + tr("Inte med då: {subjects}.", subjects=", ".join(paused))
    yield Paragraph(text=taught_text)
    yield Paragraph(
        text=tr(
            "Ett ämne som inte undervisas under en termin får inget betyg den terminen (skollagen 10 kap. 15 §). "
            "Det kan påverka behörighet och meritvärde. Prövning, lovskola och ett extra skolår kan ge nya möjligheter."
        ),
        tone=Tone.MUTED,
    )
