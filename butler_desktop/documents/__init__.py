"""Papers: those the program makes, and those that customers send.

What lives here: the confirmation packet and letters, the intake workbook, order
exports that are read in, and the inspection of scans (what a file is, whether
it can be used, its thumbnail). The only home of reportlab, Pillow, pikepdf and calamine.

May import: ``domain``, ``resources``, ``errors``, ``words``.
"""
