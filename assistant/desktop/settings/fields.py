"""The control of one setting, made from its declaration."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QTimeEdit, QWidget

from assistant.config.settings import Setting, Value
from assistant.desktop.settings import texts
from assistant.desktop.settings.switch import Switch
from assistant.desktop.theme import repolish, theme

_WIDE, _NARROW = 190, 110
_MOST_LAYERS = 1000
_TIMES = frozenset({"morning", "quiet_from", "quiet_to"})


class Field(QWidget):
    """Shows a value and tells when the person chose another.

    Signals:
        changed(object): the new value, of the declared type.
    """

    changed = Signal(object)

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme().space(2))

    def add(self, control: QWidget) -> None:
        """Puts a control into the field and names it after the setting."""
        control.setAccessibleName(texts.title(self.setting.key))
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)
        self.row.addWidget(control)

    def show_value(self, value: Value) -> None:
        """Shows a value without telling anybody."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it does not change a value that happens to lie under it."""
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class SwitchField(Field):
    """On or off."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._switch = Switch(self)
        self._switch.clicked.connect(lambda: self.changed.emit(self._switch.isChecked()))
        self.add(self._switch)

    def show_value(self, value: Value) -> None:
        """Sets the switch."""
        self._switch.setChecked(bool(value))


class ChoiceField(Field):
    """One of several."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._combo = QComboBox(self)
        self._combo.setMinimumWidth(_WIDE)
        for value in setting.choices:
            self._combo.addItem(texts.choice(setting.key, value), value)
        self._combo.activated.connect(lambda place: self.changed.emit(setting.choices[place]))
        self.add(self._combo)

    def show_value(self, value: Value) -> None:
        """Chooses the value."""
        self._combo.setCurrentIndex(self.setting.choices.index(value))


class NumberField(Field):
    """A number within bounds; it counts when the keyboard leaves the field or Enter is pressed."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._spin = QSpinBox(self)
        self._spin.setMinimumWidth(_NARROW)
        self._spin.setRange(setting.low or 0, setting.high if setting.high is not None else _MOST_LAYERS)
        self._spin.setKeyboardTracking(False)
        self._spin.setSuffix(texts.suffix(setting.key))
        self._spin.setSpecialValueText(texts.zero(setting.key))
        _roomy(self._spin)
        self._spin.valueChanged.connect(lambda number: self.changed.emit(number))
        self.add(self._spin)

    def show_value(self, value: Value) -> None:
        """Shows the number."""
        self._spin.blockSignals(True)
        self._spin.setValue(int(value))
        self._spin.blockSignals(False)


class TimeField(Field):
    """A time of day, stored as HH:MM."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._edit = QTimeEdit(self)
        self._edit.setMinimumWidth(_NARROW)
        self._edit.setDisplayFormat("HH:mm")
        self._edit.setKeyboardTracking(False)
        _roomy(self._edit)
        self._edit.timeChanged.connect(lambda at: self.changed.emit(at.toString("HH:mm")))
        self.add(self._edit)

    def show_value(self, value: Value) -> None:
        """Shows the time."""
        self._edit.blockSignals(True)
        self._edit.setTime(QTime.fromString(str(value), "HH:mm"))
        self._edit.blockSignals(False)


class TextField(Field):
    """Free text; what cannot be used is marked and not stored."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._line = QLineEdit(self)
        self._line.setMinimumWidth(_WIDE + 60)
        self._line.editingFinished.connect(self._finished)
        self._shown = ""
        self.add(self._line)

    def show_value(self, value: Value) -> None:
        """Shows the text."""
        self._shown = str(value)
        if not self._line.hasFocus():
            self._line.setText(self._shown)
        self._mark(wrong=False)

    def _finished(self) -> None:
        text = self._line.text().strip()
        usable = bool(text) and self.setting.accepts(text)
        self._mark(wrong=not usable)
        if usable and text != self._shown:
            self.changed.emit(text)

    def _mark(self, *, wrong: bool) -> None:
        self._line.setProperty("tone", "danger" if wrong else "")
        repolish(self._line)


class LayersField(Field):
    """Automatic, off, or so many layers on the graphics card."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._combo = QComboBox(self)
        self._combo.setMinimumWidth(_WIDE)
        for value in ("auto", "off", "custom"):
            self._combo.addItem(texts.choice(setting.key, value), value)
        self._spin = QSpinBox(self)
        self._spin.setRange(1, _MOST_LAYERS)
        self._spin.setKeyboardTracking(False)
        _roomy(self._spin)
        self._combo.activated.connect(self._chosen)
        self._spin.valueChanged.connect(lambda number: self.changed.emit(str(number)))
        self.add(self._spin)
        self.add(self._combo)
        self._spin.setAccessibleName(texts.choice(setting.key, "custom"))

    def show_value(self, value: Value) -> None:
        """Shows the choice, and the number where it is one."""
        number = str(value).isdigit()
        self._combo.setCurrentIndex(("auto", "off", "custom").index("custom" if number else str(value)))
        self._spin.setVisible(number)
        if number:
            self._spin.blockSignals(True)
            self._spin.setValue(int(value))
            self._spin.blockSignals(False)

    def _chosen(self, place: int) -> None:
        value = ("auto", "off", "custom")[place]
        self._spin.setVisible(value == "custom")
        self.changed.emit(str(self._spin.value()) if value == "custom" else value)


def _roomy(box: QAbstractSpinBox) -> None:
    """Figures stand at the right, away from the frame."""
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.lineEdit().setTextMargins(theme().space(2), 0, theme().space(2), 0)


def field_for(setting: Setting, parent: QWidget | None = None) -> Field:
    """The control that suits a declaration."""
    if isinstance(setting.default, bool):
        return SwitchField(setting, parent)
    if setting.choices:
        return ChoiceField(setting, parent)
    if isinstance(setting.default, int):
        return NumberField(setting, parent)
    if setting.key in _TIMES:
        return TimeField(setting, parent)
    return LayersField(setting, parent) if setting.key == "gpu_layers" else TextField(setting, parent)
