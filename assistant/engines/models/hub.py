"""Models from a hub that speaks Hugging Face's protocol.

`huggingface_hub` finds the file, its size and its checksum. The bytes are fetched by `transfer`: the library's own
download throws away what has arrived when it is broken off, and a model is gigabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from assistant.config.connections import ConnectionLedger
from assistant.domain.cancellation import Cancellation
from assistant.engines.models.catalogue import Hub
from assistant.engines.models.transfer import Transfer, check_space, network_error

_WHY = "fetching a model"
_SHA256_DIGITS = 64


@dataclass(frozen=True, slots=True)
class HubFile:
    """What the hub says of a file; `sha256` is empty where it does not tell."""

    url: str
    size: int | None
    sha256: str


def locate(hub: Hub, endpoint: str, ledger: ConnectionLedger) -> HubFile:
    """Asks the hub.

    Raises:
        ModelError: ``model.network``.
    """
    # Here, not above: it is large, and a window that fetches nothing should not hold it.
    import httpx2
    import huggingface_hub
    from huggingface_hub.errors import HfHubHTTPError

    url = huggingface_hub.hf_hub_url(hub.repo, hub.file, revision=hub.revision, endpoint=endpoint.rstrip("/"))
    ledger.record(urlsplit(endpoint).hostname or endpoint, _WHY)
    try:
        found = huggingface_hub.get_hf_file_metadata(url, token=False, endpoint=endpoint.rstrip("/"))
    except (HfHubHTTPError, httpx2.HTTPError, OSError, ValueError) as error:
        raise network_error(hub.file, str(error).partition("\n")[0] or type(error).__name__) from error
    finally:
        huggingface_hub.close_session()  # it would keep the connection open
    etag = (found.etag or "").lower()
    sha256 = etag if len(etag) == _SHA256_DIGITS and set(etag) <= set("0123456789abcdef") else ""
    return HubFile(url, found.size, sha256)


def fetch(
    file: HubFile, part: Path, ledger: ConnectionLedger, on_bytes: Callable[[int], None], cancel: Cancellation
) -> None:
    """Fetches the file into `part`; see `Transfer.file`."""
    have = part.stat().st_size if part.exists() else 0
    check_space(part.parent, (file.size or 0) - have)
    Transfer(ledger, _WHY).file(file.url, part, file.size, on_bytes, cancel)
