"""When a page breaks, the reader gets a calm line and the log gets no content."""

from __future__ import annotations

import logging

import pytest
from streamlit import error_util

from planning.errors import BadInput
from ui.server.breakage import say_calmly
from ui.server.lifespan import keep_log_quiet

TOLD = "Kim Exempel sade något"


def broken(error: Exception) -> Exception:
    """The error as it is when it has been raised."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


@pytest.mark.parametrize("error", [ValueError(TOLD), BadInput("bad_csv", file=TOLD)])
def test_the_log_gets_the_kind_of_error_and_not_its_content(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    """What a message or its data say may be about a student."""
    with caplog.at_level(logging.DEBUG):
        assert say_calmly(broken(error))

    assert type(error).__name__ in caplog.text
    assert TOLD not in caplog.text


def test_streamlit_s_own_log_of_errors_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    """It would print the message before anybody is asked."""
    keep_log_quiet()
    logger = logging.getLogger(error_util.__name__)
    with caplog.at_level(logging.DEBUG):
        logger.error(TOLD)

    assert TOLD not in caplog.text
