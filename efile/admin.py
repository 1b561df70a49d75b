"""The court's queues in Django admin."""

from efile.queue.registration_admin import EfileRegistrationAdmin
from efile.queue.update_admin import MaintenanceRequestAdmin

__all__ = ["EfileRegistrationAdmin", "MaintenanceRequestAdmin"]
