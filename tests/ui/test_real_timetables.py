"""Real timetables go the page's own way: read apart, looked at, put right, and ready to be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.app_verbs import TimetableChoice, groups_in, look_into
from planning.errors import BadInput
from planning.timetable import Timetable
from planning.week_difference import difference
from planning.week_edits import WeekEdit
from planning.week_findings import findings
from ui.components.dropzone import Dropped
from ui.timetable_ask import said_of_file
from ui.week_draft import WeekDraft
from wording.week_difference import say_counts
from wording.week_findings import say_finding, say_fix

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
READ = (
    "neutral/ar_isj.csv", "neutral/de_sec1.csv", "neutral/es_ies.csv", "neutral/fi_puris.csv", "neutral/hu_vmg.csv",
    "neutral/it_liceo.csv", "neutral/na_havana.csv", "neutral/za_mhs.csv", "fet_raw/de_dgs/de_dgs_subgroups.xml",
    "fet_raw/el_didy/el_didy_subgroups.xml", "fet_raw/za_mhs/za_mhs_subgroups.xml",
    "systems/malformed_handwritten.ics", "systems/timeedit_university_rooms.ics",
)  # fmt: skip
REFUSED = {
    "systems/untis_GPU001.TXT": "Det går inte att se", "systems/asc_timetables_2012.xml": "XML-filen är inte",
    "systems/skola24_render_lessonInfo.json": "Filer av typen json",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the real timetables are not beside this repository")


def drafted(name: str) -> WeekDraft:
    """The draft that the page makes of that file, for a group in the middle of its list."""
    content = (DATA / name).read_bytes()
    offers = groups_in(content, Path(name).name)
    offer = offers[len(offers) // 2]
    choice = TimetableChoice(group=offer.group, unit=offer.unit)
    return WeekDraft(look_into(content, Path(name).name, choice), Dropped(name, content), offers, choice)


@pytest.mark.parametrize("name", READ)
def test_a_real_timetable_is_put_right_to_the_last_question(name: str) -> None:
    """Every question has words and settles by its first way out; what comes of it can be kept and compared."""
    draft = drafted(name)
    read = draft.timetable
    assert read.occasions
    for _ in range(200):
        waiting = [one for one in findings(draft.timetable) if one.key not in draft.left_alone]
        if not waiting:
            break
        assert say_finding(waiting[0])
        assert all(say_fix(fix) for fix in waiting[0].fixes)
        if waiting[0].fixes and len(waiting[0].fixes[0].edit.removes) < len(draft.timetable.lessons):
            draft.do(waiting[0].fixes[0].edit)
        else:
            draft.left_alone.add(waiting[0].key)
    else:
        pytest.fail("the questions never end")
    kept = draft.timetable
    assert kept.occasions
    assert Timetable.model_validate_json(kept.model_dump_json()) == kept
    assert say_counts(difference(read, kept))
    while draft.can_undo:
        draft.undo()
    assert draft.timetable == read


@pytest.mark.parametrize(("name", "told"), REFUSED.items())
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, told: str) -> None:
    """With what to do instead, and without the program's own names for its parts."""
    with pytest.raises(BadInput) as refused:
        groups_in((DATA / name).read_bytes(), Path(name).name)
    assert said_of_file(refused.value).startswith(told)


def test_hours_without_times_are_asked_for_and_then_read() -> None:
    """A file from FET whose hours have numbers only."""
    content = (DATA / "fet_raw/de_sec1/de_sec1_subgroups.xml").read_bytes()
    offers = groups_in(content, "schema.xml")
    choice = TimetableChoice(group=offers[0].group, unit=offers[0].unit)
    with pytest.raises(BadInput) as asked:
        look_into(content, "schema.xml", choice)
    hours = asked.value.data["hours"]
    assert asked.value.code == "bell_times_needed"
    assert isinstance(hours, tuple | list)
    bells = {str(hour): (480 + 60 * n, 525 + 60 * n) for n, hour in enumerate(hours)}
    draft = WeekDraft(look_into(content, "schema.xml", choice.model_copy(update={"bell_times": bells})))
    assert draft.timetable.occasions
    draft.do(WeekEdit())
    assert draft.can_undo
