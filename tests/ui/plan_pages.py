"""The page of the plan in a test: what it says, and what can be pressed on it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

LONG = 60


def the_page() -> None:
    """The page of the plan, with the invented student's case in hand and its third step opened."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = DEMO_CASE
    session().step = 3
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "plan.py"))


def opened() -> AppTest:
    """The page as it is first seen."""
    return AppTest.from_function(the_page).run(timeout=LONG)


def told(page: AppTest) -> str:
    """Everything that the page says in words, each line without what Markdown reads as its own."""
    assert not page.exception
    said = [*page.title, *page.header, *page.subheader, *page.markdown, *page.warning, *page.error]
    return "\n".join(str(element.value).replace("\\", "") for element in said)


def press(page: AppTest, name: str) -> AppTest:
    """Press the button of that name, and see the page that follows."""
    (found,) = [one for one in page.button if one.label == name]
    return found.click().run(timeout=LONG)


def names(page: AppTest) -> list[str]:
    """What can be pressed."""
    return [one.label for one in page.button]


def choose_lesson(page: AppTest, occasion: str) -> AppTest:
    """Choose that occasion under «Ändra i planen»."""
    (found,) = [one for one in page.selectbox if one.label == "Vilken lektion?"]
    return found.set_value(occasion).run(timeout=LONG)
