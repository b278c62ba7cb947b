"""What the settings are called, what they are for, and how their values read. In the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.config.settings import Value
from assistant.desktop.settings import places
from assistant.desktop.settings.groups import GroupName


def group_title(group: GroupName) -> str:
    """``Appearance``."""
    translate = QCoreApplication.translate
    return {
        GroupName.GENERAL: translate("Settings", "General"),
        GroupName.APPEARANCE: translate("Settings", "Appearance"),
        GroupName.CALENDAR: translate("Settings", "Calendar"),
        GroupName.REMINDERS: translate("Settings", "Reminders"),
        GroupName.VOICE: translate("Settings", "Voice"),
        GroupName.MODEL: translate("Settings", "Model"),
        GroupName.PRIVACY: translate("Settings", "Privacy & data"),
        GroupName.ABOUT: translate("Settings", "About"),
    }[group]


def card_title(name: str) -> str:
    """The heading over a card."""
    translate = QCoreApplication.translate
    return {
        "language": translate("Settings", "Language"),
        "window": translate("Settings", "Window"),
        "look": translate("Settings", "Look"),
        "dates": translate("Settings", "Dates and times"),
        "layers": translate("Settings", "Shown besides"),
        "events": translate("Settings", "Events"),
        "files": translate("Settings", "Files and subscriptions"),
        "sound": translate("Settings", "Sound"),
        "insist": translate("Settings", "Until you answer"),
        "snooze": translate("Settings", "Snooze"),
        "usual": translate("Settings", "Without being told"),
        "quiet": translate("Settings", "Quiet hours"),
        "disturb": translate("Settings", "Not disturbing"),
        "where": translate("Settings", "Where reminders appear"),
        "speech_models": translate("Settings", "Speech models"),
        "listening": translate("Settings", "Listening"),
        "speaking": translate("Settings", "Speaking"),
        "memos": translate("Settings", "Voice memos"),
        "models": translate("Settings", "Language models"),
        "running": translate("Settings", "Running"),
        "examples": translate("Settings", "Learned from your corrections"),
        "source": translate("Settings", "Source"),
        "network": translate("Settings", "Network"),
        "data": translate("Settings", "Your data"),
        "version": translate("Settings", "Assistant"),
        "trouble": translate("Settings", "Finding faults"),
    }[name]


def title(key: str) -> str:
    """The name of a setting."""
    translate = QCoreApplication.translate
    return {
        "language": translate("Settings", "Language"),
        "theme": translate("Settings", "Theme"),
        "text_size": translate("Settings", "Text size"),
        "reduce_motion": translate("Settings", "Reduce motion"),
        "first_day": translate("Settings", "First day of the week"),
        "clock": translate("Settings", "Clock"),
        "date_order": translate("Settings", "Order of day and month"),
        "week_numbers": translate("Settings", "Week numbers"),
        "holidays": translate("Settings", "Public holidays"),
        "lunar_dates": translate("Settings", "Chinese lunar dates"),
        "second_zone": translate("Settings", "Second time zone"),
        "default_event_minutes": translate("Settings", "Length of an event"),
        "morning": translate("Settings", "Tomorrow means"),
        "snooze_minutes": translate("Settings", "Usual snooze"),
        "system_notifications": translate("Settings", "System notifications"),
        "sound": translate("Settings", "Sound of reminders"),
        "sound_volume": translate("Settings", "Volume"),
        "sound_rises": translate("Settings", "Gentle first, then louder"),
        "speak_reminders": translate("Settings", "Read reminders aloud"),
        "answer_reminders": translate("Settings", "Answer reminders by voice"),
        "repeat_minutes": translate("Settings", "Sound again after"),
        "repeat_high": translate("Settings", "High priority repeats"),
        "task_alert_minutes": translate("Settings", "Remind of a new task"),
        "quiet_hours": translate("Settings", "Hold reminders back"),
        "quiet_from": translate("Settings", "From"),
        "quiet_to": translate("Settings", "Until"),
        "quiet_high": translate("Settings", "Let high priority through"),
        "follow_do_not_disturb": translate("Settings", "Follow the system’s do-not-disturb"),
        "hold_in_full_screen": translate("Settings", "Wait while a program fills the screen"),
        "start_at_login": translate("Settings", "Start at login"),
        "close_to_tray": translate("Settings", "Keep running when the window is closed"),
        "ears_model": translate("Settings", "Model that listens"),
        "microphone": translate("Settings", "Microphone"),
        "ears_language": translate("Settings", "Language you speak"),
        "hands_free": translate("Settings", "Listen again after each answer"),
        "wake_word": translate("Settings", "Wake word"),
        "voice_check": translate("Settings", "Wait before adding"),
        "loudspeaker": translate("Settings", "Loudspeaker"),
        "read_aloud": translate("Settings", "Read answers aloud"),
        "barge_in": translate("Settings", "Talk to interrupt"),
        "voice_en": translate("Settings", "English voice"),
        "voice_zh": translate("Settings", "Chinese voice"),
        "voice_rate": translate("Settings", "Speed"),
        "voice_volume": translate("Settings", "Volume of the voice"),
        "model": translate("Settings", "Model that answers"),
        "gpu_layers": translate("Settings", "Graphics card"),
        "model_idle_minutes": translate("Settings", "End an idle model after"),
        "model_context": translate("Settings", "Length of text the model sees"),
        "model_threads": translate("Settings", "Processor cores"),
        "learn_examples": translate("Settings", "Learn from corrections"),
        "work_offline": translate("Settings", "Work offline"),
        "hub_endpoint": translate("Settings", "Where models come from"),
        "log_level": translate("Settings", "Detail of the log"),
    }[key]


def help_line(key: str) -> str:
    """One line below the name; "" where the name says it all."""
    translate = QCoreApplication.translate
    return {
        "language": translate("Settings", "Changes at once, without a restart"),
        "text_size": translate("Settings", "Also with Ctrl+Plus and Ctrl+Minus"),
        "reduce_motion": translate("Settings", "Shows and hides without sliding or fading"),
        "first_day": translate("Settings", "“Next week” follows it too"),
        "date_order": translate("Settings", "How 3/4 is read"),
        "week_numbers": translate("Settings", "Shown in the calendar"),
        "holidays": translate("Settings", "Shown beside the dates of the calendar"),
        "lunar_dates": translate("Settings", "With festivals and solar terms"),
        "second_zone": translate("Settings", "Its hours stand beside yours in day and week"),
        "default_event_minutes": translate("Settings", "When you do not say how long it takes"),
        "morning": translate("Settings", "When a reminder is put off to tomorrow or Monday"),
        "snooze_minutes": translate("Settings", "One of the buttons on every pop-up"),
        "system_notifications": translate("Settings", "Besides the pop-up; automatic means only under Wayland"),
        "sound": translate("Settings", "Alarms and timers have a sound of their own and ring until you answer"),
        "sound_volume": translate("Settings", "Below the volume of the system"),
        "sound_rises": translate("Settings", "The first sound is soft; each one after it is louder"),
        "speak_reminders": translate("Settings", "With the voice of your language; needs no sound to be set"),
        "answer_reminders": translate("Settings", "After one was read aloud the microphone opens for 8 seconds"),
        "repeat_minutes": translate("Settings", "When a reminder that repeats was not answered"),
        "repeat_high": translate("Settings", "Reminders of such tasks sound again until you answer"),
        "task_alert_minutes": translate("Settings", "When it has a due time and you ask for no reminder"),
        "quiet_hours": translate("Settings", "They come when quiet hours end; alarms and timers always come"),
        "quiet_high": translate("Settings", "Tasks of high priority come although others wait"),
        "follow_do_not_disturb": translate("Settings", "They come together afterwards; alarms and timers always come"),
        "hold_in_full_screen": translate("Settings", "Such as a film or slides; where the system tells of it"),
        "start_at_login": translate("Settings", "Hidden, so that reminders come"),
        "close_to_tray": translate("Settings", "Reminders go on appearing; quit from the tray icon"),
        "microphone": translate("Settings", "Sound is made into words on this computer and is not kept"),
        "ears_language": translate("Settings", "Automatic makes it out from your first words"),
        "hands_free": translate("Settings", "The microphone stays open for you until you say nothing"),
        "wake_word": translate("Settings", "The microphone stays open for this one word; nothing else is made out"),
        "voice_check": translate("Settings", "Two seconds to cancel what you said"),
        "barge_in": translate("Settings", "The microphone is open while an answer is spoken"),
        "voice_en": translate("Settings", "Automatic takes the most natural one that is here"),
        "gpu_layers": translate("Settings", "How much of the model runs on the graphics card"),
        "model_idle_minutes": translate("Settings", "Gives its memory back; it wakes when asked"),
        "model_context": translate("Settings", "In the model’s own units; more needs more memory"),
        "model_threads": translate("Settings", "0 chooses by itself"),
        "learn_examples": translate("Settings", "What you set right by hand helps with the next sentence like it"),
        "work_offline": translate("Settings", "Every connection to the network is refused"),
        "hub_endpoint": translate("Settings", "Used only when you download a model"),
        "log_level": translate("Settings", "Your own words are never in it, except at “everything”"),
    }.get(key, "")


def choice(key: str, value: Value) -> str:
    """How one value of a setting reads."""
    translate = QCoreApplication.translate
    if key in ("text_size", "sound_volume"):
        return translate("Settings", "{percent} %").format(percent=value)
    if key == "task_alert_minutes":
        return _lead(int(value))
    if key in ("holidays", "second_zone"):
        return places.choice(key, str(value))
    named = {
        "lunar_dates": {
            "auto": translate("Settings", "In Chinese only"),
            "on": translate("Settings", "On"),
            "off": translate("Settings", "Off"),
        },
        "language": {
            "system": translate("Settings", "As the system"),
            "en": "English",
            "zh": "中文",
        },
        "theme": {
            "system": translate("Settings", "As the system"),
            "light": translate("Settings", "Light"),
            "dark": translate("Settings", "Dark"),
        },
        "first_day": {
            "region": translate("Settings", "As in your region"),
            "monday": translate("Settings", "Monday"),
            "sunday": translate("Settings", "Sunday"),
            "saturday": translate("Settings", "Saturday"),
        },
        "clock": {
            "region": translate("Settings", "As in your region"),
            "12": translate("Settings", "12 hours"),
            "24": translate("Settings", "24 hours"),
        },
        "date_order": {
            "region": translate("Settings", "As in your region"),
            "day-first": translate("Settings", "Day first"),
            "month-first": translate("Settings", "Month first"),
        },
        "sound": {
            "chime": translate("Settings", "Soft chime"),
            "bells": translate("Settings", "Bells"),
            "wood": translate("Settings", "Wood"),
            "off": translate("Settings", "No sound"),
        },
        "system_notifications": {
            "auto": translate("Settings", "Automatic"),
            "on": translate("Settings", "On"),
            "off": translate("Settings", "Off"),
        },
        "gpu_layers": {
            "auto": translate("Settings", "Automatic"),
            "off": translate("Settings", "Off"),
            "custom": translate("Settings", "Number of layers"),
        },
        "ears_language": {
            "auto": translate("Settings", "Automatic"),
            "en": translate("Settings", "English"),
            "zh": translate("Settings", "Chinese"),
        },
        "wake_word": {
            "off": translate("Settings", "Off"),
            "okay_nabu": "Okay Nabu",
            "hey_jarvis": "Hey Jarvis",
        },
        "answer_reminders": {
            "auto": translate("Settings", "Where a speech model is here"),
            "on": translate("Settings", "On"),
            "off": translate("Settings", "Off"),
        },
        "read_aloud": {
            "never": translate("Settings", "Never"),
            "voice": translate("Settings", "When I asked by voice"),
            "always": translate("Settings", "Always"),
        },
        "log_level": {
            "debug": translate("Settings", "Everything"),
            "info": translate("Settings", "Usual"),
            "warning": translate("Settings", "Warnings"),
            "error": translate("Settings", "Errors only"),
        },
    }
    return named.get(key, {}).get(str(value), str(value))


def _lead(minutes: int) -> str:
    """How long before its due time a task reminds."""
    translate = QCoreApplication.translate
    if minutes < 0:
        return translate("Settings", "Never")
    if minutes == 0:
        return translate("Settings", "When it is due")
    if minutes % 1440 == 0:
        return translate("Settings", "%n day(s) before", "", minutes // 1440)
    if minutes % 60 == 0:
        return translate("Settings", "%n hour(s) before", "", minutes // 60)
    return translate("Settings", "%n minute(s) before", "", minutes)


def suffix(key: str) -> str:
    """The unit behind a number."""
    if key in ("repeat_minutes", "default_event_minutes", "snooze_minutes", "model_idle_minutes"):
        return QCoreApplication.translate("Settings", " min")
    if key in ("voice_rate", "voice_volume"):
        return " %"
    return ""


def zero(key: str) -> str:
    """What 0 reads as; "" where it is a number like others."""
    if key == "model_idle_minutes":
        return QCoreApplication.translate("Settings", "Never")
    return QCoreApplication.translate("Settings", "Automatic") if key == "model_threads" else ""
