"""Chinese: characters written or heard for others of the same sound, in the words that commands and times are made of.

Only where the wrong word is none, or where what stands beside it shows that it is not meant.
"""

from __future__ import annotations

import re

from assistant.understanding.words.table import late

_CLOCK = r"(?=(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|:\d))"
_MINUTES = r"(?<=[\d一二两三四五六七八九十半几])"
_LATER = r"(?=[后之以内提叫喊]|$)"
_DAY_BEFORE = r"(?<![说声证表透聪精简文光])"

_SLIPS = (
    (r"[题体替踢啼提][醒型形星](?=[我你一])(?<!提醒)|[题体替踢啼]醒(?!目)", "提醒"),
    (r"闹[中种终忠](?!毒)|[脑挠][钟中](?!风|枢)", "闹钟"),
    (r"[去曲取娶]削|取[肖萧销]|去消", "取消"),
    (r"[山珊删][出初](?=[掉明后下周今那这]|提醒|闹钟)(?<!山出)|[山珊]除", "删除"),
    (r"[会汇]意(?=室|记录|纪要|$|[,。改取推挪])|汇议", "会议"),
    (rf"{_DAY_BEFORE}[名鸣]天|{_DAY_BEFORE}明[田添甜]", "明天"),
    (r"[厚候]天|后[田添](?=[上下早晚中])", "后天"),
    (r"[斤金]天|今[田添]", "今天"),
    (rf"下[五舞武无物]{_CLOCK}", "下午"),
    (rf"上[五舞武无物]{_CLOCK}", "上午"),
    (rf"早[伤尚赏]{_CLOCK}|[找枣]上{_CLOCK}", "早上"),
    (rf"[完玩万碗]上{_CLOCK}|晚[伤尚赏]{_CLOCK}", "晚上"),
    (rf"[钟终忠]午|中[五舞]{_CLOCK}", "中午"),
    (r"(?<=[下这本每])[州洲舟粥](?=[一二三四五六日天末])|^[州洲舟](?=[一二三四五六日][上下早晚中])", "周"),
    (r"(?<=[下这本每])周[伞散](?=[上下早晚中])", "周三"),
    (r"[新心欣兴]期(?=[一二三四五六日天])|星[其起七骑](?=[一二三四五六日天])", "星期"),
    (rf"{_MINUTES}(?:[份纷芬][钟中]|分[中种终忠])", "分钟"),
    (rf"{_MINUTES}个?小[是事石式]{_LATER}|{_MINUTES}个?[晓笑]时", "小时"),
    (r"[代带呆]办(?=[:, ]|事项|清单|里|$)", "待办"),
    (r"安[牌派]|[按暗案]排", "安排"),
    (r"日[成城诚](?=[里上中表:]|安排)", "日程"),
    (r"[青轻]单|清[丹担](?=[里上中]|$)", "清单"),
    (r"记[的地](?=提醒|叫我|带|买|要|给|去|[交还拿取])", "记得"),
    (r"别[望往旺]了", "别忘了"),
    (r"[玩晚][成城](?=了)|完[城程](?=了)", "完成"),
    (r"每[田添](?=[早晚上下中])|[美妹]天(?=[早晚上下中])", "每天"),
)

SLIPS: tuple[tuple[re.Pattern[str], str], ...] = tuple((late(pattern), right) for pattern, right in _SLIPS)
