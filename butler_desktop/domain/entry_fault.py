"""Entry faults: what may be wrong with one field of an order, in words.

``reason`` is short enough for a list, ``headline`` and ``sentence`` explain it
beside the field. The value stands as it was given, faults and all.
"""

from dataclasses import dataclass
from datetime import date

from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.words import Words, joined


@dataclass(frozen=True, slots=True)
class EntryFault:
    """What is wrong with one field."""

    key: str
    value: str
    reason: Words
    sentence: Words
    title: Words | None = None

    @property
    def headline(self) -> Words:
        """What kind of fault it is; the reason, where that says enough."""
        return self.title or self.reason


def empty(key: str, value: str) -> EntryFault:
    """A field that every order must have."""
    name = FIELDS[key]
    reason = Words("{name}为空", "{name} is empty").filled(name=name)
    return EntryFault(key, value, reason, Words("每个订单都要有。", "Every order must have it."))


def too_long(key: str, value: str, most: int) -> EntryFault:
    """More text than the field can mean."""
    name = FIELDS[key]
    return EntryFault(
        key,
        value,
        Words("{name}超过 {most} 字", "{name} is above {most} characters").filled(
            name=name, most=most
        ),
        Words(f"现有 {len(value)} 字。", f"It has {len(value)} characters."),
    )


def formula(key: str, value: str) -> EntryFault:
    """A formula where a value should be."""
    return EntryFault(
        key,
        value,
        Words("单元格是公式", "Holds a formula"),
        Words(
            "公式的结果会变，填入它的数值或文字。",
            "What a formula says may change: enter its value.",
        ),
    )


def shortened_number(key: str, value: str) -> EntryFault:
    """A long number that a spreadsheet has written as 2.02609E+15: its end is lost."""
    return EntryFault(
        key,
        value,
        Words("订单号成了科学计数", "Number was shortened"),
        Words(
            "表格软件丢掉了末尾数字，按销售控制台里的原号填入。",
            "A spreadsheet lost its last digits: enter it as the sales console shows it.",
        ),
    )


def repeated(value: str, first_row: int) -> EntryFault:
    """An order number that an earlier row has."""
    return EntryFault(
        "number",
        value,
        Words(f"与第 {first_row} 行订单号重复", f"Same number as row {first_row}"),
        Words(
            f"一个订单号只导入一次：改正它，或不导入第 {first_row} 行。",
            f"A number is taken once: correct it, or leave row {first_row} out.",
        ),
        Words("订单号重复", "Repeated order number"),
    )


def not_whole(key: str, value: str) -> EntryFault:
    """A number of sites that is none."""
    return EntryFault(
        key,
        value,
        Words("网站个数应为整数", "Sites must be a whole number"),
        Words(f"表中为“{value}”。", f"The file says “{value}”."),
    )


def too_few(key: str, value: str) -> EntryFault:
    """No site at all."""
    return EntryFault(
        key,
        value,
        Words("网站个数至少 1", "At least one site"),
        Words(f"表中为 {value}。", f"The file says {value}."),
    )


def too_many(key: str, value: str, most: int) -> EntryFault:
    """More sites than one order can have."""
    return EntryFault(
        key,
        value,
        Words(f"网站个数大于 {most}", f"More than {most} sites"),
        Words("分成几个订单。", "Split the order."),
    )


def not_money(key: str, value: str) -> EntryFault:
    """A text that is no amount."""
    return EntryFault(
        key,
        value,
        Words("{name}不是金额", "{name} is no amount").filled(name=_bare(key)),
        Words(f"表中为“{value}”，应如 1,200.00。", f"The file says “{value}”; write 1,200.00."),
    )


def negative(key: str, value: str) -> EntryFault:
    """An amount below nothing."""
    return EntryFault(
        key,
        value,
        Words("{name}为负数", "{name} is negative").filled(name=_bare(key)),
        Words(f"表中为 {value}。", f"The file says {value}."),
    )


def above_price(key: str, value: str, off_fen: int, price_fen: int) -> EntryFault:
    """More taken off than the price."""
    off, price = format_yuan(off_fen), format_yuan(price_fen)
    return EntryFault(
        key,
        value,
        Words("{name}大于总价", "{name} is above the price").filled(name=_bare(key)),
        Words(f"共抵扣 {off} 元，总价 {price} 元。", f"{off} yuan off a price of {price} yuan."),
    )


