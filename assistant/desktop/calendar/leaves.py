"""Periods made ready ahead, so that going to the next one takes no more than a frame. GUI thread.

A leaf holds the widgets of one period. While nothing else happens the leaves of the periods before and after are
filled, hidden, and what they will look like is drawn into a picture. Turning to one shows its widgets under their
picture, which takes one stroke; the picture then gives way strip by strip to what it shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_SLICE = 0.003
_STRIP = 48
_STRIP_EVERY_MS = 12
_MARGIN = 96
_AHEAD = 2
_QUIET_MS = 120


class Drawn(Protocol):
    """A child of a leaf, which can be painted while it is hidden."""

    def isHidden(self) -> bool: ...
    def geometry(self) -> QRect: ...
    def draw(self, painter: QPainter) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class _Picture:
    """What was drawn, of which part of the ground, and all that it depended on."""

    pixmap: QPixmap
    part: QRect
    look: object


class Leaf(QWidget):
    """The widgets of one period. `stamp` says all that they depend on; None while they are being filled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stamp: object = None
        self.picture: _Picture | None = None
        self.hide()

    def drawn(self) -> list[Drawn]:
        """Its children, the lowest first."""
        raise NotImplementedError

    def unmark(self) -> None:
        """It goes out of sight: nothing on it is selected or on its way any more."""
        raise NotImplementedError


L = TypeVar("L", bound=Leaf)
P = TypeVar("P")
_L_contra = TypeVar("_L_contra", bound=Leaf, contravariant=True)
_P_contra = TypeVar("_P_contra", contravariant=True)


class Ground(Protocol[_L_contra, _P_contra]):
    """What leaves lie on: it knows what they look like."""

    def stamp(self, period: _P_contra) -> object:
        """All that the widgets of a period depend on."""
        ...

    def look(self, period: _P_contra) -> object:
        """What its picture depends on besides."""
        ...

    def sight(self) -> QRect:
        """The part of the ground that is in sight."""
        ...

    def filling(self, leaf: _L_contra, period: _P_contra) -> Iterator[None]:
        """Fills a leaf, a little with each step."""
        ...

    def draw_under(self, painter: QPainter, area: QRect, period: _P_contra) -> None:
        """Paints all of `area` that lies under a leaf."""
        ...


