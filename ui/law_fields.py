"""The part of the school's form that asks for special ways of teaching: what the rules of law ask of each."""

from __future__ import annotations

from ui.form_parts import Entry, Kind, Section, field
from wording.fact_names import called, section_called
from wording.language import tr

WAYS = ("forms.distance", "forms.remote", "forms.at_home", "forms.work_placement", "forms.newly_arrived")
"""Parts of the facts that are not there while nothing is written in them: then no rule asks about them."""


def forms_section() -> Section:
    """What stands here is asked for only where it is planned; the rest is left empty."""
    return Section(
        "forms",
        section_called("forms"),
        (
            field("forms.small_group_reasons", Kind.LONG),
            *_distance(),
            _lines("forms.remote.subjects"),
            field("forms.remote.minutes_a_week", Kind.MINUTES),
            field("forms.at_home.decision", Kind.DATE),
            field("forms.at_home.doctor_not_against", Kind.SAID),
            field("forms.at_home.consent", Kind.DATE),
            field("forms.work_placement.workplace"),
            field("forms.work_placement.supervisor"),
            field("forms.work_placement.school_contact"),
            field("forms.national_tests", Kind.TESTS),
            field("forms.work_experience"),
            field("forms.newly_arrived.years_in_sweden", Kind.NUMBER),
            field("forms.newly_arrived.considered"),
        ),
    )


def _distance() -> tuple[Entry, ...]:
    return (
        _lines("forms.distance.subjects"),
        field("forms.distance.first_day", Kind.DATE),
        field("forms.distance.last_day", Kind.DATE),
        field("forms.distance.problem_documented", Kind.DATE),
        field("forms.distance.other_support_exhausted", Kind.LONG),
        field("forms.distance.guardian_consent", Kind.DATE),
        field("forms.distance.provider"),
        field("forms.distance.exceptional_reasons"),
    )


def _lines(path: str) -> Entry:
    return Entry(path, tr("{field}, ett på varje rad", field=called(path)), Kind.LINES)
