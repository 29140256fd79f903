"""Requests and answers as they stand in docs/reference/rest.md.

What is by chance is made the same: the clock stands still, the site has another name, and
UIDs are numbered in the order in which they appear. Long lists are cut.
"""

from pathlib import Path
import json
import re


FOLDER = Path(__file__).parent / "http-examples"
SITE = "https://vanphong.example.vn"

#: So many entries of a list are shown.
SHOWN = 2

_UID = re.compile(r"\b[0-9a-f]{32}\b")
_WAITING = re.compile(r"\bcho-[0-9a-f]{8}\b")
_DRAFT = re.compile(r"\bdu-thao-[0-9a-f]{8}\b")
_HASH = re.compile(r"\b[0-9a-f]{64}\b")

#: By Plone's own clock, or depending on UIDs.
BY_CHANCE = {"created": "…", "modified": "…", "hash": "…", "fingerprint": "…"}

#: What is in a file does not matter; it may differ from run to run.
CONTENT = "data"

#: Headers that say something.
SENT = ("Accept", "Authorization", "Content-Type", "Prefer")
ANSWERED = ("Content-Type", "Location")


class Examples:
    """Notes what is asked and answered, under names."""

    def __init__(self, base_url):
        self.base_url = base_url
        self.uids = {}
        self.texts = {}

    def ask(self, client, name, method, address, body=None, answered=True):
        """Send a request and keep it, if it has a name; the answer as it came.

        :param answered: keep the answer, too; not where it is like another one.
        """
        answer = client.request(method, address, json=body)
        assert answer.status_code < 500, answer.text
        if name:
            self.texts[f"{name}.req"] = self._request(client, answer.request, body)
            if answered:
                self.texts[f"{name}.resp"] = self._response(answer)
        return answer.json() if answer.content else None

    def changed(self):
        """Write what differs from the files; the names of those."""
        FOLDER.mkdir(exist_ok=True)
        names = []
        for name, text in self.texts.items():
            file = FOLDER / name
            if not file.exists() or file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")
                names.append(name)
        for file in FOLDER.iterdir():
            if file.name not in self.texts:
                file.unlink()
                names.append(file.name)
        return names

    def _request(self, client, request, body):
        path = request.url.removeprefix(self.base_url.rstrip("/"))
        headers = {**request.headers, "Authorization": f"Basic <{client.auth[0]}>"}
        lines = [f"{request.method} {path} HTTP/1.1", *_lines(headers, SENT)]
        return self._stable(lines, body)

    def _response(self, answer):
        headers = dict(answer.headers)
        if not answer.content:
            headers.pop("Content-Type", None)
        lines = [f"HTTP/1.1 {answer.status_code} {answer.reason}", *_lines(headers, ANSWERED)]
        return self._stable(lines, answer.json() if answer.content else None)

    def _stable(self, lines, body):
        text = "\n".join(lines) + "\n"
        if body is not None:
            text += "\n" + json.dumps(_cut(body), ensure_ascii=False, indent=2) + "\n"
        text = text.replace(self.base_url.rstrip("/"), SITE)
        text = _HASH.sub(lambda match: match[0][:4] + "…", text)
        text = _WAITING.sub(lambda match: f"cho-{self._number(match)[-8:]}", text)
        text = _DRAFT.sub(lambda match: f"du-thao-{self._number(match)[-8:]}", text)
        return _UID.sub(self._number, text)

    def _number(self, match):
        number = self.uids.setdefault(match[0], len(self.uids) + 1)
        return f"{number:032d}"


def _lines(headers, names):
    return [f"{name}: {headers[name]}" for name in names if name in headers]


def _cut(value):
    if isinstance(value, dict):
        return {
            name: BY_CHANCE.get(name) or (one[:8] + "…" if name == CONTENT else _cut(one))
            for name, one in value.items()
        }
    if isinstance(value, list):
        more = len(value) - SHOWN
        rest = [f"… {more} more"] if more > 0 else []
        return [_cut(one) for one in value[:SHOWN]] + rest
    if isinstance(value, str) and len(value) > 200:
        return value[:60] + "…"
    return value
