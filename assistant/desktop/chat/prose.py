"""Selectable rich text that is as high as it has to be and loads nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QDesktopServices,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from assistant.desktop.chat.markdown import may_follow
from assistant.desktop.theme import theme

_MEASURED = 400
_WIDE = 4096


class ProseView(QTextBrowser):
    """One piece of text. Its height follows from its width; the wheel belongs to the column around it."""

    def __init__(self, parent: QWidget | None = None, *, font: str = "body") -> None:
        super().__init__(parent)
        self._font = font
        self._source: tuple[str, bool] = ("", False)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setOpenLinks(False)
        self.anchorClicked.connect(_follow)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self._restyle)

    def show_html(self, html: str) -> None:
        """Shows rich text."""
        self._source = (html, True)
        self._fill()

    def show_plain(self, text: str) -> None:
        """Shows text as it is."""
        self._source = (text, False)
        self._fill()

    def _restyle(self) -> None:
        self._fill()

    def _fill(self) -> None:
        text, rich = self._source
        document = self.document()
        font = theme().font(self._font)
        if self._font == "mono":
            font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        document.setIndentWidth(theme().space(5))
        if rich:
            document.setDefaultStyleSheet(_sheet())
            self.setHtml(text)
            self._trim()
            self._rule_tables()
        else:
            self.setPlainText(text)
        self.updateGeometry()

    def _trim(self) -> None:
        """No empty room above the first and below the last paragraph."""
        first, last = self.document().firstBlock(), self.document().lastBlock()
        for block, top in ((first, True), (last, False)):
            cursor = QTextCursor(block)
            form: QTextBlockFormat = cursor.blockFormat()
            if top:
                form.setTopMargin(0)
            else:
                form.setBottomMargin(0)
            cursor.setBlockFormat(form)

    def _rule_tables(self) -> None:
        """Hairlines between the cells."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorderCollapse(True)
                form.setBorder(theme().border("hairline"))
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QBrush(theme().colour("border.default")))
                frame.setFormat(form)

    def natural_width(self) -> int:
        """Width of the longest line if nothing were wrapped; long texts are simply wide, and not measured."""
        if self.document().characterCount() > _MEASURED:
            return _WIDE
        kept = self.document().textWidth()
        self.document().setTextWidth(-1)
        width = self.document().idealWidth()
        self.document().setTextWidth(kept)
        return int(width) + 1

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the text wrapped at this width."""
        self.document().setTextWidth(max(1, width))
        height = self.document().size().height()
        self.document().setTextWidth(max(1, self.viewport().width()))
        return int(height + 0.999)

    def sizeHint(self) -> QSize:
        """As wide as it likes, and the height for that."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line of something."""
        return QSize(24, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the column, not the text."""
        event.ignore()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None


def _follow(address: QUrl) -> None:
    if may_follow(address.toString()):
        QDesktopServices.openUrl(address)


def _sheet() -> str:
    look = theme()
    strong = look.font("bodyStrong").weight()
    title, body = look.pixels("title"), look.pixels("body")
    gap = look.space(2)
    return (
        f"p {{ margin-top: 0px; margin-bottom: {gap}px; }}"
        f"h1, h2 {{ font-size: {title}px; font-weight: {int(strong)}; margin-top: {gap}px; margin-bottom: {gap}px; }}"
        f"h3, h4, h5, h6 {{ font-size: {body}px; font-weight: {int(strong)}; margin-top: {gap}px;"
        f" margin-bottom: {gap}px; }}"
        f"strong {{ font-weight: {int(strong)}; }}"
        f"ul, ol {{ margin-top: 0px; margin-bottom: {gap}px; }} li {{ margin-bottom: {look.space(1)}px; }}"
        f"code {{ font-family: '{look.font('mono').families()[0] if look.font('mono').families() else 'monospace'}';"
        f" background-color: {look.css('bg.sunken')}; }}"
        f"a {{ color: {look.css('accent.text')}; text-decoration: underline; }}"
        f"blockquote {{ color: {look.css('text.secondary')}; margin-left: {look.space(3)}px; }}"
        f"table {{ margin-bottom: {gap}px; }}"
        f"th {{ font-weight: {int(strong)}; text-align: left; }}"
    )
