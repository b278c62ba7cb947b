"""The row of chips: real buttons, arrow keys inside, Tab in and out, Delete takes one away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from assistant.desktop.dock.chips import Chip, Consequence
from assistant.desktop.dock.edits import ChipKind
from assistant.desktop.dock.flow import FlowLayout
from assistant.desktop.icons import pixmap
from assistant.desktop.theme import repolish, theme

_WIDEST = 220
_ICON = 14
_CHEVRON = 12
_DOT = 8


class ChipButton(QAbstractButton):
    """One chip. Its whole text is the accessible name and, where it was cut, the tooltip.

    Signals:
        removed(): Backspace or Delete.
        stepped(int): an arrow key, -1 or 1.
        left(): Esc.
    """

    removed = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chip = chip
        self._inside = False
        self._cut, self._hint = "", QSize()
        self._take(chip, _accessible(chip))
        theme().changed.connect(self._measure)

    @property
    def chip(self) -> Chip:
        """What it shows."""
        return self._chip

    def show_chip(self, chip: Chip) -> None:
        """Takes over another value of the same kind."""
        name = _accessible(chip)
        if chip != self._chip or name != self.accessibleName():  # most keys change one chip of several
            self._take(chip, name)

    def _take(self, chip: Chip, name: str) -> None:
        self._chip = chip
        self.setText(chip.text)
        self.setAccessibleName(name)
        self._measure()
        self.setToolTip(chip.tip or (chip.text if self._cut != chip.text else ""))

    def _measure(self) -> None:
        """What Qt asks for several times with every key, reckoned once."""
        metrics = self._metrics()
        room = round(_WIDEST * theme().size("chip") / theme().fixed("chip"))
        self._cut = metrics.elidedText(self._chip.text, Qt.TextElideMode.ElideMiddle, room)
        tail = 6 + _CHEVRON if self._chip.menu else 0
        width = 9 + self._lead() + metrics.horizontalAdvance(self._cut) + tail + 11
        self._hint = QSize(width, max(theme().size("chip") + 2, theme().fixed("hitMin")))
        self.updateGeometry()
        self.update()

    # ------------------------------------------------------------------ painting

    def _metrics(self) -> QFontMetrics:
        font = theme().font("small")
        if self._chip.tone == "kind":
            font.setWeight(theme().font("bodyStrong").weight())
        return QFontMetrics(font)

    def _lead(self) -> int:
        if self._chip.dot and not self._chip.icon:
            return _DOT + 6
        return _ICON + 6 if self._chip.icon else 0

    def sizeHint(self) -> QSize:
        """Icon, text cut at its widest, and the arrow of a menu."""
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Never more than the narrowest window has."""
        return QSize(64, self._hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up under the pointer."""
        self._inside = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes back to rest."""
        self._inside = False
        super().leaveEvent(event)

    def _colours(self) -> tuple[QColor, QColor, str]:
        tint = theme().colour
        if self._chip.tone == "kind":
            return tint("accent.soft"), tint("accent.softBorder"), "accent.onSoft"
        if self._chip.tone == "warning":
            return tint("warning.soft"), tint("warning.text"), "warning.onSoft"
        return tint("bg.hover" if self._inside else "bg.surface"), tint("border.default"), "text.primary"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, line, ink = self._colours()
        height = theme().size("chip")
        pill = QRectF(0.5, (self.height() - height) / 2 + 0.5, self.width() - 1, height - 1)
        focus = self.hasFocus()
        painter.setPen(QPen(theme().colour("border.focus") if focus else line, 2 if focus else 1))
        painter.setBrush(fill)
        box = pill.adjusted(0.5, 0.5, -0.5, -0.5) if focus else pill
        painter.drawRoundedRect(box, height / 2, height / 2)
        x = 9.0
        middle = pill.center().y()
        if self._chip.dot and not self._chip.icon:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(self._chip.dot))
            painter.drawEllipse(QPointF(x + _DOT / 2, middle), _DOT / 2, _DOT / 2)
        elif self._chip.icon:
            tone = self._chip.dot or ("text.secondary" if ink == "text.primary" else ink)
            painter.drawPixmap(QPointF(x, middle - _ICON / 2), pixmap(self._chip.icon, tone, _ICON))
        x += self._lead()
        font = theme().font("small")
        if self._chip.tone == "kind":
            font.setWeight(theme().font("bodyStrong").weight())
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        room = self.width() - x - 11 - (6 + _CHEVRON if self._chip.menu else 0)
        text = self._metrics().elidedText(self._cut, Qt.TextElideMode.ElideMiddle, int(room) + 1)
        painter.drawText(QRectF(x, pill.top(), room + 2, pill.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self._chip.menu:
            tone = "text.secondary" if ink == "text.primary" else ink
            place = QPointF(self.width() - 10 - _CHEVRON, middle - _CHEVRON / 2)
            painter.drawPixmap(place, pixmap("chevron-down", tone, _CHEVRON))
        painter.end()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, Delete removes, Enter and Space open."""
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.stepped.emit(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()


class ChipBar(QWidget):
    """All chips and the line of consequence behind them.

    Signals:
        opened(ChipKind): the person wants to edit it.
        removed(ChipKind): the person took it away.
        left(): Esc on a chip: back to the text.
    """

    opened = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._buttons: dict[ChipKind, ChipButton] = {}
        self._consequence = ConsequenceLine(self)
        self._flow.addWidget(self._consequence)
        self._consequence.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def buttons(self) -> list[ChipButton]:
        """The chips, in their order."""
        return [self._buttons[kind] for kind in ChipKind if kind in self._buttons]

    def button(self, kind: ChipKind) -> ChipButton | None:
        """The chip of this kind, if it is shown."""
        return self._buttons.get(kind)

    def show_chips(self, chips: tuple[Chip, ...], consequence: Consequence | None) -> None:
        """Shows these; a chip that stays keeps its focus and its open editor."""
        wanted = {chip.kind: chip for chip in chips}
        for kind in [k for k in self._buttons if k not in wanted]:
            self._drop(kind)
        for place, kind in enumerate(kind for kind in ChipKind if kind in wanted):
            if kind in self._buttons:
                self._buttons[kind].show_chip(wanted[kind])
            else:
                self._add(place, wanted[kind])
        self._rove()
        self._consequence.tell(consequence)
        self._flow.invalidate()
        self.updateGeometry()
        self.setVisible(bool(chips))

    def _add(self, place: int, chip: Chip) -> None:
        button = ChipButton(chip, self)
        kind = chip.kind
        button.clicked.connect(lambda: self.opened.emit(kind))
        button.removed.connect(lambda: self._remove(kind))
        button.stepped.connect(lambda step: self._step(kind, step))
        button.left.connect(self.left)
        self._buttons[kind] = button
        self._flow.insert(place, button)
        button.show()

    def _drop(self, kind: ChipKind) -> None:
        button = self._buttons.pop(kind)
        had_focus = button.hasFocus()
        self._flow.removeWidget(button)
        button.hide()
        button.deleteLater()
        if had_focus:
            self.left.emit()

    def _remove(self, kind: ChipKind) -> None:
        if kind != ChipKind.TYPE:
            self._step(kind, -1)
            self.removed.emit(kind)

    def _step(self, kind: ChipKind, step: int) -> None:
        row = self.buttons()
        to = row.index(self._buttons[kind]) + step
        if 0 <= to < len(row):
            row[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self._rove()

    def _rove(self) -> None:
        """One chip at a time is reached by Tab: the focused one, else the first."""
        row = self.buttons()
        chosen = next((b for b in row if b.hasFocus()), row[0] if row else None)
        for button in row:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus)


class ConsequenceLine(QWidget):
    """Icon and one line on what the item would mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setProperty("look", "small")
        row = FlowLayout(self, gap=5)
        row.setContentsMargins(6, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self._told: Consequence | None = None
        theme().changed.connect(self._show)

    @property
    def text(self) -> str:
        """What it says; empty when hidden."""
        return self._text.text() if self._told is not None else ""

    def tell(self, consequence: Consequence | None) -> None:
        """Shows the line, or nothing."""
        if consequence != self._told:
            self._told = consequence
            self.setVisible(consequence is not None)
            self._show()

    def _show(self) -> None:
        consequence = self._told
        if consequence is None:
            return
        self._icon.setPixmap(pixmap(consequence.icon, f"{consequence.tone}.text", _ICON))
        self._text.setText(consequence.text)
        self._text.setProperty("tone", consequence.tone)
        repolish(self._text)


def _accessible(chip: Chip) -> str:
    """Action and object: what pressing it edits, and what it holds now."""
    translate = QCoreApplication.translate
    pattern = {
        ChipKind.TYPE: translate("DockWords", "Change type: {value}"),
        ChipKind.TITLE: translate("DockWords", "Edit title: {value}"),
        ChipKind.WHEN: translate("DockWords", "Edit time: {value}"),
        ChipKind.REPEAT: translate("DockWords", "Edit repeat: {value}"),
        ChipKind.PLACE: translate("DockWords", "Edit place: {value}"),
        ChipKind.REMINDER: translate("DockWords", "Edit reminder: {value}"),
        ChipKind.LIST: translate("DockWords", "Choose list or calendar: {value}"),
        ChipKind.PRIORITY: translate("DockWords", "Choose priority: {value}"),
        ChipKind.TAGS: translate("DockWords", "Edit tags: {value}"),
    }[chip.kind]
    return pattern.format(value=chip.text)
