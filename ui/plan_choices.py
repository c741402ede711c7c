"""«Andra planer att välja bland»: two or three plans side by side, and one of them is chosen or the plan is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, open_case
from casework.changing import take_back
from casework.choosing import ChoicesSeen, begin_choices, choose_among, look_at_choices, stop_choices
from casework.draft_word import ask_anew
from planning.alternatives import Alternatives, first_steps, shape_of, weeks_that_differ
from planning.errors import BadInput, Bug, NotAllowed
from planning.outcomes import Found
from planning.plan import Plan
from planning.plan_changes import attended
from planning.timetable import WeekLabel
from ui.components.cards import Block, Fact, OfferCard, SmallWeek, show_cards
from ui.plain import plain
from ui.plan_change_view import Told
from ui.plan_view import step_minutes
from ui.session import session
from ui.timetable_view import week_text
from wording.alternatives import AlternativeText, say_alternative, say_no_alternatives, say_shape
from wording.clock import hours_text
from wording.errors import say_error
from wording.language import speaking, tr
from wording.steps import step_name

NO_BREAK = "\N{NO-BREAK SPACE}"
"""«20 h 55 min» is read as one, and stays on one line."""
KEEP = "keep"
PATIENCE_SECONDS = 1.0
"""So long nothing is said of how far it has come: most other plans are there by then. Our default."""
LOOK_EVERY_SECONDS = 0.5
TO_STOP_SECONDS = 5.0
"""A search that is stopped has ended long before that."""


def show_choices(case: Case, plan: Plan) -> None:
    """A button that looks for other plans; then the plan and what it could be instead, side by side."""
    with st.container(border=True, key="plan_choices"):
        st.header(tr("Andra planer att välja bland"))
        _show_chosen(case)
        seen = _seen(case)
        if seen is not None and seen.answer is None:
            _watch(case)
        elif seen is None or seen.answer is None or session().choices_at != case.revision:
            _offer_to_look(case)
        elif not seen.answer.found:
            st.markdown(plain(say_no_alternatives(seen.answer)))
            if st.button(tr("Leta igen"), key="look_again"):
                _look(case)
        else:
            _show_cards(case, plan, seen.answer)


def _seen(case: Case, within: float = 0.0) -> ChoicesSeen | None:
    try:
        return look_at_choices(the_store(), case, within=within)
    except Bug:
        # The plan itself is sound: this part alone says that it could not be done.
        session().chosen = Told(case.revision, (tr("Det gick inte att leta efter andra planer den här gången."),))
        return None


def _offer_to_look(case: Case) -> None:
    st.markdown(tr("Ibland finns det fler planer som är lika bra. Då kan ni välja den som känns bäst."))
    if st.button(tr("Leta efter andra planer"), key="look_for_choices"):
        _look(case)


def _look(case: Case) -> NoReturn:
    """Begun, and shown at once where it takes no time."""
    session().choices_at, session().chosen = case.revision, None
    try:
        begin_choices(the_store(), case)
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    _seen(case, within=PATIENCE_SECONDS)
    st.rerun()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def _watch(case: Case) -> None:
    """Draws itself anew until the search has ended, then the whole page. It runs alone, so it sets its language."""
    with speaking(session().language):
        seen = _seen(case)
        if seen is None or seen.answer is not None:
            session().choices_at = case.revision
            st.rerun()
        st.progress(share(seen), text=tr("Letar efter andra planer …"))
        if st.button(tr("Avbryt"), key="stop_choices"):
            stop_choices(the_store(), case)
            _seen(case, within=TO_STOP_SECONDS)
            session().choices_at = case.revision
            st.rerun()


def share(seen: ChoicesSeen) -> float:
    """How much of the search is done, 0 to 1."""
    return min(1.0, seen.done / seen.of) if seen.of else 0.0


def _show_cards(case: Case, plan: Plan, answer: Alternatives) -> None:
    pressed = show_cards(choice_cards(plan, answer), key="choices")
    if pressed == KEEP:
        session().choices_at = None
        st.rerun()
    if pressed is not None:
        number = int(pressed)
        _choose(case, number, say_alternative(answer.found[number - 1]).label)


def choice_cards(plan: Plan, answer: Alternatives) -> tuple[OfferCard, ...]:
    """The plan as it is and each of the others, compared with it."""
    weeks = weeks_that_differ([plan, *(one.plan for one in answer.found)], first_steps(plan))
    now = OfferCard(
        id=KEEP,
        kicker=tr("Så här är den nu"),
        title=tr("Planen som den är"),
        facts=facts_of(plan, plan),
        weeks=small_weeks(plan, plan, weeks),
        button=tr("Behåll planen"),
    )
    others = []
    for number, one in enumerate(answer.found, 1):
        text = say_alternative(one)
        others.append(
            OfferCard(
                id=str(number),
                kicker=tr("Förslag {number}", number=number),
                title=text.label,
                facts=facts_of(one.plan, plan),
                weeks=small_weeks(one.plan, plan, weeks),
                note=" ".join(costs_said(text)),
                button=tr("Välj den här"),
                is_main=True,
            )
        )
    return (now, *others)


def facts_of(plan: Plan, now: Plan) -> tuple[Fact, ...]:
    """What can be felt of the plan's first step with lessons, and its hours; marked where the plan now differs."""
    number = first_steps(now)[0]
    here, there = (say_shape(shape_of(one.steps[number - 1])) for one in (plan, now))
    names = {
        "days": tr("Dagar"), "hours": tr("Tider"), "subjects": tr("Ämnen"), "company": tr("Med"),
    }  # fmt: skip
    felt = [Fact(name, getattr(here, of), getattr(here, of) != getattr(there, of)) for of, name in names.items()]
    return (*(fact for fact in felt if fact.text), *(Fact(name, text) for name, text in _hours(plan, first_steps(now))))


