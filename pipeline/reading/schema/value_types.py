"""How each value type of `pipeline.values` looks in a schema: the one table, held complete by a test.

An editor types what it reads, our loader does not: a text that looks like a number or a truth value is one to the
editor, so a field for text takes those too. Numbers are numbers: quotes around them are the one thing that the loader
takes and a schema refuses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import AfterValidator

from pipeline import values
from pipeline.values import Between

Schema = dict[str, Any]

_TEXT = ["string", "number", "boolean"]
# Something that can be seen, and what may surround a text without being part of it.
_SEEN = "[^" + "".join(rf"\u{ord(char):04x}" for char in values.INVISIBLE) + "]"
_LABEL = rf"^[ \n]*[^\n]*{_SEEN}[^\n]*[ \n]*$"


@dataclass(frozen=True, slots=True)
class ValueType:
    """The schema of a value type. `code` names the hint for what is not of this kind, `pattern_code` for its form."""

    schema: Mapping[str, Any]
    code: str
    pattern_code: str = ""


def _label(limit: int) -> ValueType:
    return ValueType({"type": _TEXT, "maxLength": limit, "pattern": _LABEL}, "F205", "F206")


def _prose(limit: int) -> ValueType:
    return ValueType({"type": _TEXT, "maxLength": limit, "pattern": _SEEN}, "F205", "F203")


def _matching(pattern: str, limit: int, code: str, *more_types: str) -> ValueType:
    kinds = ["string", *more_types] if more_types else "string"
    return ValueType({"type": kinds, "maxLength": limit, "pattern": pattern}, code)


def _whole(pattern: re.Pattern[str]) -> str:
    """The pattern for a whole text, in the grammar that Python and JavaScript share."""
    return f"^(?:{pattern.pattern})$"


def _days() -> str:
    """Every day that `values.Day` takes and no other: the leap years between 1980 and 2099 are those divisible by 4."""
    year, leap = "(?:19[89][0-9]|20[0-9]{2})", "(?:19(?:8[048]|9[26])|20(?:[02468][048]|[13579][26]))"
    long, short, any_month = "0[13578]|1[02]", "0[469]|11", "0[1-9]|1[0-2]"
    within = f"(?:{any_month})-(?:0[1-9]|1[0-9]|2[0-8])|(?:{long}|{short})-(?:29|30)|(?:{long})-31"
    # February's 29th, in years that have one; its first 28 days stand above.
    return f"^(?:{year}-(?:{within})|{leap}-02-29)$"


def _until_further_notice() -> str:
    """The words for an end that is not known, with any spaces between and around them."""
    return "^[ \\n]*" + "[ \\n]+".join(values.OpenEnd.UNTIL_FURTHER_NOTICE.value.split()) + "[ \\n]*$"


# Kinds of value by their type in `pipeline.values`; what a type says about bounds is read from the type itself.
TYPES: Mapping[Any, ValueType] = {
    values.Label: _label(values.LABEL_LIMIT),
    values.Exact: _label(values.LABEL_LIMIT),
    values.Name: _label(values.NAME_LIMIT),
    values.Tag: _label(values.TAG_LIMIT),
    values.Prose: _prose(values.PROSE_LIMIT),
    values.Summary: _prose(values.SUMMARY_LIMIT),
    values.Count: ValueType({"type": "integer", "minimum": 0, "maximum": values.HIGHEST_NUMBER}, "F210"),
    values.Points: ValueType({"type": "number"}, "F211"),
    values.Em: ValueType({"type": "number"}, "F211"),
    values.Length: ValueType({"type": "number"}, "F211"),
    values.PaperSide: ValueType({"type": "number"}, "F211"),
    values.Lines: ValueType({"type": "number"}, "F211"),
    values.Ratio: ValueType({"type": "number"}, "F211"),
    values.RowCount: ValueType({"type": "integer"}, "F210"),
    values.Distance: ValueType({"type": "number"}, "F211"),
    values.Position: ValueType({"type": "number"}, "F211"),
    values.YesNo: ValueType({"type": ["boolean", "string"], "enum": [True, False, "ja", "nej"]}, "F212"),
    values.LastDay: ValueType({"type": "string", "pattern": f"{_days()}|{_until_further_notice()}"}, "F234"),
    values.ContentDigest: _matching(_whole(values.CONTENT_DIGEST), values.WORD_LIMIT, "F235", "number"),
    values.ReleaseName: _matching(_whole(values.RELEASE_NAME), values.WORD_LIMIT, "F236", "number"),
    values.Day: ValueType({"type": "string", "pattern": _days()}, "F213"),
    values.Slug: _matching(_whole(values.SLUG), values.WORD_LIMIT, "F214"),
    values.FileWord: _matching(_whole(values.FILE_WORD), values.WORD_LIMIT, "F226", "number"),
    values.PicturePath: _matching(_whole(values.PICTURE_PATH), values.LABEL_LIMIT, "F233"),
    values.TemplateName: _matching(_whole(values.TEMPLATE_NAME), values.LABEL_LIMIT, "F237"),
    values.Address: _matching(_whole(values.ADDRESS), values.ADDRESS_LIMIT, "F215"),
    values.Paint: ValueType({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}, "F216"),
}
_BY_RULES = {get_args(kind)[1:]: found for kind, found in TYPES.items()}


def value_type(rules: tuple[Any, ...]) -> ValueType | None:
    """The value type with these rules (what `Annotated` adds to a plain type), if it is one of `pipeline.values`."""
    return _BY_RULES.get(rules)


def bounds(rules: tuple[Any, ...]) -> Schema:
    """From and up to which number, where the rules say so."""
    found = (rule.func for rule in rules if isinstance(rule, AfterValidator))
    return next(
        ({"minimum": between.low, "maximum": between.high} for between in found if isinstance(between, Between)), {}
    )
