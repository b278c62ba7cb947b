"""English: ways of asking to be told what there is, and the time."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.en_terms import (
    ALARM,
    ASK,
    CALENDAR,
    EVENT,
    NOT_OURS,
    TASK,
    TIMER,
)
from assistant.understanding.words.table import Rule, Where

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

_OURS_TOO = (
    r"meetings?|appointments?|lunch|dinner|breakfast|brunch|party|lesson|class|dentist|doctor|interview|call|flight|birthday"
    r"|anniversary|event|wedding|haircut|stand-?up|review|exam|gym|session|practice|training|conference|visit|vacation|holiday"
    r"|workshop|webinar|seminar|demo|sync|retro|kick-?off|rehearsal|recital|check-?up|offsite|presentation|vet|physio|town hall"
)

ASKING: tuple[Rule, ...] = (
    Rule(
        "how does it look",
        0.985,
        r"how(?:'s|s| is| does| do| are)(?: (?:my|the|our))? (?:‹T›|day|week|weekend|month|schedule|calendar|agenda|diary)"
        r"(?: (?:schedule|calendar|agenda|diary))?(?: ‹T›)? (?:look(?:ing)?|shaping up)\b",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "when is the",
        0.969,
        rf"(?:what time|when|at what time|how long)(?:'s|s| is| are| does| do| will)? (?:the|my|our|‹T›)(?: [\w'-]+){{0,3}}? (?:{_OURS_TOO})\b"
        r"(?!.*\b(?:rent|store|shop|bank|movie|film|train|bus|in history|season)\b)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "next of a kind",
        0.969,
        rf"(?:what time|when|at what time)(?:'s|s| is| are) next (?:[\w'-]+ ){{0,2}}(?:{_OURS_TOO})$",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "free then",
        0.93,
        r"(?:free|busy|available|booked|any plans|plans)(?: (?:on|at|for))?(?: ?‹T›)+$",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "what was done",
        0.966,
        r"what (?:did (?:i|we) (?:do|have on|plan|schedule|book)|(?:am i|are we) planning|do (?:i|we) plan) (?:on |for )?‹T›[ ?.!]*$",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "where do I have to be",
        0.966,
        r"(?:do|where do|when do|where should) (?:i|we) (?:need|have) to (?:be|go)\b",
        Intent.QUERY_EVENTS,
        needs_time=True,
    ),
    Rule(
        "when do I see",
        0.966,
        r"when (?:do|will|should|am|are) (?:i|we) (?:next )?(?:see(?:ing)?|meet(?:ing)?|visit(?:ing)?)\b(?! (?:a|any|the) (?:movie|film|show))",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "what to be reminded of",
        0.968,
        r"(?:what|is there|are there|anything|do i)\b.*\bbe reminded (?:of|about)\b",
        Intent.QUERY_REMINDERS,
    ),
    Rule(
        "list of events",
        0.9735,
        rf"(?={ASK})(?=.*\blists? of (?:(?:all|my|the|our|upcoming) )*(?:events|meetings|appointments|plans)\b)",
        Intent.QUERY_EVENTS,
    ),
    Rule("my days", 0.96, r"my (?:day|week|weekend|month)(?: ahead| at a glance)?$", Intent.QUERY_EVENTS),
    Rule(
        "free time",
        0.965,
        r"(?:any |my |all )*free (?:slots?|time|hours?|days?)\b",
        Intent.QUERY_EVENTS,
        needs_time=True,
    ),
    Rule(
        "when will you remind me",
        0.983,
        r"(?:when|what|which (?:things|stuff)) (?:will|do|did|are|am|would|have|should) (?:you|i) .*\bremind",
        Intent.QUERY_REMINDERS,
    ),
    Rule(
        "what is left to do",
        0.967,
        r"(?:is|are) there (?:anything|something|any \w+) (?:left|still|else) to (?:do|buy|get|pay|finish)|do (?:i|we) (?:still )?(?:have|need) to (?:do|buy|get|pay|finish|pick up) (?:anything|something)|anything (?:left|else) to (?:do|buy)"
        r"|what should (?:i|we) (?:do|work on|tackle|start with) (?:next|first|now|‹T›)",
        Intent.QUERY_TASKS,
    ),
    Rule(
        "what clashes",
        0.965,
        rf"(?:which|what|do|does|are|is|any|have)\b(?=.*\b(?:clash(?:es|ing)?|conflicts?|conflicting|overlap(?:s|ping)?"
        rf"|double[- ]?booked)\b)(?:(?=.*(?:\b(?:{EVENT}|my|our|i|we|calendar|schedule)\b|‹t›))"
        r"|(?: things?| of them)? (?:clash|conflict|overlap)\w*\W*$)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "when last",
        0.965,
        r"when (?:did|have|had) (?:i|we) last (?!see (?:a|any) (?:movie|film)|hear|listen|watch)\w+|when was my (?:last|latest)"
        r" (?!song|movie|episode|order|alarm)\w+|when was the last time (?:i|we) (?!heard|listened|watched)\w+",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "how often",
        0.9,
        r"how (?:often|many times) (?:did|have|had) (?:i|we) (?!hear|listen|watch|laugh|think)\w+ .*‹t›",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "find free time",
        0.965,
        r"(?:find|look for|suggest|give)(?: me| us)? (?:a |an |some |\d+ |one |two |half )?(?:[\w-]+ ){0,7}"
        r"(?:with nothing(?: on\b| ?‹t›)|free (?:slots?|hours?|time)|(?:time )?slots?\b|gap in my|when i(?:'m| am) free)|(?:is there|do i have)"
        r" (?:a |any )?free (?:slot|hour|time)|(?:which|what) (?:days?|mornings?|afternoons?|evenings?) (?:am i|are we|i am)"
        r" (?:free|available)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "find so long",
        0.965,
        r"find(?: me| us)? ‹T›(?: of)? (?:with nothing(?: on\b| ?‹t›)|free|that(?:'s| is) free)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "plan my day",
        0.972,
        r"(?:please |can you |could you |help me )*plan (?:out )?(?:my (?:day|morning|afternoon)|the (?:rest of the )?day"
        r"|(?:my )?‹T›)(?: for me| please| for ‹T›|,? ‹T›)*$",
        Intent.QUERY_EVENTS,
    ),
    Rule("ask alarms", 0.983, rf"(?={ASK})(?=.*\b(?:{ALARM}|wake[- ]?up time)\b)", Intent.QUERY_REMINDERS),
    Rule("ask timers", 0.972, rf"(?={ASK})(?=.*\b{TIMER}\b)", Intent.QUERY_REMINDERS),
    Rule(
        "my alarms",
        0.97,
        rf"(?:my |all |list |the |set |of |active |current )*(?:{ALARM}|{TIMER}|reminders)(?: list| settings)?$",
        Intent.QUERY_REMINDERS,
    ),
    Rule("ask reminders", 0.983, r"(?={ask})(?=.*\breminders?\b)".replace("{ask}", ASK), Intent.QUERY_REMINDERS),
    Rule(
        "ask what to remember",
        0.93,
        r"what (?:do|did|should) i (?:need|have|ask you|want) to (?:remember|be reminded)|what (?:did"
        r"|should) (?:i|you) .*\bremind\b|what am i supposed to remember",
        Intent.QUERY_REMINDERS,
    ),
    Rule(
        "ask my lists",
        0.973,
        rf"(?={ASK})(?=.*\b(?:my|the|your|any|all|these|those|available"
        rf"|a) (?:[\w'&-]+ ){{0,3}}(?:check)?lists?\b)(?!.*\b(?:play ?list|movies?|songs?"
        rf"|films?)\b)(?=.*\b(?:my|the|i|your|any|all)\b)",
        Intent.QUERY_TASKS,
    ),
    Rule(
        "ask lists",
        0.972,
        rf"(?={ASK})(?:(?:me|of|to|out|the|my|all|what|which|is|are|do|i|have|how|many|show|give|list|tell"
        rf"|open|read|find|display|check|available|current|kind|can|see|name|names|kinds?|please|been|made"
        rf"|set up|created|s)\b ?)*+(?:check)?lists?\b",
        Intent.QUERY_TASKS,
    ),
    Rule(
        "lists i have",
        0.97,
        r"(?:my |all )?(?:the )?lists?(?: (?:that )?i have| available| please)?$|(?:my )?(?:to-?do|task"
        r"|shopping|grocery) list$|(?:my )?(?:open |pending )?(?:tasks|to-?dos)(?: for ‹T›| ‹T›)?$",
        Intent.QUERY_TASKS,
    ),
    Rule("ask tasks", 0.971, rf"(?={ASK})(?=.*\b(?:{TASK}|deadlines?|due|overdue)\b)", Intent.QUERY_TASKS),
    Rule(
        "ask what to do",
        0.967,
        r"what (?:do|should|must|have) (?:i|we) (?:still )?(?:have to|need to|got to|to|gotta) (?:do"
        r"|get done|complete|finish|buy|pay|submit|hand in)\b|what(?:'s| is| else is|s) (?:still )?(?:left"
        r"|overdue|due|pending|outstanding|open|unfinished|on my plate)\b|what should i (?:buy"
        r"|get from the)|what tasks|(?:is|are) (?:there )?anything (?:due|overdue)|anything (?:due"
        r"|overdue)|did i (?:already )?(?:finish|complete|do|pay|add)\b",
        Intent.QUERY_TASKS,
    ),
    Rule(
        "ask what i have",
        0.966,
        NOT_OURS + r"(?:tell me |show me |can you tell me |let me know |check )?(?:what|how|when|where|which|who|if"
        r"|anything|something)\b.*\b(?:do i (?:have|got|need to be)|have i (?:got|planned|scheduled|booked|arranged)|i(?:'ve| have)(?: got)?"
        r"|am i (?:doing|supposed|meeting|seeing|free|busy)|i am|i'm (?:doing|free|busy)|do we have"
        r"|are my (?:plans|day)|my (?:day|week|weekend|morning|afternoon|evening|plans|schedule|calendar"
        r"|agenda|meetings?|appointments?))\b(?! to\b)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "do i have",
        0.966,
        rf"{NOT_OURS}(?:(?:do|did|will|would) (?:i|we) (?:(?:already|still|also|really|actually) )?have"
        rf"|have (?:i|we)(?: got)?|am i|are we|is my|are my|is there|are there|was there|were there"
        rf"|has my)\b(?! to\b) ?.*(?=‹t›|{EVENT}|{CALENDAR}|\bfree\b|\bbusy\b|\bplans?\b|\bplanned\b"
        rf"|\bscheduled\b|\bon\b)(?=.*(?:‹t›|\b(?:{EVENT}|{CALENDAR}|free|busy|plans?|planned|scheduled"
        rf"|booked)\b))",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "ask calendar",
        0.964,
        rf"{NOT_OURS}(?={ASK})(?=.*\b(?:my|our|{EVENT}|calendars?|agenda|diary)\b|.*\b{CALENDAR}(?: is"
        rf"| for| on| of)?(?: the)? ?(?:‹t›|$)|.*‹t›(?:'s)? {CALENDAR})(?=.*\b(?:{CALENDAR}"
        rf"|{EVENT})\b)(?!.*\b(?:add|create|book)\b)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "what is on",
        0.92,
        NOT_OURS + r"(?:what(?:'s|s| is| are)? (?:going on|happening|on(?: for)?|up|next|planned|scheduled|coming up"
        r"|my next|the plan|in store)\b(?=.*(?:‹t›|$))(?! (?:the radio|tv|your mind|netflix|television))"
        r"|anything (?:going on|happening|planned|scheduled|on|interesting)?\s*(?=.*‹t›)|what about ‹T›$"
        r"|what(?:'s|s| is) ‹T›$|how (?:does|is|'s) (?:my )?.*(?:look|looking)\b.*$|how busy\b"
        r"|am i (?:free|busy|available)\b|when am i (?:free|available|busy)|is ‹T› (?:free|busy|open)"
        r"|(?:who|whom) (?:am i|do i) (?:meeting|meet|seeing|see)\b)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "is it then",
        0.9645,
        r"(?:(?:when|what (?:day|time|date)|at what time)(?:'s| is| are| was)? |(?:is|are|was) )(?:my |our |the )?(?:[a-z]+'s )+(?:[a-z]+ ){0,2}(?:birthday|party|wedding|anniversary|meeting"
        r"|appointment|lunch|dinner|interview|class|recital|graduation|surgery|event|game)\b(?:(?=.*(?:‹t›|cancel))|$)",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "time and date",
        0.968,
        r"(?:the )?(?:time|date)\s+(?:and|&|or)\s+(?:the )?(?:time|date)(?:\s+(?:of|for|now|please)\b.*|\s*‹T›)?$"
        r"|current (?:local )?time(?: in)? .*|what does the clock say.*",
        Intent.QUERY_TIME,
    ),
    Rule(
        "when is my",
        0.964,
        r"(?:when|what time|where|what day|how long|at what time|with whom|who|how many \w+)(?:'s|s| is"
        r"| are| does| do| did| will| was| till| until)?\b.*\b(?:my|our|i|am i|the|we)\b.*\b(?:{happen})\b".replace(
            "{happen}", f"{_OURS_TOO}|pick up|meet|work|supposed"
        ),
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "my schedule",
        0.96,
        r"(?!.* (?:is|was|has|looks|hangs|needs) )(?:(?:my |today's |tomorrow's |the |show |what's |‹T›(?:'s)? )+(?:(?:upcoming|next|future|latest"
        r"|planned) )*(?:events?|meetings?|appointments?|plans)|(?:(?:my|today's|the"
        r"|‹T›(?:'s)?) )*(?:schedule|agenda|calendar|itinerary)|(?:upcoming|next|future|latest"
        r"|all) (?:events?|meetings?|appointments?)|events? happening)(?: (?:for|on|of|in|happening"
        r"|between|from|this|planned|scheduled|today|tomorrow) ?.*| ?‹T›(?: ‹T›)?)?$",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "show me a day",
        0.945,
        r"(?:show|give|tell|read)(?: me| us)?(?: what(?:'s| is)(?: on)?| my| everything| all)?(?: on| for| about"
        r"| happening)*\s*‹T›(?: please)?$",
        Intent.QUERY_EVENTS,
    ),
    Rule(
        "ask time",
        0.968,
        r"(?!.*\b(?:alarms?|timers?|reminders?|meetings?|appointments?|events?|lists?|my (?!time|clock"
        r"|date|local)|do i|am i|i (?:have|work|need)|birthday|party|train|bus|flight|store|shop|open"
        r"|close|movie|game|playing|showing|scheduled)\b)(?:(?:(?:just |please )?(?:what(?:'s|s| is"
        r"| will be| does)? (?:the )?|(?:just )?(?:tell|let) me (?:know )?(?:what (?:is |the )*)?(?:the )?"
        r"|i need to know (?:what is )?(?:the )?|the |do you (?:know|have) (?:the |what )?|can (?:i"
        r"|you) (?:have|get|tell me|give me)(?: the)? ?(?:what )?|show (?:me )?(?:the )?"
        r"|give (?:me )?(?:the )?|may i know (?:the )?|check (?:the )?|say (?:the )?|i (?:want"
        r"|need) (?:to know )?(?:the )?|mention (?:the )?|provide (?:the )?|display (?:the )?"
        r"|look up (?:the )?|read (?:me )?(?:the )?|know (?:what is |what )?(?:the )?))?(?:current |exact "
        r"|correct |right |local |actual |present |full |‹T›(?:'s)? )*(?:time|date|hour|day)(?: (?:and|or"
        r"|&) (?:the )?(?:time|date|month|year|day))?(?: (?:is it|it is|it's|now|right now|in|at|for|of"
        r"|zone|difference|do we have|group|happen|over there|there|here|where)\b.*|,? ‹T›.*)?$)",
        Intent.QUERY_TIME,
    ),
    Rule(
        "ask time 2",
        0.968,
        r"(?!.*\b(?:alarms?|timers?|reminders?|meetings?|appointments?|events?|lists?|my (?!time|clock"
        r"|date|local)|do i|am i|i (?:have|work|need)|birthday|party|train|bus|flight|store|shop|open"
        r"|close|movie|game|playing|showing|scheduled)\b)(?:(?:[\w' ]{0,24} )?what (?:time|day|date|month"
        r"|year|week|weekday)(?: of the (?:week|month|year))? ?(?:is it|it is|is today|is this|is tomorrow"
        r"|is ‹T›|was ‹T›|will it be|does ‹T› fall|are we|it'll be|would it be|is (?:the )?‹T›|today"
        r"|do we have|of the|)(?! (?:set|scheduled|my))|what is today\b|what's today\b|(?:is (?:it|today"
        r"|tomorrow) )(?:the )?‹T›$|is it (?:a )?(?:leap year|already|past|noon|midnight)\b"
        r"|‹T› is (?:which|what) (?:day|date)|(?:the )?date (?:today|now|please)|time (?:in|now"
        r"|please)\b.*|how many (?:days|weeks|months|hours|minutes)(?: are)?(?: there| are there| left"
        r"| is it| do we have)? (?:(?:in|till|until|to|before|between|since|remain)\b|‹t›).*"
        r"|how long (?:is it )?(?:until\b|till\b|before\b|‹t›).*|which (?:week|day|date|month"
        r"|year)\b (?:is|are|of|number|does).*|what week (?:number )?.*|days until\b.*|when (?:is|does|are"
        r"|was|will) (?:the )?(?:‹T›|easter|christmas|thanksgiving|daylight saving.*|spring|summer|winter"
        r"|autumn|fall)(?: (?:begin|start|end|fall|this year|be)| ?(?:in )?(?:the year )?‹T›)?$)",
        Intent.QUERY_TIME,
    ),
    Rule(
        "ask day",
        0.968,
        r"(?!.*\b(?:alarms?|timers?|reminders?|meetings?|appointments?|events?|lists?|my (?!time|clock"
        r"|date|local)|do i|am i|i (?:have|work|need)|birthday|party|train|bus|flight|store|shop|open"
        r"|close|movie|game|playing|showing|scheduled)\b)(?:(?:what|which|on what|tell me what"
        r"|show me what) (?:day|date|weekday)(?: of the (?:week|month|year))?\b.*(?:‹T›|\bholiday|\bnext\b"
        r"|\btoday\b).*$(?<!\bmeeting)|(?:what is|what's|tell me|whats) (?:the )?(?:date|day) (?:of|for|on"
        r"|is)\b.*|what is ‹T›(?:'s)? (?:actual )?date|(?:what|which) (?:day|date) (?:is|falls?)\b.*"
        r"|do (?:we|you) have ‹T›.*month.*|is (?:there )?‹T› on (?:a )?‹T›|is ‹T› (?:on )?(?:a )?‹T›$"
        r"|(?:how much|how many hours|what is the) time (?:difference|zone)\b.*|time (?:difference"
        r"|zones?)\b.*|convert ‹T›.*|.*\bwhat time (?:is it|it is|will it be|would it be|is)\b (?:now "
        r"|there |here |locally )?(?:in|at)\b.*|(?:is it|has it) .*\btimezone\b.*)",
        Intent.QUERY_TIME,
    ),
)
