"""The page of statistics: charts, the table behind each, and both as workbooks.

The charts are painted here: Qt's own are GPL, and what else there is brings a
numerical library of eighty megabytes for four shapes. May import the kit,
services, domain and words; never storage, nor other pages.
"""
