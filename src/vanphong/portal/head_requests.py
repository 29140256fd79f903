"""HEAD is answered as GET without its body, as HTTP asks (RFC 9110, 9.3.2).

Zope looks for a method ``HEAD`` of what the address names and finds the one for WebDAV, which
needs a login on published documents and does not know the front page. Programs that check
links and show previews ask with HEAD first.
"""

from zope.component import adapter
from ZPublisher.interfaces import IPubStart
from ZPublisher.interfaces import IPubSuccess


#: Marks in the environment of a request that only the head of the answer is wanted.
_ONLY_HEAD = "vanphong.only_head"


@adapter(IPubStart)
def read(event) -> None:
    """Publish a HEAD request of a visitor as GET."""
    request = event.request
    if request.method == "HEAD" and not request._auth and "__ac" not in request.cookies:
        request.environ[_ONLY_HEAD] = True
        request.method = request.environ["REQUEST_METHOD"] = "GET"


@adapter(IPubSuccess)
def cut(event) -> None:
    """Send the length of the body, and no body."""
    response = event.request.response
    if event.request.environ.get(_ONLY_HEAD) and response.body:
        if not response.getHeader("Content-Length"):
            response.setHeader("Content-Length", str(len(response.body)))
        response.body = b""
