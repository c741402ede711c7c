"""The virtual environment beside start.py: made once, remade when half made or out of date."""



from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from launch.texts import LaunchError, say

Kind = Literal["app", "sign", "dev"]
KINDS: tuple[Kind, ...] = ("app", "sign", "dev")
"""The app, the app with signatures, and development: each holds all that those before it hold."""
FILES: dict[Kind, str] = {"app": "requirements.txt", "sign": "requirements-sign.txt", "dev": "requirements-dev.txt"}

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
MISLEADING = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__"}


def requirements(kind: Kind) -> Path:
    """The hash-pinned file of what is installed for that kind."""
    return ROOT / FILES[kind]


def fingerprint(kind: Kind) -> str:
    """SHA-256 of what decides whether an installation still fits: the pinned file and the Python in use."""
    digest = hashlib.sha256(requirements(kind).read_bytes())
    digest.update(repr((sys.version, sys.platform)).encode())
    return digest.hexdigest()


def stamp(kind: Kind) -> Path:
    """The file that is written last and says that an installation of this kind was finished."""
    return VENV / f"stegvis-{kind}.stamp"


def venv_python() -> Path:
    """The interpreter inside the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(kind: Kind) -> bool:
    """Whether the environment is whole and made for exactly these requirements and this Python."""
    try:
        return venv_python().exists() and stamp(kind).read_text(encoding="ascii") == fingerprint(kind)
    except (OSError, UnicodeDecodeError):
        return False


def child_environment(**extra: str) -> dict[str, str]:
    """Our environment variables for what we start, without those that lead Python or pip elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {**kept, "PYTHONUTF8": "1", **extra}


def set_up(kind: Kind) -> None:
    """Make the environment ready for `kind`; nothing happens when it already is. The caller holds the lock."""
    if is_ready(kind):
        return
    if kind == "app" and stamp("sign").exists():
        kind = "sign"  # it was chosen once, and is not to be lost when versions change
    began = time.monotonic()
    say("making")
    can_be_built_upon = is_ready("app")
    for every in KINDS:  # from here to the end it is half made
        stamp(every).unlink(missing_ok=True)
    if not can_be_built_upon:
        make_venv()
    install(requirements(kind))
    for done in KINDS[: KINDS.index(kind) + 1]:
        stamp(done).write_text(fingerprint(done), encoding="ascii")
    say("prepared", seconds=time.monotonic() - began)


def make_venv() -> None:
    """A new, empty environment in place of whatever stood there."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not has_venv_module() and not (apt_install(package) and has_venv_module()):
        raise LaunchError("no_venv", package=package)
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:  # on Windows: somebody still uses it
        raise LaunchError("venv_failed", why=error.strerror) from error
    base = getattr(sys, "_base_executable", "") or sys.executable  # ours may be the one just removed
    command = [base, "-m", "venv", str(VENV)]
    made = subprocess.run(command, env=child_environment(), capture_output=True, text=True, check=False)
    if made.returncode:
        raise LaunchError("venv_failed", why=without_hosts(made.stdout + made.stderr).strip()[-300:])


def has_venv_module() -> bool:
    """Whether this Python can make environments; Debian keeps half of it in a package of its own."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def apt_install(package: str) -> bool:
    """Install a package where we may, that is as root on a Debian-like system; whether it went well."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    env = child_environment(DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "-qq", "update"], env=env, capture_output=True, check=False)
    done = subprocess.run(["apt-get", "-qq", "install", "-y", package], env=env, capture_output=True, check=False)
    importlib.invalidate_caches()
    return done.returncode == 0


def install(file: Path) -> None:
    """Install a hash-pinned file with pip, telling how far it has come; LaunchError when pip fails."""
    command = [str(venv_python()), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-user"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "-r", str(file)]
    total = len(re.findall(r"^[\w.-]+==", file.read_text(encoding="utf-8"), flags=re.MULTILINE))
    with subprocess.Popen(
        command, env=child_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as pip:
        errors = follow(pip.stdout or (), total)
    if pip.returncode:
        sys.stderr.write("".join(errors[-3:]))
        raise LaunchError("pip_failed")


def follow(lines: Iterable[str], total: int) -> list[str]:
    """Turn pip's lines into ours while they come; its error lines, without hosts."""
    errors, n = [], 0
    for line in lines:
        if found := re.match(r"Collecting ([\w.-]+)", line):
            n += 1
            say("package", n=n, total=total, name=found[1])
        elif line.startswith("Installing collected"):
            say("unpacking")
        elif line.startswith("ERROR"):
            errors.append(without_hosts(line))
    return errors


def without_hosts(line: str) -> str:
    """The line without addresses and host names: those of a proxy or a mirror are nobody else's business."""
    return re.sub(r"\w+://\S+|host='[^']*'", "…", line)
