"""English: what is tidied before reading: typing errors, fillers, corrections while speaking, orders put as -ing."""

from __future__ import annotations

from assistant.understanding.words.table import late

_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?\b)?|(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|noon)(?: (?:thirty|fifteen|o'clock))?(?: ?[ap]m\b)?)"
)
_DAY = r"(?:on )?(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:today|tomorrow|tonight)"
_NO = (
    r",? ?(?:(?:no,? wait|wait,? no|no,? actually|actually,? no|no,? sorry|sorry,?(?: i mean)?|i mean"
    r"|make (?:that|it)|scratch that|rather|wait|no|actually|oops|er|um),? ){1,3}"
)

_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen|forty[ -]five))?)"
_NEW_HOUR = rf"(?=(?:at )?{_HOUR}\b(?! ?(?:[ap]\.?m|minutes?|mins?|hours?|:)))"

TYPOS = {
    "remidn": "remind", "remmind": "remind", "remnd": "remind", "rmind": "remind", "reminf": "remind", "remind": "remind",
    "remindme": "remind me", "remimd": "remind", "remined": "remind", "reming": "remind",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tmrrw": "tomorrow", "tommorrow": "tomorrow", "tommorow": "tomorrow",
    "tomorow": "tomorrow", "tomorrw": "tomorrow", "2moro": "tomorrow", "2morrow": "tomorrow",
    "wendsday": "wednesday", "wensday": "wednesday", "wedensday": "wednesday", "wednesay": "wednesday",
    "thrusday": "thursday", "thurday": "thursday", "thursaday": "thursday", "saterday": "saturday", "tusday": "tuesday",
    "teusday": "tuesday", "firday": "friday", "fryday": "friday", "mondya": "monday", "sundya": "sunday",
    "calender": "calendar", "calandar": "calendar", "calander": "calendar", "calednar": "calendar",
    "shedule": "schedule", "schedual": "schedule", "scedule": "schedule", "schdule": "schedule", "schedle": "schedule",
    "appoitment": "appointment", "apointment": "appointment", "appointmnet": "appointment", "appt": "appointment",
    "meetting": "meeting", "meeing": "meeting", "meting": "meeting", "mtg": "meeting", "metting": "meeting",
    "alram": "alarm", "alaram": "alarm", "alrm": "alarm", "alarams": "alarms", "alrams": "alarms", "alam": "alarm",
    "tiemr": "timer", "cancle": "cancel", "cancell": "cancel", "cancal": "cancel", "canecl": "cancel", "cacnel": "cancel",
    "delte": "delete", "deleet": "delete", "delet": "delete", "dellete": "delete", "remvoe": "remove", "romove": "remove",
    "lsit": "list", "mettings": "meetings", "pleaze": "please", "plese": "please", "plesae": "please",
    "crate": "create", "creat": "create", "craete": "create", "shopings": "shopping", "shoping": "shopping",
    "rescedule": "reschedule", "reshedule": "reschedule", "postpon": "postpone", "wat": "what", "waht": "what",
    "remiinder": "reminder", "remainder": "reminder", "remider": "reminder", "reminde": "remind", "snoze": "snooze",
    "aded": "add", "cxl": "cancel", "del": "delete", "timr": "timer", "wehn": "when", "whne": "when", "rember": "remember", "rmnd": "remind", "rmndr": "reminder", "remnid": "remind", "cancl": "cancel", "sched": "schedule", "tmorow": "tomorrow", "mornin": "morning", "teh": "the", "wiht": "with",
    "wth": "with", "frist": "first", "meating": "meeting", "tmw": "tomorrow", "reschedual": "reschedule", "remidner": "reminder", "remine": "remind", "remnder": "reminder", "remindr": "reminder", "hav": "have", "gimme": "give me", "u": "you", "whens": "when is", "remeber": "remember", "fro": "for", "evry": "every", "evrey": "every", "mintues": "minutes", "pls": "please", "plz": "please",
}  # fmt: skip

