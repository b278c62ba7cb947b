"""English: what words tell of: sorts of items, what happens, what is to be done, what is only told."""

from __future__ import annotations

import re

from assistant.understanding.words.en_terms import (
    ALARM,
    CALENDAR,
    TASK,
    TIMER,
)
from assistant.understanding.words.table import Thing, late

THINGS: dict[Thing, re.Pattern[str]] = {
    Thing.TIMER: late(rf"\b{TIMER}\b"),
    Thing.ALARM: late(rf"\b{ALARM}\b|\balaram\b"),
    Thing.REMINDER: late(r"\b(?:reminders?|notifications?|alerts?)\b"),
    Thing.TASK: late(rf"\b(?:{TASK}|(?:check)?lists?|items?|groceries)\b"),
    Thing.EVENT: late(rf"\b(?:{CALENDAR}|events?|meetings?|appointments?|plans)\b"),
}

OURS = late(
    rf"\b(?:{CALENDAR}|{ALARM}|{TIMER}|{TASK}|events?|meetings?|appointments?|schedul\w+|remind\w*|(?:check)?lists?"
    r"|birthday|anniversary|part(?:y|ies)|plans?|deadlines?|items?|notif\w+|groceries)\b"
)

HAPPENING = late(
    r"\b(?:meet(?:ing|up|s)?|appointments?|events?|lunch|dinner|breakfast|brunch|supper|coffee|tea"
    r"|drinks|party|parties|birthday|wedding|anniversary|concert|festival|class(?:es)?"
    r"|lessons?|lectures?|seminar|webinar|workshop|training|practice|rehearsal|stand-?up|sync|1:1|1-1"
    r"|one[- ]on[- ]one|call|interview|review|demo|presentation|dentist|doctor|vet|check-?up"
    r"|haircut|flight|(?<!next )(?<!last )(?:train|bus|ferry|shuttle|coach|tram)(?=(?: [a-z]{0,3}\d+[a-z]?)? (?:to|from|home)\b|$)|trip|vacation|holiday|game|match|tournament|gym|yoga|pilates|swimming"
    r"|swim|run|session|conference|retro(?:spective)?|kick-?off|planning|visit|exam|test|shift"
    r"|catch-?up|date night"
    r"|play ?date|barbecue|bbq|picnic|hike|tour|open house|viewing|surgery|physio|therapy|massage"
    r"|ceremony|graduation|funeral|reunion|hearing|deadline|town hall|all-hands|offsite"
    r"|brainstorm(?:ing)?|debrief|club"
    r"|conference call|video call|school|church|choir|football|soccer|tennis|basketball|hockey|golf"
    r"|dance|karate|theatre|theater|opera|museum|exhibition|movie|film|cinema|show|dress rehearsal"
    r"|drills?|prom|recordings?|taping|auditions?|screenings?|keynote|gala|recital|performance|gig|parade|marathon|race|x-?ray|mri|ultrasound"
    r"|root canal|fittings?|consult(?:ation)?|onboarding|orientation|induction|appraisal|check-?in|huddle|council|assembly"
    r"|mass|church service|baptism|christening|baby shower|housewarming|potluck|cookout|sleepover|retreat|hackathon|meet-?up"
    r"|expo|convention|summit|forum|panel|q&a|launch party|poker|bowling|karaoke|trivia|quiz|raffle|auction|carnival|blood test"
    r"|kickoff|sprint|board meeting|briefing|colloquium|symposium|layover|check-?out|boarding|departure|arrival|walkthrough"
    r"|scrum|office party|reception|vigil|memorial|sermon|bible study|pta|playgroup|story ?time|photo ?shoot|tasting"
    r"|night|day|course|tutoring|office hours|ballet|musical|rugby|cricket|volleyball|badminton|squash|boxing|climbing|skating|chess|reservation|booking|table booked|tickets (?:for|to)|delivery|inspection|maintenance|seeing (?:the|my|our|an?|dr))\b"
)

DOING = late(
    r"(?!(?:water|code|test|study|paint|drink|record|service|type|post|walk|mail|film|text|charge|trim|start|dance|cut|sign|cook(?:ing)?) (?:[a-z-]+ ){0,2}"
    r"(?:training|session|review|class|lesson|course|meeting|drive|match|game|party|night|practice|workshop|tournament|club|group|fair|tour|drill|exam"
    r"|tasting|festival|race|talk|seminar)s?\b)"
    r"(?!(?:visit|call|talk|review|test|report|message|walk|drive|study|practice|plan|move|change|update) (?:from|by|of)\b)(?!visit to\b|(?:prep|test|sales|check-?in) call\b)(?:call|phone|ring|text|remind (?!(?:me|us|myself)\b)(?=\w+ )|email|e-mail|mail|message|buy|get|grab|pick up|drop off|drop|pay|send"
    r"|have(?= (?:the|my|our|this|these|her|his) .*(?:done|ready|finished|fixed|repaired|cleaned|printed|sent|signed|delivered|checked|cut)\b)"
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
    r"|defrost|iron|fold|sort|assemble|paint|build|trim|rinse|shop for|sync(?= (?:the|my|our|up|files|photos|contacts)\b)|ping|shred|tidy"
    r"|dust|rake|shovel|descale|rotate|top up|weed|cut|arrange|compare|inspect|prune"
    r"|polish|hem|mend|sharpen|prep|type|code|debug|deploy|merge|refactor|fill|chase|join|attend|brush|bathe|groom|knit|sew|sow|dig|marinate|chop|peel|unload|load|wipe|disinfect|unclog|unsubscribe|enrol+|decorate"
    r"|declutter|plug in|unplug|uninstall|reboot|restart|recharge|inflate|pump up|photocopy|laminate|hand over|hand back|hand out|hang up|drop by|pop (?:in|over|by|round)"
    r"|nominate|negotiate|escalate|dispose of|throw (?:out|away)|get rid of|freeze|thaw|sterili[sz]e|bleed|flush|drain|varnish|sand|wax|caulk|insulate|scrub|mop|hoover|patch|service|hire|swap|oil|grease|reset|configure|outline|deliver|rehearse|memori[sz]e|record|frame|reinstall|stock up|stop by|swing by)\b(?!-)(?! (?:with|club|session|group|class"
    r"|meeting|appointment)\b)|be (?=(?:at|in|back|home|there|ready)\b)"
)

