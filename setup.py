"""Everything about the package stands in pyproject.toml; this only guards the profiles.

``src/vanphong/profiles`` is a link to the top-level ``profiles``. A checkout without
symbolic links (Windows, a Docker COPY of src alone) would otherwise build a package
whose profile is empty, and Plone would install that without a word.
"""

from pathlib import Path
from setuptools import setup


if not (Path(__file__).parent / "src/vanphong/profiles/default/metadata.xml").is_file():
    raise SystemExit(
        "src/vanphong/profiles does not lead to the folder 'profiles' of the checkout: "
        "clone with symbolic links ('git config core.symlinks true') and with both folders."
    )

setup()
