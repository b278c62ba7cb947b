"""A sound server of our own with a loudspeaker that nobody hears but the test."""

from __future__ import annotations

import array
import math
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.waiting import until

RATE = 44_100


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """What the loudspeaker was given so far is in `heard_in`, 16 bits, one channel, at `RATE`."""

    environment: dict[str, str]
    heard_in: Path

    def samples(self) -> array.array[int]:
        data = self.heard_in.read_bytes() if self.heard_in.exists() else b""
        return array.array("h", data[: len(data) // 2 * 2])

    def peak(self) -> int:
        return max((abs(one) for one in self.samples()), default=0)

    def sounding_seconds(self, threshold: int = 200) -> float:
        """How long from the first loud sample to the last."""
        loud = [place for place, one in enumerate(self.samples()) if abs(one) > threshold]
        return (loud[-1] - loud[0]) / RATE if loud else 0.0

    def strength(self, pitch: float) -> float:
        """How much of this pitch (Hz) is in what was heard, as an amplitude."""
        samples = self.samples()
        turn = 2 * math.pi * pitch / RATE
        real = sum(one * math.cos(turn * place) for place, one in enumerate(samples))
        imaginary = sum(one * math.sin(turn * place) for place, one in enumerate(samples))
        return 2 * math.hypot(real, imaginary) / max(1, len(samples))


@contextmanager
def loudspeaker(folder: Path) -> Iterator[Loudspeaker]:
    """PulseAudio with a null sink, and a recorder on its monitor. `environment` is for programs that shall use it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    base = {name: value for name, value in os.environ.items() if name != "PULSE_SERVER"}
    base |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "pulse")}
    socket = folder / "pulse.sock"
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    command += ["-L", f"module-native-protocol-unix socket={socket}"]
    command += ["-L", f"module-null-sink sink_name=spoken rate={RATE} channels=1"]
    server = subprocess.Popen(command, env=base, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = base | {"PULSE_SERVER": f"unix:{socket}"}
    heard = folder / "heard.raw"
    recorder: subprocess.Popen[bytes] | None = None
    try:
        until(lambda: subprocess.run(["pactl", "info"], env=client, capture_output=True, check=False).returncode == 0)
        with heard.open("wb") as file:
            recorder = subprocess.Popen(
                ["parec", "-d", "spoken.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"],
                env=client,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
        until(lambda: heard.stat().st_size > 0)
        yield Loudspeaker(client, heard)
    finally:
        for process in (recorder, server):
            if process is not None:
                process.terminate()
                process.wait(10)
