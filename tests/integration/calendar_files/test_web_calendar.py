"""Calendars fetched from a real server on the loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.config.connections import ConnectionLedger
from assistant.domain.cancellation import Cancellation, Cancelled
from assistant.domain.subscription import SubscriptionState
from assistant.services.calendar_files.sources import SourceError
from assistant.sync import web_calendar
from assistant.sync.web_calendar import WebCalendars

NEW = SubscriptionState(calendar_uid="web")
CONTENT = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n"


class _Handler(BaseHTTPRequestHandler):
    """One calendar with an entity tag, and the ways the web has to refuse."""

    def do_GET(self) -> None:
        match self.path:
            case "/moved":
                self._answer(302, {"Location": "/here.ics"})
            case "/elsewhere":
                self._answer(302, {"Location": "ftp://127.0.0.1/here.ics"})
            case "/here.ics" if self.headers.get("If-None-Match") == '"one"':
                self._answer(304, {})
            case "/here.ics":
                self._answer(200, {"ETag": '"one"', "Last-Modified": "Sun, 22 Nov 2026 10:00:00 GMT"}, CONTENT)
            case "/closed":
                self._answer(401, {})
            case _:
                self._answer(404, {})

    def _answer(self, code: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Silent."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ledger() -> ConnectionLedger:
    return ConnectionLedger()


def test_a_calendar_is_fetched_once_and_then_only_when_it_changed(address: str, ledger: ConnectionLedger) -> None:
    web = WebCalendars(ledger)
    first = web.fetch(f"{address}/moved", NEW, Cancellation())
    assert first.file is not None
    with first.file:
        assert first.file.read() == CONTENT
    assert (first.etag, first.modified) == ('"one"', "Sun, 22 Nov 2026 10:00:00 GMT")
    known = SubscriptionState(calendar_uid="web", etag=first.etag, modified=first.modified)
    assert web.fetch(f"{address}/here.ics", known, Cancellation()).file is None
    assert [entry.host for entry in ledger.all()] == ["127.0.0.1"] * 3, "a redirection is a connection too"


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        ("/elsewhere", "subscription.address", "not on the web"),
        ("/closed", "subscription.refused", "name and a password"),
        ("/nothing", "subscription.refused", "nothing at this address"),
    ],
)
def test_a_refusal_says_why(address: str, ledger: ConnectionLedger, path: str, code: str, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        WebCalendars(ledger).fetch(address + path, NEW, Cancellation())
    assert caught.value.code == code


def test_only_the_web_is_asked(ledger: ConnectionLedger) -> None:
    with pytest.raises(SourceError, match="not an address"):
        WebCalendars(ledger).fetch("file:///etc/passwd", NEW, Cancellation())
    assert not ledger.all()


def test_what_is_too_big_and_what_is_not_wanted_any_more_ends(
    address: str, ledger: ConnectionLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = Cancellation()
    stopped.cancel()
    with pytest.raises(Cancelled):
        WebCalendars(ledger).fetch(f"{address}/here.ics", NEW, stopped)
    monkeypatch.setattr(web_calendar, "MOST_BYTES", 10)
    with pytest.raises(SourceError, match="too big"):
        WebCalendars(ledger).fetch(f"{address}/here.ics", NEW, Cancellation())
