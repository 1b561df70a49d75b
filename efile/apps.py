from typing import ClassVar

from rehearsals import app_config


class EfileConfig(app_config.RehearsalAppConfig):
    name = "efile"
    verbose_name = "E-file registration"
    work_queues: ClassVar = ("efile.queue.queries.waiting_requests",)
    pages: ClassVar = {
        "register_to_efile": "efile:register",
        "register_non_attorney": "efile:register_non_attorney",
        "update_personal": "efile:personal",
        "update_address": "efile:address",
        "update_delivery": "efile:delivery",
        "registered_courts": "efile:registered_courts",
        "efile_history": "efile:history",
        "efile_status": "efile:status",
    }
    staff_permissions: ClassVar = {
        "Clerks": (
            "efile.view_efileregistration",
            "efile.change_efileregistration",
            "efile.view_maintenancerequest",
            "efile.change_maintenancerequest",
        ),
        "Trainers": (
            "efile.view_efileregistration",
            "efile.view_maintenancerequest",
        ),
    }
    activity_areas: ClassVar = {
        "efile.": "efile",
        "pacer.personal_updated": "efile",
        "pacer.address_updated": "efile",
    }
    activity_labels: ClassVar = {
        "efile.requested": "Ask a court for permission to e-file",
        "efile.answered": "Answered a court's question",
        "efile.withdrawn": "Withdrew a request to a court",
        "efile.approved": "Approved an e-file registration",
        "efile.rejected": "Rejected an e-file registration",
        "efile.more_info": "Asked a filer for more information",
        "pacer.personal_updated": "Updated personal information at PACER",
        "pacer.address_updated": "Updated the address at PACER",
        "efile.update_asked": "Ask a court to accept an update",
        "efile.delivery_changed": "Changed how a court sends notices",
        "efile.update_accepted": "Accepted a filer's update",
        "efile.update_rejected": "Rejected a filer's update",
    }
