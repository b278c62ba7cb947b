"""Which setting stands in which group, and in which card of it. Every declared setting has exactly one place. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GroupName(StrEnum):
    """The groups, in the order of the side bar."""

    GENERAL = "general"
    APPEARANCE = "appearance"
    CALENDAR = "calendar"
    REMINDERS = "reminders"
    VOICE = "voice"
    MODEL = "model"
    PRIVACY = "privacy"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class CardOf:
    """One card of a group: its heading's name and the keys in it."""

    name: str
    keys: tuple[str, ...]


ICONS = {
    GroupName.GENERAL: "globe",
    GroupName.APPEARANCE: "palette",
    GroupName.CALENDAR: "calendar",
    GroupName.REMINDERS: "bell",
    GroupName.VOICE: "mic",
    GroupName.MODEL: "cpu",
    GroupName.PRIVACY: "lock",
    GroupName.ABOUT: "info",
}
CARDS: dict[GroupName, tuple[CardOf, ...]] = {
    GroupName.GENERAL: (CardOf("language", ("language",)), CardOf("window", ("close_to_tray", "start_at_login"))),
    GroupName.APPEARANCE: (CardOf("look", ("theme", "text_size", "reduce_motion")),),
    GroupName.CALENDAR: (
        CardOf("dates", ("first_day", "clock", "date_order", "week_numbers")),
        CardOf("layers", ("holidays", "lunar_dates", "second_zone")),
        CardOf("files", ()),
        CardOf("events", ("default_event_minutes",)),
    ),
    GroupName.REMINDERS: (
        CardOf("sound", ("sound", "sound_volume", "sound_rises", "speak_reminders", "answer_reminders")),
        CardOf("insist", ("repeat_minutes", "repeat_high")),
        CardOf("snooze", ("snooze_minutes", "morning")),
        CardOf("usual", ("task_alert_minutes",)),
        CardOf("quiet", ("quiet_hours", "quiet_from", "quiet_to", "quiet_high")),
        CardOf("disturb", ("follow_do_not_disturb", "hold_in_full_screen")),
        CardOf("where", ("system_notifications",)),
    ),
    GroupName.VOICE: (
        CardOf("speech_models", ("ears_model",)),
        CardOf("listening", ("microphone", "ears_language", "hands_free", "voice_check", "wake_word")),
        CardOf(
            "speaking",
            ("loudspeaker", "read_aloud", "barge_in", "voice_en", "voice_zh", "voice_rate", "voice_volume"),
        ),
        CardOf("memos", ()),
    ),
    GroupName.MODEL: (
        CardOf("models", ("model",)),
        CardOf("running", ("gpu_layers", "model_threads", "model_idle_minutes", "model_context")),
        CardOf("examples", ("learn_examples",)),
        CardOf("source", ("hub_endpoint",)),
    ),
    GroupName.PRIVACY: (CardOf("network", ("work_offline",)), CardOf("data", ())),
    GroupName.ABOUT: (CardOf("version", ()), CardOf("trouble", ("log_level",))),
}


def keys_of(group: GroupName) -> tuple[str, ...]:
    """Every setting of a group."""
    return tuple(key for card in CARDS[group] for key in card.keys)
