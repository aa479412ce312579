"""Replace what names people, places and organisations in an interview by labels; keep the key apart.

The text stays personal data for whoever can reach the key: it is pseudonymised (GDPR art. 4(5)), and no more.
"""
