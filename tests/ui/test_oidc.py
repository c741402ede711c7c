"""A log-in is believed when every part of its proof holds, and only then."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from planning.errors import BadInput, NotAllowed
from tests.ui.mock_provider import CLIENT, ISSUER, OTHER_KEY, MockProvider
from ui.server.oidc import Proved, Provider, Relation

RELATION = Relation(issuer=ISSUER, client_id=CLIENT, client_secret="kept in a file", address="https://stegvis.example")


def provider(mock: MockProvider, **relation: Any) -> Provider:
    """The provider as we know it, with the mock at the other end."""
    return Provider(RELATION.model_copy(update=relation), transport=mock.transport)


def logs_in(mock: MockProvider, *, is_step_up: bool = False, **relation: Any) -> Proved:
    """A whole log-in."""
    known = provider(mock, **relation)
    url, pending = known.begin("/", is_step_up=is_step_up)
    return known.finish(pending, mock.sends_back(url))


def refused(mock: MockProvider, **how: Any) -> str:
    """Why a whole log-in is not believed."""
    with pytest.raises(NotAllowed) as caught:
        logs_in(mock, **how)
    assert caught.value.code == "log_in_not_proved"
    return str(caught.value.data["why"])


def test_a_proof_that_holds_says_who_it_is_and_nothing_more() -> None:
    """The issuer and the subject: what our own table knows people by."""
    assert logs_in(MockProvider(subject="abc-1")) == Proved(issuer=ISSUER, subject="abc-1")


def test_the_browser_is_sent_with_state_nonce_and_a_challenge() -> None:
    """Fresh ones each time; the verifier stays here."""
    known = provider(MockProvider(), acr=("high",))
    (first, pending), (second, _) = known.begin("/"), known.begin("/", is_step_up=True)
    asked, again = (parse_qs(urlsplit(url).query) for url in (first, second))

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid"]
    assert asked["response_type"] == ["code"]
    assert asked["acr_values"] == ["high"]
    assert asked["redirect_uri"] == ["https://stegvis.example/logga-in/svar"]
    assert pending.verifier not in first
    assert all(asked[name] != again[name] for name in ("state", "nonce", "code_challenge"))
    assert (again["prompt"], again["max_age"]) == (["login"], ["0"])


@pytest.mark.parametrize(
    ("claims", "what"),
    [
        ({"nonce": "another"}, "nonce"),
        ({"aud": "another"}, "audience"),
        ({"aud": [CLIENT, "another"]}, "two audiences and nobody told for whom"),
        ({"iss": "https://evil.example"}, "issuer"),
        ({"exp": int(time.time()) - 3600, "iat": int(time.time()) - 7200}, "expired"),
        ({"iat": None}, "no time"),
        ({"azp": "another", "aud": [CLIENT, "another"]}, "another party"),
    ],
)
def test_a_token_with_a_claim_that_does_not_hold_is_refused(claims: dict[str, Any], what: str) -> None:
    """Each by itself, in a token that is signed as it should be."""
    assert refused(MockProvider(claims=claims)), what


def test_another_signature_or_none_is_refused() -> None:
    """Signed with another key; with «none»."""
    assert refused(MockProvider(key=OTHER_KEY)) == "token"
    assert refused(MockProvider(is_unsigned=True)) == "token"


def test_another_state_is_refused_before_anything_is_asked() -> None:
    """The provider is not even asked for a token."""
    mock = MockProvider()
    known = provider(mock)
    url, pending = known.begin("/")
    with pytest.raises(NotAllowed, match="log_in_not_proved"):
        known.finish(pending, mock.sends_back(url) | {"state": "another"})
    assert mock.asked == []


def test_a_code_is_good_once() -> None:
    """Somebody who has seen it comes too late."""
    mock = MockProvider()
    known = provider(mock)
    url, pending = known.begin("/")
    answer = mock.sends_back(url)
    known.finish(pending, answer)
    with pytest.raises(NotAllowed) as caught:
        known.finish(pending, answer)
    assert caught.value.data["why"] == "code"


def test_a_code_opens_nothing_without_its_verifier() -> None:
    """PKCE: whoever has the code alone gets no token."""
    mock = MockProvider()
    known = provider(mock)
    url, pending = known.begin("/")
    with pytest.raises(NotAllowed) as caught:
        known.finish(pending.model_copy(update={"verifier": "v" * 64}), mock.sends_back(url))
    assert caught.value.data["why"] == "code"


def test_an_answer_from_another_provider_is_refused() -> None:
    """It says so itself (RFC 9207)."""
    mock = MockProvider()
    known = provider(mock)
    url, pending = known.begin("/")
    with pytest.raises(NotAllowed) as caught:
        known.finish(pending, mock.sends_back(url) | {"iss": "https://evil.example"})
    assert caught.value.data["why"] == "issuer"


def test_what_the_provider_refuses_is_refused() -> None:
    """Somebody has pressed «cancel» there."""
    known = provider(MockProvider())
    _, pending = known.begin("/")
    with pytest.raises(NotAllowed, match="log_in_not_proved"):
        known.finish(pending, {"error": "access_denied", "state": pending.state})


def test_how_surely_it_was_proved_is_asked_where_it_is_wanted() -> None:
    """The provider's own word for it must be one of ours."""
    assert refused(MockProvider(), acr=("high",)) == "acr"
    assert logs_in(MockProvider(claims={"acr": "high"}), acr=("high",)).subject == "somebody"


def test_a_proof_made_anew_is_new() -> None:
    """A provider that answers from an old log-in has proved nothing now."""
    assert logs_in(MockProvider(), is_step_up=True).subject == "somebody"
    assert refused(MockProvider(claims={"auth_time": int(time.time()) - 3600}), is_step_up=True) == "too long ago"
    assert refused(MockProvider(claims={"auth_time": None}), is_step_up=True)


@pytest.mark.parametrize("mock", [MockProvider(is_down=True), MockProvider(issuer="https://another.example")])
def test_a_provider_that_does_not_answer_is_told_of(mock: MockProvider) -> None:
    """Or that describes somebody else."""
    with pytest.raises(NotAllowed, match="provider_unreachable"):
        provider(mock).begin("/")
    assert provider(mock).way_out() == ""


def test_one_logs_out_at_the_provider_too() -> None:
    """Where it has a way for that; it is told where to send the browser afterwards."""
    way = urlsplit(provider(MockProvider()).way_out())

    assert way.path == "/out"
    assert parse_qs(way.query)["post_logout_redirect_uri"] == ["https://stegvis.example/logga-ut"]


def test_what_is_missing_in_the_environment_is_named() -> None:
    """So is an issuer without TLS."""
    with pytest.raises(BadInput) as caught:
        Relation.of({}, "https://stegvis.example")
    assert caught.value.data == {"field": "STEGVIS_OIDC_ISSUER"}
    with pytest.raises(BadInput, match="address_unusable"):
        Relation.of({"STEGVIS_OIDC_ISSUER": "http://login.example", "STEGVIS_OIDC_CLIENT_ID": "x"}, "")
