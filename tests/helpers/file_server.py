"""A model hub and a package index on the loopback, with the faults of the real world."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer(ThreadingHTTPServer):
    """Serves `files` by path.

    Attributes:
        files: Content by path.
        sums: SHA-256 that is announced instead of the true one, by path.
        cut_after: The next answers break off after so many bytes, one figure each.
        ignores_ranges: Answers every request with the whole file.
        asked: Method, path and Range header of each request.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.sums: dict[str, str] = {}
        self.cut_after: list[int] = []
        self.ignores_ranges = False
        self.asked: list[tuple[str, str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def add_wheel(self, name: str, version: str, members: Mapping[str, bytes]) -> None:
        """A data-only wheel with these members, in the index below ``/simple``."""
        folder = name.replace("-", "_")
        wheel = f"{folder}-{version}-py3-none-any.whl"
        info = f"{folder}-{version}.dist-info"
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")
        self.files[f"/files/{wheel}"] = data.getvalue()
        digest = hashlib.sha256(data.getvalue()).hexdigest()
        listing = {
            "meta": {"api-version": "1.0"},
            "name": name,
            "files": [{"filename": wheel, "url": f"/files/{wheel}", "hashes": {"sha256": digest}}],
        }
        self.files[f"/simple/{name}/"] = json.dumps(listing).encode()

    def add_npm(self, name: str, version: str, members: Mapping[str, bytes]) -> None:
        """An archive of npm's, with these members below ``package/``."""
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w:gz") as archive:
            for member, content in members.items():
                info = tarfile.TarInfo(f"package/{member}")
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
        self.files[f"/{name}/-/{name}-{version}.tgz"] = data.getvalue()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FileServer

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        server = self.server
        wanted = self.headers.get("Range", "")
        server.asked.append((self.command, self.path, wanted))
        content = server.files.get(self.path)
        if content is None:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and not server.ignores_ranges else 0
        if start and start >= len(content):
            self.send_response(416)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        part = content[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(part)))
        self.send_header("X-Repo-Commit", "0" * 40)
        self.send_header("ETag", f'"{server.sums.get(self.path) or hashlib.sha256(content).hexdigest()}"')
        kind = "application/vnd.pypi.simple.v1+json" if self.path.startswith("/simple/") else "application/octet-stream"
        self.send_header("Content-Type", kind)
        self.end_headers()
        if not body:
            return
        if server.cut_after:
            self.wfile.write(part[: server.cut_after.pop(0)])
            self.wfile.flush()
            self.close_connection = True
            self.connection.close()
            return
        self.wfile.write(part)

    def log_message(self, *_words: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[FileServer]:
    """A server in a thread of its own."""
    server = FileServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
