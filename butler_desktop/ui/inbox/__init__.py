"""What comes back of the packets: sorted by its codes, looked at, answered.

May import what the other pages may: the kit, the services, the domain.
"""
