"""What the pages for readers say is there is there."""

from configparser import ConfigParser
import re
import subprocess
import tomllib


VARIABLE = re.compile(r"\b(?:VANPHONG_[A-Z_]+|CHAMELEON_CACHE)\b")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")


def texts(root, files, *ends):
    return {name: (root / name).read_text("utf-8") for name in files if name.endswith(ends)}


def test_every_requirement_is_pinned(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    pins = ConfigParser()
    pins.read(root / "versions.cfg")

    def plain(name):
        return re.sub(r"[-_.]+", "-", name).lower()

    pinned = {plain(name) for name in pins["versions"]}
    names = {plain(re.match(r"[\w.-]+", one).group()) for one in wanted}
    assert names <= pinned


def test_every_variable_is_explained(root, files):
    """instance/environment.example names what the code asks for, and nothing else."""
    code = texts(root, files, ".py", ".cfg", ".conf", ".ini", "instance/setup", "instance/start")
    used = {
        variable
        for name, text in code.items()
        if not name.startswith(("tests/", "bench/"))
        for variable in VARIABLE.findall(text)
    }
    explained = set(VARIABLE.findall((root / "instance/environment.example").read_text("utf-8")))
    assert explained == used


def test_every_link_leads_somewhere(root, files):
    dead = [
        f"{name}: {link}"
        for name, text in texts(root, files, ".md").items()
        for link in LINK.findall(text)
        if not (root / name).parent.joinpath(link).exists()
    ]
    assert dead == []


def test_every_make_command_exists(root, files):
    help_text = subprocess.run(
        ["make", "help"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    targets = set(re.findall(r"make ([\w-]+)", help_text))
    assert {"start", "test", "test-all", "check"} <= targets
    named = {
        target
        for text in texts(root, files, ".md").values()
        for target in re.findall(r"`make ([\w-]+)", text)
    }
    assert named <= targets
