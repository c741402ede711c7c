"""How each verb of what a student has a right to is run once as it is meant."""

from __future__ import annotations

from casework.data_export import export_data
from casework.erasure import ask_erasure, confirm_erasure, erasure_report, withdraw_erasure
from casework.rectify import correct_facts, corrections_of
from casework.retention import due_within
from tests.casework.verb_scenes import Scenario, Scene


def asked(s: Scene) -> None:
    """Somebody has asked that the case be erased."""
    ask_erasure(s.acting("alone", "before"), s.id)


RIGHTS: dict[str, Scenario] = {
    "data_export.export_data": Scenario(lambda s: export_data(s.by, s.id)),
    "erasure.erasure_report": Scenario(lambda s: erasure_report(s.by, s.id)),
    "erasure.ask_erasure": Scenario(lambda s: ask_erasure(s.by, s.id), leaves=("erasure_asked", "erase")),
    "erasure.withdraw_erasure": Scenario(
        lambda s: withdraw_erasure(s.by, s.id), before=(asked,), leaves=("erasure_withdrawn", "erase")
    ),
    "erasure.confirm_erasure": Scenario(
        lambda s: confirm_erasure(s.by, s.id), before=(asked,), by="officer", leaves=("erasure_confirmed", "erase")
    ),
    "rectify.correct_facts": Scenario(
        lambda s: correct_facts(s.by, s.id, s.case.facts.model_copy(update={"student": "Kim T"}), reason="Namnet")
    ),
    "rectify.corrections_of": Scenario(lambda s: corrections_of(s.by, s.id)),
    "retention.due_within": Scenario(lambda s: due_within(s.by), guards_nothing="lists those that the actor may erase"),
}
