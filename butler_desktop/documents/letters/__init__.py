"""Letters on paper: the same letter printed (PDF) and editable (.docx).

May import: what ``documents`` may. The only home of python-docx.
"""
