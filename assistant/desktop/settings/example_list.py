"""What the person corrected by hand and is kept as examples: seen, forgotten one by one, forgotten all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.chips import kind_icon, kind_name
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.theme import theme
from assistant.domain.example import Example
from assistant.understanding.request import Intent

_ICON = 16
_SHOWN = 12


class ExampleRow(QFrame):
    """One example: what was said, what it means, and the way to forget it (`forget`)."""

    def __init__(self, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        intent, _, name = example.answer.partition(": ")
        known = Intent(intent) if intent in set(Intent) else Intent.CHAT
        sign = QLabel(self)
        sign.setPixmap(pixmap(kind_icon(known), "text.secondary", _ICON))
        said = QLabel(example.text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        told = self.tr("{kind}: {name}").format(kind=kind_name(known), name=name) if name else kind_name(known)
        meant = QLabel(told, self)
        meant.setTextFormat(Qt.TextFormat.PlainText)
        meant.setProperty("look", "small")
        meant.setWordWrap(True)
        self.forget = QPushButton(self)
        self.forget.setProperty("look", "quiet")
        self.forget.setIcon(icon("trash-2"))
        self.forget.setIconSize(QSize(_ICON, _ICON))
        self.forget.setToolTip(self.tr("Forget this example"))
        self.forget.setAccessibleName(self.tr("Forget “{text}”").format(text=example.text))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(said)
        words.addWidget(meant)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(4), 9, theme().space(3), 9)
        row.setSpacing(theme().space(3))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignVCenter)


class ExampleList(QWidget):
    """The examples, newest first; the older ones are shown when asked for. Read when the page is built."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._examples: tuple[Example, ...] = ()
        self._all = False
        self._told = QLabel(self)
        self._told.setProperty("look", "small")
        self._told.setWordWrap(True)
        self._clear = QPushButton(self.tr("Forget all…"), self)
        self._clear.clicked.connect(self._ask_to_clear)
        self._more = QPushButton(self)
        self._more.setProperty("look", "quiet")
        self._more.clicked.connect(self._show_all)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme().space(4), 11, theme().space(4), 11)
        head.setSpacing(theme().space(6))
        head.addWidget(self._told, 1)
        head.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._inside)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(())
        self._read()

    def _read(self) -> None:
        self._desk.background.run(self._desk.assistant.examples.all, self._show, owner=self)

    def _show(self, examples: Sequence[Example]) -> None:
        self._examples = tuple(examples)
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._examples if self._all else self._examples[:_SHOWN]
        for example in shown:
            line = QFrame(self)
            line.setProperty("look", "line")
            self._inside.addWidget(line)
            row = ExampleRow(example, self)
            row.forget.clicked.connect(lambda _checked=False, uid=example.uid: self._forget(uid))
            self._inside.addWidget(row)
        count = len(self._examples)
        none = self.tr("Nothing yet. What you change by hand above the input is kept here.")
        self._told.setText(self.tr("%n example(s) on this computer, newest first", "", count) if count else none)
        self._clear.setVisible(count > 0)
        self._more.setText(self.tr("Show all {n}").format(n=count))
        self._more.setVisible(len(shown) < count)

    def _show_all(self) -> None:
        self._all = True
        self._show(self._examples)

    def _forget(self, uid: str) -> None:
        examples = self._desk.assistant.examples

        def work() -> tuple[Example, ...]:
            if any(one.uid == uid for one in examples.all()):
                examples.remove(uid)
            return examples.all()

        self._desk.background.run(work, self._show, owner=self)

    def _ask_to_clear(self) -> None:
        box = QMessageBox(self)
        box.setText(self.tr("Forget all examples?"))
        box.setInformativeText(self.tr("This cannot be undone. Your items stay as they are."))
        forget = box.addButton(self.tr("Forget all"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is forget:
            self.clear()

    def clear(self) -> None:
        """Forgets all of them."""
        examples = self._desk.assistant.examples

        def work() -> tuple[Example, ...]:
            examples.clear()
            return examples.all()

        self._desk.background.run(work, self._show, owner=self)
