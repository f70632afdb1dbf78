"""Promises: a line that says what was promised, and what can be done about it.

Used by every page that shows contacts; knows no page. May import the kit,
services, domain and words; never storage.
"""
