"""Character forms that mean the same: full width, capitals, traditional Chinese, curly quotes and dashes.

The mapping is one code point to one code point, so positions in the result are positions in the original.
"""

from __future__ import annotations

_PAIRS = (
    "週周點点鐘钟鍾钟時时後后個个禮礼號号兩两這这間间晝昼過过還还節节國国慶庆聖圣誕诞婦妇勞劳動动兒儿軍军萬万門门歸归紀纪際际費费"
    "權权貖赎贖赎齋斋爾尔開开灑洒紅红龐庞燈灯獻献燭烛馬马難难猶犹蘇苏樹树懺忏誦诵轉转經经豐丰歐欧毀毁衛卫護护陽阳臘腊農农曆历歷历"
    "閏闰頭头內内從从與与雙双單单貳贰參叁們们為为結结終终當当現现剛刚將将會会離离應应該该產产師师親亲記记誰谁網网顧顾聲声補补課课"
    "戰战術术靜静畢毕業业學学憲宪賽赛總总統统辦办電电話话約约報报請请續续長长達达僅仅約约內内準准體体質质團团鬧闹醒醒錶表幾几數数"
    "歲岁對对錯错說说裡里裏里東东時时紐纽倫伦羅罗臺台灣湾舊旧華华盛盛蘭兰維维發发氣气處处暑暑穀谷種种驚惊蟄蛰滿满關关麗丽荷荷復复"
    "傳传愚愚義义記记銀银買买賣卖聯联誼谊願愿幹干見见麼么樣样嗎吗讓让別别給给遲迟隔隔晚晚淩凌餐餐飯饭歸归滅灭諸诸靈灵濟济亞亚廣广"
    "興兴屆届寶宝貝贝陰阴稅税獨独黨党盧卢旺旺達达魯鲁鄉乡戲戏聽听"
)
_MEANT = {
    "　": " ",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "～": "~",
    "〜": "~",
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "、": ",",
    "。": ".",
    "〇": "零",
    "○": "零",
    "壹": "一",
    "贰": "二",
    "叁": "三",
    "肆": "四",
    "伍": "五",
    "陆": "六",
    "柒": "七",
    "捌": "八",
    "玖": "九",
    "拾": "十",
    "俩": "两",
}


def _table() -> dict[int, str]:
    table = {ord(_PAIRS[i]): _PAIRS[i + 1] for i in range(0, len(_PAIRS), 2) if _PAIRS[i] != _PAIRS[i + 1]}
    table |= {0xFF01 + i: chr(0x21 + i) for i in range(0x5E)}
    table |= {ord("A") + i: chr(ord("a") + i) for i in range(26)}
    table |= {0xFF21 + i: chr(ord("a") + i) for i in range(26)}
    table |= {ord(key): value for key, value in _MEANT.items()}
    return table


_TABLE = _table()


def normalise(text: str) -> str:
    """Return the text in lower case, half width and simplified characters, each at its old place."""
    return text.translate(_TABLE)
