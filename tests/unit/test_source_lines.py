"""Source lines are not kept, and whoever asks for them has them all the same: from files, archives and loaders."""

from __future__ import annotations

import inspect
import linecache
import sys
import zipfile
from importlib import import_module, util
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from assistant.__main__ import Unkept

SOURCE = "def first():\n    return 1\n"


class Frozen(Loader):
    """A loader as packaged programs have it: the module is there, its source is not."""

    def exec_module(self, module: ModuleType) -> None:
        code = compile(SOURCE, "/nowhere/inside/frozen_one.py", "exec")
        exec(code, module.__dict__)

    def get_source(self, _name: str) -> None:
        """There is none."""


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch) -> Unkept:
    made = Unkept()
    monkeypatch.setattr(linecache, "cache", made)
    return made


def test_files_are_read_and_not_kept(cache: Unkept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain_one.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(tmp_path)
    assert inspect.getsource(import_module("plain_one").first) == SOURCE
    assert not cache


def test_an_archive_is_asked(cache: Unkept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as archive:
        archive.writestr("zipped_one.py", SOURCE)
    monkeypatch.syspath_prepend(tmp_path / "some.zip")
    assert inspect.getsource(import_module("zipped_one").first) == SOURCE


def test_a_packaged_module_has_none(cache: Unkept, monkeypatch: pytest.MonkeyPatch) -> None:
    module = util.module_from_spec(ModuleSpec("frozen_one", Frozen(), origin="/nowhere/inside/frozen_one.py"))
    module.__file__ = "/nowhere/inside/frozen_one.py"
    monkeypatch.setitem(sys.modules, "frozen_one", module)
    Frozen().exec_module(module)
    with pytest.raises(OSError, match="source"):
        inspect.getsource(module.first)
