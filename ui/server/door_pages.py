"""The pages of the door, as plain HTML: whoever has not come in yet gets nothing of the app itself."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.responses import HTMLResponse, Response

from storage.secrets import LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE
from ui.server.edge import way_inside
from ui.server.guard import DOOR
from wording.language import current_language, direction, languages, name_of_language, tr, web_tag

_HERE = Path(__file__).parent
FILES = {"stil.css": "text/css", "dorr.js": "text/javascript"}
_SOURCES = {"stil.css": "door.css", "dorr.js": "door.js"}
_FACES = {"Source Sans": "SourceSansVF-Upright*.woff2", "Source Serif": "SourceSerifVariable-Roman*.woff2"}
_HIDDEN = 'type="password" data-secret'
_PRINTED = 'type="text" class="key" spellcheck="false" autocomplete="off" autofocus'
LOGO = '<svg viewBox="0 0 48 48" aria-hidden="true"><path d="M6 40h10V30h10V20h10V10h7"/></svg>'


def page(title: str, body: str, *, here: str = DOOR, status: int = 200, goes_on_to: str = "") -> Response:
    """A whole page. `here` is where the other language is asked for; `goes_on_to`: where it leads by itself."""
    refresh = f'<meta http-equiv="refresh" content="0;url={escape(goes_on_to)}">' if goes_on_to else ""
    switch = _other_languages(here) if here else ""
    return HTMLResponse(
        f'<!doctype html><html lang="{web_tag()}" dir="{direction()}">'
        '<head><meta charset="utf-8"><title>Stegvis</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{refresh}'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="/dorr/stil.css">'
        '<script src="/dorr/dorr.js" defer></script></head>'
        f'<body><header class="top"><span class="name">{LOGO}Stegvis</span>{switch}</header>'
        f"<main><h1>{escape(title)}</h1>{body}</main></body></html>",
        status_code=status,
    )


def _other_languages(here: str) -> str:
    """A link to the page in each other language, by the name that it has itself."""
    links = "".join(
        f'<a href="{escape(here)}?sprak={code}" lang="{web_tag(code)}" dir="{direction(code)}">'
        f"{escape(name_of_language(code))}</a>"
        for code in languages()
        if code != current_language()
    )
    return f'<nav aria-label="{escape(tr("Språk"))}">{links}</nav>'


def door_file(name: str) -> Response:
    """A style sheet or script of the door; 404 for every other name."""
    if name not in FILES:
        return Response(status_code=404)
    text = (_HERE / _SOURCES[name]).read_text(encoding="utf-8")
    return Response(_faces() + text if name == "stil.css" else text, media_type=FILES[name])


def _faces() -> str:
    """The faces of the app, which Streamlit serves under names of its own making; none where it has changed them."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    found = {face: next(media.glob(pattern), None) for face, pattern in _FACES.items()}
    return "".join(
        f'@font-face {{ font-family: "{face}"; src: url("/static/media/{file.name}"); font-weight: 200 900; }}\n'
        for face, file in found.items()
        if file is not None
    )


def choose_page(way: str, wrong: str = "") -> Response:
    """The first time: a passphrase is chosen."""
    body = (
        _said(tr("Det som elever berättar låses med en lösenfras som bara du kan. Den sparas ingenstans."))
        + _said(
            tr(
                "Ta tre eller fyra ord som du minns, till exempel något som du ser från ditt fönster. "
                "Nästa steg är en nyckel att skriva ut, om du skulle glömma."
            )
        )
        + _form(DOOR, way, wrong, _passphrases(), tr("Lås med den här lösenfrasen"))
    )
    return page(tr("Välkommen till Stegvis"), body, status=_status(wrong))


def unlock_page(way: str, wrong: str = "") -> Response:
    """Every time after that."""
    field = _field("losenfras", tr("Lösenfras"), f'{_HIDDEN} autocomplete="current-password" autofocus')
    body = _form(DOOR, way, wrong, field + _shows(), tr("Öppna")) + _away(
        f"{DOOR}/nyckel?sprak={current_language()}", tr("Jag har glömt lösenfrasen")
    )
    return page(tr("Stegvis är låst"), body, status=_status(wrong))


def recover_page(wrong: str = "") -> Response:
    """With the printed key."""
    hint = tr("Sju grupper med fem tecken. Stora och små bokstäver är detsamma.")
    key = _field("nyckel", tr("Återställningsnyckel"), _PRINTED, hint)
    body = (
        _said(
            tr(
                "Ta fram pappret med återställningsnyckeln. Du väljer en ny lösenfras "
                "och får en ny nyckel att skriva ut; den gamla slutar gälla."
            )
        )
        + _form(f"{DOOR}/nyckel", "", wrong, key + _passphrases(), tr("Öppna och byt lösenfras"))
        + _away(f"{DOOR}?sprak={current_language()}", tr("Tillbaka"))
    )
    return page(tr("Har du glömt lösenfrasen?"), body, here=f"{DOOR}/nyckel", status=_status(wrong))