_VERBS = {
    verb[:-1] + "ing" if verb.endswith("e") else verb + verb[-1] * (verb in ("set", "put", "snap", "drop", "get", "cancel", "scrap")) + "ing": verb
    for verb in (
        "add", "set", "put", "create", "make", "schedule", "book", "enter", "note", "move", "push", "shift", "reschedule", "postpone", "change",
        "delete", "remove", "cancel", "drop", "scrap", "clear", "mark", "tick", "check", "tell", "show", "remind", "wake", "start", "snooze",
        "rename", "plan", "block", "give", "extend", "bring", "arrange", "read", "list", "write", "jot", "take", "turn", "stop", "ping", "nudge",
    )
} | {
    "canceling": "cancel", "scheduling": "schedule", "reminded": "remind", "added": "add", "set": "set", "put": "put", "moved": "move", "canceled": "cancel",
    "cancelled": "cancel", "deleted": "delete", "removed": "remove", "scheduled": "schedule", "woke": "wake", "made": "make", "created": "create",
    "booked": "book", "changed": "change", "marked": "mark", "told": "tell", "showed": "show", "rescheduled": "reschedule", "postponed": "postpone",
    "pinged": "ping", "nudged": "nudge", "started": "start", "gave": "give", "noted": "note",
}  # fmt: skip

FILLERS = late(
    r"(?:(?:oh )?i don't know|i think|i guess|let's say|maybe),? (?=(?:at |around |about |on )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|noon|half|quarter)\b))|(?<=\bin )like (?=\w)|(?<=\badd )like (?=\w)|(?<=\bput )like (?=\w)|(?<=\bbook )like (?=\w)|(?<=\bschedule )like (?=\w)|\b(?:ugh+|argh+|phew|yikes|omg|gosh|jeez|damn|meh)\b[,.!]* ?|\b(?:what was it(?: again)?|what(?:'s| is) it called|how do i (?:say|put) (?:this|it)|let me think|oh yeah|oh yes|oh right|you know what),? |\b(?:um+|uh+|er+m?|hmm+),? (?:what is it|what was that|where was i|how do you say),? |\b(?:um+|uh+|uhm+|erm+|er|hmm+|uh huh|you know|i guess)\b,? ?|(?<=can you )like "
    r"|(?<=could you )like |(?<=maybe )like |(?<=just )like |^like (?=[a-z])|\b(?:twice|(?:two|three|four|five) times) (?:a|per|every) (?:week|month)[,:;]? (?=(?:every |each |on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)|(?<!would )(?<!'d )(?<!\bi )(?<!you )(?<!we )(?<!they )\blike (?=(?:remind me|set an?|cancel (?:my|the)|add|wake me|schedule|delete (?:my|the))\b)|(?<=\w )like (?=(?:at|around|by|about) (?:\d|one\b|two|three|four|five|six|seven|eight|nine|ten\b|eleven|twelve|noon|half|quarter))|(?<=at )like (?=\w)|(?<=around )like (?=\w)|(?<=for )like (?=\w)|(?<=to )like (?=\w+ \w)|(?<=so )like (?=remind|add|set|can|could|i |put)"
)

GERUNDS = (
    late(
        r"(?:(?:would|do) you (?:mind|consider|fancy)|\bhow about|\bwhat about|\bfeel like|any chance of)(?: you)?(?: please| maybe| just| quickly| perhaps| possibly)*"
        r" (?P<verb>[a-z]{2,12}ing)\b|\b(?:appreciate it|grateful|nice|great|lovely|helpful|kind|good|glad|happy|thankful|love it) if you"
        r"(?: just| please)? (?P<past>[a-z]{3,12})\b"
    ),
    _VERBS,
)

_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty[ -]five|fifty|sixty|ninety)"
_UNIT = r"(?:second|minute|min|hour|day|week|month)s?"

