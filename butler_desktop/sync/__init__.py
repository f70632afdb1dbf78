"""Sync: the exchange between a replica and the shared database, a rebase per order.

A replica holds every order with its journal. Acts made on it stand in the
journal like any other and in the outbox, until they are shared. A round pulls
first (``rebase``): for each order that changed, the acts that are not shared
yet are taken back, the shared ones are put on, then the own ones again, each
decided anew. The first that does not apply waits for the butler, and the later
ones of its order behind it. Then it pushes (``push``): the pending rows and
their effects, one transaction an order; the unique revision refuses a desk
that is behind.

May import storage, domain, errors, words. Reached from services alone.
"""
