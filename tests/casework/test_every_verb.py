"""Every verb there is: it says its action, leaves its trace, and for a stranger the case does not exist."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import casework
from casework import choosing, searching
from casework import now as clock
from casework.case import Case
from casework.permission_table import reviewed
from casework.permissions import OF_THE_INSTALLATION
from casework.searching import begin_search, cancel_search, is_searching, keep_search, look_at_search
from planning.access import Action
from planning.errors import Bug, CaseFileError, NotAllowed
from storage.audit import Outcome
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.followed_cases import Clock
from tests.casework.held_planners import HeldPlanners
from tests.casework.staffed import told
from tests.casework.verb_scenarios import SCENARIOS
from tests.casework.verb_scenes import Bases, Scene, done

ROOT = Path(casework.__file__).parent
THE_GUARD = {
    "guarded.changing", "guarded.creating", "guarded.looking", "guarded.looking_over", "guarded.denials_logged",
    "guarded.told_once", "guarded.ask", "case_records.change_of", "course.do", "overseeing.overseeing",
}  # fmt: skip
"""What verbs are made of: each asks which action is being done, and is a fault of ours where none is."""
OF_THE_PROGRAM = {"anchoring.anchor", "overseeing.looking_at_oneself", "sessions.require_recent_proof"}
"""What the program does by itself, one's own acts, and what checks somebody's session: no case is opened by them."""
REACHES_IN = {
    "guarded": "the guard itself",
    "overseeing": "the guard of what has no case",
    "audit_view": "one's own acts, which are nobody's to refuse",
    "course_look": "what a move waits for, worked out where a database server shows all of the case",
    "lived_plan": "a paper made of the whole case, for one who is shown the paper and no more",
    "demo": "whether the invented student's case is there",
    "sessions": "who somebody is, before they are anybody",
    "logging_in": "who somebody is, before they are anybody",
    "key_commands": "that the keys were opened at the server, where there is no user yet",
}
"""Modules that open a transaction of their own, each with its reason."""


def verbs() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every function that carries an action, by module and name; those with an underscore are parts of others."""
    for found in pkgutil.iter_modules([str(ROOT)]):
        module = importlib.import_module(f"casework.{found.name}")
        for name, function in vars(module).items():
            is_said = inspect.isfunction(function) and "action" in function.__dict__
            if is_said and inspect.unwrap(function).__module__ == module.__name__:
                yield f"{found.name}.{name}", function


