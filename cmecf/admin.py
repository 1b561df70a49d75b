from cmecf.courts.admin import CourtAdmin
from cmecf.legacy.admin import CmecfAccountAdmin

__all__ = ["CmecfAccountAdmin", "CourtAdmin"]
