"""Number words: English tens and ones, Chinese digits and places, ordinals of both."""

from __future__ import annotations

from assistant.understanding.times.tokens import Token

_CHINESE = frozenset(("zdigit", "zten", "zhundred", "zthousand", "ztens"))
_ENGLISH = frozenset(("wnum", "wtens", "whundred", "wthousand"))
_LONGEST = 12


def join_numbers(tokens: list[Token]) -> list[Token]:
    """Return the tokens with runs of number words made into one number each."""
    out: list[Token] = []
    position = 0
    while position < len(tokens):
        kind = tokens[position].kind
        if kind in _CHINESE:
            made, position = _chinese(tokens, position)
        elif (kind == "wzero" or tokens[position].text == "zero") and (hour := _hour_of_four(tokens, position)):
            made, position = hour
        elif kind in _ENGLISH:
            made, position = _english(tokens, position)
        elif kind == "di" and position + 1 < len(tokens):
            made, position = _ordinal(tokens, position)
        else:
            made, position = tokens[position], position + 1
        out.append(made)
    return out


def _ordinal(tokens: list[Token], position: int) -> tuple[Token, int]:
    """第三, 第3个, 第三个: an ordinal; 第 alone stays."""
    after = tokens[position + 1]
    if after.kind in _CHINESE:
        number, end = _chinese(tokens, position + 1)
    elif after.kind == "num":
        number, end = after, position + 2
    else:
        return tokens[position], position + 1
    last = number
    if end < len(tokens) and tokens[end].kind == "measure":
        last, end = tokens[end], end + 1
    return Token("ord", number.value, tokens[position].start, last.end, tokens[position].glued, "第"), end


def _chinese(tokens: list[Token], position: int) -> tuple[Token, int]:
    end = position + 1
    while (
        end < len(tokens)
        and end - position < _LONGEST
        and tokens[end].kind in _CHINESE
        and tokens[end].start == tokens[end - 1].end
    ):
        end += 1
    run = tokens[position:end]
    digits = [token.value for token in run]
    if all(token.kind == "zdigit" for token in run):
        value = int("".join(str(digit) for digit in digits))
        year = end < len(tokens) and tokens[end].text == "年"
        if len(digits) == 2 and 0 < digits[0] == digits[1] - 1 and not year:
            value = digits[0]
    else:
        value, digit = 0, 0
        for token in run:
            if token.kind == "zdigit":
                digit = token.value
            elif token.kind == "ztens":
                value, digit = value + token.value, 0
            else:
                value, digit = value + (digit or (1 if token.kind == "zten" else 0)) * token.value, 0
        value += digit
    text = "".join(token.text for token in run)
    return Token("num", value, run[0].start, run[-1].end, run[0].glued, text), end


def _english(tokens: list[Token], position: int) -> tuple[Token, int]:
    first, end = tokens[position], position + 1
    value: int = first.value
    after = _next(tokens, end)
    if first.kind == "wtens" and after is not None:
        step = end + (1 if tokens[end].kind == "dash" else 0)
        if after.kind == "wnum" and 0 < after.value < 10:
            value, end = value + after.value, step + 1
        elif (after.kind == "ord" and after.value < 10) or after.kind == "second":
            extra = 2 if after.kind == "second" else after.value
            return Token("ord", value + extra, first.start, after.end, first.glued, "ordinal"), step + 1
    if (
        first.kind in ("wnum", "wtens")
        and value < 24
        and end < len(tokens)
        and tokens[end].kind in ("whundred", "wthousand")
    ):
        value, end = value * tokens[end].value, end + 1
        rest = end + (1 if end < len(tokens) and tokens[end].kind == "and" else 0)
        if rest < len(tokens) and tokens[rest].kind in ("wnum", "wtens"):
            last = rest
            more = tokens[rest].value
            if (
                tokens[rest].kind == "wtens"
                and rest + 1 < len(tokens)
                and tokens[rest + 1].kind == "wnum"
                and 0 < tokens[rest + 1].value < 10
            ):
                last, more = rest + 1, more + tokens[rest + 1].value
            return Token("num", value + more, first.start, tokens[last].end, first.glued, "word"), last + 1
    return Token("num", value, first.start, tokens[end - 1].end, first.glued, "word"), end


def _hour_of_four(tokens: list[Token], position: int) -> tuple[Token, int] | None:
    """Read an hour said in four digits: "oh nine hundred", "zero six thirty"."""
    first, words = tokens[position], tokens[position + 1 : position + 3]
    if len(words) < 2 or words[0].kind != "wnum" or not 0 < words[0].value < 10:
        return None
    minutes = {"whundred": 0, "wtens": words[1].value}.get(words[1].kind)
    if minutes is None or minutes > 50:
        return None
    number = words[0].value * 100 + minutes
    return Token("num", number, first.start, words[1].end, first.glued, f"{number:04}"), position + 3


def _next(tokens: list[Token], position: int) -> Token | None:
    """The token behind, or behind a glued hyphen ("twenty-first")."""
    if position < len(tokens) and tokens[position].kind == "dash" and tokens[position].glued:
        position += 1
        return tokens[position] if position < len(tokens) and tokens[position].glued else None
    return tokens[position] if position < len(tokens) else None
