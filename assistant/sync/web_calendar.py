"""Fetching a calendar file over HTTP(S): only when it has changed, and no more than a calendar can be."""

from __future__ import annotations

import http.client
import ssl
import tempfile
import urllib.error
import urllib.request
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import truststore

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import AssistantError
from assistant.domain.cancellation import Cancellation
from assistant.domain.subscription import SubscriptionState
from assistant.services.calendar_files.sources import Fetched, SourceError

_WHY = "refreshing a calendar"
_TIMEOUT = 20.0
_CHUNK = 2**18
MOST_BYTES = 128 * 2**20
_SAID = {
    401: "it asks for a name and a password",
    403: "it does not let everybody in",
    404: "there is nothing at this address",
    410: "it is not offered any more",
    429: "it was asked too often; it will be asked again later",
}


class _Watching(urllib.request.HTTPRedirectHandler):
    """A redirection is another connection; it leads to the web only."""

    def __init__(self, ledger: ConnectionLedger) -> None:
        self._ledger = ledger

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: Any) -> Any:
        if urlsplit(newurl).scheme not in ("http", "https"):
            fp.close()
            raise SourceError("subscription.address", "It leads to something that is not on the web.")
        self._ledger.record(urlsplit(newurl).hostname or newurl, _WHY)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class WebCalendars:
    """See `sources.Fetcher`."""

    def __init__(self, ledger: ConnectionLedger) -> None:
        self._ledger = ledger

    def _opener(self, state: SubscriptionState) -> urllib.request.OpenerDirector:
        secure = urllib.request.HTTPSHandler(context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        opener = urllib.request.build_opener(secure, _Watching(self._ledger))
        opener.addheaders = [("User-Agent", "assistant"), ("Accept", "text/calendar, */*;q=0.1")]
        if state.etag:
            opener.addheaders.append(("If-None-Match", state.etag))
        if state.modified:
            opener.addheaders.append(("If-Modified-Since", state.modified))
        return opener

    def fetch(self, address: str, state: SubscriptionState, cancel: Cancellation) -> Fetched:
        url = web_address(address)
        host = urlsplit(url).hostname or url
        self._ledger.record(host, _WHY)
        try:
            with self._opener(state).open(url, timeout=_TIMEOUT) as answer, ExitStack() as unfinished:
                file = unfinished.enter_context(tempfile.TemporaryFile())
                self._copy(answer, file, cancel)
                file.seek(0)
                unfinished.pop_all()
                return Fetched(file, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
        except urllib.error.HTTPError as error:
            with error:
                if error.code == http.HTTPStatus.NOT_MODIFIED:
                    return Fetched(None, state.etag, state.modified)
                said = _SAID.get(error.code, f"it answered {error.code} {error.reason}")
            raise SourceError("subscription.refused", f"{host}: {said}.", host=host, status=error.code) from error
        except AssistantError:
            raise
        except TimeoutError as error:
            told = f"{host} did not answer in time."
            raise SourceError("subscription.network", told, host=host, reason="timeout") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            told = f"{host} cannot be reached: {reason}."
            raise SourceError("subscription.network", told, host=host, reason=reason) from error

    def _copy(self, answer: Any, file: Any, cancel: Cancellation) -> None:
        size = 0
        while piece := answer.read(_CHUNK):
            cancel.check()
            size += len(piece)
            if size > MOST_BYTES:
                raise SourceError("subscription.size", "The file is too big for a calendar.")
            file.write(piece)


def web_address(address: str) -> str:
    """The address as it is asked for: ``webcal:`` is only another word for the web.

    Raises:
        SourceError: ``subscription.address``.
    """
    parts = urlsplit(address.strip())
    scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme.lower(), parts.scheme.lower())
    if scheme not in ("http", "https") or not parts.hostname:
        raise SourceError("subscription.address", "This is not an address on the web.")
    return urlunsplit((scheme, parts.netloc, parts.path or "/", parts.query, ""))
