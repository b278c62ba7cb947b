"""Chinese: what words tell of: sorts of items, what happens, what is to be done, what is only told."""

from __future__ import annotations

import re

from assistant.understanding.words.table import Thing, late
from assistant.understanding.words.zh_terms import (
    ALARM,
    LIST,
    REMINDER,
    TASK,
    TIMER,
)

THINGS: dict[Thing, re.Pattern[str]] = {
    Thing.TIMER: late(TIMER),
    Thing.ALARM: late(ALARM),
    Thing.REMINDER: late(REMINDER + r"(?!的会)"),
    Thing.TASK: late(rf"{TASK}|{LIST}|项目$|(?:一|二|两|个|后)项(?!目)"),
    Thing.EVENT: late(r"(?:日历|日程|行程|活动|会议|事件|约会|预约|安排|聚会|聚餐|会$)"),
}

OURS = late(
    rf"{ALARM}|{LIST}|{TASK}|{TIMER}|{REMINDER}|日历|日程|行程|会议|事项|活动|安排|开会|例会"
    r"|约会|预约|聚会|生日|通知|闹表"
)

_ENGLISH_NOUNS = (
    r"(?<![a-z])(?:meeting|sync|stand-?up|interview|demo|dinner|lunch|brunch|breakfast|party|workshop|seminar|training|appointment"
    r"|presentation|webinar|kick-?off|flight|lecture|exam|quiz|midterm|conference|onboarding|offsite|team ?building|all[ -]?hands"
    r"|town ?hall|brainstorm|retro|happy hour|1[:-]1|one[ -]on[ -]one|(?:call|review|check-?in|talk|class|date|event|test)(?=$|[,。]))s?(?![a-z])"
)
"""What happens, said in English inside a Chinese sentence."""

_ENGLISH_VERBS = (
    r"(?:call|submit|send|buy|pay|email|check|review|finish|update|order|pick ?up|return|renew|prepare|clean|fix|write|read"
    r"|confirm|follow ?up|print|sign|upload|download|double ?check|reply|push|merge|backup|revise)(?![a-z])(?=.)"
)
"""What is to be done, said so."""

_TO_DO = (
    r"(?:把(?!.*(?:改到|取消|移到|推迟))|[早晚]一?点儿?(?=[起睡出下回到走来去])|交|缴|买|打电话|打(?=.*电话)|给.+(?:打|发|寄|送|回|带|买|充"
    r"|浇|换|洗|做|选|剪|办|答复|写|交|拿|取|喂|修|拍|汇|转|还|报|订)|提交|取|拿|送|寄|接"
    r"|还(?!有)|付|续|洗|修|写|发|回复|回覆|回邮件|准备|整理|打扫|预订|订(?!婚)|报名|检查|看(?!电影|《|牙|医|病|[^,。]{0,3}展|演|球|龙舟|烟花|花灯|灯会|日[出落]|流星|升旗|比赛|话剧|戏|剧|表演|房)|读|背|复习|学|练|做|完成|处理|联系|联络|确认|审|打印|列印|签(?!约)|填|申请|更新"
    r"|备份|清理|清洗|浇|遛|喂|换|充|退|投|关|开(?!会)|带(?!队|[我]?[妈爸孩儿女娃爷奶父母老宝朋客狗猫弟妹哥姐])|倒|扔"
    r"|丢|吃药|服药|喝水|睡觉|起床|搬|装(?!修)|安装|下载|上传|导出|导入|汇款|转账|转帐|还款"
    r"|还信用卡|报销|报税|改(?!到|成)|校对|翻译|总结|安排|通知|告诉|问|找|约(?=.*(?:医生"
    r"|师傅))|办|办理|补|收|晒|熨|叠|擦|拖|剪(?!头发|头)|归还|催|查|核对|规划|计划|跟进|回访|回电|致电|续费|充值|充电|加油|盖章|盘点|设计|制定|撰写|起草|部署|测试|发布|上线|提货"
    r"|采购|领|抢|抢票|挂号|投递|复印|扫描|熬|煮|炖|蒸"
    rf"|{_ENGLISH_VERBS})"
)
"""Verbs of things to be done."""

