"""The history of changes: who did what and when, and taking each of them back, or one item of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.desktop.chat.cards import Glyph, SmallButton, wrapped
from assistant.desktop.desk import Desk
from assistant.desktop.found.overlay import Overlay
from assistant.desktop.theme import theme
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, JournalEntry

_PAGE = 40
_ICONS = {Origin.PERSON: "user", Origin.ASSISTANT: "sparkles", Origin.SYNC: "download"}


class HistoryList(Overlay):
    """Newest first, by day. Follows every change while it is open.

    Signals:
        undoWanted(int): take this journal entry back.
        redoWanted(int): do it again.
        restoreWanted(int, str, str): put one item back as it was before: entry, kind, uid.
    """

    undoWanted = Signal(int)
    redoWanted = Signal(int)
    restoreWanted = Signal(int, str, str)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over, self.tr("History"))
        self._desk = desk
        self._count = _PAGE
        self._open_entry: int | None = None
        self._entries: tuple[JournalEntry, ...] = ()
        self._later: frozenset[tuple[int, str]] = frozenset()
        top = QHBoxLayout()
        heading = QLabel(self.tr("History"), self)
        heading.setProperty("look", "strong")
        top.addWidget(heading, 1)
        self._who = QComboBox(self)
        self._who.setAccessibleName(self.tr("Changes of"))
        self._who.addItem(self.tr("Everyone"), None)
        for origin in Origin:
            self._who.addItem(self._name(origin), origin)
        self._who.currentIndexChanged.connect(lambda _index: self._fill())
        top.addWidget(self._who)
        self.inside.addLayout(top)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Changes, newest first"))
        self.inside.addWidget(self._area, 1)
        desk.itemsChanged.connect(self._reload)

    def begin(self) -> None:
        """Shows it."""
        self.open()
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reload()

    def _name(self, origin: Origin) -> str:
        return {
            Origin.PERSON: self.tr("You"),
            Origin.ASSISTANT: self.tr("The assistant"),
            Origin.SYNC: self.tr("Import or sync"),
        }[origin]

    def _reload(self, *_changed: object) -> None:
        if self.isHidden():
            return
        undo, count = self._desk.assistant.undo, self._count + 1
        self._desk.background.run(lambda: undo.history(count), self._arrived, owner=self)

    def _arrived(self, entries: tuple[JournalEntry, ...]) -> None:
        self._entries = entries
        self._later = _changed_later(entries)
        self._fill()

    def _fill(self) -> None:
        bar = self._area.verticalScrollBar()
        where = bar.value()
        page = QWidget()
        page.setProperty("look", "raised")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme().space(2), 0)
        column.setSpacing(0)
        wanted = self._who.currentData()
        shown = [one for one in self._entries[: self._count] if wanted is None or one.origin == wanted]
        self._fill_days(column, page, shown)
        if not shown:
            column.addWidget(wrapped(self.tr("Nothing was changed yet."), page, "small"))
        if len(self._entries) > self._count:
            more = QPushButton(self.tr("Show earlier changes"), page)
            more.setProperty("look", "link")
            more.clicked.connect(self._more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._area.setWidget(page)
        bar.setValue(where)
        margins = self.inside.contentsMargins()
        above = self._who.sizeHint().height() + margins.top() + margins.bottom() + theme().space(3)
        room = self.card().width() - margins.left() - margins.right() - theme().space(2)
        self.wish(above + (column.heightForWidth(room) if column.hasHeightForWidth() else column.sizeHint().height()))

    def _fill_days(self, column: QVBoxLayout, page: QWidget, shown: Sequence[JournalEntry]) -> None:
        zone, today = self._desk.assistant.clock.zone(), self._desk.now().date()
        day: date | None = None
        for entry in shown:
            at = entry.at.astimezone(zone)
            if at.date() != day:
                day = at.date()
                label = QLabel(self._desk.wording.day(day, today), page)
                label.setProperty("look", "smallStrong")
                column.addSpacing(theme().space(2))
                column.addWidget(label)
            column.addWidget(self._row(entry, page))

    def _more(self) -> None:
        self._count += _PAGE
        self._reload()

    def _row(self, entry: JournalEntry, page: QWidget) -> QWidget:
        wording, zone = self._desk.wording, self._desk.assistant.clock.zone()
        row = QWidget(page)
        outer = QVBoxLayout(row)
        outer.setContentsMargins(0, theme().space(1), 0, theme().space(1))
        outer.setSpacing(theme().space(1))
        line = QHBoxLayout()
        line.setSpacing(theme().space(2))
        line.addWidget(Glyph(_ICONS[entry.origin], "text.secondary", row, theme().size("icon")))
        words = QVBoxLayout()
        words.setSpacing(0)
        told = wording.entry(entry)
        title = wrapped(told, row)
        if entry.undone_at is not None:
            font = title.font()
            font.setStrikeOut(True)
            title.setFont(font)
        words.addWidget(title)
        who = self._name(entry.origin)
        state = self.tr(" · undone") if entry.undone_at is not None else ""
        words.addWidget(wrapped(f"{wording.time(entry.at.astimezone(zone))} · {who}{state}", row, "small"))
        line.addLayout(words, 1)
        self._add_buttons(line, entry, told, row)
        outer.addLayout(line)
        if entry.id == self._open_entry:
            for change in entry.changes:
                outer.addLayout(self._item(entry, change, row))
        return row

    def _add_buttons(self, line: QHBoxLayout, entry: JournalEntry, told: str, row: QWidget) -> None:
        if len(entry.changes) > 1:
            items = SmallButton(self.tr("Items"), "list", row, look="quiet")
            items.setProperty("tone", "small")
            items.setAccessibleName(self.tr("Show the items of: {what}").format(what=told))
            items.clicked.connect(lambda: self._toggle(entry.id))
            line.addWidget(items)
        if entry.undone_at is not None:
            redo = SmallButton(self.tr("Redo"), "redo-2", row)
            redo.setAccessibleName(self.tr("Redo: {what}").format(what=told))
            redo.clicked.connect(lambda: self.redoWanted.emit(entry.id))
            line.addWidget(redo)
            return
        undo = SmallButton(self.tr("Undo"), "undo-2", row)
        undo.setAccessibleName(self.tr("Undo: {what}").format(what=told))
        undo.clicked.connect(lambda: self.undoWanted.emit(entry.id))
        line.addWidget(undo)
        only = entry.changes[0] if len(entry.changes) == 1 else None
        if only is not None and only.before is not None and (entry.id, only.uid) in self._later:
            line.addWidget(self._restorer(entry, only, row))

    def _toggle(self, entry: int) -> None:
        self._open_entry = None if self._open_entry == entry else entry
        self._fill()

    def _item(self, entry: JournalEntry, change: Change, row: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(theme().size("icon") + theme().space(2), 0, 0, 0)
        line.addWidget(wrapped(title_of(change), row, "small"), 1)
        if change.before is not None:
            line.addWidget(self._restorer(entry, change, row))
        return line

    def _restorer(self, entry: JournalEntry, change: Change, row: QWidget) -> QPushButton:
        restore = SmallButton(self.tr("Restore"), "history", row)
        title = title_of(change)
        restore.setToolTip(self.tr("Put “{title}” back as it was before this change").format(title=title))
        restore.setAccessibleName(self.tr("Restore: {title}").format(title=title))
        restore.clicked.connect(lambda: self.restoreWanted.emit(entry.id, str(change.kind), change.uid))
        return restore


def _changed_later(entries: Sequence[JournalEntry]) -> frozenset[tuple[int, str]]:
    """Entry and item of every change that another one followed: undoing would be refused, restoring is not."""
    seen: set[str] = set()
    found: set[tuple[int, str]] = set()
    for entry in entries:
        found |= {(entry.id, change.uid) for change in entry.changes if change.uid in seen}
        if entry.undone_at is None:
            seen |= {change.uid for change in entry.changes}
    return frozenset(found)


def title_of(change: Change) -> str:
    """What the person knows the changed thing by."""
    item = change.before or change.after
    if item is None:
        return ""
    name = {ItemKind.CALENDAR: "name", ItemKind.TASK_LIST: "name", ItemKind.REMINDER: "text"}.get(change.kind, "title")
    return str(getattr(item, name))
