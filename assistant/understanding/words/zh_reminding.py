"""Chinese: ways of asking to be reminded, woken or timed, and to have that stopped."""

from __future__ import annotations

from assistant.understanding.request import Intent
from assistant.understanding.words.table import Rule, Thing, Where
from assistant.understanding.words.zh_terms import (
    ALARM,
    DELETE,
    ONE,
    REMINDER,
    SET,
    TIMER,
)

ANY = Where.ANYWHERE
START = Where.START
REMIND = Intent.CREATE_REMINDER

REMINDING: tuple[Rule, ...] = (
    Rule("到时叫我", 0.976, r"(?<=‹t›)(?:的时候|再|就)?(?:叫|喊)我$", REMIND, thing=Thing.ALARM, where=ANY),
    # reminders, made
    Rule(
        "提醒我",
        0.9865,
        r"(?<!(?<!还)有)(?<!的)(?:(?:千万)?(?:别忘了|别忘记|不要忘记|别忘|到时候)|要|再|记得|麻烦"
        r"|请|能|发通知|帮忙)*(?:提醒|提示|remind ?)(?:我们|我|一下我|大家)(?!的(?:事|东西|内容|有))(?:一下"
        r"|一声)?(?:要(?!求|[^,。]*了$))?(?!.*(?:吗|什么时候|了没)$)(?!.{1,14}(?:改[到成为]|推迟到|提前到)‹T›)(?:[:,])?",
        REMIND,
        where=ANY,
    ),
    Rule(
        "提醒一下",
        0.9865,
        r"提醒(?:一下|下|一声)(?:就是)?[,:]?(?=[^他她您你们吗]{2})",
        REMIND,
        where=START,
        needs_time=True,
    ),
    Rule(
        "别忘",
        0.983,
        r"(?:千万)?(?:别|不要|勿)(?:让我|叫我)?(?:忘了|忘记|忘掉|忘)(?:了)?(?:(?:提醒|[叫喊](?!醒)|通知)我)?"
        r"|(?:^|(?<=[,。 ‹t›空间来床])|(?<=[帮替给]我))(?:到时候)?(?:记得|记住|记着|切记)(?:(?:提醒|[叫喊](?!醒)|通知)我|要)?(?=[^了吗])",
        REMIND,
        where=ANY,
    ),
    Rule(
        "删提醒我X的提醒",
        0.988,
        rf"{DELETE}(?:掉|了)?(?:那个|这个)?提醒我(?P<reference>.+?)的?(?:那个|这个|那条|这条)?(?:提醒|闹钟)?(?:吧|了)*$",
        Intent.DELETE_REMINDER,
    ),
    Rule(
        "把提醒我X的删了",
        0.988,
        rf"(?:把|将)(?:那个|这个)?提醒我(?P<reference>.+?)的?(?:那个|这个|那条|这条)?(?:提醒|闹钟)?(?:给我|给)?{DELETE}(?:掉|吧|了)*$",
        Intent.DELETE_REMINDER,
    ),
    Rule(
        "不用提醒",
        0.99,
        r"(?:不用|不要|别|不必|无需|不需要|不需)(?:再)?(?:提醒|叫)我(?:起床)?(?P<reference>.*?)了?$",
        Intent.DELETE_REMINDER,
        where=ANY,
    ),
    Rule(
        "叫我",
        0.975,
        r"(?:(?:叫|喊|通知|呼|催|call|ping)(?:一下)?我|(?:跟|和|同|给)我(?:说|吱)(?=一声|一下))(?:一声|一下)?(?:要)?(?=[^是做的])(?!.{0,3}(?:什么|怎么"
        r"|为什么|关于|如何|多少|有|你|他|她|今天的|天气|会议什么|所有))",
        REMIND,
        needs_time=True,
        where=ANY,
    ),
    Rule(
        "T叫我做",
        0.98725,
        r"(?:的时候|左右|再|就)?(?:叫|喊|通知|催)(?:一下)?我(?:一声|一下)?(?:要)?(?=[^是做的起醒])"
        r"(?!.{0,3}(?:什么|怎么|为什么|关于|如何|多少|有|你|他|她|‹T›(?:起床|起来))|‹T›$)",
        REMIND,
        where=START,
        needs_time=True,
    ),
    Rule(
        "设提醒",
        0.984,
        rf"{SET}{ONE}(?=[^,。]*{REMINDER})(?:[^,。:]{{0,3}}?(?:‹T›)?的?)?(?:{REMINDER}(?:我"
        rf"|一下)?[:,]?(?:要)?)?",
        REMIND,
        thing=Thing.REMINDER,
        where=START,
    ),
    Rule(
        "给X加提醒",
        0.9868,
        r"(?:给|为|在)(?:‹T›的?)?(?P<title>[^,。‹t›]{1,14}?)(?:添加|加|设置|设|定|建)(?:上)?(?:一)?(?:个|条)?(?:‹T›的?)?提醒$",
        REMIND,
        thing=Thing.REMINDER,
    ),
    Rule("设提醒2", 0.976, rf"{SET}{ONE}{REMINDER}(?:我)?[:,]?", REMIND, thing=Thing.REMINDER, where=ANY),
    Rule(
        "收到通知",
        0.96,
        r"(?:我)?(?:要|想|希望)?(?:在)?(?=.*‹t›)(?=.*收到.*(?:通知|提醒)$).*?收到(?P<title>.+?)的?(?:通知|提醒)$",
        REMIND,
        needs_time=True,
    ),
    Rule("提醒:", 0.982, r"(?:新)?提醒(?:事项)?(?::|,| )|提醒(?=‹T›)", REMIND, where=START),
    Rule("提醒尾", 0.93, r"的?提醒(?:一下)?$", REMIND, needs_time=True, where=ANY),
    # alarms and timers
    Rule(
        "设闹钟",
        0.985,
        rf"(?!.*(?:哪些|哪几|什么|几个|多少|几点|有没有|有没|是不是"
        rf"|怎么|响了|没听见|没响|坏了))(?:{SET}{ONE}(?=.*{ALARM})(?:叫|名为|名叫|叫做)?|(?:把|将)?{ALARM}(?:设置|设定|设|定"
        rf"|调)?(?:到|在|成|为|于|[,: ])?(?=‹T›)|{ALARM}(?:打开|开启|来一?个)|^{ALARM}$)",
        REMIND,
        thing=Thing.ALARM,
        where=ANY,
    ),
    Rule(
        "闹钟时间",
        0.982,
        rf"‹T›的?(?:(?:起床|叫醒|叫早)|(?P<title>(?![^,。]*[有没几看查取删关])[\u4e00-\u9fff]{{0,4}}?))的?{ALARM}(?:响(?:一下|一声)?)?(?=$|,)",
        REMIND,
        thing=Thing.ALARM,
        where=ANY,
    ),
    Rule(
        "叫醒我",
        0.986,
        r"(?:叫|喊)(?:我|醒我|我们)?(?:起床|起来|醒)(?:我)?|叫醒我|把我叫醒|唤醒我|(?:叫|喊)我们?‹T›(?:的时候|就)?(?:起床|起来|醒来)"
        r"|(?:我)?(?:要|得|需要)?‹T› ?起床(?:闹钟)?$",
        REMIND,
        thing=Thing.ALARM,
        where=ANY,
    ),
    Rule(
        "计时",
        0.986,
        rf"(?:给(?!我)(?P<title>[^,。‹t›]{{1,6}}?)(?=[定设开来加]|倒?计时|定时))?(?:{SET}|开始|启动)?{ONE}"
        rf"(?:(?:叫做?|名叫|名为)(?P<keep>[^,。‹t›]{{1,10}}?)的)?(?:‹T›的?)?{TIMER}(?:‹T›)?",
        REMIND,
        thing=Thing.TIMER,
        needs_time=True,
        where=ANY,
    ),
    Rule(
        "计时提醒",
        0.9866,
        rf"(?:{SET}|开始|启动)?{ONE}{TIMER}‹T›(?:之?后)?[, ]?(?:提醒|叫|通知)我",
        REMIND,
        thing=Thing.TIMER,
        needs_time=True,
        where=START,
    ),
    Rule(
        "计时器停走",
        0.989,
        rf"[把将](?P<reference>[^,。]*?{TIMER})(?:先)?(?:暂停|继续|恢复)(?:一下|运行|走)?$"
        rf"|(?:暂停|继续|恢复)(?:一下|运行)?[^,。]{{0,6}}?{TIMER}$",
        Intent.UPDATE_REMINDER,
        where=START,
    ),
    Rule(
        "加时",
        0.989,
        rf"(?:给(?P<reference>[^,。]*?{TIMER})(?:再|多)?(?:加|增加|延长)(?:上)?|(?:把|将)?(?:延长|增加){TIMER}|(?:把|将){TIMER}(?:再)?(?:延长|增加))(?=‹T›)",
        Intent.UPDATE_REMINDER,
        where=START,
    ),
    Rule(
        "贪睡",
        0.986,
        rf"(?:暂停|贪睡|推迟|延后|延迟|稍后)(?:一下|所有的?|我的|这个|那个"
        rf"|全部的?)*(?P<reference>[^,。]*?(?:{ALARM}|提醒))(?:为|到)?|(?:{ALARM})(?:贪睡|再响)|^贪睡(?=‹T›|$)",
        Intent.UPDATE_REMINDER,
        where=ANY,
    ),
    Rule(
        "再睡",
        0.97,
        r"(?:我|让我)?(?:要|想)?(?:(?<=再)|再|多)(?:睡|眯|躺)(?:一会儿?)?(?=‹T›$)",
        Intent.UPDATE_REMINDER,
        needs_time=True,
    ),
    Rule(
        "闹钟全关",
        0.987,
        rf"(?P<reference>(?:‹T›的?|我的?|所有的?|全部的?)*(?:{ALARM}|{TIMER}))(?:(?:都|全部|全|给我|先|请|帮我)+(?:关掉|关了|关闭|取消|删掉|删了|停掉)|关掉|停掉)(?:了|吧)?$",
        Intent.DELETE_REMINDER,
    ),
    Rule(
        "闹钟不要",
        0.986,
        rf"(?:把|将)?(?P<reference>[^,。]*?(?:{ALARM}|{TIMER}|提醒))(?:我)?(?:就|先|都|可以)*(?:不用了|不要了|不需要了|用不着了|免了|算了|关了|停了|停掉|撤了|取消)(?:吧|了)*$",
        Intent.DELETE_REMINDER,
    ),
    Rule(
        "关闹钟",
        0.988,
        rf"(?:关掉|关闭|关了|停掉|停止|停用|禁用|别响|{DELETE}|重设|重置|重新设置|不要|打断"
        rf"|撤掉)(?P<reference>[^,。]*?(?:{ALARM}|{TIMER}))",
        Intent.DELETE_REMINDER,
        where=ANY,
    ),
    Rule(
        "把闹钟关",
        0.988,
        rf"[把将](?P<reference>[^,。]*?(?:{ALARM}|{TIMER}))(?:都|全部|全)?(?:关掉|关闭|关了|取消"
        rf"|删除|删掉|停掉|关)(?:了|掉)?",
        Intent.DELETE_REMINDER,
        where=ANY,
    ),
)
