"""Good files, small and as people send them: what the looking for bad ones begins with."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from exports.decision_form import LOCKED
from exports.pdf_file import ATTACHED

_SCHOOL = Path(__file__).parents[1] / "fixtures" / "timetables" / "skolan_subgroups.xml"
_TABLE = (
    "Klass;Dag;Vecka;Start;Slut;Ämne;Lärare;Sal;Delgrupp;Typ;Anteckning\n"
    '8A;Måndag;A;08:10;09:00;Svenska;ÅS|BC;B204;;lektion;\n8A;ti;;8.10 – 9.00;;"Bild; form";;;Grupp 1;;\n'
    "8B;ons;;0810;kl 9;Lunch;;;;lunch;x\n8A|8B;Fre;B;13:00;14:20;NO;D;N1;;okänt;\n"
)
_DATED = (
    "date,time,subject,room\n2026-09-01,08:10-09:00,Bild,A1\n20260908,8.10,Bild,A1\n"
    "2026-09-15T08:10,8.10 till 9,Bild,\n"
)
_CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:8A\\, våren
X-WR-TIMEZONE:Europe/Stockholm
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID="W. Europe Standard Time":20260901T081000
DTEND;TZID=Europe/Stockholm:20260901T090000
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261218T000000Z;WKST=MO
EXDATE;TZID=Europe/Stockholm:20260908T081000,20260915T081000
RDATE;VALUE=DATE:20261003
SUMMARY:Bild
LOCATION:Lokalnamn: B204. Hus B
DESCRIPTION:Lärare: Åsa Exempel\\nKlass: 8A
BEGIN:VALARM
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID:20260910T061000Z
DTSTART:20260910T071000Z
DURATION:PT50M
STATUS:CANCELLED
SUMMARY;LANGUAGE=sv:Bi
 ld
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261026
DTEND;VALUE=DATE:20261031
RRULE:FREQ=YEARLY;INTERVAL=1;COUNT=2
SUMMARY:Höstlov
END:VEVENT
END:VCALENDAR
"""
_WEEK = """<?xml version="1.0" encoding="UTF-8"?>
<Students_Timetable>
<Subgroup name="7A spa Automatic Subgroup">
<Day name="Måndag"><Hour name="08:10-09:00"><Activity id="1"></Activity><Teacher name="Å"></Teacher>
<Subject name="Bild"></Subject><Room name="B1"></Room></Hour>
<Hour name="09:10"><Activity id="1"/><Subject name="Bild"/></Hour></Day>
<Day name="Tisdag"><Hour name="08:10-09:00"/><Hour name="09:10"><Activity id="2"/><Subject name="Lunch"/></Hour></Day>
</Subgroup>
<Subgroup name="7B"><Day name="B-fre"><Hour name="1"><Activity id="3"/><Subject name="NO"/></Hour></Day></Subgroup>
</Students_Timetable>
"""
_PLAN = {
    "stegvis_plan": 1, "document": "MVDJ 3R5D 5N0G", "version": 1, "is_draft": False,
    "facts": {
        "student": "Test Testsson", "birth_date": "2012-01-31", "provider": "", "unit": "", "class_name": "8A",
        "school_year": "2026/27", "year_group": 8, "reference": "", "needs": ["x"], "goals": [], "measures": [],
        "follow_up": {"day": None, "person": ""}, "evaluation": {"day": "2026-12-01", "person": "Coach Exempel"},
    },
    "steps": [
        {
            "number": 1, "first_day": "2026-11-30", "last_day": "2026-12-04", "is_dated": True, "minutes": 50,
            "full_minutes": 900, "weeks": [{"mondays": ["2026-11-30"], "lessons": [
                {"weekday": 1, "start": 490, "end": 540, "subject": "Bild", "is_in_class": True, "with_coach": False}
            ]}],
        }
    ],
    "subjects": [{"subject": "Bild", "ordinary": 100, "per_step": [50]}],
}  # fmt: skip


class Parser(NamedTuple):
    """What a parser is tried with: good files, and words that mean something to it."""

    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...]


