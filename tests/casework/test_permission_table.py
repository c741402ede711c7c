"""The reviewed table: whole, in order, without what must never stand in it; and the handbook that shows it."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from casework import permission_table
from casework.permission_table import COLUMNS, HEADER, TABLE, Cell, differences, handbook, main, reviewed
from planning.access import Action, Phase, Relation, Role
from planning.errors import Bug

HANDBOOK = TABLE.with_name("permissions.md")
INSTALLATION = {
    Action.OPEN_CASE, Action.MANAGE_USERS, Action.READ_AUDIT, Action.KEEP_KEYS, Action.SEE_SETTINGS,
    Action.KEEP_SETTINGS,
}  # fmt: skip
CONTENT = {
    Action.SEE_LIST, Action.SEE_CASE, Action.SEE_ANSWERS, Action.SEE_NOTES, Action.SEE_PLAN, Action.SEE_DOCUMENTS,
    Action.SEE_DECISION, Action.EXPORT_DATA,
}  # fmt: skip
KEPT_UP_WHEN_CLOSED = {
    Action.CORRECT, Action.EXPORT_DATA, Action.ERASE, Action.SET_PROTECTION, Action.ARCHIVE, Action.BREAK_THE_GLASS,
    Action.SEE_LOG,
}  # fmt: skip
WRITING_PLAN = {Action.TAKE_IN_TIMETABLE, Action.MAKE_PLAN, Action.CHANGE_PLAN, Action.SUBMIT, Action.PRESENT}
YES = reviewed()


def who(action: Action) -> set[tuple[Role, Relation]]:
    """Everybody to whom the table allows it, at some time."""
    return {(cell.role, cell.relation) for cell in YES if cell.action is action}


def when(action: Action) -> set[Phase]:
    """When the table allows it to somebody."""
    return {cell.phase for cell in YES if cell.action is action}


def test_only_a_rektor_decides_and_only_what_has_been_sent() -> None:
    """Skollagen 3 kap. 9 §: nobody else, in no other phase, and no emergency changes that."""
    rektor = {(Role.PRINCIPAL, Relation.ASSIGNED), (Role.PRINCIPAL, Relation.SAME_UNIT)}
    assert who(Action.DECIDE) == who(Action.RETURN) == rektor
    assert when(Action.DECIDE) == when(Action.RETURN) == {Phase.SENT}


def test_a_coach_never_does_the_school_s_part() -> None:
    """Who made and sent the proposal neither decides, returns, registers nor ends."""
    school = {Action.DECIDE, Action.RETURN, Action.RECEIVE, Action.REGISTER_DECISION, Action.CLOSE, Action.APPEAL}
    assert not [cell for cell in YES if cell.role is Role.COACH and cell.action in school]


def test_a_rektor_never_writes_the_plan_that_they_decide_on() -> None:
    """Who decides comments and returns, and neither plans, answers nor sends."""
    own = WRITING_PLAN | {Action.ANSWER, Action.SHARE, Action.WRITE_FACTS, Action.SEE_ANSWERS, Action.SEE_NOTES}
    assert not [cell for cell in YES if cell.role is Role.PRINCIPAL and cell.action in own]


def test_without_a_relation_only_the_installation_is_there() -> None:
    """For a stranger no case exists, whatever they are at work."""
    assert {cell.action for cell in YES if cell.relation is Relation.NONE} == INSTALLATION


def test_a_relation_belongs_to_its_role() -> None:
    """A coach is nobody's guardian by being a coach: self is for students, guardianship for guardians."""
    acts = [cell for cell in YES if cell.action not in INSTALLATION]
    assert {cell.role for cell in acts if cell.relation is Relation.SELF} == {Role.STUDENT}
    assert {cell.role for cell in acts if cell.relation is Relation.GUARDIAN_OF} == {Role.GUARDIAN}
    assert {cell.relation for cell in acts if cell.role is Role.STUDENT} == {Relation.SELF}
    assert {cell.relation for cell in acts if cell.role is Role.GUARDIAN} == {Relation.GUARDIAN_OF}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.SYSTEM])
def test_those_who_keep_the_installation_never_read_a_student(role: Role) -> None:
    """Neither lists nor answers, notes, plans, documents, decisions or extracts."""
    assert not [cell for cell in YES if cell.role is role and cell.action in CONTENT]


