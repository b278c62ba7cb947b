"""Title, Today, back, forward and the choice of view; folds up where it is narrow. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from assistant.desktop.calendar.dates import Mode
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_MODES = (Mode.DAY, Mode.WORK_WEEK, Mode.WEEK, Mode.MONTH, Mode.YEAR, Mode.AGENDA)
_LEAST = 200
_USUAL = (Mode.DAY, Mode.WEEK, Mode.MONTH, Mode.AGENDA)


class _Title(QLabel):
    """What is shown; pressed, it asks where to go. The keyboard has a letter for that.

    Signals:
        pressed()
    """

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class CalendarHeader(QWidget):
    """The pane's top line.

    Signals:
        todayWanted(), stepped(int), modeChosen(Mode)
        calendarsWanted(QRect): the list of calendars; the global rectangle of the button.
        dateWanted(QRect): another date; the global rectangle of the title.
    """

    todayWanted = Signal()
    stepped = Signal(int)
    modeChosen = Signal(object)
    calendarsWanted = Signal(QRect)
    dateWanted = Signal(QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._long = self._short = ""
        self._mode = Mode.WEEK
        self._offered: tuple[Mode, ...] = _MODES
        self._segmented: tuple[Mode, ...] = ()
        self._mode_name = ""
        self.title = _Title(self)
        self.title.setProperty("look", "title")
        self.title.pressed.connect(self.ask_date)
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
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.title, 1)
        for widget in (self.today, self.today_icon, self.back):
            self._row.addWidget(widget)
        self._row.addSpacing(-6)
        self._row.addWidget(self.forward)
        self._row.addWidget(self._segments())
        self._row.addWidget(self._menu_button())
        self.calendars = self._icon_button("sliders-horizontal")
        self.calendars.clicked.connect(self._ask_calendars)
        self._row.addWidget(self.calendars)
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

    def _ask_calendars(self) -> None:
        button = self.calendars
        self.calendarsWanted.emit(QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))

    def ask_date(self) -> None:
        """Asks for another date, below the title."""
        title, wide = self.title, self.title.fontMetrics().horizontalAdvance(self.title.text())
        self.dateWanted.emit(QRect(title.mapToGlobal(title.rect().topLeft()), QSize(wide, title.height())))

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
            Mode.WORK_WEEK: self.tr("Work week"),
            Mode.WEEK: self.tr("Week"),
            Mode.MONTH: self.tr("Month"),
            Mode.YEAR: self.tr("Year"),
            Mode.AGENDA: self.tr("Agenda"),
        }
        tips = {
            Mode.DAY: self.tr("Day (D)"),
            Mode.WORK_WEEK: self.tr("Work week (5)"),
            Mode.WEEK: self.tr("Week (W)"),
            Mode.MONTH: self.tr("Month (M)"),
            Mode.YEAR: self.tr("Year (Y)"),
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
        self.title.setToolTip(self.tr("Go to date (G)"))
        for button, tip, name in (
            (self.back, self.tr("Back (K)"), self.tr("Previous period")),
            (self.forward, self.tr("Forward (J)"), self.tr("Next period")),
            (self.calendars, self.tr("Calendars (C)"), self.tr("Calendars")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(name)
            button.setIcon(icon(button.objectName()))
        self.today_icon.setIcon(icon("calendar-days"))
        self._view.setIcon(icon("chevron-down", size=14))
        self._mode_name = names[self._mode]
        self._view.setToolTip(self.tr("More views"))
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
        self.refresh()

    def _show_choices(self, shown: tuple[Mode, ...]) -> None:
        """These views as segments in a row."""
        if shown == self._segmented:
            return
        self._segmented = shown
        for mode, button in self._choices.items():
            button.setVisible(mode in shown)
        for place, mode in enumerate(shown):
            button = self._choices[mode]
            tone = "first" if place == 0 else "last" if place == len(shown) - 1 else "middle"
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                button.style().unpolish(button)
                button.style().polish(button)

    def _strip_width(self, shown: tuple[Mode, ...]) -> int:
        return sum(self._choices[mode].sizeHint().width() for mode in shown)

    # ------------------------------------------------------------------ folding

    def _fold(self) -> None:
        """All views where there is room; else the usual ones and a menu; else the menu; and an icon for Today."""
        measure = self.title.fontMetrics().horizontalAdvance
        usual = tuple(mode for mode in _USUAL if mode in self._offered)
        word, sign = self.today.sizeHint().width(), self.today_icon.sizeHint().width()
        long, short = measure(self._long) + 4, measure(self._short) + 4
        self._view.setText("")
        arrow = self._view.sizeHint().width()
        self._view.setText(self._mode_name)
        menu = self._view.sizeHint().width()
        beside = arrow if self._mode in usual else menu
        all_wide, usual_wide = self._strip_width(self._offered), self._strip_width(usual) + beside + 8
        if len(usual) == len(self._offered):
            usual_wide = all_wide
        plans = [
            (title, today, views, width)
            for views, width, titles in (
                (self._offered, all_wide, (long,)),
                (usual, usual_wide, (long, short)),
                ((), menu, (short,)),
            )
            for title in titles
            for today in ((word,) if views == self._offered else (word, sign))
        ]
        room = self.width() - (3 * self.back.sizeHint().width() + 2 + 32) - 4 * 8
        fits = (plan for plan in plans if plan[0] + plan[1] + plan[3] <= room)
        title, today, views, _ = next(fits, plans[-1])
        self.title.setText(self._long if title == long else self._short)
        self.title.setAccessibleName(self._long)
        self.today.setVisible(today == word)
        self.today_icon.setVisible(today != word)
        self._show_choices(views)
        self._strip.setVisible(bool(views))
        self._view.setVisible(views != self._offered)
        if views and self._mode in views:
            self._view.setText("")
        self._choices[self._mode].setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """Narrow: what has no room folds up, and never holds the window open."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
