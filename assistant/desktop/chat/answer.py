"""What the assistant said: text without a bubble, growing while it is being made."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.chat.code import CodeBlock
from assistant.desktop.chat.markdown import Block, Code, Prose, blocks
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_CONFIRMED = 1500


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as far as it has come.

    `waiting` is shown in place of text that has not begun; `sources` is the line under it; `stopped` the person cut it
    off; `growing` more is on its way.
    """

    text: str = ""
    waiting: str = ""
    sources: str = ""
    stopped: bool = False
    growing: bool = False


class AnswerView(QWidget):
    """Full width; blocks that did not change are left alone while it grows.

    Signals:
        continueWanted(): go on where it was stopped.
        sourcesWanted(): show the items it was drawn from.
    """

    continueWanted = Signal()
    sourcesWanted = Signal()

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Said()
        self._blocks: tuple[Block, ...] = ()
        self._views: list[ProseView | CodeBlock] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space(2))
        self._waiting = QLabel(self)
        self._waiting.setProperty("tone", "tertiary")
        self._layout.addWidget(self._waiting)
        self._foot = self._make_foot()
        self._copy = QToolButton(self)
        self._copy.setProperty("look", "icon")
        self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._copy.setAccessibleName(self.tr("Copy answer"))
        self._copy.setToolTip(self.tr("Copy answer"))
        self._copy.setIcon(icon("copy"))
        self._copy.clicked.connect(self._copied)
        self._copy.hide()
        self.show_said(said)

    def _make_foot(self) -> QWidget:
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(1))
        self._stopped = QLabel(self.tr("Stopped"), foot)
        self._stopped.setProperty("look", "caption")
        self._continue = QPushButton(self.tr("Continue"), foot)
        self._continue.setProperty("look", "link")
        self._continue.clicked.connect(self.continueWanted)
        self._sources = QPushButton(foot)
        self._sources.setProperty("look", "sources")
        self._sources.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sources.clicked.connect(self.sourcesWanted)
        for part in (self._stopped, self._continue, self._sources):
            row.addWidget(part)
        row.addStretch()
        self._layout.addWidget(foot)
        return foot

    @property
    def said(self) -> Said:
        """What it shows."""
        return self._said

    def show_said(self, said: Said) -> None:
        """Shows more, or the end of it."""
        self._said = said
        self._show_blocks(blocks(said.text))
        self._waiting.setText(said.waiting)
        self._waiting.setVisible(bool(said.waiting) and not said.text)
        self._stopped.setVisible(said.stopped)
        self._continue.setVisible(said.stopped)
        self._sources.setText(said.sources)
        self._sources.setAccessibleName(self.tr("Show sources: {sources}").format(sources=said.sources))
        self._sources.setVisible(bool(said.sources))
        self._foot.setVisible(said.stopped or bool(said.sources))
        self.setAccessibleName(self.tr("Assistant: {text}").format(text=said.text or said.waiting))

    def _show_blocks(self, found: tuple[Block, ...]) -> None:
        same = 0
        while same < min(len(found), len(self._blocks)) and found[same] == self._blocks[same]:
            same += 1
        for number in range(same, len(found)):
            block = found[number]
            if number < len(self._views) and isinstance(self._views[number], _view_of(block)):
                _show(self._views[number], block)
            else:
                self._cut(number)
                view = CodeBlock(block, self) if isinstance(block, Code) else ProseView(self)
                _show(view, block)
                self._layout.insertWidget(number, view)
                view.show()
                self._views.append(view)
        self._cut(len(found))
        self._blocks = found

    def _cut(self, length: int) -> None:
        for view in self._views[length:]:
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        del self._views[length:]

    # ------------------------------------------------------------------ copying

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._said.text)
        self._copy.setIcon(icon("check", "success.text"))
        QTimer.singleShot(_CONFIRMED, self, lambda: self._copy.setIcon(icon("copy")))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the pointer it can be copied."""
        super().enterEvent(event)
        if self._said.text and not self._said.growing:
            self._place_copy()
            self._copy.show()
            self._copy.raise_()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to text alone."""
        super().leaveEvent(event)
        self._copy.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button in its corner."""
        super().resizeEvent(event)
        self._place_copy()

    def _place_copy(self) -> None:
        size = self._copy.sizeHint()
        self._copy.setGeometry(self.width() - size.width(), self.height() - size.height(), size.width(), size.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by keyboard and right click."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("copy"), self.tr("Copy answer")).triggered.connect(self._copied)
        menu.popup(event.globalPos())


def _view_of(block: Block) -> type[ProseView] | type[CodeBlock]:
    return CodeBlock if isinstance(block, Code) else ProseView


def _show(view: ProseView | CodeBlock, block: Block) -> None:
    if isinstance(view, CodeBlock) and isinstance(block, Code):
        view.show_code(block)
    elif isinstance(view, ProseView) and isinstance(block, Prose):
        view.show_html(block.html)
