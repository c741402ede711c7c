"""The environment is made once, and made anew when it cannot be trusted."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from launch import environment, texts
from launch.environment import Kind


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment folder that looks whole, in a place of its own."""
    folder = tmp_path / "på prov" / ".venv"
    monkeypatch.setattr(environment, "VENV", folder)
    environment.venv_python().parent.mkdir(parents=True)
    environment.venv_python().touch()
    return folder


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Requirement files that a test may change."""
    for name in environment.FILES.values():
        (tmp_path / name).write_text("thing==1.0", encoding="ascii")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What set-up made and installed, in order, without doing it."""
    done: list[str] = []
    monkeypatch.setattr(environment, "make_venv", lambda: done.append("venv"))
    monkeypatch.setattr(environment, "install", lambda file: done.append(file.name))
    return done


def test_the_fingerprint_follows_the_requirements_and_the_python(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another pinned version or another Python gives another fingerprint; nothing else does."""
    first = environment.fingerprint("app")
    assert environment.fingerprint("app") == first
    monkeypatch.setattr(sys, "version", "3.99")
    assert environment.fingerprint("app") != first
    monkeypatch.undo()
    monkeypatch.setattr(environment, "ROOT", pinned)
    (pinned / "requirements.txt").write_text("thing==1.1", encoding="ascii")
    assert environment.fingerprint("app") != first


def test_a_second_start_installs_nothing(venv: Path, pinned: Path, installed: list[str]) -> None:
    """The first makes the environment, the second finds it whole."""
    environment.set_up("app")
    assert installed == ["venv", "requirements.txt"]
    environment.set_up("app")
    assert installed == ["venv", "requirements.txt"]


def test_development_is_added_to_a_whole_environment(venv: Path, pinned: Path, installed: list[str]) -> None:
    """The tests' packages come on top, and the app still finds its own in place."""
    environment.set_up("app")
    environment.set_up("dev")
    assert installed == ["venv", "requirements.txt", "requirements-dev.txt"]
    assert environment.is_ready("app")


def test_signatures_once_chosen_are_kept_when_versions_change(
    venv: Path, pinned: Path, installed: list[str]
) -> None:
    """The app that is set up anew has them again."""
    environment.set_up("sign")
    (pinned / "requirements.txt").write_text("thing==2.0", encoding="ascii")
    installed.clear()
    environment.set_up("app")
    assert installed == ["venv", "requirements-sign.txt"]
    assert environment.is_ready("sign")


@pytest.mark.parametrize("kind", ["app", "sign", "dev"])
def test_changed_requirements_make_the_environment_anew(
    venv: Path, pinned: Path, installed: list[str], kind: Kind
) -> None:
    """What was installed for other versions is not built upon."""
    environment.set_up(kind)
    (pinned / "requirements.txt").write_text("thing==2.0", encoding="ascii")
    for name in environment.FILES.values():
        (pinned / name).write_text("thing==2.0", encoding="ascii")
    installed.clear()
    environment.set_up(kind)
    assert installed[0] == "venv"


def test_an_interrupted_installation_is_made_anew(
    venv: Path, pinned: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped half way, even when only the tests' packages were missing, the environment is not trusted."""

    def stopped(file: Path) -> None:
        raise KeyboardInterrupt

    environment.set_up("app")
    with monkeypatch.context() as interrupted:
        interrupted.setattr(environment, "install", stopped)
        with pytest.raises(KeyboardInterrupt):
            environment.set_up("dev")
    assert not environment.is_ready("app")
    installed.clear()
    environment.set_up("app")
    assert installed == ["venv", "requirements.txt"]


@pytest.mark.usefixtures("venv", "installed")
def test_an_environment_that_was_half_removed_is_not_trusted(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while the old one is being taken away, no stamp is left to vouch for the rest."""

    def stopped() -> None:
        raise KeyboardInterrupt

    environment.set_up("dev")
    (pinned / "requirements.txt").write_text("thing==2.0", encoding="ascii")
    monkeypatch.setattr(environment, "make_venv", stopped)
    with pytest.raises(KeyboardInterrupt):
        environment.set_up("app")
    assert not environment.is_ready("dev")


def test_an_environment_whose_python_is_gone_is_not_ready(venv: Path, pinned: Path, installed: list[str]) -> None:
    """A Python that was removed from the machine takes the environment with it."""
    environment.set_up("app")
    environment.venv_python().unlink()
    assert not environment.is_ready("app")


def test_without_venv_there_is_one_sentence_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Debian keeps the module in a package of its own and we may not install it, the package is named."""
    monkeypatch.setattr(environment, "has_venv_module", lambda: False)
    monkeypatch.setattr(environment, "apt_install", lambda _: False)
    with pytest.raises(texts.LaunchError) as caught:
        environment.make_venv()
    sentence = texts.text(caught.value.code, **caught.value.data)
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in sentence


def test_pip_is_followed_in_our_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Each package is counted; addresses are never repeated, not even from an error."""
    lines = [
        "Looking in indexes: https://user:secret@mirror.example/simple\n",
        "Collecting pandas==3.1.1\n",
        "  Downloading https://mirror.example/pandas.whl\n",
        "ERROR: HTTPSConnectionPool(host='mirror.example', port=443): https://user:secret@mirror.example/x\n",
    ]
    errors = environment.follow(lines, total=50)
    shown = capsys.readouterr().err + "".join(errors)
    assert "1" in shown
    assert "pandas" in shown
    assert "secret" not in shown
    assert "mirror" not in shown


def test_what_is_started_is_not_led_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PYTHONPATH or a pip target of the caller's does not reach the environment."""
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    given_on = environment.child_environment(STEGVIS_DATA="here")
    assert "/elsewhere" not in given_on.values()
    assert given_on["STEGVIS_DATA"] == "here"


def test_the_tests_requirements_hold_all_of_the_app_s() -> None:
    """Both files pin the same version of whatever is in both."""
    pins = {
        kind: set(re.findall(r"^([\w.-]+==[^ \\]+)", environment.requirements(kind).read_text("utf-8"), re.MULTILINE))
        for kind in ("app", "dev")
    }
    assert pins["app"]
    assert pins["app"] < pins["dev"]


def test_every_pin_has_a_hash() -> None:
    """No requirement can be answered with a file that nobody has seen before."""
    for kind in ("app", "dev"):
        entries = re.split(r"^(?=[\w.-]+==)", environment.requirements(kind).read_text("utf-8"), flags=re.MULTILINE)
        assert all("--hash=sha256:" in entry for entry in entries[1:])
