"""The calendars: shown or hidden, coloured, named, the one for new events, added and deleted. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from assistant.desktop.calendar.popover import Popover
from assistant.desktop.icons import dot, icon
from assistant.desktop.theme import theme
from assistant.domain.event import Calendar, usual_calendar
from assistant.domain.items import Colour, new_uid

_WIDTH = 300


class CalendarList(Popover):
    """One line a calendar.

    Signals:
        added(Calendar), changed(Calendar), removed(Calendar)
        shown(Calendar): it is to be shown, or hidden.
        exportWanted(Calendar), importWanted(): calendar files.
    """

    added = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    shown = Signal(object)
    exportWanted = Signal(object)
    importWanted = Signal()

    def __init__(self, over: QWidget, calendars: Sequence[Calendar]) -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Calendars"))
        self._calendars = list(calendars)
        title = QLabel(self.tr("Calendars"), self)
        title.setProperty("look", "strong")
        title.setContentsMargins(16, 12, 16, 6)
        title.setMinimumWidth(round(_WIDTH * theme().pixels("body") / 13))
        self.body.addWidget(title)
        self._boxes: list[QCheckBox] = []
        usual = usual_calendar(self._calendars).uid if self._calendars else ""
        for calendar in self._calendars:
            self.body.addLayout(self._line(calendar, usual=calendar.uid == usual))
        self.body.addLayout(self._foot())

    def _line(self, calendar: Calendar, *, usual: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 2, 10, 2)
        row.setSpacing(6)
        shown = QCheckBox(self)
        shown.setChecked(calendar.visible)
        shown.setAccessibleName(self.tr("Show calendar {name}").format(name=calendar.name))
        shown.setToolTip(self.tr("Show or hide"))
        shown.clicked.connect(lambda checked: self._show(calendar.uid, visible=bool(checked)))
        self._boxes.append(shown)
        colour = QToolButton(self)
        colour.setProperty("look", "icon")
        colour.setIcon(dot(f"calendar.{calendar.colour.value}.bar", 12))
        colour.setIconSize(QSize(12, 12))
        colour.setAccessibleName(self.tr("Colour of {name}").format(name=calendar.name))
        colour.setToolTip(self.tr("Colour"))
        colour.clicked.connect(lambda: self._colours(calendar.uid, colour))
        name = QLineEdit(calendar.name, self)
        name.setAccessibleName(self.tr("Name of calendar {name}").format(name=calendar.name))
        name.setMaxLength(200)
        name.editingFinished.connect(lambda: self._rename(calendar.uid, name))
        for widget in (shown, colour):
            row.addWidget(widget)
        row.addWidget(name, 1)
        more = QToolButton(self)
        more.setProperty("look", "icon")
        more.setIcon(icon("ellipsis"))
        more.setAccessibleName(self.tr("More about {name}").format(name=calendar.name))
        more.setToolTip(self.tr("More"))
        more.clicked.connect(lambda: self._more(calendar.uid, more, usual=usual))
        row.addWidget(more)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 12)
        add = QPushButton(icon("plus"), self.tr("New calendar"), self)
        add.setProperty("look", "small")
        add.clicked.connect(self._add)
        bring = QPushButton(icon("download"), self.tr("Import…"), self)
        bring.setProperty("look", "small")
        bring.setToolTip(self.tr("Bring in calendar files (.ics)"))
        bring.clicked.connect(self._import)
        row.addWidget(add)
        row.addWidget(bring)
        row.addStretch(1)
        return row

    def open_here(self, anchor: QRect) -> None:
        """Shows it; the first calendar has the focus."""
        self.open_beside(anchor)
        if self._boxes:
            self._boxes[0].setFocus(Qt.FocusReason.PopupFocusReason)

    # ------------------------------------------------------------------ changing

    def _known(self, uid: str) -> Calendar:
        return next(one for one in self._calendars if one.uid == uid)

    def _take(self, calendar: Calendar) -> None:
        self._calendars = [calendar if one.uid == calendar.uid else one for one in self._calendars]

    def _change(self, calendar: Calendar) -> None:
        self._take(calendar)
        self.changed.emit(calendar)

    def _show(self, uid: str, *, visible: bool) -> None:
        calendar = replace(self._known(uid), visible=visible)
        self._take(calendar)
        self.shown.emit(calendar)

    def _rename(self, uid: str, field: QLineEdit) -> None:
        before, name = self._known(uid), field.text().strip()
        if not name:
            field.setText(before.name)
        elif name != before.name:
            self._change(replace(before, name=name))

    def _colours(self, uid: str, button: QToolButton) -> None:
        menu = QMenu(self)
        names = {
            Colour.BLUE: self.tr("Blue"),
            Colour.VIOLET: self.tr("Violet"),
            Colour.AMBER: self.tr("Amber"),
            Colour.ROSE: self.tr("Rose"),
            Colour.GREEN: self.tr("Green"),
            Colour.SLATE: self.tr("Slate"),
        }
        for colour, name in names.items():
            action = menu.addAction(dot(f"calendar.{colour.value}.bar", 12), name)
            action.triggered.connect(lambda _checked=False, chosen=colour: self._recolour(uid, chosen, button))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _recolour(self, uid: str, colour: Colour, button: QToolButton) -> None:
        button.setIcon(dot(f"calendar.{colour.value}.bar", 12))
        self._change(replace(self._known(uid), colour=colour))

    def _more(self, uid: str, button: QToolButton, *, usual: bool) -> None:
        menu = QMenu(self)
        calendar = self._known(uid)
        first = menu.addAction(icon("check"), self.tr("Use for new events"), lambda: self._prefer(calendar))
        first.setEnabled(not usual and not calendar.read_only)
        menu.addAction(icon("upload"), self.tr("Export…"), lambda: self._export(calendar))
        menu.addSeparator()
        delete = menu.addAction(icon("trash-2"), self.tr("Delete calendar"), lambda: self._remove(calendar))
        delete.setEnabled(len(self._calendars) > 1)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _prefer(self, calendar: Calendar) -> None:
        self._change(replace(calendar, position=min(one.position for one in self._calendars) - 1, visible=True))
        self.dismiss()

    def _export(self, calendar: Calendar) -> None:
        self.dismiss()
        self.exportWanted.emit(calendar)

    def _import(self) -> None:
        self.dismiss()
        self.importWanted.emit()

    def _remove(self, calendar: Calendar) -> None:
        self.dismiss()
        self.removed.emit(calendar)

    def _add(self) -> None:
        used = {one.colour for one in self._calendars}
        colour = next((one for one in Colour if one not in used), Colour.BLUE)
        position = max((one.position for one in self._calendars), default=0) + 1
        self.dismiss()
        self.added.emit(Calendar(uid=new_uid(), name=self.tr("New calendar"), colour=colour, position=position))
