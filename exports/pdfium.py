"""PDFium reads and draws pages for one thread at a time: two at once can end the whole process.

Whoever uses it holds `PDFIUM` meanwhile, and closes what it has opened before letting go.
"""

from __future__ import annotations

from threading import RLock

PDFIUM = RLock()
