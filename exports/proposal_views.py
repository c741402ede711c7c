"""What student and guardians say, what they have been told, when it is followed up, and the practical matters."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Entry, FactColumns, Heading
from exports.proposal_basis import day, entry
from planning.decision import DocumentFacts, GuardianView
from planning.decision_forms import TestChoice
from wording.language import tr


def views(facts: DocumentFacts) -> Iterator[Block]:
    """The student's and the guardians' views."""
    view = facts.student_view
    yield Heading(level=2, text=tr("Elevens och vårdnadshavarnas syn"))
    yield FactColumns(
        facts=(
            entry(tr("Elevens inställning"), view.text, lines=2),
            entry(tr("Så har den tagits reda på"), view.how_learned),
            entry(tr("Så har den vägts in"), view.how_weighed),
        )
    )
    yield FactColumns(facts=tuple(_guardian_entries(facts)), per_row=2)


def practical(facts: DocumentFacts) -> Iterator[Block]:
    """The everyday matters around the week, where something is said of them."""
    said_of = tuple(_practical(facts))
    if said_of:
        yield Heading(level=2, text=tr("Praktiskt"))
        yield FactColumns(facts=said_of, per_row=min(len(said_of), 3))


def _guardian_entries(facts: DocumentFacts) -> Iterator[Entry]:
    hidden = facts.student.has_protected_identity
    known = {view.guardian: view for view in facts.guardian_views}
    names = [guardian.name for guardian in facts.student.guardians] or list(known)
    for number, name in enumerate(names or [tr("Vårdnadshavare")] * 2, 1):
        is_named = facts.student.guardians and not hidden
        label = tr("Synpunkter: {who}", who=name if is_named else tr("vårdnadshavare {number}", number=number))
        yield entry(label, *(_guardian_said(known[name]) if name in known else ()), lines=2)


def _guardian_said(view: GuardianView) -> Iterator[str]:
    if view.offered:
        way = f" ({view.channel})" if view.channel else ""
        yield tr("Erbjuden att delta {day}{way}", day=day(view.offered), way=way)
    if view.answered:
        yield tr("Svarade {day}", day=day(view.answered))
    elif view.answer_by:
        yield tr("Har inte svarat, kan svara till och med {day}", day=day(view.answer_by))
    if view.text:
        yield view.text


def _practical(facts: DocumentFacts) -> Iterator[Entry]:
    matters = facts.practical
    labelled = (
        (tr("Resor och skolskjuts"), matters.travel),
        (tr("Måltider"), matters.meals),
        (tr("Mobiltelefon"), matters.phone),
        (tr("Nationella prov"), matters.national_tests or _tests(facts.forms.national_tests)),
        (tr("Idrott och ombyte"), matters.sports),
        (tr("Prao"), facts.forms.work_experience),
        (tr("Om det blir fel dag"), matters.wrong_day),
    )
    return (entry(label, text) for label, text in labelled if text)


def _tests(choice: TestChoice | None) -> str:
    if choice is None:
        return ""
    return {
        TestChoice.TAKES_PART: tr("Eleven gör proven som klassen."),
        TestChoice.ADAPTED: tr("Eleven gör proven med anpassningar."),
        TestChoice.EXEMPT: tr("Rektorn undantar eleven från proven."),
    }[choice]
