"""Code interviews with local cross-sector partnerships: from Danish transcripts to Word syntheses.

The modules read in the order in which the data flows:

================  ===================================================================
``settings``      config.yaml
``sheet``         interviews.csv, the interviews of a project
``codebook``      the themes and codes: reading, checking, comparing, exporting, migrating decisions
``indicators``    patterns of words that speak for a code
``readers``       a transcript file -> lines
``marks``         what shows in a line who speaks, and when
``speakers``      lines -> turns
``language``      the Danish pipeline: sentences, tags, lemmas, names
``pseudonyms``    names -> labels; the key, doubtful names, the leak check
``segments``      turns -> the units of coding
``engines``       what speaks for each code in a segment, learnt from codebook and decisions
``suggestions``   what is shown of it
``review_queue``  in which order to review
``decisions``     what the coders decided, and the codings that follow
``placing``       where decisions stand after a transcript was corrected
``learned``       what the engines can learn from decisions
``recording``     appending to the coders' files
``tallies``       codings -> counts per partnership, wave and code
``disclosure``    what may be said of few people
``synthesis``     counts and quotes -> Word documents and figures
``stages``        one function per step of the workflow: files in, files out
``cli``           the command ``interview-coding``
================  ===================================================================

``errors``, ``files``, ``text`` and ``tables`` serve them all; ``planning`` checks a run before it starts.
"""

__version__ = "0.1.0"
