"""English: the ways of asking, heaviest first where two fit."""

from __future__ import annotations

import re

from assistant.understanding.request import Intent
from assistant.understanding.words.en_talk import TALK
from assistant.understanding.words.table import Act, Q, Rule, T, Thing, Where

_ART = (
    r"(?:(?:a|an|the|my|our|this|that|these|those|some|another|new|any|all|all of|every|his|her|one"
    r"|two|both|single|up|me|us|for me)\s+)*"
)
_ADJ = r"(?:[a-z'0-9-]+ ){0,2}?"
_ALARM = r"(?:alarms?(?: clocks?)?|wake[- ]?up (?:calls?|alerts?|alarms?))"
_TIMER = r"(?:timers?|countdowns?|stopwatch)"
_REMINDER = r"(?:(?:reminder|notification|alert)s?(?: alerts?| alarm| notification)?)"
_TASK = r"(?:to[- ]?dos?|tasks?|chores?|errands?|action items?)"
_LIST = r"(?:(?:[a-z'&-]+ ){0,3}?(?:check)?lists?)"
_CALENDAR = r"(?:calendars?|schedule|agenda|diary|planner)"
_EVENT = r"(?:(?:calendar )?(?:events?|entry|appointments?|meetings?))"
_ADD = (
    r"(?:add|put|create|make|set up|set|schedule|plan|enter|note(?: down)?|jot down|write down|log"
    r"|register|insert|include|arrange|organi[sz]e"
    r"|save|pencil in|start|open|re-?add|pop|stick|throw(?! (?:out|away))|place|record|generate|new|append)"
)
_DELETE = (
    r"(?:delete|remove|cancels?|erase|clear(?: out| off)?|clean(?: out| up| off)?(?= (?:my |the "
    r"|all )*(?:calendar|schedule|lists?|agenda|tasks|to-?dos?|events?|reminders)\b)|drop|scrap"
    r"|get rid of|call off|trash|wipe|discard|take out|take off|take away|scratch|undo|eliminate|cut"
    r"|strike|purge|dismiss|do away with|empty|throw (?:out|away)|disregard|rub out)"
)
_MOVE = (
    r"(?:move|reschedule|shift|push(?: back| out| forward)?|postpone|bring forward|put off|delay"
    r"|change|bump|extend|shorten|set back|switch|adjust|update|edit|modify|alter|re-?plan|defer)"
)
_SHOW = (
    r"(?:show(?: up)?|list|display|read|read out|check|view|see|find|give|tell|open|pull up"
    r"|get(?! rid)|go over|go through|review|recite|look up|look at|confirm|count|name|let me (?:see"
    r"|know|hear)|can i (?:see|have|get)|could i (?:see|have|get)|may i see|i(?:'d"
    r"| would) like to (?:see|know|hear)|i want to (?:see|know|hear)|i need to (?:see|know)|read back"
    r"|bring up|what about|print|search|evaluate)"
)
_ASK = (
    rf"(?:{_SHOW}\b|what(?:'s|s| is| are|re|'re)?\b|which\b|when(?:'s|s)?\b|where(?:'s)?\b|who(?:'s)?\b"
    rf"|how (?:many|much|long|soon|full|busy)\b|do i\b|did (?:i|you)\b|have i\b|am i\b"
    rf"|is\b|are\b|was\b|were\b|will\b|does\b|any\b|anything\b|got any\b|have you\b|do you (?:have"
    rf"|know)\b|do we\b|are we\b|at what\b|on what\b|if\b|can you find\b|whats\b|tell\b)"
)

_NOT_OURS = (
    r"(?!.*\b(?:movies?|films?|cinemas?|theat(?:er|re)s?|near(?:by|est)?|close by|closest"
    r"|neighbou?rhood|in the area|around here|musical|sporting|weather|storms?|rain|warnings|news|coat"
    r"|boots|restaurants?|trains?|bus(?:es)?|flights? to|tv|playing|concerts in)\b)"
)


def _r(
    name: str,
    weight: float,
    pattern: str,
    intent: Intent | None = None,
    act: Act | None = None,
    thing: Thing | None = None,
    *,
    where: Where = Where.START,
    needs_time: bool = False,
) -> Rule:
    filled = pattern.replace("‹T›", T + "++").replace("‹t›", T).replace("‹Q›", Q + "++")
    return Rule(name, weight, re.compile(filled), intent, act, thing, where, needs_time)


_ANY = Where.ANYWHERE
_REMIND = Intent.CREATE_REMINDER

