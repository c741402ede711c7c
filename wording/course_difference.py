"""What differs between the proposal that was sent and the one that is there now, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from planning.workflow.versions import StepMinutes, VersionDifference
from wording.clock import hours_text, written_date
from wording.language import tr
from wording.missing_fields import label_of
from wording.phrases import and_list


def say_difference(found: VersionDifference) -> tuple[str, ...]:
    """A line for each thing that differs; one that says so where nothing does."""
    return tuple(_lines(found)) or (tr("Ingenting skiljer än."),)


def _lines(found: VersionDifference) -> Iterator[str]:
    yield from map(_step, found.steps)
    if found.moved_lessons:
        steps = and_list([str(number) for number in found.moved_lessons])
        yield tr("Steg {steps}: lika mycket tid, andra lektioner.", steps=steps)
    if found.new_subjects:
        yield tr("Ämnen som är nya: {subjects}.", subjects=and_list(found.new_subjects))
    if found.gone_subjects:
        yield tr("Ämnen som är borta: {subjects}.", subjects=and_list(found.gone_subjects))
    if found.begins:
        was, now = map(written_date, found.begins)
        yield tr("Börjar {now}, inte {before}.", before=was, now=now)
    if found.ends:
        was, now = map(written_date, found.ends)
        yield tr("Slutar {now}, inte {before}.", before=was, now=now)
    if found.fields:
        names = list(dict.fromkeys(label_of(field) for field in found.fields))
        yield tr("Ändrat bland uppgifterna till skolan: {fields}.", fields=and_list(names))


def _step(step: StepMinutes) -> str:
    if step.before is None:
        return tr("Steg {number} är nytt: {now} i veckan.", number=step.number, now=hours_text(step.now or 0))
    if step.now is None:
        return tr("Steg {number} är borta.", number=step.number)
    return tr(
        "Steg {number}: {now} i veckan, inte {before}.",
        number=step.number, now=hours_text(step.now), before=hours_text(step.before),
    )  # fmt: skip
