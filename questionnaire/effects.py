"""What the answers give rise to: needs for the plan, people to turn to, things to do, and how the program behaves.

Which answer leads to what stands in `questionnaire/bank/*.toml`, never here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planning.frozen import Frozen
from planning.needs import NEED, AnyNeed
from planning.timetable import Timetable
from questionnaire.answers import AnswerSheet, Choice, QuestionId
from questionnaire.items import Bank, HalfDay, Text
from questionnaire.need_drafts import drafts
from questionnaire.options import names_from
from questionnaire.reading import said
from questionnaire.replies import Reply, replies
from questionnaire.vocabulary import Consent, Preference, Profession, Task


class Referral(Frozen):
    """Someone to be asked for help. `private`: nothing of it is shown to the guardians (`method.md` E4)."""

    to: Profession
    question: QuestionId
    private: bool = False


class TaskDue(Frozen):
    """Something for the coach to do or to ask. `private`: for the coach alone."""

    task: Task
    question: QuestionId
    private: bool = False


class GivenConsent(Frozen):
    """What may be told or done, or may not, and how far."""

    consent: Consent
    question: QuestionId
    is_given: bool
    ticks: tuple[str, ...] = ()


class Difference(Frozen):
    """The student and somebody else see the same matter differently. It is talked about; nothing follows from it."""

    question: QuestionId
    """The question that the other one answered: the guardians' own, or the student's."""
    of_student: QuestionId
    topic: Text
    """What it is about: «Sömnen», or the question itself."""


def needs_from(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[AnyNeed, ...]:
    """Every need that the answers give, in the bank's order, with ids «SO1:earliest_start».

    Answers to questions that no longer stand, and names that the timetable does not have, give nothing. What somebody
    else filled in for the one who was asked becomes a wish of medium strength at most (`method.md` E10). Where a need
    comes from a private answer nothing tells so.
    """
    needs: list[AnyNeed] = []
    seen: Counter[str] = Counter()
    for reply in replies(bank, sheet, timetable):
        for draft in (d for effect in reply.item.all_needs if reply.happens(effect) for d in drafts(reply, effect)):
            name = f"{draft['origin'].ref}:{draft['kind']}"
            seen[name] += 1
            number = f":{seen[name]}" if seen[name] > 1 else ""
            needs.append(NEED.validate_python({**draft, "id": f"{name}{number}"}))
    return adjusted(bank, sheet, timetable, needs)


def adjusted(
    bank: Bank, sheet: AnswerSheet, timetable: Timetable, needs: Iterable[AnyNeed]
) -> tuple[AnyNeed, ...]:
    """The needs with what the student's other answers change in them. What somebody else filled in changes none."""
    changes = [
        effect
        for reply in replies(bank, sheet, timetable)
        for effect in reply.item.adjusts
        if reply.is_own and reply.happens(effect)
    ]
    changed = []
    for need in needs:
        fields = {name: value for e in changes if e.adjust == need.kind for name, value in e.fields.items()}
        changed.append(NEED.validate_python({**need.model_dump(), **fields}) if fields else need)
    return tuple(changed)


def referrals_from(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[Referral, ...]:
    """Whom to ask for help, and which answer asks for it."""
    return tuple(
        Referral(to=effect.to, question=reply.item.id, private=reply.item.private)
        for reply in replies(bank, sheet, timetable)
        for effect in reply.item.referrals
        if reply.happens(effect) and _share_ticked(reply) >= effect.least_percent
    )


def tasks_from(bank: Bank, sheet: AnswerSheet, timetable: Timetable) -> tuple[TaskDue, ...]:
    """What the coach has to do or to ask, each task once."""
    due = {
        effect.task: TaskDue(task=effect.task, question=reply.item.id, private=reply.item.private)
        for reply in replies(bank, sheet, timetable)
        for effect in reply.item.tasks
        if reply.happens(effect)
    }
    return tuple(due.values())


def consents_from(bank: Bank, sheet: AnswerSheet) -> tuple[GivenConsent, ...]:
    """What may be told or done."""
    return tuple(
        GivenConsent(
            consent=effect.consent,
            question=reply.item.id,
            is_given=effect.is_given,
            ticks=tuple(tick for tick in reply.said.ticks if tick not in reply.item.alone_codes),
        )
        for reply in replies(bank, sheet)
        for effect in reply.item.consents
        if reply.happens(effect)
    )


def rides_from(bank: Bank, sheet: AnswerSheet) -> tuple[HalfDay, ...]:
    """The half days on which somebody at home offers a ride."""
    given = (reply for reply in replies(bank, sheet) if any(reply.happens(e) for e in reply.item.escorts))
    ticked = {tick for reply in given for tick in reply.said.ticks}
    return tuple(half for half in bank.half_days if half.code in ticked)


def preferences_from(bank: Bank, sheet: AnswerSheet) -> tuple[Preference, ...]:
    """How the program is to behave."""
    return tuple(
        effect.preference
        for reply in replies(bank, sheet)
        for effect in reply.item.interface
        if reply.happens(effect)
    )


def differences_from(bank: Bank, sheet: AnswerSheet) -> tuple[Difference, ...]:
    """What the student and the guardians, or an adult who filled in, see differently. Private questions never."""
    return (*_between_forms(bank, sheet), *_beside(bank, sheet))


def _between_forms(bank: Bank, sheet: AnswerSheet) -> Iterator[Difference]:
    for reply in replies(bank, sheet):
        compared = reply.item.compare
        if compared is None or not reply.is_own or reply.said.choice is None:
            continue
        theirs = said(bank, bank.by_id[compared.question], sheet.own.of(compared.question)).choice
        if theirs is not None and compared.differs.get(reply.said.choice) is theirs:
            topic = Text(sv=compared.sv, en=compared.en)
            yield Difference(question=reply.item.id, of_student=compared.question, topic=topic)


def _beside(bank: Bank, sheet: AnswerSheet) -> Iterator[Difference]:
    empty = (Choice.SKIP, Choice.DONT_KNOW)
    for reply in replies(bank, sheet):
        others = [said(bank, reply.item, other) for other in sheet.beside.get(reply.item.id, ())]
        tells = not reply.said.is_nothing and reply.said.choice not in empty
        if not reply.item.private and tells and any(
            other != reply.said and not other.is_nothing and other.choice not in empty for other in others
        ):
            yield Difference(question=reply.item.id, of_student=reply.item.id, topic=reply.item.text)


def _share_ticked(reply: Reply) -> int:
    """How many of the timetable's boxes are ticked, in percent; 100 when none come from the timetable."""
    if reply.item.options_from is None or reply.timetable is None:
        return 100
    boxes = len(names_from(reply.item.options_from, reply.timetable))
    ticked = len(set(reply.said.ticks) - reply.item.option_codes)
    return 100 * ticked // boxes if boxes else 0
