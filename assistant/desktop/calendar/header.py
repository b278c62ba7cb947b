"""Title, Today, back, forward and the choice of view; folds up where it is narrow. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from assistant.desktop.calendar.dates import Mode
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_MODES = (Mode.DAY, Mode.WEEK, Mode.MONTH, Mode.AGENDA)


class CalendarHeader(QWidget):
    """The pane's top line.

    Signals:
        todayWanted(), stepped(int), modeChosen(Mode)
    """

    todayWanted = Signal()
    stepped = Signal(int)
    modeChosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._long = self._short = ""
        self._mode = Mode.WEEK
        self._offered: tuple[Mode, ...] = _MODES
        self.title = QLabel(self)
        self.title.setProperty("look", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.today = QPushButton(self)
        self.today.setProperty("look", "small")
        self.today.clicked.connect(self.todayWanted)
        self.today_icon = self._icon_button("calendar-days")
        self.today_icon.clicked.connect(self.todayWanted)
        self.back, self.forward = self._icon_button("chevron-left"), self._icon_button("chevron-right")
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.forward.clicked.connect(lambda: self.stepped.emit(1))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.title, 1)
        for widget in (self.today, self.today_icon, self.back):
            self._row.addWidget(widget)
        self._row.addSpacing(-6)
        self._row.addWidget(self.forward)
        self._row.addWidget(self._segments())
        self._row.addWidget(self._menu_button())
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the calendar
        self.refresh()

    def _icon_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "icon")
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setObjectName(name)
        return button

    def _segments(self) -> QWidget:
        self._strip = QWidget(self)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._choices: dict[Mode, QPushButton] = {}
        for mode in _MODES:
            button = QPushButton(self._strip)
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, chosen=mode: self.modeChosen.emit(chosen))
            self._group.addButton(button)
            self._choices[mode] = button
            row.addWidget(button)
        return self._strip

    def _menu_button(self) -> QWidget:
        self._view = QPushButton(self)
        self._view.setProperty("look", "small")
        self._view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self._view)
        self._actions: dict[Mode, QAction] = {}
        for mode in _MODES:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=mode: self.modeChosen.emit(chosen))
            self._actions[mode] = action
        self._view.setMenu(self._menu)
        return self._view

    # ------------------------------------------------------------------ content

    def refresh(self) -> None:
        """Words and icons in the current language and theme."""
        names = {
            Mode.DAY: self.tr("Day"),
            Mode.WEEK: self.tr("Week"),
            Mode.MONTH: self.tr("Month"),
            Mode.AGENDA: self.tr("Agenda"),
        }
        tips = {
            Mode.DAY: self.tr("Day (D)"),
            Mode.WEEK: self.tr("Week (W)"),
            Mode.MONTH: self.tr("Month (M)"),
            Mode.AGENDA: self.tr("Agenda (A)"),
        }
        for mode, name in names.items():
            self._choices[mode].setText(name)
            self._choices[mode].setToolTip(tips[mode])
            self._choices[mode].setAccessibleName(self.tr("Show {view}").format(view=name))
            self._actions[mode].setText(name)
        self.today.setText(self.tr("Today"))
        for button in (self.today, self.today_icon):
            button.setToolTip(self.tr("Today (T)"))
            button.setAccessibleName(self.tr("Go to today"))
        for button, tip, name in (
            (self.back, self.tr("Back (K)"), self.tr("Previous period")),
            (self.forward, self.tr("Forward (J)"), self.tr("Next period")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(name)
            button.setIcon(icon(button.objectName()))
        self.today_icon.setIcon(icon("calendar-days"))
        self._view.setIcon(icon("chevron-down", size=14))
        self._view.setText(names[self._mode])
        self._view.setAccessibleName(self.tr("View: {view}").format(view=names[self._mode]))
        self.setFixedHeight(max(theme().fixed("paneHeader"), theme().size("control") + 16))
        self._fold()

    def say(self, long: str, short: str) -> None:
        """The title, and a shorter one for where room is short."""
        self._long, self._short = long, short
        self._fold()

    def show_mode(self, mode: Mode, offered: tuple[Mode, ...]) -> None:
        """Marks the current view; views that are not offered at this width go away."""
        self._mode, self._offered = mode, offered
        self._choices[mode].setChecked(True)
        for each, action in self._actions.items():
            action.setChecked(each is mode)
            action.setVisible(each in offered)
            self._choices[each].setVisible(each in offered)
        shown = [self._choices[each] for each in _MODES if each in offered]
        for place, button in enumerate(shown):
            tone = "first" if place == 0 else "last" if place == len(shown) - 1 else "middle"
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                button.style().unpolish(button)
                button.style().polish(button)
        self.refresh()

    # ------------------------------------------------------------------ folding

    def _fold(self) -> None:
        """Everything where there is room; else a menu for the views; else also an icon for Today."""
        measure = self.title.fontMetrics().horizontalAdvance
        icons = 2 * self.back.sizeHint().width() + 2 + 32
        strip, menu = self._strip.sizeHint().width(), self._view.sizeHint().width()
        word, sign = self.today.sizeHint().width(), self.today_icon.sizeHint().width()
        long, short = measure(self._long) + 4, measure(self._short) + 4
        plans = (
            (long, word, strip),
            (short, word, strip),
            (short, sign, strip),
            (short, word, menu),
            (short, sign, menu),
        )
        room = self.width() - icons - 3 * 8
        plan = next((plan for plan in plans if sum(plan) <= room), plans[-1])
        self.title.setText(self._long if plan[0] == long else self._short)
        self.title.setAccessibleName(self._long)
        self.today.setVisible(plan[1] == word)
        self.today_icon.setVisible(plan[1] != word)
        self._strip.setVisible(plan[2] == strip)
        self._view.setVisible(plan[2] != strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
