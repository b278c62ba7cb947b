"""What a language model is shown before a sentence that the rules are unsure of: the task and worked examples.

The same for every sentence, so that its evaluated state can be kept.
"""

from __future__ import annotations

TASK = (
    "You sort what a person says to a calendar and task assistant. Answer with JSON only: a list of requests, each"
    " with its intent, words copied from the text, and numbers of the given times. A statement, a story, a question"
    " about the world, a hypothetical, quoted words, or something for music, weather, restaurants, messages or the"
    " home is chat. Only a clear wish to add, change or remove something of the person's own calendar, tasks or"
    " reminders is a command."
)

EXAMPLES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "dentist on the 14th at half past two",
        ("on the 14th at half past two",),
        '[{"intent":"create_event","title":"dentist","times":[0]}]',
    ),
    (
        "I have to ring the plumber on Thursday",
        ("on Thursday",),
        '[{"intent":"create_task","title":"ring the plumber","times":[0]}]',
    ),
    (
        "my talk on Monday went fine",
        ("on Monday",),
        '[{"intent":"chat"}]',
    ),
    (
        "can you nudge me about the parcel at six",
        ("at six",),
        '[{"intent":"create_reminder","title":"the parcel","times":[0]}]',
    ),
    (
        "what is still open on the garden list",
        (),
        '[{"intent":"query_tasks","list":"garden"}]',
    ),
    (
        "the tax form is sorted, tick it off",
        (),
        '[{"intent":"complete_task","reference":"tax form"}]',
    ),
    (
        "the choir moves to Wednesday at eight",
        ("Wednesday at eight",),
        '[{"intent":"update_event","reference":"choir","times":[0]}]',
    ),
    (
        "if I skipped the gym today, would it matter",
        ("today",),
        '[{"intent":"chat"}]',
    ),
    (
        "I am not going to the trade fair, take it out",
        (),
        '[{"intent":"delete_event","reference":"trade fair"}]',
    ),
    (
        "coffee with Lena at the harbour on Sunday at ten",
        ("on Sunday at ten",),
        '[{"intent":"create_event","title":"coffee with Lena","location":"the harbour","people":["Lena"],"times":[0]}]',
    ),
    (
        "put on something by Chopin at nine",
        ("at nine",),
        '[{"intent":"chat"}]',
    ),
    (
        "周六早上九点去体检",
        ("周六早上九点",),
        '[{"intent":"create_event","title":"去体检","times":[0]}]',
    ),
    (
        "我得把护照续一下",
        (),
        '[{"intent":"create_task","title":"把护照续一下"}]',
    ),
    (
        "昨天的讲座挺有意思",
        ("昨天",),
        '[{"intent":"chat"}]',
    ),
    (
        "周三那个例会不开了",
        ("周三",),
        '[{"intent":"delete_event","reference":"例会","times":[0]}]',
    ),
    (
        "晚上八点喊我收衣服",
        ("晚上八点",),
        '[{"intent":"create_reminder","title":"收衣服","times":[0]}]',
    ),
    (
        "明天要不要带外套",
        ("明天",),
        '[{"intent":"chat"}]',
    ),
    (
        "这周末我忙不忙",
        ("这周末",),
        '[{"intent":"query_events","times":[0]}]',
    ),
)
