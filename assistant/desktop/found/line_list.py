"""The list under a search: painted lines, the words that were asked for in bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.desktop.found.lines import Line
from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme

_SIDE = 10
_Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """The lines as a model, so that assistive technology reads them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.detail, line.side) if part)
        if role == Qt.ItemDataRole.ToolTipRole and not line.is_heading:
            return "\n".join(part for part in (line.text, line.detail) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, model: _Lines, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.words: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = self._model.lines[index.row()]
        if line.is_heading:
            return QSize(0, theme().line("small") + theme().space(3))
        high = theme().line("body") + (theme().line("small") if line.detail else 0) + theme().space(3)
        return QSize(0, max(high, theme().size("hitMin")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = self._model.lines[index.row()]
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_heading:
            font = QFont(theme().font("small"))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(theme().colour("text.tertiary"))
            inner = rect.adjusted(_SIDE, 0, -_SIDE, -theme().space(1))
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line.text)
        else:
            self._paint_line(painter, rect, line, option)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, option: QStyleOptionViewItem) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("bg.selected" if chosen else "bg.hover"))
            painter.drawRoundedRect(rect, theme().radius("md"), theme().radius("md"))
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme().radius("md"), theme().radius("md"))
        side = theme().size("icon")
        top = rect.top() + theme().space(1) + 2
        high = theme().line("body")
        tone = "accent.onSoft" if chosen else "text.secondary"
        if line.icon:
            painter.drawPixmap(rect.left() + _SIDE, top + (high - side) // 2, pixmap(line.icon, tone, side))
        left = rect.left() + 2 * _SIDE + side
        right = self._paint_side(painter, rect, line, top, high)
        first = QRect(left, top, right - left, high)
        if not line.detail:
            first.moveTop(rect.top() + (rect.height() - high) // 2)
        self._paint_title(painter, first, line)
        if line.detail:
            small = theme().font("small")
            painter.setFont(small)
            painter.setPen(theme().colour("text.secondary"))
            below = QRect(left, first.bottom() + 1, rect.right() - _SIDE - left, theme().line("small"))
            told = QFontMetrics(small).elidedText(line.detail, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)

    def _paint_side(self, painter: QPainter, rect: QRect, line: Line, top: int, high: int) -> int:
        """The word at the right; returns where the title has to end."""
        right = rect.right() - _SIDE
        if not line.side or rect.width() < theme().breakpoint("medium") // 2:
            return right
        font = theme().font("small")
        told = QFontMetrics(font).elidedText(line.side, Qt.TextElideMode.ElideRight, rect.width() // 4)
        wide = QFontMetrics(font).horizontalAdvance(told)
        painter.setFont(font)
        painter.setPen(theme().colour("text.tertiary"))
        painter.drawText(QRect(right - wide, top, wide + 1, high), Qt.AlignmentFlag.AlignVCenter, told)
        return right - wide - _SIDE

    def _paint_title(self, painter: QPainter, rect: QRect, line: Line) -> None:
        plain = QFont(theme().font("body"))
        plain.setStrikeOut(line.struck)
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setPen(theme().colour("text.tertiary" if line.struck else "text.primary"))
        left = rect.left()
        shown = QFontMetrics(plain).elidedText(line.text, Qt.TextElideMode.ElideRight, rect.width())
        for part, strong in parts(shown, self.words):
            font = bold if strong else plain
            painter.setFont(font)
            wide = QFontMetrics(font).horizontalAdvance(part)
            room = min(wide, rect.right() - left)
            if room <= 0:
                break
            painter.drawText(QRect(left, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, part)
            left += wide


def parts(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """The text in pieces; True for those that are one of the words, case aside."""
    folded = text.casefold()
    if len(folded) != len(text):
        return [(text, False)]
    marked = [False] * len(text)
    for word in words:
        place = folded.find(word) if word else -1
        while place >= 0:
            marked[place : place + len(word)] = [True] * len(word)
            place = folded.find(word, place + len(word))
    pieces: list[tuple[str, bool]] = []
    for char, strong in zip(text, marked, strict=True):
        if pieces and pieces[-1][1] == strong:
            pieces[-1] = (pieces[-1][0] + char, strong)
        else:
            pieces.append((char, strong))
    return pieces


class LineList(QListView):
    """Lines to choose from by mouse or keys.

    Signals:
        taken(Line): a line was chosen.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Lines(self)
        self._painter = _Painter(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._take)
        theme().changed.connect(self.viewport().update)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line], words: Sequence[str] = ()) -> None:
        """Shows others; the first that can be chosen is the current one."""
        self._painter.words = tuple(word.casefold() for word in words)
        self._model.show(lines)
        first = next((number for number, line in enumerate(lines) if not line.is_heading), None)
        if first is not None:
            self.setCurrentIndex(self._model.index(first))
        self.scrollToTop()

    def step(self, by: int) -> None:
        """The next or previous line becomes the current one; headings are passed over, the ends are joined."""
        places = [number for number, line in enumerate(self._model.lines) if not line.is_heading]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) if here in places else (-1 if by > 0 else 0)
        self.setCurrentIndex(self._model.index(places[(at + by) % len(places)]))

    def take_current(self) -> None:
        """As if the current line was clicked."""
        self._take(self.currentIndex())

    def height_of_all(self) -> int:
        """What it takes to show every line without scrolling."""
        option = QStyleOptionViewItem()
        rows = range(self._model.rowCount())
        return sum(self._painter.sizeHint(option, self._model.index(row)).height() for row in rows) + theme().space(1)

    def _take(self, index: _Index) -> None:
        if index.isValid() and not self._model.lines[index.row()].is_heading:
            self.taken.emit(self._model.lines[index.row()])