class _Cover(QWidget):
    """The picture over a leaf that was turned to; it lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture: _Picture | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_STRIP_EVERY_MS)
        self._timer.timeout.connect(self._recede)
        self.hide()

    def lay(self, picture: _Picture) -> None:
        """Covers what the picture shows."""
        self._picture = picture
        self.setGeometry(picture.part)
        self.show()
        self.raise_()
        self._timer.start()

    def lift(self) -> None:
        """Takes the picture away."""
        self._timer.stop()
        self._picture = None
        self.hide()

    def _recede(self) -> None:
        left = self.geometry().adjusted(0, _STRIP, 0, 0)
        if left.height() > 0:
            self.setGeometry(left)
        else:
            self.lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        if picture is not None:
            painter = QPainter(self)
            painter.drawPixmap(picture.part.topLeft() - self.pos(), picture.pixmap)
            painter.end()


class Leaves(QObject, Generic[L, P]):
    """The leaf on show, and those made ready."""

    def __init__(self, widget: QWidget, ground: Ground[L, P], make: Callable[[], L]) -> None:
        super().__init__(widget)
        self._ground = ground
        self._make = make
        self._ratio = widget.devicePixelRatioF
        self.shown = make()
        self.shown.show()
        self._spare: list[L] = []
        self.cover = _Cover(widget)
        self._period: P | None = None
        self._wanted: tuple[P, ...] = ()
        self._job: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: self.prepare(self._wanted))

    @property
    def ready(self) -> bool:
        """True where nothing waits to be made ready."""
        return not (self._timer.isActive() or self._quiet.isActive() or self.cover.isVisible())

    def show(self, period: P) -> None:
        """Shows a period: at once where its leaf is ready, else its widgets are filled first."""
        stamp, self._period = self._ground.stamp(period), period
        if stamp == self.shown.stamp:
            return
        found = next((leaf for leaf in self._spare if leaf.stamp == stamp), None)
        if found is not None:
            self._turn_to(found, self._ground.look(period))
            return
        self.cover.lift()
        leaf = self.shown
        leaf.setUpdatesEnabled(False)  # else each widget that moves has its old and its new place worked out
        for _ in self._ground.filling(leaf, period):
            pass
        leaf.stamp, leaf.picture = stamp, None
        leaf.setUpdatesEnabled(True)

    def _turn_to(self, leaf: L, look: object) -> None:
        before, self.shown = self.shown, leaf
        self._spare[self._spare.index(leaf)] = before
        focused = before.focusWidget()
        leaf.show()
        if focused is not None and focused.hasFocus():
            _hand_on(before)
        before.hide()
        before.unmark()
        self.cover.lift()
        if leaf.picture is not None and leaf.picture.look == look:
            self.cover.lay(leaf.picture)
        leaf.picture = None

    def prepare(self, periods: Sequence[P]) -> None:
        """Makes leaves ready for these periods, the likelier one first; those of others may be used for it."""
        self._wanted = tuple(periods[:_AHEAD])
        self._job = self._making(self._wanted)
        self._timer.start()

    def prepare_again(self) -> None:
        """Something else is in sight; when it stays so for a moment, pictures are drawn anew."""
        if self._wanted:
            self._quiet.start()

    def restamp(self) -> None:
        """The widgets on show were put in their places anew."""
        if self.shown.stamp is not None and self._period is not None:
            self.shown.stamp = self._ground.stamp(self._period)

    def forget(self) -> None:
        """What was made ready looks otherwise now."""
        self.cover.lift()
        self._timer.stop()
        self._job = iter(())
        for leaf in self._spare:
            leaf.stamp = leaf.picture = None

    def _work(self) -> None:
        if self.cover.isVisible():
            return
        end = time.perf_counter() + _SLICE
        for _ in self._job:
            if time.perf_counter() >= end:
                return
        self._timer.stop()

    def _making(self, periods: tuple[P, ...]) -> Iterator[None]:
        stamps = [self._ground.stamp(period) for period in periods]
        for period, stamp in zip(periods, stamps, strict=True):
            leaf = self._leaf_for(stamp, stamps)
            if leaf.stamp != stamp:
                leaf.stamp = leaf.picture = None
                yield from self._ground.filling(leaf, period)
                leaf.stamp = stamp
            look = self._ground.look(period)
            if (
                leaf.picture is None
                or leaf.picture.look != look
                or not leaf.picture.part.contains(self._ground.sight())
            ):
                leaf.picture = None
                yield from self._drawing(leaf, period, look)

    def _leaf_for(self, stamp: object, others: list[object]) -> L:
        found = next((leaf for leaf in self._spare if leaf.stamp == stamp), None)
        free = found or next((leaf for leaf in self._spare if leaf.stamp not in others), None)
        if free is None or (found is None and len(self._spare) < _AHEAD):
            free = self._make()
            self._spare.append(free)
        return free

    def _drawing(self, leaf: L, period: P, look: object) -> Iterator[None]:
        # with a margin, because what lies around may take more or less room in another period
        part, ratio = self._ground.sight().adjusted(0, -_MARGIN, 0, _MARGIN), self._ratio()
        if part.isEmpty():
            return
        pixmap = QPixmap(part.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        with _painting(pixmap, part) as painter:
            self._ground.draw_under(painter, part, period)
        yield
        for child in leaf.drawn():
            place = child.geometry()
            if not child.isHidden() and place.intersects(part):
                with _painting(pixmap, part) as painter:
                    painter.setClipRect(place)
                    painter.translate(place.topLeft())
                    child.draw(painter)
                yield
        leaf.picture = _Picture(pixmap, part, look)


@contextmanager
def _painting(pixmap: QPixmap, part: QRect) -> Iterator[QPainter]:
    """A painter whose places are those of the ground."""
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-part.topLeft())
    yield painter
    painter.end()


def _hand_on(leaf: QWidget) -> None:
    """Gives the focus to what lies around a leaf."""
    around = leaf.parentWidget()
    while around is not None and around.focusPolicy() == Qt.FocusPolicy.NoFocus:
        around = around.parentWidget()
    if around is not None:
        around.setFocus(Qt.FocusReason.OtherFocusReason)
