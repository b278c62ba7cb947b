"""``bench``: measures this product beside its peers. Runs from a checkout, where the benchmarks are."""

from __future__ import annotations

import importlib
import json
from argparse import Namespace

from assistant.commands.arguments import BENCHES
from assistant.config.errors import AssistantError


def run(arguments: Namespace) -> int:
    """Prints the figures of one or all benchmarks; 1 where a bar is not met."""
    wanted = [arguments.name] if arguments.name else list(BENCHES)
    figures = []
    for name in wanted:
        try:
            module = importlib.import_module(f"benchmarks.{name}")
        except ModuleNotFoundError as error:
            raise AssistantError(
                "bench.checkout", "The benchmarks run from a checkout of the source; this copy has none."
            ) from error
        for figure in module.measure():
            figures.append(figure)
            if not arguments.json:
                print(figure.line(), flush=True)
    if arguments.json:
        print(json.dumps([figure.as_json() for figure in figures], ensure_ascii=False, indent=2))
    return 0 if all(figure.met for figure in figures) else 1
