"""English: ways of asking to be reminded, woken or timed, and to have that stopped."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.en_kinds import DOING
from assistant.understanding.words.en_terms import ADD, ADJ, ALARM, ART, ASK, DELETE, MOVE, REMINDER, SHOW, TIMER
from assistant.understanding.words.table import Act, Rule, Thing, Where

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

REMINDING: tuple[Rule, ...] = (
    Rule("ask me", 0.95, r"ask me (?=.*‹t›)(?=.*\b(?:about|whether|if)\b)", REMIND, needs_time=True),
    Rule("give me a nudge", 0.98, r"give me an? (?:little |quick )?(?:nudge|ping|heads[- ]up|shout|poke)\b", REMIND),
    Rule(
        "something reminder",
        0.94,
        rf"(?!{DELETE}\b|{MOVE}\b|{SHOW}\b|{ASK}|snooze|my |turn |stop )"
        r"(?P<title>[\w' -]{2,40}?) reminder(?= (?:on|at|for|in)\b|\s*‹t›|$)",
        REMIND,
        needs_time=True,
    ),
    # reminders, made
    Rule(
        "remind me",
        0.985,
        r"rmd\b(?: me\b)?|rem:|remind(?:ing)? (?:me|us|myself)(?: again)?\b(?!,? (?:what|who|how|why|where|which|when (?:is|was|did)|of (?:the name|what|who))\b)|remind\b(?= to | ?‹T› [a-z])",
        REMIND,
    ),
    Rule(
        "be reminded",
        0.985,
        r"(?:i (?:want|need|wish|would like|have|ought)|i'd like) to (?:be (?:reminded|alerted|notified|nudged|pinged|warned)|get a reminder)\b(?: again)?|(?:i )?need reminding\b",
        REMIND,
    ),
    Rule(
        "remind me, later",
        0.98,
        r"(?<=[\s,;.])(?:please |can you |could you |then |and )*remind me\b(?! of what| what)",
        REMIND,
        where=ANY,
        needs_time=True,
    ),
    Rule(
        "do not let me forget",
        0.985,
        r"(?:do not|don't|dont|never) (?:let me forget|forget to remind me)(?: that| about)?"
        r"|dont forget to\b|make sure (?:that )?i (?:don't|do not|dont) forget|make sure i remember|don't forget to\b"
        r"|help me (?:to )?remember|(?:i (?:need|have|want|must|ought|should)(?: to)? )?remember to\b|i (?:must not|mustn't|can't|shouldn't) forget",
        REMIND,
    ),
    Rule(
        "do not forget, then",
        0.94,
        r"(?:do not|don't|dont) forget (?:about )?(?!(?:it|that|this|me|us|you|how|what|who|where|why|when|we|i|to|them|him|her)\b)(?=[a-z])",
        REMIND,
        needs_time=True,
    ),
    Rule(
        "nag me", 0.985, r"(?:nag|pester|hound|bug) (?:me|us)\b(?: (?:about|with)\b)?(?! (?:what|who|how|why))", REMIND
    ),
    Rule("keep reminding me", 0.985, r"keep (?:on )?(?:reminding|nagging|pinging|bugging) (?:me|us)\b", REMIND),
    Rule(
        "ping me",
        0.98,
        r"(?:ping|nudge|buzz|ring(?=.*‹t›)|alert|notify|prompt|poke|beep|warn|inform) (?:me|us)\b",
        REMIND,
    ),
    Rule(
        "tell me to",
        0.95,
        r"(?:tell|text|message|let) me (?:know )?(?=‹T›|to (?!(?:about|how|what|why)\b))",
        REMIND,
        needs_time=True,
    ),
    Rule(
        "tell me to, no time", 0.93, r"tell me (?=to (?:take|get|bring|call|buy|do|go|pay|leave|eat|drink)\b)", REMIND
    ),
    Rule(
        "set a reminder",
        0.984,
        rf"(?!make (?:the|my|that|this)\b)(?:(?:{ADD}|i need|i want|i'd like|send me|activate|turn on) {ART}|(?:give"
        rf"|get|shoot|drop|throw|fire|leave|write) me an? (?:new )?){ADJ}(?:‹T› ){{0,1}}{REMINDER}\b(?! (?:list|e-?mail|mail|message|letter|text|card|note|poem)\b)(?:\s*:|,?\s+(?:to|for|about"
        rf"|that|of|saying|called|named|on|in)\b(?! (?:my|the) (?:calendar|list)))?",
        REMIND,
        thing=Thing.REMINDER,
    ),
    Rule("reminder:", 0.98, rf"(?:{ART})?(?:new )?{REMINDER}\s*(?::|-|to\b|for\b|about\b|that\b|(?=‹t›))", REMIND),
    Rule("reminder, short", 0.975, rf"reminder (?=(?:{DOING.pattern}) )", REMIND, needs_time=True),
    # alarms and timers
    Rule("another to", 0.955, r"another(?: one| reminder)? (?=.{0,30}?\bto [a-z])", REMIND, needs_time=True),
    Rule("no alarm", 0.9862, rf"no (?:more )?{ADJ}{ALARM}\b(?! clock)", Intent.DELETE_REMINDER),
    Rule("alarm me", 0.98, r"alarm me\b", REMIND, thing=Thing.ALARM),
    Rule(
        "set an alarm",
        0.985,
        rf"(?!make (?:the|my|that|this)\b)(?:{ADD}|turn on|activate|enable|i need|i want|i'd like|give me|send me|ring"
        rf"|sound) {ART}{ADJ}(?:‹T› )?(?:{ADJ})?{ALARM}(?: on)?\b(?: called| named| labell?ed| titled"
        rf"| with the (?:label|name)| saying| (?:to|that) (?:go(?:es)? off|rings?|sounds?)\b| going off)?",
        REMIND,
        thing=Thing.ALARM,
    ),
    Rule(
        "alarm at",
        0.976,
        rf"(?!{DELETE}\b|{MOVE}\b|{SHOW}\b|{ASK}|turn |stop"
        rf"|disable|make )(?:{ART})?{ADJ}{ALARM}(?: clock)?(?: goes off| rings)?(?:\s*[:,-])?(?=\s*(?:(?:for|at|on|in|time|set|to"
        rf"|every)\b ?)*(?:for |at )?‹t›)(?: time| set)?|alarm (?:on|set)$|‹T› {ALARM}$",
        REMIND,
        thing=Thing.ALARM,
    ),
    Rule(
        "alarm named",
        0.977,
        rf"(?!{DELETE}\b|{MOVE}\b|{SHOW}\b|{ASK}|turn |stop|disable)(?:{ART})?{ADJ}{ALARM} (?:called|named|labell?ed|titled)\b",
        REMIND,
        thing=Thing.ALARM,
        needs_time=True,
    ),
    Rule(
        "wake me",
        0.985,
        r"(?:wake|get) (?:me|us) (?:up|out of bed)\b|wake (?:me|us)\b|(?:i (?:need|want|have|would like|wish)|i'd like) to be (?:woken|awakened|waked)(?: up)?\b|wake(?: up)? (?=(?:at |by |for )?‹t›)|i (?:need|have|want) to (?:get up|wake up|be (?:up"
        r"|awake))(?= (?:at|by|before|on|‹t›))|call me(?= (?:at )?‹t›)",
        REMIND,
        thing=Thing.ALARM,
    ),
    Rule(
        "set a timer",
        0.986,
        rf"(?:{ADD}|begin|run|give me|i need|i want|put on|launch"
        rf"|kick off) {ART}(?:‹T›(?: (?:on|to|into) {ART})?[ -]?)?(?P<title>(?:(?!for )[a-z'-]+ ){{0,2}}?){TIMER}\b(?: called"
        rf"| named| labell?ed)?(?: on)?|count ?down (?=(?:from |for )?‹t›)(?:from|for)?"
        rf"|time (?:me )?for (?=‹t›)|time (?:me )?‹t›+(?= for (?:the|my|our|a)\b)",
        REMIND,
        thing=Thing.TIMER,
    ),
    Rule(
        "on the clock",
        0.986,
        r"(?:give me|put|set)(?: me)? (?=‹T› on the clock)(?:‹T›) on the clock",
        REMIND,
        thing=Thing.TIMER,
    ),
    Rule(
        "timer for",
        0.976,
        rf"(?:‹T›[ -]?)?(?P<title>(?:(?!a |an |the |my )[a-z'-]+ )?)(?:(?:a|an|the|my) )?{TIMER}\b(?=\s*(?:$|for\b|of\b|‹t›|[:,-]))",
        REMIND,
        thing=Thing.TIMER,
        needs_time=True,
    ),
    Rule(
        "timer goes on",
        0.986,
        rf"(?:pause|hold|freeze|resume|unpause|continue|go on with) (?:{ART})?(?P<reference>(?:(?!on )[a-z'-]+ ){{0,3}}?{TIMER})\b",
        Intent.UPDATE_REMINDER,
    ),
    Rule(
        "add to the timer",
        0.987,
        rf"(?:add|give(?: me)?|put(?=.* (?:more|extra)\b)|put (?=another\b))(?: another)? ?(?=‹T›)(?:‹T›)(?: more| extra)? (?:to|on(?:to)?) {ART}"
        rf"(?P<reference>(?:[a-z'-]+ ){{0,3}}?{TIMER})\b",
        Intent.UPDATE_REMINDER,
    ),
    Rule(
        "snooze",
        0.985,
        rf"snooze(?= |$)(?! (?:button|is|was|feature|function)\b) ?(?:{ART})?|pause(?= |$) ?(?:{ART})?(?={ALARM}|{TIMER}|{REMINDER}|for |it|that|this|until|‹t›"
        rf"|$)",
        Intent.UPDATE_REMINDER,
    ),
    Rule(
        "turn off alarm",
        0.985,
        rf"(?:turn off|switch off|shut off|disable|stop|unset|silence|deactivate|kill|reset|mute|end"
        rf"|do not ring|don't ring)(?: {ART})?(?P<reference>.*?\b(?:{ALARM}|{TIMER}|{REMINDER})\b.*)$",
        act=Act.DELETE,
    ),
    Rule(
        "turn alarm off",
        0.985,
        rf"turn {ART}(?P<reference>.*?\b(?:{ALARM}|{TIMER}|{REMINDER})\b.*?) off",
        act=Act.DELETE,
    ),
    Rule(
        "forget the reminder",
        0.985,
        rf"forget (?:about )?(?:the|my|that|all(?: of)?(?: my| the)?) (?P<reference>.*?\b(?:{ALARM}|{TIMER}|{REMINDER})\b.*)$",
        act=Act.DELETE,
    ),
    Rule(
        "stop reminding me",
        0.987,
        r"(?:please )?(?:stop|quit|no need to go on) (?:reminding|alerting|notifying|nagging|pinging|bugging) (?:me|us)"
        r"(?: (?:to|about|of|that|with))? (?P<reference>.+)$",
        Intent.DELETE_REMINDER,
    ),
    Rule(
        "do not wake me",
        0.986,
        r"(?:do not|don't|dont) (?:wake me(?: up)?|remind me(?! (?:of (?:that|how|my|the (?:past|time)|it)|how|why|what)\b))\b",
        Intent.DELETE_REMINDER,
    ),
)
