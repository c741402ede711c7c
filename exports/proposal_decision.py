"""The proposal's last part: views, information, follow-up, the rektor's decision, and how to appeal."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Entries, Entry, Heading, Paragraph, Rows
from exports.decision_form import decision_form
from exports.proposal_basis import day, entry
from exports.proposal_overview import said
from planning.decision import DocumentFacts, GuardianView, PracticalMatters
from wording.language import tr


def participation(facts: DocumentFacts) -> Iterator[Block]:
    """The student's and the guardians' views, the information given, follow-up and practical matters."""
    view = facts.student_view
    yield Heading(level=2, text=tr("Elevens inställning"))
    yield Entries(
        rows=(
            entry(tr("Elevens inställning"), view.text, lines=2),
            entry(tr("Så har den tagits reda på"), view.how_learned),
            entry(tr("Så har den vägts in"), view.how_weighed),
        )
    )
    yield Heading(level=2, text=tr("Vårdnadshavares synpunkter"))
    yield Entries(rows=tuple(_guardian_entries(facts)))
    yield Heading(level=2, text=tr("Information, uppföljning och utvärdering"))
    told = facts.consequences_told
    by = ", ".join(part for part in (day(told.date), told.person) if part)
    yield Entries(
        rows=(
            entry(tr("Information om vad planen kan betyda för fortsatta studier"), by),
            Entry(label=tr("Uppföljning: datum och ansvarig"), values=said(facts.follow_up)),
            Entry(label=tr("Utvärdering: datum och ansvarig"), values=said(facts.evaluation)),
        )
    )
    practical = tuple(_practical(facts.practical))
    if practical:
        yield Heading(level=2, text=tr("Praktiskt"))
        yield Entries(rows=practical)


def _guardian_entries(facts: DocumentFacts) -> Iterator[Entry]:
    hidden = facts.student.has_protected_identity
    known = {view.guardian: view for view in facts.guardian_views}
    names = [guardian.name for guardian in facts.student.guardians] or list(known)
    for number, name in enumerate(names or [tr("Vårdnadshavare")] * 2, 1):
        label = tr("Vårdnadshavare {number}", number=number) if hidden or not facts.student.guardians else name
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


def _practical(matters: PracticalMatters) -> Iterator[Entry]:
    labelled = (
        (tr("Resor och skolskjuts"), matters.travel),
        (tr("Måltider"), matters.meals),
        (tr("Mobiltelefon"), matters.phone),
        (tr("Nationella prov"), matters.national_tests),
        (tr("Idrott och ombyte"), matters.sports),
        (tr("Om det blir fel dag"), matters.wrong_day),
    )
    return (entry(label, text) for label, text in labelled if text)


def decision(facts: DocumentFacts) -> Iterator[Block]:
    """The box that the rektor fills in."""
    hidden = facts.student.has_protected_identity
    yield decision_form("" if hidden else facts.school.principal, _guardians(facts))


def notification(facts: DocumentFacts) -> Iterator[Block]:
    """Who is told of the decision, when and how (förvaltningslagen 33 §)."""
    yield Heading(level=2, text=tr("Underrättelse"))
    yield Rows(
        head=(tr("Vem"), tr("Datum"), tr("Hur"), tr("Har tagit del (inte ett samtycke)")),
        rows=tuple((name, "", "", "") for name in (tr("Eleven"), *_guardians(facts))),
        widths=(3, 2, 2.4, 4),
    )


def _guardians(facts: DocumentFacts) -> tuple[str, ...]:
    named = tuple(guardian.name for guardian in facts.student.guardians)
    if named and not facts.student.has_protected_identity:
        return named
    return tuple(tr("Vårdnadshavare {number}", number=number) for number in range(1, max(2, len(named)) + 1))


def appeal() -> Iterator[Block]:
    """How the decision is appealed (förvaltningslagen 33 and 43–44 §§, skollagen 28 kap. 16 §)."""
    yield Heading(level=2, text=tr("Så överklagar du beslutet"))
    yield Paragraph(
        text=tr(
            "Beslutet kan överklagas till Skolväsendets överklagandenämnd. Det gäller också ett beslut att "
            "åtgärdsprogram inte ska utarbetas."
        )
    )
    yield Bullets(
        title=tr("Gör så här"),
        items=(
            tr("Överklaga skriftligt. Ställ brevet till Skolväsendets överklagandenämnd."),
            tr("Lämna eller skicka brevet till skolan, inte till nämnden."),
            tr("Brevet ska ha kommit till skolan inom tre veckor från den dag du fick del av beslutet."),
        ),
    )
    yield Bullets(
        title=tr("Skriv i brevet"),
        items=(
            tr("vilket beslut du överklagar: skola, datum och diarienummer"),
            tr("hur du vill att beslutet ska ändras, och varför"),
            tr("elevens namn och födelsedatum"),
            tr("ditt namn, din adress och ditt telefonnummer"),
        ),
    )
    yield Bullets(
        title=tr("Vem får överklaga"),
        items=(
            tr("elevens vårdnadshavare"),
            tr("eleven själv, om eleven har fyllt 16 år"),
        ),
    )
    yield Paragraph(
        text=tr(
            "Skolan ser efter om brevet har kommit i tid och skickar det till nämnden. Skolan kan också själv ändra "
            "beslutet. Nämnden kan fastställa eller upphäva ett åtgärdsprogram och lämna ärendet tillbaka till skolan."
        )
    )