def wrong_sum(value: str, count: int, price_fen: int, off_fen: int, paid_fen: int) -> EntryFault:
    """A paid sum that is not price times sites less what is taken off."""
    due = format_yuan(count * price_fen - off_fen)
    price = format_yuan(price_fen).removesuffix(".00")
    off_zh = f" − 抵扣 {format_yuan(off_fen)} 元" if off_fen else ""
    off_en = f" − {format_yuan(off_fen)} off" if off_fen else ""
    return EntryFault(
        "paid",
        value,
        Words(f"金额应为 {due}", f"Should be {due}"),
        Words(
            f"{count} 个网站 × {price} 元{off_zh} ＝ {due} 元，表中为 {format_yuan(paid_fen)} 元。",
            f"{count} sites × {price} yuan{off_en} = {due} yuan; "
            f"the file says {format_yuan(paid_fen)} yuan.",
        ),
        Words("金额与个数不符", "Sum and number of sites disagree"),
    )


def unknown_kind(key: str, value: str) -> EntryFault:
    """A service that is not sold."""
    sold = joined(list(FILING_KIND_WORDS.values()))
    return EntryFault(
        key,
        value,
        Words(f"没有服务“{value}”", f"No service “{value}”"),
        Words("只有{sold}。", "There are {sold}.").filled(sold=sold),
        Words("没有这种服务类型", "Unknown service type"),
    )


def unknown_tier(value: str) -> EntryFault:
    """A tier that the price table does not have, or had not yet."""
    return EntryFault(
        "service_tier",
        value,
        Words(f"价目表没有“{value}”", f"No price for “{value}”"),
        Words(
            "购买时价目表里没有这个规格，核对规格和单价。",
            "The price table had no such plan when it was bought: check plan and unit price.",
        ),
        Words("没有价格的规格", "Plan without a price"),
    )


def other_price(price_fen: int, listed_fen: int, since: date) -> EntryFault:
    """A unit price that is not the table's: what was agreed counts, and it is told."""
    price, listed = (format_yuan(fen).removesuffix(".00") for fen in (price_fen, listed_fen))
    return EntryFault(
        "unit_price",
        format_yuan(price_fen),
        Words(f"单价 {price}，价目表 {listed}", f"Price {price}, the table says {listed}"),
        Words(
            f"单价 {price} 元，价目表自 {since} 起为 {listed} 元。照表中的单价导入，请核对。",
            f"The unit price is {price} yuan; since {since} the table says {listed}. "
            "It is taken as it stands: check it.",
        ),
        Words("单价与价目表不同", "Not the table's price"),
    )


def busy_customer(value: str) -> EntryFault:
    """A customer with an order in progress already."""
    return EntryFault(
        "customer",
        value,
        Words("客户已有进行中订单", "Customer has an open order"),
        Words("会照常导入，请确认不是重复下单。", "It is taken; make sure it is meant."),
    )


def bad_phone(key: str, value: str, reason: Words | None, sentence: Words) -> EntryFault:
    """A telephone that nobody can be called on."""
    told = reason or Words("不是电话号码", "no telephone number")
    return EntryFault(key, value, _capital(told), _capital(sentence))


def bad_email(key: str, value: str, reason: Words) -> EntryFault:
    """An address that no mail can reach."""
    return EntryFault(
        key,
        value,
        Words("邮箱{reason}", "E-mail: {reason}").filled(reason=reason),
        Words(f"表中为“{value}”；可留空。", f"The file says “{value}”; it may be empty."),
    )


def no_time(key: str, value: str, *, is_written_as_time: bool) -> EntryFault:
    """A day or an hour that does not exist, or a text that names none."""
    reason = (
        Words("日期不存在", "No such date")
        if is_written_as_time
        else Words("不是日期", "Not a date")
    )
    return EntryFault(
        key,
        value,
        reason,
        Words(
            f"表中为“{value}”，应如 2026-03-18 09:41。",
            f"The file says “{value}”; write 2026-03-18 09:41.",
        ),
    )


def _bare(key: str) -> Words:
    """A field's name without its unit."""
    name = FIELDS[key]
    return Words(name.zh.removesuffix("(元)"), name.en.removesuffix(" (yuan)"))


def _capital(words: Words) -> Words:
    """A validator's words as the beginning of a sentence."""
    return Words(words.zh, words.en[:1].upper() + words.en[1:])
