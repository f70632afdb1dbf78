"""Moved kinds: what a move between databases counts, in the order in which it is told."""

from butler_desktop.words import Words

MOVED_KINDS = {
    "order": Words("订单", "Orders"),
    "filing": Words("备案", "Filings"),
    "material": Words("材料", "Materials"),
    "packet": Words("确认包", "Packets"),
    "returned_page": Words("回传页", "Returned pages"),
    "contact": Words("联系记录", "Contacts"),
    "rating": Words("评价", "Ratings"),
    "refund": Words("退款", "Refunds"),
    "journal": Words("操作记录", "Acts in the journal"),
}
"""The words of each kind of row. What is projected from others is not told."""
