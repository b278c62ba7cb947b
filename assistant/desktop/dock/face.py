"""Everything of the bar that is seen: chips, question, text, hints, buttons. It shows a draft and decides nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.actions import Actions, Hints, control_key
from assistant.desktop.dock.box import Box
from assistant.desktop.dock.chip_bar import ChipBar
from assistant.desktop.dock.chips import Chip, button_text, consequence, describe
from assistant.desktop.dock.choices import Choices
from assistant.desktop.dock.draft import Draft
from assistant.desktop.dock.edits import CREATING, ChipKind
from assistant.desktop.dock.groups import Groups
from assistant.desktop.dock.line import Line
from assistant.desktop.dock.marks import underlines
from assistant.desktop.dock.question import Question
from assistant.desktop.theme import theme
from assistant.services.conversation.reply import Preview
from assistant.understanding.request import Intent

_HINTS_FROM = 620
_LONG_NAMES_FROM = 440


class Face(Box):
    """The box of one bar.

    Attributes:
        chips: What was understood.
        choices: The answers to a question.
        line: The text.
        buttons: Stop, the other way, the primary button.
    """

    def __init__(self, desk: Desk, draft: Draft, groups: Groups, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self._groups = groups
        self._busy = False
        self._stations: list[QWidget] = []
        self.chips, self.choices, self.line = ChipBar(self), Choices(self), Line(self)
        self._hints, self.buttons = Hints(self), Actions(self)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._hints, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 6, 7, 6)
        inside.setSpacing(theme().space(2))
        inside.addWidget(self.chips)
        inside.addWidget(self.choices)
        inside.addWidget(self._row)
        self._inside, self._panel = inside, self._row
        self.chips.hide()
        self.line.edited.connect(self.show_buttons)

    def retranslate(self) -> None:
        """Asks for all words again."""
        self.chips.setAccessibleName(self.tr("What was understood"))
        self.buttons.retranslate()
        self.show_draft()

    def put_panel(self, panel: QWidget) -> None:
        """Takes what may stand in the place of the text; it is hidden at first."""
        self._panel = panel
        panel.hide()
        self._inside.insertWidget(0, panel)

    def show_panel(self, *, shown: bool) -> None:
        """Shows that panel instead of the text, or the text again."""
        if self._panel is not self._row:
            self._row.setVisible(not shown)
            self._panel.setVisible(shown)

    def set_busy(self, busy: object) -> None:
        """An answer is being made, or is done."""
        self._busy = bool(busy)
        self.show_buttons()

    def show_draft(self) -> None:
        """Shows the draft as it stands."""
        preview, question = self._draft.preview, self._draft.question
        self.chips.show_chips(
            self._described(preview, question), consequence(preview) if preview and question is None else None
        )
        self.choices.ask(question)
        self._chain()
        asked = question.words if question is not None else None
        self.line.underline(underlines(preview.understanding, asked) if preview is not None else ())
        self.show_buttons()

    def _described(self, preview: Preview | None, question: Question | None) -> tuple[Chip, ...]:
        if preview is None:
            return ()
        names = self._groups.names
        event = preview.understanding.first.intent == Intent.CREATE_EVENT
        today = self._desk.now().date()
        chips = describe(preview, self._desk.wording, today, names.calendars if event else names.lists)
        if question is None:
            return chips
        return tuple(_asking(chip, question) if chip.kind == ChipKind.WHEN else chip for chip in chips)

    def _chain(self) -> None:
        """Tab goes from the text to the chips, the answers, the buttons."""
        buttons = self.buttons
        stations: list[QWidget] = [self.line, *self.chips.buttons(), *self.choices.buttons]
        stations += [buttons.stop, buttons.other, buttons.primary, buttons.mic]
        if stations == self._stations:
            return
        self._stations = stations
        for before, after in pairwise(stations):
            QWidget.setTabOrder(before, after)

    def show_buttons(self) -> None:
        """Names what Enter does, and the keys, as far as there is room."""
        typed = bool(self.line.toPlainText().strip())
        preview, asks = self._draft.preview, self._draft.asks
        understanding = preview.understanding if preview is not None else None
        text, other = button_text(understanding, asks=asks), ""
        if asks and understanding is not None:
            creating = understanding.first.intent in CREATING
            other = button_text(understanding, asks=False) if creating else self.tr("Add task")
        scale = theme().size("control") / theme().fixed("control")
        if self.width() < _LONG_NAMES_FROM * scale and self._draft.adds:
            text = self.tr("Add") if understanding is not None and understanding.first.intent in CREATING else text
        self.buttons.tell(text, enabled=typed, busy=self._busy, other=other)
        hints: tuple[tuple[str, str], ...] = ()
        if typed and preview is not None:
            way = self.tr("ask instead") if self._draft.adds else self.tr("add instead")
            hints = (("Tab", self.tr("edit chips")), (f"{control_key()} ↵", way))
        self._hints.tell(hints)
        self._hints.setVisible(bool(hints) and self.width() >= _HINTS_FROM * scale and not asks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow bars have short names and no hints."""
        super().resizeEvent(event)
        self.show_buttons()


def _asking(chip: Chip, question: Question) -> Chip:
    return replace(chip, text=question.text, icon="circle-alert", tone="warning")
