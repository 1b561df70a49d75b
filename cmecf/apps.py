from typing import ClassVar

from rehearsals import app_config


class CmecfConfig(app_config.RehearsalAppConfig):
    name = "cmecf"
    verbose_name = "Courts and CM/ECF"
    site_layouts: ClassVar = {"www": "layouts/court_site.html", "ecf": "layouts/cmecf.html"}
    work_queues: ClassVar = ("cmecf.legacy.queries.locked_logins",)
    pages: ClassVar = {
        "court_cmecf": "ecf:entry",
        "nextgen_courts": "chooser:courts",
        "court_login": "ecf:login",
        "lost_cmecf_password": "ecf:lost_password",
        "court_site": "site:home",
        "court_nextgen": "site:nextgen",
    }
    pack_loaders: ClassVar = ("cmecf.courts.pack_loader.load",)
    courts: ClassVar = "cmecf.courts.queries.courts"
    is_linked_at_home: ClassVar = "cmecf.courts.queries.is_linked_at_home"
    is_filer: ClassVar = "cmecf.courts.queries.is_filer"
    home_court: ClassVar = "cmecf.courts.queries.home_court"
    home_courts: ClassVar = "cmecf.courts.queries.home_courts"
    staff_permissions: ClassVar = {
        "Clerks": (
            "cmecf.view_court",
            "cmecf.change_court",
            "cmecf.view_cmecfaccount",
            "cmecf.change_cmecfaccount",
        ),
        "Trainers": (
            "cmecf.view_court",
            "cmecf.view_cmecfaccount",
        ),
    }
    activity_areas: ClassVar = {
        "cmecf.": "logins",
        "cmecf.email_changed": "accounts",
        "cmecf.changed_by_clerk": "accounts",
        "cmecf.noticing_changed": "accounts",
        "cmecf.reset_requested": "mail",
        "cmecf.reset_by_clerk": "mail",
        "court.": "rehearsal",
    }
    activity_labels: ClassVar = {
        "cmecf.sign_in": "Log in to legacy CM/ECF",
        "cmecf.sign_out": "Logged out of legacy CM/ECF",
        "cmecf.email_changed": "Changed the e-mail on file",
        "cmecf.noticing_changed": "Changed how the court sends notices",
        "cmecf.password_changed": "Change the CM/ECF password",
        "cmecf.redaction_confirmed": "Confirmed the redaction notice",
        "cmecf.reset_requested": "Request a CM/ECF password reset",
        "cmecf.password_reset": "Reset the CM/ECF password with the e-mailed link",
        "cmecf.changed_by_clerk": "Changed a CM/ECF account",
        "cmecf.reset_by_clerk": "E-mailed a CM/ECF password reset to a filer",
        "cmecf.locked": "Locked a CM/ECF login",
        "cmecf.unlocked": "Unlocked a CM/ECF login",
        "court.changed": "Changed a court's dates or contacts",
    }
