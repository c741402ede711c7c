"""The coach's list in words: what to do, whom to turn to, what to talk about, what to find out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from casework.to_do import LackingFact, PassOn, Side, ToDo, TwoSides, WorkList
from planning.frozen import Frozen
from questionnaire.answers import Answer, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import Referral
from questionnaire.reading import said
from questionnaire.summary import labels_of
from wording.bank_words import said_in
from wording.choices import choice_names, respondent_names
from wording.consents import say_consent
from wording.language import tr
from wording.phrases import and_list, lower_first
from wording.referrals import say_referral
from wording.tasks import say_task
from wording.topics import say_topic


class TaskLines(Frozen):
    """A task as it is told: what, how, and the answer that asks for it. A private one tells what, and no more."""

    title: str
    how: str = ""
    asked_by: str = ""


class SidesLines(Frozen):
    """A matter that is seen differently, and each side in words."""

    topic: str
    sides: tuple[str, ...]


def say_to_do(task: ToDo, answer: Answer | None) -> TaskLines:
    """«Boka tolk till mötena.», how, and «Behöver ni tolk …? Ja: tolk»."""
    text = say_task(task.task)
    if task.private:
        return TaskLines(title=text.title)
    return TaskLines(title=text.title, how=text.todo, asked_by=_asked_and_said(task.question, answer))


def say_pass_on(one: PassOn, contacts: Iterable[str]) -> tuple[str, ...]:
    """One line for each thing that a profession is asked to help with, what is alike told once."""
    return tuple(dict.fromkeys(_say_referral(referral, contacts) for referral in one.referrals))


def _say_referral(referral: Referral, contacts: Iterable[str]) -> str:
    return say_referral(referral, load_bank().by_id[referral.question].topic, contacts)


def say_two_sides(matter: TwoSides) -> SidesLines:
    """«Sömnen», «Eleven: Somnar du sent de flesta kvällar? Ja», «Vårdnadshavarna: …»."""
    sides = (matter.student, *matter.others)
    return SidesLines(topic=said_in(matter.difference.topic), sides=tuple(map(_say_side, sides)))


def _say_side(side: Side) -> str:
    return f"{respondent_names()[side.by]}: {_asked_and_said(side.question, side.answer)}"


def _asked_and_said(question: QuestionId, answer: Answer | None) -> str:
    told = say_answer(question, answer)
    asked = said_in(load_bank().by_id[question])
    return f"{asked} {told}" if told else asked


def say_answer(question: QuestionId, answer: Answer | None) -> str:
    """«Ja», «Ja: tolk», «Bild och Musik», «Vet inte»; empty when nothing was said."""
    bank = load_bank()
    item = bank.by_id[question]
    reply = said(bank, item, answer)
    button = "" if reply.choice in (None, Choice.SKIP) else choice_names()[reply.choice]
    labels = [said_in(label) for label in labels_of(bank, item, reply).values() if label is not None]
    boxes = and_list([lower_first(label) if item.option_codes else label for label in labels] if button else labels)
    return ": ".join(part for part in (button, boxes) if part)


def say_lacking(fact: LackingFact) -> str:
    """What an answer asks for and nobody has written yet."""
    facts = {
        LackingFact.COACH_NAME: tr("Eleven vill ha coachen med. Skriv coachens namn i ramarna."),
        LackingFact.RIDES: tr("Eleven kan inte ta sig till skolan själv. Skriv vilken skjuts som finns i ramarna."),
        LackingFact.TRUSTED_PERSON: tr("Eleven har sagt vilka vuxna som känns bra. Skriv i ramarna vem som möter."),
        LackingFact.HELP_NOT_WANTED: tr("Det finns hjälp som inte ska användas igen. Kryssa vilken, här nedanför."),
    }
    return facts[fact]


def say_go_through(work: WorkList) -> tuple[str, ...]:
    """A neutral hint where nearly all answers of a sitting are the same, and nothing more (`method.md` §4.1)."""
    if not work.go_through_some:
        return ()
    return (tr("I en del av frågorna blev nästan alla svar lika. Gå igenom några tillsammans."),)


def say_find_out(question: QuestionId) -> str:
    """The question that was answered «vet inte», under its topic."""
    item = load_bank().by_id[question]
    return f"{say_topic(item.topic)}: {said_in(item)}"


def all_lines(work: WorkList, answers: Mapping[QuestionId, Answer]) -> Iterator[str]:
    """The whole list as plain lines, heading by heading."""
    for heading, lines in _parts(work, answers):
        if lines:
            yield heading
            yield from (f"  – {line}" for line in lines)


def _parts(work: WorkList, answers: Mapping[QuestionId, Answer]) -> Iterator[tuple[str, list[str]]]:
    tasks = (say_to_do(task, answers.get(task.question)).title for task in work.open)
    yield tr("Att göra"), [f"{number}. {title}" for number, title in enumerate(tasks, 1)]
    yield tr("Att skriva upp"), [say_lacking(fact) for fact in work.lacking]
    yield tr("Att lämna vidare"), [line for one in work.pass_on for line in say_pass_on(one, work.contacts)]
    told = (say_two_sides(matter) for matter in work.two_sides)
    yield tr("Att prata om"), [f"{one.topic}: {' / '.join(one.sides)}" for one in told]
    yield tr("Att ta reda på"), [*(say_find_out(question) for question in work.find_out), *say_go_through(work)]
    yield tr("Det ni har kommit överens om"), [say_consent(given) for given in work.consents]
