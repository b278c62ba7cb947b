"""An engine that does what tests ask of it: echo, print, hang, die. Started as a process by the supervisor's tests."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Mapping

from assistant.config.errors import ModelError
from assistant.engines import child
from assistant.engines.protocol import FrameReader, FrameWriter


class OddEngine:
    def run(self, job: child.Job) -> Mapping[str, object]:
        match job.op:
            case "echo":
                job.send("text", text=job.body["text"])
                return {"text": job.body["text"], "pid": os.getpid()}
            case "noise":
                # What a native library does: it writes to descriptor 1, whatever Python thinks of standard output.
                os.write(1, b"\x00ASF1 garbage ASF1\xff\n" * 200)
                os.system("echo more garbage")
                sys.stdout.write("and more from Python\n")
                return {}
            case "refuse":
                raise ModelError("model.memory", "Too large.", needed=5, path=os)
            case "bug":
                raise ZeroDivisionError("a bug")
            case "count":
                return self._count(job)
            case "deaf":
                job.send("text", text="listening to nobody")
                time.sleep(3600)
            case "die":
                job.send("text", text="half an ")
                os.kill(os.getpid(), signal.SIGKILL)
        return {}

    @staticmethod
    def _count(job: child.Job) -> Mapping[str, object]:
        """Counts until it is stopped."""
        number = 0
        while not job.cancel.cancelled:
            job.send("text", text=str(number))
            number += 1
            time.sleep(0.001)
        return {"stopped": True, "count": number}

    def close(self) -> None:
        pass


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--parent", type=int)
    parent = parser.parse_args().parent
    output = child._move_stdout()
    child._die_with(parent)
    child.serve(OddEngine, FrameReader(os.fdopen(os.dup(0), "rb", buffering=0)), FrameWriter(output))
    sys.exit(0)
