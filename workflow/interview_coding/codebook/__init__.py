"""The codebook: reading, checking, comparing and exporting it, and taking decisions along when it changes.

==============  ============================================================================
``model``       themes, codes and changes
``reading``     a folder of YAML files -> a codebook
``practice``    invented interviews to train coders and engines on
``yaml_file``   a YAML file whose values know their lines
``writing``     a codebook -> YAML files
``lint``        what should be mended
``diff``        how two codebooks differ, in words
``migration``   what a change of codes means for decisions
``manual``      a codebook -> a Word document
``workbook``    a codebook -> a workbook for Excel, and back
==============  ============================================================================
"""

from interview_coding.codebook.model import (
    QUESTIONS,
    Change,
    Code,
    Codebook,
    NearMiss,
    NotUse,
    PracticeTurn,
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
    "PracticeTurn",
    "Theme",
    "codebook_files",
    "lacks",
    "read_codebook",
    "theme_files",
]