OF_NO_CASE = {
    "case_reading.list_cases", "break_glass.emergencies", "retention.due_within", "day_sheet.day_sheet",
    "day_sheet.coach_day", "cases.create_case", "demo.seed_demo", "audit_view.read_unit_log",
    "audit_view.read_own_acts", "overseeing.own_roles", "start_view.cases_at_start",
}  # fmt: skip
"""They look over the actor's own cases, or begin one: a stranger is not refused, and this case is not among them."""
VERBS = dict(verbs())
PUBLIC = sorted(name for name in VERBS if not name.split(".")[1].startswith("_"))


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function of `casework`, by module and name."""
    for file in sorted(ROOT.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{file.stem}.{node.name}", node


def takes_a_store(function: ast.FunctionDef) -> bool:
    """Whether its first parameter is a store."""
    first = [*function.args.posonlyargs, *function.args.args][:1]
    return any(one.annotation is not None and ast.unparse(one.annotation) == "CaseStore" for one in first)


def is_verb(function: ast.FunctionDef) -> bool:
    """Whether it says its action."""
    return any(ast.unparse(mark).startswith("verb(Action.") for mark in function.decorator_list)


def test_every_public_function_on_a_store_says_its_action() -> None:
    """What has not said it is the guard itself, and nothing else."""
    silent = {
        name
        for name, function in functions()
        if takes_a_store(function) and not is_verb(function) and not function.name.startswith("_")
    }
    assert silent <= THE_GUARD | OF_THE_PROGRAM
    assert {name for name, function in functions() if is_verb(function)} == set(VERBS)


def test_no_other_module_opens_a_transaction() -> None:
    """Neither in `casework`, nor in the pages: everything goes through the guard."""
    ui = sorted((ROOT.parent / "ui").rglob("*.py"))
    found = {
        file.stem
        for file in (*ROOT.glob("*.py"), *ui)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"reading", "writing"} and "store" in ast.unparse(node)
    }
    assert found <= REACHES_IN.keys()


def test_every_verb_s_action_stands_in_the_reviewed_table() -> None:
    """And somebody may do it."""
    allowed = {cell.action for cell in reviewed()}
    assert {function.__dict__["action"] for function in VERBS.values()} <= allowed


def test_every_verb_has_a_scenario_and_every_scenario_a_verb() -> None:
    """A new verb is run here before anybody uses it."""
    assert sorted(SCENARIOS) == PUBLIC


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    """The starting points, and the clock of all scenes."""
    watch = Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", watch.now)
        yield Bases(tmp_path_factory.mktemp("bases"), watch)


@pytest.fixture
def scene(bases: Bases, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Scene]:
    """The scene of the verb that the test is about, as it stands just before the act."""
    scenario = SCENARIOS[request.getfixturevalue("name")]
    made = bases.scene(scenario.base, tmp_path / "scene")
    made.by = made.acting(scenario.by, "act")
    for step in scenario.before:
        step(made)
    made.look()
    yield made
    made.store.close()


@pytest.mark.parametrize("name", PUBLIC)
def test_a_verb_leaves_exactly_one_trace_of_itself(name: str, scene: Scene) -> None:
    """One row under its own action, by who did it; where it is made of other verbs, theirs, in order."""
    scenario, action = SCENARIOS[name], VERBS[name].__dict__["action"]
    before = len(scene.log())
    scenario.act(scene)
    rows = [row for row in scene.log()[before:] if row.session == "act"]
    expected = scenario.leaves or ((action.value,) if not scenario.guards_nothing else ())
    assert done(rows) == expected
    assert {row.actor for row in rows} <= {scene.by.actor.user}
    assert scene.store.check() is None


@pytest.mark.parametrize("name", PUBLIC)
def test_for_a_stranger_there_is_no_such_case(name: str, scene: Scene) -> None:
    """Not found, as if it had never been; nothing has changed, and the log knows that somebody tried."""
    scenario = SCENARIOS[name]
    scene.by = scene.acting("stranger", "act")
    rows, stored = len(scene.log()), scene.fingerprint()
    if name in OF_NO_CASE or scenario.guards_nothing:
        assert scene.id not in repr(scenario.act(scene))
        return
    with pytest.raises((CaseFileError, NotAllowed)) as refused:
        scenario.act(scene)
    action = VERBS[name].__dict__["action"]
    of_case = ("no-such-case", {"case": scene.id})
    of_all = ("not_yours_to_do", {"action": action.value})
    assert (refused.value.code, refused.value.data) == (of_all if action in OF_THE_INSTALLATION else of_case)
    assert scene.fingerprint() == stored
    tried = [row for row in scene.log()[rows:] if row.session == "act"]
    assert [row.outcome for row in tried] == [Outcome.DENIED]
    assert tried[0].case_id == scene.id or action in OF_THE_INSTALLATION


@pytest.mark.parametrize("name", sorted(THE_GUARD - {"guarded.denials_logged"}))
def test_outside_a_verb_nothing_is_open(name: str, bases: Bases, tmp_path: Path) -> None:
    """What verbs are made of refuses to work by itself."""
    made = bases.scene("planned", tmp_path / "scene")
    module, function = name.split(".")
    bare = getattr(importlib.import_module(f"casework.{module}"), function)
    needed = {"store": made.store, "case_id": made.id, "name": next(iter(move_names())), "what": "", "at": clock.now()}
    with pytest.raises(Bug, match="verb_without_action"):
        open_it(bare, **{key: needed[key] for key in inspect.signature(bare).parameters if key in needed})


def move_names() -> Iterator[object]:
    """The moves of the course."""
    from planning.workflow.moves import MoveName  # noqa: PLC0415  one test alone needs it

    return iter(MoveName)


def open_it(bare: Callable[..., object], **given: object) -> None:
    """Calls it, and enters it where it is something to enter."""
    came = bare(**given)
    if hasattr(came, "__enter__"):
        with came:
            pass


def test_the_actions_are_those_of_the_app() -> None:
    """No verb makes up an action of its own."""
    assert all(isinstance(function.__dict__["action"], Action) for function in VERBS.values())


def test_a_stranger_neither_sees_nor_ends_a_search(
    bases: Bases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process serves many: a search is the case's, and nobody else's to look at, stop or take."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(searching, "_GOING", {})
    made = bases.scene("planned", tmp_path / "scene")
    begin_search(made.acting("alone", "act"), made.case)
    stranger = made.acting("stranger", "act")
    looks: list[Callable[[CaseStore, CaseId], object]] = [is_searching, look_at_search, cancel_search, keep_search]
    refused = [told(look, stranger, made.id) for look in looks]
    assert not planners.jobs[0].done
    assert refused == ["no-such-case"] * 4


def test_a_stranger_neither_sees_nor_takes_what_others_have_found(
    bases: Bases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other plans are remembered by this process for whoever may see the case's plan, and for nobody else."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(choosing, "_LOOKED", OrderedDict())
    made = bases.scene("planned", tmp_path / "scene")
    choosing.begin_choices(made.acting("alone", "act"), made.case)
    stranger = made.acting("stranger", "act")
    looks: list[Callable[[CaseStore, Case], object]] = [
        choosing.begin_choices, choosing.look_at_choices, choosing.stop_choices,
        partial(choosing.choose_among, number=1),
    ]  # fmt: skip
    refused = []
    for look in looks:
        with pytest.raises(CaseFileError) as raised:
            look(stranger, made.case)
        refused.append(raised.value.code)
    assert not planners.choices[0].done
    assert refused == ["no-such-case"] * 4
