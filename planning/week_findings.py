"""What somebody should look at in a timetable before trusting it, each with one-tap ways to put it right.

Whatever stands here is a question, never a verdict: a timetable that looks odd may be right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from planning.clock import Weekday
from planning.frozen import Frozen
from planning.timetable import EVERY_WEEK, Lesson, LessonId, LessonKind, Timetable, WeekLabel
from planning.week_edits import EVEN, ODD, WeekEdit, as_kind, without
from planning.week_marks import parity_in, weeks_in
from planning.week_parts import Parts, parts_of

SHORTEST, LONGEST = 10, 240  # our defaults, as are the hours below
EARLIEST, LATEST = 7 * 60, 18 * 60
_LUNCH_FROM, _LUNCH_UNTIL = 10 * 60 + 15, 13 * 60 + 30
_MORNING_UNTIL, _AFTERNOON_FROM = 11 * 60, 13 * 60
_SHORTEST_LUNCH, _ORDINARY_LUNCH, _ORDINARY_LUNCH_AT = 20, 40, 11 * 60 + 30
_MOST_AT_ONCE = 4
_LUNCH_WORDS = re.compile(r"lunch|\bmatrast\b|\bskolmat|bespisning", re.IGNORECASE)
_NO_LESSON = re.compile(
    r"mentor|klassråd|klassens tid|\brast(er)?\b|\bpaus\b|frukost|fritids|läxhjälp|håltimme|egen tid|handledartid",
    re.IGNORECASE,
)


class FindingKind(StrEnum):
    """What is worth a look."""

    PARTS = "parts"
    """Parts of a class, of which the student goes in one."""
    WEEKS = "weeks"
    """Lists of week numbers, or odd and even ones."""
    DUPLICATE = "duplicate"
    AT_ONCE = "at_once"
    LUNCH_NAMED = "lunch_named"
    """Something called a lunch that counts as a lesson."""
    LUNCH_MISSING = "lunch_missing"
    NO_LESSON = "no_lesson"
    """Something that sounds like no lesson, and counts as one."""
    LENGTH = "length"
    HOURS = "hours"


class FixKind(StrEnum):
    """What a tap would do."""

    MY_PART = "my_part"
    BY_WEEK = "by_week"
    EVERY_WEEK = "every_week"
    FIRST_ODD = "first_odd"
    KEEP = "keep"
    SHORTEN = "shorten"
    MERGE = "merge"
    AS_LUNCH = "as_lunch"
    ADD_LUNCH = "add_lunch"
    AS_NO_LESSON = "as_no_lesson"
    REMOVE = "remove"


class Fix(Frozen):
    """One way to put it right: what it does, to which lessons, and the step itself."""

    kind: FixKind
    lessons: tuple[Lesson, ...]
    edit: WeekEdit
    value: str = ""


class Finding(Frozen):
    """One thing to look at. `value` names it where the lessons do not: the subject whose groups they are."""

    kind: FindingKind
    lessons: tuple[Lesson, ...]
    fixes: tuple[Fix, ...]
    value: str = ""

    @property
    def key(self) -> str:
        """The same as long as it is about the same lessons."""
        return f"{self.kind}|{self.value}|{'|'.join(lesson.id for lesson in self.lessons)}"


def findings(timetable: Timetable) -> tuple[Finding, ...]:
    """Everything worth a look, what settles most first. A lesson stands in one finding of time at the most."""
    taught = [lesson for lesson in timetable.lessons if lesson.kind is LessonKind.LESSON]
    if timetable.is_dated:
        return tuple(_odd(taught))
    weeks = tuple(_weeks(timetable))
    rest = _without(taught, weeks)
    parts = tuple(_parts(found) for found in parts_of(rest))
    rest = _without(rest, parts)
    return (*weeks, *parts, *_at_once(rest), *_lunch(timetable), *_no_lessons(taught), *_odd(taught))


def _without(lessons: Sequence[Lesson], settled: Sequence[Finding]) -> list[Lesson]:
    """The lessons that no finding is about yet."""
    named = {lesson.id for finding in settled for lesson in finding.lessons}
    return [lesson for lesson in lessons if lesson.id not in named]


def _parts(found: Parts) -> Finding:
    everything = tuple(lesson for _, lessons in found.by_name for lesson in lessons)
    fixes = []
    for name, mine in found.by_name:
        others = tuple(lesson for lesson in everything if lesson not in mine)
        puts = tuple(lesson.model_copy(update={"subject": found.plain(lesson)}) for lesson in mine)
        edit = WeekEdit(removes=tuple(lesson.id for lesson in others), puts=puts)
        fixes.append(Fix(kind=FixKind.MY_PART, lessons=others, edit=edit, value=name))
    return Finding(kind=FindingKind.PARTS, lessons=everything, fixes=tuple(fixes), value=found.of)


def _weeks(timetable: Timetable) -> Iterator[Finding]:
    """Week lists and words of parity in a week's name or a subject, all at once: they make one rotation together."""
    told = [(lesson, named) for lesson in timetable.lessons if (named := _named(lesson)) is not None]
    if not told:
        return
    lessons = tuple(lesson for lesson, _ in told)
    apart = tuple(
        lesson.model_copy(update={"subject": subject, "week": EVERY_WEEK if parity is None else parity})
        for lesson, (parity, subject) in told
    )
    every = tuple(lesson.model_copy(update={"week": EVERY_WEEK}) for lesson in apart)
    fixes = [Fix(kind=FixKind.EVERY_WEEK, lessons=lessons, edit=WeekEdit(puts=every))]
    if any(lesson.week for lesson in apart):
        fixes.insert(0, Fix(kind=FixKind.BY_WEEK, lessons=lessons, edit=WeekEdit(puts=apart, weeks=(ODD, EVEN))))
    yield Finding(kind=FindingKind.WEEKS, lessons=lessons, fixes=tuple(fixes))