def test_what_an_administrator_may_is_three_things() -> None:
    """Users, keys with their backups, and the installation's settings."""
    assert {cell.action for cell in YES if cell.role is Role.ADMINISTRATOR} == {
        Action.MANAGE_USERS, Action.KEEP_KEYS, Action.SEE_SETTINGS, Action.KEEP_SETTINGS,
    }  # fmt: skip


def test_settings_are_changed_by_those_who_keep_the_installation_and_never_by_who_decides() -> None:
    """A rektor and a data protection officer see them; no coach, student or guardian of a municipality changes any."""
    assert {role for role, _ in who(Action.KEEP_SETTINGS)} == {Role.ADMINISTRATOR, Role.COORDINATOR, Role.SYSTEM}
    seen = {role for role, _ in who(Action.SEE_SETTINGS)}
    assert seen - {role for role, _ in who(Action.KEEP_SETTINGS)} == {Role.PRINCIPAL, Role.DATA_PROTECTION_OFFICER}


def test_acts_on_the_installation_do_not_depend_on_any_case() -> None:
    """The same answer in all 84 cells of a role."""
    for role, action in product(Role, INSTALLATION):
        answers = {Cell(role, action, relation, p, hides) in YES for relation in Relation for hides, p in COLUMNS}
        assert len(answers) == 1, (role, action)


def test_protection_never_gives_more() -> None:
    """Whatever is allowed with a protected identity is allowed without."""
    assert not [cell for cell in YES if cell.is_protected and cell._replace(is_protected=False) not in YES]


def test_protected_students_exist_for_the_named_few() -> None:
    """Themselves, their guardians, the named coach and the named rektor; and for an emergency that two have opened."""
    apart = INSTALLATION | {Action.BREAK_THE_GLASS}
    named = {(cell.role, cell.relation) for cell in YES if cell.is_protected and cell.action not in apart}
    assert named == {
        (Role.STUDENT, Relation.SELF), (Role.GUARDIAN, Relation.GUARDIAN_OF), (Role.COACH, Relation.ASSIGNED),
        (Role.PRINCIPAL, Relation.ASSIGNED), (Role.COACH, Relation.BREAK_GLASS),
        (Role.COORDINATOR, Relation.BREAK_GLASS),
    }  # fmt: skip
    listed = {cell.role for cell in YES if cell.is_protected and cell.action is Action.SEE_LIST}
    assert listed == {Role.STUDENT, Role.GUARDIAN, Role.COACH}


def test_named_coach_and_rektor_can_carry_a_protected_case_to_its_end() -> None:
    """Without a coordinator a protected case is still named for, sent, decided, put right, closed, kept and erased."""
    acts = {cell.action for cell in YES if cell.is_protected and cell.relation is Relation.ASSIGNED}
    assert set(Action) - acts - INSTALLATION == {Action.SEE_LOG, Action.BREAK_THE_GLASS}
    erasing = {cell.role for cell in YES if cell.is_protected and cell.action is Action.ERASE}
    assert erasing == {Role.COACH, Role.PRINCIPAL}


def test_an_emergency_reads_and_writes_nothing_but_that_an_alert_was_handled() -> None:
    """An hour behind broken glass changes no plan, answers nothing and moves nothing."""
    acts = {cell.action for cell in YES if cell.relation is Relation.BREAK_GLASS} - INSTALLATION
    reads = {action for action in acts if action.startswith("see_")}
    assert acts - reads == {Action.HANDLE_ALERT}
    assert Action.SEE_LIST not in reads
    assert {cell.role for cell in YES if cell.relation is Relation.BREAK_GLASS and cell.action in acts} == {
        Role.COACH, Role.COORDINATOR,
    }  # fmt: skip


def test_nothing_is_edited_once_closed() -> None:
    """Reading goes on, and so do the rights that last as long as anything is kept."""
    closed = {cell.action for cell in YES if cell.phase is Phase.CLOSED} - INSTALLATION
    assert {action for action in closed if not action.startswith("see_")} == KEPT_UP_WHEN_CLOSED - {Action.SEE_LOG}


