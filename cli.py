"""Stegvis without a screen: `plan CASE.json --out DIR`, `schema`, `case …`, `keys …`, `users …`, `backup …`, `audit …`.

Exit status: 0 done; 2 bad input; 3 no plan possible (conflict.json says why); 4 a duty to act comes first;
5 the proposal was asked for with --final, and something is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from casework import (
    audit_commands,
    backup_commands,
    case_commands,
    database_commands,
    key_commands,
    plan_command,
    settings_commands,
    user_commands,
)
from casework.case_file import schema
from casework.plan_command import ExitStatus
from launch.app import data_folder
from planning.errors import NotAllowed, PlanningError
from wording.errors import say_error


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cli.py", description=__doc__.splitlines()[0] if __doc__ else None)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    plan = verbs.add_parser("plan", help="plan a case file and write plan.json, plan.csv, the PDFs and plan.ics")
    plan.add_argument("case", type=Path, metavar="CASE.json")
    plan.add_argument("--out", type=Path, required=True, metavar="DIR")
    plan.add_argument("--final", action="store_true", help="no draft: write nothing while the proposal lacks something")
    plan.set_defaults(run=lambda a: plan_command.plan(a.case, a.out, print, is_final=a.final))
    verbs.add_parser("schema", help="print the JSON Schema of CASE").set_defaults(run=_print_schema)
    case_commands.register(verbs.add_parser("case", help="work with the kept cases"), print)
    key_commands.register(verbs.add_parser("keys", help="passphrase and recovery key"), print)
    user_commands.register(verbs.add_parser("users", help="who may log in, in a municipality's installation"), print)
    backup_commands.register(verbs.add_parser("backup", help="copies of everything that is kept"), print)
    audit_commands.register(verbs.add_parser("audit", help="the log of who has read and done what"), print)
    database_commands.register(verbs.add_parser("database", help="a municipality's database server"), print)
    settings_commands.register(verbs.add_parser("settings", help="routines, calendar, rooms, questions, rules"), print)
    return parser


def _print_schema(arguments: argparse.Namespace) -> ExitStatus:  # noqa: ARG001 - the shape of every command
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return ExitStatus.DONE


def _run(arguments: argparse.Namespace) -> ExitStatus:
    """Runs it; where it meets a locked case file, asks for the passphrase first. Nothing has been done by then."""
    try:
        status: ExitStatus = arguments.run(arguments)
    except NotAllowed as error:
        if error.code != "locked" or not sys.stdin.isatty():
            raise
        key_commands.open_at_terminal()
        status = arguments.run(arguments)
    return status


def main(given: list[str]) -> int:
    """Run one command; its exit status. Bad input is one line on standard error, in the reader's words."""
    os.environ["STEGVIS_DATA"] = str(data_folder(os.environ, sys.platform, Path.home()))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream outside of tests
    arguments = _commands().parse_args(given)
    try:
        return int(_run(arguments))
    except PlanningError as error:
        print(say_error(error), file=sys.stderr)
        return int(ExitStatus.BAD_INPUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
