"""The card that asks before many things, or anything that hurts, are changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.chat import telling
from assistant.desktop.chat.cards import Card, Glyph, wrapped
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.domain.conversation import ReceiptItem
from assistant.services.conversation.reply import Choice, Reply

_NARROW = 460
_ICON = 18


def act_label(act: str, count: int, fallback: str) -> str:
    """What the primary button says for this many items; `act` is "update", "delete", "complete" or "query" (a plan)."""
    translate = QCoreApplication.translate
    one = {
        "update": translate("Approval", "Move 1 item"),
        "delete": translate("Approval", "Delete 1 item"),
        "complete": translate("Approval", "Mark 1 item done"),
        "query": translate("Approval", "Plan 1 task"),
    }
    many = {
        "update": translate("Approval", "Move {count} items"),
        "delete": translate("Approval", "Delete {count} items"),
        "complete": translate("Approval", "Mark {count} items done"),
        "query": translate("Approval", "Plan {count} tasks"),
    }
    return (one if count == 1 else many).get(act, fallback).format(count=count)


class ApprovalCard(Card):
    """One row for each change; nothing changes before the primary button is pressed.

    Signals:
        approved(Choice, object): the choice, and the uids of the checked rows.
        cancelled(): nothing shall be changed.
    """

    approved = Signal(object, object)
    cancelled = Signal()

    def __init__(self, reply: Reply, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, strong=True)
        self._reply = reply
        self._desk = desk
        self._rows: list[_Row] = []
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        self.body.addLayout(self._head())
        for item in reply.items:
            row = _Row(item, desk, self, destructive=self.destructive, several=len(reply.items) > 1)
            row.check.toggled.connect(self._recount)
            self._rows.append(row)
            self.body.addWidget(row)
        self._foot = _Foot(self)
        self.body.addWidget(self._foot)
        self._fill_foot()

    @property
    def destructive(self) -> bool:
        """True where items would be deleted."""
        return self._act == "delete"

    @property
    def _act(self) -> str:
        choices = self._reply.choices
        return choices[0].request.intent.value.split("_")[0] if choices else ""

    def focus_default(self) -> None:
        """Puts the keyboard on the primary button, or on Cancel where something would be deleted."""
        button = self._cancel if self.destructive else self._primary
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self, note: str) -> None:
        """It was answered, or is out of date: the buttons go and this is said instead."""
        for row in self._rows:
            row.check.setEnabled(False)
        self._foot.say(note)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        space = theme().space(3) + 2
        head.setContentsMargins(space, space, space, theme().space(3))
        head.setSpacing(theme().space(1))
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        name = "trash-2" if self.destructive else "calendar"
        tone = "danger.text" if self.destructive else "accent.text"
        row.addWidget(Glyph(name, tone, self, _ICON), 0, Qt.AlignmentFlag.AlignTop)
        asked, _, rest = self._reply.text.partition("\n")
        row.addWidget(wrapped(asked, self, "title"), 1)
        head.addLayout(row)
        head.addWidget(wrapped(rest.strip() or self.tr("Nothing has changed yet."), self, "small"))
        return head

    def _fill_foot(self) -> None:
        self._primary = QPushButton(self._foot)
        self._primary.setProperty("look", "danger" if self.destructive else "primary")
        choices = self._reply.choices
        if choices:
            self._primary.clicked.connect(lambda: self._approve(choices[0]))
        self._foot.add(self._primary)
        for choice in choices[1:]:
            other = QPushButton(choice.label, self._foot)
            other.clicked.connect(lambda _checked=False, choice=choice: self._approve(choice))
            self._foot.add(other)
        self._cancel = QPushButton(self.tr("Cancel"), self._foot)
        self._cancel.setProperty("look", "quiet")
        self._cancel.clicked.connect(self.cancelled)
        self._foot.add(self._cancel)
        self._foot.end(self.tr("You can undo this"))
        self._recount()

    def _recount(self) -> None:
        count = len(self._checked())
        fallback = self._reply.choices[0].label if self._reply.choices else self.tr("Apply")
        several = len(self._rows) > 1 and len(self._reply.choices) == 1
        self._primary.setText(act_label(self._act, count, fallback) if several else fallback)
        self._primary.setEnabled(count > 0 or not self._rows)

    def _checked(self) -> tuple[str, ...]:
        return tuple(row.item.uid for row in self._rows if row.check.isChecked())

    def _approve(self, choice: Choice) -> None:
        self.approved.emit(choice, self._checked())


class _Row(QWidget):
    """Check box, item, old value, arrow, new value; below a certain width the old value stands above the new one."""

    def __init__(self, item: ReceiptItem, desk: Desk, parent: QWidget, *, destructive: bool, several: bool) -> None:
        super().__init__(parent)
        self.item = item
        wording, today = desk.wording, desk.now().date()
        old_value, now_value = telling.old_and_new(item, wording, today)
        if destructive:
            now_value = telling.when(item, wording, today) or now_value
        self.check = QCheckBox(self)
        self.check.setChecked(True)
        self.check.setVisible(several)
        self.check.setAccessibleName(self.tr("Include: {title}").format(title=item.title))
        self._name = wrapped(item.title, self, "strong")
        self._old = _Value("−", now_value if destructive else old_value, "remove", self)
        self._arrow = Glyph("arrow-right", "text.tertiary", self)
        self._new = _Value("+", now_value, "add", self)
        if destructive or not old_value:
            self._arrow.hide()
            (self._new if destructive else self._old).hide()
        if not now_value:
            self._old.setHidden(destructive or self._old.isHidden())
            self._new.hide()
        self._grid = QGridLayout(self)
        space = theme().space(3) + 2
        self._grid.setContentsMargins(space, theme().space(2), space, theme().space(2))
        self._grid.setHorizontalSpacing(theme().space(3))
        self._grid.setVerticalSpacing(theme().space(1))
        self._narrow: bool | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW * theme().size("control") / theme().fixed("control")
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange(narrow=narrow)

    def _arrange(self, *, narrow: bool) -> None:
        grid = self._grid
        parts: tuple[QWidget, ...] = (self._name, self._old, self._arrow, self._new)
        for part in (self.check, *parts):
            grid.removeWidget(part)
        grid.addWidget(self.check, 0, 0, Qt.AlignmentFlag.AlignTop if narrow else Qt.AlignmentFlag.AlignVCenter)
        if narrow:
            self._arrow.hide()
            grid.addWidget(self._name, 0, 1)
            grid.addWidget(self._old, 1, 1)
            grid.addWidget(self._new, 2, 1)
        else:
            self._arrow.setVisible(not self._old.isHidden() and not self._new.isHidden())
            for column, part in enumerate(parts, start=1):
                grid.addWidget(part, 0, column)
        for column, stretch in enumerate((0, 1, 0 if narrow else 1, 0, 0 if narrow else 1)):
            grid.setColumnStretch(column, stretch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colour("border.subtle"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()


class _Value(QWidget):
    """An old or a new value on its ground, with its sign."""

    def __init__(self, sign: str, text: str, which: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._which = which
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(2), 2, theme().space(2), 2)
        row.setSpacing(6)
        self._labels = [QLabel(sign, self), wrapped(text, self, "small")]
        row.addWidget(self._labels[0], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._labels[1], 1)
        spoken = self.tr("New: {value}") if which == "add" else self.tr("Old: {value}")
        self.setAccessibleName(spoken.format(value=text))
        for label in self._labels:
            label.setProperty("look", "small")
            label.setProperty("tone", f"diff-{which}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"diff.{self._which}Soft"))
        painter.drawRoundedRect(self.rect(), theme().radius("sm"), theme().radius("sm"))
        painter.end()


class _Foot(QWidget):
    """The buttons on the window's ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        space = theme().space(3)
        self._row.setContentsMargins(space + 2, space, space + 2, space)
        self._row.setSpacing(theme().space(2))
        self._buttons: list[QPushButton] = []

    def add(self, button: QPushButton) -> None:
        self._buttons.append(button)
        self._row.addWidget(button)

    def end(self, note: str) -> None:
        self._row.addStretch()
        self._note = QLabel(note, self)
        self._note.setProperty("look", "caption")
        self._row.addWidget(self._note)

    def say(self, note: str) -> None:
        for button in self._buttons:
            button.hide()
        self._note.setText(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(b.sizeHint().width() + theme().space(2) for b in self._buttons if not b.isHidden())
        room = event.size().width() - wanted - 2 * theme().space(4)
        self._note.setVisible(room >= self._note.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("bg.window"))
        radius = theme().radius("lg") - 1
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.drawRect(0, 0, self.width(), radius)
        painter.setPen(theme().colour("border.default"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
