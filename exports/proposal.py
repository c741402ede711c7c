"""D1: the proposal for an åtgärdsprogram with anpassad studiegång, as the school registers and decides it.

It becomes a public document when it is decided. Therefore it is made from the public view of the plan and from facts of
the school situation only, and free text passes the language guard before it is printed. The fields are those of
skollagen 3 kap. 7–12 §§ and förvaltningslagen 31–33 and 43–44 §§.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.blocks import Block, Document, Heading, PageBreak, Paragraph, Tone
from exports.language_guard import guarded
from exports.proposal_basis import basis
from exports.proposal_decision import appeal, decision, notification
from exports.proposal_eligibility import eligibility
from exports.proposal_kinds import kinds, need_much
from exports.proposal_law import law_checks
from exports.proposal_measures import measures
from exports.proposal_overview import overview, whose_and_when
from exports.proposal_subjects import subjects
from exports.proposal_support import support
from exports.proposal_terms import presence, terms
from exports.proposal_views import practical, views
from exports.step_weeks import panels
from planning.decision import DocumentFacts, missing_fields
from planning.eligibility import Picture
from planning.law.verdicts import LawVerdict
from planning.protected import without_place
from planning.public_plan import PublicPlan
from planning.steps import Timing
from planning.teaching import Teaching
from wording.language import language_tag, tr

SHORT_PLAN = 2
"""Up to so many steps the weeks themselves stand on the first page, where longer plans have small ones."""
RULES_OF = "2026-11-22"
"""The day as of which the statutes were read; printed, so that a reader knows how old the wording is."""


def build_proposal(
    public: PublicPlan,
    facts: DocumentFacts,
    *,
    is_draft: bool = False,
    picture: Picture | None = None,
    teaching: Teaching | None = None,
    law: Sequence[LawVerdict] = (),
) -> Document:
    """The proposal. While a field that statute asks for is empty it says so on every page.

    As a draft it bears «UTKAST» across every page, and nothing in it tells why: it is not to be handed in. Without a
    `picture` the school fills in the eligibility by hand; without `teaching` what is lost is told from the weeks alone.
    """
    missing = missing_fields(guarded(facts))
    told = without_place(guarded(facts))
    title = tr("Förslag till åtgärdsprogram med anpassad studiegång")
    return Document(
        title=title,
        subject=title,
        author=told.prepared.organisation or told.school.provider,
        language=language_tag(),
        mark=_mark(is_draft=is_draft, lacks_fields=bool(missing)),
        across=tr("UTKAST") if is_draft else "",
        running=_running(told),
        footer=tr("Bilagan Kartläggning omfattas av sekretess och ingår inte i detta beslut."),
        page_text=tr("Sida {{page}} ({{pages}})"),
        blank=tr("Fylls i av skolan:"),
        blocks=_whole(public, told, title, len(missing), Known(picture, teaching, law))
        if public.steps
        else tuple(_without_steps(told, title)),
    )


def with_log_head(document: Document, head: str) -> Document:
    """The proposal with where the log stood when it was made, so that the log can be held against the paper later.

    Empty: as it is, since it was made without a case that is kept.
    """
    if not head:
        return document
    line = Paragraph(text=tr("Loggens läge: {head}", head=head), tone=Tone.FINE)
    return document.model_copy(update={"blocks": (*document.blocks, line)})


class Known(NamedTuple):
    """What is known of a plan's subjects, hours and rules."""

    picture: Picture | None
    teaching: Teaching | None
    law: Sequence[LawVerdict]


def _whole(public: PublicPlan, facts: DocumentFacts, title: str, missing: int, known: Known) -> tuple[Block, ...]:
    is_short = len(public.steps) <= SHORT_PLAN
    steps = tuple(_steps(public))
    in_use = (*presence(), *practical(facts))
    return (
        *overview(public, facts, title, missing, weeks=steps if is_short else ()),
        *basis(facts),
        *measures(facts),
        *views(facts),
        *(() if is_short else (*in_use, *steps)),
        *support(public),
        *terms(public, facts),
        *subjects(public, facts, known.teaching),
        *eligibility(public, facts, known.picture),
        *((*in_use, *_checked(known.law)) if is_short else ()),
        *_decided(public, facts),
        *(() if is_short else _checked(known.law)),
    )


def _without_steps(facts: DocumentFacts, title: str) -> Iterator[Block]:
    """There is nothing to decide on yet: what is known of school, needs and views alone."""
    yield Heading(level=1, text=title)
    yield Paragraph(text=tr("Planen har inga steg än. Planera dem först, så kommer resten med."), tone=Tone.LEAD)
    yield from basis(facts)
    yield from measures(facts)
    yield from views(facts)


def _mark(*, is_draft: bool, lacks_fields: bool) -> str:
    if lacks_fields:
        return tr("UTKAST – uppgifter saknas, ej beslutat")
    return tr("UTKAST – ej beslutat") if is_draft else tr("FÖRSLAG – ej beslutat")


def _running(facts: DocumentFacts) -> str:
    prepared = facts.prepared
    day = prepared.date.isoformat() if prepared.date else ""
    parts = (prepared.reference, tr("version {number}", number=prepared.version), day)
    return " · ".join(part for part in parts if part)


def _steps(public: PublicPlan) -> Iterator[Block]:
    yield Heading(level=2, text=tr("Schemat steg för steg"))
    said = tr("Rutorna visar den tid eleven är med. Tid med coach räknas inte som undervisning (skollagen 1 kap. 3 §).")
    # Only the nearest steps have dates: the others come when the conditions for the step are met.
    later = next((step for step in public.steps if step.timing is not Timing.DATED), None)
    if later is not None:
        when = tr(
            "Från steg {n} är veckorna de tidigaste möjliga. Eleven går vidare när villkoren för stegen är uppfyllda.",
            n=later.number,
        )
        said = f"{said} {when}"
    yield Paragraph(text=said, tone=Tone.INTRO)
    yield from panels(public)


def _checked(law: Sequence[LawVerdict]) -> Iterator[Block]:
    """How the plan goes with the rules; without verdicts how old the wording is."""
    yield from law_checks(law)
    if not law:
        text = tr("Hänvisningarna till lag följer reglerna så som de lästes {day}.", day=RULES_OF)
        yield Paragraph(text=text, tone=Tone.FINE)


def _decided(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """The kinds of decision that are asked for, and the decision; then how it is appealed, and who is told."""
    if not need_much(public, facts):
        yield PageBreak()
    yield Heading(level=2, text=tr("Det som rektorn beslutar om"))
    yield Paragraph(text=whose_and_when(public, facts))
    yield from kinds(public, facts)
    yield from decision(facts)
    yield PageBreak()
    yield from appeal()
    yield from notification(facts)