def _hours(plan: Plan, about: Sequence[int]) -> list[tuple[str, str]]:
    """Hours a week of the steps that the choice is about, and those after them in one line."""
    minutes = step_minutes(plan)
    later = [hours_text(amount).replace(" ", NO_BREAK) for amount in minutes[max(about, default=0) :]]
    return [
        *((step_name(number), tr("{hours} i veckan", hours=hours_text(minutes[number - 1]))) for number in about),
        *([(tr("Sedan"), ", ".join(later))] if later else []),
    ]


def small_weeks(plan: Plan, now: Plan, weeks: Sequence[tuple[int, WeekLabel]]) -> tuple[SmallWeek, ...]:
    """Those weeks of the plan, with what the plan now does not have there marked."""
    then = {(step, (one.start, one.end), occasion) for (step, occasion), one in attended(now).items()}
    labels = {number: plan.steps[number - 1].step.week_labels for number, _ in weeks}
    return tuple(
        SmallWeek(
            step_name(number) if len(labels[number]) == 1 else f"{step_name(number)}, {week_text(label)}",
            tuple(
                Block(
                    one.lesson.weekday, one.start, one.end, one.lesson.subject,
                    is_other=(number, (one.start, one.end), one.occasion) not in then,
                )
                for one in plan.steps[number - 1].in_week(label)
            ),
        )
        for number, label in weeks
    )  # fmt: skip


def costs_said(text: AlternativeText) -> Sequence[str]:
    """What it costs, or that it costs nothing."""
    return text.costs or (tr("Det ni har önskat hålls lika bra som nu."),)


def _choose(case: Case, number: int, label: str) -> NoReturn:
    try:
        with st.spinner(tr("Planerar om, så nära som möjligt …")):
            outcome = choose_among(the_store(), case, number)
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    if not isinstance(outcome, Found):
        _tell(case, tr("Det gick inte att byta plan just nu. Planen är som förut."))
    ask_anew(the_store(), case)
    session().step = first_steps(outcome.plan)[0] if first_steps(outcome.plan) else 1
    _tell(case, tr("Nu gäller den plan som du valde: {label}.", label=label), tr("Den är låst i de första stegen."))


def _show_chosen(case: Case) -> None:
    """What came of the choice, with one tap back while nothing else has happened."""
    chosen = session().chosen
    if chosen is None or chosen.revision != case.revision:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="wayrow_chosen"):
        st.markdown("  \n".join(plain(line) for line in chosen.lines))
        if case.changes and len(chosen.lines) > 1 and st.button(tr("Ångra"), key="unchoose"):
            _take_back(case)


def _take_back(case: Case) -> NoReturn:
    try:
        outcome = take_back(the_store(), case, case.changes[-1].id)
    except (BadInput, NotAllowed) as error:
        _tell(case, say_error(error))
    if not isinstance(outcome, Found):
        _tell(case, tr("Det gick inte att byta plan just nu. Planen är som förut."))
    ask_anew(the_store(), case)
    _tell(case, tr("Valet är tillbakataget."))


def _tell(case: Case, *lines: str) -> NoReturn:
    revision = open_case(the_store(), case.id).revision
    session().choices_at, session().chosen = None, Told(revision, lines)
    st.rerun()
