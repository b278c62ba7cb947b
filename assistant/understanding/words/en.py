"""English."""

from __future__ import annotations

import re

from assistant.understanding.words.en_asking import ASKING
from assistant.understanding.words.en_changing import CHANGING
from assistant.understanding.words.en_kinds import CHORE, DOING, ERRAND, HAPPENING, OURS, TELLING, THINGS
from assistant.understanding.words.en_making import MAKING
from assistant.understanding.words.en_reminding import REMINDING
from assistant.understanding.words.en_slips import CORRECTIONS, FILLERS, GERUNDS, SLIPS, TYPOS
from assistant.understanding.words.en_talk import TALK
from assistant.understanding.words.en_terms import ADD, ASK, DELETE, MOVE
from assistant.understanding.words.table import T, Words, by_weight, late


def _p(pattern: str) -> re.Pattern[str]:
    return late(pattern.replace("‹T›", f"{T}++"))


def _options(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_ITEM = rf"(?:(?:the|my|our|her|his|their|every|each|next|first|last) )*[^,;.!?{T}]{{2,60}}?"

EN = Words(
    language="en",
    spaced=True,
    fillers=FILLERS,
    gerunds=GERUNDS,
    corrections=CORRECTIONS,
    typos=TYPOS,
    spelling=_options(
        "remind|reminder|reminders|cancel|delete|remove|schedule|reschedule|calendar|appointment"
        "|appointments|meeting|meetings|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        "|alarm|alarms|create|complete|postpone|snooze|shopping|grocery|update|weekend|morning|afternoon"
        "|evening|tonight|minutes|timer|dentist|doctor|remember|birthday|deadline"
    ),
    slips=SLIPS,
    known=_options(
        "remembers|remembered|birthdays|deadlines|metering|reminds|cancels|timers|created|deleted|removed|scheduled|reminded|moring|times|mornings|afternoons|evenings"
        "|minute|updates|completed|completes|deletes|schedules|reschedules"
        "|postpones|postponed|snoozed|snoozes|tonights|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|calendars|dentists|doctors"
    ),
    openers=_p(
        r"(?:[请請]|帮我|幫我|麻烦你?|麻煩你?|给我|給我|(?:(?:i'd|i would) (?:really )?like to|i want to|i wanna|i need to|can i|could i|do you|let me) know,? (?=(?:what|when|which|who|how|if|whether|where)\b)|pretty please|(?:could|can|may|might) i (?:trouble|bother|ask|get) you to|(?:can|could|may) i (?:please )?(?:get|have) (?=an? (?:[\w-]+ ){0,3}(?:alarm|timer|reminder|wake[- ]?up)\b)"
        r"|if (?:it'?s|it is|it isn'?t|that'?s|you'?re|you are|you have|you'?ve|you get|there'?s|possible)\b[^,]{0,40}, ?|(?:sorry to (?:bother|trouble|disturb|interrupt) you|excuse me|pardon me|quick (?:question|one|thing)|one more thing"
        r"|when(?:ever)? you (?:get|have|find) (?:a |the |some )?(?:chance|minute|moment|sec|second|time)|if (?:it's|it is) not too much (?:trouble|to ask)"
        r"|if you (?:don't|do not|wouldn't) mind|let(?:'s| me) see|(?:thanks|thx|thank you)(?=[,.!]* (?:now|please|can you|could you|add|set|remind|put|create|cancel|move|delete|schedule|mark|wake|show|tell|book|start|make|change)\b)|i(?:'d| would) love it if you (?:could|would|can)|i'?d? ?(?:just )?(?:wanted|want|like) to ask (?:you )?if you (?:could|can)|no rush)[,.:;]*(?: but\b| and\b)?,?|(?:(?:hey|hi|hello)(?: there| again)?|ok|okay|oh|so|well|right|alright|please|kindly|yes|yeah|yo|just|also|then|now"
        r"|quick(?:ly)?|and|actually|sorry|hmm|wait|instead|basically|anyways?|right so|look|listen|no(?=,? (?:make|move|change|put|set|push)\b))\b[,.!]*"
        r"|(?:assistant|computer|alexa|siri|google|cortana|echo|olly|jarvis|bixby|pda|buddy|dude|mate)\b[,.:!]*"
        r"|(?:would|do) you mind|(?:can|could|would|will|can't|won't) (?:you|u|we)(?: (?:please|kindly"
        r"|maybe|possibly|just|also|quickly))*(?: be (?:so kind (?:as )?|able )to)?\b"
        r"|(?:would|do) you (?:mind|consider|fancy)|(?:how|what) about(?= (?:add|set|put|creat|mak|schedul|book|mov|delet|remov|cancel|remind)e?\b)|(?:can|could|may) i (?:please )?(?:get|have|ask) you to"
        r"|i'?d? ?(?:would )?(?:want|need|like|love) you to"
        r"|i would like you to|i want you to|i need you to|you (?:can|should|need to|have to)|let'?s(?: (?:do|have|grab|get)(?= (?:an? |some )?(?:quick |team )?(?:lunch|dinner|breakfast|brunch|coffee|tea|drinks|supper|meeting|call|picnic|barbecue|bbq)\b))?"
        r"|do me a favou?r and|do me a favou?r[:,]"
        r"|be so (?:kind|good|nice|sweet)(?: as)?(?: to| and)|go ahead and|make sure (?:to|you)|please make sure to|try to"
        r"|is there (?:a|any) way (?:to|you can|you could|for you to)|do (?=(?:remove|delete|cancel|add|set|remind|wake|put|let me)\b)"
        r"|(?:in|on|from) (?:my|the) calendar,? (?=(?:delete|remove|cancel|clear|erase)\b)"
        r"|see to it(?: that)?|if (?:possible|you can|you could),?"
        r"|i(?:'d| would) (?:really )?appreciate it if you(?: could)?|i(?:'m| am| was) (?:just )?(?:wondering|hoping|thinking)(?: if| whether| that| maybe)? you (?:could|can|would|might)(?: be able to)?"
        r"|is it possible to|would it be possible to"
        r"|(?:it would be|it'd be|that would be) (?:so |really )?(?:great|nice|lovely|helpful|good|awesome|kind|sweet) (?:of you )?if you(?: could| can| would)?"
        r"|i(?:'d| would) be (?:very |so |really |most )?(?:grateful|thankful|obliged|happy|glad) if you(?: could| would|'d)?"
        r"|(?:any|is there any) chance you (?:can|could)|would you be able to|be an? (?:dear|angel|star|sweetheart) and|help me(?: to)?|(?:i want to|i wanna|i'd like to"
        r"|i would like to|i need to|i have to|we need to|we should|i'd love to)"
        r"(?= (?:add|create|set|schedule|cancel|delete|remove|see|know|make|put|move|reschedule|change|book|arrange|organi[sz]e|block|have(?= an? )|pencil"
        r"|plan|start|clear|check|view|hear|mark|turn off|postpone|rename)\b))[ ]*"
    ),
    closers=_p(
        r"[\s.!?,;:)]*(?:(?:[\s,]+(?:please|thanks|thank you(?: so much| very much)?|thx|ok|okay|cheers"
        r"|at the same time|same time|(?:that|it)(?:'d| would| will|'ll) (?:really )?be (?:so |very |really )?(?:great|nice|lovely|awesome|helpful|perfect|wonderful|good|super|brilliant"
        r"|fantastic|amazing|kind|(?:much )?appreciated)|(?:that|it) would help(?: me| a lot)?|much appreciated|if you can|if possible|if you (?:don't|wouldn't) mind|when you (?:get|have) (?:a )?(?:chance|minute|moment|sec)|would you|will you|for me|alexa|siri|google|olly|buddy|right away"
        r"|now please|any ?more))[\s.!?,;]*)*$"
    ),
    lead_in=_p(r"[\s,:;-]*(?:(?:and|then|please|can you|could you|i want you to|i need you to|just)\s+)*"),
    before_time=_p(
        r"(?:(?:^|(?<=[\s,;(]))(?:at|on|in|by|for|from|to|until|till|before|after|around|about|during|this"
        r"|starting|beginning|departing|(?<!about )(?<!for )leaving|start(?:s|ing)?(?: at)?"
        r"|every|of|as of|due|due on|due by|due date:?|deadline(?: is| on)?:?|set for|scheduled for|scheduled on|no later than|sometime|the"
        r"|date:?|time:?|when:?|first thing|later|early|lasting|taking|takes|lasts|length:?|duration:?|(?:should|will|would|might)(?: probably)? (?:last|take|run)(?: about| around)?|(?:it|that|which)(?: (?:last|take|run)s|(?:'ll| will| should| is going to)(?: probably|)(?: (?:last|take|run))?)|dated|within|over|through) ?)+$"
    ),
    after_time=_p(r"(?: (?:is|are) up\b|'s? time\b|'s\b| sharp\b| on the dot\b| only\b| time\b| or so\b|-ish\b)"),
    joints=_p(
        r"(?:\s*[,;.]\s*(?:(?:and then|and also|then also|and|then|also|plus)\b)?|\s+(?:and then|and also"
        r"|then also|and|then|plus)\b),?\s*(?:please |can you |could you |also )*"
        r"(?=(?:remind me|wake me|set (?:a|an|the|my|up|one|another)|add|create|schedule|cancel|delete|remove|move"
        r"|reschedule|postpone|push|mark|book|put(?! (?:it|this|that)\b)|make (?:a|an)|snooze|rename|complete|clear|tell me"
        r"|show me|text|don't let me forget|buy|call(?! (?:it|that|this) )|turn off|(?:start|begin|run) (?:an?|the)|(?:another(?: one)?|one)(?= (?:(?:for|at|in|on) )?‹T›)|an? (?:alarm|timer|reminder|task"
        r"|event)(?: called| named)?\b)\b)"
    ),
    taken_up=_p(
        rf"(?:the|my|our|(?:that|this)(?! (?:is|was|will|would|can)\b)) [^;?]{{3,60}}?[,;:-]? (?:(?:can|could|would|will) you |please |just |let's )*(?:{MOVE}|{DELETE}) (?:it|that|this|them)\b"
    ),
    soft_joints=_p(r",?\s+(?:and then|and|then)\s+(?:also )?(?:(?:a|an|the|my) )?|\s*;\s*|,\s+(?:then )?"),
    again=_p(r"\s*(?:(?:at|on|in|for) )?‹T› (?:about|to|that)\b|\s*(?P<glue>to|about) (?=[a-z])"),
    alert_first=_p(r"(?:please )?remind me\b"),
    alert=(
        _p(
            r"[\s,;.]*(?:and |then |also |please |with )*(?:(?:remind|alert|notify|ping|nudge|warn|buzz"
            r"|tell|wake) (?:me|us)(?: up)?(?: about it| of it| of that)?|(?:give me |send me |set |add |with |i want |i need )?(?:an?|the|two|three|2|3)? ?(?:alert"
            r"|reminder|notification|alarm|heads[- ]up|nudge|ping|shout|warning)s?(?: set)?(?: for)?)[\s,:]*(?:also )?$"
        ),
        _p(
            r"[\s,]*(?:(?:reminder|alert|notification|alarm|notice|warning|heads[- ]up)s?\b|(?:it|that"
            r"|the (?:event|meeting|start|appointment))\b(?:(?: starts| begins)\b)?(?! \w))?"
        ),
    ),
    alert_noun=_p(r"[ -]?(?:reminder|alert|notification|notice|warning|heads[- ]up)s?(?=\s*(?:$|[,;.!?]))"),
    several_alerts=_p(r"\b(?:alerts|reminders|notifications|alarms)(?: set)?[:,]? $"),
    alert_glue=_p(r"[\s,;]+(?:(?:with|plus|and|set|add|have|give me|an?|the)\s+)*$"),
    rings=_p(
        r"(?:please )?(?:remind|alert|notify|ping|nudge|buzz|wake|text|tell) (?:me|us)\b|(?:set|add|create|make|give me) an? (?:\w+ )?(?:reminder|alarm)\b"
        r"|reminder\b"
    ),
    beside=(
        _p(
            rf"‹T›(?P<way>) (?P<item>{_ITEM})(?=\s*(?:$|[,;.!?]|{T}| (?:to|on|at|remind|alert|notify|ping|please|and|about|that)\b))"
        ),
        _p(
            r"(?:‹T› |\b(?:right |just |straight |immediately |shortly |soon )?)(?P<way>before|after|once|as soon as)"
            rf" (?P<item>{_ITEM})(?: (?:is over|is done|ends|finishes|has ended|starts|begins))?"
            rf"(?=\s*(?:$|[,;.!?]|{T}| (?:to|on|at|remind|alert|notify|ping|please|and|about|that)\b))"
        ),
    ),
    owned=_p(r"(?:the|my|our|her|his|their|every|each|[a-z]+(?:'s|s')) "),
    no_item=_p(
        r"(?:(?:the|my|our) )?(?:event|it|that|this|start|then|time|fact|deadline|due date|end|house|day|weekend|sun|rain)"
        r"|(?:i|we|you|he|she|they)\b.*"
    ),
    later=_p(r"after|once|as soon as"),
    brought_forward=_p(r"(?!)"),
    forward=_p(r"(?!)"),
    moving=_p(rf"(?:{MOVE}|make)\b(?!.*\b(?:remind|alert|notify|ping|nudge)\b)"),
    shifted=_p(r"(?:by )?(.+?) (?:later|earlier|sooner|forward|back)"),
    within=_p(r"(?:within|in) (?:the )?(?:next |coming )?(?!next |this |the ).*"),
    rules=by_weight(REMINDING, CHANGING, MAKING, ASKING, TALK),
    things=THINGS,
    ours=OURS,
    own_list=_p(
        r"\b(?:the|my|our|that|this) (?P<list>[\w'-]+(?: [\w'-]+)?) (?:check)?list\b|\b(?:the|my|our|that|this) (?:check)?list\b"
        r"|\b(?:tasks?|to-?dos?|groceries)\b"
    ),
    reason=_p(
        rf"(?:[\s,;.(]+(?:because|'?cause|cuz|as|since|so) |(?<={T}) ?[,;.(]+ ?|\s*[,;.(]+ ?)(?:(?:i'?m|i am|i've|i'll|i'd|we're|we are|we've|we'll|he's|she's"
        r"|it's|they're|that's|there's) \w|(?:i|we|he|she|it|they|something|nobody|everyone|the \w+|my \w+|our \w+|[a-z]+) (?:is|are|am|have|has|had|can|can't|cannot"
        r"|could|couldn't|won't|will|don't|do|didn't|doesn't|feel|got|need|needs|came|not|no|really|just|still|already|moved|called)\b).*$"
    ),
    asks=_p(
        rf"\?|^{ASK}|\b(?:what|whats|when|which|who|where|how|any|anything|do i|am i|is there|are there|remind me (?:what|when))\b"
    ),
    undoing=_p(
        r"\b(?:not|no|never|off|out|away|cancel\w*|delete\w*|remove\w*|stop|skip\w*|drop\w*|rid|need|gone|scrap\w*|forget|clear|without"
        r"|any ?more|can go|unneeded|over)\b|n't\b"
    ),
    happened=_p(
        r"\b(?:was|were|had|did|went|used to|kept|woke|took|made|got|came|gave|said|told|saw|felt|ran|lost|won|left|forgot|missed|ended|started|lasted"
        r"|cancel+ed|moved|called|ate|slept|overslept|spent|turned|rang|fell|drove|talked|couldn't|didn't|wasn't|weren't)\b"
    ),
    unsettled=_p(
        r"\b(?:i|we|he|she|they|you) (?:might|may|could|would|should(?:n't| not)? have|wish|wonder|never|almost|nearly)\b|\b(?:might|may) (?:have to|need|be)\b"
        r"|\b(?:thinking (?:of|about)|not sure|can't decide|what if)\b"
    ),
    happening=HAPPENING,
    meeting=_p(r"(?!)"),
    doing=DOING,
    errand=ERRAND,
    chore=CHORE,
    comes_due=_p(
        r"(?!(?:my |the |our |his |her )?(?:baby|babies|child|twins|train|bus|plane|flight|tram|ferry|rain|storm|i|we|you|he|she|it|they|this"
        r"|that|what|when|which|who|how)\b)(?:(?:the|my|our|a|an) )?(?:(?P<title>[^,;?.]{3,60}?)(?:(?: is| are|'s| will be)(?: now| already| actually)?"
        r" due\b| (?:has|have|needs?|must|ought)(?: got)?(?: to)? be in (?=(?:by|before|until|no later than|at the latest)\b))|(?P<keep>[^,;?.]{3,60}? (?:has|have|needs?|must|ought)(?: got)?(?: to)? be (?:back|ready|done|paid|sent|gone|[a-z]+ed|handed in"
        r"|turned in)(?: in| off| back| out)?) (?=(?:by|before|until|no later than|at the latest)\b))"
    ),
    plan=_p(
        r"(?:(?:i|we)(?: still| really| also| just| actually| definitely| now)+ (?:need|have|ought|got) to|i(?:'ve| have)(?: got)?(?: to)?|need to|have to|gotta|i(?:'m| am)|we(?:'re| are)|we(?: have|'ve got)|my|our|there(?:'s| is)|got(?= (?:the|an?|my|our)\b)"
        r"|i(?:'ll| will)|(?:i|we) (?:need|have|ought) to|(?:i|we) (?:must|should|gotta)) "
    ),
    duty=_p(
        r"(?:(?:i|we)(?:'ve| have)?(?: got| still| also| really| just| actually| definitely| now)* )?(?:(?:really|still) )?"
        r"(?:(?:need|have|got|ought)(?: really)? to|must|gotta|should(?: really| probably)?"
        r"|(?:i'm|i am|we're|we are) supposed to)(?! (?:go|leave|run|stop|eat|sleep)$) "
    ),
    having=_p(
        r"(?:got (?:the|an?|my|our)|(?:i|we)(?:'ve| have)?(?: got| have)? (?:a|an|my|our|another)|(?:i|we)(?:'ve| have)(?: got)?"
        r"|(?:i'm|i am|we're|we are)(?: having|(?= (?:seeing|meeting) )|(?P<going>(?= (?:playing|hosting|attending|visiting|presenting|performing|babysitting|going to|flying|driving|travelling|traveling|taking|picking up|dropping off|giving) [a-z])))|there(?:'s| is| will be) (?:a|an|another)) "
    ),
    ordering=_p(r"(?!)"),
    telling=TELLING,
    article_before=_p(r"\b(?:the|my|our|a|an|her|his|their) $"),
    regular=_p(r"(?:fortnight|bi-?week|bi-?month)ly|(?:daily|weekly|monthly|quarterly|yearly|annual)"),
    day_name=_p(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    new_one=_p(rf"(?:{ADD}|book|need|want)(?: up)?(?: me)? an? (?:new )?$"),
    from_to=_p(r"(?:from )?(.+?) (?:to|until) (.+)"),
    past_asked=_p(r"(?:(?:what|which|who|where|how|when)\b.*\b)?(?:did|was|were) (?:i|we|there|on|in)\b"),
    owner_after=_p(r"(?!)"),
    of_that_day=_p(
        r"(?!(?:to|on|onto|in|into) ‹T› (?:calendar|schedule|agenda|diary|planner|(?:[\w-]+ )?list|to-?dos?|tasks)\b)[^ ]+ ‹T› (?!time\b)(?=[a-z0-9])"
    ),
    noun_after=_p(r" (?!(?:at|on|in|by|for|from|to|until|and|with|please|i|we|or)\b)[a-z]"),
    address=_p(
        r" (?:[a-z'-]+ ){1,2}(?:street|st|road|rd|lane|avenue|ave|drive|court|place|square|boulevard|blvd|terrace|row|way)\b"
    ),
    kept_list=_p(r" (?:check)?list\b"),
    haste=_p(r"asap|as soon as possible"),
    given_name=_p(r"april|may|june|august|jan"),
    met=_p(r"\b(?:with|w/|call|meet|email|ask|tell|invite|visit|text|phone|message|see|ring|remind|thank) $"),
    falls_due=_p(r"\bdue\b|\bdeadline\b"),
    places=(
        _p(
            rf"(?:^|[\s,;{T}])(?P<cut>(?:in|at) (?P<place>(?:the )?(?:meeting |conference |board)?(?:room|lab|studio|hall|building|suite"
            rf"|classroom) [a-z0-9.-]+))(?=\s*(?:$|[,;{T}]| (?:with|for|from|on|at|and|until|about)\b))"
        ),
        _p(
            r"(?:^|[\s,;])(?P<cut>(?:at|@) (?P<place>(?:the |my |our |mom's "
            r"|dad's )?[^\s,;.!?‹T›][^,;!?]*?))(?=\s*(?:$|[,;!?]|‹T›| (?:on|at|from|with|for|to|by|and|in"
            r"|until|about|every|because|so)\b ?| remind ))".replace("‹T›", T)
        ),
        _p(
            r"(?:^|[\s,;])(?P<cut>in (?P<place>(?:the |my |our )?(?:(?!for\b|to\b|at\b|with\b|of\b|and\b|on\b|the\b)[\w'-]+ ){0,2}?(?:rooms?|boardroom"
            r"|office|kitchen|lobby|library|park|gym|cafeteria|canteen|auditorium|hall|lab|studio|garden"
            r"|building|main hall|town hall|classroom|basement|garage|living room|meeting room|conference room"
            r"|theater|theatre|church|hotel|school|city|downtown)(?: (?!(?:with|for|and|from|at|on|in|to|by|of|until|about|a|an|the|next|this|every|so|is|or|me|my)\b)[a-z0-9.-]{1,5}(?= |$|[,;]))?))(?![a-z])"
        ),
        _p(
            rf"(?:^|[\s,;{T}])(?P<cut>(?:at|in) ?(?P<place>[\u4e00-\u9fff]+[a-z0-9]{{0,4}}))(?=\s*(?:$|[,;.!?{T}]| (?:with|for|on|from)\b))"
        ),
    ),
    named_places=(
        _p(
            rf"(?:^|[\s,;{T}])(?P<cut>(?![a-z]+ (?:with|for|about|and|from|to)\b)(?:(?:on|via|over|in|through) )?(?P<place>zoom|(?:ms |microsoft )?teams|google meet|skype|webex|facetime|slack huddle"
            rf"|discord|whereby|jitsi))(?=\s*(?:$|[,;.!?{T}]| (?:with|for|about|and|from|to)\b))"
        ),
        _p(
            r"[\s,;]*(?P<cut>\b(?:location|place|venue|where)\b(?: is|:)? ?(?:at "
            r"|in )?(?P<place>[^,;.]+?))(?=\s*(?:$|[,;.]))"
        ),
        _p(
            rf"(?<=[^\s])\s+(?P<cut>@ ?(?P<place>[^\s,;!#\"{T}]+(?: (?!(?:with|for|at|on|from|and|to|in|by|about|every)\b)[^\s,;!#@~{T}]+){{1,3}}))"
            rf"(?=\s*(?:$|[,;!#~{T}]| (?:with|for|on|from|and|by|about|every)\b))"
        ),
        _p(r"(?:^|\s)(?P<cut>@ ?(?P<place>(?:\"[^\"]+\"|[^\s,;!#]+(?: \d{1,4}[a-z]?\b)?)))"),
        _p(
            rf"(?<={T})\s*[,;]\s*(?P<cut>(?!\s*(?:call|name|label|title|and|with|please|bring|remind|so|but|then|meet|go|visit)\b)(?:(?:in|at) (?:the )?)?(?P<place>[^,;!?{T}]{{0,40}}\b(?:pool|hall|cent(?:er|re)|street|avenue|park|school"
            rf"|library|hotel|club|caf[eé]|restaurant|stadium|gym|theat(?:er|re)|museum|clinic|hospital|church|office|room"
            rf"|airport|station|bar|pub|garden|house|building)\b[^,;.!?{T}]{{0,20}}))(?=\s*(?:$|[,;.!?]))"
        ),
    ),
    people=(
        _p(
            r"\b(?:with|w/) (?P<people>[a-z'-]+(?: [a-z'-]+)?(?:, [a-z'-]+(?: [a-z'-]+)?)+,? (?:and|&) [a-z'-]+|(?:(?:mr|mrs|ms|dr|prof)\. )?[^,;.!?@#]+?)(?=\s*(?:$|[,;.!?@#]|"
            + T
            + r"| (?:on|at|from|for|to|by|in|until|about|every|regarding|re|over|after|before|tomorrow)\b))"
        ),
    ),
    kin=_options(
        "mom|mum|dad|mother|father|grandma|grandpa|granny|wife|husband|brother|sister|son|daughter|aunt|uncle|boss|mommy"
        "|daddy|grandmother|grandfather|parents|everyone|team|doctor|dr|mr|mrs|ms|miss|professor|prof|coach|auntie|nana|cousin|uncle"
    ),
    people_split=_p(r"\s*(?:,|&|\band\b)\s*"),
    lists=(
        _p(r"(?P<cut>[,;] (?:in |on )?(?:the )?(?:list|project):? (?P<list>[\w'&-]+(?: [\w'&-]+)?))$"),
        _p(
            r"(?:^|[\s,])(?P<cut>(?:in|under) (?:(?:the|my|our) )*(?P<list>[\w'&-]+(?: (?!list\b|project\b)[\w'&-]+)?)(?: list| project)?:)(?=\s)"
        ),
        _p(
            r"(?:^|[\s,])(?:to|on(?:to)?|in(?:to)?|from|off(?: of)?|for|under)? ?(?:the |my |our |a |me "
            r"|today's )*(?:list (?:called |named |titled )(?P<list>[\w&' -]{1,40}))$"
        ),
        _p(
            r"(?:^|[\s,])(?:to|on(?:to)?|in(?:to)?|from|off(?: of)?|of|under) (?:(?:the|my|our|a|me|today's"
            r"|new) )*(?P<list>[\w&'-]+(?: [\w&'-]+){0,2}?)[ -]?(?:list|checklist)\b:?"
        ),
        _p(
            r"(?:^|[\s,])(?:to|on(?:to)?|in(?:to)?|from|off) (?:(?:the|my|our) )*(?P<list>groceries|grocery"
            r"|shopping|chores|errands|wish ?list|tasks?|to-?dos?)(?=\s*(?:$|[,;]| (?:with|by|for|due|as)\b))"
        ),
    ),
    calendars=(
        _p(
            r"(?:^|(?<!write)(?<!look)(?<!wrote)[\s,])(?:to|on(?:to)?|in(?:to)?|from|off) (?:(?:the|my"
            r"|our|‹T›) )*(?P<calendar>(?:(?!(?:the|my|our|an?)\b)[\w&'-]+ ){1,3}?)?(?:calendar|schedule|agenda|diary"
            r"|planner)s?\b:?"
        ),
    ),
    generic_lists=_options(
        "to-do|todo|to do|task|tasks|default|inbox|open|new|to-dos|todos|reminder|reminders|things to do|things"
    ),
    evening=_p(
        r"\b(?:dinner|supper|drinks|party|concert|gig|karaoke|cinema|pub|nightcap|movie|theat(?:er|re)|opera|(?!to)[a-z']+ night)\b"
    ),
    waking=_p(r"\b(?:wake|get (?:me |us )?(?:up|out of bed)|be (?:up|awake)|morning)\b"),
    tags=(
        _p(
            r"[\s,;]*(?:,? ?and )?(?:tagged(?: (?:as|with))?|(?<=[\s,;])tag (?:it|this|that)(?: (?:as|with))?|(?<=[,;] )tag\b|with (?:the )?tags?|tags?:"
            r"|label(?:l?ed)?(?: (?:as|with))?|with (?:the )?label) #?(?P<tags>[\w-]+(?:(?:,| and"
            r"|, and) #?[\w-]+)*)"
        ),
    ),
    priorities=(
        (
            _p(
                r"[\s,;:(-]*\b(?:with |at |it'?s |as |of |is )*(?:an? )?(?:high(?:est)?|top|urgent"
                r"|critical)[- ]priority\b\)?:?|[\s,;(-]*\bpriority:? (?:is )?(?:high(?:est)?|urgent|top|1)\b\)?"
                r"|[,;(-] *(?:(?:it'?s|this is|that'?s) )?(?:very |really |super )?(?:urgent(?:ly)?|important|asap"
                r"|critical)\)?(?=\s*(?:$|[,;.!]))|^(?:urgent|important|asap|critical)(?: task| to-?do)?\s*[:!-]+ ?"
                r"|(?<=\s)asap(?=\s*$)|\b(?:urgent|important|high-priority)(?= (?:task|to-?do|reminder)\b)"
                r"|(?<=\w) urgently?(?=\s*$)"
            ),
            "high",
        ),
        (
            _p(
                r"[\s,;:(-]*\b(?:with |at |it'?s |as |of )*(?:an? )?low(?:est)?[- ]priority\b\)?"
                r"|[\s,;(-]*\bpriority:? (?:is )?low\b\)?|[,;(-] *(?:not urgent|no rush|no hurry"
                r"|whenever)\)?(?=\s*(?:$|[,;.!]))|\blow-priority(?= (?:task|to-?do)\b)"
            ),
            "low",
        ),
        (
            _p(
                r"[\s,;:(-]*\b(?:with |at |as |of )*(?:an? )?(?:normal|medium)[- ]priority\b\)?"
                r"|[\s,;(-]*\bpriority:? (?:is )?(?:normal|medium)\b\)?"
            ),
            "normal",
        ),
    ),
    edge_before=_p(
        r"^(?:[\s,;:.!?()\-–—]+|的|re:?(?=\s)|(?:to|that|about|of|for|and|then|is|(?:call|name|label|title) it|called|named|titled|saying|says|which says|labell?ed|with (?:the |a )?(?:label|name|title|note|message|text)(?: of)?|on|at"
        r"|i should|i need to|i have to|i must|i've got to|we should|that i|event|please|:)(?=\s|$))+"
    ),
    continues=_p(r"\s*((?:about|for|of|to|regarding)\s+\S)"),
    edge_after=_p(
        r"(?:[\s,;:.!?(\-–—]+|(?:(?<=\s)|^)(?:on|at|for|by|from|in|to|and|is|the|starting|of|this|due"
        r"|which is|please|set|until|till|with a|with an|every|or|then|happening|scheduled|taking place"
        r"|that is|a|an|(?:when|once) (?:it'?s|it is)))+$"
    ),
    article=_p(r"^(?:(?:a|an|the|my|our)\s+)+"),
    bare_article=_p(r"^(?:a|an|the) (?=\S)"),
    reminder_edges=_p(r"\s+(?:later(?: on)?|at some point|some ?time|instead)$"),
    generic_titles=_options(
        "alram|alrm|alaram|tiemr|event|new event|calendar event|item|new item|something|this|that|it|one|task|todo|to-do|reminder"
        "|new reminder|new one|different one|fresh one|alarm|timer|appointment entry|entry|list|new list|a list|me|an event|anything|them"
        "|all|everything|these|those|new task|another|another one|calendar|schedule|agenda|my calendar"
        "|whole calendar|everything|day|repeating event|recurring event|calendar entry|new|up|here|there"
        "|my|our|the"
    ),
    topic=_p(r"(?!)"),
    reference_edges=(
        late(
            r"^(?:(?:a|an|the|my|our|all|all of|that|this)\s+)*(?:reminders?|alarms?|timers?|tasks?|to-?dos?"
            r"|events?|items?)\b(?:\s+(?:to|for|about|called|named|titled|of|that says|saying|that i set|set"
            r"|at|on|i have|from))*\s*:?\s*",
            re.IGNORECASE,
        ),
        late(r"\s+(?:reminders?|alarms?|timers?|tasks?|to-?dos?|events?|items?)$", re.IGNORECASE),
    ),
)
