"""The command line: the same services as the window, for scripts and servers without a screen.

One module for each group of commands; ``main`` builds the parser from them.

May import: everything below ``app`` (``ui`` only where a command shows or
draws windows, inside the command).
"""
