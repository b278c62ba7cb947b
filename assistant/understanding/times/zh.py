"""Chinese words of time, simplified (the text is mapped before). Data only: a phrase, its kind, its value."""

from __future__ import annotations

from typing import Any

from assistant.understanding.times.model import Grain

Entry = tuple[str, Any]

_WORDS: dict[str, str] = {
    "next": "下 下个 下一个 下一 下下",
    "this": "这 这个 本 今 今个 当前 这一 这一个 本个 当",
    "last": "上 上个 上一个 上一 上上",
    "now": "现在 此时 此刻 当前 目前 立刻 马上 立即 依家 而家 这会儿",
    "asap": "尽快",
    "noon": "正午",
    "midnight": "午夜",
    "dian": "点 点钟 时 点整 时整",
    "half": "半",
    "ke": "刻",
    "zheng": "整 正",
    "da": "搭 踏 嗒",
    "cha": "差",
    "decadeword": "年代",
    "centuryword": "世纪",
    "ling": "零",
    "of": "的",
    "at": "在 于 @",
    "from": "从 自 由 自从",
    "and": "和 与 跟 及 以及 还有",
    "or": "或 或者",
    "to": "到 至 直到 一直到 持续到",
    "tozh": "为止",
    "between": "之间 期间",
    "qian": "前 之前 以前",
    "hou": "后 之后 以后 过后 后的",
    "inner": "内 之内 以内 里",
    "by": "截止 截至 截止到 最晚 最迟 不晚于",
    "starting": "开始",
    "every": "每 每个 每一 每一个 逢 每逢",
    "ge": "隔 每隔",
    "measure": "个 個",
    "di": "第",
    "fromend": "倒数",
    "lastone": "最后一个 最后 最末 最后1个",
    "begin": "初 年初",
    "end": "底 末 尾",
    "mid": "中",
    "approx": "大约 约 左右 大概 差不多 前后 约莫",
    "times": "次 遍 回 节课 堂课 节 堂",
    "rest": "剩下",
    "lasting": "时长 为期 持续 历时 一共 总共 用时 共 连续 重复 一共上 共上",
    "lead": "提前 提早",
    "correction": "不对 不是 改成 应该是 哦不 不不",
    "filler": "呃 嗯 额 啊 那个",
    "hao": "号 日 號",
    "tou": "过去 最近 近",
    "future": "未来 接下来 往后 今后 接着",
    "also": "再过 过 等 再等",
    "weekend": "周末 个周末 星期末 礼拜末 双休日",
    "lunar": "农历 阴历 旧历 夏历",
    "gregorian": "公历 阳历 新历 西历 公元",
    "run": "闰",
    "allday": "全天 整天 一整天 一天到晚",
    "thistime": "这个时候 这个时间 这时候 此时此刻 同一时间 这个点",
    "word": (
        "建议 要求 意见 原因 想法 看法 问题 说明 理由 希望 注意 感受 体会 内容 好处 经验 分歧 共识 一滴 都 "
        "也 儿 不 钱 疑问"
    ),
    "hao3": "好 安",
    "noun": (
        "元 块 人 公里 岁 度 页 位 件 份 条 只 张 杯 瓶 斤 米 层 楼 室 路 班 名 台 辆 倍 个人 集 章 票 篇 "
        "首 期 房 周岁 岁"
    ),
    "comma": ",",
    "dot": ".",
    "min": "分",
    "remind": "提醒 通知 叫我 喊我 叫醒",
    "time": "时间",
}
_UNITS: dict[tuple[Grain, int], str] = {
    (Grain.second, 1): "秒 秒钟",
    (Grain.minute, 1): "分钟",
    (Grain.minute, 15): "刻钟",
    (Grain.hour, 1): "小时 钟头 个小时 个钟头 个钟",
    (Grain.day, 1): "天",
    (Grain.week, 1): "周 星期 礼拜 个星期 个礼拜 个周",
    (Grain.month, 1): "个月",
    (Grain.quarter, 1): "季度 个季度 季",
    (Grain.year, 1): "整年",
    (Grain.year, 10): "十年",
}
_DAYS = "一二三四五六"
_RELATIVE = {
    0: "今天 今日 当天 当日 本日 今儿",
    1: "明天 明日 明儿 听日 第二天 次日 翌日",
    2: "后天 后日 后儿",
    3: "大后天 大后日",
    -1: "昨天 昨日 昨儿 寻日",
    -2: "前天 前日 前儿",
    -3: "大前天 大前日",
}
_REL_PARTS: dict[str, tuple[int, str]] = {
    "今晚": (0, "tonight"),
    "今夜": (0, "tonight"),
    "今早": (0, "morning"),
    "今晨": (0, "morning"),
    "明早": (1, "morning"),
    "明晨": (1, "morning"),
    "明晚": (1, "evening"),
    "后晚": (2, "evening"),
    "昨晚": (-1, "evening"),
    "昨夜": (-1, "evening"),
    "前晚": (-2, "evening"),
    "当晚": (0, "evening"),
    "今晚上": (0, "tonight"),
    "明晚上": (1, "evening"),
    "昨晚上": (-1, "evening"),
    "今天晚上": (0, "tonight"),
    "今日晚上": (0, "tonight"),
}
_PARTS: dict[str, str] = {
    "small": "凌晨 清晨3点前",
    "early": "清晨 清早 大清早 拂晓 黎明 一大早 一早",
    "morning": "早上 早晨 早间 晨间 朝早 清早上",
    "forenoon": "上午 午前",
    "noon": "中午 正午时分 午间 晌午",
    "afternoon": "下午 午后 晏昼 下昼 后半晌",
    "dusk": "傍晚 黄昏 日落",
    "evening": "晚上 晚间 夜晚 夜里 夜间 今晚间 夜晚上",
    "deep": "深夜 半夜 午夜时分 三更半夜 大半夜 夜半",
}
_EDGES: dict[str, tuple[str, Grain]] = {
    "月底": ("end", Grain.month),
    "月末": ("end", Grain.month),
    "月初": ("begin", Grain.month),
    "月中": ("mid", Grain.month),
    "年底": ("end", Grain.year),
    "年末": ("end", Grain.year),
    "年初": ("begin", Grain.year),
    "年中": ("mid", Grain.year),
    "周初": ("begin", Grain.week),
    "季末": ("end", Grain.quarter),
    "季度末": ("end", Grain.quarter),
    "季初": ("begin", Grain.quarter),
}
_DECADS = {"上旬": 0, "中旬": 1, "下旬": 2}
_YEARS = {
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
    "下年": 1,
    "后年": 2,
    "大后年": 3,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "大前年": -3,
    "这一年": 0,
}
_MEALS = {
    "下班": "offwork",
    "上班": "work",
    "放学": "offschool",
    "午饭": "lunch",
    "午餐": "lunch",
    "晚饭": "dinner",
    "晚餐": "dinner",
    "早饭": "breakfast",
    "早餐": "breakfast",
    "睡觉": "bed",
    "睡前": "bed",
}
_SEASONS = {"春天": 0, "春季": 0, "夏天": 1, "夏季": 1, "秋天": 2, "秋季": 2, "冬天": 3, "冬季": 3}
_ERAS = {
    "民国": 1912,
    "宣统": 1909,
    "光绪": 1875,
    "同治": 1862,
    "咸丰": 1851,
    "道光": 1821,
    "嘉庆": 1796,
    "乾隆": 1736,
    "雍正": 1723,
    "康熙": 1662,
    "顺治": 1644,
    "崇祯": 1628,
    "万历": 1573,
    "嘉靖": 1522,
    "永乐": 1403,
    "洪武": 1368,
    "贞观": 627,
    "令和": 2019,
    "平成": 1989,
    "昭和": 1926,
}
CITIES = {
    "北京": "Asia/Shanghai",
    "上海": "Asia/Shanghai",
    "中国": "Asia/Shanghai",
    "香港": "Asia/Hong_Kong",
    "台北": "Asia/Taipei",
    "台湾": "Asia/Taipei",
    "东京": "Asia/Tokyo",
    "日本": "Asia/Tokyo",
    "首尔": "Asia/Seoul",
    "韩国": "Asia/Seoul",
    "新加坡": "Asia/Singapore",
    "曼谷": "Asia/Bangkok",
    "孟买": "Asia/Kolkata",
    "印度": "Asia/Kolkata",
    "迪拜": "Asia/Dubai",
    "莫斯科": "Europe/Moscow",
    "柏林": "Europe/Berlin",
    "德国": "Europe/Berlin",
    "巴黎": "Europe/Paris",
    "法国": "Europe/Paris",
    "伦敦": "Europe/London",
    "英国": "Europe/London",
    "马德里": "Europe/Madrid",
    "罗马": "Europe/Rome",
    "米兰": "Europe/Rome",
    "阿姆斯特丹": "Europe/Amsterdam",
    "布鲁塞尔": "Europe/Brussels",
    "苏黎世": "Europe/Zurich",
    "日内瓦": "Europe/Zurich",
    "维也纳": "Europe/Vienna",
    "慕尼黑": "Europe/Berlin",
    "法兰克福": "Europe/Berlin",
    "斯德哥尔摩": "Europe/Stockholm",
    "里斯本": "Europe/Lisbon",
    "都柏林": "Europe/Dublin",
    "格林威治": "UTC",
    "格林尼治": "UTC",
    "世界标准": "UTC",
    "伊斯坦布尔": "Europe/Istanbul",
    "开罗": "Africa/Cairo",
    "雅加达": "Asia/Jakarta",
    "吉隆坡": "Asia/Kuala_Lumpur",
    "马尼拉": "Asia/Manila",
    "河内": "Asia/Ho_Chi_Minh",
    "大阪": "Asia/Tokyo",
    "澳门": "Asia/Macau",
    "德里": "Asia/Kolkata",
    "纽约": "America/New_York",
    "美东": "America/New_York",
    "美国东部": "America/New_York",
    "波士顿": "America/New_York",
    "多伦多": "America/Toronto",
    "华盛顿": "America/New_York",
    "芝加哥": "America/Chicago",
    "洛杉矶": "America/Los_Angeles",
    "旧金山": "America/Los_Angeles",
    "西雅图": "America/Los_Angeles",
    "美西": "America/Los_Angeles",
    "美国西部": "America/Los_Angeles",
    "东部": "America/New_York",
    "西部": "America/Los_Angeles",
    "美国中部": "America/Chicago",
    "太平洋": "America/Los_Angeles",
    "温哥华": "America/Vancouver",
    "悉尼": "Australia/Sydney",
    "墨尔本": "Australia/Melbourne",
    "珀斯": "Australia/Perth",
    "夏威夷": "Pacific/Honolulu",
    "休斯顿": "America/Chicago",
    "达拉斯": "America/Chicago",
    "丹佛": "America/Denver",
    "迈阿密": "America/New_York",
    "亚特兰大": "America/New_York",
    "拉斯维加斯": "America/Los_Angeles",
    "硅谷": "America/Los_Angeles",
    "加州": "America/Los_Angeles",
    "圣保罗": "America/Sao_Paulo",
    "奥克兰": "Pacific/Auckland",
}