def _named(lesson: Lesson) -> tuple[WeekLabel | None, str] | None:
    """The parity that a lesson's week or subject tells of, and the subject without it; None when neither does."""
    for text, rest in ((lesson.week, lesson.subject), (lesson.subject, "")):
        if text and (weeks := weeks_in(text)) is not None:
            return weeks.parity, rest or weeks.rest or lesson.subject
        if text and (told := parity_in(text)) is not None:
            return told[0], rest or told[1] or lesson.subject
    return None


def _at_once(taught: Sequence[Lesson]) -> Iterator[Finding]:
    for cluster in _clusters(taught):
        first = cluster[0]
        if len({(o.start, o.end, o.subject.casefold(), o.week) for o in cluster}) == 1:
            merged = first.model_copy(
                update={
                    "rooms": tuple(dict.fromkeys(room for o in cluster for room in o.rooms)),
                    "teachers": tuple(dict.fromkeys(one for o in cluster for one in o.teachers)),
                }
            )
            removed = tuple(o.id for o in cluster[1:])
            fix = Fix(kind=FixKind.MERGE, lessons=cluster, edit=WeekEdit(puts=(merged,), removes=removed))
            yield Finding(kind=FindingKind.DUPLICATE, lessons=cluster, fixes=(fix,))
        else:
            yield Finding(kind=FindingKind.AT_ONCE, lessons=cluster, fixes=tuple(_ways_out(cluster)))


def _clusters(taught: Sequence[Lesson]) -> list[tuple[Lesson, ...]]:
    """Lessons that hang together by being at the same time in the same week, each cluster in the order of the clock."""
    groups: dict[LessonId, int] = {lesson.id: n for n, lesson in enumerate(taught)}
    for one, other in combinations(taught, 2):
        if one.overlaps(other) and (EVERY_WEEK in {one.week, other.week} or one.week == other.week):
            old, new = groups[other.id], groups[one.id]
            groups = {key: new if group == old else group for key, group in groups.items()}
    by_group: dict[int, list[Lesson]] = defaultdict(list)
    for lesson in sorted(taught, key=lambda o: (o.weekday, o.start, o.end, o.subject, o.id)):
        by_group[groups[lesson.id]].append(lesson)
    return [tuple(cluster) for cluster in by_group.values() if len(cluster) > 1]


def _ways_out(cluster: tuple[Lesson, ...]) -> Iterator[Fix]:
    for mine in cluster[:_MOST_AT_ONCE]:
        others = tuple(lesson for lesson in cluster if lesson is not mine and lesson.overlaps(mine))
        yield Fix(kind=FixKind.KEEP, lessons=(mine, *others), edit=without(*others))
    if len(cluster) != 2:
        return
    one, other = cluster
    if not (one.week or other.week) and (one.start == other.start or one.end == other.end):
        for odd, even in (cluster, cluster[::-1]):
            puts = (odd.model_copy(update={"week": ODD}), even.model_copy(update={"week": EVEN}))
            yield Fix(kind=FixKind.FIRST_ODD, lessons=(odd, even), edit=WeekEdit(puts=puts, weeks=(ODD, EVEN)))
    earlier, later = cluster
    if earlier.start + SHORTEST <= later.start and later.end > earlier.end:
        cut = earlier.model_copy(update={"end": later.start})
        yield Fix(kind=FixKind.SHORTEN, lessons=cluster, edit=WeekEdit(puts=(cut,)))


