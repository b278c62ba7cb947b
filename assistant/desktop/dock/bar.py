"""The input bar: one place to type every question and every item."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.actions import Actions, Hints, control_key
from assistant.desktop.dock.box import Box
from assistant.desktop.dock.chip_bar import ChipBar
from assistant.desktop.dock.chips import Chip, button_text, consequence, describe
from assistant.desktop.dock.choices import Choices
from assistant.desktop.dock.draft import Draft
from assistant.desktop.dock.edits import CREATING, ChipKind, Edits
from assistant.desktop.dock.groups import Groups
from assistant.desktop.dock.line import Line
from assistant.desktop.dock.marks import Underline, underlines
from assistant.desktop.dock.question import Option, Question
from assistant.desktop.theme import theme
from assistant.services.region import week_start
from assistant.services.reply import Preview
from assistant.understanding.request import Intent

if TYPE_CHECKING:
    from assistant.desktop.dock.editing import ChipEditing

_ANNOUNCE_AFTER = 800
_HINTS_FROM = 620
_LONG_NAMES_FROM = 440


class Dock(QWidget):
    """Text at the bottom, chips above it; grows upward.

    Signals:
        submitted(str, object, str): the text, the Understanding where it was settled by hand (else None), and
            "" (as understood), "ask" or "add".
        previewChanged(object): the Preview of an event being typed, for its ghost in the calendar; else None.
        stopRequested(): stop the answer that is being made.
    """

    submitted = Signal(str, object, str)
    previewChanged = Signal(object)
    stopRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._busy = False
        self._section = "home"
        self._other = False
        self._ghost: Preview | None = None
        self._draft = Draft(desk, self)
        self._groups = Groups(desk, self)
        self._build()
        self._editing: ChipEditing | None = None
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.setInterval(_ANNOUNCE_AFTER)
        self._announcing.timeout.connect(self._announce)
        self._join()
        self.retranslate()

    def _build(self) -> None:
        box = Box(self)
        self._box = box
        self._chips, self._choices, self._line = ChipBar(box), Choices(box), Line(box)
        self._hints, self._actions = Hints(box), Actions(box)
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._hints, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(14, 6, 7, 6)
        inside.setSpacing(theme().space(2))
        inside.addWidget(self._chips)
        inside.addWidget(self._choices)
        inside.addLayout(row)
        outside = QVBoxLayout(self)
        space = theme().space(4)
        outside.setContentsMargins(space, theme().space(3), space, theme().space(3))
        outside.addWidget(box)
        self._chips.hide()

    def _join(self) -> None:
        self._line.edited.connect(lambda: self._draft.type(self._line.toPlainText()))
        self._line.edited.connect(self._show_buttons)
        self._line.entered.connect(self._enter)
        self._line.escaped.connect(self._escape)
        self._draft.changed.connect(self._show)
        self._draft.settled.connect(self._send)
        self._groups.changed.connect(self._show)
        self._chips.opened.connect(self._open_editor)
        self._chips.removed.connect(self._draft.remove)
        self._chips.left.connect(self.focus_text)
        self._choices.chosen.connect(self._answer)
        self._actions.done.connect(lambda: self._enter(""))
        self._actions.otherWanted.connect(lambda: self._enter("ctrl"))
        self._actions.stopped.connect(self.stopRequested)
        theme().changed.connect(self._show)

    @property
    def is_current(self) -> bool:
        """True while what is shown was understood from the text as it stands."""
        return self._draft.is_current

    # ------------------------------------------------------------------ what the window calls

    def focus_text(self) -> None:
        """Puts the keyboard into the text."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, text: str) -> None:
        """Puts a text in, as if it had been typed, ready to be sent or changed."""
        self._line.put(text)
        self.focus_text()

    def set_busy(self, busy: object) -> None:
        """An answer is being made, or is done: Stop comes and goes."""
        self._busy = bool(busy)
        self._show_buttons()

    def set_context(self, section: str) -> None:
        """The section the bar stands in, for its placeholder."""
        self._section = section
        asked = {
            "calendar": self.tr("Ask or add anything to your calendar"),
            "tasks": self.tr("Ask or add anything to your tasks"),
        }.get(section, self.tr("Ask or add anything"))
        self._line.setPlaceholderText(asked)
        self._line.setAccessibleName(asked)

    def retranslate(self) -> None:
        """Asks for all words again."""
        self.set_context(self._section)
        self._chips.setAccessibleName(self.tr("What was understood"))
        self._actions.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        preview = self._draft.preview
        chips: tuple[Chip, ...] = ()
        marks: tuple[Underline, ...] = ()
        if preview is not None:
            names = self._groups.names
            event = preview.understanding.first.intent == Intent.CREATE_EVENT
            today = self._desk.now().date()
            chips = describe(preview, self._desk.wording, today, names.calendars if event else names.lists)
            marks = self._underlines(preview)
        question = self._draft.question
        if question is not None:
            chips = tuple(_asking(c, question) if c.kind == ChipKind.WHEN else c for c in chips)
        self._chips.show_chips(chips, consequence(preview) if preview is not None and question is None else None)
        self._choices.ask(question)
        self._chain()
        self._line.underline(marks)
        self._show_buttons()
        self._show_ghost(preview)
        self._announcing.start()

    def _chain(self) -> None:
        """Tab goes from the text to the chips, the answers, the buttons."""
        actions = self._actions
        stations: list[QWidget] = [self._line, *self._chips.buttons(), *self._choices.buttons]
        stations += [actions.stop, actions.other, actions.primary]
        for before, after in pairwise(stations):
            QWidget.setTabOrder(before, after)

    def _underlines(self, preview: Preview) -> tuple[Underline, ...]:
        question = self._draft.question
        return underlines(preview.understanding, question.words if question is not None else None)

    def _show_buttons(self) -> None:
        typed = bool(self._line.toPlainText().strip())
        preview, asks = self._draft.preview, self._draft.asks
        understanding = preview.understanding if preview is not None else None
        text, other = button_text(understanding, asks=asks), ""
        if asks and understanding is not None:
            creating = understanding.first.intent in CREATING
            other = button_text(understanding, asks=False) if creating else self.tr("Add task")
        scale = theme().size("control") / theme().fixed("control")
        if self.width() < _LONG_NAMES_FROM * scale and self._draft.adds:
            text = self.tr("Add") if understanding is not None and understanding.first.intent in CREATING else text
        self._actions.tell(text, enabled=typed, busy=self._busy, other=other)
        hints: tuple[tuple[str, str], ...] = ()
        if typed and preview is not None:
            way = self.tr("ask instead") if self._draft.adds else self.tr("add instead")
            hints = (("Tab", self.tr("edit chips")), (f"{control_key()} ↵", way))
        self._hints.tell(hints)
        self._hints.setVisible(bool(hints) and self.width() >= _HINTS_FROM * scale and not asks)

    def _show_ghost(self, preview: Preview | None) -> None:
        event = preview is not None and preview.understanding.first.intent == Intent.CREATE_EVENT
        ghost = preview if event and preview is not None and preview.start_at is not None else None
        if ghost != self._ghost:
            self._ghost = ghost
            self.previewChanged.emit(ghost)

    def _announce(self) -> None:
        chips = [button.chip.text for button in self._chips.buttons()]
        if chips and self._line.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, ", ".join(chips)))

    # ------------------------------------------------------------------ doing

    def _enter(self, mode: str) -> None:
        if self._line.toPlainText().strip():
            self._other = mode == "ctrl"
            self._draft.settle()

    def _send(self) -> None:
        sending = self._draft.sending(other=self._other)
        self._line.keep_draft(sending.text)
        self._line.put("")
        self._draft.clear()
        self.focus_text()
        self.submitted.emit(sending.text, sending.edited, sending.force)

    def _escape(self) -> None:
        """Stop first, then the hand-made values, then the text (which Ctrl+Z brings back)."""
        if self._busy:
            self.stopRequested.emit()
        elif self._draft.edits.any:
            self._draft.edit(Edits())
        elif self._line.toPlainText():
            self._line.put("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc from any button of the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _answer(self, option: Option) -> None:
        if option.time is None:
            self._open_editor(ChipKind.WHEN)
            return
        self._draft.answer(option)
        self.focus_text()

    def _open_editor(self, kind: ChipKind) -> None:
        preview, anchor = self._draft.preview, self._chips.button(kind)
        if preview is None or anchor is None:
            return
        self._edited = kind
        names = self._groups.names
        self._editors().open(kind, anchor, preview, self._draft.edits, calendars=names.calendars, lists=names.lists)

    def _editors(self) -> ChipEditing:
        """Made and loaded when a chip is first opened: no start waits for them."""
        if self._editing is None:
            from assistant.desktop.dock.editing import ChipEditing

            self._editing = ChipEditing(self._desk, self, self._first_day)
            self._editing.changed.connect(self._draft.edit)
            self._editing.finished.connect(self._editor_closed)
        return self._editing

    def _editor_closed(self) -> None:
        button = self._chips.button(self._edited)
        (button or self._line).setFocus(Qt.FocusReason.PopupFocusReason)

    def _first_day(self) -> int:
        return week_start(self._desk.assistant.settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow bars have no hints."""
        super().resizeEvent(event)
        self._show_buttons()


def _asking(chip: Chip, question: Question) -> Chip:
    return replace(chip, text=question.text, icon="circle-alert", tone="warning")
