"""The Danish pipeline: one pass gives sentences and lemmas (and, with a trained model, tags and names)."""

from interview_coding.language.pipeline import LanguageModel, identify, load

__all__ = ["LanguageModel", "identify", "load"]
