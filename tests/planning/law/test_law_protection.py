"""The rules D, by examples worked out by hand, and a walk through verbs and pages for what the program must not do."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from planning.law.protection import Timer, timers
from planning.law.rules import law_rules_on
from planning.law.verdicts import Finding, LawRule, RuleLevel, Standing
from tests.planning.law.cases import ON, found, law_case

ROOT = Path(__file__).resolve().parents[3]


def protection(code: str, **facts: Any) -> Finding:
    """What that rule finds of a plan with those facts."""
    return found(code, law_case("a b", facts=facts))


def test_d1r_names_the_fields_that_tell_and_never_the_words() -> None:
    """A finding is printed and sent along: the words are told to the coach alone."""
    told = protection("D1r", needs=("Lugn start", "Har adhd"), way_back="Efter skilsmässan tar det tid.")
    assert told == Finding(Standing.DEVIATES, {"passages": 2}, ("needs.1", "way_back"))


def test_d1r_leaves_the_school_s_words_and_names_alone() -> None:
    """Elevhälsan, and a teacher whose name looks like something else."""
    kept = {"needs": ("Samråd med elevhälsan",), "follow_up": {"person": "Mobb Exempelsson"}}
    assert protection("D1r", **kept) == Finding(Standing.MET)


def test_d1r_names_no_other_student() -> None:
    """A friend may be meant, but not by name."""
    assert protection("D1r", needs=("Sitter med kompisen Alva",)).fields == ("needs.0",)
    assert protection("D1r", needs=("Sitter med en kompis",)).standing is Standing.MET


HIDDEN = {"has_protected_identity": True}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"student": {"full_name": "Test Testsson"}}, Finding(Standing.NOT_ASKED, {"because": "not_protected"})),
        ({"student": HIDDEN}, Finding(Standing.MET)),
        (
            {"student": {**HIDDEN, "full_name": "Test Testsson"}, "school": {"unit": "Exempelskolan"}},
            Finding(Standing.DEVIATES, fields=("student.full_name", "school.unit")),
        ),
        ({"student": HIDDEN, "practical": {"phone": "070"}}, Finding(Standing.DEVIATES, fields=("practical.phone",))),
        # Who they are is not told by «Vårdnadshavare 1».
        ({"student": {**HIDDEN, "guardians": [{"name": "Vårdnadshavare 1"}]}}, Finding(Standing.MET)),
        (
            {"student": {**HIDDEN, "guardians": [{"name": "Vårdnadshavare 1"}, {"name": "Förälder Två"}]}},
            Finding(Standing.DEVIATES, fields=("student.guardians",)),
        ),
        # What decides which rules apply is no address.
        ({"student": HIDDEN, "school": {"year_group": 8, "form": "Grundskola"}}, Finding(Standing.MET)),
    ],
)
def test_d2r_with_a_protected_identity_nothing_is_kept_that_tells_who_or_where(
    facts: dict[str, Any], expected: Finding
) -> None:
    """Each field that does is named, to be emptied and written in by hand at school."""
    assert protection("D2r", **facts) == expected


@pytest.mark.parametrize(("code", "duty"), [("D4r", "open_reports"), ("D5r", "open_worry")])
def test_d4r_and_d5r_wait_for_a_duty_and_tell_nothing_of_it(code: str, duty: str) -> None:
    """Met and deviating are all there is: neither what, nor whether there ever was anything."""
    assert found(code, law_case("a b")) == Finding(Standing.MET)
    assert found(code, law_case("a b", **{duty: True})) == Finding(Standing.DEVIATES)
    other = {"open_reports": "open_worry", "open_worry": "open_reports"}[duty]
    assert found(code, law_case("a b", **{other: True})) == Finding(Standing.MET)


def with_timers(**months: int) -> LawRule:
    """D6r as a municipality has written it."""
    rule = law_rules_on(ON).by_code["D6r"]
    return rule.model_copy(update={"numbers": {f"{kind}_months": number for kind, number in months.items()}})


def test_d6r_has_no_default() -> None:
    """Without a local plan no kind of paper has a timer; that is told, and holds nothing back."""
    told = protection("D6r")
    assert told.standing is Standing.UNKNOWN
    assert told.level is RuleLevel.INFORM
    assert told.facts["without"] == ("decision", "annex", "student_page", "answers", "drafts", "log")


def test_d6r_tells_the_local_plan_s_timers() -> None:
    """Kind by kind; those that it does not name have none."""
    assert timers(with_timers(annex=24))[:2] == (Timer("decision", None), Timer("annex", 24))
    kinds = law_rules_on(ON).by_code["D6r"].words["kinds"]
    whole = dict.fromkeys(kinds, 12)
    assert [timer.months for timer in timers(with_timers(**whole))] == [12] * len(kinds)


def test_d3r_is_kept_by_the_program() -> None:
    """Whatever the case; the walks below hold it."""
    assert protection("D3r") == Finding(Standing.MET)


ACROSS_CASES = re.compile(r"\b(list_cases|case_summaries|all_cases)\(")
"""What gives more than one case at a time."""
KNOWS_MANY = {"casework/cases.py", "casework/case_commands.py", "ui/case_list.py", "ui/frame/around.py",
              "ui/pages/start.py", "casework/demo.py", "casework/day_sheet.py", "casework/case_reading.py",
              "ui/pages/emergency.py", "casework/start_view.py"}  # fmt: skip
"""Where cases are listed: by name and how far they have come, to open one again by its id, in an emergency too; by
the day on the coach's own sheet of whom to meet when; and by whose turn it is, on the first page of each role."""
SENSITIVE = re.compile(
    r"\b(sheet|answers?|events|handled|unsafe|alerts?_from|open_alerts|diagnos\w*|health\w*|document|facts|duties_of)\b"
)


def sources(*folders: str) -> dict[str, str]:
    """Every Python file of those layers, by its path."""
    found_files = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in found_files}


def test_d3r_cases_are_listed_in_few_known_places() -> None:
    """A new place that goes through all cases has to be looked at, and named here."""
    listing = {name for name, text in sources("casework", "ui", "storage").items() if ACROSS_CASES.search(text)}
    assert listing <= KNOWS_MANY


def test_d3r_a_summary_of_cases_holds_nothing_sensitive() -> None:
    """Id, name, stage and times: no answer, duty, health or school fact can be listed or sorted by."""
    from casework.cases import CaseSummary  # noqa: PLC0415  # one test of the planning tests looks at the layer above

    assert not [name for name in CaseSummary.model_fields if SENSITIVE.search(name)]


def test_d3r_no_loop_over_all_cases_looks_into_them() -> None:
    """Where cases are gone through, the loop never opens them nor reads what is sensitive."""
    looks = []
    for name, text in sources("casework", "ui").items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.For | ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp):
                heads = [node.iter] if isinstance(node, ast.For) else [one.iter for one in node.generators]
                if any("list_cases" in ast.unparse(head) for head in heads):
                    body = ast.unparse(node)
                    looks += [name] if SENSITIVE.search(body) or "open_case(" in body else []
    assert looks == []


def test_d3r_no_verb_and_no_field_searches_people() -> None:
    """There is no search box over cases, and no command that finds students by what is known of them."""
    verbs = re.compile(r"\b(search|find|filter|select)_(cases?|students?|people)\b|add_parser\(\"(search|find)\"")
    assert [name for name, text in sources("casework", "ui", "storage").items() if verbs.search(text)] == []
