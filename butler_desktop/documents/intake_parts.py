"""Intake parts: what the writer and the reader of an intake workbook agree upon."""

from butler_desktop.documents.workbook_refusal import Wanted
from butler_desktop.words import Words

FORMAT = "1"
"""Raised when an older program could misread the workbook."""

RECORD_HEAD = "butler-intake"
"""The first cell of the hidden sheet that says whose workbook it is, and what its cells said."""

PATH_HEAD = "butler-path"
"""The title of the hidden column by which a row is known wherever it stands."""

ANSWER_HEAD = "填写内容"
INTAKE = Wanted(
    Words("信息采集表", "intake workbook"),
    Words("请客户重发，或重新导出一份。", "Ask the customer for it again, or export a new one."),
)
