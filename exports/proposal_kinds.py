"""The kinds of decision that the proposal asks for, and what statute asks of each of them."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Choices, Entry, FactColumns, Paragraph, Tone
from exports.proposal_basis import day, entry
from planning.decision import DecisionKind, DocumentFacts
from planning.decision_forms import DistanceTeaching, HomeTeaching, RemoteTeaching, WorkPlacement
from planning.plan import Setting
from planning.public_plan import PublicPlan
from wording.clock import hours_text
from wording.language import tr
from wording.phrases import and_list, upper_first


def kinds(public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    """Boxes for the four kinds, those that are asked for ticked; under them what each of these needs."""
    asked = asked_kinds(public, facts)
    names = _names()
    yield Choices(
        items=tuple(f"{name}: {asked[kind]}" if asked.get(kind) else name for kind, name in names.items()),
        ticked=tuple(kind in asked for kind in names),
    )
    for kind in asked:
        yield from _needed(kind, public, facts)
    yield from _beside(facts)


def asked_kinds(public: PublicPlan, facts: DocumentFacts) -> dict[DecisionKind, str]:
    """The kinds of decision and what they rest on; teaching in a small room is tried by 3 kap. 11 §."""
    asked = {one.kind: one.because for one in facts.decisions}
    lessons = (lesson for step in public.steps for week in step.weeks for lesson in week.lessons)
    if any(lesson.setting is Setting.SMALL_ROOM for lesson in lessons):
        asked.setdefault(DecisionKind.SPECIAL_GROUP, tr("planen börjar med lektioner i ett litet rum"))
    if facts.forms.distance is not None:
        asked.setdefault(DecisionKind.DISTANCE, "")
    if facts.forms.work_placement is not None:
        asked.setdefault(DecisionKind.WORK_PLACEMENT, "")
    return asked


def need_much(public: PublicPlan, facts: DocumentFacts) -> bool:
    """Whether the kinds that are asked for need more than fits above the rektor's box on its page."""
    large = {DecisionKind.DISTANCE, DecisionKind.WORK_PLACEMENT}
    forms = facts.forms
    return not large.isdisjoint(asked_kinds(public, facts)) or any((forms.remote, forms.at_home, forms.newly_arrived))


def _names() -> dict[DecisionKind, str]:
    return {
        DecisionKind.ADAPTED_STUDIES: tr("Anpassad studiegång (skollagen 3 kap. 12 §)"),
        DecisionKind.SPECIAL_GROUP: tr(
            "Särskild undervisningsgrupp eller enskild undervisning, kräver särskilda skäl (3 kap. 11 §)"
        ),
        DecisionKind.DISTANCE: tr(
            "Distansundervisning, kräver vårdnadshavares medgivande och gäller högst en termin (3 kap. 11 a §)"
        ),
        DecisionKind.WORK_PLACEMENT: tr("Arbetsplatsförlagd utbildning (skolförordningen 5 kap. 5 §)"),
    }


def _needed(kind: DecisionKind, public: PublicPlan, facts: DocumentFacts) -> Iterator[Block]:
    match kind:
        case DecisionKind.ADAPTED_STUDIES:
            yield Paragraph(
                text=tr(
                    "Anpassad studiegång kräver att stödet inte rimligen kan ges på annat sätt. "
                    "Se Stöd som har prövats, och Tid och ämnen."
                ),
                tone=Tone.FINE,
            )
        case DecisionKind.SPECIAL_GROUP:
            label = tr("Särskilda skäl för liten grupp eller enskild undervisning")
            yield FactColumns(facts=(entry(label, facts.forms.small_group_reasons, lines=2),), per_row=1)
        case DecisionKind.DISTANCE:
            yield FactColumns(facts=tuple(_distance(facts.forms.distance or DistanceTeaching(), public)))
        case DecisionKind.WORK_PLACEMENT:
            yield FactColumns(facts=tuple(_placement(facts.forms.work_placement or WorkPlacement())))


def _distance(distance: DistanceTeaching, public: PublicPlan) -> Iterator[Entry]:
    last = day(distance.last_day)
    period = tr("{first} till {last}", first=day(distance.first_day or public.first_day), last=last) if last else ""
    yield entry(tr("Distans: ämnen"), and_list(distance.subjects))
    yield entry(tr("Distans: period, högst en termin"), period)
    yield entry(tr("Distans: utförare"), distance.provider)
    yield entry(tr("Problemet är dokumenterat"), day(distance.problem_documented))
    yield entry(tr("Vårdnadshavarna har medgett det"), day(distance.guardian_consent))
    yield entry(tr("Varför annat stöd inte räcker"), distance.other_support_exhausted, lines=2)
    if distance.exceptional_reasons:
        yield entry(tr("Synnerliga skäl (lågstadiet)"), distance.exceptional_reasons)


def _placement(placement: WorkPlacement) -> Iterator[Entry]:
    yield entry(tr("Arbetsplats"), placement.workplace)
    yield entry(tr("Handledare på arbetsplatsen"), placement.supervisor)
    yield entry(tr("Skolans kontakt"), placement.school_contact)


def _beside(facts: DocumentFacts) -> Iterator[Block]:
    """What is decided or weighed beside the proposal: remote teaching, teaching at home, the newly arrived."""
    said = (*_remote(facts.forms.remote), *_at_home(facts.forms.at_home))
    arrived = facts.forms.newly_arrived
    if arrived is not None and arrived.considered:
        label = tr("Nyanländ elev: studieplan eller anpassad timplan (3 kap. 12 g och h §§)")
        said = (*said, entry(label, arrived.considered))
    if said:
        yield FactColumns(facts=said)


def _remote(remote: RemoteTeaching | None) -> Iterator[Entry]:
    if remote is not None:
        amount = tr("högst {hours} i veckan", hours=hours_text(remote.minutes_a_week)) if remote.minutes_a_week else ""
        said = upper_first(", ".join(part for part in (and_list(remote.subjects), amount) if part))
        yield entry(tr("Fjärrundervisning (skolförordningen 5 a kap.)"), said)


def _at_home(home: HomeTeaching | None) -> Iterator[Entry]:
    if home is not None:
        decided = tr("beslutad {day}", day=day(home.decision)) if home.decision else ""
        consent = tr("medgivande {day}", day=day(home.consent)) if home.consent else ""
        said = upper_first(", ".join(part for part in (decided, consent) if part))
        yield entry(tr("Undervisning i hemmet, beslutas för sig (24 kap. 20 §)"), said)