def _lunch(timetable: Timetable) -> Iterator[Finding]:
    named = tuple(o for o in timetable.lessons if o.kind is not LessonKind.LUNCH and _LUNCH_WORDS.search(o.subject))
    if named:
        fix = Fix(kind=FixKind.AS_LUNCH, lessons=named, edit=as_kind(LessonKind.LUNCH, *named))
        yield Finding(kind=FindingKind.LUNCH_NAMED, lessons=named, fixes=(fix,))
        return
    missing = [day for day in Weekday if _lacks_lunch(timetable, day)]
    lunches = tuple(lunch for day in missing if (lunch := _lunch_of(timetable, day)) is not None)
    if missing:
        fix = Fix(kind=FixKind.ADD_LUNCH, lessons=lunches, edit=WeekEdit(puts=lunches))
        days = " ".join(day.short for day in missing)
        yield Finding(kind=FindingKind.LUNCH_MISSING, lessons=(), fixes=(fix,) if lunches else (), value=days)


def _lacks_lunch(timetable: Timetable, day: Weekday) -> bool:
    of_day = [lesson for lesson in timetable.lessons if lesson.weekday == day]
    has_lunch = any(lesson.kind is LessonKind.LUNCH for lesson in of_day)
    taught = [lesson for lesson in of_day if lesson.kind is LessonKind.LESSON]
    if has_lunch or not taught:
        return False
    return min(o.start for o in taught) < _MORNING_UNTIL and max(o.end for o in taught) > _AFTERNOON_FROM


def _lunch_of(timetable: Timetable, day: Weekday) -> Lesson | None:
    """A lunch in the day's longest gap about noon, at half past eleven where it can be; None when there is no gap."""
    of_day = sorted((o for o in timetable.lessons if o.weekday == day), key=lambda o: o.start)
    until = 0
    gaps: list[tuple[int, int]] = []
    for lesson in of_day:
        begins, ends = max(until, _LUNCH_FROM), min(lesson.start, _LUNCH_UNTIL)
        if until and ends - begins >= _SHORTEST_LUNCH:
            gaps.append((begins, ends))
        until = max(until, lesson.end)
    if not gaps:
        return None
    start, end = max(gaps, key=lambda gap: (gap[1] - gap[0], -gap[0]))
    long = min(end - start, _ORDINARY_LUNCH)
    start = min(max(start, _ORDINARY_LUNCH_AT), end - long)
    return Lesson(id=LessonId(""), subject="Lunch", weekday=day, start=start, end=start + long, kind=LessonKind.LUNCH)


def _no_lessons(taught: Sequence[Lesson]) -> Iterator[Finding]:
    by_subject: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in taught:
        if _NO_LESSON.search(lesson.subject):
            by_subject[lesson.subject].append(lesson)
    for subject, found in by_subject.items():
        lessons = tuple(found)
        fixes = (
            Fix(kind=FixKind.AS_NO_LESSON, lessons=lessons, edit=as_kind(LessonKind.EVENT, *lessons)),
            Fix(kind=FixKind.REMOVE, lessons=lessons, edit=without(*lessons)),
        )
        yield Finding(kind=FindingKind.NO_LESSON, lessons=lessons, fixes=fixes, value=subject)


def _odd(taught: Sequence[Lesson]) -> Iterator[Finding]:
    """Lessons of a length or at an hour that schools seldom have."""
    length = tuple(o for o in taught if not SHORTEST <= o.minutes <= LONGEST)
    hours = tuple(
        o for o in taught
        if o not in length and (o.start < EARLIEST or o.end > LATEST or o.weekday > Weekday.FRI)
    )  # fmt: skip
    for kind, lessons in ((FindingKind.LENGTH, length), (FindingKind.HOURS, hours)):
        if lessons:
            fix = Fix(kind=FixKind.REMOVE, lessons=lessons, edit=without(*lessons))
            yield Finding(kind=kind, lessons=lessons, fixes=(fix,))
