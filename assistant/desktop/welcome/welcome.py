"""The first start, over the whole window: one step after the other, and the way past them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.scrolled import scrolled, show_page
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.theme import theme
from assistant.desktop.welcome.pages import ModelPage, RegionPage, VoicePage, WelcomePage
from assistant.desktop.welcome.steps import Steps

_PAGE = 680
_REGION, _MODEL, _VOICE = range(3)


class Welcome(QWidget):
    """Shown once, to a person who has nothing stored yet. GUI thread.

    Signals:
        finished(): the person went through, or past, the last step.
    """

    finished = Signal()

    def __init__(self, desk: Desk, downloads: Downloads, parent: QWidget | None = None) -> None:
        """`downloads` outlives this page: a model goes on arriving behind it."""
        super().__init__(parent)
        self._desk = desk
        self._downloads = downloads
        self._at = _REGION
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._steps = Steps(self)
        self._area = scrolled(QWidget(), self)
        self._skip = QPushButton(self)
        self._skip.setProperty("look", "quiet")
        self._skip.clicked.connect(self._forward)
        self._note = QLabel(self)
        self._note.setProperty("look", "small")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._back = QPushButton(self)
        self._back.clicked.connect(self._backward)
        self._next = QPushButton(self)
        self._next.setProperty("look", "primary")
        self._next.clicked.connect(self._forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._steps)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())
        self.setFocusProxy(self._next)
        # A language that was chosen here changes the words here.
        desk.languageChanged.connect(self._show_step)
        self._show_step()

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("look", "dock")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme().space(6), theme().space(4), theme().space(6), theme().space(4))
        row.setSpacing(theme().space(3))
        row.addWidget(self._skip)
        row.addWidget(self._note, 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        return foot

    def _show_step(self) -> None:
        names = (self.tr("Language & region"), self.tr("Model"), self.tr("Microphone & voice"))
        self._steps.show_steps(names, self._at)
        self._skip.setText(self.tr("Skip for now"))
        self._back.setText(self.tr("Back"))
        self._next.setText(self.tr("Continue") if self._at < _VOICE else self.tr("Start"))
        self._back.setVisible(self._at > _REGION)
        self._note.setText(
            self.tr("A download goes on in the background and is taken up again after a restart.")
            if self._at != _REGION
            else self.tr("All of this can be changed later in the settings.")
        )
        show_page(self._area, self._page(), _PAGE)
        self._next.setFocus()

    def _page(self) -> WelcomePage:
        if self._at == _REGION:
            return RegionPage(self._desk)
        kind = ModelPage if self._at == _MODEL else VoicePage
        return kind(self._desk, self._downloads)

    def _forward(self) -> None:
        if self._at == _VOICE:
            self.finished.emit()
            return
        self._at += 1
        self._show_step()

    def _backward(self) -> None:
        self._at -= 1
        self._show_step()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, as the button that is marked does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._forward()
            return
        super().keyPressEvent(event)