def test_what_is_at_the_school_lies_still() -> None:
    """From sending until return or decision, no plan is made, changed, shown anew or sent again."""
    assert not [cell for cell in YES if cell.action in WRITING_PLAN and cell.phase in {Phase.SENT, Phase.DECIDED}]


def test_neither_student_nor_guardian_writes_in_how_an_appeal_ended() -> None:
    """They appeal on paper; the action that registers it also writes in what the board decided."""
    assert {cell.role for cell in YES if cell.action is Action.APPEAL} == {Role.COORDINATOR, Role.PRINCIPAL}


def test_a_lived_plan_is_stepped_and_followed_up_while_a_new_version_is_on_its_way() -> None:
    """The old decision holds until the new one (`law.md` §7, state 11)."""
    on_its_way = {Phase.DRAFT, Phase.SENT, Phase.RETURNED}
    assert when(Action.STEP) == when(Action.FOLLOW_UP) == on_its_way | {Phase.ACTIVE}


def test_answers_are_taken_in_whatever_the_phase_until_the_case_is_closed() -> None:
    """Nothing that a student has ticked is refused because a paper is at the school."""
    for standing in [(Role.STUDENT, Relation.SELF), (Role.COACH, Relation.ASSIGNED)]:
        phases = {c.phase for c in YES if (c.role, c.relation) == standing and c.action is Action.ANSWER}
        assert phases == set(Phase) - {Phase.CLOSED}


def test_a_student_s_ticks_are_read_by_the_student_and_those_who_plan() -> None:
    """Not by guardians, mentors or rektor, who meet what has been shared; a whole extract goes no further."""
    readers = who(Action.SEE_ANSWERS)
    emergencies = {(Role.COACH, Relation.BREAK_GLASS), (Role.COORDINATOR, Relation.BREAK_GLASS)}
    planners = {(Role.COACH, Relation.ASSIGNED), (Role.COORDINATOR, Relation.ASSIGNED)}
    assert readers == {(Role.STUDENT, Relation.SELF)} | planners | emergencies
    assert who(Action.EXPORT_DATA) == planners
    assert who(Action.SEE_NOTES) == planners | emergencies


def test_whoever_may_do_something_may_open_the_case() -> None:
    """No act without sight, save for those who act on a case as a number: the officer and the program."""
    blind = {Role.DATA_PROTECTION_OFFICER, Role.SYSTEM}
    for cell in YES:
        if cell.action not in INSTALLATION | {Action.BREAK_THE_GLASS} and cell.role not in blind:
            assert cell._replace(action=Action.SEE_CASE) in YES, cell


def test_every_case_act_is_allowed_to_somebody() -> None:
    """An action that nobody may do is a word too many."""
    assert {cell.action for cell in YES} == set(Action)


def test_table_and_rules_do_not_differ(capsys: pytest.CaptureFixture[str]) -> None:
    """The command for reviewers says so, and ends well."""
    assert main([]) == 0
    assert "same in all cells" in capsys.readouterr().out


def test_a_difference_is_told_by_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One word changed in the table gives one line that names its cell."""
    changed = tmp_path / "permissions.csv"
    row = "student,see_list,self,yes"
    changed.write_text(TABLE.read_text("utf-8").replace(row, row.removesuffix("yes"), 1), "utf-8")
    monkeypatch.setattr(permission_table, "reviewed", lambda: reviewed(changed))
    assert list(differences()) == ["student see_list self mapping open: the table says no, the rules say yes"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEADER[3], "first"), ("student,see_list,self,yes", "student,see_list,self,Yes"),
        ("student,see_list,self", "student,see_list,none"), ("student,see_list,self,", "student,see_list,self,,"),
    ],
)  # fmt: skip
def test_a_table_out_of_shape_is_refused(old: str, new: str, tmp_path: Path) -> None:
    """A column, a row or a word that is not of the table stops the reading, rather than meaning no."""
    damaged = tmp_path / "permissions.csv"
    damaged.write_text(TABLE.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(Bug):
        reviewed(damaged)


def test_the_handbook_shows_the_reviewed_table(capsys: pytest.CaptureFixture[str]) -> None:
    """People read the same as the program: the table in permissions.md is made from the CSV."""
    assert main(["--handbook"]) == 0
    assert capsys.readouterr().out == handbook()
    assert handbook() in HANDBOOK.read_text("utf-8")
