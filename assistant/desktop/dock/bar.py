"""The input bar: one place to type every question and every item."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.draft import Draft
from assistant.desktop.dock.edits import Edits
from assistant.desktop.dock.face import Face
from assistant.desktop.dock.groups import Groups
from assistant.desktop.dock.line import Line
from assistant.desktop.dock.opening import Opening
from assistant.desktop.theme import theme
from assistant.services.conversation.reply import Preview
from assistant.understanding.request import Intent

_ANNOUNCE_AFTER = 800


class Dock(QWidget):
    """Text at the bottom, chips above it; grows upward.

    Signals:
        submitted(str, object, str): the text, the Understanding where it was settled by hand (else None), and
            "" (as understood), "ask" or "add".
        previewChanged(object): the Preview of an event being typed, for its ghost in the calendar; else None.
        stopRequested(): stop the answer that is being made.
        speechWanted(bool): the person wants to speak; True where they hold a key while they do.
        memoWanted(): a voice memo shall be recorded.
    """

    submitted = Signal(str, object, str)
    previewChanged = Signal(object)
    stopRequested = Signal()
    speechWanted = Signal(bool)
    memoWanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._busy = False
        self._section = "home"
        self._other = False
        self._ghost: Preview | None = None
        self._draft = Draft(desk, self)
        self._groups = Groups(desk, self)
        self._face = Face(desk, self._draft, self._groups, self)
        self._line = self._face.line
        self.setFocusProxy(self._line)
        self._opening = Opening(desk, self._draft, self._groups, self._face, self)
        outside = QVBoxLayout(self)
        space = theme().space(4)
        outside.setContentsMargins(space, theme().space(3), space, theme().space(3))
        outside.addWidget(self._face)
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.setInterval(_ANNOUNCE_AFTER)
        self._announcing.timeout.connect(self._announce)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self._line.edited.connect(lambda: self._draft.type(self._line.toPlainText()))
        self._line.entered.connect(self._enter)
        self._line.escaped.connect(self._escape)
        self._draft.changed.connect(self._show)
        self._draft.settled.connect(self._send)
        self._groups.changed.connect(self._show)
        self._face.chips.removed.connect(self._draft.remove)
        self._face.chips.left.connect(self.focus_text)
        buttons = self._face.buttons
        buttons.done.connect(lambda: self._enter(""))
        buttons.otherWanted.connect(lambda: self._enter("ctrl"))
        buttons.stopped.connect(self.stopRequested)
        buttons.speechWanted.connect(lambda: self.speechWanted.emit(False))
        buttons.memoWanted.connect(self.memoWanted)
        self._line.spaceHeld.connect(lambda: self.speechWanted.emit(True))
        theme().changed.connect(self._show)

    @property
    def is_current(self) -> bool:
        """True while what is shown was understood from the text as it stands."""
        return self._draft.is_current

    # ------------------------------------------------------------------ what the window calls

    def focus_text(self) -> None:
        """Puts the keyboard into the text."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, text: str, *, chosen: bool = False) -> None:
        """Puts a text in, as if it had been typed, ready to be sent or changed; `chosen` typing replaces it."""
        self._line.put(text)
        if chosen:
            self._line.selectAll()
        self.focus_text()

    def put_panel(self, panel: QWidget) -> None:
        """Takes the panel that stands in the place of the text while somebody speaks."""
        self._face.put_panel(panel)

    def show_panel(self, shown: object) -> None:
        """Shows the panel, or the text again."""
        self._face.show_panel(shown=bool(shown))

    def hear(self, text: str) -> None:
        """What was said so far: it is understood as if it had been typed."""
        self._line.put(text)

    @property
    def begun(self) -> Line | None:
        """The line, where something was typed that is not sent yet."""
        return self._line if self._line.toPlainText().strip() and not self._line.isHidden() else None

    @property
    def adds(self) -> bool:
        """True where sending would add or change something."""
        preview = self._draft.preview
        return self._draft.adds and preview is not None and preview.understanding.first.writes

    def send(self) -> None:
        """As Enter does."""
        self._enter("")

    def set_busy(self, busy: object) -> None:
        """An answer is being made, or is done: Stop comes and goes."""
        self._busy = bool(busy)
        self._face.set_busy(busy)

    def set_context(self, section: str) -> None:
        """The section the bar stands in, for its placeholder."""
        self._section = section
        asked = {
            "calendar": self.tr("Ask or add anything to your calendar"),
            "tasks": self.tr("Ask or add anything to your tasks"),
        }.get(section, self.tr("Ask or add anything"))
        self._line.setPlaceholderText(asked)
        self._line.viewport().update()  # Qt paints only a placeholder that comes or goes, not another one
        self._line.setAccessibleName(asked)

    def retranslate(self) -> None:
        """Asks for all words again."""
        self.set_context(self._section)
        self._face.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        self._face.show_draft()
        self._show_ghost(self._draft.preview)
        self._announcing.start()

    def _show_ghost(self, preview: Preview | None) -> None:
        event = preview is not None and preview.understanding.first.intent == Intent.CREATE_EVENT
        ghost = preview if event and preview is not None and preview.start_at is not None else None
        if ghost != self._ghost:
            self._ghost = ghost
            self.previewChanged.emit(ghost)

    def _announce(self) -> None:
        chips = [button.chip.text for button in self._face.chips.buttons()]
        if chips and self._line.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, ", ".join(chips)))

    # ------------------------------------------------------------------ doing

    def _enter(self, mode: str) -> None:
        if self._line.toPlainText().strip():
            self._other = mode == "ctrl"
            self._draft.settle()

    def _send(self) -> None:
        sending = self._draft.sending(other=self._other)
        self._line.drafts.keep(sending.text)
        self._line.sent()
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
