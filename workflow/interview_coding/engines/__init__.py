"""Suggest codes for segments: engines behind one interface, one probability, one account.

===============  =====================================================================
``base``         what an engine is, and what it looks at
``material``     what engines learn from: the codebook, practice interviews, decisions
``vectors``      texts as vectors, by letters and by words
``ridge``        the regression behind the linear models
``packing``      matrices in little room
``exemplars``    engine: likeness to what has been coded
``indicators``   engine: patterns of words
``encoder``      engine, if asked for: sentence embeddings
``llm``          a language model's own suggestions, if asked for
``curve``        a logistic curve, and from which probability a code is shown
``company``      which codes go together
``weighing``     what the engines measure -> probabilities, and what is shown of them
``combined``     all engines together
===============  =====================================================================

To add an engine, write a module with a class of the shape of `Trainable` and list it in `combined.ENGINES`.
"""

from interview_coding.engines.base import Passage
from interview_coding.engines.combined import Suggester
from interview_coding.engines.material import Example, gather

__all__ = ["Example", "Passage", "Suggester", "gather"]
