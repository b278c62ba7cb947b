"""The outline of what is being typed in the bar."""

from __future__ import annotations

from datetime import date

from tests.desktop.calendar.conftest import Calendar


def ghost_shown(calendar: Calendar) -> bool:
    return any(ghost.isVisible() for ghost in calendar.pane.pages.hours.grid.ghosts)


def test_an_outline_shows_and_goes(calendar: Calendar) -> None:
    preview = calendar.home.assistant.conversation.preview("Lunch with Mom Friday noon for 1h")
    assert preview is not None
    calendar.pane.show_ghost(preview)
    assert ghost_shown(calendar)
    assert calendar.pane.period.day == date(2026, 10, 14)
    calendar.pane.show_ghost(None)
    assert not ghost_shown(calendar)


def test_the_calendar_goes_there_and_returns(calendar: Calendar) -> None:
    preview = calendar.home.assistant.conversation.preview("Dentist on 5 November at 9am for 1h")
    assert preview is not None
    calendar.pane.show_ghost(preview)
    assert calendar.pane.period.day == date(2026, 11, 5)
    assert ghost_shown(calendar)
    calendar.settle()
    assert ghost_shown(calendar)
    calendar.pane.show_ghost(None)
    assert calendar.pane.period.day == date(2026, 10, 14)
    assert not ghost_shown(calendar)


def test_a_question_has_no_outline(calendar: Calendar) -> None:
    preview = calendar.home.assistant.conversation.preview("What do I have on Friday?")
    calendar.pane.show_ghost(preview)
    assert not ghost_shown(calendar)
