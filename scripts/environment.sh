#!/bin/sh
# Makes .venv with the locked packages of one set: run or dev. Quick when nothing changed.
set -eu
set_name="${1:-run}"
lock="requirements/$set_name.txt"
stamp=".venv/.installed-$set_name"

python=""
for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
  [ -n "$candidate" ] || continue
  if "$candidate" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
    python="$candidate"
    break
  fi
done
if [ -z "$python" ]; then
  echo "Python 3.11 or newer is needed and was not found. On Debian and Ubuntu: sudo apt-get install python3 python3-venv" >&2
  exit 1
fi
[ -x .venv/bin/python ] || { echo "Making .venv with $("$python" --version)"; "$python" -m venv .venv; }
sum=$(cat "$lock" pyproject.toml | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then
  # Byte code is made here so that every start is quick, also where Python was told not to write it.
  exec .venv/bin/python -m compileall -q assistant
fi

pip=".venv/bin/python -m pip --disable-pip-version-check --no-input"
$pip install -q --require-hashes -r requirements/pip.txt
if ! .venv/bin/python -c 'import llama_cpp' >/dev/null 2>&1; then
  echo "Installing packages. The engine of the language model (llama-cpp-python) is built from source the first time:"
  echo "about 10 minutes on two cores; pip keeps the result for the next time."
fi
# A build for this very processor uses AMX where the processor names it, and some virtual machines name it without having
# it: the engine would die at its first prompt. The common instruction set (AVX2) is as quick at writing answers.
case "$(uname -m)" in x86_64 | amd64) CMAKE_ARGS="-DGGML_NATIVE=OFF ${CMAKE_ARGS:-}"; export CMAKE_ARGS ;; esac
# llama-cpp-python comes as source: its build is the long part, so a line a quarter minute shows that it goes on.
( while sleep 15; do echo "  ... still installing"; done ) &
beat=$!
trap 'kill $beat 2>/dev/null || true' EXIT
$pip install -q --require-hashes -r "$lock"
if .venv/bin/python -c 'import llama_cpp, sys; sys.exit(b"AMX_INT8 = 1" not in llama_cpp.llama_print_system_info())'; then
  echo "The build of llama-cpp-python that pip kept is not fit for every processor; building it anew."
  $pip cache remove -q llama_cpp_python || true
  $pip install -q --force-reinstall --no-deps --require-hashes -r requirements/llama.txt
fi
# Its build warns at length that the checkout is used in place, which is meant.
PYTHONWARNINGS=ignore $pip install -q --no-deps --no-build-isolation -e .
echo "$sum" > "$stamp"
.venv/bin/python -m compileall -q assistant
