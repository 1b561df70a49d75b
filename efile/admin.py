from efile.registration.admin import EfileRegistrationAdmin
from efile.updates.admin import MaintenanceRequestAdmin

__all__ = ["EfileRegistrationAdmin", "MaintenanceRequestAdmin"]
