"""English: ways of asking to make tasks, lists and events."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.en_terms import (
    ADD,
    ART,
    CALENDAR,
    LIST,
    NOT_OURS,
    TASK,
)
from assistant.understanding.words.table import Act, Rule, Where

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

MAKING: tuple[Rule, ...] = (
    # tasks and lists, made
    Rule(
        "add to list",
        0.979,
        rf"(?:{ADD}|include|write|move|remember|(?:i|we) need(?! to\b)) (?P<title>.+?) (?=(?:to|on|onto|in|into|at|for) (?:(?:my|the|our|a"
        rf"|new|me) )*(?:[\w'&-]+ ){{0,3}}(?:lists?|checklist|groceries|to-?dos?|tasks)\b)",
        Intent.CREATE_TASK,
    ),
    Rule(
        "told, add that",
        0.9851,
        r"(?!‹t›)(?:(?:i'?m|i am|we'?re|we are) (?:having|doing|attending|going to|planning to) (?:a |an |the |my |our )?|(?:i|we)(?:'ve got| have got|'ve| have| got|'d like to| want to| wanna| plan to)"
        r" (?:a |an |the |my |our )?|there(?:'s| is| will be) (?:a |an |the |my |our )?)?(?P<title>.{4,80}?)[,.;:]? (?:can you|could you|please|so|and|would you|will you)(?: please)?"
        r" (?:add|save|note|schedule|put in|enter|log) (?:it|this|that)(?: in| down)?$",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "put it on the list",
        0.9797,
        r"(?:(?:i|we)(?:'re| are|'ve| have|'m| am)?(?: still| also| nearly| almost| all)* (?:need|want|out of|run out of|ran out of|low on|running low on"
        r"|running out of|forgot) |(?:nearly |almost )?(?:out of|no more|low on) |there(?:'s| is) no )?(?:some |any |more |the )*(?P<title>[^,;.]{2,60}?)"
        r"(?: left)?[,;.:-]+ (?:so |and |please |can you |could you |just )*(?:add|put|stick|throw|pop|get|write) (?:it|that|this|them|these|those|some)(?: down)? (?:to|on|onto|in) "
        r"(?:my |the |our )?(?:(?P<list>(?!to-?do\b)[\w'&-]+(?: [\w'&-]+)?)[ -])?list$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "add to list:",
        0.9795,
        rf"{ADD} (?:to|on(?:to)?|in(?:to)?) (?:(?:my|the|our) )*(?:(?P<list>(?!my\b|the\b|our\b|to-?do\b)[\w'&-]+(?: [\w'&-]+)?)[ -])?(?:to-?do )?list\b\s*[:,]?",
        Intent.CREATE_TASK,
    ),
    Rule(
        "list:", 0.978, r"(?P<list>shopping|grocer(?:y|ies)|errands|chores|packing)(?: list)?\s*:", Intent.CREATE_TASK
    ),
    Rule(
        "note to self",
        0.986,
        r"(?:a )?(?:voice )?(?:note|memo) to (?:my)?self\b\s*[:,]?\s*(?:to |that )?",
        Intent.CREATE_TASK,
    ),
    Rule(
        "urgent:",
        0.96,
        r"(?=(?:very )?(?:urgent|important|asap|critical|(?:high|low|top|medium)[- ]priority)\s*[:!-]+ ?\S)",
        Intent.CREATE_TASK,
    ),
    Rule(
        "add to word",
        0.966,
        r"(?:add|put) (?P<title>.+?) (?:to|on|onto) (?:(?:my|the|our) )?(?P<list>shopping|groceries"
        r"|grocery|chores|errands|work|home|personal|wish ?list|packing|household)$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "add to list, short",
        0.9784,
        r"(?:add|put|stick|pop) (?P<title>.+?) (?:(?:to|on|onto) )?(?P<list>shopping|grocery|groceries|chores|errands|packing) list$",
        Intent.CREATE_TASK,
    ),
    Rule("put on list", 0.9793, r"(?:add|put|stick|pop) (?P<title>.+?) (?:to|on|onto) list$", Intent.CREATE_TASK),
    Rule(
        "on the list",
        0.9565,
        r"(?!(?:show|what|read|open|delete|clear|clean|empty|wipe|remove|take|cross|tick|check|mark|and|is|are|how|which|who|where|everything|anything|something|nothing|all|i|you|he|she|we|they|it|that|this|my|the|thanks?|no|yes|ok|sorry|please|go|look|not|why|when|whats|tell|give|print|send|email|share)\b)"
        r"(?!.* (?:belongs?|is|are|goes|go|was|were|needs?|wants?)\b)(?P<title>[^,;:?]{2,40}?) (?:(?:on|onto|to|for) (?:the |my |our )?)?(?P<list>shopping|grocery|groceries|packing) list$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "list first",
        0.978,
        r"(?:(?:to|on|in|for) )?(?:my |the "
        r"|our )*(?P<list>[\w'&-]+(?: [\w'&-]+)?) list[,:]?(?: please)? (?:add|put|include)\b",
        Intent.CREATE_TASK,
    ),
    Rule(
        "thing, list",
        0.956,
        r"(?!(?:show|what|read|open|delete|clear|remove|and|my|the|tell|which|how|thanks?|no|yes|ok|sorry|please)\b)(?P<title>[^,;:?]{2,50}), (?:(?:on|to|for|in) )?(?:my |the |our )?"
        r"(?P<list>(?!this|that|a |any |no |top )[\w'&-]+(?: [\w'&-]+)?) list$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "list with",
        0.978,
        rf"(?:{ADD}|open|update|i need|i want) (?:(?:my|the"
        rf"|our) )?(?P<list>[\w'&-]+(?: [\w'&-]+)?) list (?:and (?:add|put)|with)",
        Intent.CREATE_TASK,
    ),
    Rule(
        "new task",
        0.981,
        rf"(?:{ADD}|i need|give me) {ART}(?:(?:urgent|important|high[- ]priority|low[- ]priority|quick"
        rf"|small) )?{TASK}\b(?! list)(?:\s*:|\s+(?:to|for|called|named|titled|about|that|saying)\b)?",
        Intent.CREATE_TASK,
    ),
    Rule(
        "task:",
        0.979,
        rf"(?:(?:new|urgent|important|high[- ]priority|low[- ]priority) )?(?:{TASK}|action)(?: with (?:high|low|normal|medium|top) priority| \((?:high|low) priority\))?(?:(?: (?:for|due|by|on))? ?‹T› ?(?=:))?\s*(?::|-"
        rf"|to\b(?! do)|(?=‹Q›))",
        Intent.CREATE_TASK,
    ),
    Rule(
        "task, short",
        0.957,
        r"(?:to-?do|task) (?!lists?\b|items?\b|apps?\b|manag|bar\b|for\b|is\b|are\b|was\b|has\b|have\b|of\b|on\b|in\b|at\b|due\b|that\b"
        r"|with\b|and\b|number\b|about\b|force\b|called\b|named\b|completed?\b|done\b)(?=[a-z])",
        Intent.CREATE_TASK,
    ),
    Rule(
        "new list called",
        0.9785,
        rf"(?!(?:give me|i need|show) (?:a |the )?list of\b)(?:{ADD}|i need|i want|give me) {ART}(?:new )?lists? (?:called|named|titled|for"
        rf"|of) (?P<list>.+)$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "new list",
        0.978,
        rf"{NOT_OURS}(?!(?:give me|i need|show) (?:a |the )?list of\b)(?:{ADD}|i need|i want|give me|help me (?:start|make|create)|begin|produce"
        rf"|put together|build) (?:(?:to (?:make|create|start|set up|put together|build)|me|us|up"
        rf"|together) )*{ART}(?P<list>{LIST})\b(?: of\b| for\b| called\b| named\b| titled\b| about\b"
        rf"| with\b)?",
        Intent.CREATE_TASK,
    ),
    Rule(
        "lists there are",
        0.9795,
        r"(?:give me|open|show(?: me)?|i need|i want|get|tell me) (?:(?:the|my|our|all|all of|to see) )*"
        r"(?:(?:names?|titles?) of (?:(?:the|my|our|all) )*)?lists?(?: (?:items?|names?))?(?: (?:that )?i have)?$",
        Intent.QUERY_TASKS,
    ),
    Rule(
        "which list",
        0.9795,
        r"(?:what|which|how many) (?:[a-z]+ )?(?:check)?lists? (?:do i have|have i|are (?:there|open|active)|did i (?:make|create))\b",
        Intent.QUERY_TASKS,
    ),
    Rule("list new", 0.9, r"(?:new list|list new|new .{0,30}list)(?: please)?$|another list$", Intent.CREATE_TASK),
    Rule("add item", 0.96, rf"(?:{ADD}) {ART}(?:items?|things?|entry)(?: to.*| here| please)?$", Intent.CREATE_TASK),
    Rule(
        "note:",
        0.979,
        r"(?:(?:add|note|jot|write|put|take)(?: (?:this|that|it))?(?: down)?|take a note|(?:please )?note(?: to self)?|memo)\s*: ?(?=\S)",
        act=Act.CREATE,
    ),
    Rule(
        "make a note",
        0.979,
        r"(?:(?:make|take) (?:me )?an? (?:quick |short )?note (?:to|that|of|about)|(?:write|note|jot)(?: (?:it|this))?(?: down)? that) ",
        Intent.CREATE_TASK,
    ),
    Rule("add", 0.84, r"(?:add|note down|jot down|write down|put down)\b:? (?=\S)", act=Act.CREATE),
    # events, made
    Rule(
        "done by hand",
        0.9626,
        r"(?=(?:clean|wash|fix|repair|replace|buy|return|descale|dust|paint|sell|collect|install|assemble|measure|service|pick up|drop off|take back) (?!it\b|that\b|this\b|them\b|me\b)"
        r"(?!.*\b(?:songs?|albums?|tickets?|movies?|stocks?|shares|bitcoin)\b))",
        act=Act.CREATE,
        needs_time=True,
    ),
    Rule(
        "meet someone",
        0.9512,
        r"(?=meet(?:ing)? (?:up )?(?:with )?(?!(?:the |our |my |a )?(?:deadline|quota|target|goal|requirement|criteria|expectation)s?\b|me\b|up\b|it\b|that\b)[a-z'])",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "name that begins with a verb",
        0.9755,
        r"(?!.* (?:was|were|is|are|had|has|went|will|would|should|app|apps)\b)(?=(?:book (?:fair|launch|signing|group|club|swap|sale|reading|talk|tour|exchange|discussion|drive)"
        r"|play (?:date|group|rehearsal|practice|reading)|playdate|playgroup|show (?:rehearsal|choir|and tell|opening)|plan(?:ning)? (?:review|meeting|session)|set (?:design|list|building|build)"
        r"|order (?:pick-?up|collection)|watch party|check-?in (?:call|meeting)|run club|open (?:house|day|mic|evening|studio)|drop-?in|sign-?up|list(?:ing)? (?:review|appointment)"
        r"|make-?up (?:class|exam|lesson|trial)|take-?home exam|call-?back|wrap party|move-?(?:in|out)|close of)\b(?! ?[:?])"
        r"(?! (?:for|to|with) (?:me|us)\b))",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "block time",
        0.97,
        r"(?!.*\b(?:table|spot|seats?|restaurant|diner)\b)(?:block|reserve|keep|hold|free up)(?: off| out)? (?=.*‹t›)(?:(?:my|the) (?:calendar|time"
        r"|schedule) )?(?:on|for|from)?",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "add to calendar",
        0.98,
        rf"(?:{ADD}|mark|write|save|get(?! rid)) (?P<title>.*?)(?:\s|^|(?<=\s))(?:to|on|onto|in|into|for) (?:(?:my|the"
        rf"|our|this) )*(?:[\w'-]+ )?(?:{CALENDAR})\b(?: for| on| at)?",
        Intent.CREATE_EVENT,
    ),
    Rule(
        "new event",
        0.979,
        rf"(?:{ADD}|arrange|organi[sz]e|i need|i want|set) (?:(?:a|an|the|new|another|repeating|recurring"
        rf"|calendar|up|all-day) )*(?:events?|entry|calendar event|appointment entry)\b(?:\s*:|\s+(?:for"
        rf"|called|named|titled|about|to|with title|that says)\b)?",
        Intent.CREATE_EVENT,
    ),
    Rule(
        "event called",
        0.9795,
        rf"(?:{ADD}|book) (?:(?:a|an|the|new|another|up|me|calendar|recurring|weekly|quick) )*(?:[\w-]+ )?(?:meeting|appointment|call|session|class|party"
        r"|lunch|dinner|visit|trip|slot|block)s? (?:called|named|titled|with the (?:title|name))\b",
        Intent.CREATE_EVENT,
    ),
    Rule(
        "add happening",
        0.951,
        rf"{ADD}(?: up| me)? (?=.*‹t›)(?:(?:a|an|the|my|new|another) )*",
        act=Act.CREATE,
        needs_time=True,
    ),
    Rule(
        "put down",
        0.966,
        r"(?:put|write|mark) (?P<title>.+?) (?:down|in)(?: for| on| at)? (?=‹t›)",
        act=Act.CREATE,
        needs_time=True,
    ),
    Rule(
        "schedule",
        0.966,
        r"(?:have(?= an? )|schedule|arrange|organi[sz]e|plan|pencil in|set up)(?: up| me)? (?:(?:a|an|the"
        r"|new|another) )*(?=.*\b(?:meeting|appointment|call|lunch|dinner|breakfast|brunch|coffee"
        r"|interview|party|session|lesson|class|event|visit|with)\b)",
        Intent.CREATE_EVENT,
    ),
    Rule(
        "book appointment",
        0.9655,
        r"book (?:me |us )?(?:(?:a|an|the|my|another|in) )*(?=.*‹t›)(?=(?:[\w'-]+ ){0,3}?(?:dentist|doctor|vet|haircut|appointment|gym"
        r"|class|lesson|massage|session|physio|viewing|facial|manicure|pedicure|consultation|check-?up|meeting|call|interview|cleaning"
        r"|court|tour|exam|eye test|training|yoga|therapy|barber|hairdresser)\b)",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "mark a day",
        0.981,
        r"mark (?:down )?(?=‹T›)(?:‹T›)(?: down)? (?:as|for|with)\b",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "book with",
        0.9645,
        r"(?:book|reserve) (?:(?:a|an|the|my) )?(?=.*‹t›)(?=.*\b(?:with|dentist|doctor|vet|haircut"
        r"|appointment|gym|class|lesson|massage|session|physio|viewing)\b)",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "set meeting",
        0.966,
        r"(?!make (?:the|my|our|that|this)\b)(?:set|make|create|book|new|add) (?:(?:a|an|the|new|another|up|in"
        r"|my) )*(?=(?:[\w'-]+ ){0,3}(?:meeting|appointment|conference call)\b)",
        Intent.CREATE_EVENT,
    ),
    Rule(
        "put it on the calendar",
        0.9852,
        r"(?!‹t›)(?:(?:i'?m|i am|we'?re|we are) (?:having|doing|attending) (?:a |an |the |my |our )?|(?:i|we)(?:'ve got| have got|'ve| have| got) (?:a |an |the |my |our )?|there(?:'s| is| will be) (?:a |an |the |my |our )?)?"
        r"(?P<title>.{4,80}?)[,.;:]? (?:and |so |then |please |can you |could you |would you |will you |just )*(?:add|put|place|mark|save|note|enter) (?:it|this|that)"
        rf"(?: down)? (?:on|to|in|into|onto) (?:my|the|our) {CALENDAR}$",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "save the date",
        0.985,
        r"(?:please )?(?:save|hold|keep|mark) the date(?:\s*[:,!-]+|(?: for| of)?\b)",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule(
        "told, and it repeats",
        0.9855,
        r"(?!remind)(?P<title>[^,;?.]{3,60}?) (?:is|are|'s)(?: always)?(?: on)? ?‹T›(?:[,;.]? (?:and |so |please )*"
        r"(?:it |that |set it to |make it |have it )?(?:repeats?|recurs?|repeating|recurring)\b(?: it)?|[,;.] ?(?=‹t›+$))",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule("another one", 0.9, r"(?:another(?: one)?|one)(?= ?(?:for|at|in|on)? ?‹t›)", act=Act.CREATE, needs_time=True),
    Rule(
        "event:",
        0.979,
        r"(?:new )?(?:event|appointment|calendar(?: entry)?)(?:(?: (?:for|on|at))? ?‹T›)?\s*:",
        Intent.CREATE_EVENT,
    ),
)
