"""The filing queue: the list of filings, filtered and sorted, with the detail beside it.

May import: ``services``, ``domain``, ``ui`` kit and detail, ``errors``, ``words``.
"""
