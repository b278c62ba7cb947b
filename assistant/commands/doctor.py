"""``assistant doctor``: a check of everything the program stands on."""

from __future__ import annotations

import argparse

from assistant.commands.session import DONE, FAILED, opened, say, say_json
from assistant.services.doctor import Health

_MARKS = {Health.OK: "ok      ", Health.WARNING: "warning ", Health.PROBLEM: "problem "}


def run(arguments: argparse.Namespace) -> int:
    """Prints what was found; fails where there is a problem."""
    with opened(arguments) as assistant:
        findings = []
        for finding in assistant.doctor.examine(thorough=arguments.thorough):
            findings.append(finding)
            if not arguments.json:
                say(f"{_MARKS[finding.health]} {finding.text}")
    bad = any(finding.health is Health.PROBLEM for finding in findings)
    if arguments.json:
        checks = [{"name": one.name, "state": str(one.health), "text": one.text} for one in findings]
        say_json({"ok": not bad, "checks": checks})
    return FAILED if bad else DONE