HAPPENING = late(
    r"(?:会议|开会|[开][^,。]{0,10}[会]|会面|见面|见(?!到|过)|面试|面谈|约会|聚会|聚餐|聚|午餐|晚餐|早餐|早饭|午饭|晚饭|吃饭|宵夜"
    r"|下午茶|喝咖啡|喝茶|喝酒|咖啡|生日(?!礼物|蛋糕|贺卡|卡)|婚礼|婚宴|喜宴|喜酒|满月酒|寿宴|家宴|宴会|酒会|纪念日"
    r"|音乐会|演唱会|演出|话剧|讲座|培训|研讨会|年会|课(?!本|件)|上课"
    r"|考试|比赛|球赛|牙医|看医生|门诊|体检|做(?:胃镜|肠镜|手术|检查|核磁|理疗|头发|美甲|[cb][t超]|彩超|针灸)|胃镜|肠镜|复诊|就诊|看病|打疫苗"
    r"|看牙(?!膏)|[洗补拔种]牙(?!膏)|剪头发|理发|美容|按摩|航班|飞机|高铁|火车|动车|出差|旅行|旅游|度假|健身(?!卡|房)"
    r"|瑜伽|瑜珈|游泳|跑步|打球|篮球|足球|羽毛球|网球|爬山|徒步"
    r"|站会|周会|例会|组会|晨会|早会|晚会|评审|复盘|启动会|讨论会|分享会"
    r"|发布会|团拜|典礼|毕业|家长会|看电影|看《|电影|展览|看[^,。]{0,3}展|上门|参观|值班|夜班"
    r"|早班|晚班|直播|电话会议|视频会议|通话|视频(?=$|[,。])|活动|派对|烧烤|野餐|露营|同学会|演讲"
    r"|汇报|答辩|仪式|庭审|手术|拜访|访谈|约(?!一[个下场次])|(?<=[\u4e00-\u9fff])预约|预产|签约|聚一聚|午休|休假|请假"
    rf"|放假|假期|检修|保养|看房|沙龙|峰会|论坛|练(?:车|球|琴|舞)|驾校|庆祝|庆生|接风|讲课|家教|琴课|彩排|排练|{_ENGLISH_NOUNS}|班|会$|节$|趴"
    rf"|去(?!{_TO_DO})[^,。的]{{2,10}}$)(?!门?票|券|礼物|材料|资料|方案|通知|ppt|稿|费|用品|装备|报告|纪要|场地)"
)

DOING = late(rf"(?:我?(?:得|要|需要|必须) *)?去?{_TO_DO}")

ERRAND = late(
    r"(?:还?(?:需要|得))?(?:去)?(?:买|交|缴|打电话给|给[^,。]{1,8}(?:打电话|寄|送|买|做(?!的)|换|洗|修|浇|喂|办)"
    r"|提交|取(?!消)|寄|付|还(?!有|是|能|会|要)"
    r"|续|洗|修|浇|遛|整理|打扫|预约|报名|准备|复习|联系|缴费|报销|回复"
    r"|回覆|倒垃圾|写完|做完|检查|归还|更换)(?!我|你|吗|了|这|那)[^,。我你吗了]"
)

TELLING = late(
    r"(?:几[点号时](?![钟半\d])|多不多|没有了|不响|以后就|^(?:知道|告诉|我(?!的|和|跟|要|得|们要|们得|需要|必须)|你|您|他|她|它|他们|她们|为什么|怎么"
    r"|如何|是|有|没有|因为|如果|要是|假如|虽然|大家|谁|那天|其实|感觉|觉得|好像|听说|据说|昨天|昨晚|上周|刚才|前天|去年)"
    r"|了$|过$|吗$|呢$|(?<![酒网贴书水氧])吧$|的$|什么|为什么|怎么|哪|真|太|很(?!重要)|非常|觉得"
    r"|以为|好像|其实|已经|刚刚|^见$|会更|会好|不错|愉快|快乐|好看|好听|好吃|累|开心|高兴|难过|生气|喜欢"
    r"|讨厌|爱|(?<!地点)(?<!地址)(?<!位置)(?<!时间)(?<![主议标]题)(?<!内容)是|谁|没(?!有)|不想|又(?=要?加班|迟到|熬夜|失眠|下雨|堵车|忘|没)|不太|(?<![冥畅联理])想(?!办)|开门|关门|营业|几天|一般|通常|往往|为什么"
    r"|让我|叫他|可能|应该|本来)"
)
