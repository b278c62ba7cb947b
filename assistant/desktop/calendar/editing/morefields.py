"""What an event has besides time, place and notes: zone, people, tags, link, availability. GUI thread."""

from __future__ import annotations

from urllib.parse import urlsplit
from zoneinfo import available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assistant.desktop.calendar.editing.fieldrow import field_row
from assistant.services.calendar.drafts import EventDraft

_SAFE = frozenset({"http", "https", "mailto"})


def openable(link: str) -> bool:
    """True for an address that may be opened in a browser or mail program."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in _SAFE and bool(parts.netloc or parts.path)


def _names(text: str) -> tuple[str, ...]:
    found = (name.strip().lstrip("#") for name in text.replace("，", ",").split(","))
    return tuple(dict.fromkeys(name for name in found if name))


class MoreFields(QWidget):
    """The fields behind "More".

    Signals:
        zoneChanged(): another time zone was chosen.
    """

    zoneChanged = Signal()

    def __init__(self, draft: EventDraft, zone: str, parent: QWidget) -> None:
        """`zone` is the name of the event's zone, empty for none."""
        super().__init__(parent)
        self._zones = QComboBox(self)
        self._zones.setAccessibleName(self.tr("Time zone"))
        self._zones.setEditable(True)
        self._zones.addItem(self.tr("No zone: the same clock time everywhere"), "")
        for name in sorted(available_timezones()):
            self._zones.addItem(name.replace("_", " "), name)
        self._zones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._zones.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._zones.setCurrentIndex(max(0, self._zones.findData(zone)))
        self._zones.activated.connect(lambda _place: self.zoneChanged.emit())
        self._people = self._line(", ".join(draft.people), self.tr("People, separated by commas"), self.tr("People"))
        self._tags = self._line(", ".join(draft.tags), self.tr("Tags, separated by commas"), self.tr("Tags"))
        self._link = self._line(draft.link, self.tr("Link"), self.tr("Link"))
        self._busy = QComboBox(self)
        self._busy.setAccessibleName(self.tr("Availability"))
        self._busy.addItem(self.tr("Busy: the time is taken"), True)
        self._busy.addItem(self.tr("Free: it can overlap"), False)
        self._busy.setCurrentIndex(0 if draft.busy else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for icon, field in (
            ("globe", self._zones),
            ("users", self._people),
            ("tag", self._tags),
            ("link", self._link),
            ("calendar-days", self._busy),
        ):
            row: QHBoxLayout = field_row(icon, field)
            column.addLayout(row)

    def _line(self, text: str, hint: str, name: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        return line

    def zone(self, before: str) -> str:
        """The zone chosen; `before` where what was typed is none."""
        index = self._zones.findText(self._zones.currentText())
        return str(self._zones.itemData(index)) if index >= 0 else before

    @property
    def people(self) -> tuple[str, ...]:
        """Names, each once."""
        return _names(self._people.text())

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags, each once, without a number sign."""
        return _names(self._tags.text())

    @property
    def link(self) -> str:
        """The address, with https where it has no scheme."""
        text = self._link.text().strip()
        return f"https://{text}" if text and "." in text and ":" not in text and " " not in text else text

    @property
    def busy(self) -> bool:
        """False where the time counts as free."""
        return bool(self._busy.currentData())

    @property
    def problem(self) -> str:
        """Why the link cannot be used; empty where it can."""
        return self.tr("This is not a link.") if self.link and not openable(self.link) else ""
