"""The proposal's ground: who and where, what has been investigated and tried, the needs and what meets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import Block, Bullets, Entries, Entry, Heading, Rows
from planning.decision import DocumentFacts, HealthTeamConsultation
from wording.language import tr


def basis(facts: DocumentFacts) -> Iterator[Block]:
    """The blocks, in the order of the fields."""
    yield Heading(level=2, text=tr("Elev och skola"))
    yield Entries(rows=tuple(_people(facts)))
    yield Heading(level=2, text=tr("Det som har gjorts"))
    yield Entries(rows=tuple(_done(facts)))
    yield from _earlier_support(facts)
    yield from _needs(facts)
    yield from _measures(facts)


def entry(label: str, *values: str, lines: int = 1) -> Entry:
    """A labelled fact; a ruled line when nothing is known."""
    return Entry(label=label, values=tuple(value for value in values if value), lines=lines)


def day(date: dt.date | None) -> str:
    """«2026-11-30», or nothing."""
    return date.isoformat() if date else ""


def _people(facts: DocumentFacts) -> Iterator[Entry]:
    school, student, prepared = facts.school, facts.student, facts.prepared
    shown = not student.has_protected_identity
    year = tr("årskurs {year}", year=school.year_group) if school.year_group is not None else ""
    yield entry(tr("Elev"), student.full_name if shown else "")
    yield entry(tr("Födelsedatum"), day(student.birth_date) if shown else "")
    yield entry(tr("Vårdnadshavare"), *(_guardians(facts) if shown else ()), lines=2)
    on = prepared.date or facts.follow_up.date
    if on and student.speaks_for_self(on):
        yield entry(tr("Talan"), tr("Eleven har fyllt 16 år och för sin egen talan (skollagen 29 kap. 12 §)."))
    yield entry(tr("Huvudman"), school.provider)
    unit = f"{school.unit} ({school.unit_code})" if school.unit_code and school.unit else school.unit
    yield entry(tr("Skolenhet"), unit if shown else "")
    yield entry(tr("Skolform och årskurs"), ", ".join(part for part in (school.form, year) if part))
    yield entry(tr("Klass"), school.class_name if shown else "")
    yield entry(tr("Läsår"), school.school_year)
    by = ", ".join(part for part in (prepared.coach, prepared.organisation) if part)
    yield entry(tr("Upprättat av"), by)
    yield entry(tr("Upprättat den"), day(prepared.date))
    if prepared.contributors:
        yield entry(tr("Medverkande"), *(", ".join(filter(None, (c.name, c.function))) for c in prepared.contributors))


def _guardians(facts: DocumentFacts) -> Iterator[str]:
    for guardian in facts.student.guardians:
        if guardian.interpreter:
            yield tr("{name}, tolk behövs: {language}", name=guardian.name, language=guardian.interpreter)
        else:
            yield guardian.name


def _done(facts: DocumentFacts) -> Iterator[Entry]:
    dates = facts.investigations
    yield entry(tr("Utredning av särskilt stöd (3 kap. 7 §)"), day(dates.special_support))
    yield entry(tr("Utredning av frånvaro (7 kap. 19 a §)"), day(dates.absence))
    yield entry(tr("Frånvaron anmäld till huvudmannen"), day(dates.provider_notified))
    if facts.school.is_independent:
        yield entry(tr("Hemkommunen underrättad (7 kap. 22 §)"), day(dates.home_municipality_notified))
    yield entry(tr("Samråd med elevhälsan"), _consulted(facts.health_team))


def _consulted(team: HealthTeamConsultation) -> str:
    if team.not_needed_because:
        return tr("Uppenbart obehövligt: {reason}", reason=team.not_needed_because)
    return ", ".join(part for part in (day(team.date), team.function) if part)


def _earlier_support(facts: DocumentFacts) -> Iterator[Block]:
    yield Heading(level=2, text=tr("Stöd som har prövats"))
    if not facts.earlier_support:
        yield Entries(rows=(entry(tr("Vad som prövats och varför det inte räcker"), lines=3),))
        return
    yield Rows(
        head=(tr("Stöd"), tr("När"), tr("Varför det inte räcker")),
        rows=tuple((tried.what, tried.when or "–", tried.why_not_enough or "–") for tried in facts.earlier_support),
        widths=(3, 2, 4),
    )


def _needs(facts: DocumentFacts) -> Iterator[Block]:
    yield Heading(level=2, text=tr("Behov i skolsituationen"))
    if facts.needs:
        yield Bullets(items=facts.needs)
    else:
        yield Entries(rows=(entry(tr("Behov av särskilt stöd i skolan"), lines=3),))
    yield Heading(level=2, text=tr("Mål för perioden"))
    if facts.goals:
        yield Bullets(items=facts.goals)
    else:
        yield Entries(rows=(entry(tr("Mål som går att följa upp"), lines=2),))


def _measures(facts: DocumentFacts) -> Iterator[Block]:
    yield Heading(level=2, text=tr("Åtgärder"))
    if not facts.measures:
        yield Entries(rows=(entry(tr("Vem gör vad, när och hur ofta"), lines=3),))
        return
    yield Rows(
        head=(tr("Behov"), tr("Åtgärd"), tr("Vem"), tr("När"), tr("Hur ofta")),
        rows=tuple(
            (measure.need, measure.what, measure.who or "–", measure.when or "–", measure.how_often or "–")
            for measure in facts.measures
        ),
        widths=(3, 4, 2, 2, 2),
    )
