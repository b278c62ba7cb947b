# Every target installs what it needs and is quick the second time.
PY := .venv/bin/python
export ASSISTANT_TEST_MODELS ?= $(HOME)/.cache/assistant-tests/models
# A screen of its own for what needs a real window server.
XVFB := xvfb-run -a -s "-screen 0 1600x1000x24"

.PHONY: run setup dev test check lint types contract bench spoken faults package screenshots eval translations lock clean

run: setup
	@$(PY) -m assistant models pull starter || echo "Going on without a model: calendar, tasks and reminders work. Get one later in Settings > Model."
	@$(PY) -m assistant

setup:
	@scripts/system_packages.sh run
	@scripts/environment.sh run
	@$(PY) scripts/translate.py --compile-only

dev:
	@scripts/system_packages.sh test
	@scripts/environment.sh dev
	@$(PY) scripts/translate.py --compile-only

test: dev
	@ASSISTANT_MODELS=$(ASSISTANT_TEST_MODELS) $(PY) -m assistant --profile build/test-profile models pull tiny
	$(PY) -m pytest

check: dev lint types contract test

lint: dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

types: dev
	.venv/bin/mypy

contract: dev
	.venv/bin/lint-imports

# A screen of its own unless there is one.
bench: dev
	@$(PY) -m assistant models pull starter || true
	$(if $(DISPLAY),,$(XVFB)) $(PY) -m assistant bench

# Forty everyday sentences, spoken into a microphone that only programs hear: how many do what they ask for.
spoken: dev
	$(PY) -m assistant bench spoken

# The long form of tests/faults: a while. `make test` runs the short one.
faults: dev
	ASSISTANT_FAULTS=long $(PY) -m pytest tests/faults

package: dev
	@ASSISTANT_MODELS=$(ASSISTANT_TEST_MODELS) $(PY) -m assistant --profile build/test-profile models pull tiny
	$(PY) packaging/build.py
	$(PY) packaging/smoke.py

screenshots: dev
	$(XVFB) $(PY) -m scripts.screenshots

# make eval            the project's own sentences
# make eval DATA=DIR   published sets found in DIR as well
eval: dev
	$(PY) scripts/evaluate.py $(if $(DATA),--data $(DATA))

translations: dev
	$(PY) scripts/translate.py

# Newer versions within the bounds of pyproject.toml; the files name no host.
lock: dev
	$(PY) scripts/lock.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
