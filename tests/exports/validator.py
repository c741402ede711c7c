"""The independent judge of our files: page-validation, asked for PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import page

PROFILES = {"PDF/UA-1": page.ValidationProfile.PDF_UA_1, "PDF/A-3a": page.ValidationProfile.PDF_A_3A}


def faults(data: bytes) -> list[str]:
    """Every rule of either standard that the file breaks: «PDF/UA-1 7.2-1: …»."""
    return [
        f"{name} {failure.rule_id}: {failure.message}"
        for name, profile in PROFILES.items()
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]
