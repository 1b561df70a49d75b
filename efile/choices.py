from django.db import models


class RequestKind(models.TextChoices):
    ATTORNEY = "attorney", "Attorney E-File Registration"
    NON_ATTORNEY = "non_attorney", "Non-Attorney E-File Registration"


class Application(models.TextChoices):
    """What an attorney can apply for. Each court offers some of these (Court.applications)."""

    ADMISSIONS = "admissions", "Attorney Admissions and E-File"
    EFILE_ONLY = "efile_only", "E-File Registration Only"
    PRO_HAC_VICE = "pro_hac_vice", "Pro Hac Vice"
    MULTI_DISTRICT = "multi_district", "Multi-District Litigation"
    FEDERAL = "federal", "Federal Attorney"


class RequestStatus(models.TextChoices):
    """SUBMITTED and MORE_INFO requests are open: the court or the filer still has to act."""

    SUBMITTED = "submitted", "Submitted"
    MORE_INFO = "more_info", "More information requested"
    PROCESSED = "processed", "Processed"
    REJECTED = "rejected", "Rejected"
    WITHDRAWN = "withdrawn", "Withdrawn"


OPEN_STATUSES = (RequestStatus.SUBMITTED, RequestStatus.MORE_INFO)


class Reason(models.TextChoices):
    """Why a court rejects. The e-mail adds the clerk's remark."""

    LINK_INSTEAD = "link_instead", "You already e-file here: link your accounts instead"
    NOT_ADMITTED = "not_admitted", "Not admitted to practice in this court"
    ROLE_NOT_GRANTED = "role_not_granted", "This court does not grant the role you asked for"
    DOCUMENT = "document", "The uploaded document is missing or is the wrong one"
    OTHER = "other", "Another reason, given in the remark"


class MaintenanceKind(models.TextChoices):
    PERSONAL = "personal", "Update Personal Information"
    ADDRESS = "address", "Update Address Information"
    DELIVERY = "delivery", "Update E-Filer Email Noticing and Frequency"


class Cases(models.TextChoices):
    """The cases in which a court uses a new address (Update Address Information)."""

    ALL = "all", "All Cases"
    OPEN = "open", "Open Cases"
    CLOSED = "closed", "Closed Cases"
    NONE = "none", "None"
