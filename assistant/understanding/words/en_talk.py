"""English: what is no command of ours. Writing, translating, other assistants' domains, how-to questions, small talk."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.table import Rule, Where

_ANY = Where.ANYWHERE
_TEXTS = (
    r"(?:e-?mails?|mails?|letters?|messages?|notes? to|replies|reply|poems?|haikus?|limericks?|essays?"
    r"|stor(?:y|ies)|articles?|blog|posts?|speech(?:es)?|toasts?|songs?|lyrics|paragraphs?|sentences?"
    r"|summar(?:y|ies)|reports?|cover letters?|invitations?|cards?|wish(?:es)?|apolog(?:y|ies)"
    r"|scripts?|jokes?|slogans?|taglines?|captions?|tweets?|texts?|code|functions?|programs?|resumes?"
    r"|proposals?|announcements?|complaints?|excuses?|answers?|responses?|thank[- ]you|description"
    r"|dialogue|review of|obituary|plan for)"
)

TALK: tuple[Rule, ...] = (
    # --------------------------------------------------------------------------------------------- work on words
    Rule(
        "write",
        0.97,
        rf"(?:write|draft|compose|formulate|word|reply to|answer) (?!down\b"
        rf"|it down\b)(?=(?:.{{0,60}}?\b)?{_TEXTS}\b)",
        Intent.WRITE,
    ),
    Rule(
        "rewrite",
        0.97,
        r"(?:rewrite|rephrase|reword|paraphrase|proofread|polish|improve|make (?:this|it|that) (?:text "
        r"|sentence |mail |email )?(?:more|less|sound|shorter|longer|politer|friendlier)|correct (?:this"
        r"|the|my)|fix (?:the |my )?(?:grammar|spelling))\b",
        Intent.WRITE,
    ),
    Rule(
        "send a mail",
        0.96,
        r"(?:send|shoot|reply)(?: (?:him|her|them))?(?: an?| the)? (?:quick )?(?:e-?mail|mail|message|text)s? (?:to .*)?\b(?:about|saying|that|telling|asking|regarding)\b",
        Intent.WRITE,
    ),
    Rule("tweet", 0.96, r"(?:re)?tweet\b", Intent.CHAT),
    Rule("write, any", 0.9, r"(?:write|compose|draft) (?:me |us |a |an |some )", Intent.WRITE),
    Rule(
        "translate",
        0.9855,
        r"(?:translate|how do (?:you|i|we) say|what(?:'s| is| does) .+ (?:in|mean in) (?:chinese|english"
        r"|mandarin|german|french|spanish|japanese|korean|italian|russian)\b|say .+ in (?:chinese|english"
        r"|mandarin|german|french|spanish|japanese))",
        Intent.TRANSLATE,
    ),
    Rule(
        "summarise",
        0.975,
        r"(?:summari[sz]e|sum up|give (?:me )?(?:a )?(?:short |brief |quick )?summary|tl;?dr|condense"
        r"|recap|boil down)\b",
        Intent.SUMMARIZE,
    ),
    Rule(
        "classify",
        0.975,
        r"(?:classify|categori[sz]e|sort (?:these|this|the following)|label (?:these|this|the following)"
        r"|which category|tag (?:these|this|the following)|is (?:this|the following) (?:spam|positive"
        r"|negative))\b",
        Intent.CLASSIFY,
    ),
    Rule(
        "search",
        0.95,
        r"(?:search(?: for| in| my| through)?|look (?:up|for|through)|find)\b.*\b(?:my |our "
        r"|the )(?:notes?|documents?|files?|papers|pdfs?|conversations?|chats?|knowledge base|archive"
        r"|folder|memory)\b|search (?:for )?|what do(?:es)? my (?:notes|documents|files|contract)",
        Intent.SEARCH,
    ),
    # ----------------------------------------------------------------------------------------- not meant as said
    Rule(
        "hypothetical",
        0.9845,
        r"(?:what would (?:you|he|she|they|people)\b|if i (?:had|were|was|could|would|cancel|asked|said|tell)|what if|imagine|suppose|pretend"
        r"|let's say|say i|i wish|i(?:'d| would) have|if (?:i|we|you) .*\b(?:would|could|might) |hypothetically|in theory|what would happen"
        r"|would it be (?:ok|okay|rude|bad|weird|better))\b|(?:wish i|if only)\b",
        Intent.CHAT,
    ),
    Rule(
        "things of a sort",
        0.9847,
        r"how (?:many|much|long) [\w' ]{2,30} (?:can|does|do|should|would|could) (?:an?|people|most|one|the average) |"
        r"(?:are|do|does|can|could) (?:alarms|reminders|meetings|calendars|to-?do lists|timers|deadlines|appointments|people|most people)\b"
        r"(?! (?:set|on|for|due|scheduled|planned|left|there|coming|in my|today|tomorrow)\b)(?! ?‹t›)(?!.*\b(?:my|i)\b)",
        Intent.CHAT,
    ),
    Rule(
        "of the world",
        0.9846,
        r"(?:tell (?:me|us) about|what(?:'s| is| was)|explain|describe) (?:the )?(?:history|origins?|meaning|purpose|definition|concept|invention|idea|story) (?:of|behind)\b"
        r"|where (?:can|could|do|should|would) (?:i|we|you|one|people) (?:buy|get|find|order|download|rent|watch) (?:an?|some|good|the best|cheap|any|new)\b"
        r"|(?:give|show|write|make|form|use|tell|what|how|can you) .*\b(?:example sentences?|sentences? with|the (?:word|term|phrase|expression|idiom)s?)\b",
        Intent.CHAT,
    ),
    Rule(
        "how to, with a program",
        0.9846,
        r"how (?:do|can|could|would|should) (?:i|you|we|one) (?:sync|share|export|import|print|connect|link|subscribe|back ?up|install|uninstall|integrate|enable|disable|log ?in|sign ?in|log ?out"
        r"|merge|transfer|migrate|embed|publish|customi[sz]e|configure)\b",
        Intent.CHAT,
    ),
    Rule(
        "supposed, then asked",
        0.9846,
        r"if (?:i|we|you|he|she|it|they|someone)\b[^,]{3,60}, (?:then )?(?:how|what|when|will|would|is|does|do|should)\b(?!.*\b(?:my|our|calendar|schedule|reminders?|tasks?)\b)",
        Intent.CHAT,
    ),
    Rule(
        "greeting",
        0.958,
        r"happy (?!hour)|merry |(?:have a (?:nice|good|great|lovely|wonderful|safe)|congrat\w*|good luck|see you|talk to you)\b",
        Intent.CHAT,
    ),
    Rule(
        "of a work",
        0.9866,
        r"[^,;?]{3,60} (?:(?:is|was|keeps(?: being)?|has been|got) (?:stuck|playing) (?:in my head|on (?:the )?(?:radio|repeat|loop|tv))|(?:is|was|by [\w' ]+ is|has to be"
        r"|must be) (?:such )?(?:an?|the|my|one of (?:the|my)|his|her|their) (?:[\w'-]+ ){0,4}(?:songs?|movies?|films?|books?|albums?|tracks?|tunes?|novels?|bands?|poems?"
        r"|hits?|lyrics?|classic))\b",
        Intent.CHAT,
    ),
    Rule(
        "in a tale",
        0.96,
        r"in (?:the|this|that|my|a) (?:movie|film|book|novel|story|show|series|episode|song|game|dream)\b",
        Intent.CHAT,
    ),
    Rule("ideas", 0.96, r"(?:suggest|recommend|brainstorm|come up with|(?:talk|chat) about)\b", Intent.CHAT),
    Rule("what is a", 0.984, r"what(?:'s| is) an? (?!.*‹t›)(?!.*\b(?:my|our)\b)[\w' -]+$", Intent.CHAT),
    Rule(
        "tell a joke",
        0.9855,
        r"(?:tell|give|do you know|know|got|say|make up|invent|think up|compose)(?: me| us)?(?: any| a| an| another| some| your)?(?: \w+)? "
        r"(?:jokes?|riddles?|fun facts?|stor(?:y|ies)|poems?|trivia|tongue[- ]twisters?|puns?)\b",
        Intent.CHAT,
    ),
    Rule(
        "habit",
        0.9615,
        r"(?:i|we|you|he|she|they|it|people|everyone|my [\w' ]{1,30}|our [\w' ]{1,30}|the [\w' ]{1,30}) "
        r"(?:always|usually|often|sometimes|never|rarely|seldom|keeps?|tends? to)\b",
        Intent.CHAT,
    ),
    Rule(
        "how to",
        0.984,
        r"(?:how (?:do|can|to|should|would|does|did|could|come|about|is|are|was)|why|explain"
        r"|what does .* mean|what's the (?:meaning|difference|best|point)|what is the (?:meaning"
        r"|difference|best|point)|is it (?:possible|true|ok|okay|safe|healthy|rude|normal|legal)|should i"
        r"|what(?:'s| is) (?:a|an|the) good|what makes|teach me|who (?:invented|wrote|was|made|discovered"
        r"|sang|sings)|tell me (?:a|an|about|some|something|the (?:story|difference"
        r"|formula))\b(?!.*\b(?:alarms?|reminders?|lists?|my|meetings?|events?|calendar)\b))\b(?! (?:many"
        r"|much|long)\b)(?!.*\bmy (?:day|week|weekend|schedule|calendar|afternoon|morning)\b)",
        Intent.CHAT,
    ),
    Rule(
        "quoted",
        0.964,
        r"(?:what does|define|the (?:phrase|word|sentence|command|song|movie|title|book)|how (?:is|do you)"
        r"|pronounce|spell|who (?:sang|sings|wrote|said)) .*‹Q›",
        Intent.CHAT,
    ),
    Rule(
        "someone said",
        0.93,
        r"(?:he|she|they|mom|dad|my \w+|the \w+|\w+) (?:said|told me|asked|says|wants me|texted|mentioned"
        r"|wrote|asked me|keeps saying|always says)\b",
        Intent.CHAT,
    ),
    Rule(
        "told of the past",
        0.9625,
        r"(?:i|we|he|she|they|my [\w' ]+|our [\w' ]+|the [\w' ]+|it|that [\w' ]+|yesterday|last \w+"
        r"|‹T›)[ ,]+.*\b(?:was|were|went|had|did|didn't|woke|started|ended|finished|said|told|got|made"
        r"|came|took|forgot|missed|met|saw|felt|loved|enjoyed|ran|lasted|spent|turned|couldn't|cancel+ed"
        r"|moved|called|ate|slept|played|worked|overslept|lost|won|bought|paid|thought|fell|left|talked"
        r"|attended)\b",
        Intent.CHAT,
    ),
    Rule(
        "what used to be",
        0.972,
        r"(?!remind|please|add|set|note)(?=.*\b(?:i|we|you|he|she|it|they|(?:my|our|the|his|her|their) [a-z]+) used to [a-z])",
        Intent.CHAT,
    ),
    Rule(
        "statement",
        0.88,
        r"(?:i(?:'m| am)(?! (?:about|supposed|meeting|seeing))|i (?:like|love|hate|think|believe|feel"
        r"|guess|hope|know|never|always|usually|often|sometimes|really|don't|do not|can't|got|play|work"
        r"|live|prefer|enjoy|was|will be|might|may)|it(?:'s| is| was| will)|that(?:'s| is| was)|this (?:is"
        r"|was)|there(?:'s| is| are| was)|you(?:'re| are| have|'ve)|he(?:'s| is)|she(?:'s| is)|they(?:'re"
        r"| are)|we(?:'re| are)|my \w+ (?:is|are|has|loves|likes|thinks|says)|nothing|everyone|nobody"
        r"|mondays|fridays|sundays)\b",
        Intent.CHAT,
    ),
    Rule(
        "thanks",
        0.93,
        r"(?:thanks?|thank you|thx|cheers|great|awesome|perfect|cool|nice|excellent|brilliant|wonderful"
        r"|good (?:job|work|morning|night|evening|afternoon|bye|one)|well done|yes|yeah|yep|yeap|no|nope"
        r"|nah|ok|okay|sure|sorry|oops|wow|hi|hello|hey|bye|goodbye|never ?mind|forget it|stop|quiet"
        r"|shut up|cancel|wrong|right|correct|exactly|not (?:quite|really|right|that)|whatever"
        r"|i don't (?:mind|care|know|think|understand)|doesn't matter|it doesn't matter|repeat|say (?:it"
        r"|that) again|come again|pardon|what did (?:you|i) (?:say|just say)|are you (?:sure|there|ok)"
        r"|who are you|how are you|what are you|what can you do|cancel (?:it|that|this|now))\b(?:[\s,.!?]"
        r"|$)",
        Intent.CHAT,
    ),
    Rule(
        "confirm",
        0.93,
        r"(?:confirm|check|verify|repeat|clarify|rephrase|elaborate|explain|tell me|say|recheck"
        r"|double[- ]check)\b.*\b(?:again|i said|last (?:thing|sentence|command|instruction|question)"
        r"|instructions?|you said|what i|question|command|detail|correctly|more|further|understood?|that"
        r"|it)\b(?!.*\b(?:alarms?|reminders?|lists?|meetings?|calendar|events?|appointments?)\b)",
        Intent.CHAT,
    ),
    # ------------------------------------------------------------------------------------------ others' domains
    Rule(
        "playlist",
        0.975,
        r"\bplay-?lists?\b|\b(?:add|put|include) (?:this|the|that|another|a|some|an|one) (?:song|track"
        r"|tune|album|artist|music|cd|record|single)\b|\b(?:add|put) .*\b(?:song|track|tune|album"
        r"|artist)s? (?:to|onto|in|on)\b|\b(?:artist|tune|track|song|album|music)\b.*\b(?:to|onto"
        r"|in) (?:my|the|our)\b|\badd .{2,60} to (?:my |the )?(?:[\w' ]+)(?:hits|music|jams|mix|vibes"
        r"|tunes|songs|beats|party|workout mix|essentials|classics|rock|pop|soul|folk|metal|jazz|country"
        r"|blues|covers)$",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "play",
        0.97,
        r"(?:play(?!-)|listen to|put on (?!my|the (?:calendar|list))|shuffle|skip(?!-| ‹t›| (?:my|our|the|this) (?:[\w']+ ){0,3}(?:meeting|class|session|gym|lesson|appointment|workout|call|stand-?up|practice|training|yoga|event|sync|review)\b)|resume|let me hear|let's hear"
        r"|turn (?:it|the music) (?:up|down)|fast forward|rewind|i (?:want|wish|would like|'d like"
        r"|need) to (?:hear|listen|watch|play|see (?!my|what|the (?:list|calendar|event|schedule|reminder"
        r"|meeting)))|start playing|stop playing|use \w+ to play|hear|stream|tune)\b(?!.* (?:on|to) (?:my"
        r"|the) calendar)",
        Intent.CHAT,
    ),
    Rule(
        "rate",
        0.97,
        r"(?:rate|give|grade|score|mark|assign|i(?:'d| would)? (?:give|rate)|add a rating)\b.*\b(?:stars?"
        r"|points?|out of|rating|textbook|novel|saga|series|chronicle|essay|current (?:book|album|series)"
        r"|(?:zero|one|two|three|four|five|six|\d) (?:of|out))\b|rate (?!limit)|(?:give"
        r"|rate) .{2,60} (?:a |an )?(?:zero|one|two|three|four|five|six|\d)$",
        Intent.CHAT,
    ),
    Rule(
        "restaurant",
        0.965,
        r"(?:book|reserve|make|get|find|need|want|i'd like|i would like|i need|i want|reservation|table"
        r"|seats?|spot|where|looking|i'm looking|give me|order|let's go|can i|can we|is there|are there"
        r"|any)\b.*\b(?:restaurants?|tables?|reservations?|seats?|taverns?|bistros?|brasseries?"
        r"|gastropubs?|pubs?|bars?|cafes?|cafeterias?|diners?|steakhouse|eatery|food trucks?|tea ?houses?"
        r"|pizzerias?|osteria|joint|buffet|spot (?:for|at)|party of|cuisine|place to eat|somewhere to eat"
        r"|takeaway|take-?out|restroom|bakery|churrascaria|creperie|fast food|drive-thru|highly rated"
        r"|top-rated|best rated)\b(?!.*\b(?:my|the) calendar\b)|book (?:for \d|a lunch(?! with)"
        r"|a dinner(?! with)|near|in \w|spot|me a|\d|a (?:place|spot|room|hotel|flight|train|ticket|taxi"
        r"|cab|ride|trip))",
        Intent.CHAT,
    ),
    Rule(
        "book other",
        0.955,
        r"(?:book|order|buy me|purchase|reserve|get me|hail|call me|find me|i need|confirm"
        r"|check)\b.*\b(?:tickets?|taxis?|ubers?|lyft|cabs?|hotels?|rooms? (?:at|in)|airbnb|flights? to"
        r"|pizzas?|burgers?|gyros|sushi|chinese food|meals?|takeaway|rental car|ride to|rides?)\b",
        Intent.CHAT,
    ),
    Rule(
        "weather",
        0.963,
        r"\b(?:weather|forecasts?|raining|rainy|rain|snowing|snowy|snow|sunny|sunshine|temperatures?"
        r"|humid(?:ity)?|umbrella|storms?|stormy|hurricanes?|tornado(?:es)?|blizzards?|thunder\w*|cloudy"
        r"|clouds?|overcast|fog|foggy|foggier|windy|wind|winds|breezy|drizzle|hail|freezing|chilly|colder"
        r"|warmer|hotter|cooler|degrees|celsius|fahrenheit|climate|pollen|sunrise|sunset|(?:is|be|will|get"
        r"|how) (?:it )?(?:\w+ )?(?:hot|cold|warm|cool)|how (?:hot|cold|warm)|(?:raincoat|sunscreen|jacket"
        r"|coat|boots) (?:today|tomorrow))\b",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "films",
        0.95,
        r"\b(?:movies?|films?|cinemas?|theat(?:er|re)s?|movie house|show ?times?|screenings?|screened|tv"
        r"|television|tv shows?|netflix|animated|episodes?|trailers?|sagas?|soundtracks?|video games?"
        r"|games? called|pictures?|photographs?|paintings?|novels?|books|(?<!^)book(?! club)|^book(?! club| (?:the|a|an|my)\b| ‹t›)|albums?|songs?|bands?"
        r"|singers?|music|podcasts?|audiobooks?|radio|spotify|youtube|itunes|deezer|pandora|vimeo|zvooq"
        r"|lastfm|last fm|groove shark|google music|sound ?track|playing)\b",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "find a work",
        0.94,
        r"(?:find|look(?:ing)?(?: up| for)|search|locate|i'm looking for|i am looking for|looking for|show"
        r"|get|i'd like to (?:find|see|watch|go)|please find|wish to find|show me|where (?:can"
        r"|could) i (?:find|see|watch|buy))\b(?! (?:me )?(?:my|all|everything|the next|the list|any|what|which|when))",
        Intent.CHAT,
    ),
    Rule(
        "run a machine",
        0.9515,
        r"(?:start|run|turn on|stop|turn off|switch on|switch off) (?:the |my )?(?:vacuum|robot|heater|fan|ac|coffee (?:machine|maker)|tv|radio|music)\b",
        Intent.CHAT,
    ),
    Rule(
        "home",
        0.962,
        r"\b(?:lights?|lamps?|(?<!change the )(?<!replace the )(?<!buy )(?<!new )bulbs?|brightness|dim|brighten|thermostat|heating|air condition\w*"
        r"|vacuum cleaner|roomba|hoover|robot|coffee (?:maker|machine|pot)|(?:smart )?(?:plug|socket)s?"
        r"|wemo|volume|mute|unmute|speakers?|louder|quieter|silent mode|silence|sound|ringer"
        r"|doors? (?:lock|open)|garage door|curtains|blinds|do my laundry|washing machine|dishwasher on"
        r"|brew|espresso machine|oven on)\b",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "mail and social",
        0.955,
        r"(?:(?<=^)|(?<=.))(?!.*‹t›)\b(?:e-?mails?|inbox|gmail|outlook|tweets?|twitter|facebook|instagram"
        r"|snapchat|whatsapp|linkedin|social media|post on|status update|hashtag|contacts?|phone ?numbers?"
        r"|followers|subscribers|retweet)\b",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "facts",
        0.945,
        r"\b(?:news|headlines?|stocks?|share price|shares|exchange rate|currency|dollars?|euros?|rupees?"
        r"|bitcoin|population|capital of|president|prime minister|definition|define|meaning of|recipe"
        r"|how to cook|calories|calculate|square root|divided by|times \d|plus \d|formula|equation"
        r"|latitude|longitude|distance (?:between|from)|traffic|directions?|navigate|route|gps|nearest"
        r"|near me|nearby|closest|around here|in the area|bus|subway|train (?:times?|leave|schedule"
        r"|station)|trains|next train|airport|wikipedia|celebrit\w+|jokes?|funny|riddle|score of|nba|nfl"
        r"|nhl|fifa|trending|lottery|horoscope|make me (?:happy|laugh|smile)|biography)\b",
        where=_ANY,
        intent=Intent.CHAT,
    ),
    Rule(
        "question to a chat",
        0.8,
        r"(?:who|what|where|when|why|how|which|whose|is|are|was|were|does|do|did|can|could|would|will"
        r"|should|am|has|have|may|might)\b",
        Intent.CHAT,
    ),
)
