"""Languages of the program: Chinese and English.

Source texts are English; ``resources/i18n/zh_CN.qm`` holds the Chinese, and
Qt's own texts come from Qt's translations. Values of the domain bring both
languages along (``Words``); ``said`` picks the one in force.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from butler_desktop import resources
from butler_desktop.words import Words

CHINESE, ENGLISH = "zh_CN", "en"

_language = CHINESE
_installed: list[QTranslator] = []


def language() -> str:
    """The language in force, ``zh_CN`` or ``en``."""
    return _language


def system_language() -> str:
    """English where the system's own language is English, Chinese everywhere else."""
    return ENGLISH if QLocale.system().language() is QLocale.Language.English else CHINESE


def put_on(application: QApplication, wanted: str) -> None:
    """Speak ``wanted`` from now on; windows that stand already are told by Qt's LanguageChange."""
    global _language
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    _language = ENGLISH if wanted.startswith(ENGLISH) else CHINESE
    QLocale.setDefault(QLocale(_language))
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{_language}", qt_texts),
        (_language, str(resources.folder("i18n"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)


def said(phrase: Words | str) -> str:
    """A phrase of the domain in the language in force; plain text as it is."""
    return phrase if isinstance(phrase, str) else phrase.said(_language)


def translate(context: str, text: str) -> str:
    """``text`` in the language in force, for code that is no ``QObject``.

    The name matters: lupdate reads calls of ``translate`` as (context, text),
    but calls of ``tr`` as (text, remark).
    """
    return QCoreApplication.translate(context, text)
