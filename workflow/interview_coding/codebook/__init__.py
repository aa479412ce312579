"""The codebook: reading, checking, comparing and exporting it, and taking decisions along when it changes.

==============  ============================================================================
``model``       themes, codes and changes
``reading``     a folder of YAML files -> a codebook
==============  ============================================================================
"""

from interview_coding.codebook.model import (
    QUESTIONS,
    Change,
    Code,
    Codebook,
    NearMiss,
    NotUse,
    Theme,
)
from interview_coding.codebook.reading import codebook_files, lacks, read_codebook, theme_files

__all__ = [
    "QUESTIONS",
    "Change",
    "Code",
    "Codebook",
    "NearMiss",
    "NotUse",
    "Theme",
    "codebook_files",
    "lacks",
    "read_codebook",
    "theme_files",
]
