"""The sentences of receipts and answers, whole, in both languages. Places to fill are named."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.conversation import Action

PHRASES: Mapping[str, tuple[str, str]] = {
    # receipts
    "event.added": ("Event added: {title}", "已添加日程：{title}"),
    "event.changed": ("Event changed: {title}", "已更改日程：{title}"),
    "event.moved": ("Event moved: {title}", "已移动日程：{title}"),
    "event.deleted": ("Event deleted: {title}", "已删除日程：{title}"),
    "task.added": ("Task added: {title}", "已添加任务：{title}"),
    "task.changed": ("Task changed: {title}", "已更改任务：{title}"),
    "task.moved": ("Task moved: {title}", "已移动任务：{title}"),
    "task.completed": ("Task completed: {title}", "已完成任务：{title}"),
    "task.deleted": ("Task deleted: {title}", "已删除任务：{title}"),
    "reminder.added": ("Reminder added: {title}", "已添加提醒：{title}"),
    "reminder.changed": ("Reminder changed: {title}", "已更改提醒：{title}"),
    "reminder.moved": ("Reminder moved: {title}", "已移动提醒：{title}"),
    "reminder.completed": ("Done: {title}", "已完成：{title}"),
    "reminder.deleted": ("Reminder deleted: {title}", "已删除提醒：{title}"),
    "alarm.added": ("Alarm set: {title}", "已设置闹钟：{title}"),
    "alarm.moved": ("Alarm moved: {title}", "已调整闹钟：{title}"),
    "alarm.deleted": ("Alarm deleted: {title}", "已删除闹钟：{title}"),
    "timer.added": ("Timer set: {title}", "已设置计时器：{title}"),
    "timer.changed": ("Timer changed: {title}", "已更改计时器：{title}"),
    "timer.moved": ("Timer moved: {title}", "已调整计时器：{title}"),
    "timer.deleted": ("Timer deleted: {title}", "已删除计时器：{title}"),
    "follow_up.added": ("Will remind you unless it is done by then: {title}", "到时还没完成就提醒：{title}"),
    "follow_up.deleted": ("Follow-up deleted: {title}", "已删除跟进提醒：{title}"),
    "nags": ("Until it is done", "直到完成"),
    "many.completed": ("Completed {count} items.", "已完成 {count} 项。"),
    "many.deleted": ("Deleted {count} items.", "已删除 {count} 项。"),
    "many.moved": ("Moved {count} items.", "已移动 {count} 项。"),
    "alarm": ("Alarm", "闹钟"),
    "timer": ("Timer", "计时器"),
    "next": ("Next: {when}", "下一次：{when}"),
    "list": ("List: {name}", "清单：{name}"),
    "place": ("At {place}", "地点：{place}"),
    # answers from the store
    "events.some": ("{day}: {count}", "{day}：{count}"),
    "events.none": ("Nothing planned: {day}.", "{day}没有安排。"),
    "count.event.one": ("1 event", "1 个日程"),
    "count.event": ("{count} events", "{count} 个日程"),
    "count.task.one": ("1 task", "1 项任务"),
    "count.task": ("{count} tasks", "{count} 项任务"),
    "count.reminder.one": ("1 reminder", "1 个提醒"),
    "count.reminder": ("{count} reminders", "{count} 个提醒"),
    "tasks.none": ("No open tasks.", "没有未完成的任务。"),
    "tasks.none_late": ("Nothing is overdue.", "没有逾期的任务。"),
    "tasks.none_then": ("No open tasks: {day}.", "{day}没有未完成的任务。"),
    "tasks.none_list": ("No open tasks in {name}.", "清单“{name}”里没有未完成的任务。"),
    "reminders.none": ("No reminders ahead.", "没有待处理的提醒。"),
    "found.when": ("{title}: {when}", "{title}：{when}"),
    "free.yes": ("You are free: {when}.", "{when}有空。"),
    "free.no": ("You are not free: {when}.", "{when}没有空。"),
    "clash.none": ("Nothing clashes: {day}.", "{day}没有冲突。"),
    "clash.one": ("1 clash: {day}", "{day}有 1 处冲突："),
    "clash.some": ("{count} clashes: {day}", "{day}有 {count} 处冲突："),
    "clash.with": ("Overlaps: {items}", "与以下日程冲突：{items}"),
    "no_place": ("no place", "没有地点"),
    "with.none": ("Nothing with {who} is coming up.", "接下来没有和{who}的日程。"),
    "done.some": ("Done, {day}: {count}", "{day}完成了 {count}"),
    "done.none": ("Nothing was checked off: {day}.", "{day}没有完成任何任务。"),
    "often": ("“{words}”, {day}: {count} times", "“{words}”，{day}：{count} 次"),
    "last_year": ("the last 12 months", "最近12个月"),
    "last.when": ("{title}: {when} ({ago})", "{title}：{when}（{ago}）"),
    "last.none": (
        "I could not find “{words}” in your calendar or your done tasks before today.",
        "在过去的日程和已完成的任务中没有找到“{words}”。",
    ),
    "ago.today": ("today", "今天"),
    "ago.one": ("1 day ago", "1天前"),
    "ago": ("{count} days ago", "{count}天前"),
    "free.when": ("You are free, {day}:", "{day}有空的时间："),
    "free.never": ("You are not free: {day}.", "{day}没有空。"),
    "slot.offer": (
        "{length} with nothing on, {day}. Which one shall I take?",
        "{day}有这些{length}的空闲时间，要哪一个？",
    ),
    "slot.none": ("No {length} with nothing on: {day}.", "{day}没有{length}的空闲时间。"),
    "slot.title": ("Reserved time", "预留时间"),
    "plan.ask": ("Plan {count} tasks for {day}?", "{day}：安排 {count} 项任务？"),
    "plan.ask_one": ("Plan 1 task for {day}?", "{day}：安排 1 项任务？"),
    "plan.apply": ("Plan {count} tasks", "安排 {count} 项任务"),
    "plan.apply_one": ("Plan 1 task", "安排 1 项任务"),
    "plan.left": ("No room for: {titles}.", "放不下：{titles}。"),
    "plan.no_tasks": ("No open tasks to plan: {day}.", "{day}没有要安排的任务。"),
    "plan.no_room": ("There is no free time left: {day}.", "{day}没有空闲时间了。"),
    "many.added": ("Added {count} events.", "已添加 {count} 个日程。"),
    "source.calendar": ("From your calendar", "来自你的日历"),
    "source.tasks": ("From your tasks", "来自你的任务"),
    "source.both": ("From your calendar and tasks", "来自你的日历和任务"),
    "source.reminders": ("From your reminders", "来自你的提醒"),
    "time.now": ("It is {time}, {day}.", "现在是{day} {time}。"),
    "time.there": ("It is {time} in {place}, {day}.", "{place}现在是{day} {time}。"),
    "more": ("and {count} more", "还有 {count} 项"),
    "anytime": ("no date", "无日期"),
    "next_days": ("The next 7 days", "未来7天"),
    "overdue": ("overdue", "已逾期"),
    # questions
    "ask_or_add": ("Ask or add? “{text}”", "提问还是添加？“{text}”"),
    "choice.ask": ("Ask", "提问"),
    "choice.event": ("Add event", "添加日程"),
    "choice.task": ("Add task", "添加任务"),
    "choice.reminder": ("Add reminder", "添加提醒"),
    "choice.change": ("Change", "更改"),
    "choice.delete": ("Delete", "删除"),
    "choice.delete_many": ("Delete {count} items", "删除 {count} 项"),
    "choice.complete": ("Mark done", "标记完成"),
    "choice.complete_many": ("Mark {count} items done", "将 {count} 项标记为完成"),
    "choice.move": ("Move", "移动"),
    "choice.move_many": ("Move {count} items", "移动 {count} 项"),
    "choice.this": ("This event", "仅此日程"),
    "choice.following": ("This and following", "此日程及后续"),
    "choice.all": ("All events", "全部日程"),
    "choice.add_event": ("Add it as an event", "添加为日程"),
    "choice.add_task": ("Add it as a task", "添加为任务"),
    "which": ("Which one? {count} items match “{words}”.", "哪一个？有 {count} 项符合“{words}”。"),
    "none_match": (
        "I could not find “{words}” in your calendar, tasks or reminders.",
        "在你的日程、任务和提醒中没有找到“{words}”。",
    ),
    "none_match.create": ("Shall I add it?", "要添加吗？"),
    "no_words": ("Which item do you mean?", "你指的是哪一项？"),
    "no_title": ("What shall I call it?", "要叫什么名字？"),
    "no_time.event": ("When is “{title}”?", "“{title}”是什么时候？"),
    "no_time.reminder": ("When shall I remind you of “{title}”?", "什么时候提醒你“{title}”？"),
    "no_time.alarm": ("When shall it ring?", "什么时候响？"),
    "no_change": ("What shall I change about “{title}”?", "要更改“{title}”的什么？"),
    "past": ("That is in the past: {when}.", "那个时间已经过去了：{when}。"),
    "approve.delete": ("Delete “{title}”? {when}", "删除“{title}”？{when}"),
    "approve.delete_many": ("Delete {count} items?", "删除 {count} 项？"),
    "approve.complete_many": ("Mark {count} items done?", "将 {count} 项标记为完成？"),
    "approve.move_many": ("Move {count} items?", "移动 {count} 项？"),
    "approve.doubt": ("Did you mean “{title}”? {when}", "你指的是“{title}”吗？{when}"),
    "approve.past": ("“{title}” is in the past ({when}). Change it?", "“{title}”已经过去（{when}）。要更改吗？"),
    "approve.series": ("“{title}” repeats. Change which?", "“{title}”会重复。要更改哪些？"),
    "approve.delete_series": ("“{title}” repeats. Delete which?", "“{title}”会重复。要删除哪些？"),
    "change.row": ("{title}: {old} → {new}", "{title}：{old} → {new}"),
    "say_yes": ("That deletes something. Please say “yes” or “no”.", "这会删除内容，请说“是的”或“不要”。"),
    "undone": ("Undone: {change}", "已撤销：{change}"),
    "left_alone": ("All right. Nothing was changed.", "好的，没有作任何更改。"),
    "nothing_changed": ("Nothing has changed yet.", "尚未作任何更改。"),
    "memo.kept": ("Memo kept: {count}.", "备忘已记下：{count}。"),
    # what was said to a reminder
    "alert.done": ("Done: {title}.", "已完成：{title}。"),
    "alert.later": ("Snoozed until {when}.", "{when}再提醒你。"),
    "alert.open": ("Opened: {title}.", "已打开：{title}。"),
    "alert.close": ("Closed, not done.", "已关闭，尚未完成。"),
    "alert.past": ("That time is over. The reminder stays.", "那个时间已经过了，提醒会留着。"),
    "alert.moves": (
        "That can be said of the event itself. Open it to move it; the reminder stays.",
        "这会改动日程本身。要移动请先打开它，提醒会留着。",
    ),
    "alert.unknown": ("I did not understand “{words}”. The reminder stays.", "没听懂“{words}”，提醒会留着。"),
    # the model
    "no_model": (
        "No model is set up. Calendar, tasks and reminders work as usual.",
        "尚未设置模型。日历、任务和提醒照常可用。",
    ),
    "rules_only": (
        "Only a language model can answer this, and it was not to be used.",
        "这需要语言模型来回答，而这次没有使用模型。",
    ),
    "error.model.memory": (
        "The model could not start: not enough free memory (needs {needed}, {available} free). Everything else works.",
        "模型无法启动：可用内存不足（需要 {needed}，现有 {available}）。其他功能不受影响。",
    ),
    "error.model.damaged": (
        "The model file is damaged. Your data is not affected.",
        "模型文件已损坏，你的数据不受影响。",
    ),
    "error.model.missing": (
        "No model is set up. Calendar, tasks and reminders work as usual.",
        "尚未设置模型。日历、任务和提醒照常可用。",
    ),
    "error.engine.died": (
        "The model stopped in the middle of the answer. What it had said is kept; ask again to go on.",
        "模型在回答中途停止了。已有的内容已保留，可以再问一次。",
    ),
    "search.none": ("No match for “{words}”.", "没有找到“{words}”。"),
    "search.some": ("Found for “{words}”:", "找到与“{words}”有关的内容："),
}

_SOURCES = frozenset(text for key, pair in PHRASES.items() if key.startswith("source.") for text in pair)


def without_sources(text: str) -> tuple[str, str]:
    """An answer from the store without its last line where that names the source; and that line, else ""."""
    body, _, last = text.rstrip().rpartition("\n")
    return (body.rstrip(), last) if last in _SOURCES else (text, "")


def say(language: str, key: str, /, **facts: object) -> str:
    """The sentence of that key with its places filled. Facts are printed as they are, whatever braces they hold."""
    return PHRASES[key][1 if language == "zh" else 0].format(**facts)


def counted(language: str, kind: str, count: int) -> str:
    """A number of things: 1 event, 3 events, 3 个日程."""
    return say(language, f"count.{kind}.one" if count == 1 else f"count.{kind}", count=count)


def done(language: str, kind: str, action: Action, title: str) -> str:
    """The first line of a receipt."""
    key = f"{kind}.{action}"
    if key not in PHRASES:
        key = f"reminder.{action}" if kind in ("alarm", "timer", "follow_up") else f"task.{action}"
    return say(language, key, title=title)
