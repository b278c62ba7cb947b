"""English: ways of asking to change, complete and delete."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.en_kinds import DOING, HAPPENING
from assistant.understanding.words.en_terms import (
    ALARM,
    ART,
    CALENDAR,
    DELETE,
    EVENT,
    IT,
    MOVE,
    REMINDER,
    TASK,
    TIMER,
)
from assistant.understanding.words.table import Act, Rule, Thing, Where

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

_NOT_A_CHORE = (
    r"(?!(?:change|switch|swap|adjust|update|edit|modify|alter)\b(?!.*\b(?:to|until|till|into|from|earlier|later|longer|forward|back|instead|by)\b)"
    rf"(?!.*(?:\b(?:{ALARM}|{TIMER}|{REMINDER}|{TASK}|{EVENT}|it|that|this)\b|{HAPPENING.pattern})))"
)
"""\"Change the sheets on Friday\" is a thing to be done; what is kept here, or goes to another time, is changed."""

CHANGING: tuple[Rule, ...] = (
    # change, move
    Rule(
        "move to",
        0.96,
        rf"{_NOT_A_CHORE}(?![a-z]+ (?:the |my )?(?:name|title) (?:of|for)\b){MOVE}(?: the (?:time|date|start|day) (?:of"
        rf"|for))? {ART}?(?P<reference>.+?)(?: (?:start(?:ing)? )?(?:time|date))?(?:[,\s]+from (?:‹T›|\d{{1,2}}(?:[:.]\d\d)?))?[,\s]+(?:(?:(?:to|until|till|by|for|back"
        rf"|forward|on|so (?:that )?it (?:is|starts)|ahead|at|into|earlier|later|the)[\s,]+)+(?=‹t›)"
        rf"|(?=‹T›$))",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "make it then",
        0.9605,
        rf"(?:make|do|put|set|{MOVE})(?: back| out| forward)? (?P<reference>{IT})"
        r"(?: (?:back|forward|out|ahead|up|to|till|until|by|for|on|at|earlier|later|the|start|end))*"
        r"(?: ?‹T›)++(?: (?:instead|later|earlier|longer|shorter|then|back|again))*$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "make X then",
        0.9606,
        r"make (?:the|my|our|that|this) (?P<reference>[^,;]+?) (?:(?:at |for |on )?‹T›(?= (?:instead|then|now)$)|(?:an? )?‹T› (?:longer|shorter"
        r"|earlier|later)|(?:start |end )?(?:at )?‹T›$|(?:at |for |on )?‹T›,? (?:instead of|rather than|(?:and )?not)(?P<instead>.{1,30}))(?: (?:instead|then|now))?$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "put X back to",
        0.9608,
        r"put (?:the|my|our) (?P<reference>[^,;]+?) (?:back|forward|off|up|out) (?:to|until|till|by) (?=‹t›)",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "X, move it to",
        0.9662,
        rf"(?:the|my|our|(?:that|this)(?! (?:is|was|will|would|can)\b)) (?P<reference>[^;?]{{3,60}}?)[,;:-]? (?:(?:can|could|would|will) you |please |just |let's )*{MOVE} (?:it|that|this|them)"
        r"(?: (?:back|forward|out|over|up|down|to|till|until|by|for|on|at))+ ?(?=‹t›)",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "X, cancel it",
        0.9663,
        rf"(?:the|my|our|(?:that|this)(?! (?:is|was|will|would|can)\b)) (?P<reference>[^;?]{{3,60}}?)[,;:-]? (?:(?:can|could|would|will) you |please |just |let's )*{DELETE} (?:it|that|this|them)$",
        act=Act.DELETE,
    ),
    Rule(
        "X moves to",
        0.9636,
        r"(?:(?:the|my|our) (?=.)|(?!i |we |he |she |it |they |you |that |this |who )(?=[^,;]+ (?:is|has|got|moves)\b))(?P<reference>[^,;]+?) (?:(?:moves|is moving|(?:is |has |has been |got |was )?moved|(?:has been |got |was )?(?:rescheduled|pushed(?: back)?|postponed)|shifts) (?:to|until)) (?=‹T›$)",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "X is now then",
        0.9637,
        r"(?:the|my|our) (?P<reference>[^,;]+?)(?:'s| is| are)(?: (?P<aside>‹T›))? (?:(?:moved|rescheduled|changed|postponed|pushed|brought|put)"
        r"(?: (?:back|forward|off|out))? (?:to|until|till) |(?<=‹t› )(?:on |at )?)(?=‹T›$)",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "X then instead",
        0.9638,
        r"(?:(?:can|could|shall|should|let'?s) ?(?:we )?)?(?:do|have|hold|meet for) (?:the |my |our )?(?P<reference>[^,;]+?) (?:on |at |for |to )?(?=‹T›)‹T› instead$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "make X longer",
        0.9607,
        r"make (?P<reference>[^,;]+?) (?:an? )?‹T› (?:longer|shorter)$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "is then instead",
        0.9635,
        r"(?P<reference>[^,;]+?)(?:'s| is| are| starts| begins| will be)(?P<aside> ‹T›)?(?: (?:at|on|for))?\s*(?=‹T›)‹T›(?: now)?,? "
        r"(?:instead(?: of(?P<instead>.{1,30}))?|(?:and )?not(?P<not>(?: at| on)? ?(?:‹T›|\d{1,2})))(?: any ?more)?$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "set the alarm of then to then",
        0.9866,
        rf"set (?:my |the |our )?(?P<reference>‹T› (?:{ALARM}|{REMINDER}|{TIMER}))(?: (?:back|forward))? (?:to|for) (?=‹t›)",
        Intent.UPDATE_REMINDER,
        needs_time=True,
    ),
    Rule(
        "remind me then instead",
        0.9868,
        r"remind me (?:about|of|to) (?P<reference>[^,;]+?) (?:at |on |in )?‹T›,? (?:instead of|rather than)(?P<instead>.{1,30})$",
        Intent.UPDATE_REMINDER,
        needs_time=True,
    ),
    Rule(
        "wake me then instead",
        0.9868,
        r"wake me(?: up)? (?:at |on |in )?‹T›,? instead(?: of(?P<instead>.{1,30}))?$",
        Intent.UPDATE_REMINDER,
        thing=Thing.ALARM,
        needs_time=True,
    ),
    Rule(
        "call it",
        0.93,
        rf"call (?P<reference>{IT}) (?!a (?:day|night)|quits|off\b|again|back)(?P<new_title>.+)$",
        act=Act.UPDATE,
    ),
    Rule("move then to then", 0.9601, rf"{MOVE} (?:my |the |our )?(?=‹T›$)", act=Act.UPDATE, needs_time=True),
    Rule("move it", 0.85, rf"{_NOT_A_CHORE}{MOVE} {ART}(?P<reference>.+?)$", act=Act.UPDATE, needs_time=True),
    Rule(
        "rename",
        0.96,
        r"(?:rename|retitle|change the (?:name|title) of) (?:the |my )?(?P<reference>.+?) (?:to|as"
        r"|into) (?P<new_title>.+?)$",
        act=Act.UPDATE,
    ),
    Rule(
        "call X Y",
        0.9615,
        r"call (?:the|my|our) (?P<reference>[^\"']+?) [\"'](?P<new_title>‹Q›)[\"'](?: from now on)?$",
        act=Act.UPDATE,
    ),
    Rule(
        "change place",
        0.962,
        rf"(?:change|update|set|move) the (?:location|place|venue) (?:of"
        rf"|for) {ART}(?P<reference>.+?) to (?P<location>.+?)$",
        act=Act.UPDATE,
    ),
    Rule(
        "change priority",
        0.962,
        rf"(?:set|change|update|make|raise|lower) (?:the )?priority (?:of"
        rf"|for) {ART}(?P<reference>.+?) (?:to|as) (?P<priority>high|low|normal|medium|urgent)$",
        Intent.UPDATE_TASK,
    ),
    Rule(
        "make it urgent",
        0.961,
        rf"make {ART}(?P<reference>.+?) (?:an? )?(?P<priority>urgent|high|low|normal)(?:[- ]priority)?$",
        Intent.UPDATE_TASK,
    ),
    Rule(
        "change the due date",
        0.962,
        rf"(?:set|change|move|push|extend|make) (?:the )?(?:due date|deadline) (?:of|for) {ART}(?P<reference>.+?) (?:back )?(?:to|until|till) (?=‹t›)",
        Intent.UPDATE_TASK,
        needs_time=True,
    ),
    Rule(
        "make it longer",
        0.95,
        rf"(?:make|extend|shorten|lengthen|prolong) {ART}(?P<reference>.+?)(?: (?:by|for|an?"
        rf"|to))? ‹T›(?: (?:longer|shorter|earlier|later))?$",
        act=Act.UPDATE,
        needs_time=True,
    ),
    Rule(
        "edit",
        0.95,
        rf"(?:change|update|edit|modify|alter) {ART}(?P<reference>.*?\b(?:{ALARM}|{TIMER}|{REMINDER}"
        rf"|{EVENT}|{TASK})\b.*)$",
        act=Act.UPDATE,
    ),
    # complete
    Rule(
        "mark done",
        0.978,
        rf"(?:mark|set|check|tick|cross|flag|put"
        rf"|count)(?: off)? {ART}(?:{TASK} )?(?P<reference>.+?) (?:as |to )?(?:done|complete|completed"
        rf"|finished|off|ticked|checked|bought|paid|sent|handled|sorted|resolved)(?: (?:from|on|of|in) .*)?$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "mark done, short",
        0.978,
        r"(?:mark|set) (?:as )?(?:done|complete|completed|finished):? (?P<reference>.+)$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "check off",
        0.986,
        r"(?:check|tick|cross|mark) (?!off)(?P<reference>.+?) off(?: (?:of |from )?(?:the|my"
        r"|our) (?P<list>.+?)(?: list)?)?$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "complete",
        0.965,
        rf"(?!(?:finish|complete)\b.*(?:‹t›|\basap\b))(?:complete|check off|tick off|cross off|cross out|tick|close out"
        rf"|finish)(?: the)?(?: {TASK})?:? {ART}(?P<reference>.+?)(?: (?:from|on|off) (?:my"
        rf"|the) .*list)?$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "is done",
        0.97,
        rf"(?:the |that |this |my )?(?:{TASK} )(?:with |about |of |for |to )?(?P<reference>.+?) (?:is |has been )?(?:done|complete|completed|finished)$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "done, tick it off",
        0.9795,
        r"(?:(?:so |ok |okay )?(?:i|we)(?:'ve| have)?(?: just| already| finally| now)* (?:(?:finished|done|did|completed|bought|paid|called|sent|sorted) )?)?"
        r"(?:with )?(?:the |my )?(?P<reference>[^,;]+?)(?: (?:is|are|has been|have been|was|were|got)(?: all)? (?:done|finished|complete|completed"
        r"|sorted|bought|paid|sent|taken care of))?[,;.]? (?:so |now |please |you can |and )*(?:mark|tick|check|cross|strike) (?:it|that|this|them)"
        r"(?: off(?: (?:the|my) .*)?| (?:as )?(?:done|complete|completed|finished))$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "check off from",
        0.9865,
        r"(?:check|tick|cross|strike) off:? (?P<reference>.+?)(?: (?:from|on|of) (?:the|my|our) (?P<list>.+?)(?:[ -]?list)?)?$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "finished doing",
        0.86,
        r"(?:finished|completed|done(?: with)?) (?P<reference>[a-z]+ing (?!it\b|that\b)\S.{0,60}?)$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "verb is done",
        0.956,
        rf"(?=(?:{DOING.pattern}) )(?P<reference>[^,;?]{{3,60}}?) (?:is|are|has been|have been) (?:all )?(?:done|complete|completed|finished)$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "done with the task",
        0.97,
        rf"(?:(?:i'm|i am|we're|we are|i've|i have|i) )?(?:(?:done|finished|through) with|finished|completed|did) (?:the |my )(?:{TASK} (?:to |of |called )?(?P<reference>[^,;?]{{2,60}})|(?P<keep>[^,;?]{{2,60}}) {TASK})$",
        Intent.COMPLETE_TASK,
    ),
    Rule(
        "done:",
        0.9,
        r"(?:done(?: with)?:?|(?:finished|completed):) (?!you|it|that|well)(?P<reference>\S.+)$",
        Intent.COMPLETE_TASK,
    ),
    # delete
    Rule(
        "take off the list",
        0.978,
        rf"(?:take|get|remove|delete|cross|drop|strike|clear|pull|cut) {ART}(?P<reference>.+?) (?:off|from"
        rf"|out of|for|in|on)(?: of)? (?=.*\b(?:lists?|to-?dos?|groceries|stationary|itinerary|menu)\b"
        r"|(?:the |my |our )?(?:shopping|grocery|chores|errands|packing|wish ?list)$)",
        Intent.DELETE_TASK,
    ),
    Rule(
        "take off the calendar",
        0.981,
        rf"(?!(?:get(?! rid)|take|pull) (?!.* (?:off|from|out) ))(?:take|get|remove|delete|drop|strike|clear|pull|cancel|erase|wipe)(?: (?:off"
        rf"|out))? {ART}(?P<reference>.+?) (?:off|from|out of|on|in)(?: of)? (?:my |the "
        rf"|our )*(?:{CALENDAR})\b",
        Intent.DELETE_EVENT,
    ),
    Rule(
        "delete a list",
        0.9665,
        rf"{DELETE} {ART}(?P<list>[\w'-]+(?: [\w'-]+){{0,2}})[ -](?:list|checklist)$",
        Intent.DELETE_TASK,
    ),
    Rule(
        "it is off, delete it",
        0.9751,
        r"(?:(?:i'?m|i am|we'?re|we are) (?:not|no longer) (?:going to|coming to|attending)|(?:i|we) (?:won't|can't|cannot|will not) (?:make(?: it to)?"
        r"|go to|come to|attend|be at)|(?:i'?m|we'?re) skipping) (?:the |my |our )?(?P<reference>[^,;]+?)(?: any ?more)?[,;.]? (?:so |and |please |now )*"
        r"(?:delete|cancel|remove|scrap|take) (?:it|that|this)(?: (?:out|off))?(?:(?: (?:from|of))? (?:my|the) (?:calendar|schedule|diary))?$",
        Intent.DELETE_EVENT,
    ),
    Rule(
        "it was called off, delete it",
        0.9752,
        r"(?:the |my |our )?(?P<reference>[^,;]+?)(?:'s| is| are| was| got| has been) (?:now |been )?(?:cancel+ed|called off|off|not happening|over|no more)"
        r"[,;.]? (?:so |and |please |now |you can |can you )*(?:delete|cancel|remove|scrap|take) (?:it|that|this)(?: (?:out|off))?"
        r"(?: (?:from|of) (?:my|the) (?:calendar|schedule|diary))?$",
        act=Act.DELETE,
    ),
    Rule("delete", 0.966, rf"{DELETE}:? {ART}(?P<reference>.+?)$", act=Act.DELETE),
    Rule(
        "find and delete",
        0.966,
        r"(?:find|check|look up|look for|open|go to|whatever) .*?\b(?:and )?(?:delete|remove|cancel|erase"
        r"|trash|clear)\b",
        act=Act.DELETE,
    ),
    Rule(
        "to be deleted",
        0.95,
        r"(?P<reference>.+?) (?:needs to be|should be|must be|has to be|can be|to be|is to be|be|is|was"
        r"|got|has been) (?:deleted|removed|cancel+ed|erased|cleared|called off)(?: (?:from|off) .*)?$",
        act=Act.DELETE,
    ),
    Rule(
        "i want it deleted",
        0.9852,
        r"(?:i (?:need|want|wish|would like)|i'd like) (?P<reference>.+?) (?:to be )?(?:deleted|removed|cancel+ed|erased"
        rf"|cleared|taken)(?: off)? (?:from|off|out of) (?:my |the |our )?(?:{CALENDAR}|.*lists?)$",
        act=Act.DELETE,
    ),
    Rule(
        "i no longer need",
        0.9853,
        rf"i (?:no longer need|don't need|do not need|won't need|will not need)(?: to have| to see"
        rf"| to)? {ART}(?P<reference>.*?\b(?:{ALARM}|{TIMER}|{REMINDER}|{EVENT})\b.*)$",
        act=Act.DELETE,
    ),
)
