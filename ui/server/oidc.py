"""OpenID Connect: one proof of who somebody is, from any provider that tells of itself by discovery.

The authorization code flow with PKCE (S256), state and nonce. What comes back is whom the provider knows by which
subject, and nothing more is kept: no token, no name, no group. Roles stand in our own table.
"""

from __future__ import annotations

import hmac
import secrets
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from authlib.deprecate import AuthlibDeprecationWarning  # type: ignore[import-untyped]  # Authlib has no types
from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]  # Authlib has no types
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]  # Authlib has no types
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from casework import now as clock
from casework.sessions import PROOF_LASTS
from planning.errors import BadInput, NotAllowed
from planning.frozen import Frozen

with warnings.catch_warnings():
    # Authlib would rather have a newer httpx; until it is ours, its word of that belongs in no log.
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]  # Authlib has no types

ISSUER, CLIENT, SECRET_FILE, ACR = (
    "STEGVIS_OIDC_ISSUER", "STEGVIS_OIDC_CLIENT_ID", "STEGVIS_OIDC_CLIENT_SECRET_FILE", "STEGVIS_OIDC_ACR",
)  # fmt: skip
BACK, OUT = "/logga-in/svar", "/logga-ut"
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures with a key that only the provider has. Never «none», never one that our own secret could make."""
_SECONDS = 5.0
"""How long the provider may take to answer (our default)."""
_LEEWAY = 60
"""Seconds that two clocks may differ (our default)."""
_FRESH_FOR = 600
"""Seconds that the provider's own description and keys are kept (our default)."""
_LOOPBACK = ("127.0.0.1", "localhost")


class Pending(Frozen):
    """A log-in that is under way; lies sealed in the browser's own cookie until it comes back."""

    state: str
    nonce: str
    verifier: str
    way: str
    """Where it leads afterwards."""
    before: str = ""
    """The session that the browser had before; it ends when the new one begins."""
    is_step_up: bool = False
    """Somebody who is in already proves it anew."""


class Proved(Frozen):
    """Whom the provider vouches for."""

    issuer: str
    subject: str


class Relation(Frozen):
    """What the provider and we know of each other."""

    issuer: str
    client_id: str
    client_secret: str = ""
    acr: tuple[str, ...] = ()
    """How surely somebody must have proved it, in the provider's own words; empty: as the provider wishes."""
    address: str

    @classmethod
    def of(cls, environ: Mapping[str, str], address: str) -> Relation:
        """As the environment says. Raises `BadInput` when something is missing."""
        for name in (ISSUER, CLIENT):
            if not environ.get(name):
                raise BadInput("setting_missing", field=name)
        _check_address(environ[ISSUER], ISSUER)
        secret = environ.get(SECRET_FILE)
        try:
            kept = Path(secret).read_text(encoding="utf-8").strip() if secret else ""
        except (OSError, UnicodeDecodeError):
            raise BadInput("setting_missing", field=SECRET_FILE) from None
        return cls(
            issuer=environ[ISSUER], client_id=environ[CLIENT], client_secret=kept,
            acr=tuple(environ.get(ACR, "").split()), address=address,
        )  # fmt: skip


