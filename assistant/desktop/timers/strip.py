"""The cards of the timers, side by side over the input bar; not there while no timer runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme
from assistant.desktop.timers.card import TimerCard
from assistant.desktop.timers.feed import TimerFeed, clock_text
from assistant.domain.conversation import Receipt
from assistant.domain.reminder import Reminder, ReminderState

_CARD = 264
_MINUTE = timedelta(minutes=1)


class TimerStrip(QWidget):
    """As many cards as there is room for, the timer that ends first at the left; the others in a menu."""

    def __init__(self, desk: Desk, feed: TimerFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._feed = feed
        self._cards: dict[str, TimerCard] = {}
        self._others = QPushButton(self)
        self._others.setProperty("look", "quiet")
        self._others.clicked.connect(self._show_others)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme().space(3), theme().space(2), theme().space(3), theme().space(2))
        self._row.setSpacing(theme().space(2))
        self._row.addWidget(self._others)
        self._row.addStretch()
        self.hide()
        feed.changed.connect(self.arrange)
        feed.ticked.connect(self._tick)
        desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    @property
    def cards(self) -> tuple[TimerCard, ...]:
        """Those that are shown, from left to right."""
        return tuple(self._cards.values())

    def arrange(self) -> None:
        """Shows the timers as they are now."""
        around = self.parentWidget()
        room = max(1, (self.width() if self.isVisible() or around is None else around.width()) // _CARD)
        shown = {timer.uid: timer for timer in self._feed.timers[:room]}
        for uid in [uid for uid in self._cards if uid not in shown]:
            card = self._cards.pop(uid)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        cards = {}
        for place, (uid, timer) in enumerate(shown.items()):
            card = self._cards.get(uid) or self._make(uid, timer)
            card.show_timer(timer)
            if self._row.indexOf(card) != place:
                self._row.removeWidget(card)
                self._row.insertWidget(place, card)
            card.show()
            cards[uid] = card
        self._cards = cards
        rest = len(self._feed.timers) - len(shown)
        self._others.setText(self.tr("%n more", "", rest))
        self._others.setVisible(rest > 0)
        self.setVisible(bool(shown))

    def _make(self, uid: str, timer: Reminder) -> TimerCard:
        card = TimerCard(self._desk, timer, self)
        card.setMaximumWidth(_CARD + theme().space(6))
        timers = self._desk.assistant.timers
        card.pauseWanted.connect(lambda: self._do(lambda: timers.pause(uid)))
        card.goOnWanted.connect(lambda: self._do(lambda: timers.go_on(uid)))
        card.moreWanted.connect(lambda: self._do(lambda: timers.lengthen(uid, _MINUTE)))
        card.cancelWanted.connect(lambda: self._cancel(uid))
        return card

    def _do(self, work: Callable[[], Receipt]) -> None:
        self._desk.background.run(work, owner=self)

    def _cancel(self, uid: str) -> None:
        reminders = self._desk.assistant.reminders

        def done(receipt: Receipt) -> None:
            name = receipt.items[0].title
            self._desk.toast(self.tr("Timer cancelled: {name}").format(name=name), receipt.journal_id)

        self._desk.background.run(lambda: reminders.delete_all((uid,)), done, owner=self)

    def _tick(self) -> None:
        if self.isVisible():
            for card in self._cards.values():
                card.tick()

    def _show_others(self) -> None:
        menu = self.others_menu()
        menu.exec(self._others.mapToGlobal(self._others.rect().topLeft()))

    def others_menu(self) -> QMenu:
        """Those without a card: choosing one pauses it or lets it go on."""
        menu = QMenu(self)
        timers, now = self._desk.assistant.timers, self._desk.now()
        for timer in self._feed.timers[len(self._cards) :]:
            paused = timer.state is ReminderState.PAUSED
            said = self.tr("Go on: {name} · {left}") if paused else self.tr("Pause: {name} · {left}")
            action = menu.addAction(
                icon("play" if paused else "pause"), said.format(name=timer.text, left=clock_text(timer, now))
            )
            step = timers.go_on if paused else timers.pause
            action.triggered.connect(
                lambda _checked=False, work=step, uid=timer.uid: self._do(lambda: work(uid)),
                Qt.ConnectionType.QueuedConnection,
            )
        return menu

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer of them have room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
