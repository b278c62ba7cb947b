"""The header over the rows of the tasks section, and the line that tells how they are sorted and filtered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.sections.frame import head_row
from assistant.desktop.tasks import words
from assistant.desktop.tasks.ordering import ViewOptions
from assistant.desktop.theme import theme

_WORDS_FROM = 460
_USUAL_TEXT = 13


class SectionHead(QWidget):
    """Signals:
    viewsWanted(): where there is no room for the side bar.
    optionsWanted(): sorting and filtering.
    moreWanted()
    overdueWanted(): what is overdue shall move to today.
    cleared(): everything shall be shown as usual.
    """

    viewsWanted = Signal()
    optionsWanted = Signal()
    moreWanted = Signal()
    overdueWanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late = False
        self.title = ElidedLabel("", self)
        self.title.setProperty("look", "title")
        self.day = QLabel(self)
        self.day.setProperty("look", "small")
        self.day.setProperty("tone", "tertiary")
        self.overdue = QPushButton(self)
        self.overdue.setProperty("look", "small")
        self.views, self.options, self.more = (QToolButton(self) for _ in range(3))
        for button in (self.views, self.options, self.more):
            button.setProperty("look", "icon")
        self._told = ElidedLabel("", self)
        self._told.setProperty("look", "small")
        self._clear = QPushButton(self)
        self._clear.setProperty("look", "quiet")
        self._clear.setProperty("tone", "small")
        self._line = QWidget(self)
        self._build()
        self.views.clicked.connect(self.viewsWanted)
        self.options.clicked.connect(self.optionsWanted)
        self.more.clicked.connect(self.moreWanted)
        self.overdue.clicked.connect(self.overdueWanted)
        self._clear.clicked.connect(self.cleared)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def _build(self) -> None:
        head, bar = head_row(self)
        bar.addWidget(self.views)
        bar.addWidget(self.title)
        bar.addWidget(self.day)
        bar.addStretch(1)
        bar.addWidget(self.overdue)
        bar.addWidget(self.options)
        bar.addWidget(self.more)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(theme().space(5), 0, theme().space(4), theme().space(1))
        line.addWidget(self._told, 1)
        line.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._line)

    def retranslate(self) -> None:
        """Sets every word anew."""
        self.overdue.setIcon(icon("arrow-right", "text.primary", 13))
        self.overdue.setToolTip(self.tr("Move overdue to today"))
        self.overdue.setAccessibleName(self.tr("Move overdue to today"))
        named = (
            (self.views, "menu", self.tr("Lists")),
            (self.options, "sliders-horizontal", self.tr("Sort and filter")),
            (self.more, "ellipsis", self.tr("More")),
        )
        for button, mark, text in named:
            button.setIcon(icon(mark))
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.more.setAccessibleName(self.tr("More about this list"))
        self._clear.setText(self.tr("Show all"))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_place(self, title: str, day: str, *, late: bool, more: bool, options: ViewOptions) -> None:
        """What is looked at; `late` where something is overdue, `more` where there is a menu."""
        self._late = late
        self.title.setText(title)
        self.day.setText(day)
        self.more.setVisible(more)
        told = words.options_text(options)
        self._told.setText(told)
        self._line.setVisible(bool(told))
        self.options.setIcon(icon("sliders-horizontal", "accent.text" if told else "text.secondary"))
        self.options.setAccessibleDescription(told)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the long button says it with its arrow alone, and the day goes."""
        wide = self.width() >= _WORDS_FROM * theme().pixels("body") / _USUAL_TEXT
        self.overdue.setText(self.tr("Move overdue to today") if wide else self.tr("To today"))
        self.overdue.setVisible(self._late)
        self.day.setVisible(wide or not self._late)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._fit()