def recovery_key_page(recovery_key: str) -> Response:
    """The key is shown this once, to be printed."""
    groups = "".join(f"<span>{escape(group)}</span>" for group in recovery_key.split("-"))
    about = tr("Öppnar ärendena i Stegvis om lösenfrasen är glömd. Förvara pappret inlåst, inte vid datorn.")
    done = tr("Jag har skrivit ut den, eller skrivit av den, och lagt den på ett säkert ställe.")
    once = tr(
        "Den visas bara nu. Utan den och utan lösenfrasen kan ingen öppna ärendena, "
        "inte heller den som har gjort programmet."
    )
    body = (
        f'<p class="screen">{escape(once)}</p>'
        f'<div class="sheet"><h2>{escape(tr("Återställningsnyckel till Stegvis"))}</h2>'
        f'<p class="recovery">{groups}</p><p class="hint">{escape(about)}</p></div>'
        '<div class="row screen"><button type="button" class="quiet" data-print hidden>'
        f"{escape(tr('Skriv ut'))}</button></div>"
        f'<form method="post" action="{DOOR}/klar"><label class="check"><input type="checkbox" required>'
        f"<span>{escape(done)}</span></label><button>{escape(tr('Gå vidare'))}</button></form>"
    )
    return page(tr("Din återställningsnyckel"), body, here="")


def curtain_page(way: str) -> Response:
    """Where nobody is asked: one tap opens."""
    body = _said(tr("Ingenting syns förrän du öppnar igen.")) + _form(DOOR, way, "", "", tr("Öppna"))
    return page(tr("Stegvis är låst"), body)


def log_in_page(way: str, wrong: str = "") -> Response:
    """In a municipality: the way to the provider that proves who one is."""
    there = f"/logga-in?vidare={quote(way_inside(way), safe='')}"
    body = (
        _wrong(wrong)
        + _said(tr("Du loggar in med samma konto som i resten av ditt arbete."))
        + f'<p><a class="button" href="{escape(there)}">{escape(tr("Logga in"))}</a></p>'
    )
    return page(tr("Logga in i Stegvis"), body, status=_status(wrong))


def told_page(title: str, text: str, *, status: int = 200, again: str = "", onward: str = "") -> Response:
    """Something to be told, and perhaps a way to try again, which is called `onward`."""
    name = onward or tr("Till inloggningen")
    way = f'<p><a class="button" href="{escape(again)}">{escape(name)}</a></p>' if again else ""
    return page(title, _said(text) + way, here="", status=status)


def _said(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _wrong(wrong: str) -> str:
    return f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""


def _status(wrong: str) -> int:
    return 422 if wrong else 200


def _form(action: str, way: str, wrong: str, fields: str, button: str) -> str:
    hidden = f'<input type="hidden" name="vidare" value="{escape(way_inside(way))}">' if way else ""
    language = f'<input type="hidden" name="sprak" value="{current_language()}">'
    return (
        f'<form method="post" action="{action}" autocomplete="on">{_wrong(wrong)}{hidden}{language}{fields}'
        f"<button>{escape(button)}</button></form>"
    )


def _passphrases() -> str:
    words = {
        "more": tr("{n} tecken till", n="{n}"),
        "simple": tr("Fler olika tecken behövs."),
        "good": tr("Det räcker. Ett ord till gör den ännu starkare."),
        "strong": tr("En stark lösenfras."),
    }
    hint = tr("Minst {least} tecken. Mellanslag går bra.", least=SHORTEST_PASSPHRASE)
    strength = f'data-strength="{escape(json.dumps(words))}"'
    new = _field("losenfras", tr("Ny lösenfras"), f'{_HIDDEN} autocomplete="new-password" {strength}', hint)
    return new + _field("igen", tr("Samma en gång till"), f'{_HIDDEN} autocomplete="new-password"') + _shows()


def _shows() -> str:
    return (
        '<div hidden><label class="check"><input type="checkbox" data-shows>'
        f"<span>{escape(tr('Visa vad jag skriver'))}</span></label></div>"
    )


def _field(name: str, label: str, kind: str, hint: str = "") -> str:
    """A field. `kind` is its further attributes, which are our own words."""
    told = f'<p class="hint" id="{name}_hjalp">{escape(hint)}</p>' if hint else ""
    helped = f' aria-describedby="{name}_hjalp"' if hint else ""
    return (
        f'<div><label for="{name}">{escape(label)}</label><input id="{name}" name="{name}" required '
        f'maxlength="{LONGEST_PASSPHRASE}"{helped} {kind}>{told}</div>'
    )


def _away(address: str, text: str) -> str:
    return f'<p class="away"><a href="{escape(address)}">{escape(text)}</a></p>'
