"""The settings section: groups and search at the left, cards at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.scrolled import scrolled, show_page
from assistant.desktop.settings import texts
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.settings.fields import Field
from assistant.desktop.settings.groups import ICONS, GroupName, keys_of
from assistant.desktop.settings.page import SettingsPage
from assistant.desktop.settings.setting_rows import BY_KEY
from assistant.desktop.side_item import SideItem
from assistant.desktop.theme import theme

_SIDE = 232
_PAGE = 720
_SIDE_FROM = 640


class SettingsSection(QWidget):
    """Generated from the declarations; a page is built anew when it is shown, so it always tells the truth."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = GroupName.GENERAL
        self._page: SettingsPage | None = None
        self.downloads = Downloads(desk, self)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(self)
        self._title.setProperty("look", "heading")
        self._search = QLineEdit(self)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._show_page)
        self._items = {group: SideItem(ICONS[group], "", self, height=36) for group in GroupName}
        self._area = scrolled(QWidget(), self)
        self._build()
        desk.settingChanged.connect(self._setting_changed)
        desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def _build(self) -> None:
        self._side = QWidget(self)
        self._side.setProperty("look", "sidebar")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side.setFixedWidth(_SIDE)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(theme().space(3), 0, theme().space(3), theme().space(3))
        column.setSpacing(2)
        self._title.setFixedHeight(64)
        column.addWidget(self._title)
        column.addWidget(self._search)
        column.addSpacing(theme().space(3))
        for group, item in self._items.items():
            item.setParent(self._side)
            item.clicked.connect(lambda _checked=False, name=group: self._choose(name))
            column.addWidget(item)
        column.addStretch()
        self._mark = QLabel(self._search)
        self._search.setTextMargins(theme().space(5), 0, 0, 0)
        inside = QHBoxLayout(self._search)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._mark)
        inside.addStretch()
        self._bar = QWidget(self)
        strip = QHBoxLayout(self._bar)
        strip.setContentsMargins(theme().space(3), theme().space(2), theme().space(3), 0)
        self._turn = QPushButton(self._bar)
        self._turn.clicked.connect(self._show_menu)
        strip.addWidget(self._turn)
        strip.addStretch()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self._area, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)

    # ------------------------------------------------------------------------------------------ what is shown

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups, in their order."""
        return tuple(GroupName)

    def show_group(self, group: str) -> None:
        """Shows a group by its name; an unknown or empty name leaves the current one."""
        known = {str(one): one for one in GroupName}
        self._choose(known.get(group, self._group))

    def search(self, text: str) -> None:
        """Shows what matches, from all groups; an empty text goes back to the group."""
        self._search.setText(text)

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._title.setText(self.tr("Settings"))
        self._search.setPlaceholderText(self.tr("Search settings"))
        self._search.setAccessibleName(self.tr("Search settings"))
        self._mark.setPixmap(pixmap("search", "text.tertiary", 14))
        for group, item in self._items.items():
            item.name(texts.group_title(group))
        self._show_page()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the search."""
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self._search and escaped and self._search.text():
            self._search.clear()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the groups in a menu."""
        super().resizeEvent(event)
        side = self.width() >= _SIDE_FROM
        self._side.setVisible(side)
        self._bar.setVisible(not side)

    def _choose(self, group: GroupName) -> None:
        self._group = group
        if self._search.text():
            self._search.clear()
        else:
            self._show_page()

    def _show_page(self) -> None:
        for group, item in self._items.items():
            item.setChecked(group is self._group)
        self._turn.setText(texts.group_title(self._group))
        self._turn.setIcon(icon("menu"))
        wanted = self._search.text().strip().casefold()
        self._page = SettingsPage(self._desk, self.downloads, self._group, wanted)
        self._page.groupWanted.connect(self._choose)
        self._page.restoreWanted.connect(self.restore_defaults)
        show_page(self._area, self._page, _PAGE)

    # ------------------------------------------------------------------------------------------ changing

    def field(self, key: str) -> Field | None:
        """The control of a setting on the page that is shown."""
        return self._page.fields.get(key) if self._page is not None else None

    def _setting_changed(self, key: str) -> None:
        field = self.field(key)
        if field is not None:
            field.show_value(self._desk.assistant.settings[key])

    def restore_defaults(self) -> None:
        """Puts every setting of the group back to what it came with."""
        for key in keys_of(self._group):
            if self._desk.assistant.settings[key] != BY_KEY[key].default:
                self._desk.change_setting(key, BY_KEY[key].default)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for group in GroupName:
            action = menu.addAction(icon(ICONS[group]), texts.group_title(group))
            action.triggered.connect(lambda _checked=False, name=group: self._choose(name))
        menu.exec(self._turn.mapToGlobal(self._turn.rect().bottomLeft()))
