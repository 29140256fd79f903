"""A checkout whose link to the profiles is broken builds nothing, and says why."""

import pytest
import shutil
import subprocess
import sys


def remove(checkout, link):
    link.unlink()


def as_text(checkout, link):
    """As git writes it where there are no symbolic links."""
    link.unlink()
    link.write_text("../../profiles")


def dangling(checkout, link):
    """As a Docker COPY of src alone leaves it."""
    shutil.rmtree(checkout / "profiles")


@pytest.mark.parametrize("damage", [remove, as_text, dangling])
def test_it_stops_with_a_sentence(broken_checkout, damage):
    damage(broken_checkout, broken_checkout / "src/vanphong/profiles")
    run = subprocess.run(
        [sys.executable, "setup.py", "bdist_wheel"],
        cwd=broken_checkout,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    assert run.stderr.strip() == (
        "src/vanphong/profiles does not lead to the folder 'profiles' of the checkout: "
        "clone with symbolic links ('git config core.symlinks true') and with both folders."
    )
    assert not (broken_checkout / "dist").exists()


def test_the_link_is_a_link_in_git(root, files):
    assert "src/vanphong/profiles" in files
    assert (root / "src/vanphong/profiles").is_symlink()
    assert not [name for name in files if name.startswith("src/vanphong/profiles/")]
