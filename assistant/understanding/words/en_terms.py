"""English: nouns and verbs that the ways of asking are made of."""

from __future__ import annotations

ART = (
    r"(?:(?:a|an|the|my|our|this|that|these|those|some|another|new|any|all|all of|every|his|her|one"
    r"|two|both|single|up|me|us|for me)\s+)*"
)
IT = (
    r"(?:it|that|this|them|those|these|both|all of (?:it|them)|(?:that|this|the (?:first|second|third|fourth|fifth|last"
    r"|other)) one)"
)
ADJ = r"(?:[a-z'0-9-]+ ){0,2}?"
ALARM = r"(?:alarms?(?: clocks?)?|wake[- ]?up (?:calls?|alerts?|alarms?))"
TIMER = r"(?:timers?|countdowns?|stopwatch)"
REMINDER = r"(?:(?:reminder|notification|alert)s?(?: alerts?| alarm| notification)?)"
TASK = r"(?:to[- ]?dos?|tasks?|chores?|errands?|action items?)"
LIST = r"(?:(?:[a-z'&-]+ ){0,3}?(?:check)?lists?)"
CALENDAR = r"(?:calendars?|schedule|agenda|diary|planner)"
EVENT = r"(?:(?:calendar )?(?:events?|entry|appointments?|meetings?))"
ADD = (
    r"(?:add|put(?: down| in(?= (?:an?|my|our|some)\b))?(?! (?:the |my |our |his |her |some )?[\w' ]{1,30}? (?:out|away|back|together|to bed|in(?:to)? the (?:oven|fridge|freezer|washer|dryer"
    r"|washing machine|wash|car|dishwasher|microwave|garage|shed|loft|attic))\b)|create|make(?! sure)|set up|set|schedule|plan|enter|note(?: down)?|jot down|write down|log"
    r"|register(?! (?:for|with|at)\b)|insert|include|arrange|organi[sz]e"
    r"|save|pencil in|start|open(?! (?:day|house|evening|mic|air|bar|studio)s?\b)|re-?add|pop(?: in(?= an?\b))?|stick(?: in(?= an?\b))?|chuck|bung|whack|throw(?! (?:out|away))|place|record|generate|new(?! year)|append)"
)
DELETE = (
    r"(?:delete|remove|cancels?|erase|clear(?: out| off)?|drop(?! (?:off|by|in|out|the \w+ (?:off|at)|\w+ (?:off|at))\b)|clean(?: out| up| off)?(?= (?:my |the "
    r"|all )*(?:calendar|schedule|lists?|agenda|tasks|to-?dos?|events?|reminders)\b)|scrap"
    r"|get rid of|call off|discard|take out(?=.* (?:from|of) )|take off|take away|undo(?! (?:(?:that|it|this)\W*$|(?:the |my )?last (?:change|action|step|thing)))|dismiss|skip(?= (?:my|the|our|this|that|‹t›))|do away with|throw (?:out|away)|disregard|rub out"
    r"|(?:trash|wipe|scratch|eliminate|cut|strike|purge|empty)(?= (?:the|my|our|all|that|this|these|those|it|every\w*)\b| ‹t›))"
)
MOVE = (
    r"(?:move|reschedule|shift(?! (?:from|on|at|with)\b|(?: ?‹T›)+$)|push(?: back| out| forward)?|postpone|bring forward|put off|delay"
    r"|bring(?= .*(?:forward|back|up to))|change|bump|extend|shorten|set back|switch|swap|adjust|update|edit|modify|alter|re-?plan|defer)"
)
SHOW = (
    r"(?:show(?: up)?|list|hear|display|read|read out|check|view|see|find|give|tell|open|pull up"
    r"|get(?! rid)|go over|go through|review(?= (?:my|the|our|all|upcoming|today|tomorrow|this|next|what|any|‹t›)\b)|recite|look up|look at|confirm|count|name|let me (?:see"
    r"|know|hear)|can i (?:see|have|get)|could i (?:see|have|get)|may i see|i(?:'d"
    r"| would) like to (?:see|know|hear)|i want to (?:see|know|hear)|i need to (?:see|know)|read back"
    r"|bring up|what about|(?:print|search|evaluate)(?= (?:out )?(?:my|the|our|all|upcoming|for|what|any)\b))"
)
ASK = (
    rf"(?:{SHOW}\b|what(?:'s|s| is| are|re|'re)?\b|which\b|when(?:'s|s)?\b|where(?:'s)?\b|who(?:'s)?\b"
    rf"|how (?:many|much|long|soon|full|busy)\b|do i\b|did (?:i|you)\b|have i\b|am i\b"
    rf"|is\b|are\b|was\b|were\b|will\b|does\b|any\b|anything\b|got any\b|have you\b|do you (?:have"
    rf"|know)\b|do we\b|are we\b|at what\b|on what\b|if\b|can you find\b|whats\b|tell\b)"
)

NOT_OURS = (
    r"(?!.*\b(?:movies?|films?|cinemas?|theat(?:er|re)s?|near(?:by|est)?|close by|closest"
    r"|neighbou?rhood|in the area|around here|musical|sporting|weather|storms?|rain|warnings|news|coat"
    r"|boots|restaurants?|cities|countries|where should|trains?|bus(?:es)?|flights? to|tv|playing|concerts in)\b)"
)
