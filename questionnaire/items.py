"""The nouns of the question bank: texts, boxes, items and the bank itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import StringConstraints

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import QuestionId, asked_of
from questionnaire.effect_types import (
    AdjustEffect,
    AlertEffect,
    Comparison,
    Condition,
    ConsentEffect,
    EscortEffect,
    InterfaceEffect,
    NeedEffect,
    ReferralEffect,
    SupportEffect,
    TaskEffect,
    Trigger,
)
from questionnaire.pictures import Picture
from questionnaire.vocabulary import Detail, Group, ItemKind, OptionsFrom, Sitting, Topic

Written = Annotated[str, StringConstraints(min_length=1)]


class Text(Frozen):
    """The same words in both languages."""

    sv: Written
    en: Written


class Option(Text):
    """One box. A box that stands `alone` («Inget») means that no other is ticked."""

    code: Written
    alone: bool = False
    picture: Picture | None = None
    """A small picture beside the words."""


class Statement(Text):
    """What an answer is told as in the summary, in the student's own voice, and in which group."""

    group: Group


class Section(Text):
    """A stretch of the questionnaire, one dot of the progress row. `code` is the letters that its ids begin with."""

    code: Written
    picture: Picture | None = None
    """For the questions that have none of their own."""


class HalfDay(Text):
    """One square of a time grid."""

    code: Written
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime


class Item(Text):
    """One question and all that its answers lead to. `sv` and `en` are the question itself."""

    id: Annotated[QuestionId, StringConstraints(pattern=r"^([A-Z]{2}\d{1,2}|G\d{2})$")]
    topic: Topic
    sitting: Sitting
    kind: ItemKind
    picture: Picture | None = None
    """What it is about, at a glance; without one it has its section's."""
    short_route: bool = False
    private: bool = False
    """Shown only when the student is alone with the coach and has the screen; never in the summary."""
    names_others: bool = False
    """Its ticks name people: they are told to the student on the screen, and never printed."""
    shown_if: Condition | None = None
    options: tuple[Option, ...] = ()
    options_from: OptionsFrom | None = None
    details: tuple[Detail, ...] = ()
    """What can be agreed beside the answer, except for how long it holds: that can be agreed beside any."""
    says: Mapping[str, Statement] = {}
    """By button («yes», «no»), by box code, or «ticked» for any boxes."""
    needs: tuple[NeedEffect, ...] = ()
    adjusts: tuple[AdjustEffect, ...] = ()
    support: tuple[SupportEffect, ...] = ()
    referrals: tuple[ReferralEffect, ...] = ()
    alerts: tuple[AlertEffect, ...] = ()
    interface: tuple[InterfaceEffect, ...] = ()
    tasks: tuple[TaskEffect, ...] = ()
    consents: tuple[ConsentEffect, ...] = ()
    escorts: tuple[EscortEffect, ...] = ()
    compare: Comparison | None = None
    """The student's question about the same matter, at a question to the guardians."""

    @property
    def section(self) -> str:
        """The code of its section."""
        return self.id.rstrip("0123456789")

    @property
    def number(self) -> int:
        """Its place within the section."""
        return int(self.id.removeprefix(self.section))

    @property
    def asked_of(self) -> Respondent:
        """Whose question it is."""
        return asked_of(self.id)

    @property
    def file(self) -> str:
        """The file of the bank that it stands in."""
        return f"{self.topic}.toml"

    @property
    def text(self) -> Text:
        """The question."""
        return Text(sv=self.sv, en=self.en)

    @property
    def effects(self) -> tuple[Trigger, ...]:
        """Everything that its answers lead to."""
        people = (*self.referrals, *self.alerts, *self.tasks, *self.consents, *self.escorts)
        return (*self.needs, *self.adjusts, *self.support, *people, *self.interface)

    @property
    def has_boxes(self) -> bool:
        """Whether boxes can be ticked: alone, or beside «Ja»."""
        return bool(self.options or self.options_from or self.kind is ItemKind.TIME_GRID)

    @property
    def option_codes(self) -> frozenset[str]:
        """The codes of the boxes that the bank lists."""
        return frozenset(option.code for option in self.options)

    @property
    def alone_codes(self) -> frozenset[str]:
        """The codes of the boxes that stand alone («Inget»)."""
        return frozenset(option.code for option in self.options if option.alone)

    @cached_property
    def all_needs(self) -> tuple[NeedEffect, ...]:
        """Every effect that gives a need, support included."""
        return (*self.needs, *(effect.as_need() for effect in self.support))


class Bank(Frozen):
    """All items in the order they are asked: by sitting, then section, then number."""

    items: tuple[Item, ...]
    sections: tuple[Section, ...]
    half_days: tuple[HalfDay, ...]

    @cached_property
    def by_id(self) -> dict[QuestionId, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.items}
