"""Opens the editor of a chip and turns what is chosen there into edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.desk import Desk
from assistant.desktop.dock.chips import act_of
from assistant.desktop.dock.edits import ChipKind, Edits, hand_made_time
from assistant.desktop.dock.menus import lead_menu, list_menu, priority_menu, type_menu
from assistant.desktop.dock.popover import Hanging
from assistant.desktop.dock.repeat_editor import RepeatEditor
from assistant.desktop.dock.text_editor import TextEditor
from assistant.desktop.dock.when_editor import WhenEditor
from assistant.services.conversation.reply import Preview
from assistant.understanding.request import Intent


class ChipEditing(QObject):
    """The editors of one bar.

    Signals:
        changed(Edits): something was chosen; it holds at once.
        finished(): the editor closed; the focus goes back to its chip.
    """

    changed = Signal(object)
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget, first_day: Callable[[], int]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._host = parent
        self._first_day = first_day

    def open(
        self,
        kind: ChipKind,
        anchor: QWidget,
        preview: Preview,
        edits: Edits,
        *,
        calendars: Mapping[str, str],
        lists: Mapping[str, str],
    ) -> None:
        """Opens the editor of this kind at `anchor`."""
        request = preview.understanding.first
        match kind:
            case ChipKind.TYPE | ChipKind.PRIORITY:
                self._menu(self._plain_menu(kind, request.intent, edits), anchor)
            case ChipKind.WHEN:
                self._when(anchor, preview, edits)
            case ChipKind.REPEAT:
                self._repeat(anchor, preview, edits)
            case ChipKind.REMINDER:
                self._menu(self._lead_menu(preview, edits), anchor)
            case ChipKind.LIST:
                names = calendars if request.intent == Intent.CREATE_EVENT else lists
                self._menu(self._list_menu(names, preview.list_name, edits), anchor)
            case ChipKind.TITLE:
                if act_of(request.intent) == "create":
                    self._text(anchor, self.tr("Title"), request.slots.title or "", lambda t: self._title(edits, t))
            case ChipKind.PLACE:
                self._text(anchor, self.tr("Place"), request.slots.location or "", lambda t: self._place(edits, t))
            case ChipKind.TAGS:
                tags = ", ".join(request.slots.tags)
                self._text(anchor, self.tr("Tags, with commas between them"), tags, lambda t: self._tags(edits, t))

    def _plain_menu(self, kind: ChipKind, intent: Intent, edits: Edits) -> QMenu:
        """Of the type or the priority."""
        if kind is ChipKind.TYPE:
            return type_menu(self._host, intent, lambda i: self._keep(replace(edits, intent=i), kind))
        return priority_menu(self._host, lambda p: self._keep(replace(edits, priority=p), kind))

    def _lead_menu(self, preview: Preview, edits: Edits) -> QMenu:
        """How long before it reminds."""
        return lead_menu(
            self._host,
            self._desk.wording,
            None if preview.all_day else preview.start_at,
            preview.understanding.first.slots.reminder_minutes_before,
            lambda m: self._keep(replace(edits, minutes=m), ChipKind.REMINDER),
        )

    def _list_menu(self, names: Mapping[str, str], chosen: str, edits: Edits) -> QMenu:
        """Where it goes."""
        return list_menu(self._host, names, chosen, lambda n: self._keep(replace(edits, list_name=n), ChipKind.LIST))

    def _keep(self, edits: Edits, kind: ChipKind) -> None:
        self.changed.emit(edits.with_back(kind))

    def _title(self, edits: Edits, text: str) -> None:
        if text:
            self._keep(replace(edits, title=text), ChipKind.TITLE)

    def _place(self, edits: Edits, text: str) -> None:
        self._keep(replace(edits, location=text), ChipKind.PLACE)

    def _tags(self, edits: Edits, text: str) -> None:
        words = text.replace("，", ",").replace("、", ",").split(",")
        tags = tuple(w.strip().lstrip("#＃") for w in words if w.strip().lstrip("#＃"))
        self._keep(replace(edits, tags=tags), ChipKind.TAGS)

    def _menu(self, menu: QMenu, anchor: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.finished)
        above = anchor.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height())
        menu.popup(above)

    def _show(self, popover: Hanging, anchor: QWidget) -> None:
        popover.closed.connect(self.finished)
        popover.open_at(anchor)

    def _text(self, anchor: QWidget, label: str, text: str, on_kept: Callable[[str], None]) -> None:
        editor = TextEditor(self._host, label, text)
        editor.kept.connect(on_kept)
        self._show(editor, anchor)
        editor.begin()

    def _when(self, anchor: QWidget, preview: Preview, edits: Edits) -> None:
        request = preview.understanding.first
        time = request.item_time
        start: datetime | date | None = preview.start_at or (time.start if time else None)
        end: datetime | date | None = preview.end_at or (time.end if time else None)
        if preview.all_day:
            start = start.date() if isinstance(start, datetime) else start
            end = end.date() if isinstance(end, datetime) else end
        elif time is not None and start is not None and not isinstance(time.start, datetime):
            start, end = time.start, time.end
        editor = WhenEditor(
            self._host,
            self._desk.wording,
            self._desk.now(),
            start,
            end,
            spans=request.intent in (Intent.CREATE_EVENT, Intent.UPDATE_EVENT),
            zone=self._desk.assistant.clock.zone(),
            first_day=self._first_day(),
            notes=DayNotes(self._desk, self._host),
        )
        rule = time.rrule if time is not None else None
        editor.changed.connect(
            lambda first, last: self._keep(
                replace(edits, time=hand_made_time(first, last, edits.rrule or rule)), ChipKind.WHEN
            )
        )
        self._show(editor, anchor)
        editor.begin()

    def _repeat(self, anchor: QWidget, preview: Preview, edits: Edits) -> None:
        time = preview.understanding.first.item_time
        if time is None or time.start is None:
            return
        editor = RepeatEditor(self._host, self._desk.wording, time.start, time.rrule or "")
        editor.changed.connect(lambda rule: self._keep(replace(edits, rrule=rule), ChipKind.REPEAT))
        self._show(editor, anchor)
        editor.begin()
