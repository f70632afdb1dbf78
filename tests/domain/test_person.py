import pytest

from butler_desktop.domain.person import Person, is_same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person(name="张海燕"), Person(name="张海燕"), True),
        (Person(name="张海燕"), Person(name="何文博"), False),
        (Person(), Person(), False),
        (Person(id_number="11x"), Person(id_number="11X"), True),
        (Person(name="张海燕", id_number="1"), Person(name="张海燕", id_number="2"), False),
        (Person(name="张海燕", id_number="1"), Person(name="张海燕"), True),
    ],
)
def test_who_is_the_same_person(one: Person, other: Person, same: bool) -> None:
    assert is_same_person(one, other) is same
    assert is_same_person(other, one) is same
