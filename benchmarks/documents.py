"""The documents measured in one run: the proposal by ours, fpdf2, typst and WeasyPrint, every other document, memory.

`python benchmarks/documents.py` takes a minute; for trying there is `--rounds 1 --many 3`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from benchmarks.pages import counted, parts_of  # noqa: E402 - the house is found first
from benchmarks.table import Line, drawn, machine  # noqa: E402
from casework.before_sending import as_far_as_it_has_come  # noqa: E402
from casework.case_file import CaseFile, read_case_file  # noqa: E402
from casework.documents import DOCUMENTS, make_documents  # noqa: E402
from casework.dossier import Dossier  # noqa: E402
from casework.paper import paper_files, print_form  # noqa: E402
from casework.proposing import problem_of, propose  # noqa: E402
from exports import pdf  # noqa: E402
from exports.blocks import Document  # noqa: E402
from planning.outcomes import Found  # noqa: E402
from planning.timetable import Timetable  # noqa: E402

RESULT = HOUSE / "benchmarks/documents.txt"
EXAMPLE = HOUSE / "examples/ar8.json"
"""An invented student's plan of eight steps, in weeks A and B."""
PROPOSAL = "forslag.pdf"
WHOLE = 9
"""From so many rounds on the result is kept in `documents.txt`."""
OURS = "ours (ReportLab)"
PEERS: Mapping[str, str] = {"fpdf2": "by_fpdf2", "typst": "by_typst", "WeasyPrint": "by_weasyprint"}
MOST_OF_FPDF2, LEAST_OF_WEASYPRINT, MOST_BYTES = 1.5, 4.0, 250_000
MOST_GROWTH = 4.0
"""Megabytes that documents 50 to 100 may add: less than two of the files they make. Our default."""

Draw = Callable[[str], bytes]
"""Draws the proposal under that title: a new one each time, so that nobody answers from memory."""


class Timed(NamedTuple):
    """Seconds of each round, and the last file."""

    seconds: list[float]
    data: bytes

    @property
    def median(self) -> float:
        """Milliseconds."""
        return 1000 * statistics.median(self.seconds)


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=WHOLE, help="how often each draws the proposal, in turns")
    parser.add_argument("--many", type=int, default=100, help="how many documents one process makes")
    parser.add_argument("--memory", type=int, help="make so many and print the memory: what the run asks of itself")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and keep the result of a whole run."""
    asked = arguments()
    dossier = planned(EXAMPLE)
    document = drawn_as(dossier, PROPOSAL)
    if asked.memory:
        print(" ".join(f"{one:.1f}" for one in memory(document, asked.memory)))
        return
    where = machine(dt.datetime.now(tz=dt.UTC).date(), ("reportlab", "rl_accel", "fpdf2", "typst", "weasyprint"))
    parts = parts_of(document)
    draws, absent = peers(document)
    timed = in_turns(draws, asked.rounds)
    steps = len(dossier.plan.steps)
    goals = [*against(timed), *grown(asked.many)]
    proposals = drawn(f"The proposal, {asked.rounds} rounds in turns", list(told(timed)))
    others = drawn("Every document, made from the dossier (median of 3)", list(each(dossier)))
    text = "\n".join([
        f"A proposal of {steps} steps: {counted(parts)}\n{where}\n",
        drawn("Goals", goals), proposals, *absent, others,
    ])  # fmt: skip
    print(f"\n{text}")
    if asked.rounds >= WHOLE:
        RESULT.write_text(f"{text.rstrip()}\n", encoding="utf-8")


def planned(path: Path) -> Dossier:
    """The example's dossier."""
    case, reading = read_case_file(path)
    return _dossier(case, reading.timetable)


def _dossier(case: CaseFile, timetable: Timetable) -> Dossier:
    first = dt.date(2026, 12, 14)
    problem = problem_of(case.facts, timetable, case.sheet, today=first, important=case.most_important)
    outcome = propose(problem)
    if not isinstance(outcome, Found):
        raise SystemExit(f"no plan for {EXAMPLE.name}")
    dossier = Dossier(
        case_id="benchmark", problem=problem, plan=outcome.plan, facts=case.facts, sheet=case.sheet,
        handled=case.handled, date=first,
    )  # fmt: skip
    return as_far_as_it_has_come(dossier)


def drawn_as(dossier: Dossier, name: str) -> Document:
    """What is drawn when that document is made."""
    seen: list[Document] = []
    begin = pdf._Printer.__init__  # noqa: SLF001 - there the blocks of every document pass

    def watch(printer: pdf._Printer, document: Document) -> None:
        seen.append(document)
        begin(printer, document)

    pdf._Printer.__init__ = watch  # type: ignore[method-assign]  # noqa: SLF001 - and are looked at once
    try:
        make_documents(dossier, [name])
    finally:
        pdf._Printer.__init__ = begin  # type: ignore[method-assign]  # noqa: SLF001 - as before
    return seen[-1]


