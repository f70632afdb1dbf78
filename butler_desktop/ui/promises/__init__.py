"""Promises on the screen: a line that says what was promised, and what can be done about it.

Used by every page that shows contacts. Imports the kit, services and the
domain; knows no page.
"""
