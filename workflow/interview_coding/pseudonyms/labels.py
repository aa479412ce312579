"""What stands in the text for a direct identifier: one label for each kind, without a number."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from interview_coding.pseudonyms.mentions import ACCOUNT, ADDRESS, CPR, EMAIL, PHONE, PLATE, POSTCODE, URL

LABELS: Mapping[str, str] = MappingProxyType(
    {
        CPR: "[CPR-nummer]",
        PHONE: "[telefonnummer]",
        EMAIL: "[e-mail]",
        URL: "[netadresse]",
        ADDRESS: "[adresse]",
        POSTCODE: "[postnummer og by]",
        PLATE: "[nummerplade]",
        ACCOUNT: "[kontonummer]",
    }
)
