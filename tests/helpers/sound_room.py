"""A room: a PulseAudio server with a microphone to speak into and a loudspeaker to hear."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.waiting import until

RATE = 16_000


class Room:
    """One running server.

    Attributes:
        variables: What a process needs to be in this room.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._home = folder / "home"
        self._home.mkdir(mode=0o700)
        base = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
        runtime = {"XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "p"), "HOME": str(self._home)}
        self._socket = folder / "s"
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--log-level=error",
        ]
        for module in (
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
            "module-null-sink sink_name=mic rate=16000",
            "module-null-sink sink_name=spk rate=24000",
        ):
            command += ["-L", module]
        self._server = subprocess.Popen(command, env={**base, **runtime}, stderr=subprocess.DEVNULL)
        self.variables = {"PULSE_SERVER": f"unix:{self._socket}", "PULSE_LATENCY_MSEC": "20"}
        self._environment = {**base, **self.variables}
        until(lambda: self._socket.exists() and self._ask("info") is not None, seconds=20)
        self._ask("load-module", "module-remap-source", "master=mic.monitor", "source_name=vmic")
        self._ask("set-default-source", "vmic")
        self._ask("set-default-sink", "spk")

    def _ask(self, *words: str) -> str | None:
        done = subprocess.run(["pactl", *words], env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else None

    @contextlib.contextmanager
    def coupled(self, percent: int) -> Iterator[None]:
        """What the loudspeaker says is heard by the microphone as well."""
        loaded = self._ask("load-module", "module-loopback", "source=spk.monitor", "sink=mic", "latency_msec=60")
        assert loaded is not None
        inputs = self._ask("list", "short", "sink-inputs")
        assert inputs is not None
        for line in inputs.splitlines():
            if line.split()[0].isdigit() and "loopback" in line:
                self._ask("set-sink-input-volume", line.split()[0], f"{percent}%")
        try:
            yield
        finally:
            self._ask("unload-module", loaded.strip())

    def speak(self, sound: Path) -> subprocess.Popen[bytes]:
        """Somebody speaks into the microphone, evenly on a busy computer too; ends when it was said."""
        return subprocess.Popen(["paplay", "--latency-msec=200", "-d", "mic", str(sound)], env=self._environment)

    @contextlib.contextmanager
    def recording(self, source: str = "spk.monitor") -> Iterator[Recording]:
        """Records the loudspeaker, or what is said into the microphone ("mic.monitor")."""
        target = Path(tempfile.mkstemp(dir=self._folder, suffix=".raw")[1])
        with target.open("wb") as file:
            command = ["parec", "-d", source, "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
            parec = subprocess.Popen([*command, "--latency-msec=20"], stdout=file, env=self._environment)
            recording = Recording(target)
            try:
                until(lambda: recording.seconds > 0, seconds=20)
                yield recording
            finally:
                parec.terminate()
                parec.wait()

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


class Recording:
    """A growing file of samples."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def seconds(self) -> float:
        return self._path.stat().st_size / 2 / RATE

    def samples(self) -> np.ndarray:
        raw = self._path.read_bytes()
        return np.frombuffer(raw[: len(raw) // 2 * 2], "<i2").astype(np.float32) / 32768

    def loud(self, seconds: float = 0.02) -> np.ndarray:
        """Loudness of pieces of this length."""
        samples = self.samples()
        size = int(seconds * RATE)
        count = len(samples) // size
        return np.sqrt(np.mean(samples[: count * size].reshape(count, size) ** 2, axis=1))

    def write(self, target: Path) -> Path:
        with wave.open(str(target), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((self.samples() * 32767).astype("<i2").tobytes())
        return target


@contextlib.contextmanager
def opened_room() -> Iterator[Room]:
    """A room of one's own; processes started in it are in it."""
    folder = Path(tempfile.mkdtemp(prefix="room", dir="/tmp"))  # a socket's path may not be long
    made = Room(folder)
    before = {key: os.environ.get(key) for key in made.variables}
    os.environ.update(made.variables)
    try:
        yield made
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
        made.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    """One for the tests of a module."""
    with opened_room() as made:
        yield made