@cache
def proposal() -> bytes:
    """The smallest file that is read as a returned proposal: a page, the form's fields, the plan."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    fields = ArrayObject()
    for name in LOCKED:
        field = DictionaryObject({
            NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject(name),
            NameObject("/V"): TextStringObject("2026-11-30"), NameObject("/Rect"): ArrayObject([NumberObject(9)] * 4),
        })  # fmt: skip
        fields.append(writer._add_object(field))
    page[NameObject("/Annots")] = fields
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    writer.add_attachment(ATTACHED, json.dumps(_PLAN).encode())
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _words(text: str) -> tuple[bytes, ...]:
    return tuple(word.encode().replace(b"_", b" ") for word in text.split())


CSV = Parser(
    (_TABLE.encode(), _TABLE.encode("cp1252"), _TABLE.encode("utf-16"), _DATED.encode()),
    _words('Dag date start end subject group unit class student_path week kind ; , 24:00 8.10 2026-09-01 mån " | \0'),
)
ICS = Parser(
    (_CALENDAR.encode(), _CALENDAR.replace("\n", "\r\n").encode("utf-16-le")),
    _words(
        "BEGIN: END: VEVENT VCALENDAR RRULE: FREQ= DAILY WEEKLY MONTHLY YEARLY SECONDLY COUNT= UNTIL= INTERVAL= BYDAY= "
        "BYMONTHDAY= EXDATE: RDATE; VALUE=PERIOD: TZID= ../../x DURATION:-P1D P9999W RECURRENCE-ID: 99991231T235959Z "
        "00010101T000000 -1SU 5MO 29990230 \\n : ; STATUS:"
    ),
)
FET = Parser(
    (_WEEK.encode(), _WEEK.replace("UTF-8", "UTF-16").encode("utf-16"), _SCHOOL.read_bytes()),
    _words('<Subgroup <Day <Hour <Activity <Subject <Teacher <Room name=" /> <!DOCTYPE <!ENTITY &a; <![CDATA['),
)
JSON = Parser(
    (json.dumps(_PLAN).encode(), json.dumps(_PLAN, indent=1).encode()),
    _words('NaN Infinity -0 1e999 "\\ud800" "\\u0000" \\u202e [[[[ {"a": null true "version": 99999999999999999999'),
)
PDF = Parser(
    (proposal(),),
    _words(
        "/FlateDecode /ASCIIHexDecode /LZWDecode /Filter /Kids /Parent /Encrypt /ObjStm /XRef /Prev /Names /EF "
        "/AcroForm /FT_/Sig /ByteRange /Btn /Annots /Contents 0_R obj endobj stream endstream startxref "
        "trailer << >> [ ] -1"
    ),
)
EVERY = Parser((*CSV.seeds, *ICS.seeds, *FET.seeds), (*CSV.words, *ICS.words, *FET.words))


def mutated(parser: Parser) -> st.SearchStrategy[bytes]:
    """A good file in which bytes are others, are gone or stand twice, and words stand where they did not."""
    places = st.integers(0, max(map(len, parser.seeds)))
    lengths = st.integers(1, 80)
    other = st.binary(min_size=1, max_size=4) | st.sampled_from(parser.words)
    acts = st.one_of(
        st.builds(_put, places, other, st.booleans()),
        st.builds(_cut, places, lengths | st.integers(1, 5000)),
        st.builds(_repeat, places, lengths, st.integers(1, 60)),
        st.builds(_flip, places, st.integers(0, 7)),
    )
    return st.builds(_changed, st.sampled_from(parser.seeds), st.lists(acts, max_size=6))


Act = Callable[[bytes], bytes]


def _changed(seed: bytes, acts: list[Act]) -> bytes:
    for act in acts:
        seed = act(seed)
    return seed


def _put(at: int, other: bytes, over: bool) -> Act:  # noqa: FBT001 - drawn by Hypothesis
    return lambda data: data[:at] + other + data[at + (len(other) if over else 0) :]


def _cut(at: int, length: int) -> Act:
    return lambda data: data[:at] + data[at + length :]


def _repeat(at: int, length: int, times: int) -> Act:
    return lambda data: data[:at] + data[at : at + length] * times + data[at + length :]


def _flip(at: int, bit: int) -> Act:
    return lambda data: data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :] if at < len(data) else data
