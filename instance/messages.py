"""Message catalogues: rebuild them from the source (make i18n), or check them (--check).

Texts are found in page templates, ZCML and GenericSetup XML, and in Python wherever a
literal is given to ``_`` (the message factory, or ``vanphong.errors.mark`` in rules) or
to ``mark`` itself.
"""

from i18ndude.catalog import MessageCatalog
from i18ndude.catalog import POWriter
from pathlib import Path
from pythongettext.msgfmt import Msgfmt
from tempfile import TemporaryDirectory
import ast
import os
import re
import shutil
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "src/vanphong/locales"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}

#: Only the source language may be left empty: there the msgid is the text.
TRANSLATED = ("vi",)

PLACE = re.compile(r"\$\{\w+\}")

HEADER = """\
# {title}
msgid ""
msgstr ""
"Project-Id-Version: vanphong\\n"
"POT-Creation-Date: YEAR-MO-DA HO:MI +ZONE\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI +ZONE\\n"
"Last-Translator: vanphong\\n"
"Language-Team: {name}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0\\n"
"Language-Code: {code}\\n"
"Language-Name: {name}\\n"
"Preferred-Encodings: utf-8\\n"
"Domain: vanphong\\n"
"""


def main(arguments):
    """Rebuild, or with ``--check`` tell what is wrong and return 1."""
    if arguments == ["--check"]:
        return check()
    for path in rebuild(LOCALES):
        print(path.relative_to(ROOT))
    return 0


def check():
    """Compare the catalogues with the source, and look for texts without a translation."""
    with TemporaryDirectory() as name:
        fresh = Path(name) / "locales"
        shutil.copytree(LOCALES, fresh, ignore=shutil.ignore_patterns("*.mo"))
        wrong = [
            f"{path.relative_to(fresh)} is not up to date: run make i18n"
            for path in rebuild(fresh)
            if not _same(path, LOCALES / path.relative_to(fresh))
        ]
        texts = _msgids(fresh / "vanphong.pot")
    for code in TRANSLATED:
        wrong += [f"{code}: {problem}" for problem in _problems(texts, _po(LOCALES, code))]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


def rebuild(locales):
    """Write the template and the catalogues below ``locales``; return their paths."""
    pot = locales / "vanphong.pot"
    catalogues = [_po(locales, code) for code in LANGUAGES]
    # from nothing: with a wrong domain in its head, texts of templates would be left out in silence
    pot.unlink(missing_ok=True)
    _start(pot, "Texts of vanphong, written by make i18n.", "en", "English")
    for path, (code, name) in zip(catalogues, LANGUAGES.items(), strict=True):
        _start(path, f"Texts of vanphong: {name}.", code, name)
    # both folders: i18ndude does not follow the link from one to the other
    _i18ndude("rebuild-pot", "--no-line-numbers", "--pot", pot, "src", "profiles")
    _complete(pot)
    _i18ndude("sync", "--pot", pot, *catalogues)
    return [pot, *catalogues]


def _po(locales, code):
    return locales / code / "LC_MESSAGES/vanphong.po"


def _start(path, title, code, name):
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER.format(title=title, code=code, name=name), "utf-8")


def _complete(pot):
    """Add the texts given to ``mark``, which i18ndude does not know."""
    template = MessageCatalog(filename=str(pot))
    for path in sorted((ROOT / "src").rglob("*.py")):
        for text in _marked(ast.parse(path.read_bytes())):
            text = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
            template.add(text, references=[str(path.relative_to(ROOT / "src"))])
    # a date would change the file each time it is written
    template.mime_header["POT-Creation-Date"] = "YEAR-MO-DA HO:MI +ZONE"
    with pot.open("w", encoding="utf-8") as file:
        POWriter(file, template).write()


def _marked(module):
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="mark"), args=[ast.Constant(value=str(text))]):
                yield text


def _i18ndude(*arguments):
    command = [Path(sys.executable).with_name("i18ndude"), *arguments]
    run = subprocess.run(  # noqa: S603
        command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True
    )
    # it ends with 0 even when a file cannot be parsed
    complaints = [line for line in run.stdout.splitlines() if "rror" in line] + [run.stderr]
    if run.returncode or "".join(complaints).strip():
        raise SystemExit("\n".join(complaints))


def _same(one, other):
    return other.exists() and one.read_bytes() == other.read_bytes()


def _problems(texts, catalogue):
    # neither an empty nor a fuzzy translation is read
    translations = _read(catalogue.read_bytes())
    for text in sorted(texts):
        if text not in translations:
            yield f"no translation of: {text}"
        elif set(PLACE.findall(text)) != set(PLACE.findall(translations[text])):
            yield f"other ${{places}} than in: {text}"


def _msgids(pot):
    """The texts of a template; it translates none of them, so each is given a translation."""
    filled = re.sub(r'^msgstr ""$', 'msgstr "x"', pot.read_text("utf-8"), flags=re.MULTILINE)
    return set(_read(filled.encode()))


def _read(content):
    reader = Msgfmt(content.splitlines(keepends=True))
    reader.read()
    return {text: translation for text, translation in reader.messages.items() if text}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
