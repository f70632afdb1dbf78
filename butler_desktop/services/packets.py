"""What can be done to confirmation packets: make a version, read one back, issue it."""

from dataclasses import replace
from datetime import datetime

from butler_desktop.documents.packet import render_packet
from butler_desktop.domain.changes import Changes
from butler_desktop.domain.confirmation import confirmed_values_digest, packet_is_present
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.packet import PacketContent, build_content, digest
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.transition import Action
from butler_desktop.errors import NotFound
from butler_desktop.services.filings import act, facts_of, refuse_locked
from butler_desktop.storage.work import Workspace
from butler_desktop.words import Words
