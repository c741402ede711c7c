"""The proposal's ground: who and where, what has been investigated, and what has been tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.blocks import Block, Entry, FactColumns, Heading, Rows
from planning.decision import DocumentFacts, HealthTeamConsultation
from wording.language import tr

MOST_IN_COLUMNS = 6
"""Contributors that a column has room for; more are told in rows. Our default."""


def basis(facts: DocumentFacts) -> Iterator[Block]:
    """The blocks, in the order of the fields."""
    yield Heading(level=2, text=tr("Elev och skola"))
    people = tuple(", ".join(filter(None, (one.name, one.function))) for one in facts.prepared.contributors)
    is_few = len(people) <= MOST_IN_COLUMNS
    yield FactColumns(facts=tuple(_people(facts, people if is_few else ())), per_row=4)
    if not is_few:
        yield Rows(head=(tr("Medverkande"),), rows=tuple((person,) for person in people))
    yield Heading(level=2, text=tr("Det som har gjorts"))
    yield FactColumns(facts=tuple(_done(facts)), per_row=4)
    yield _earlier_support(facts)


def entry(label: str, *values: str, lines: int = 1) -> Entry:
    """A labelled fact; a ruled line when nothing is known."""
    return Entry(label=label, values=tuple(value for value in values if value), lines=lines)


def day(date: dt.date | None) -> str:
    """«2026-11-30», or nothing."""
    return date.isoformat() if date else ""


def _people(facts: DocumentFacts, contributors: tuple[str, ...]) -> Iterator[Entry]:
    school, student, prepared = facts.school, facts.student, facts.prepared
    shown = not student.has_protected_identity
    yield entry(tr("Elev"), student.full_name if shown else "")
    yield entry(tr("Födelsedatum"), day(student.birth_date) if shown else "")
    yield entry(tr("Vårdnadshavare"), *(_guardians(facts) if shown else ()), lines=2)
    yield entry(tr("Huvudman"), school.provider)
    unit = f"{school.unit} ({school.unit_code})" if school.unit_code and school.unit else school.unit
    yield entry(tr("Skolenhet"), unit if shown else "")
    yield entry(tr("Skolform och årskurs"), _form_and_year(facts))
    class_name = school.class_name if shown else ""
    yield entry(tr("Klass och läsår"), ", ".join(part for part in (class_name, school.school_year) if part))
    yield entry(tr("Diarienummer"), prepared.reference)
    by = ", ".join(part for part in (prepared.coach, prepared.organisation) if part)
    yield entry(tr("Upprättat av"), by)
    yield entry(tr("Upprättat den"), day(prepared.date))
    if contributors:
        yield entry(tr("Medverkande"), *contributors)
    yield entry(tr("Beslutas av"), *_principal(facts))
    on = prepared.date or facts.follow_up.date
    if on and student.speaks_for_self(on):
        yield entry(tr("Talan"), tr("Eleven har fyllt 16 år och för sin egen talan (skollagen 29 kap. 12 §)."))


def _form_and_year(facts: DocumentFacts) -> str:
    school = facts.school
    year = tr("årskurs {year}", year=school.year_group) if school.year_group is not None else ""
    return ", ".join(part for part in (school.form, year) if part)


def _principal(facts: DocumentFacts) -> tuple[str, ...]:
    """The rektor alone: the power to decide on anpassad studiegång cannot be handed on (skollagen 3 kap. 9 §)."""
    name = "" if facts.student.has_protected_identity else facts.school.principal
    return (tr("{name}, rektor", name=name),) if name else (tr("Rektorn"),)


def _guardians(facts: DocumentFacts) -> Iterator[str]:
    for guardian in facts.student.guardians:
        if guardian.interpreter:
            yield tr("{name}, tolk behövs: {language}", name=guardian.name, language=guardian.interpreter)
        else:
            yield guardian.name


def _done(facts: DocumentFacts) -> Iterator[Entry]:
    dates = facts.investigations
    yield entry(tr("Särskilt stöd utrett"), day(dates.special_support))
    yield entry(tr("Frånvaron utredd"), day(dates.absence))
    yield entry(tr("Huvudmannen underrättad"), day(dates.provider_notified))
    yield entry(tr("Samråd med elevhälsan"), _consulted(facts.health_team))
    if facts.school.is_independent:
        yield entry(tr("Hemkommunen underrättad"), day(dates.home_municipality_notified))


def _consulted(team: HealthTeamConsultation) -> str:
    if team.not_needed_because:
        return tr("Uppenbart obehövligt: {reason}", reason=team.not_needed_because)
    return ", ".join(part for part in (day(team.date), team.function) if part)


def _earlier_support(facts: DocumentFacts) -> Block:
    if not facts.earlier_support:
        return FactColumns(facts=(entry(tr("Stöd som har prövats, och varför det inte räcker"), lines=3),), per_row=1)
    return Rows(
        head=(tr("Stöd som har prövats"), tr("När"), tr("Varför det inte räcker")),
        rows=tuple((tried.what, tried.when or "–", tried.why_not_enough or "–") for tried in facts.earlier_support),
        widths=(3, 2, 4),
    )