RULES: tuple[Rule, ...] = (
    # ------------------------------------------------------------------------------------------- reminders, made
    _r("remind me", 0.985, r"(?:remind(?:ing)?|rmd) (?:me|us|myself)(?: again)?\b|remind\b(?= to )", _REMIND),
    _r(
        "remind me, later",
        0.98,
        r"(?<=[\s,;.])(?:please |can you |could you |then |and )*remind me\b(?! of what| what)",
        _REMIND,
        where=_ANY,
        needs_time=True,
    ),
    _r(
        "do not let me forget",
        0.985,
        r"(?:do not|don't|dont|never) (?:let me forget|forget to remind me)(?: that| about)?"
        r"|make sure (?:that )?i (?:don't|do not|dont) forget|make sure i remember|don't forget to\b"
        r"|help me (?:to )?remember|remember to\b|i (?:must not|mustn't|can't|shouldn't) forget",
        _REMIND,
    ),
    _r("ping me", 0.98, r"(?:ping|nudge|buzz|alert|notify|prompt|poke|beep|warn|inform) (?:me|us)\b", _REMIND),
    _r(
        "tell me to",
        0.95,
        r"(?:tell|text|message) me (?=‹T›|to (?!(?:about|how|what|why)\b))",
        _REMIND,
        needs_time=True,
    ),
    _r("tell me to, no time", 0.93, r"tell me (?=to (?:take|get|bring|call|buy|do|go|pay|leave|eat|drink)\b)", _REMIND),
    _r(
        "set a reminder",
        0.984,
        rf"(?:(?:{_ADD}|i need|i want|i'd like|send me|activate|turn on) {_ART}|(?:give"
        rf"|get) me an? (?:new )?){_ADJ}(?:‹T› ){{0,1}}{_REMINDER}\b(?! list)(?:\s*:|,?\s+(?:to|for|about"
        rf"|that|of|saying|called|named|on|in)\b(?! (?:my|the) (?:calendar|list)))?",
        _REMIND,
        thing=Thing.REMINDER,
    ),
    _r("reminder:", 0.98, rf"(?:{_ART})?(?:new )?{_REMINDER}\s*(?::|-|to\b|for\b|about\b|that\b|(?=‹t›))", _REMIND),
    # ------------------------------------------------------------------------------------------ alarms and timers
    _r(
        "set an alarm",
        0.985,
        rf"(?:{_ADD}|turn on|activate|enable|i need|i want|i'd like|give me|send me|ring"
        rf"|sound) {_ART}{_ADJ}(?:‹T› )?(?:{_ADJ})?{_ALARM}(?: on)?\b(?: called| named| labell?ed| titled"
        rf"| with the (?:label|name)| saying)?",
        _REMIND,
        thing=Thing.ALARM,
    ),
    _r(
        "alarm at",
        0.976,
        rf"(?!{_DELETE}\b|{_MOVE}\b|{_SHOW}\b|{_ASK}|turn |stop"
        rf"|disable)(?:{_ART})?{_ADJ}{_ALARM}(?: clock)?(?=\s*(?:(?:for|at|on|in|time|set|to"
        rf"|every)\b ?)*(?:for |at )?‹t›)(?: time| set)?|alarm (?:on|set)$|‹T› {_ALARM}$",
        _REMIND,
        thing=Thing.ALARM,
    ),
    _r(
        "wake me",
        0.985,
        r"(?:wake|get) (?:me|us) up\b|wake (?:me|us)\b|i (?:need|have|want) to (?:get up|wake up|be (?:up"
        r"|awake))(?= (?:at|by|before|on|‹t›))|call me(?= (?:at )?‹t›)",
        _REMIND,
        thing=Thing.ALARM,
    ),
    _r(
        "set a timer",
        0.986,
        rf"(?:{_ADD}|begin|run|give me|i need|i want|put on|launch"
        rf"|kick off) {_ART}(?:‹T›[ -]?)?(?P<title>(?:(?!for )[a-z'-]+ ){{0,2}}?){_TIMER}\b(?: called"
        rf"| named| labell?ed)?(?: on)?|count ?down (?=(?:from |for )?‹t›)(?:from|for)?"
        rf"|time (?:me )?for (?=‹t›)",
        _REMIND,
        thing=Thing.TIMER,
    ),
    _r(
        "timer for",
        0.976,
        rf"(?:‹T›[ -]?)?(?:[a-z'-]+ )?{_TIMER}\b(?=\s*(?:$|for\b|of\b|‹t›|:))",
        _REMIND,
        thing=Thing.TIMER,
        needs_time=True,
    ),
    _r(
        "snooze",
        0.985,
        rf"(?:snooze|pause)(?= |$) ?(?:{_ART})?(?={_ALARM}|{_TIMER}|{_REMINDER}|for |it|that|this|until|‹t›"
        rf"|$)",
        Intent.UPDATE_REMINDER,
    ),
    _r(
        "turn off alarm",
        0.985,
        rf"(?:turn off|switch off|shut off|disable|stop|unset|silence|deactivate|kill|reset|mute|end"
        rf"|do not ring|don't ring)(?: {_ART})?(?P<reference>.*?\b(?:{_ALARM}|{_TIMER}|{_REMINDER})\b.*)$",
        act=Act.DELETE,
    ),
    _r(
        "turn alarm off",
        0.985,
        rf"turn {_ART}(?P<reference>.*?\b(?:{_ALARM}|{_TIMER}|{_REMINDER})\b.*?) off",
        act=Act.DELETE,
    ),
    _r("do not wake me", 0.986, r"(?:do not|don't|dont) (?:wake me(?: up)?|remind me)\b", Intent.DELETE_REMINDER),
    # --------------------------------------------------------------------------------------------- change, move
    _r(
        "move to",
        0.96,
        rf"{_MOVE}(?: the (?:time|date|start|day) (?:of"
        rf"|for))? {_ART}?(?P<reference>.+?)(?:[,\s]+from ‹T›)?[,\s]+(?:(?:(?:to|until|till|by|for|back"
        rf"|forward|on|so (?:that )?it (?:is|starts)|ahead|at|into|earlier|later|the)[\s,]+)+(?=‹t›)"
        rf"|(?=‹T›$))",
        act=Act.UPDATE,
        needs_time=True,
    ),
    _r("move it", 0.85, rf"{_MOVE} {_ART}(?P<reference>.+?)$", act=Act.UPDATE, needs_time=True),
    _r(
        "rename",
        0.96,
        r"(?:rename|retitle|change the (?:name|title) of|call) (?:the |my )?(?P<reference>.+?) (?:to|as"
        r"|into) (?P<new_title>.+?)$",
        act=Act.UPDATE,
    ),
    _r(
        "change place",
        0.962,
        rf"(?:change|update|set|move) the (?:location|place|venue) (?:of"
        rf"|for) {_ART}(?P<reference>.+?) to (?P<location>.+?)$",
        act=Act.UPDATE,
    ),
    _r(
        "change priority",
        0.962,
        rf"(?:set|change|update|make|raise|lower) (?:the )?priority (?:of"
        rf"|for) {_ART}(?P<reference>.+?) (?:to|as) (?P<priority>high|low|normal|medium|urgent)$",
        Intent.UPDATE_TASK,
    ),
    _r(
        "make it longer",
        0.95,
        rf"(?:make|extend|shorten|lengthen|prolong) {_ART}(?P<reference>.+?)(?: (?:by|for|an?"
        rf"|to))? ‹T›(?: (?:longer|shorter|earlier|later))?$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    _r(
        "edit",
        0.95,
        rf"(?:change|update|edit|modify|alter) {_ART}(?P<reference>.*?\b(?:{_ALARM}|{_TIMER}|{_REMINDER}"
        rf"|{_EVENT}|{_TASK})\b.*)$",
        act=Act.UPDATE,
    ),
    # -------------------------------------------------------------------------------------------------- complete
    _r(
        "mark done",
        0.978,
        rf"(?:mark|set|check|tick|cross|flag|put"
        rf"|count)(?: off)? {_ART}(?:{_TASK} )?(?P<reference>.+?) (?:as |to )?(?:done|complete|completed"
        rf"|finished|off|ticked|checked)(?: (?:from|on|of|in) .*)?$",
        Intent.COMPLETE_TASK,
    ),
    _r(
        "mark done, short",
        0.978,
        r"(?:mark|set) (?:as )?(?:done|complete|completed|finished):? (?P<reference>.+)$",
        Intent.COMPLETE_TASK,
    ),
    _r(
        "check off",
        0.986,
        r"(?:check|tick|cross|mark) (?!off)(?P<reference>.+?) off(?: (?:of |from )?(?:the|my"
        r"|our) (?P<list>.+?)(?: list)?)?$",
        Intent.COMPLETE_TASK,
    ),
    _r(
        "complete",
        0.965,
        rf"(?!(?:finish|complete)\b.*‹t›)(?:complete|check off|tick off|cross off|cross out|tick|close out"
        rf"|finish)(?: the)?(?: {_TASK})?:? {_ART}(?P<reference>.+?)(?: (?:from|on|off) (?:my"
        rf"|the) .*list)?$",
        Intent.COMPLETE_TASK,
    ),
    _r(
        "is done",
        0.86,
        rf"(?:the )?(?:{_TASK} )(?P<reference>.+?) (?:is |has been )?(?:done|complete|completed|finished)$",
        Intent.COMPLETE_TASK,
    ),
    _r("done:", 0.9, r"done(?: with)?:? (?!you|it|that|well)(?P<reference>\S.+)$", Intent.COMPLETE_TASK),
    # ---------------------------------------------------------------------------------------------------- delete
    _r(
        "take off the list",
        0.978,
        rf"(?:take|get|remove|delete|cross|drop|strike|clear|pull|cut) {_ART}(?P<reference>.+?) (?:off|from"
        rf"|out of|for|in|on)(?: of)? (?=.*\b(?:lists?|to-?dos?|groceries|stationary|itinerary|menu)\b)",
        Intent.DELETE_TASK,
    ),
    _r(
        "take off the calendar",
        0.981,
        rf"(?:take|get|remove|delete|drop|strike|clear|pull|cancel|erase|wipe)(?: (?:off"
        rf"|out))? {_ART}(?P<reference>.+?) (?:off|from|out of|on|in)(?: of)? (?:my |the "
        rf"|our )*(?:{_CALENDAR})\b",
        Intent.DELETE_EVENT,
    ),
    _r(
        "delete a list",
        0.9665,
        rf"{_DELETE} {_ART}(?P<list>[\w'-]+(?: [\w'-]+){{0,2}})[ -](?:list|checklist)$",
        Intent.DELETE_TASK,
    ),
    _r("delete", 0.966, rf"{_DELETE}:? {_ART}(?P<reference>.+?)$", act=Act.DELETE),
    _r(
        "find and delete",
        0.966,
        r"(?:find|check|look up|look for|open|go to|whatever) .*?\b(?:and )?(?:delete|remove|cancel|erase"
        r"|trash|clear)\b",
        act=Act.DELETE,
    ),
    _r(
        "to be deleted",
        0.95,
        r"(?P<reference>.+?) (?:needs to be|should be|must be|has to be|can be|to be|is to be|be|is|was"
        r"|got|has been) (?:deleted|removed|cancel+ed|erased|cleared|called off)(?: (?:from|off) .*)?$",
        act=Act.DELETE,
    ),
    _r(
        "i no longer need",
        0.9,
        rf"i (?:no longer need|don't need|do not need)(?: to have| to see"
        rf"| to)? {_ART}(?P<reference>.*?\b(?:{_ALARM}|{_TIMER}|{_REMINDER}|{_EVENT})\b.*)$",
        act=Act.DELETE,
    ),
    # ----------------------------------------------------------------------------------------- tasks and lists, made
    _r(
        "add to list",
        0.979,
        rf"(?:{_ADD}|include|write|move) (?P<title>.+?) (?=(?:to|on|onto|in|into|at|for) (?:(?:my|the|our|a"
        rf"|new|me) )*(?:[\w'&-]+ ){{0,3}}(?:lists?|checklist|groceries|to-?dos?|tasks)\b)",
        Intent.CREATE_TASK,
    ),
    _r(
        "add to word",
        0.966,
        r"(?:add|put) (?P<title>.+?) (?:to|on|onto) (?:(?:my|the|our) )?(?P<list>shopping|groceries"
        r"|grocery|chores|errands|work|home|personal|wish ?list|packing|household)$",
        Intent.CREATE_TASK,
    ),
    _r(
        "list first",
        0.978,
        r"(?:(?:to|on|in|for) )?(?:my |the "
        r"|our )*(?P<list>[\w'&-]+(?: [\w'&-]+)?) list[,:]?(?: please)? (?:add|put|include)\b",
        Intent.CREATE_TASK,
    ),
    _r(
        "list with",
        0.978,
        rf"(?:{_ADD}|open|update|i need|i want) (?:(?:my|the"
        rf"|our) )?(?P<list>[\w'&-]+(?: [\w'&-]+)?) list (?:and (?:add|put)|with)",
        Intent.CREATE_TASK,
    ),
    _r(
        "new task",
        0.981,
        rf"(?:{_ADD}|i need|give me) {_ART}(?:(?:urgent|important|high[- ]priority|low[- ]priority|quick"
        rf"|small) )?{_TASK}\b(?! list)(?:\s*:|\s+(?:to|for|called|named|titled|about|that|saying)\b)?",
        Intent.CREATE_TASK,
    ),
    _r(
        "task:",
        0.979,
        rf"(?:(?:new|urgent|important|high[- ]priority|low[- ]priority) )?(?:{_TASK}|action)\s*(?::|-"
        rf"|to\b(?! do)|(?=‹Q›))",
        Intent.CREATE_TASK,
    ),
    _r(
        "new list called",
        0.9785,
        rf"(?:{_ADD}|i need|i want|give me) {_ART}(?:new )?lists? (?:called|named|titled|for"
        rf"|of) (?P<list>.+)$",
        Intent.CREATE_TASK,
    ),
    _r(
        "new list",
        0.978,
        rf"{_NOT_OURS}(?:{_ADD}|i need|i want|give me|help me (?:start|make|create)|begin|produce|show"
        rf"|put together|build) (?:(?:to (?:make|create|start|set up|put together|build)|me|us|up"
        rf"|together) )*{_ART}(?P<list>{_LIST})\b(?: of\b| for\b| called\b| named\b| titled\b| about\b"
        rf"| with\b)?",
        Intent.CREATE_TASK,
    ),
    _r("list new", 0.9, r"(?:new list|list new|new .{0,30}list)(?: please)?$|another list$", Intent.CREATE_TASK),
    _r("add item", 0.96, rf"(?:{_ADD}) {_ART}(?:items?|things?|entry)(?: to.*| here| please)?$", Intent.CREATE_TASK),
    _r("add", 0.84, r"(?:add|note down|jot down|write down|put down)\b:? (?=\S)", act=Act.CREATE),
    # ----------------------------------------------------------------------------------------------- events, made
    _r(
        "block time",
        0.97,
        r"(?:block|reserve|keep|hold|free up)(?: off| out)? (?=.*‹t›)(?:(?:my|the) (?:calendar|time"
        r"|schedule) )?(?:on|for|from)?",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    _r(
        "add to calendar",
        0.98,
        rf"(?:{_ADD}|mark|write|save) (?P<title>.*?)(?:\s|^|(?<=\s))(?:to|on|onto|in|into|for) (?:(?:my|the"
        rf"|our|this) )*(?:[\w'-]+ )?(?:{_CALENDAR})\b(?: for| on| at)?",
        Intent.CREATE_EVENT,
    ),
    _r(
        "new event",
        0.979,
        rf"(?:{_ADD}|arrange|organi[sz]e|i need|i want|set) (?:(?:a|an|the|new|another|repeating|recurring"
        rf"|calendar|up|all-day) )*(?:events?|entry|calendar event|appointment entry)\b(?:\s*:|\s+(?:for"
        rf"|called|named|titled|about|to|with title|that says)\b)?",
        Intent.CREATE_EVENT,
    ),
    _r(
        "add happening",
        0.951,
        rf"{_ADD}(?: up| me)? (?=.*‹t›)(?:(?:a|an|the|my|new|another) )*",
        act=Act.CREATE,
        needs_time=True,
    ),
    _r(
        "put down",
        0.966,
        r"(?:put|write|mark) (?P<title>.+?) (?:down|in)(?: for| on| at)? (?=‹t›)",
        act=Act.CREATE,
        needs_time=True,
    ),
    _r(
        "schedule",
        0.966,
        r"(?:have(?= an? )|schedule|arrange|organi[sz]e|plan|pencil in|set up)(?: up| me)? (?:(?:a|an|the"
        r"|new|another) )*(?=.*\b(?:meeting|appointment|call|lunch|dinner|breakfast|brunch|coffee"
        r"|interview|party|session|lesson|class|event|visit|with)\b)",
        Intent.CREATE_EVENT,
    ),
    _r(
        "book with",
        0.9645,
        r"(?:book|reserve) (?:(?:a|an|the|my) )?(?=.*‹t›)(?=.*\b(?:with|dentist|doctor|vet|haircut"
        r"|appointment|gym|class|lesson|massage|session|physio|viewing)\b)",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    _r(
        "set meeting",
        0.966,
        r"(?:set|make|create|book|new|add) (?:(?:a|an|the|new|another|up|in"
        r"|my) )*(?=(?:[\w'-]+ ){0,3}(?:meeting|appointment|conference call)\b)",
        Intent.CREATE_EVENT,
    ),
    _r("event:", 0.979, r"(?:new )?(?:event|appointment|calendar)\s*:", Intent.CREATE_EVENT),
    # --------------------------------------------------------------------------------------------------- queries
    _r("ask alarms", 0.983, rf"(?={_ASK})(?=.*\b(?:{_ALARM}|wake[- ]?up time)\b)", Intent.QUERY_REMINDERS),
    _r("ask timers", 0.972, rf"(?={_ASK})(?=.*\b{_TIMER}\b)", Intent.QUERY_REMINDERS),
    _r(
        "my alarms",
        0.97,
        rf"(?:my |all |list |the )*(?:{_ALARM}|{_TIMER}|reminders)(?: list)?$",
        Intent.QUERY_REMINDERS,
    ),
    _r("ask reminders", 0.983, r"(?={ask})(?=.*\breminders?\b)".replace("{ask}", _ASK), Intent.QUERY_REMINDERS),
    _r(
        "ask what to remember",
        0.93,
        r"what (?:do|did|should) i (?:need|have|ask you|want) to (?:remember|be reminded)|what (?:did"
        r"|should) (?:i|you) .*\bremind\b|what am i supposed to remember",
        Intent.QUERY_REMINDERS,
    ),
    _r(
        "ask my lists",
        0.973,
        rf"(?={_ASK})(?=.*\b(?:my|the|your|any|all|these|those|available"
        rf"|a) (?:[\w'&-]+ ){{0,3}}(?:check)?lists?\b)(?!.*\b(?:play ?list|movies?|songs?"
        rf"|films?)\b)(?=.*\b(?:my|the|i|your|any|all)\b)",
        Intent.QUERY_TASKS,
    ),
    _r(
        "ask lists",
        0.972,
        rf"(?={_ASK})(?:(?:me|of|to|out|the|my|all|what|which|is|are|do|i|have|how|many|show|give|list|tell"
        rf"|open|read|find|display|check|available|current|kind|can|see|name|names|kinds?|please|been|made"
        rf"|set up|created|s)\b ?)*+(?:check)?lists?\b",
        Intent.QUERY_TASKS,
    ),
    _r(
        "lists i have",
        0.97,
        r"(?:my |all )?(?:the )?lists?(?: (?:that )?i have| available| please)?$|(?:my )?(?:to-?do|task"
        r"|shopping|grocery) list$|(?:my )?(?:open |pending )?(?:tasks|to-?dos)(?: for ‹T›| ‹T›)?$",
        Intent.QUERY_TASKS,
    ),
    _r("ask tasks", 0.971, rf"(?={_ASK})(?=.*\b(?:{_TASK}|deadlines?|due|overdue)\b)", Intent.QUERY_TASKS),
    _r(
        "ask what to do",
        0.967,
        r"what (?:do|should|must|have) (?:i|we) (?:still )?(?:have to|need to|got to|to|gotta) (?:do"
        r"|get done|complete|finish|buy|pay|submit|hand in)\b|what(?:'s| is| else is|s) (?:still )?(?:left"
        r"|overdue|due|pending|outstanding|open|unfinished|on my plate)\b|what should i (?:buy"
        r"|get from the)|what tasks|(?:is|are) (?:there )?anything (?:due|overdue)|anything (?:due"
        r"|overdue)|did i (?:already )?(?:finish|complete|do|pay|add)\b",
        Intent.QUERY_TASKS,
    ),
    _r(
        "ask what i have",
        0.966,
        r"(?:tell me |show me |can you tell me |let me know |check )?(?:what|how|when|where|which|who|if"
        r"|anything|something)\b.*\b(?:do i (?:have|got|need to be)|have i got|i(?:'ve| have)(?: got)?"
        r"|am i (?:doing|supposed|meeting|seeing|free|busy)|i am|i'm (?:doing|free|busy)|do we have"
        r"|are my (?:plans|day)|my (?:day|week|weekend|morning|afternoon|evening|plans|schedule|calendar"
        r"|agenda|meetings?|appointments?))\b(?! to\b)",
        Intent.QUERY_EVENTS,
    ),
    _r(
        "do i have",
        0.966,
        rf"{_NOT_OURS}(?:(?:do|did|will|would) (?:i|we) (?:(?:already|still|also|really|actually) )?have"
        rf"|have (?:i|we)(?: got)?|am i|are we|is my|are my|is there|are there|was there|were there"
        rf"|has my)\b(?! to\b) ?.*(?=‹t›|{_EVENT}|{_CALENDAR}|\bfree\b|\bbusy\b|\bplans?\b|\bplanned\b"
        rf"|\bscheduled\b|\bon\b)(?=.*(?:‹t›|\b(?:{_EVENT}|{_CALENDAR}|free|busy|plans?|planned|scheduled"
        rf"|booked)\b))",
        Intent.QUERY_EVENTS,
    ),
    _r(
        "ask calendar",
        0.964,
        rf"{_NOT_OURS}(?={_ASK})(?=.*\b(?:my|our|{_EVENT}|calendars?|agenda|diary)\b|.*\b{_CALENDAR}(?: is"
        rf"| for| on| of)?(?: the)? ?(?:‹t›|$)|.*‹t›(?:'s)? {_CALENDAR})(?=.*\b(?:{_CALENDAR}"
        rf"|{_EVENT})\b)(?!.*\b(?:add|create|book)\b)",
        Intent.QUERY_EVENTS,
    ),
    _r(
        "what is on",
        0.92,
        _NOT_OURS + r"(?:what(?:'s|s| is| are)? (?:going on|happening|on(?: for)?|up|next|planned|scheduled|coming up"
        r"|my next|the plan|in store)\b(?=.*(?:‹t›|$))(?! (?:the radio|tv|your mind|netflix|television))"
        r"|anything (?:going on|happening|planned|scheduled|on|interesting)?\s*(?=.*‹t›)|what about ‹T›$"
        r"|what(?:'s|s| is) ‹T›$|how (?:does|is|'s) (?:my )?.*(?:look|looking)\b.*$|how busy\b"
        r"|am i (?:free|busy|available)\b|when am i (?:free|available|busy)|is ‹T› (?:free|busy|open)"
        r"|(?:who|whom) (?:am i|do i) (?:meeting|meet|seeing|see)\b)",
        Intent.QUERY_EVENTS,
    ),
    _r(
        "when is my",
        0.964,
        r"(?:when|what time|where|what day|how long|at what time|with whom|who|how many \w+)(?:'s|s| is"
        r"| are| does| do| did| will| was| till| until)?\b.*\b(?:my|our|i|am i|the|we)\b.*\b(?:{happen})\b".replace(
            "{happen}",
            "meetings?|appointments?|lunch|dinner|breakfast|brunch|party|lesson|class|dentist|doctor|interview|call|flight|birthday|anniversary|event|wedding|haircut|standup|stand-up|review|exam|gym|session|practice|training|conference|visit|vacation|holiday|pick up|meet|work|supposed",
        ),
        Intent.QUERY_EVENTS,
    ),
    _r(
        "my schedule",
        0.96,
        r"(?:(?:my |today's |tomorrow's |the |show |what's |‹T›(?:'s)? )+(?:(?:upcoming|next|future|latest"
        r"|planned) )*(?:events?|meetings?|appointments?|plans)|(?:(?:my|today's|the"
        r"|‹T›(?:'s)?) )*(?:schedule|agenda|calendar|itinerary)|(?:upcoming|next|future|latest"
        r"|all) (?:events?|meetings?|appointments?)|events? happening)(?: (?:for|on|of|in|happening"
        r"|between|from|this|planned|scheduled|today|tomorrow) ?.*| ?‹T›(?: ‹T›)?)?$",
        Intent.QUERY_EVENTS,
    ),
    _r(
        "show me a day",
        0.9,
        r"(?:show|give|tell|read)(?: me| us)?(?: what(?:'s| is)(?: on)?| my)?(?: on| for| about"
        r"| happening)*\s*‹T›(?: please)?$",
        Intent.QUERY_EVENTS,
    ),
    _r(
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
    _r(
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
        r"|autumn|fall)(?: (?:begin|start|end|fall|this year|be))?$)",
        Intent.QUERY_TIME,
    ),
    _r(
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
    *TALK,
)

THINGS: dict[Thing, re.Pattern[str]] = {
    Thing.TIMER: re.compile(rf"\b{_TIMER}\b"),
    Thing.ALARM: re.compile(rf"\b{_ALARM}\b|\balaram\b"),
    Thing.REMINDER: re.compile(r"\b(?:reminders?|notifications?|alerts?)\b"),
    Thing.TASK: re.compile(rf"\b(?:{_TASK}|(?:check)?lists?|items?|groceries)\b"),
    Thing.EVENT: re.compile(rf"\b(?:{_CALENDAR}|events?|meetings?|appointments?|plans)\b"),
}

HAPPENING = re.compile(
    r"\b(?:meet(?:ing|up|s)?|appointments?|events?|lunch|dinner|breakfast|brunch|supper|coffee|tea"
    r"|drinks|party|parties|birthday|wedding|anniversary|concert|festival|class(?:es)?"
    r"|lessons?|lectures?|seminar|webinar|workshop|training|practice|rehearsal|stand-?up|sync|1:1|1-1"
    r"|one[- ]on[- ]one|call|interview|review|demo|presentation|dentist|doctor|vet|check-?up"
    r"|haircut|flight|train to|trip|vacation|holiday|game|match|tournament|gym|yoga|pilates|swimming"
    r"|swim|run|session|conference|retro(?:spective)?|kick-?off|planning|visit|exam|test|shift"
    r"|catch-?up|date night"
    r"|play ?date|barbecue|bbq|picnic|hike|tour|open house|viewing|surgery|physio|therapy|massage"
    r"|ceremony|graduation|funeral|reunion|hearing|deadline|town hall|all-hands|offsite"
    r"|brainstorm(?:ing)?|debrief|club"
    r"|conference call|video call|school|church|choir|football|soccer|tennis|basketball|hockey|golf"
    r"|dance|karate|theatre|theater|opera|museum|exhibition|movie|film|cinema|show|dress rehearsal"
    r"|night|day|course|tutoring|office hours|delivery|inspection|maintenance)\b"
)

DOING = re.compile(
    r"(?:call|phone|ring|text|email|e-mail|mail|message|buy|get|grab|pick up|drop off|drop|pay|send"
    r"|submit|finish|complete|write|draft|read|review|check|clean|wash|fix|repair|return|order|renew"
    r"|water|feed|walk|take|bring"
    r"|prepare|print|sign|scan|file|update|upload|download|install|backup|back up|book|reserve|cancel"
    r"|find|look|ask|tell|reply|respond|answer|follow up|talk|speak|go|visit|collect|fetch|move"
    r"|replace|change|charge|cook|bake|make"
    r"|do|study|learn|practi[sc]e|research|plan|organi[sz]e|schedule|register|sign up|apply|vote"
    r"|donate|sell|ship|pack|unpack|wrap|hang|mow|vacuum|sweep|empty|take out|turn off|turn on|switch"
    r"|lock|refill|measure|test|try|start|stop"
    r"|help|meet|wake|get up|leave|drive|transfer|deposit|withdraw|refund|claim|verify|confirm|approve"
    r"|set up|put|hand in|turn in|give|lend|borrow|share|post|publish|translate|proofread|edit|revise"
    r"|invite|thank|congratulate|contact|remember|stretch|drink|eat|exercise|work out|meditate"
    r"|schedule|defrost|iron|fold|sort|assemble|paint|build|trim|rinse|shop for|sync|ping|shred|tidy"
    r"|dust|rake|shovel|descale|rotate|top up|water|weed|cut|measure|arrange|compare|inspect|prune"
    r"|polish|hem|mend|sharpen|stock up|stop by|swing by)\b(?! (?:with|club|session|group|class"
    r"|meeting|appointment)\b)"
)

ERRAND = re.compile(
    r"(?:call (?!an ambulance|the police|the fire|911|999|a )|phone|buy|pick up|drop off|pay|submit"
    r"|finish|wash|repair|fix|return|renew|water|feed|walk|sign|iron|mow|clean out|refill|reply to"
    r"|follow up|get (?:a |some |the )?(?:milk|bread|eggs|groceries|haircut)"
    r"|collect|ship|donate|proofread|schedule|hand in|take out|take the|sort out|apply for|sign up for"
    r"|file|update|replace|charge|pack|plan|defrost|scan|print|mail|post|cancel)"
    r" (?!(?:me|you|it|this|that|them|him|us|up|off|on|a (?:table|restaurant|taxi|cab|spot|joke)"
    r"|my alarm|to)\b)[a-z0-9]"
)

TELLING = re.compile(
    r"^(?:tell me|let me|show|ask(?! \w+ (?:to|for|about))|lets|let's|whats|hows|wheres|whens|to which"
    r"|in which|at which|on which|i|i'm|i've|i'd|i'll|we|we're|we've|he|she|they|they're|it|it's|you"
    r"|you're|that|this|there|these|those|if|because|when|while|why|how|what|who|where|which|whose|is"
    r"|are|was|were|do|does|did|has|have|had|will|would|could|should|can|may|might|am|nothing"
    r"|everything|somebody|someone|people|nobody|everyone|no|not|yes|never|always|sometimes|maybe"
    r"|perhaps|let)\b"
    r"|\b(?:was|were|went|had|did|didn't|wasn't|weren't|isn't|aren't|is|are|has|have|hasn't|haven't"
    r"|said|told|asked|got|came|took|made|gave|saw|started|ended|finished|lasted|began|woke|felt"
    r"|thought|knew|ran|lost|won|loved|liked|enjoyed|hated|happened|turned|ate|drank|left|missed"
    r"|forgot|couldn't|could|would|should|might|seems?|sounds?|looks|feels|makes|takes|i'm|i've|it's"
    r"|that's|he's|she's|they're|we're|you're|there's|don't|doesn't|can't|won't|will|needs?|wants?"
    r"|which|whether|whose|shall|lets|starts|opens|closes|begins|ends|works|goes|comes|wants|says"
    r"|thinks|lives|falls|happens|sleeps|calls|loves|likes|keeps|gets|me|i|you|he|she|they|we|it|us"
    r"|wore|really)\b"
)
