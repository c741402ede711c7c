"""The subjects of the grundskola, by name, as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from planning.subject_codes import SubjectCode
from wording.language import tr
from wording.phrases import and_list, or_list


def say_subject(code: SubjectCode) -> str:
    """«kemi», «hem- och konsumentkunskap»."""
    return {**_practical(), **_others()}[code]


def say_subject_list(codes: Iterable[SubjectCode]) -> str:
    """«kemi och fysik»."""
    return and_list([say_subject(code) for code in codes])


def say_one_of(codes: Iterable[SubjectCode]) -> str:
    """«svenska eller svenska som andraspråk»."""
    return or_list([say_subject(code) for code in codes])


def _practical() -> dict[SubjectCode, str]:
    return {
        SubjectCode.BL: tr("bild"),
        SubjectCode.HKK: tr("hem- och konsumentkunskap"),
        SubjectCode.IDH: tr("idrott och hälsa"),
        SubjectCode.MU: tr("musik"),
        SubjectCode.SL: tr("slöjd"),
        SubjectCode.TK: tr("teknik"),
        SubjectCode.OTHER: tr("tid utan betyg"),
    }


def _others() -> dict[SubjectCode, str]:
    return {
        SubjectCode.EN: tr("engelska"),
        SubjectCode.MA: tr("matematik"),
        SubjectCode.BI: tr("biologi"),
        SubjectCode.FY: tr("fysik"),
        SubjectCode.KE: tr("kemi"),
        SubjectCode.NO: tr("NO"),
        SubjectCode.GE: tr("geografi"),
        SubjectCode.HI: tr("historia"),
        SubjectCode.RE: tr("religionskunskap"),
        SubjectCode.SH: tr("samhällskunskap"),
        SubjectCode.SO: tr("SO"),
        SubjectCode.SV: tr("svenska"),
        SubjectCode.SVA: tr("svenska som andraspråk"),
        SubjectCode.SPV: tr("moderna språk"),
        SubjectCode.ML: tr("modersmål"),
        SubjectCode.TN: tr("teckenspråk"),
        SubjectCode.SM: tr("samiska"),
    }
