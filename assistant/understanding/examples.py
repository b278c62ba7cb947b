"""What a language model is shown before a sentence that the rules are unsure of: the task and worked examples.

The same for every sentence, so that its evaluated state can be kept. An answer is an intent and, where there is an
item, the words of the sentence that name it.
"""

from __future__ import annotations

TASK = (
    "You sort what a person says to a calendar and task assistant. Answer with one word of this list, and for an item"
    " its name in words of the text:\n"
    "create_event update_event delete_event query_events create_task update_task complete_task delete_task query_tasks"
    " create_reminder update_reminder delete_reminder query_reminders query_time chat\n"
    "An event is something that takes place; a task is to be done or an entry of a list; alarms and timers are"
    " reminders. chat is everything that is no wish about the person's own calendar, tasks, lists, alarms or reminders:"
    " statements, opinions, stories, knowledge, hypotheticals, music, weather, restaurants, films, messages, devices."
)

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("the dentist goes into my diary, the 14th at half past two", "create_event: the dentist"),
    ("my talk on Monday went fine", "chat"),
    ("could you see to it that I hear about the parcel at six", "create_reminder: the parcel"),
    ("what is still open for the garden", "query_tasks"),
    ("long meetings are a waste of time", "chat"),
    ("the tax form is sorted, tick it off", "complete_task: tax form"),
    ("the choir is on Wednesday at eight now, not Tuesday", "update_event: choir"),
    ("if I skipped the gym today, would it matter", "chat"),
    ("I am not going to the trade fair, take it out", "delete_event: trade fair"),
    ("am I seeing anybody tomorrow", "query_events"),
    ("put on something by Chopin at nine", "chat"),
    ("bananas would be good on the groceries page", "create_task: bananas"),
    ("which bells are set for the morning", "query_reminders"),
    ("no more wake-up call at six", "delete_reminder: wake-up call"),
    ("my calendar is a gift from my aunt", "chat"),
    ("is Ann's wedding on Sunday", "query_events"),
    ("a bell at seven would be nice", "create_reminder"),
    ("this list is far too long for a poem", "chat"),
    ("which weekday is the 3rd", "query_time"),
    ("the bread can go from the list, we have some", "delete_task: bread"),
    ("周六早上九点要去体检，日历上得写着", "create_event: 体检"),
    ("护照得续一下，别漏掉", "create_task: 护照得续一下"),
    ("昨天的讲座挺有意思", "chat"),
    ("周三那个例会不开了", "delete_event: 例会"),
    ("晚上八点喊我收衣服", "create_reminder: 收衣服"),
    ("闹钟的声音真难听", "chat"),
    ("这周末我忙不忙", "query_events"),
    ("开会的时候怎么不紧张", "chat"),
    ("单子上还剩几样", "query_tasks"),
    ("买票那件事办好了", "complete_task: 买票"),
)
