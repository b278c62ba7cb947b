"""Opens the editors of the chips, and brings the focus back when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.draft import Draft
from assistant.desktop.dock.edits import ChipKind
from assistant.desktop.dock.face import Face
from assistant.desktop.dock.groups import Groups
from assistant.desktop.dock.question import Option

if TYPE_CHECKING:
    from assistant.desktop.dock.editing import ChipEditing


class Opening(QObject):
    """Between the chips of one bar and their editors."""

    def __init__(self, desk: Desk, draft: Draft, groups: Groups, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self._groups = groups
        self._face = face
        self._host = parent
        self._kind = ChipKind.TYPE
        self._editing: ChipEditing | None = None
        face.chips.opened.connect(self.open)
        face.choices.chosen.connect(self._answer)

    def open(self, kind: ChipKind) -> None:
        """Opens the editor of this kind at its chip, where that is shown."""
        preview, anchor = self._draft.preview, self._face.chips.button(kind)
        if preview is None or anchor is None:
            return
        self._kind = kind
        names = self._groups.names
        self._editors().open(kind, anchor, preview, self._draft.edits, calendars=names.calendars, lists=names.lists)

    def _answer(self, option: Option) -> None:
        if option.time is None:
            self.open(ChipKind.WHEN)
            return
        self._draft.answer(option)
        self._face.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _editors(self) -> ChipEditing:
        """Made and loaded when a chip is first opened: no start waits for them."""
        if self._editing is None:
            from assistant.desktop.dock.editing import ChipEditing

            assistant = self._desk.assistant
            self._editing = ChipEditing(self._desk, self._host, lambda: assistant.week_start)
            self._editing.changed.connect(self._draft.edit)
            self._editing.finished.connect(self._closed)
        return self._editing

    def _closed(self) -> None:
        button = self._face.chips.button(self._kind)
        (button or self._face.line).setFocus(Qt.FocusReason.PopupFocusReason)
