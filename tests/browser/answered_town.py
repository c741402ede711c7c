"""A municipality with one of each role around a case: just raised, or a whole one sent by its coach for the rektor."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from casework import people
from casework.app_verbs import make_plan
from casework.cases import create_case, open_case, take_in_timetable, write_facts
from casework.course_verbs import begin_draft, begin_mapping, inform_guardians, present, submit
from casework.demo import ANSWERS, demo_facts, demo_timetable
from casework.documents import PROPOSAL
from casework.facts import CaseFacts
from casework.kept_documents import documents_of
from casework.sessions import Limits, Sessions
from casework.unlocking import Places, Safe
from planning.access import Relation, Role
from planning.workflow.moves import Given
from questionnaire.answers import AnswerSheet, QuestionId
from storage.actor import SYSTEM, Actor, UserId
from storage.keys import KEY_FILE
from storage.records import CaseId
from storage.store import CaseStore
from tests.browser.logged import LoggedApp
from tests.browser.running import free_port
from tests.casework.followed_cases import SHARED, say
from tests.casework.ready_case import RIGHT, WHOLE
from tests.casework.small_week import sheet
from tests.opened_store import QUICK, key_file, opened_keys, ready_folder

DATABASE = "gemensam.stegvis"
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "sv-SE", "has_touch": True, "is_mobile": True}
PEOPLE = {
    "coach": ("Coach Exempel", Role.COACH, Relation.ASSIGNED),
    "rektor": ("Eva Exempel", Role.PRINCIPAL, Relation.ASSIGNED),
    "mentor": ("Mentor Mentorsson", Role.MENTOR, Relation.ASSIGNED),
    "guardian": ("Förälder Ett", Role.GUARDIAN, Relation.GUARDIAN_OF),
    "student": ("Kim Exempel", Role.STUDENT, Relation.SELF),
    "coordinator": ("Samordnare Exempel", Role.COORDINATOR, None),
    "other": ("Annan Exempel", Role.PRINCIPAL, None),
}
"""Who there is: name, role, and how they stand to the case; «other» is the rektor of another school."""


def whole_facts(today: dt.date, *, weeks_ahead: int = 6) -> CaseFacts:
    """Facts that lack nothing, investigated before today, about the invented student's week.

    The plan begins so many weeks after this week's Monday.
    """
    before = today - dt.timedelta(days=14)
    monday = today + dt.timedelta(days=7 * weeks_ahead - today.weekday())
    subjects = demo_timetable().subjects
    document = {
        **WHOLE,
        "student": {**WHOLE["student"], "first_name": "Kim", "full_name": "Kim Exempel"},
        "school": {**WHOLE["school"], "year_group": 8, "class_name": "8B"},
        "prepared": {**WHOLE["prepared"], "date": before},
        "investigations": {"special_support": before, "absence": before, "provider_notified": before},
        "health_team": {"date": before, "function": "specialpedagog"},
        "guardian_views": [
            {"guardian": "Förälder Ett", "offered": before, "channel": "möte", "answered": before,
             "text": "Vi vill att det börjar lugnt."}
        ],
        "subject_motives": [
            {"subject": one, "motive": "Ämnena tas upp ett i taget.", "form": "i klassen"} for one in subjects
        ],
        "missing_resources": ["Ett litet rum nära B12 på tisdagar."],
        "follow_up": {"date": monday + dt.timedelta(days=28), "person": "Mentor Mentorsson"},
        "evaluation": {"date": monday + dt.timedelta(days=60), "person": "Eva Exempel"},
        "forms": {"small_group_reasons": "Kim orkar en liten grupp i början."},
    }  # fmt: skip
    known = demo_facts().model_dump() | {"student": "Kim", "document": document}
    known["ladder"] = {"number_of_steps": 5, "weeks_per_step": 2, "first_monday": monday}
    return CaseFacts.model_validate(known)


@dataclass
class Town:
    """The municipality's app, its case and everybody in it."""

    folder: Path
    app: LoggedApp
    store: CaseStore
    case: CaseId
    users: dict[str, UserId]
    contexts: dict[str, BrowserContext] = field(default_factory=dict)

    def acting(self, who: str) -> CaseStore:
        """The store as that one uses it."""
        return self.store.acting(Actor(user=self.users[who], session=f"session-of-{who}"))

    def tab(self, browser: Browser, who: str, **options: object) -> Page:
        """A tab where that one has just logged in; on a phone unless something else is said."""
        made = browser.new_context(**{**PHONE, **options})  # type: ignore[arg-type]  # a browser's own options
        made.set_default_timeout(30_000)
        secret = self.sessions().begin(self.users[who])
        made.add_cookies([{"name": "stegvis", "value": secret, "url": self.app.address}])
        self.contexts[who] = made
        return made.new_page()

    def sessions(self) -> Sessions:
        """Of the installation."""
        database = f"sqlite:///{self.folder / DATABASE}"
        places = Places(self.folder, database, self.folder / KEY_FILE, key_file(self.folder), is_service=True)
        return Sessions(Safe(places, QUICK), Limits.of({}, is_service=True))

    def close(self) -> None:
        """Everybody leaves."""
        for context in self.contexts.values():
            context.close()
        if self.app.process is not None:
            self.app.kill()
        self.store.close()


