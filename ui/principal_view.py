"""The proposal as a rektor reads it: what is asked on one screen, and then everything that it rests on.

Everything here is what was sent (`planning.sent_proposal`): no answer, and nothing that has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import streamlit as st

from casework.now import SCHOOL_TIME
from casework.principal_look import PrincipalLook
from exports.proposal_kinds import asked_kinds
from exports.proposal_overview import said
from planning.decision import DocumentFacts, GuardianView
from planning.sent_proposal import SentProposal
from planning.workflow.states import State
from ui.components.staircase import show_staircase
from ui.plain import plain
from ui.principal_law import bullets, deviations, item, kind_name
from ui.veil import shown_name
from wording.clock import decimal_hours, plain_date, written_date
from wording.course import say_turn
from wording.days import say_earliest
from wording.language import tr, trn
from wording.phrases import and_list, upper_first
from wording.steps import step_name

STYLE = (Path(__file__).parent / "principal_view.css").read_text(encoding="utf-8")


def show_ask(look: PrincipalLook, proposal: SentProposal) -> None:
    """What is asked, for whom, from when to when, how much, when it is followed up, and what comes next."""
    st.html(f"<style>{STYLE}</style>{ask_html(look, proposal)}")


def ask_html(look: PrincipalLook, proposal: SentProposal) -> str:
    """The first screen."""
    public, facts = proposal.public, proposal.facts
    first, last = public.steps[0], public.steps[-1]
    follow = facts.follow_up
    tiles = (
        (tr("Från och till"), plain_date(public.first_day), tr("till {end}", end=plain_date(public.last_day))),
        (tr("Undervisning i veckan"), _from_to(decimal_hours(first.minutes), decimal_hours(last.minutes), tr("h")),
         tr("{n} steg", n=len(public.steps))),
        (tr("Av klassens schema"), _from_to(str(first.share_percent), str(last.share_percent), "%"),
         tr("hela schemat till slut") if public.ends_whole else tr("inte hela schemat till slut")),
        (tr("Följs upp"), plain_date(follow.date) if follow.date else tr("inte ifyllt"), follow.person),
    )  # fmt: skip
    told = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}{f'<small>{escape(more)}</small>' if more else ''}</dd></div>"
        for name, value, more in tiles
    )
    can_answer = look.may_receive or (look.may_decide and look.is_tried)
    has_answer = look.decision is not None or look.returned is not None
    to_answer = tr("Till beslutet") if look.decision is not None else tr("Till svaret")
    way = f'<a href="#svar" target="_self">{escape(to_answer)}</a>' if can_answer or has_answer else ""
    asks = deviations(proposal)
    law = trn("{n} sak i lagen att ta ställning till", "{n} saker i lagen att ta ställning till", asks) if asks else ""
    to_law = f'<p class="next"><a class="plain" href="#lagen" target="_self">{escape(law)}</a></p>' if law else ""
    return (
        f'<section class="ask"><p class="kind">{escape(say_kinds(proposal))}</p>'
        f'<p class="who">{escape(whose(facts))}</p><dl>{told}</dl>'
        f'<p class="next">{escape(what_next(look))}</p>{to_law}{way}</section>'
        f'<p class="ask-fine">{escape(which_version(look, proposal))}</p>'
    )


def _from_to(first: str, last: str, unit: str) -> str:
    return f"{first} {unit}" if first == last else f"{first} → {last} {unit}"


def say_kinds(proposal: SentProposal) -> str:
    """«Anpassad studiegång och särskild undervisningsgrupp»: what is asked, in plain words."""
    return upper_first(and_list([kind_name(kind) for kind in asked_kinds(proposal.public, proposal.facts)]))


def whose(facts: DocumentFacts) -> str:
    """«Kim Exempel, 8B, Exempelskolan»; of a protected student nothing that names anybody."""
    student, school = facts.student, facts.school
    if student.has_protected_identity:
        return tr("Eleven har skyddade personuppgifter. Namnet står inte här.")
    name = student.full_name or student.first_name
    parts = (shown_name(name) if name else "", school.class_name, school.unit)
    return ", ".join(part for part in parts if part) or tr("Elevens namn fylls i av skolan")


def what_next(look: PrincipalLook) -> str:
    """What happens now, to the one who looks."""
    if look.may_decide and look.is_tried:
        return tr(
            "Läs, och svara längst ner: besluta, besluta med ändringar eller skicka tillbaka. "
            "Tryck på en lektion i veckan för att skriva om just den."
        )
    if look.may_decide:
        return tr("Förslaget väntar på att tas emot av skolan. Sedan svarar du längst ner.")
    match look.state:
        case State.SENT | State.PREPARED:
            return tr("Förslaget är hos skolan. Rektorn läser och svarar.")
        case State.RETURNED:
            return tr("Rektorn har skickat tillbaka förslaget. En ny version är på väg.")
        case State.DECIDED | State.REFUSED | State.NOTIFIED if look.decision is not None:
            return tr("Rektorn har beslutat. Beslutet står längst ner.")
        case _:
            return say_turn(look.turn)


def which_version(look: PrincipalLook, proposal: SentProposal) -> str:
    """Which version this is, and that nothing here is of later."""
    sent = look.sent
    on = written_date(sent.on.astimezone(SCHOOL_TIME).date()) if sent and sent.on else ""
    told = (
        tr("Version {version}, skickad {day}.", version=proposal.version, day=on)
        if on
        else tr("Version {version}.", version=proposal.version)
    )
    same = tr("Du läser det som skickades. Det som ändras hos coachen sedan dess syns inte här.")
    return f"{told} {same} {tr('Kontrollsumma {code}.', code=proposal.sha256[:12])}"


def show_steps(proposal: SentProposal) -> None:
    """The staircase, and every step with its dates and hours."""
    steps = proposal.public.steps
    st.header(tr("Steg för steg"))
    show_staircase([step.minutes for step in steps], max(step.full_minutes for step in steps))
    rows = "".join(
        f"<li><strong>{escape(step_name(step.number))}</strong>"
        f"<span>{escape(upper_first(say_earliest(step.mondays, step.timing)))}"
        f"<small>{escape(trn('{n} skoldag', '{n} skoldagar', step.school_days))}</small></span>"
        f"<span>{escape(tr('{hours} h', hours=decimal_hours(step.minutes)))}"
        f"<small>{escape(tr('{share} %', share=step.share_percent))}</small></span></li>"
        for step in steps
    )
    st.html(f'<ol class="steps">{rows}</ol>')


def show_needs(proposal: SentProposal) -> None:
    """The needs and what meets each of them, the goals, the support around the lessons, and what is missing."""
    facts = proposal.facts
    st.header(tr("Behov och stöd"))
    st.html(f'<ul class="asks two">{"".join(_needs(facts))}</ul>')
    if facts.goals:
        st.markdown(f"**{tr('Mål för perioden')}**\n" + bullets(facts.goals))
    if support := proposal.support:
        with st.expander(trn("Stöd runt lektionerna: {n} sak", "Stöd runt lektionerna: {n} saker", len(support))):
            st.markdown(bullets(support))
    if facts.missing_resources:
        st.header(tr("Det som saknas"))
        st.markdown(bullets(facts.missing_resources))
        st.markdown(tr("Behovet avgör vilket stöd eleven får. Det som saknas här är skolans sak att lösa."))


def _needs(facts: DocumentFacts) -> Iterator[str]:
    known = list(dict.fromkeys((*facts.needs, *(measure.need for measure in facts.measures))))
    for need in known:
        met = [measure for measure in facts.measures if measure.need == need]
        lines = (
            "".join(
                f"<li>{escape(', '.join(filter(None, (one.what, one.who, one.when, one.how_often))))}</li>"
                for one in met
            )
            or f"<li>{escape(tr('Åtgärd fylls i av skolan'))}</li>"
        )
        yield f"<li><strong>{escape(need or tr('Andra åtgärder'))}</strong><ul>{lines}</ul></li>"
    if not known:
        yield f"<li>{escape(tr('Behoven fylls i av skolan.'))}</li>"


def show_tried(facts: DocumentFacts) -> None:
    """What has been done before: investigations, the elevhälsa, and support that was not enough."""
    dates, team = facts.investigations, facts.health_team
    consulted = team.not_needed_because or ", ".join(
        filter(None, (plain_date(team.date) if team.date else "", team.function))
    )
    rows = (
        (tr("Särskilt stöd utrett"), plain_date(dates.special_support) if dates.special_support else ""),
        (tr("Frånvaron utredd"), plain_date(dates.absence) if dates.absence else ""),
        (tr("Huvudmannen underrättad"), plain_date(dates.provider_notified) if dates.provider_notified else ""),
        (tr("Samråd med elevhälsan"), consulted),
    )
    with st.expander(tr("Det som har gjorts och prövats")):
        st.markdown("\n".join(f"- {name}: {plain(value or tr('inte ifyllt'))}" for name, value in rows))
        if facts.earlier_support:
            st.markdown(
                "\n".join(
                    f"- **{plain(one.what)}** {plain(one.when)}  \n  {plain(one.why_not_enough or '–')}"
                    for one in facts.earlier_support
                )
            )


def show_views(facts: DocumentFacts) -> None:
    """The student's and the guardians' views, as the proposal has them."""
    view = facts.student_view
    st.header(tr("Elevens och vårdnadshavarnas syn"))
    items = [
        item(tr("Eleven"), view.text or tr("inte ifyllt"), view.how_learned),
        *(item(_guardian(facts, number), _guardian_said(one), one.text)
          for number, one in enumerate(facts.guardian_views, 1)),
    ]  # fmt: skip
    if view.how_weighed:
        items.insert(1, item(tr("Så har det vägts in"), view.how_weighed))
    st.html(f'<ul class="asks two">{"".join(items)}</ul>')


def _guardian(facts: DocumentFacts, number: int) -> str:
    hidden = facts.student.has_protected_identity
    name = "" if hidden else facts.guardian_views[number - 1].guardian
    return shown_name(name) if name else tr("Vårdnadshavare {number}", number=number)


def _guardian_said(view: GuardianView) -> str:
    if view.answered:
        return tr("Svarade {day}", day=view.answered.isoformat())
    if view.answer_by:
        return tr("Har inte svarat, kan svara till och med {day}", day=view.answer_by.isoformat())
    return tr("Erbjuden att delta {day}{way}", day=view.offered.isoformat(), way="") if view.offered else ""


def show_when(facts: DocumentFacts) -> None:
    """When it is followed up and evaluated, and by whom."""
    rows = ((tr("Följs upp"), facts.follow_up), (tr("Utvärderas"), facts.evaluation))
    items = [item(name, next(iter(said(who)), tr("inte ifyllt"))) for name, who in rows]
    st.header(tr("Uppföljning"))
    st.html(f'<ul class="asks two">{"".join(items)}</ul>')