def _weekdays(table: dict[str, Entry]) -> None:
    for prefix in ("周", "星期", "礼拜"):
        for number, name in enumerate(_DAYS):
            table[prefix + name] = ("weekday", number)
            table[prefix + str(number + 1)] = ("weekday", number)
        table[prefix + "日"] = table[prefix + "天"] = ("weekday", 6)


_SINGLE: dict[str, Entry] = {
    "早": ("part1", "morning"),
    "晚": ("part1", "evening"),
    "晨": ("part1", "morning"),
    "上半年": ("halfyear", 0),
    "下半年": ("halfyear", 1),
    "月": ("monthmark", 0),
    "月份": ("monthmark", 0),
    "正月": ("lunarmonth", 1),
    "腊月": ("lunarmonth", 12),
    "冬月": ("lunarmonth", 11),
    "下下": ("next2", 0),
    "上上": ("last2", 0),
    "下下个": ("next2", 0),
    "上上个": ("last2", 0),
    "工作日": ("workday", 0),
    "平日": ("workdays", 0),
    "交易日": ("workday", 0),
    "每天": ("freq", (Grain.day, 1)),
    "每日": ("freq", (Grain.day, 1)),
    "天天": ("freq", (Grain.day, 1)),
    "每一天": ("freq", (Grain.day, 1)),
    "隔天": ("freq", (Grain.day, 2)),
    "隔日": ("freq", (Grain.day, 2)),
    "每隔一周": ("freq", (Grain.week, 2)),
    "每晚": ("freqpart", "evening"),
    "每早": ("freqpart", "morning"),
    **dict.fromkeys(("双周", "单周", "每双周", "每逢双周", "逢双周", "每单周"), ("freq", (Grain.week, 2))),
    **{f"倒数第{name}天": ("lastday", number) for number, name in enumerate("一二三四五", 1)},
    "分半钟": ("halfmin", 0),
    "隔年": ("freq", (Grain.year, 2)),
    "隔月": ("freq", (Grain.month, 2)),
    "每小时": ("freq", (Grain.hour, 1)),
    "每个小时": ("freq", (Grain.hour, 1)),
    "半个": ("halfof", 0),
    "几": ("few", 3),
    "数": ("few", 3),
    "若干": ("few", 3),
    "好几": ("few", 4),
    "零": ("zdigit", 0),
    "两": ("zdigit", 2),
    "十": ("zten", 10),
    "百": ("zhundred", 100),
    "千": ("zthousand", 1000),
    "廿": ("ztens", 20),
    "卅": ("ztens", 30),
    **dict.fromkeys(("预约", "签约", "合约", "邀约", "约会", "约见", "赴约"), ("x", 0)),
    "二十四节气": ("x", 0),
    "百分之": ("x", 0),
    "百分": ("x", 0),
    "年级": ("noun", 0),
    "年纪": ("noun", 0),
    "天气": ("x", 0),
    "分数": ("x", 0),
    "分之": ("x", 0),
    "日语": ("x", 0),
    "日元": ("noun", 0),
    "周年": ("noun", 0),
    "月亮": ("x", 0),
    "月饼": ("x", 0),
    "星期": ("unit", (Grain.week, 1)),
    "年": ("nian", (Grain.year, 1)),
    "日": ("hao", "日"),
}


def _table() -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for kind, words in _WORDS.items():
        for word in words.split():
            table[word] = (kind, word)
    for (grain, factor), names in _UNITS.items():
        for name in names.split():
            table[name] = ("unit", (grain, factor))
    del table["十年"]
    _weekdays(table)
    for offset, names in _RELATIVE.items():
        for name in names.split():
            table[name] = ("rel", offset)
    table |= {name: ("relpart", value) for name, value in _REL_PARTS.items()}
    for part, names in _PARTS.items():
        for name in names.split():
            table[name] = ("part", part)
    table |= {name: ("edgeunit", value) for name, value in _EDGES.items()}
    table |= {name: ("decad", value) for name, value in _DECADS.items()}
    table |= {name: ("relyear", value) for name, value in _YEARS.items()}
    table |= {name: ("meal", value) for name, value in _MEALS.items()}
    table |= {name: ("season", value) for name, value in _SEASONS.items()}
    table |= {name + "时间": ("tz", zone) for name, zone in CITIES.items()}
    table |= {name: ("era", start) for name, start in _ERAS.items()}
    table |= {name: ("zdigit", number) for number, name in enumerate("一二三四五六七八九", 1)}
    return table | _SINGLE


TABLE: dict[str, Entry] = _table()
