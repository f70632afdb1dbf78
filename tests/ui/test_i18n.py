"""Two languages: what the domain says, and what the window says."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from butler_desktop.ui import i18n
from butler_desktop.words import Words


@pytest.fixture(autouse=True)
def _back_to_chinese(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.put_on(qapp, i18n.CHINESE)


def test_words_of_the_domain_follow_the_language(qapp: QApplication) -> None:
    phrase = Words("备案", "Filing")
    i18n.put_on(qapp, "en")
    assert i18n.said(phrase) == "Filing"
    i18n.put_on(qapp, "zh_CN")
    assert i18n.said(phrase) == "备案"
    assert i18n.said("BA-2603-0418") == "BA-2603-0418"


def test_qt_speaks_the_same_language(qapp: QApplication) -> None:
    i18n.put_on(qapp, "zh_CN")
    assert i18n.translate("QPlatformTheme", "Cancel") == "取消"
    i18n.put_on(qapp, "en")
    assert i18n.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_an_unknown_language_is_chinese(qapp: QApplication) -> None:
    i18n.put_on(qapp, "fr")
    assert i18n.language() == "zh_CN"
    assert i18n.system_language() in {"zh_CN", "en"}
