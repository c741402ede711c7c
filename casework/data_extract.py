"""The extract in words: what a student can read of what is kept. All of it stands in the file for machines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from casework.case import DocumentMade, PlanMade, SummaryMark, TimetableTaken
from casework.data_gathering import DataExport, For
from casework.facts import CaseFacts
from casework.now import SCHOOL_TIME
from casework.to_do_words import say_answer
from exports.data_export import Extract, ExtractPart
from exports.text_blocks import Entry
from planning.decided import Decided
from planning.outcomes import Found
from questionnaire.answers import Answer, AnswerEvent, QuestionId, latest_by_whom
from questionnaire.bank import load_bank
from storage.audit import Outcome
from wording.acts import say_act, say_outcome
from wording.audit import say_role
from wording.bank_words import said_in
from wording.clock import written_date
from wording.extract_words import (
    say_about,
    say_case_field,
    say_field,
    say_lead,
    say_parts,
    say_respondent,
    say_step_count,
    say_title,
    say_yes_or_no,
)
from wording.returned_words import say_ruling

Rows = tuple[tuple[str, ...], ...]
_WIDTHS = {2: (1.0, 3.0), 3: (1.0, 2.4, 1.2), 4: (0.9, 2.2, 1.6, 1.0)}
"""Relative, by the number of columns."""


def extract_of(export: DataExport) -> Extract:
    """What the document says."""
    facts = _newest_facts(export)
    rows: dict[str, Rows] = {
        "answer_events": tuple(_answers(export.answer_events)),
        "summary_marks": tuple(_marks(export)),
        "notes": tuple(_notes(export)),
        "timetables": tuple(_timetables(export)),
        "plans": tuple(_plans(export)),
        "documents": tuple(_documents(export)),
        "decisions": tuple(_decisions(export)),
        "moves": tuple(_moves(export)),
        "corrections": tuple((_at(one.at), _fields(one.fields), one.reason) for one in facts.corrections),
        "openings": tuple((_at(one.at), one.reason) for one in export.openings),
        "log": tuple(_log(export)),
    }
    words = say_parts()
    parts = [
        ExtractPart(heading=words["cases"].heading, facts=tuple(_case(export))),
        ExtractPart(heading=words["facts"].heading, intro=words["facts"].intro, facts=tuple(_facts(export))),
    ]
    for name, of_part in rows.items():
        if of_part or export.receiver is For.STUDENT:
            said = words[name]
            widths = _WIDTHS[len(said.head)]
            parts.append(
                ExtractPart(heading=said.heading, intro=said.intro, head=said.head, rows=of_part, widths=widths)
            )
    about = say_about(written_date(export.made_at.astimezone(SCHOOL_TIME).date()))
    lead = say_lead(is_guardian=export.receiver is For.GUARDIAN)
    return Extract(title=say_title(), lead=lead, about=about, parts=tuple(parts))


def _case(export: DataExport) -> Iterator[Entry]:
    moments = {name: _at(dt.datetime.fromisoformat(export.case[name])) for name in ("created_at", "changed_at")}
    for name, value in {**export.case, **moments}.items():
        label = say_case_field(name)
        if label and value != "":
            yield Entry(label=label, values=(_plain(value),))


def _newest_facts(export: DataExport) -> CaseFacts:
    """The facts as they stand, as far as the receiver gets them."""
    kept = export.kept.get("facts", ())
    return CaseFacts.model_validate(kept[-1].content) if kept else CaseFacts()


def _facts(export: DataExport) -> Iterator[Entry]:
    kept = export.kept.get("facts", ())
    stated = _newest_facts(export).model_dump(mode="json", exclude_defaults=True, exclude={"corrections"})
    if kept:
        for path, value in _leaves(stated):
            yield Entry(label=say_field(path), values=(value,))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value with its place. What a list holds several of is told together."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for number, one in enumerate(value, start=1):
            told = "; ".join(text for _, text in _leaves(one))
            yield f"{path}" if len(value) == 1 else f"{path} {number}", told
    elif value not in (None, "", []):
        yield path, _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return say_yes_or_no(is_so=value)
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    return "" if value is None else str(value)


def _answers(events: Iterable[AnswerEvent]) -> Iterator[tuple[str, ...]]:
    for question, by_whom in latest_by_whom(events).items():
        for by, (answer, at) in by_whom.items():
            yield _at(at), _asked(question), _answered(question, answer), say_respondent(by)


def _asked(question: QuestionId) -> str:
    item = load_bank().by_id.get(question)
    return said_in(item) if item else question


def _answered(question: QuestionId, answer: Answer) -> str:
    """The answer in words; its codes where the bank no longer has the question."""
    told = say_answer(question, answer) if question in load_bank().by_id else ""
    return told or ", ".join(part for part in (answer.choice or "", *answer.ticks) if part)


def _marks(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("summary_marks", ()):
        mark = SummaryMark.model_validate(kept.content)
        is_right = "" if mark.is_right is None else say_yes_or_no(is_so=mark.is_right)
        yield _asked(mark.question), is_right, say_yes_or_no(is_so=True) if mark.is_most_important else ""


def _notes(export: DataExport) -> Iterator[tuple[str, ...]]:
    for table in ("handled_alerts", "unsafe_settings", "done_tasks"):
        for kept in export.kept.get(table, ()):
            content = {name: value for name, value in kept.content.items() if name not in ("at", "by")}
            said = "; ".join(text for _, text in _leaves(content))
            yield _at(kept.at), said, _plain(kept.content.get("by"))


def _timetables(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("timetables", ()):
        timetable = TimetableTaken.model_validate(kept.content).timetable
        yield _at(kept.at), timetable.group or "", str(len(timetable.lessons))


def _plans(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("plans", ()):
        outcome = PlanMade.model_validate(kept.content).outcome
        steps = len(outcome.plan.steps) if isinstance(outcome, Found) else None
        yield _at(kept.at), str(kept.number), say_step_count(steps)


def _documents(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("documents", ()):
        made = DocumentMade.model_validate(kept.content)
        yield _at(made.made_at), made.kind, str(made.plan_number)


def _decisions(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("decisions", ()):
        decided = Decided.model_validate(kept.content)
        yield _at(kept.at), say_ruling(decided.ruling), decided.reasons, decided.decided_by


def _moves(export: DataExport) -> Iterator[tuple[str, ...]]:
    for kept in export.kept.get("moves", ()):
        points = (kept.content.get("points") or ()), (one["text"] for one in kept.content.get("comments") or ())
        said = "; ".join([_plain(kept.content.get("note")), *map(str, chain(*points))])
        yield _at(kept.at), f"{kept.content['from_state']} → {kept.content['to_state']}", said.strip("; ")


def _log(export: DataExport) -> Iterator[tuple[str, ...]]:
    for act in export.log:
        if act.outcome is not Outcome.DOUBLED:
            yield _at(act.at), _act(act.action, act.outcome), say_role(act.actor, export.roles.get(act.actor))


def _fields(paths: Iterable[str]) -> str:
    return ", ".join(say_field(path) for path in paths)


def _act(action: str, outcome: str) -> str:
    refused = say_outcome(outcome)
    return f"{say_act(action)} ({refused})" if refused else say_act(action)


def _at(moment: dt.datetime) -> str:
    """«2026-11-30 08.15», as the clock at school showed."""
    return moment.astimezone(SCHOOL_TIME).strftime("%Y-%m-%d %H.%M")
