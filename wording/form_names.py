"""What the fields of special ways of teaching are called (`planning.decision_forms`), asked and told."""

from __future__ import annotations

from planning.decision_forms import TestChoice
from wording.language import tr


def form_called(path: str) -> str:
    """«Distansundervisning: sista dagen» of «forms.distance.last_day»; empty where there is no such field."""
    short = form_field(path)
    of = _ways().get(path.rpartition(".")[0], "")
    return f"{of}: {short}" if short and of else short


def form_field(path: str) -> str:
    """The same where it is known which way of teaching it is of: «sista dagen»."""
    return {**_of_distance(), **_of_other_ways(), **_of_the_student()}.get(path, "")


def choice_called(choice: TestChoice) -> str:
    """What is decided of national tests, in words."""
    return {
        TestChoice.TAKES_PART: tr("Eleven deltar som klassen"),
        TestChoice.ADAPTED: tr("Eleven deltar, med anpassningar"),
        TestChoice.EXEMPT: tr("Rektorn undantar eleven, av särskilda skäl"),
    }[choice]


def _ways() -> dict[str, str]:
    return {
        "forms.distance": tr("Distansundervisning"),
        "forms.remote": tr("Fjärrundervisning"),
        "forms.at_home": tr("Undervisning i hemmet"),
        "forms.work_placement": tr("Utbildning på en arbetsplats"),
        "forms.newly_arrived": tr("Ny i Sverige"),
    }


def _of_distance() -> dict[str, str]:
    return {
        "forms.distance.subjects": tr("ämnen"),
        "forms.distance.first_day": tr("första dagen"),
        "forms.distance.last_day": tr("sista dagen"),
        "forms.distance.problem_documented": tr("intygets datum (inte vad det säger)"),
        "forms.distance.other_support_exhausted": tr("varför annat stöd inte räcker eller passar"),
        "forms.distance.guardian_consent": tr("vårdnadshavarnas samtycke, datum"),
        "forms.distance.provider": tr("godkänd utförare"),
        "forms.distance.exceptional_reasons": tr("synnerliga skäl (bara i lågstadiet)"),
    }


def _of_other_ways() -> dict[str, str]:
    return {
        "forms.small_group_reasons": tr("Särskilda skäl för liten grupp eller enskild undervisning"),
        "forms.remote.subjects": tr("ämnen"),
        "forms.remote.minutes_a_week": tr("minuter i veckan"),
        "forms.at_home.decision": tr("beslutets datum"),
        "forms.at_home.doctor_not_against": tr("läkaren avråder inte"),
        "forms.at_home.consent": tr("samtycke, datum"),
        "forms.work_placement.workplace": tr("arbetsplats"),
        "forms.work_placement.supervisor": tr("handledare där"),
        "forms.work_placement.school_contact": tr("skolans kontakt"),
    }


def _of_the_student() -> dict[str, str]:
    return {
        "forms.national_tests": tr("Nationella prov: vad som är bestämt"),
        "forms.work_experience": tr("Prao: när och hur, eller varför det väntar"),
        "forms.newly_arrived.years_in_sweden": tr("hela år i svensk skola"),
        "forms.newly_arrived.considered": tr("vad som är sagt om studieplan eller anpassad timplan"),
    }
