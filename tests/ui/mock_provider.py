"""An OpenID provider of the tests' own, without a network: it keeps to the standard, or does not as a test asks."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

ISSUER = "https://login.example"
CLIENT = "stegvis"
OWN_KEY, OTHER_KEY = RSAKey.generate_key(2048), RSAKey.generate_key(2048)


@dataclass
class MockProvider:
    """`claims` are put over those of the token; `is_down`: it does not answer."""

    subject: str = "somebody"
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: OWN_KEY)
    is_down: bool = False
    is_unsigned: bool = False
    issuer: str = ISSUER
    lives_at: str = ISSUER
    asked: list[dict[str, str]] = field(default_factory=list)
    """What it was asked for at its token endpoint."""
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def transport(self) -> httpx.MockTransport:
        """The way to it."""
        return httpx.MockTransport(self._answer)

    def sends_back(self, url: str) -> dict[str, str]:
        """What it sends the browser back with, from the address that the browser was sent to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return {"code": code, "state": asked["state"], "iss": self.lives_at}

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.is_down:
            raise httpx.ConnectError("nobody answers")
        match request.url.path:
            case "/.well-known/openid-configuration":
                return httpx.Response(
                    200,
                    json={
                        "issuer": self.issuer, "authorization_endpoint": f"{self.lives_at}/authorize",
                        "token_endpoint": f"{self.lives_at}/token", "jwks_uri": f"{self.lives_at}/keys",
                        "end_session_endpoint": f"{self.lives_at}/out",
                    },
                )  # fmt: skip
            case "/keys":
                return httpx.Response(200, json={"keys": [OWN_KEY.as_dict(private=False)]})
            case "/token":
                return self._token({name: values[0] for name, values in parse_qs(request.content.decode()).items()})
            case _:
                return httpx.Response(404)

    def _token(self, given: dict[str, str]) -> httpx.Response:
        self.asked.append(given)
        asked = self._codes.pop(given.get("code", ""), None)
        verifier = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge or asked["code_challenge_method"] != "S256":
            return httpx.Response(400, json={"error": "invalid_grant"})
        return httpx.Response(
            200, json={"access_token": "a", "token_type": "Bearer", "id_token": self._id_token(asked["nonce"])}
        )

    def _id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.lives_at, "aud": CLIENT, "sub": self.subject, "nonce": nonce, "iat": now, "exp": now + 300,
            "auth_time": now, **self.claims,
        }  # fmt: skip
        if self.is_unsigned:
            parts = ({"alg": "none"}, claims)
            return ".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts) + "."
        return jwt.encode({"alg": "RS256"}, claims, self.key)
