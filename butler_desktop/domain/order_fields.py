"""Order fields: what is asked of an order, in the sales console's words and in others'.

The same keys name a field of the form and a column of an export.
"""

from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

FIELDS: dict[str, Words] = {
    "number": Words("订单号", "Order number"),
    "customer": Words("客户名称", "Customer"),
    "contact_name": Words("联系人", "Contact"),
    "contact_phone": Words("联系电话", "Telephone"),
    "contact_email": Words("电子邮箱", "E-mail"),
    "service_tier": Words("管家规格", "Butler plan"),
    "filing_kind": Words("服务类型", "Service type"),
    "ordered_site_count": Words("备案网站个数", "Sites"),
    "unit_price": Words("单价(元)", "Unit price (yuan)"),
    "coupon": Words("优惠券抵扣(元)", "Coupon (yuan)"),
    "voucher": Words("代金券抵扣(元)", "Voucher (yuan)"),
    "paid": Words("实付金额(元)", "Paid (yuan)"),
    "payment_method": Words("支付方式", "Payment"),
    "paid_at": Words("支付时间", "Paid at"),
    "activation": Words("开通状态", "Provisioning"),
    "remark": Words("备注", "Remark"),
}
"""The fields by key, in the order of the sales console's export."""

MANDATORY = (
    "number",
    "customer",
    "contact_name",
    "contact_phone",
    "filing_kind",
    "ordered_site_count",
    "paid",
    "paid_at",
)
"""Without these an order is none."""

OTHER_NAMES: dict[str, str] = {
    "订单编号": "number",
    "单号": "number",
    "客户": "customer",
    "客户姓名": "customer",
    "公司名称": "customer",
    "联系人姓名": "contact_name",
    "手机号": "contact_phone",
    "手机号码": "contact_phone",
    "手机": "contact_phone",
    "电话": "contact_phone",
    "联系方式": "contact_phone",
    "邮箱": "contact_email",
    "规格": "service_tier",
    "备案类型": "filing_kind",
    "个数": "ordered_site_count",
    "网站个数": "ordered_site_count",
    "网站数量": "ordered_site_count",
    "优惠券": "coupon",
    "代金券": "voucher",
    "金额": "paid",
    "实付": "paid",
    "购买时间": "paid_at",
    "付款时间": "paid_at",
    "下单时间": "paid_at",
}
"""Other names that columns go by, without a unit behind them."""


def field_named(title: str) -> str:
    """The key of the field that a column's title names, or an empty text.

    A unit behind the title (``金额（元）``) does not matter.
    """
    name = tidy.compact(title).removesuffix("(元)")
    return _BY_TITLE.get(name) or _BY_TITLE.get(name.lower(), "")


def _titles() -> dict[str, str]:
    titles = dict(OTHER_NAMES)
    for key, words in FIELDS.items():
        english = tidy.compact(words.en).lower().removesuffix("(yuan)")
        titles |= {words.zh.removesuffix("(元)"): key, english: key, key: key}
    return titles


_BY_TITLE = _titles()