@dataclass
class Provider:
    """The provider, as it tells of itself. `transport` is httpx's way out; tests put their own there."""

    relation: Relation
    transport: httpx.BaseTransport | None = None
    _told: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, way: str, *, before: str = "", is_step_up: bool = False) -> tuple[str, Pending]:
        """Where the browser is sent, and what it takes along. Raises `NotAllowed("provider_unreachable")`."""
        pending = Pending(
            state=secrets.token_urlsafe(32), nonce=secrets.token_urlsafe(32), verifier=secrets.token_urlsafe(48),
            way=way, before=before, is_step_up=is_step_up,
        )  # fmt: skip
        asks: dict[str, str] = {"nonce": pending.nonce}
        if self.relation.acr:
            asks["acr_values"] = " ".join(self.relation.acr)
        if is_step_up:
            asks |= {"prompt": "login", "max_age": "0"}
        with self._client() as client:
            url, _ = client.create_authorization_url(
                self._described()["authorization_endpoint"], state=pending.state, code_verifier=pending.verifier, **asks
            )
        return str(url), pending

    def finish(self, pending: Pending, answer: Mapping[str, str]) -> Proved:
        """Whom the provider vouches for. Raises `NotAllowed`: `log_in_not_proved` or `provider_unreachable`."""
        if not hmac.compare_digest(answer.get("state", "").encode(), pending.state.encode()):
            raise NotAllowed("log_in_not_proved", why="state")
        if answer.get("iss", self.relation.issuer) != self.relation.issuer:
            raise NotAllowed("log_in_not_proved", why="issuer")
        if "error" in answer or not answer.get("code"):
            raise NotAllowed("log_in_not_proved", why="refused")
        try:
            with self._client() as client:
                token = client.fetch_token(
                    self._described()["token_endpoint"], code=answer["code"], code_verifier=pending.verifier,
                    grant_type="authorization_code",
                )  # fmt: skip
        except OAuthError:
            raise NotAllowed("log_in_not_proved", why="code") from None
        except (httpx.HTTPError, ValueError):
            raise NotAllowed("provider_unreachable") from None
        return self._proved(token, pending)

    def way_out(self) -> str:
        """Where one logs out at the provider too; «» when it offers none, or does not answer."""
        try:
            there = self._described().get("end_session_endpoint", "")
        except NotAllowed:
            return ""
        asks = {"client_id": self.relation.client_id, "post_logout_redirect_uri": f"{self.relation.address}{OUT}"}
        return f"{there}{'&' if '?' in there else '?'}{urlencode(asks)}" if there else ""

    def _proved(self, token: Mapping[str, Any], pending: Pending) -> Proved:
        """Checks the signature and every claim (OpenID Connect Core 3.1.3.7)."""
        said = token.get("id_token")
        if not isinstance(said, str):
            raise NotAllowed("log_in_not_proved", why="no token")
        try:
            signed = self._signed(said)
            claims = CodeIDToken(
                signed.claims, signed.header,
                {
                    "iss": {"essential": True, "value": self.relation.issuer},
                    "aud": {"essential": True, "value": self.relation.client_id},
                    "sub": {"essential": True}, "exp": {"essential": True}, "iat": {"essential": True},
                },
                {
                    "nonce": pending.nonce, "client_id": self.relation.client_id,
                    "access_token": token.get("access_token"),
                },
            )  # fmt: skip
            now = int(clock.now().timestamp())
            claims.validate(now=now, leeway=_LEEWAY)
        except (JoseError, ValueError, TypeError):
            raise NotAllowed("log_in_not_proved", why="token") from None
        if self.relation.acr and claims.get("acr") not in self.relation.acr:
            raise NotAllowed("log_in_not_proved", why="acr")
        proved_at = claims.get("auth_time")
        if pending.is_step_up and not (
            isinstance(proved_at, int) and now - PROOF_LASTS.total_seconds() <= proved_at <= now + _LEEWAY
        ):
            raise NotAllowed("log_in_not_proved", why="too long ago")
        subject = claims["sub"]
        if not isinstance(subject, str) or not 0 < len(subject) <= 255:
            raise NotAllowed("log_in_not_proved", why="subject")
        return Proved(issuer=self.relation.issuer, subject=subject)

    def _signed(self, said: str) -> jwt.Token:
        """The token, its signature checked; when no key fits, with keys fetched anew, since providers change theirs."""
        try:
            return jwt.decode(said, self._keys(), algorithms=_ALGORITHMS)
        except (JoseError, ValueError):
            return jwt.decode(said, self._keys(anew=True), algorithms=_ALGORITHMS)

    def _keys(self, *, anew: bool = False) -> KeySet:
        described = self._fetched(_checked(self._described(), "jwks_uri"), anew=anew)
        known = [key for key in described.get("keys", []) if key.get("kty") in {"RSA", "EC", "OKP"}]
        return KeySet.import_key_set({"keys": known})

    def _described(self) -> dict[str, Any]:
        described = self._fetched(f"{self.relation.issuer.rstrip('/')}/.well-known/openid-configuration")
        if described.get("issuer") != self.relation.issuer:
            raise NotAllowed("provider_unreachable", why="issuer")
        for name in ("authorization_endpoint", "token_endpoint"):
            _checked(described, name)
        return described

    def _fetched(self, address: str, *, anew: bool = False) -> dict[str, Any]:
        now = clock.now().timestamp()
        with self._lock:
            kept = self._told.get(address)
        if kept is not None and not anew and kept[0] <= now < kept[0] + _FRESH_FOR:
            return kept[1]
        try:
            with httpx.Client(transport=self.transport, timeout=_SECONDS) as client:
                answer = client.get(address)
                answer.raise_for_status()
                told = answer.json()
        except (httpx.HTTPError, ValueError):
            raise NotAllowed("provider_unreachable") from None
        if not isinstance(told, dict):
            raise NotAllowed("provider_unreachable")
        with self._lock:
            self._told[address] = (now, told)
        return told

    def _client(self) -> OAuth2Client:
        known = self.relation
        return OAuth2Client(
            client_id=known.client_id, client_secret=known.client_secret or None, scope="openid",
            redirect_uri=f"{known.address}{BACK}", code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if known.client_secret else "none",
            transport=self.transport, timeout=_SECONDS,
        )  # fmt: skip


def _checked(described: Mapping[str, Any], name: str) -> str:
    address = described.get(name)
    if not isinstance(address, str):
        raise NotAllowed("provider_unreachable", why=name)
    try:
        _check_address(address, name)
    except BadInput:
        raise NotAllowed("provider_unreachable", why=name) from None
    return address


def _check_address(address: str, name: str) -> None:
    parts = urlsplit(address)
    if not parts.hostname or (parts.scheme != "https" and parts.hostname not in _LOOPBACK):
        raise BadInput("address_unusable", field=name)
