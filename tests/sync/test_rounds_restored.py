"""After a restored backup sync waits until somebody has looked; then nothing is lost."""

import shutil

from butler_desktop.domain.sync_status import Pause
from butler_desktop.services.sync import look_at_pause, sync_status
from butler_desktop.storage.replica import read_replica
from butler_desktop.storage.work import Workspace
from tests.builders import renamed
from tests.postgres import renew_epoch
from tests.sync.team import ANN, BEN, CAT, Team, assert_equal, changed, entered, order_of, synced


def looked_at(*desks: Workspace) -> None:
    for desk in desks:
        with desk.editing() as work:
            look_at_pause(work)


def restored(team: Team, backup: str) -> None:
    """The shared database as it was when the backup was made, under its old name."""
    for desk in team.desks:
        if desk.shared is not None:
            desk.shared.close()
    team.server.drop(team.url)
    team.server.sql(f'ALTER DATABASE "{backup}" RENAME TO "{team.url.database}"')
    renew_epoch(team.url)


def test_a_restored_shared_database_gets_back_what_the_replicas_know(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    old = entered(ann)
    synced(ann, ben)
    for desk in (ann, ben):
        assert desk.shared is not None
        desk.shared.close()
    team.server.sql(f'CREATE DATABASE backup TEMPLATE "{team.url.database}"')
    new = entered(ann)
    changed(ann, old.order.id, lambda it: renamed(it, "备份之后改的"))
    synced(ann, ben)
    restored(team, "backup")

    assert [done.pause for done in synced(ann, ben)] == [Pause.RESTORED_THERE] * 2
    with ann.reading() as work:
        assert sync_status(work).pause is Pause.RESTORED_THERE
    assert team.server.sql("SELECT count(*) FROM orders", team.url) == [(1,)]

    looked_at(ann, ben)
    synced(ann, ben, ann)
    assert order_of(ann, new.order.id).order == new.order
    assert order_of(ben, old.order.id).order.customer == "备份之后改的"
    assert_equal(ann, ben, team.direct(CAT))


def test_others_acts_made_since_the_restore_are_kept_beside_those_that_come_back(
    team: Team,
) -> None:
    ann = team.replica(ANN)
    old = entered(ann)
    synced(ann)
    assert ann.shared is not None
    ann.shared.close()
    team.server.sql(f'CREATE DATABASE backup TEMPLATE "{team.url.database}"')
    changed(ann, old.order.id, lambda it: renamed(it, "丢失的改动"))
    synced(ann)
    restored(team, "backup")
    cat = team.direct(CAT)
    changed(cat, old.order.id, lambda it: renamed(it, "恢复之后改的"))

    synced(ann)
    looked_at(ann)
    (done,) = synced(ann)
    assert (done.held, done.pause) == (1, None)
    assert order_of(ann, old.order.id).order.customer == "恢复之后改的"
    assert_equal(ann, cat)


def test_a_restored_replica_goes_on_as_another_desk(team: Team) -> None:
    ann = team.replica(ANN)
    dossier = entered(ann)
    synced(ann)
    ann.close()
    file = team.folder / f"{ANN}.db"
    backup = shutil.copy(file, team.folder / "backup.db")
    ann = team.opened(file)
    for name in ("一", "二", "三"):
        changed(ann, dossier.order.id, lambda it, name=name: renamed(it, name))
        synced(ann)
    ann.close()

    old = team.opened(backup)
    (paused,) = synced(old)
    assert (paused.pause, paused.pulled) == (Pause.RESTORED_HERE, 0)
    changed(old, dossier.order.id, lambda it: it)
    looked_at(old)
    synced(old)
    assert order_of(old, dossier.order.id).order.customer == "三"
    with old.reading() as work:
        known = read_replica(work.connection)
    assert known is not None
    assert (known.mark, known.pause) == (2, "")
    assert synced(old)[0].pause is None


def test_going_on_counts_for_what_was_looked_at_alone(team: Team) -> None:
    ann = team.replica(ANN)
    old = entered(ann)
    synced(ann)
    assert ann.shared is not None
    ann.shared.close()
    team.server.sql(f'CREATE DATABASE backup TEMPLATE "{team.url.database}"')
    changed(ann, old.order.id, lambda it: renamed(it, "备份之后改的"))
    synced(ann)
    looked_at(ann)  # before there was anything to look at
    restored(team, "backup")
    assert synced(ann)[0].pause is Pause.RESTORED_THERE
    assert synced(ann)[0].pause is Pause.RESTORED_THERE
    looked_at(ann)
    assert synced(ann)[0].pushed == 1
    cat = team.direct(CAT)
    assert order_of(cat, old.order.id).order.customer == "备份之后改的"
    assert_equal(ann, cat)


def test_desks_that_a_restored_database_does_not_know_get_marks_that_nobody_had(
    team: Team,
) -> None:
    owner = team.direct(CAT)
    assert owner.database is not None
    owner.close()
    team.server.sql(f'CREATE DATABASE backup TEMPLATE "{team.url.database}"')
    ann, ben = team.replica(ANN), team.replica(BEN)
    restored(team, "backup")
    synced(ben, ann)
    looked_at(ben, ann)
    synced(ben, ann)
    marks = []
    for desk in (ann, ben):
        with desk.reading() as work:
            known = read_replica(work.connection)
        assert known is not None
        marks.append(known.mark)
    assert 1 not in marks[1:]
    assert len(set(marks)) == 2
