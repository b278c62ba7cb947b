"""Text fields of every kind, seen as one: where the caret stands, words that may still change, words put in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEPT = "placeholder"

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def as_text_field(widget: QWidget | None) -> TextField | None:
    """The widget, where one can write in it."""
    if isinstance(widget, QLineEdit):
        plain = widget.echoMode() == QLineEdit.EchoMode.Normal
        return widget if plain and not widget.isReadOnly() and widget.isEnabled() else None
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget if not widget.isReadOnly() and widget.isEnabled() else None
    return None


def around_caret(field: TextField) -> tuple[str, str]:
    """The text before the caret, or before what is selected, and the text after it."""
    if isinstance(field, QLineEdit):
        text = field.text()
        start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
        return text[:start], text[start + len(field.selectedText()) :]
    cursor, text = field.textCursor(), field.toPlainText()
    units = text.encode("utf-16-le")
    before, after = units[: 2 * cursor.selectionStart()], units[2 * cursor.selectionEnd() :]
    return before.decode("utf-16-le", "ignore"), after.decode("utf-16-le", "ignore")


def compose(field: TextField, text: str) -> None:
    """Shows words at the caret that are not yet part of the text, as an input method does; "" takes them away."""
    underlined = QTextCharFormat()
    underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    attributes = [
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, len(text), underlined),
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(text), 1, None),
    ]
    _send(field, QInputMethodEvent(text, attributes if text else []))
    if not isinstance(field, QLineEdit):
        stand_aside(field, composing=bool(text))


def put_in(field: TextField, text: str) -> None:
    """Writes at the caret, over what is selected, in one step that can be undone."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    _send(field, event)


def stand_aside(field: QPlainTextEdit | QTextEdit, *, composing: bool) -> None:
    """A placeholder makes room for words that are being composed: Qt paints it under them."""
    kept = field.property(_KEPT)
    if composing and field.placeholderText():
        field.setProperty(_KEPT, field.placeholderText())
        field.setPlaceholderText("")
    elif not composing and kept:
        field.setProperty(_KEPT, None)
        field.setPlaceholderText(str(kept))


def _send(field: TextField, event: QInputMethodEvent) -> None:
    QCoreApplication.sendEvent(field, event)
