"""While a plan is looked for the page says so, shows how far it has come, and can be told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs, searching
from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, keep_plan, open_case
from casework.demo import DEMO_CASE, seed_demo
from planning.items import ItemKind
from planning.outcomes import Found, Interrupted, InterruptedBy
from planning.plan import PlannedContact
from scheduler.progress import Progress
from scheduler.worker_pipe import Broke
from tests.casework.held_planners import HeldPlanners
from tests.opened_store import live_in
from ui.plan_search import best_card, say_where, share

LONG = 60


def the_page() -> None:
    """The page of the plan, with the invented student's case in hand."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = DEMO_CASE
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "plan.py"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case, without a plan, as the app's own."""
    live_in(monkeypatch, tmp_path)
    opened = app_verbs.the_store()
    seed_demo(opened)
    yield opened
    opened.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldPlanners:
    """No real worker, and no patience."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(searching, "_GOING", {})
    monkeypatch.setattr("ui.plan_search.PATIENCE_SECONDS", 0.0)
    return planners


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def told(page: AppTest) -> str:
    """Everything that the page says in words."""
    assert not page.exception
    said = [*page.title, *page.header, *page.subheader, *page.markdown, *page.warning, *page.error]
    return "\n".join(str(element.value) for element in said)


def button(page: AppTest, name: str) -> Callable[[], AppTest]:
    """Press that button, and see the page that follows."""
    (found,) = [one for one in page.button if one.label == name]
    return lambda: found.click().run(timeout=LONG)


def test_a_plan_that_is_found_at_once_is_shown_at_once(store: CaseStore) -> None:
    """With a real worker; nobody sees a bar."""
    page = AppTest.from_function(the_page).run(timeout=LONG)
    for _ in range(LONG):
        if now(store).plan is not None:
            break
        time.sleep(0.5)
        page.run(timeout=LONG)
    searching.close_planners()
    assert isinstance(now(store).plan and now(store).plan.outcome, Found)  # type: ignore[union-attr]  # there is one
    page.run(timeout=LONG)
    assert "Planen, steg för steg" in told(page)
    assert "Planen som finns håller" not in told(page)


def test_one_that_takes_its_time_is_watched_and_cancelled(store: CaseStore, held: HeldPlanners) -> None:
    """The bar, then the best so far, then a page that says that it was cancelled and offers what was found."""
    made = make_plan(store, now(store))
    assert isinstance(made, Found)
    held.jobs.clear()
    fresh = Interrupted(
        seconds=1, contact=PlannedContact(date=made.plan.steps[0].step.first_day, kind=ItemKind.FIKA)
    )
    keep_plan(store, DEMO_CASE, fresh, revision=0)
    page = AppTest.from_function(the_page).run(timeout=LONG)
    (job,) = held.jobs
    assert [one.label for one in page.button] == ["Avbryt"]
    assert "Så här ser den bästa planen ut hittills." not in told(page)

    job.tell(Progress(done=1, of=4, best=made.plan))
    job._began = time.monotonic() - 3
    page.run(timeout=LONG)
    assert "Så här ser den bästa planen ut hittills." in told(page)
    assert len(held.jobs) == 1

    page = button(page, "Avbryt")()
    assert "Planen blev inte klar" in told(page)
    assert "Sökandet efter en plan avbröts." in told(page)
    assert "Den bästa planen hittills" in told(page)
    assert "Planen från" in told(page)

    page = button(page, "Använd den bästa hittills")()
    assert "Planen som finns håller allt som måste gälla." in told(page)
    plan = now(store).plan
    assert plan is not None
    assert plan.outcome == Found(plan=made.plan.model_copy(update={"proven": False}))

    button(page, "Leta vidare efter en bättre")()
    assert len(held.jobs) == 2


@pytest.mark.parametrize("why", InterruptedBy)
def test_the_last_plan_is_shown_below_the_reason(store: CaseStore, held: HeldPlanners, why: InterruptedBy) -> None:
    """Marked with its date, with a way back to it; and one can try again."""
    made = make_plan(store, now(store))
    contact = PlannedContact(date=now(store).changed_at.date(), kind=ItemKind.FIKA)
    keep_plan(store, DEMO_CASE, Interrupted(why=why, seconds=20, contact=contact))
    page = AppTest.from_function(the_page).run(timeout=LONG)
    assert "finns kvar." in told(page)
    assert "Nytt i det här steget" in told(page)

    page = button(page, "Gå tillbaka till den")()
    plan = now(store).plan
    assert plan is not None
    assert plan.outcome == made
    assert "Planen, steg för steg" in told(page)
    assert held.jobs == []


def test_trying_again_looks_again(store: CaseStore, held: HeldPlanners) -> None:
    """From the same answers."""
    contact = PlannedContact(date=now(store).changed_at.date(), kind=ItemKind.FIKA)
    keep_plan(store, DEMO_CASE, Interrupted(seconds=20, contact=contact))
    page = AppTest.from_function(the_page).run(timeout=LONG)
    assert held.jobs == []
    button(page, "Pröva igen")()
    assert len(held.jobs) == 1


def test_how_far_a_search_has_come_is_a_share() -> None:
    """Nothing before the first sign, never more than all."""
    seen = searching.SearchSeen
    assert [share(seen()), share(seen(done=1, of=4)), share(seen(done=5, of=4))] == [0.0, 0.25, 1.0]


def test_one_that_waits_for_another_says_so() -> None:
    """It has not begun."""
    assert say_where(searching.SearchSeen(is_queued=True)) == "Väntar på att en annan plan blir klar …"
    assert say_where(searching.SearchSeen()) == "Letar efter en lugn väg …"


def test_the_place_in_line_is_said() -> None:
    """In words, to whoever waits."""
    waiting = searching.SearchSeen(is_queued=True, place=2)
    assert say_where(waiting) == "Andra planer räknas ut först. Du är nummer 2 i kön."


def test_the_search_goes_on_in_another_tab(store: CaseStore, held: HeldPlanners) -> None:
    """A reload begins no second one, and what it comes to is shown to whoever looks next."""
    AppTest.from_function(the_page).run(timeout=LONG)
    page = AppTest.from_function(the_page).run(timeout=LONG)
    assert [one.label for one in page.button] == ["Avbryt"]
    (job,) = held.jobs
    made = make_plan(store, now(store))
    assert isinstance(made, Found)
    job.finish(made)
    page.run(timeout=LONG)
    page.run(timeout=LONG)
    assert "Steg 1" in told(page)
    assert "Avbryt" not in [one.label for one in page.button]


def test_a_search_that_breaks_is_told_and_not_begun_again_by_itself(store: CaseStore, held: HeldPlanners) -> None:
    """What broke once may break each time: it waits for a word."""
    page = AppTest.from_function(the_page).run(timeout=LONG)
    held.jobs[0].finish(Broke("planner_broke", {}))
    page.run(timeout=LONG)
    page.run(timeout=LONG)
    assert "Planen blev inte klar" in told(page)
    assert "Något gick fel i programmet, inte hos dig." in told(page)
    assert len(held.jobs) == 1

    button(page, "Pröva igen")()
    assert len(held.jobs) == 2


def test_the_best_so_far_begins_with_its_first_week(store: CaseStore) -> None:
    """A small drawing and the hours, with nothing to press."""
    made = make_plan(store, now(store))
    assert isinstance(made, Found)
    card = best_card(made.plan)
    first = made.plan.steps[0]
    assert [block.subject for block in card.weeks[0].blocks] == [one.lesson.subject for one in first.lessons]
    assert card.button == ""
    assert card.facts[0].text == "2 h 10 min i veckan"
