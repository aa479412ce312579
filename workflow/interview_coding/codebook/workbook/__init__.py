"""Round trip of the codebook through Excel: a workbook for analysts to edit, written and read back.

==============  ============================================================================
``layout``      the sheets and columns
``writing``     a codebook -> a workbook
``rows``        a workbook -> the rows of its sheets, with what Excel and its users did set right
``reading``     rows -> themes, checked
==============  ============================================================================
"""

from interview_coding.codebook.workbook.reading import WorkbookContent, read_workbook
from interview_coding.codebook.workbook.writing import write_workbook

__all__ = ["WorkbookContent", "read_workbook", "write_workbook"]