def peers(document: Document) -> tuple[dict[str, Draw], list[str]]:
    """Ours and every peer that can draw here, and why the others cannot."""
    parts = parts_of(document)
    draws: dict[str, Draw] = {OURS: lambda title: pdf.render_pdf(document.model_copy(update={"title": title}))}
    absent = []
    for name, module in PEERS.items():
        try:
            draw = importlib.import_module(f"benchmarks.{module}").draw
            draw("Prov", parts)
        except (ImportError, OSError) as error:  # WeasyPrint raises OSError where Pango is not installed
            absent.append(f"{name} cannot draw here and is left out: {error}\n")
        else:
            draws[name] = lambda title, draw=draw: draw(title, parts)
    return draws, absent


def in_turns(draws: Mapping[str, Draw], rounds: int) -> dict[str, Timed]:
    """Each draws once a round, so that a busy moment meets all of them."""
    timed = {name: Timed([], draw("Varmkörning")) for name, draw in draws.items()}
    for number in range(rounds):
        for name, draw in draws.items():
            began = time.perf_counter()
            data = draw(f"Förslag {number}")
            timed[name] = Timed([*timed[name].seconds, time.perf_counter() - began], data)
    return timed


def ratio(one: Timed, other: Timed) -> float:
    """How many times as long one takes as the other: the median over rounds, in each of which both drew."""
    return statistics.median(a / b for a, b in zip(one.seconds, other.seconds, strict=True))


def against(timed: Mapping[str, Timed]) -> Iterator[Line]:
    """The goals of speed and size."""
    ours = timed[OURS]
    if "fpdf2" in timed:
        times = ratio(ours, timed["fpdf2"])
        yield Line("ours, of fpdf2's time", f"≤ {MOST_OF_FPDF2:g} ×", f"{times:.2f} ×", times <= MOST_OF_FPDF2)
    if "WeasyPrint" in timed:
        times = ratio(timed["WeasyPrint"], ours)
        goal = f"≥ {LEAST_OF_WEASYPRINT:g} ×"
        yield Line("WeasyPrint, of our time", goal, f"{times:.1f} ×", times >= LEAST_OF_WEASYPRINT)
    if "typst" in timed:
        yield Line("ours, of typst's time", "", f"{ratio(ours, timed['typst']):.1f} ×")
    size = len(ours.data)
    yield Line("size", f"≤ {MOST_BYTES // 1000} KB", f"{size / 1000:.0f} KB", size <= MOST_BYTES)


def told(timed: Mapping[str, Timed]) -> Iterator[Line]:
    """Times and sizes side by side."""
    for name, one in timed.items():
        words = f"p50 {one.median:.0f} ms, least {1000 * min(one.seconds):.0f} ms, {len(one.data) / 1000:.0f} KB"
        yield Line(name, "", words)


def each(dossier: Dossier) -> Iterator[Line]:
    """Every document of the case, and the forms on paper."""
    for name in DOCUMENTS:
        yield _made(name, lambda name=name: make_documents(dossier, [name])[name])
    for name, (form, language) in paper_files().items():
        yield _made(name, partial(print_form, dossier.problem.timetable, dossier.sheet, form, language))


def _made(name: str, make: Callable[[], bytes]) -> Line:
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        data = make()
        seconds.append(time.perf_counter() - began)
    return Line(name, "", f"{1000 * statistics.median(seconds):.0f} ms, {len(data) / 1000:.0f} KB")


def memory(document: Document, many: int) -> list[float]:
    """Megabytes in use after a tenth, a half and all of so many documents, each of another student."""
    used = []
    for number in range(1, many + 1):
        pdf.render_pdf(document.model_copy(update={"title": f"Förslag {number}", "running": f"Test {number}"}))
        if number in (max(1, many // 10), max(1, many // 2), many):
            used.append(megabytes())
    return used


def megabytes() -> float:
    """Memory in use by this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    except (OSError, ValueError):
        return 0.0
    return pages * 4096 / 2**20


def grown(many: int) -> Iterator[Line]:
    """How memory grows over many documents, in a process of its own."""
    command = [sys.executable, __file__, "--memory", str(many)]
    used = [float(one) for one in subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()]
    words = ", ".join(f"{one:.0f}" for one in used)
    growth = used[-1] - used[len(used) // 2]
    is_flat = growth <= MOST_GROWTH if used[-1] else None
    yield Line(f"memory over {many} documents", f"second half adds ≤ {MOST_GROWTH:g} MB", f"{words} MB", is_flat)


if __name__ == "__main__":
    main()
