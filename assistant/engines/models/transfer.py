"""Fetching one file over HTTP: resumes, tells how far it is, can be stopped."""

from __future__ import annotations

import errno
import http.client
import logging
import shutil
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import truststore

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import ModelError
from assistant.domain.cancellation import Cancellation

_log = logging.getLogger(__name__)

_CHUNK = 256 * 1024
_TIMEOUT = 20.0
_TRIES = 4
_SPARE = 64 * 1024 * 1024


def network_error(what: str, reason: object) -> ModelError:
    """``model.network``, with what the system said."""
    message = f"{what} could not be fetched: {reason}. What has arrived is kept; try again to go on from there."
    return ModelError("model.network", message, what=what, reason=str(reason))


def disk_error(folder: Path, needed: int, free: int) -> ModelError:
    """``model.disk``, with figures in bytes."""
    message = f"There is not enough space in {folder}: {needed / 1e9:.2f} GB needed, {free / 1e9:.2f} GB free."
    return ModelError("model.disk", message, path=folder, needed=needed, free=free)


def check_space(folder: Path, needed: int, free: Callable[[Path], int] | None = None) -> None:
    """Refuses before anything is fetched.

    Raises:
        ModelError: ``model.disk``.
    """
    left = free(folder) if free else shutil.disk_usage(folder).free
    if needed > 0 and needed + _SPARE > left:
        raise disk_error(folder, needed, left)


def full(error: OSError) -> bool:
    """True where the disk (or the person's share of it) is full."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


class _Recording(urllib.request.HTTPRedirectHandler):
    """A redirection leads to another host: it is recorded like the first one."""

    def __init__(self, ledger: ConnectionLedger, why: str) -> None:
        self._ledger = ledger
        self._why = why

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: Any) -> Any:
        self._ledger.record(urlsplit(newurl).hostname or newurl, self._why)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Transfer:
    """Fetches over HTTP(S), trusting what the system trusts."""

    def __init__(self, ledger: ConnectionLedger, why: str) -> None:
        """`why` goes into the ledger with every connection."""
        self._ledger = ledger
        self._why = why
        secure = urllib.request.HTTPSHandler(context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._opener = urllib.request.build_opener(secure, _Recording(ledger, why))

    def text(self, url: str, headers: Mapping[str, str]) -> tuple[str, str]:
        """A small document and the address it finally came from.

        Raises:
            ModelError: ``model.network``.
        """
        try:
            with self._open(url, headers) as response:
                return response.read().decode("utf-8"), response.geturl()
        except (OSError, http.client.HTTPException, UnicodeDecodeError) as error:
            raise network_error(urlsplit(url).hostname or url, _why(error)) from error

    def file(
        self, url: str, part: Path, size: int | None, on_bytes: Callable[[int], None], cancel: Cancellation
    ) -> None:
        """Fetches `url` into `part`, going on behind what is there.

        Args:
            url: What to fetch.
            part: The growing file; it stays where the fetching fails or is stopped.
            size: Bytes of the whole file where known.
            on_bytes: Gets the bytes that are there now.
            cancel: Stops between two pieces.

        Raises:
            ModelError: ``model.network`` after several tries without a byte, ``model.disk``.
            Cancelled: As asked.
        """
        failures = 0
        while True:
            before = _length(part)
            if size is not None and before > size:
                part.unlink()
                before = 0
            if size is not None and before == size:
                return
            try:
                self._receive(url, part, before, on_bytes, cancel)
            except urllib.error.HTTPError as error:
                if error.code == 416 and before:  # more is there than the server has: another file
                    part.unlink()
                elif error.code < 500 and error.code != 429:
                    raise network_error(part.name, _why(error)) from error
                reason: object = _why(error)
            except (OSError, http.client.HTTPException) as error:
                if isinstance(error, OSError) and full(error):
                    raise disk_error(part.parent, (size or 0) - _length(part), 0) from error
                reason = _why(error)
            else:
                if size is None or _length(part) == size:
                    return
                reason = "the connection ended too early"
            failures = 0 if _length(part) > before else failures + 1
            if failures >= _TRIES:
                raise network_error(part.name, reason)
            _log.info("fetching goes on after: %s", reason)

    def _receive(
        self, url: str, part: Path, before: int, on_bytes: Callable[[int], None], cancel: Cancellation
    ) -> None:
        cancel.check()
        headers = {"Range": f"bytes={before}-"} if before else {}
        with self._open(url, {"Accept-Encoding": "identity", **headers}) as response:
            goes_on = response.status == 206 and _starts_at(response.headers.get("Content-Range", "")) == before
            expected = response.headers.get("Content-Length")
            got = 0
            with part.open("ab" if goes_on else "wb") as file:
                done = before if goes_on else 0
                on_bytes(done)
                while piece := response.read(_CHUNK):
                    file.write(piece)
                    got += len(piece)
                    on_bytes(done + got)
                    cancel.check()
            if expected is not None and got < int(expected):
                raise http.client.IncompleteRead(b"", int(expected) - got)

    def _open(self, url: str, headers: Mapping[str, str]) -> Any:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            raise network_error(url, "only http and https are fetched")
        self._ledger.record(parts.hostname or url, self._why)
        request = urllib.request.Request(url, headers=dict(headers))
        try:
            return self._opener.open(request, timeout=_TIMEOUT)
        except urllib.error.HTTPError as error:
            error.close()  # it holds the connection
            raise


def _starts_at(content_range: str) -> int:
    start = content_range.removeprefix("bytes ").partition("-")[0]
    return int(start) if start.isdigit() else -1


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _why(error: BaseException) -> object:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answered {error.code} {error.reason}"
    if isinstance(error, urllib.error.URLError):
        return error.reason
    return str(error) or type(error).__name__
