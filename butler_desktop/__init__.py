"""butler_desktop: the workstation of ICP-filing butlers (备案管家).

The layers, from the top; each may import only what stands below it:

    __main__ > cli > app > ui > services > documents | sync > storage
    > settings | resources | logs > domain > errors > words

Import contracts in ``pyproject.toml`` hold this.
"""

PROGRAM = "butler-desktop"
__version__ = "0.1.0"