ERRAND = late(
    r"(?:call(?! an ambulance| the police| the fire| 911| 999| a )|phone|buy|pick up|drop off|pay|submit"
    r"|finish|wash|repair|fix|return|renew|water|feed|walk|sign|iron|mow|clean out|refill|reply to"
    r"|follow up|get (?:a |some |the )?(?:milk|bread|eggs|groceries|haircut)"
    r"|collect|ship|donate|proofread|schedule|hand in|take out|take the|sort out|apply for|sign up for"
    r"|file|update|replace|charge|pack|plan|defrost|scan|print|mail|post|cancel)"
    r" (?!(?:me|you|it|this|that|them|him|us|up|off|on|a (?:table|restaurant|taxi|cab|spot|joke)"
    r"|my alarm|to)\b)[a-z0-9]"
)

CHORE = late(
    rf"(?:{ERRAND.pattern})"
    r"|(?!.* (?:more|less|better|it|that|this|something|anything|everything|better|again|harder|faster)$)"
    r"(?:clean|dust|vacuum|hoover|sweep|mop|scrub|tidy|wipe|descale|unclog|prune|trim|rake|weed|paint|sand|varnish|assemble|hang|sew|mend|patch"
    r"|polish|sharpen|oil|grease|back ?up|unpack|wrap|order|reorder|restock|book|buy|get|email|e-mail|text|message|ring|write|thank|contact|transfer"
    r"|deposit|cash|register|download|install|upload|record|rinse|bake|cook|measure|inspect|service|top up|refill|refund|claim|check|change|switch"
    r"|find|fill(?: in| out)?|sort|empty|swap|drop|grab|bring|take|make|prepare|organi[sz]e|arrange|compare|confirm|reschedule|review|read|revise|rewrite|draft"
    r"|edit|prep|practi[sc]e|study|learn|test|try|move|put|set up|send|share|print out|hand over|talk to|speak to|speak with|ask|tell|visit|meet)"
    r" (?:the|my|our|his|her|their|a|an|some|new|for (?:the|my)|[a-z]+'s|\d+) ?\S"
)

TELLING = late(
    r"^(?:tell me|let me|show|ask(?! \w+ (?:to|for|about))|lets|let's|whats|hows|wheres|whens|to which"
    r"|in which|at which|on which|i|i'm|i've|i'd|i'll|we|we're|we've|he|she|they|they're|it|it's|you"
    r"|you're|that|this|there|these|those|if|because|when|while|why|how|what|who|where|which|whose|is"
    r"|are|was|were|do|does|did|has|have|had|will|would|could|should|can|may|might|am|nothing"
    r"|everything|somebody|someone|people|nobody|everyone|no|not|yes|never|always|sometimes|maybe"
    r"|perhaps|let)\b|^(?:our|my|the|some|his|her|their) [a-z]+ (?:set|put|hit|shut|cost|hurt|spread|burst|quit|beat)\b"
    r"|\b(?:was|were|went|had|did|didn't|wasn't|weren't|isn't|aren't|is|are|has|have|hasn't|haven't"
    r"|said|told|asked|got|came|took|made|gave|saw|started|ended|finished|lasted|began|woke|felt"
    r"|thought|knew|ran|lost|won|loved|liked|enjoyed|hated|happened|turned|ate|drank|left|missed"
    r"|forgot|couldn't|could|can|would|should|might|seems?|sounds?|looks|feels|makes|takes|i'm|i've|it's"
    r"|that's|he's|she's|they're|we're|you're|there's|don't|doesn't|can't|won't|will|needs?|wants?"
    r"|which|whether|whose|shall|lets|starts|opens|closes|begins|ends|works|goes|comes|wants|says"
    r"|thinks|lives|falls|happens|sleeps|calls|loves|likes|keeps|gets|me|i|you|he|she|they|we|it|us"
    r"|moved|called|cancel+ed|invited|visited|helped|arrived|died|married|texted|emailed|wanted|agreed|decided|stayed|returned|landed"
    r"|graduated|retired|celebrated|announced|complained|apologi[sz]ed|watched|worked|played|walked|talked|tried|needed|learned|promised|failed|looked"
    r"|stopped|waited|joined|kept|bought|sold|broke|fell|rang|spent|slept|drove"
    r"|wore|really|sets|rings|tells|asks|meets|reads|talks|buys|plays|runs|brings|leaves|stays|sits)\b"
)