def town_with_proposal(folder: Path, *, today: dt.date | None = None) -> Town:
    """The town with its case sent; the app is not started yet."""
    town = town_with_case(folder)
    write_whole(town, today or dt.datetime.now(dt.UTC).date())
    send(town)
    return town


def town_with_case(folder: Path) -> Town:
    """The town with its people named for a case that is raised and empty; the app is not started yet."""
    environment = ready_folder(folder)
    store = CaseStore(folder / DATABASE, opened_keys(folder), SYSTEM)
    unit, elsewhere = people.add_unit(store, "Exempelskolan"), people.add_unit(store, "Andra skolan")
    users: dict[str, UserId] = {}
    for who, (name, role, _) in PEOPLE.items():
        users[who] = people.add_user(store, "https://login.example", who, name)
        people.give_role(store, users[who], role, elsewhere if who == "other" else unit)
    port = free_port()
    app = LoggedApp(
        folder=folder,
        port=port,
        environment={
            **environment,
            "STEGVIS_DATABASE": f"sqlite:///{folder / DATABASE}",
            "STEGVIS_ADDRESS": f"http://127.0.0.1:{port}",
            "STEGVIS_OIDC_ISSUER": "https://login.example",
            "STEGVIS_OIDC_CLIENT_ID": "stegvis",
        },
    )
    town = Town(folder, app, store, CaseId(""), users)
    town.case = create_case(town.acting("coach"), name="Kim")
    with store.writing() as writer:
        for who, (_, role, relation) in PEOPLE.items():
            if relation is not None and who != "coach":
                writer.name(town.case, users[who], role, relation)
    return town


def write_whole(town: Town, today: dt.date) -> None:
    """All that a proposal needs is written and answered."""
    coach = town.acting("coach")
    begin_mapping(coach, town.case, Given(day=today))
    write_facts(coach, town.case, whole_facts(today))
    take_in_timetable(coach, town.case, demo_timetable())
    said = sheet(**RIGHT, **SHARED).answers
    say(coach, town.case, AnswerSheet(answers={**{QuestionId(q): a for q, a in ANSWERS.items()}, **said}))
    begin_draft(coach, town.case)


def send(town: Town) -> None:
    """The plan is made, shown, handed to the guardians, printed for real and sent."""
    coach = town.acting("coach")
    make_plan(coach, open_case(coach, town.case))
    present(coach, town.case)
    inform_guardians(coach, town.case, Given(day=dt.datetime.now(dt.UTC).date()))
    documents_of(coach, open_case(coach, town.case), (PROPOSAL,), is_draft=False)
    submit(coach, town.case)
