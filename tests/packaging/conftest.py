"""A clean copy of the checkout, as git would hand it out, and what is built from it."""

from pathlib import Path
import os
import pytest
import shutil
import subprocess
import sys


@pytest.fixture(scope="session")
def files(root):
    """Paths of all files that are in git, or will be when they are added."""
    if not (root / ".git").exists():
        pytest.skip("not a git checkout")
    listed = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=root)
    return [name for name in listed.split("\0") if name and os.path.lexists(root / name)]


@pytest.fixture(scope="session")
def checkout(root, files, tmp_path_factory):
    """The copy; its link to the profiles is a link."""
    return copy(root, files, tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """A function that builds "wheel" or "sdist" from a folder, with what is installed here."""

    def build(folder, kind):
        target = tmp_path_factory.mktemp(kind)
        _run(
            *(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", target),
            cwd=folder,
        )
        return next(target.iterdir())

    return build


@pytest.fixture(scope="session")
def package_files(checkout):
    """What the package consists of on disk, the link followed: paths from ``vanphong/`` on."""
    found = set()
    for folder, _folders, names in os.walk(checkout / "src/vanphong", followlinks=True):
        found.update(
            (Path(folder) / name).relative_to(checkout / "src").as_posix() for name in names
        )
    return {name for name in found if "__pycache__" not in name}


@pytest.fixture
def broken_checkout(checkout, files, tmp_path):
    """A copy in which the link to the profiles can be broken."""
    return copy(checkout, files, tmp_path / "broken")


def copy(source, files, target):
    for name in files:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / name, place, follow_symlinks=False)
    return target


def _run(*command, cwd):
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout
