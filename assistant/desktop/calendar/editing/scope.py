"""How much of a series a change is meant for: this event, this and following, all. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from assistant.desktop.calendar import paint
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.theme import theme
from assistant.domain.recurrence import Scope

_WIDTH = 316


class ScopeChoice(QAbstractButton):
    """A radio button with a second line that says what it comes to."""

    def __init__(self, parent: QWidget, title: str, line: str) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(title)
        self._line = line
        self._name()

    def say(self, line: str) -> None:
        """Sets the second line."""
        self._line = line
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._line)

    def sizeHint(self) -> QSize:
        tall = paint.face("body").line + 4 + paint.face("small").line + 18
        return QSize(_width() - 2 * theme().space(4), round(tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = theme().border("focus") if chosen else theme().border("hairline")
        painter.setPen(QPen(theme().colour("border.focus" if chosen else "border.default"), width))
        painter.setBrush(theme().colour("bg.hover" if self.underMouse() and not chosen else "bg.raised"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, theme().radius("md"), theme().radius("md"))
        ring = QRectF(13, 10, 18, 18)
        if chosen:
            painter.setPen(QPen(theme().colour("accent.fill"), 5.5))
            painter.drawEllipse(ring.adjusted(2.75, 2.75, -2.75, -2.75))
        else:
            painter.setPen(QPen(theme().colour("border.control"), 1.5))
            painter.drawEllipse(ring.adjusted(0.75, 0.75, -0.75, -0.75))
        title, small = paint.face("body", weight=paint.MEDIUM), paint.face("small")
        painter.setPen(theme().colour("text.primary"))
        tall = title.line + 2
        paint.write(painter, title, (43, 9, tall), self.text())
        painter.setPen(theme().colour("text.secondary"))
        line = paint.broken(self._line, small, self.width() - 43 - 10)[0]
        paint.write(painter, small, (43, 9 + tall, small.line + 2), line)
        painter.end()


class ScopePopover(Popover):
    """Asks once, with This event chosen. Escape or a click elsewhere puts everything back.

    Signals:
        chosen(Scope)
    """

    chosen = Signal(object)

    def __init__(self, over: QWidget, heading: str, lines: str, action: str, scopes: tuple[Scope, ...]) -> None:
        super().__init__(over)
        self._scopes = scopes
        self._taken = False
        edge = theme().space(4)
        inner = self.body
        head = QLabel(heading, self)
        head.setProperty("look", "title")
        said = QLabel(lines, self)
        said.setProperty("tone", "secondary")
        said.setWordWrap(True)
        for widget, above in ((head, edge), (said, 2)):
            inner.addSpacing(above)
            row = QHBoxLayout()
            row.setContentsMargins(edge, 0, edge, 0)
            widget.setFixedWidth(_width() - 2 * edge)
            row.addWidget(widget)
            inner.addLayout(row)
        inner.addSpacing(6)
        self._group = QButtonGroup(self)
        self._choices: dict[Scope, ScopeChoice] = {}
        for scope in scopes:
            self._add(scope, edge)
        inner.addSpacing(18)
        inner.addLayout(self._buttons(action, edge))
        inner.addSpacing(edge)
        self.setAccessibleName(heading)
        self._choices[scopes[0]].setChecked(True)

    def _add(self, scope: Scope, edge: int) -> None:
        titles = {
            Scope.THIS: (self.tr("This event"), self.tr("Only this one")),
            Scope.FOLLOWING: (self.tr("This and following"), ""),
            Scope.ALL: (self.tr("All events"), ""),
        }
        choice = ScopeChoice(self, *titles[scope])
        self._group.addButton(choice)
        self._choices[scope] = choice
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(edge, 0, edge, 0)
        row.addWidget(choice)
        self.body.addLayout(row)

    def _buttons(self, action: str, edge: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(lambda: self.dismiss(cancelled=True))
        self._apply = QPushButton(action, self)
        self._apply.setProperty("look", "primary")
        self._apply.clicked.connect(self._take)
        row.addWidget(cancel)
        row.addWidget(self._apply)
        return row

    def say_counts(self, following: int | None, everything: int | None) -> None:
        """Says what the wider choices come to; None for a series without an end."""
        endless = self.tr("It repeats without end")
        lines = {
            Scope.FOLLOWING: endless if following is None else self._counted(following),
            Scope.ALL: endless if everything is None else self._all(everything),
        }
        if everything is not None and following is not None and everything > following:
            lines[Scope.ALL] = self.tr("{count} events, {past} of them earlier").format(
                count=everything, past=everything - following
            )
        for scope, line in lines.items():
            if scope in self._choices:
                self._choices[scope].say(line)

    def _counted(self, count: int) -> str:
        return self.tr("1 event") if count == 1 else self.tr("{count} events from here on").format(count=count)

    def _all(self, count: int) -> str:
        return self.tr("1 event") if count == 1 else self.tr("{count} events").format(count=count)

    def open_here(self, anchor: QRect) -> None:
        """Shows it and gives the focus to the first choice."""
        self.open_beside(anchor)
        self._choices[self._scopes[0]].setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        scope = next(scope for scope, choice in self._choices.items() if choice.isChecked())
        self._taken = True
        self.chosen.emit(scope)
        self.dismiss()

    def dismiss(self, *, cancelled: bool = False) -> None:
        """A click elsewhere is no answer either."""
        super().dismiss(cancelled=cancelled or not self._taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            order = list(self._choices.values())
            here = next((place for place, choice in enumerate(order) if choice.isChecked()), 0)
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            goal = order[(here + step) % len(order)]
            goal.setChecked(True)
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def _width() -> int:
    return round(_WIDTH * theme().pixels("body") / 13)
