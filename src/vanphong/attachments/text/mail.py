"""Words of an e-mail: head, text, and the names of what is attached to it."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.message import Message
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
import email


HEADERS = ("From", "To", "Cc", "Date", "Subject")


class _Text(HTMLParser):
    """The words of a page of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Scripts and styles are no words."""
        self._silent += tag in ("script", "style")
        if tag in ("p", "br", "div", "tr", "li"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """They end here."""
        self._silent = max(0, self._silent - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._silent:
            self.parts.append(data)


def parts(source: str, found: dict[str, Any]) -> Iterator[str]:
    """The message as one page. What is attached is scanned with it, but not read."""
    message = email.message_from_bytes(Path(source).read_bytes(), policy=policy.default)
    lines = [f"{name}: {message[name]}" for name in HEADERS if message[name]]
    names: list[str] = []
    for part in message.walk():
        name = part.get_filename()
        if name:
            names.append(name)
        elif part.get_content_type() in ("text/plain", "text/html"):
            lines.append(_words(part))
    found["attached"] = names
    yield "\n".join([*lines, *names])


def _words(part: EmailMessage | Message) -> str:
    try:
        text = str(part.get_content())  # type: ignore[union-attr]
    except (LookupError, KeyError, UnicodeError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if part.get_content_type() != "text/html":
        return text
    page = _Text()
    page.feed(text)
    return "".join(page.parts)
