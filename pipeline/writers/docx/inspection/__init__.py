"""An agency's Word template looked at from outside, safely, before anything else opens it."""

from pipeline.writers.docx.inspection.archive import FILE_LIMIT, Refused, Remark
from pipeline.writers.docx.inspection.fonts import FontUse
from pipeline.writers.docx.inspection.inspected import Inspected, StyleUse, inspected
from pipeline.writers.docx.inspection.known_styles import KNOWN_STYLES

__all__ = ["FILE_LIMIT", "KNOWN_STYLES", "FontUse", "Inspected", "Refused", "Remark", "StyleUse", "inspected"]
