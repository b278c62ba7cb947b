"""The supervisor with real processes of an engine that does as it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from assistant.config.errors import Cancelled, EngineError, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.engines.protocol import Frame
from assistant.engines.supervisor import Supervisor
from tests.helpers.waiting import until

TESTS = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "helpers.odd_engine"]
Make = Callable[..., Supervisor]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setenv("PYTHONPATH", str(TESTS))
    made: list[Supervisor] = []

    def start(**options: Any) -> Supervisor:
        made.append(Supervisor("odd", command=COMMAND, **options))
        return made[-1]

    yield start
    for supervisor in made:
        supervisor.close()


def ask(
    supervisor: Supervisor,
    op: str,
    on_frame: Callable[[Frame], None] = lambda _frame: None,
    cancel: Cancellation | None = None,
    **body: object,
) -> Frame:
    return supervisor.call(op, lambda: body, on_frame, cancel or Cancellation())


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_process_starts_with_the_first_request_and_serves_the_next_ones(make: Make) -> None:
    supervisor = make()
    assert not supervisor.running
    texts: list[str] = []
    first = ask(supervisor, "echo", lambda frame: texts.append(frame["text"]), text="明天")
    second = ask(supervisor, "echo", text="x" * 300_000)
    assert texts == ["明天"]
    assert first["pid"] == second["pid"] == supervisor.pid
    assert len(second["text"]) == 300_000


def test_what_native_code_prints_does_not_reach_the_frames(make: Make) -> None:
    supervisor = make()
    ask(supervisor, "noise")
    assert ask(supervisor, "echo", text="still here")["text"] == "still here"


def test_errors_of_the_world_arrive_as_they_are_and_bugs_as_engine_errors(make: Make) -> None:
    supervisor = make()
    with pytest.raises(ModelError) as refused:
        ask(supervisor, "refuse")
    assert (refused.value.code, refused.value.facts["needed"]) == ("model.memory", 5)
    with pytest.raises(EngineError) as bug:
        ask(supervisor, "bug")
    assert bug.value.code == "engine.failed"
    assert ask(supervisor, "echo", text="alive")["text"] == "alive"


def test_a_process_that_dies_fails_its_request_alone(make: Make) -> None:
    ends: list[bool] = []
    supervisor = make(on_end=ends.append)
    texts: list[str] = []
    first = ask(supervisor, "echo", text="")["pid"]
    with pytest.raises(EngineError) as died:
        ask(supervisor, "die", lambda frame: texts.append(frame["text"]))
    assert died.value.code == "engine.died"
    assert died.value.facts["exit_code"] == -signal.SIGKILL
    assert texts == ["half an "]
    until(lambda: ends == [True])
    assert ask(supervisor, "echo", text="")["pid"] != first


def test_a_process_killed_while_idle_is_replaced(make: Make) -> None:
    supervisor = make()
    pid = ask(supervisor, "echo", text="")["pid"]
    os.kill(pid, signal.SIGKILL)
    until(lambda: not supervisor.running)
    assert ask(supervisor, "echo", text="")["pid"] != pid


def test_requests_wait_for_each_other_in_order(make: Make) -> None:
    supervisor = make()
    stop = Cancellation()
    order: list[str] = []
    counting = threading.Event()

    def count() -> None:
        ask(supervisor, "count", lambda _frame: counting.set(), stop)
        order.append("count")

    def echo(name: str) -> None:
        ask(supervisor, "echo", lambda _frame: order.append(name), text=name)

    threads = [threading.Thread(target=count)]
    threads[0].start()
    assert counting.wait(30)
    for name in ("one", "two", "three"):
        waiting = len(supervisor._waiting)
        threads.append(threading.Thread(target=echo, args=(name,)))
        threads[-1].start()
        until(lambda before=waiting: len(supervisor._waiting) > before)
    stop.cancel()
    for thread in threads:
        thread.join(30)
    assert order.index("one") < order.index("two") < order.index("three")


def test_a_stopped_request_answers_and_the_process_stays(make: Make) -> None:
    supervisor = make(stop_seconds=20.0)
    stop = Cancellation()
    answer = ask(supervisor, "count", lambda frame: stop.cancel() if frame["text"] == "3" else None, stop)
    assert answer["stopped"]
    pid = supervisor.pid
    assert ask(supervisor, "echo", text="")["pid"] == pid


def test_an_engine_that_does_not_listen_is_ended(make: Make) -> None:
    supervisor = make()
    stop = Cancellation()
    pids: list[int | None] = []

    def heard(_frame: Frame) -> None:
        pids.append(supervisor.pid)
        stop.cancel()

    with pytest.raises(Cancelled):
        ask(supervisor, "deaf", heard, stop)
    assert pids[0] is not None
    until(lambda: gone(pids[0] or 0))
    assert ask(supervisor, "echo", text="again")["text"] == "again"


def test_a_request_stopped_while_it_waits_never_starts(make: Make) -> None:
    supervisor = make()
    stop_first, stop_second = Cancellation(), Cancellation()
    counting = threading.Event()
    first = threading.Thread(target=lambda: ask(supervisor, "count", lambda _frame: counting.set(), stop_first))
    first.start()
    assert counting.wait(30)
    raised: list[str] = []

    def wait() -> None:
        try:
            ask(supervisor, "echo", lambda _frame: raised.append("ran"), stop_second, text="")
        except Cancelled:
            raised.append("cancelled")

    second = threading.Thread(target=wait)
    second.start()
    until(lambda: len(supervisor._waiting) == 2)
    stop_second.cancel()
    second.join(30)
    assert raised == ["cancelled"]
    stop_first.cancel()
    first.join(30)


def test_an_idle_process_is_ended_and_comes_back(make: Make) -> None:
    ends: list[bool] = []
    supervisor = make(idle_seconds=lambda: 0.05, on_end=ends.append)
    pid = ask(supervisor, "echo", text="")["pid"]
    until(lambda: gone(pid))
    until(lambda: ends == [False])
    assert not supervisor.running
    assert ask(supervisor, "echo", text="")["pid"] != pid


def test_close_ends_the_process_and_refuses_more(make: Make) -> None:
    supervisor = make()
    pid = ask(supervisor, "echo", text="")["pid"]
    supervisor.close()
    supervisor.close()
    assert gone(pid)
    with pytest.raises(EngineError) as refused:
        ask(supervisor, "echo", text="")
    assert refused.value.code == "engine.closed"


def test_close_ends_a_process_that_is_busy(make: Make) -> None:
    supervisor = make()
    deaf = threading.Event()
    outcome: list[str] = []

    def listen() -> None:
        try:
            ask(supervisor, "deaf", lambda _frame: deaf.set())
        except EngineError as error:
            outcome.append(error.code)

    thread = threading.Thread(target=listen)
    thread.start()
    assert deaf.wait(30)
    pid = supervisor.pid
    supervisor.close()
    thread.join(30)
    assert outcome == ["engine.died"]
    assert pid is not None
    assert gone(pid)


def test_a_program_that_cannot_be_started_is_told(make: Make) -> None:
    supervisor = Supervisor("odd", command=["/there/is/no/such/program"])
    with pytest.raises(EngineError) as failed:
        ask(supervisor, "echo", text="")
    assert failed.value.code == "engine.start"
    supervisor.close()


PARENT = """
import sys, threading
from assistant.domain.cancellation import Cancellation
from assistant.engines.supervisor import Supervisor

supervisor = Supervisor("odd", command=[sys.executable, "-m", "helpers.odd_engine"])
stop = Cancellation()
started = threading.Event()
work = lambda: supervisor.call("deaf", dict, lambda _frame: started.set(), stop)
threading.Thread(target=work, daemon=True).start()
started.wait()
print(supervisor.pid, flush=True)
threading.Event().wait()
"""


def test_the_process_ends_with_its_parent_even_when_it_is_killed(make: Make) -> None:
    root = TESTS.parent
    environment = {**os.environ, "PYTHONPATH": f"{TESTS}{os.pathsep}{root}"}
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert not gone(child)
        parent.kill()
    until(lambda: gone(child))
