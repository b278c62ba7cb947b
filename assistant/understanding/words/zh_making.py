"""Chinese: ways of asking to make tasks, lists and events."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.table import Act, Rule, Where
from assistant.understanding.words.zh_terms import (
    LIST,
    ONE,
    SET,
    TASK,
)

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

MAKING: tuple[Rule, ...] = (
    # tasks and lists, made
    Rule(
        "把X加到清单",
        0.9866,
        rf"(?!(?:往|在|给|到|向)[^,。]*?{LIST}(?:里面|里|上|中|内)?(?:再|还|也)?(?:添加|加|写|放|记|列|新增))"
        rf"(?:把|将|(?![把将]|添加|增加|新增|加入))(?P<title>.+?)(?:添加|加入|加|放|写|列|记|存|放入)(?=(?:到|进|在"
        rf"|入)?[^,。]*(?:{LIST}|{TASK}|菜单|食品))(?:进|入|到)?(?:菜单|[^,。]*?待办(?:事项)?(?:里|中|上)?(?=$|[,。]))?",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "往清单加",
        0.9866,
        rf"(?:往|在|给|到|向|去)?(?:我的|我们的|那个)?(?P<list>[^,。]{{0,8}}?)(?:{LIST}|待办(?:事项)?(?!:|事)"
        rf")(?:里面|里|上|中|内)?(?:再|还|也|请|帮我|给我| )*(?:添加|加上|加入|加|写上|写(?!得)|放|记上|记(?!得)|添|补|新建|新增|创建|增加)(?:一个|一项|个"
        rf"|一条|条|一笔|上|[一两二三四五几]样(?:东西)?)?(?:(?:新的?)?(?:任务|待办)(?:事项)?(?=[: ]|叫))?(?:叫)?[: ]*(?P<title>.+)$",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "加X到清单",
        0.9866,
        rf"(?:添加|加入|加|放|写|增加|add|put)(?P<title>.+?)(?=(?:到|进|在| to | on )[^,。]*(?:{LIST}|{TASK}))",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "新任务",
        0.9867,
        rf"{SET}{ONE}(?:‹T›的?)?(?:紧急|重要|[高低中普通]+优先级)?的?{TASK}(?:事项)?吧?(?:叫|为|就?是|给我)?[:,]?",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "任务:",
        0.9867,
        rf"(?:新|新的|一个)?(?:紧急|重要|高优先级|低优先级|不(?:着急|紧急|急)的)?{TASK}(?:事项)?\s*[:,、 ](?!有)"
        rf"|{TASK}(?:加上|加|添加|新增|记)(?:一个|一项|一条|个)?[:]?",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "清单:",
        0.9867,
        r"(?:(?:添加|记|加|写|放)[到进入在]?)?(?P<list>[^,。:的‹t›]{1,6}?)(?:清单|列表|单子)(?:里|上)?[:](?P<title>[^?]+)$",
        Intent.CREATE_TASK,
    ),
    Rule(
        "加到待办:",
        0.9867,
        r"(?:添加|加|记|放|写|列)(?:到|进|入|在)(?:我的)?(?P<list>[^,。:的‹t›]{0,6}?)(?:清单|列表|单子|待办(?:事项)?|任务)(?:里面|里|上|中)?[:, ]+"
        r"(?P<title>[^?]+)$",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "X 待办",
        0.9345,
        r"(?P<title>[^?‹t›]{2,24}?)(?:[, ]+|(?= ))(?:待办(?:事项)?|代办|todo|(?P<list>[\u4e00-\u9fff]{1,4})清单)$",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "帮我记尾",
        0.946,
        r"(?:[,。 ]?(?:请|麻烦)?(?:帮我|给我|替我)|[,。 ])(?:记一下|记下来?|记上|记着|安排一下|安排上|加(?:到|进|上)(?:日历|日程)(?:里|上)?)$",
        act=Act.CREATE,
        where=ANY,
        needs_time=True,
    ),
    Rule("记下:", 0.9868, r"(?:记一下|记下来?|记个|备忘|记录一下)[:]", act=Act.CREATE, where=START),
    Rule(
        "重要:",
        0.93,
        r"(?:紧急|重要|加急|急事?|[高低]优先级?)(?:任务|待办|事项)?[:!, ]+(?=[^?]*$)",
        act=Act.CREATE,
        where=START,
    ),
    Rule(
        "加任务尾",
        0.977,
        rf"{SET}{ONE}(?P<title>.+?)的?(?:任务|待办(?:事项)?)(?=$|[,。])",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "新清单:",
        0.9868,
        r"(?:新建|创建|建|新增|添加)(?:一个|个|一张|一份)?(?:新的?)?(?:清单|列表)(?:叫|名为|名叫|[:,])+(?P<list>[^,。?]{1,10})$",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "建清单",
        0.979,
        rf"(?:{SET}|列|开始创建|做|弄|准备|我要|生成|我想要?列|需要列)(?:出|一下)?(?:一个|一份|个|一张|张)?(?P<list>[^,。]{{0,10}}?)(?:{LIST}|歌单)(?:吗)?$|新的?(?:一个)?(?:{LIST})$",
        Intent.CREATE_TASK,
        where=START,
    ),
    Rule(
        "记一下",
        0.93,
        r"(?:记一下|记下来?|记下|记个|备忘|帮忙记|记录一下)[:,]?",
        act=Act.CREATE,
        where=START,
    ),
    # events, made
    Rule(
        "加到日历",
        0.9867,
        r"(?:把|将)?(?P<title>.*?)(?:添加|加入|加|放|写|记|存|安排|标|排)(?:到|进|在"
        r"|入)*(?=(?:我的|我)?(?:[^,。的]{0,6})?(?:日历|日程|行程|行事历))(?:我的"
        r"|我)?(?P<calendar>[^,。的]{0,6}?)(?:日历|日程表?|行程表?|行事历)(?:上|里|中)?",
        Intent.CREATE_EVENT,
        where=START,
    ),
    Rule(
        "add X to calendar",
        0.98675,
        r"(?:add|put|schedule) ?(?P<title>[^,。‹t›]+?) ?(?:to|on|in|into) ?(?:my |the )?(?:calendar|schedule)(?![a-z])",
        Intent.CREATE_EVENT,
        where=START,
    ),
    Rule(
        "在日历上加",
        0.9867,
        r"(?:(?:在|往|给|向)(?:我的|我)?(?P<calendar>[^,。的]{0,6}?)(?:日历|日程表?|行程表?|行事历)(?:上|里|中)?"
        r"|(?:我的?)?(?:日历|日程表?|行程表?|行事历)(?:上|里面?|中))(?:帮我|给我)?"
        r"(?:添加|加上|加|创建|新建|安排|记|标|设|建|写|创|增加|放)(?:一个|上|一场|个|一项|一下|一笔|一条)?(?:(?:会议?|日程|活动|事件|行程|安排)[:,])?",
        Intent.CREATE_EVENT,
        where=START,
    ),
    Rule(
        "新日程",
        0.9867,
        rf"{SET}{ONE}(?:重复|全天)?的?(?:日程|行程|事件|活动|事项|(?<![a-z])event(?![a-z])|会议(?=[:,]))(?:叫|为|是)?[:,]?(?!表|里)",
        Intent.CREATE_EVENT,
        where=START,
    ),
    Rule("日程:", 0.9867, r"(?:新)?(?:日程|行程|活动)[:,]", Intent.CREATE_EVENT, where=START),
    Rule(
        "安排",
        0.945,
        r"(?:schedule|book|arrange|add|create|plan|安排|预定|预约|约(?=一?[下个场次节]|[‹t›在好定])|预留|设置|设定|添加|新增|增加|创建|新建|加|定|订|记(?!录)|加上"
        r"|计划|排|建(?![议筑材])|弄|搞)(?:一下|好|上)?(?:一个|一场|个|一次|下|一项|一节)?(?=.*(?:‹t›|会|聚|餐"
        r"|饭|活动|约|日))(?:在|于)?",
        act=Act.CREATE,
        where=START,
        needs_time=True,
    ),
    Rule(
        "安排T",
        0.98675,
        r"(?:安排|计划|预定|预约|约|排)(?:一下|好|上|下)?(?=‹T›)(?!‹T›的?(?:时间|工作|任务|一天|行程|日程)*$)",
        act=Act.CREATE,
        where=START,
        needs_time=True,
    ),
    Rule(
        "订个会",
        0.9868,
        r"(?:订|定|约|安排|预约|预定|加|建|设|来)(?:一下)?一?[个场次]会议?(?=‹T›|[,。]|$|然后|在)",
        Intent.CREATE_EVENT,
        where=START,
        needs_time=True,
    ),
    Rule(
        "要把X做了",
        0.9585,
        r"(?:我们?|咱们)?(?:一定|还|就|都)?(?:要|得|必须|需要)(?=去?[把将][^,。?吗]+(?:了|掉|好|完|上|出去|过去|回来|回去|出来)$)",
        act=Act.CREATE,
        where=ANY,
        needs_time=True,
    ),
    Rule(
        "约个X",
        0.942,
        r"(?:我|我们)?(?:(?:预约|约)(?:一下|了|好)?(?:一?[个场次节])(?=.)|约(?:了|在)(?=‹T›))",
        Intent.CREATE_EVENT,
        needs_time=True,
    ),
    Rule("约了T", 0.9867, r"(?:我|我们)?约(?:了|好了?|定了?)(?=‹T›)", Intent.CREATE_EVENT, needs_time=True),
    Rule(
        "加一个X",
        0.98665,
        r"(?:添加|新增|增加|加|安排)(?:一下)?(?:上)?(?:一?个|一场|一次|一节)(?=.)",
        act=Act.CREATE,
        where=START,
        needs_time=True,
    ),
    Rule(
        "安排会",
        0.94,
        r"(?:安排|预约|预定|添加|新增|创建|新建|加|定|请加上|设置|设)(?:一下)?(?:一个|一场|个|一次|下"
        r"|场)?(?=.*(?:会议|会$|会面|聚会|聚餐|午餐|晚餐|早餐|饭|活动|约会|面试|生日))",
        Intent.CREATE_EVENT,
        where=START,
    ),
    Rule(
        "把T空出来",
        0.9867,
        r"(?:把|将)?(?=‹T›[^,。]{0,2}(?:空出来|留出来|预留出来|留给|空给)).*?(?:空出来|留出来|预留出来|留给|空给)(?:给|用来|来)?",
        Intent.CREATE_EVENT,
        where=START,
        needs_time=True,
    ),
    Rule(
        "把X安排在",
        0.945,
        r"(?:把|将)(?P<title>.+?)(?:安排|定|约|排|订|设)(?:在|到|于|为|成)(?=‹T›)",
        Intent.CREATE_EVENT,
        where=START,
        needs_time=True,
    ),
    Rule(
        "X安排在",
        0.9,
        r"(?P<title>.+?)(?:安排在|定在|约在|定于|设在)(?=‹T›)",
        Intent.CREATE_EVENT,
        where=START,
        needs_time=True,
    ),
)