SLIPS = (
    (late(r"\b(?P<slip>2mor(?:o|row)|2mrw)\b"), "tomorrow"),
    (
        late(
            r"\b(?:except|excluding|but not|apart from)(?: on| for)? (?:mon|tues|wednes|thurs|fri|satur|sun)day(?P<slip>s)\b(?! and\b|,)"
        ),
        "",
    ),
    (late(r"\b(?P<slip>once (?:a|per|every)) (?=(?:week|month|year|quarter),? (?:on|in|every)\b)"), "every"),
    (late(r"\b(?:on )?the (?P<slip>night|evening) (?=before (?!last\b|and\b|i\b|we\b))"), "day"),
    (late(r"^(?P<slip>ad) (?=.{2,60} (?:to|on) (?:my|the|our) )"), "add"),
    (late(rf"\b(?P<slip>{_HOUR} ?a\.?m\.?{_NO}){_NEW_HOUR}"), "in the morning "),
    (
        late(rf"\b(?P<slip>(?:[6-9]|1[01]|six|seven|eight|nine|ten|eleven)(?:[:.]\d\d)? ?p\.?m\.?{_NO}){_NEW_HOUR}"),
        "in the evening ",
    ),
    (
        late(
            rf"(?:{_CLOCK}|{_DAY}|\d)(?P<slip>,? (?:and |then |and then )?(?:(?:ends|ending|finishes|finishing|finish|arrives|arriving|lands|landing)(?: at| around| about| on)?|(?:done|over|back) (?:by|at)))"
            rf" (?=(?:{_CLOCK}|{_DAY}|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \d))"
        ),
        " until",
    ),
    (late(r"\b(?:lasts|lasting|last|takes|taking|take)(?: about| around)? (?P<slip>an)(?= hour\b)"), "one"),
    (late(r"[,;(-] ?(?P<slip>an)(?= hour(?: long)?[).!]*$)"), "one"),
    (late(r"\btimer(?P<slip> )(?=(?:an?|half an) (?:hour|minute)\b)"), " for "),
    (
        late(
            r"(?:^|\bset (?:an? |my |the )?)alarm(?P<slip> )"
            r"(?=(?:1?\d|0\d|2[0-3])(?:[0-5]\d)?(?! ?(?:\d|m(?:in|\b)|h|s(?:ec|\b)|[:.,]\d|-))(?:$|[ ,.!?]|[ap]m?\b))"
        ),
        " at ",
    ),
    (
        late(r"\b(?:set|book|make|add|create|schedule) (?P<slip>a (?:new|different|fresh) one)(?= (?:for|at|on|in)\b)"),
        "one",
    ),
)
"""Words left out, or more than are needed: "timer an hour", "alarm 0615"."""

_DO = r"(?:call|phone|ring|text|email|message|buy|get|order|send|bring|take|pay|clean|wash)"
_RATHER = r"(?:(?:no wait|wait no|no sorry|sorry no|no actually|actually no|i mean|no i mean|sorry i mean|no),? )"

CORRECTIONS = (
    late(rf"\b({_DO},? {_RATHER})(?={_DO} )"),
    late(
        rf"(?:(?<=with )|(?<=call )|(?<=text )|(?<=email )|(?<=ring )|(?<=tell )|(?<=ask )|(?<=meet ))([a-z'-]+,? {_RATHER}(?:with |call |text )?)"
        r"(?!(?:later|sooner|less|more|earlier|matter|questions?|problem|sugar|one|way|need|idea|longer|the|a|an|i|it|that|this|you)\b)(?=[a-z])"
    ),
    late(
        r"\b((?:add|schedule|set|create|remind me|put|book|move|make|delete|cancel)(?: (?:a|an|the|my|to|up)){0,2}(?: [a-z]+){0,4}?,? (?:(?:no|wait|actually|sorry|scratch that|i mean|rather),? ){1,3})"
        r"(?=(?:please )?(?:cancel|delete|remove|add|set|move|schedule|remind|create|book|put|wake|make(?! (?:it|that)\b))\b)"
    ),
    late(rf"\b({_COUNT}(?: {_UNIT})?{_NO}(?:in |for )?)(?={_COUNT} {_UNIT}\b)"),
    late(
        r"\b((?:(?:i|my|the|a|an|to|on|at|in|for|with|and|can|could|you|me|remind|set|add|cancel|move|what|is|do|we|there|there's|it's|what's|when's|who's|how|i've|have|got|a)"
        r"(?: [a-z']+){0,3}) )(?=\1)"
    ),
    late(rf"\b(at {_CLOCK}{_NO})(?=at {_CLOCK})"),
    late(rf"\b({_CLOCK}{_NO})(?=(?:at )?{_CLOCK})"),
    late(rf"\b((?:{_DAY}){_NO})(?={_DAY})"),
)
