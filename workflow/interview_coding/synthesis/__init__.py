"""Write the Word documents that partnerships read.

``material`` holds what a document can draw on, ``quotes`` chooses what people said, ``wording`` writes
numbers and dates in Danish, ``figures`` draws, ``document`` knows Word. A section of the document is a
module in ``sections``.
"""
