"""The window's error surface: what happened, what is safe, one action; details can be copied."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.theme import theme
from assistant.services.calendar_files.telling import told_reason

# Error codes with a sentence of their own in the interface's language; others show the error's own words.
_SENTENCES: dict[str, object] = {
    "store.full": QT_TRANSLATE_NOOP("Banner", "The disk is full. The last change is not saved yet."),
    "store.locked": QT_TRANSLATE_NOOP("Banner", "Another program is using your data. The change was not saved."),
    "store.readonly": QT_TRANSLATE_NOOP("Banner", "Your data was opened read-only. Nothing can be changed."),
    "store.damaged": QT_TRANSLATE_NOOP("Banner", "Your data could not be read. The file was left as it is."),
    "model.missing": QT_TRANSLATE_NOOP("Banner", "No model is set up. Calendar, tasks and reminders work as usual."),
    "model.damaged": QT_TRANSLATE_NOOP("Banner", "The model file is damaged. Your data is not affected."),
    "model.offline": QT_TRANSLATE_NOOP("Banner", "You are working offline. Nothing was fetched."),
    "journal.changed": QT_TRANSLATE_NOOP("Banner", "It was changed again after this, so it was not undone."),
    "journal.empty": QT_TRANSLATE_NOOP("Banner", "There is nothing to undo."),
    "loudspeaker.none": QT_TRANSLATE_NOOP("Banner", "No loudspeaker was found."),
    "loudspeaker.closed": QT_TRANSLATE_NOOP("Banner", "The loudspeaker could not be opened."),
    "sound.hangs": QT_TRANSLATE_NOOP("Banner", "The loudspeaker does not answer."),
    "sound.library": QT_TRANSLATE_NOOP("Banner", "The system has no library for sound."),
    "settings.unwritable": QT_TRANSLATE_NOOP("Banner", "The settings could not be written. They hold until you quit."),
    "event.pattern": QT_TRANSLATE_NOOP(
        "Banner", "The other dates of this series cannot follow. Change this occurrence alone instead."
    ),
    "calendar.read_only": QT_TRANSLATE_NOOP("Banner", "“{name}” is subscribed to and cannot be changed."),
    "subscription.address": QT_TRANSLATE_NOOP("Banner", "This is not an address on the web."),
    "subscription.refused": QT_TRANSLATE_NOOP("Banner", "{host} did not give the calendar (answer {status})."),
    "subscription.network": QT_TRANSLATE_NOOP("Banner", "{host} cannot be reached ({reason})."),
    "subscription.size": QT_TRANSLATE_NOOP("Banner", "The file is too big for a calendar."),
    "subscription.file": QT_TRANSLATE_NOOP("Banner", "“{path}” cannot be read ({reason})."),
    "subscription.empty": QT_TRANSLATE_NOOP("Banner", "Nothing in “{name}” is a calendar entry."),
    "export.unwritable": QT_TRANSLATE_NOOP("Banner", "“{path}” cannot be written ({reason})."),
    "calendar.name": QT_TRANSLATE_NOOP("Banner", "A calendar needs a name."),
    "calendar.missing": QT_TRANSLATE_NOOP("Banner", "This calendar does not exist any more."),
    "subscription.offline": QT_TRANSLATE_NOOP("Banner", "You are working offline. Nothing was fetched."),
}


def sentence_for(error: AssistantError) -> str:
    """What the person reads: by code where the window has words for it, else the error's own sentence."""
    return sentence_of(error.code, error.message, error.facts)


def sentence_of(code: str, message: str, facts: Mapping[str, object]) -> str:
    """See `sentence_for`; for an error of which only the parts are left."""
    known = _SENTENCES.get(code)
    if not known:
        return message
    told = dict(facts)
    if "reason" in told:
        told["reason"] = told_reason(str(told["reason"]), chinese=QLocale().language() is QLocale.Language.Chinese)
    return QCoreApplication.translate("Banner", str(known)).format(**told)


class Banner(QFrame):
    """A line above the panes; stays until closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self)
        self._copy.setProperty("look", "link")
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton(self)
        self._close.setProperty("look", "icon")
        self._close.clicked.connect(self.hide)
        self._details = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(3), theme().space(1), theme().space(2), theme().space(1))
        layout.setSpacing(theme().space(2))
        layout.addWidget(self._mark)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self.hide()

    def tell(self, text: str, details: str = "") -> None:
        """Shows a sentence; `details` is what Copy details puts on the clipboard."""
        self._mark.setPixmap(pixmap("triangle-alert", "warning.onSoft", 16))
        self._close.setIcon(icon("x", "warning.onSoft", 16))
        self._words.setText(text)
        self._copy.setText(self.tr("Copy details"))
        self._copy.setVisible(bool(details))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close"))
        self._details = details
        self.setAccessibleName(text)
        self.show()

    def tell_error(self, error: AssistantError) -> None:
        """Shows an error by its code."""
        facts = "\n".join(f"{name}: {value}" for name, value in error.facts.items())
        self.tell(sentence_for(error), f"{error.code}: {error.message}\n{facts}".strip())

    def tell_store(self, code: str, facts: Mapping[str, object], when: str) -> None:
        """Shows what opening the data needed: restored from a backup of `when`, or opened read-only."""
        details = "\n".join([code, *(f"{name}: {value}" for name, value in facts.items())])
        if code == "store.restored":
            text = self.tr(
                "Your data was damaged and was restored from the backup of {when}. The damaged file was kept."
            )
            self.tell(text.format(when=when), details)
        elif facts.get("reason") == "store.full":
            self.tell(
                self.tr("The disk is full. You can read everything; nothing can be changed until there is room."),
                details,
            )
        else:
            self.tell(self.tr("Your data was opened read-only. Nothing can be changed."), details)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
