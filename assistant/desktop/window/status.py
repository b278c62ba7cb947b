"""The status bar: what the model does, what works in the background, and what left the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

if TYPE_CHECKING:
    from assistant.services.model_ports import ModelStatus

_TONES = {
    "none": "text.tertiary",
    "downloading": "accent.fill",
    "loading": "accent.fill",
    "ready": "success.text",
    "working": "accent.fill",
    "asleep": "text.tertiary",
    "failed": "danger.text",
}


class _Dot(QWidget):
    """A round mark in the colour of a token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = "text.tertiary"
        self.setFixedSize(theme().space(2), theme().space(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self.tone))
        painter.drawEllipse(self.rect())


class StatusBar(QWidget):
    """Left the model, right the connections of this session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listening = False
        self.setProperty("look", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dot = _Dot(self)
        self._dot.hide()
        self._words = QLabel(self)
        self._words.setProperty("look", "small")
        self._action = QPushButton(self)
        self._action.setProperty("look", "link")
        self._action.hide()
        self._action.clicked.connect(lambda: desk.settingsWanted.emit("model"))
        self._privacy = QPushButton(self)
        self._privacy.setProperty("look", "quiet")
        self._privacy.clicked.connect(self._show_connections)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(4), 0, theme().space(2), 0)
        layout.setSpacing(theme().space(2))
        layout.addWidget(self._dot)
        layout.addWidget(self._words)
        layout.addWidget(self._action)
        layout.addStretch()
        layout.addWidget(self._privacy)
        desk.modelChanged.connect(self._show_model)
        desk.listeningChanged.connect(self._show_listening)
        desk.when_ready(self.retranslate)
        desk.connectionsChanged.connect(self.retranslate)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().size("statusBar"))
        self._privacy.setIcon(icon("shield-check", "text.secondary", 14))
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every word anew."""
        count = 0
        if self._desk.ready:
            self._show_model(self._desk.model_status)
            count = self._desk.assistant.connections.count
        if count:
            self._privacy.setText(self.tr("%n network connection(s) this session · Details", "", count))
        else:
            self._privacy.setText(self.tr("0 network connections this session"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_listening(self, listening: object) -> None:
        """An open microphone is always told, in the place of the model."""
        self._listening = bool(listening)
        self.retranslate()

    def _show_model(self, status: ModelStatus) -> None:
        if self._listening:
            self._dot.tone = "accent.fill"
            self._dot.show()
            self._dot.update()
            self._words.setText(self.tr("Listening"))
            self._action.hide()
            return
        self._dot.show()
        self._dot.tone = _TONES[status.state]
        self._dot.update()
        self._words.setText(self._sentence(status))
        self._action.setVisible(status.state in ("none", "failed"))
        self._action.setText(self.tr("Pick one") if status.state == "none" else self.tr("Fix"))
        self._action.setAccessibleName(self.tr("Open the model settings"))

    def _sentence(self, status: ModelStatus) -> str:
        percent = round((status.progress or 0) * 100)
        speed = status.tokens_per_second
        match status.state.value:
            case "none":
                return self.tr("No model")
            case "downloading":
                return self.tr("Downloading model {percent} %").format(percent=percent)
            case "loading":
                return self.tr("Loading model… {percent} %").format(percent=percent)
            case "ready":
                return self.tr("Model ready · {name}").format(name=status.model)
            case "working" if speed:
                return self.tr("Answering · {speed} tokens/s").format(speed=round(speed))
            case "working":
                return self.tr("Thinking…")
            case "asleep":
                return self.tr("Model asleep, wakes when asked")
        return self.tr("Model could not start")

    def _show_connections(self) -> None:
        menu = QMenu(self)
        entries = self._desk.assistant.connections.all()
        for entry in entries[-20:]:
            menu.addAction(
                f"{self._desk.wording.time(entry.at.astimezone(self._desk.now().tzinfo))}  {entry.host}  {entry.why}"
            ).setEnabled(False)
        if not entries:
            menu.addAction(self.tr("Nothing has left this computer.")).setEnabled(False)
        menu.addSeparator()
        offline = menu.addAction(self.tr("Work offline"))
        offline.setCheckable(True)
        offline.setChecked(self._desk.assistant.settings.flag("work_offline"))
        offline.toggled.connect(lambda on: self._desk.change_setting("work_offline", on))
        height = menu.sizeHint().height()
        menu.exec(self._privacy.mapToGlobal(QPoint(0, -height)))
