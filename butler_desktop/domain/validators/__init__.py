"""Validators: one module per kind of number, each answering with a typed result.

What lives here: credit codes, identity papers, phones, e-mail, domains, network
addresses, filing numbers, dates; ``tidy`` for what typing leaves behind.
A validator tidies first, never raises, and knows no form and no province.

May import: ``words``, ``domain.province`` and pure libraries (idna, publicsuffixlist).
"""
