"""How each verb on the whole installation is run once as it is meant: users, the log, backups."""

from __future__ import annotations

from casework.anchoring import check_log
from casework.audit_alerts import to_ask_about
from casework.audit_view import log_extract, read_case_log, read_own_acts, read_unit_log, read_whole_log
from casework.backups import check_backup, daily, list_backups, make_backup, restore
from casework.overseeing import own_roles
from casework.people import (
    add_unit,
    add_user,
    give_role,
    let_go,
    list_units,
    list_users,
    name_for_case,
    named_for,
    set_active,
    take_role,
)
from casework.settings import check_setting, keep_setting, list_settings, put_back, see_setting, units_to_see
from casework.settings_kinds import SettingsKind
from casework.unlocking import Places
from planning.access import Role
from storage.actor import UserId
from storage.keys import KEY_FILE
from tests.casework.start_scenarios import START
from tests.casework.verb_scenes import FILE, HERE, Scenario, Scene

MENTOR = UserId("mentor")


def places(s: Scene) -> Places:
    """Everything in the scene's folder."""
    return Places(s.folder, s.folder / FILE, s.folder / KEY_FILE, None, is_service=False)


def copied(s: Scene) -> None:
    """There is a backup."""
    s.more = make_backup(s.acting("alone", "before"), places(s)).file


ROOM = b'["Lugna rummet"]\nuse = ["calm"]\n'


def furnished(s: Scene) -> None:
    """A room has been written down."""
    keep_setting(s.acting("alone", "before"), SettingsKind.ROOMS, ROOM, folder=s.folder)


SERVICE: dict[str, Scenario] = {
    "anchoring.check_log": Scenario(lambda s: check_log(s.by, places(s)), by="officer"),
    "audit_alerts.to_ask_about": Scenario(lambda s: to_ask_about(s.by), by="officer"),
    "audit_view.read_whole_log": Scenario(lambda s: read_whole_log(s.by), by="officer"),
    "audit_view.read_unit_log": Scenario(lambda s: read_unit_log(s.by), by="lead"),
    "audit_view.read_case_log": Scenario(lambda s: read_case_log(s.by, s.id), by="lead"),
    "audit_view.read_own_acts": Scenario(lambda s: read_own_acts(s.by), by="mentor"),
    "audit_view.log_extract": Scenario(lambda s: log_extract(s.by, s.id), by="student"),
    "backups.daily": Scenario(
        lambda s: daily(s.by, places(s)), guards_nothing="the program itself makes it, whoever is at the screen"
    ),
    "backups.make_backup": Scenario(lambda s: make_backup(s.by, places(s)), by="keeper"),
    "backups.list_backups": Scenario(lambda s: list_backups(s.by, places(s)), by="keeper"),
    "backups.check_backup": Scenario(
        lambda s: check_backup(s.by, s.more, places(s)), before=(copied,), by="keeper"  # type: ignore[arg-type]  # a path
    ),
    "backups.restore": Scenario(
        lambda s: restore(s.by, s.more, places(s)), before=(copied,), by="keeper"  # type: ignore[arg-type]  # a path
    ),
    "overseeing.own_roles": Scenario(lambda s: own_roles(s.by), by="mentor"),
    "settings.list_settings": Scenario(lambda s: list_settings(s.by, folder=s.folder), by="rektor"),
    "settings.see_setting": Scenario(
        lambda s: see_setting(s.by, SettingsKind.ROOMS, folder=s.folder), before=(furnished,), by="officer"
    ),
    "settings.check_setting": Scenario(
        lambda s: check_setting(s.by, SettingsKind.ROOMS, ROOM, folder=s.folder), by="lead"
    ),
    "settings.keep_setting": Scenario(
        lambda s: keep_setting(s.by, SettingsKind.ROOMS, ROOM, HERE, s.folder), by="lead"
    ),
    "settings.put_back": Scenario(
        lambda s: put_back(s.by, SettingsKind.ROOMS, folder=s.folder), before=(furnished,), by="keeper"
    ),
    "settings.units_to_see": Scenario(lambda s: units_to_see(s.by), by="keeper"),
    "people.add_user": Scenario(lambda s: add_user(s.by, "https://login.example", "sub", "Test T"), by="keeper"),
    "people.list_users": Scenario(lambda s: list_users(s.by), by="keeper"),
    "people.give_role": Scenario(lambda s: give_role(s.by, MENTOR, Role.COACH), by="keeper"),
    "people.take_role": Scenario(lambda s: take_role(s.by, MENTOR, Role.MENTOR), by="keeper"),
    "people.set_active": Scenario(lambda s: set_active(s.by, MENTOR, is_active=False), by="keeper"),
    "people.add_unit": Scenario(lambda s: add_unit(s.by, "Exempelskolan"), by="keeper"),
    "people.list_units": Scenario(lambda s: list_units(s.by), by="keeper"),
    "people.name_for_case": Scenario(lambda s: name_for_case(s.by, s.id, UserId("helper"), Role.COACH), by="lead"),
    "people.let_go": Scenario(lambda s: let_go(s.by, s.id, MENTOR, Role.MENTOR), by="lead"),
    "people.named_for": Scenario(lambda s: named_for(s.by, s.id)),
    **START,
}  # fmt: skip
