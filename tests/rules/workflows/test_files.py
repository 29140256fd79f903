"""What may be in a definition and in a zip, and what is refused."""

from io import BytesIO
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.workflows.rules import archive
from vanphong.workflows.rules import definition
import pytest
import zipfile


GOOD = b"""<?xml version="1.0"?>
<dc-workflow workflow_id="w" title="W" description="" initial_state="a" state_variable="s"
             manager_bypass="False">
 <permission>View</permission>
 <state state_id="a" title="A"><exit-transition transition_id="t"/>
  <permission-map acquired="False" name="View"
  ><permission-role>Signer</permission-role></permission-map></state>
 <transition transition_id="t" title="T" new_state="a" trigger="USER"
             before_script="" after_script="">
  <action url="" category="workflow" icon="">T</action>
  <guard><guard-role>Signer</guard-role></guard></transition>
 <variable variable_id="actor"><default><expression>user/getId</expression></default></variable>
</dc-workflow>"""

NAME = "workflows/w/definition.xml"


def zipped(**members):
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in members.items():
            target.writestr(name, text)
    return found.getvalue()


def test_a_definition():
    found = definition.parse(GOOD)
    assert found.workflow.state("a").roles("View") == {"Signer"}
    assert found.workflow.transition("t").roles == {"Signer"}
    assert list(found.variables) == ["actor"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"no xml",
        b"<other/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + GOOD.split(b"?>", 1)[1],
        GOOD.replace(b"</dc-workflow>", b"<evil/></dc-workflow>"),
        GOOD.replace(b"<guard>", b"<guard><tal/>"),
        b"<dc-workflow>" + b"<state>" * 100_000,
        b"x" * (definition.MOST + 1),
    ],
)
def test_what_is_no_definition(text):
    with pytest.raises(InvalidInput):
        definition.parse(text)


@pytest.mark.parametrize(
    ("old", "new", "extra"),
    [
        (
            b"<guard-role>Signer</guard-role>",
            b"<guard-expression>python:1</guard-expression>",
            "guard-expression python:1",
        ),
        (b"<guard-role>Signer</guard-role>", b"<guard-group>G</guard-group>", "guard-group G"),
        (b'before_script=""', b'before_script="x"', "script x"),
        (b'trigger="USER"', b'trigger="AUTOMATIC"', "automatic"),
    ],
)
def test_what_the_values_do_not_hold_is_named(old, new, extra):
    assert definition.parse(GOOD.replace(old, new)).workflow.transition("t").extras == (extra,)


@pytest.mark.parametrize(
    ("element", "extra"),
    [
        (b'<script script_id="x"/>', "script x"),
        (b'<worklist worklist_id="x"/>', "worklist x"),
        (b"<group>G</group>", "group G"),
        (b"<instance-creation-conditions/>", "instance-creation-conditions"),
    ],
)
def test_so_is_what_belongs_to_the_whole(element, extra):
    text = GOOD.replace(b"</dc-workflow>", element + b"</dc-workflow>")
    assert definition.parse(text).workflow.extras == (extra,)


def test_a_zip():
    assert set(archive.read(zipped(**{NAME: GOOD, "workflows.xml": b"<object/>"}))) == {"w"}
    assert set(archive.read(zipped(**{f"profile/{NAME}": GOOD}))) == {"w"}
    assert archive.read(archive.write({"w": GOOD}, b"<object/>"))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", InvalidInput),
        (b"PK no zip", InvalidInput),
        (b"x" * (archive.MOST + 1), InvalidInput),
        (zipped(**{"workflows.xml": b""}), InvalidInput),
        (zipped(**{NAME: GOOD, "../evil.py": b""}), RuleBroken),
        (zipped(**{NAME: GOOD, "/etc/passwd": b""}), RuleBroken),
        (zipped(**{NAME: GOOD, "workflows/w/scripts/x.py": b""}), RuleBroken),
        (zipped(**{NAME: GOOD, "types.xml": b""}), RuleBroken),
        (zipped(**{"workflows/other/definition.xml": GOOD}), RuleBroken),
        (zipped(**{NAME: GOOD, **{f"x{n}": b"" for n in range(51)}}), InvalidInput),
        (zipped(**{NAME: b" " * 5_000_000}), InvalidInput),
    ],
)
def test_what_is_no_such_zip(text, error):
    with pytest.raises(error) as refusal:
        archive.read(text)
    assert isinstance(refusal.value, OfficeError)
