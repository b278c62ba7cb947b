"""What a request handler gets, and the little pieces that all replies are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.config.settings import Settings
from assistant.domain.conversation import Receipt, ReceiptItem
from assistant.domain.items import Origin
from assistant.domain.recurrence import Scope
from assistant.services.calendar.schedule import ScheduleService
from assistant.services.changes import Changes
from assistant.services.conversation.reply import Choice, Reply, ReplyKind
from assistant.services.names import is_inbox_name
from assistant.services.reminders.follow_ups import FollowUpService
from assistant.services.reminders.service import ReminderService
from assistant.services.reminders.timers import TimerService
from assistant.services.requests.finding import Finder, Target
from assistant.services.tasks.service import TaskService
from assistant.services.wording.phrases import done, say
from assistant.services.wording.times import Wording
from assistant.understanding.request import Request, Route, Slots

MOST_CHOICES = 8
MOST_LINES = 30
ORIGIN = Origin.ASSISTANT


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases that a request may need."""

    changes: Changes
    schedule: ScheduleService
    tasks: TaskService
    reminders: ReminderService
    follow_ups: FollowUpService
    timers: TimerService
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request with everything that was decided about it.

    `approved` where the person said yes already; `targets` and what follows where they chose the item. `spoken` are the
    uids of what the last receipts or answers showed, in their order.
    """

    request: Request
    text: str
    language: str
    route: Route
    now: datetime
    zone: ZoneInfo
    wording: Wording
    approved: bool = False
    targets: tuple[str, ...] = ()
    recurrence_id: str | None = None
    scope: Scope | None = None
    spoken: tuple[str, ...] = ()

    @property
    def slots(self) -> Slots:
        """What was said beside the times."""
        return self.request.slots

    @property
    def today(self) -> date:
        """The person's day."""
        return self.now.astimezone(self.zone).date()

    def say(self, key: str, /, **facts: object) -> str:
        """A sentence in the person's language."""
        return say(self.language, key, **facts)

    def when(self, item: ReceiptItem) -> str:
        """The time of an item in words; empty where it has none."""
        if item.start_on:
            start = date.fromisoformat(item.start_on)
            if item.kind != "event":
                return self.wording.day(start, self.today)
            end = date.fromisoformat(item.end_on) if item.end_on else None
            return self.wording.moment(start, end, all_day=True, today=self.today)
        if item.start_at is None:
            return ""
        start_at = item.start_at.astimezone(self.zone)
        end_at = item.end_at.astimezone(self.zone) if item.end_at else None
        return self.wording.moment(start_at, end_at, today=self.today)

    def details(self, item: ReceiptItem) -> str:
        """When, how often, where, which alerts, in one line."""
        parts = [self.when(item)]
        if item.rrule:
            parts.append(self.wording.repeat(item.rrule))
        if item.location:
            parts.append(self.say("place", place=item.location))
        parts += [self.wording.lead(minutes) for minutes in item.alert_minutes]
        if item.kind in ("task", "reminder") and item.list_name and not is_inbox_name(item.list_name):
            parts.append(self.say("list", name=item.list_name))
        return " · ".join(part for part in parts if part)

    def line(self, item: ReceiptItem) -> str:
        """An item in a list: its title and when."""
        when = self.when(item)
        return f"{item.title} — {when}" if when else item.title

    def finder(self, services: Services) -> Finder:
        """Looks for items as of now."""
        return Finder(services.changes.store, self.zone, self.now)

    # ----------------------------------------------------------------------------------------------------- replies

    def receipt(self, receipt: Receipt) -> Reply:
        """What was done, in words and as a receipt."""
        if len(receipt.items) == 1:
            item = receipt.items[0]
            lines = [done(self.language, item.kind, receipt.action, item.title), self.details(item)]
            if item.clashes:
                lines.append(self.say("clash.with", items=("、" if self.wording.chinese else ", ").join(item.clashes)))
        else:
            lines = [self.say(f"many.{receipt.action}", count=len(receipt.items))]
            lines += [self.line(item) for item in receipt.items[:MOST_LINES]]
        return Reply(
            kind=ReplyKind.RECEIPT,
            text="\n".join(line for line in lines if line),
            route=self.route,
            receipts=(receipt,),
            items=receipt.items,
        )

    def answer(self, text: str, items: Sequence[ReceiptItem] = (), *, error_code: str = "") -> Reply:
        """An answer from what is stored."""
        return Reply(kind=ReplyKind.ANSWER, text=text, route=self.route, items=tuple(items), error_code=error_code)

    def question(self, text: str, choices: Sequence[Choice] = (), items: Sequence[ReceiptItem] = ()) -> Reply:
        """Something only the person can decide."""
        return Reply(kind=ReplyKind.QUESTION, text=text, route=self.route, choices=tuple(choices), items=tuple(items))

    def approval(self, text: str, choices: Sequence[Choice], items: Sequence[ReceiptItem]) -> Reply:
        """Something that waits for a yes; nothing has changed."""
        told = f"{text}\n{self.say('nothing_changed')}"
        return Reply(kind=ReplyKind.APPROVAL, text=told, route=self.route, choices=tuple(choices), items=tuple(items))

    def choice(
        self, label: str, *, request: Request | None = None, targets: Sequence[Target] = (), scope: Scope | None = None
    ) -> Choice:
        """An answer that carries this request (or another) out on these items."""
        uids = tuple(target.uid for target in targets)
        return Choice(
            label=label,
            request=request or self.request,
            target_uid=uids[0] if len(uids) == 1 else None,
            target_uids=uids,
            recurrence_id=targets[0].recurrence_id if len(targets) == 1 else None,
            scope=scope,
            text=self.text,
            language=self.language,
        )

    def which(self, targets: Sequence[Target], words: str) -> Reply:
        """Asks which of several is meant."""
        shown = targets[:MOST_CHOICES]
        return self.question(
            self.say("which", count=len(targets), words=words),
            [self.choice(self.line(target.item), targets=(target,)) for target in shown],
            [target.item for target in shown],
        )


def default_length(settings: Settings) -> timedelta:
    """Length of an event whose end was not said."""
    return timedelta(minutes=settings.number("default_event_minutes"))
