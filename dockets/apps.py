from typing import ClassVar

from rehearsals import app_config


class DocketsConfig(app_config.RehearsalAppConfig):
    name = "dockets"
    verbose_name = "Cases and dockets"
    pack_loaders: ClassVar = ("dockets.cases.pack_loader.load",)
    pack_faults: ClassVar = ("dockets.cases.pack_faults.case_faults",)
    not_rewound: ClassVar = ("dockets.StoredFile",)
    pages: ClassVar = {
        "case_query": "dockets:query",
        "case_locator": "locator:search",
        "court_rss": "dockets:rss",
    }
    site_layouts: ClassVar = {"pcl": "dockets/locator/layout.html"}
    work_queues: ClassVar = ("dockets.clerk.queries.entries_to_check",)
    accounts_merged: ClassVar = "dockets.clerk.merge_services.move_to_kept_account"
    staff_permissions: ClassVar = {
        "Clerks": (
            "dockets.view_case",
            "dockets.view_docketentry",
            "dockets.change_docketentry",
            "dockets.view_entrydocument",
            "dockets.change_entrydocument",
        ),
        "Trainers": (
            "dockets.view_case",
            "dockets.view_docketentry",
            "dockets.view_entrydocument",
        ),
    }
    due_events: ClassVar = {
        "dockets.daily_summary": "dockets.notices.summary_services.send_daily_summaries"
    }
    court_menus: ClassVar = {
        "Civil": "dockets.filing.menu.civil",
        "Criminal": "dockets.filing.menu.criminal",
        "Bankruptcy": "dockets.filing.menu.bankruptcy",
        "Filing": "dockets.filing.menu.appeals",
        "Reports": "dockets.reports.menu.groups",
        "Utilities": "dockets.utilities.menu.utilities",
    }
    activity_labels: ClassVar = {
        "dockets.notice_resent": "Resent a notice of a filing",
        "dockets.generated": "Generated cases and filers",
        "dockets.restricted": "Changed who may read an entry or a document",
        "dockets.text_corrected": "Corrected a docket text",
        "dockets.file_opened": "Opened the file of a document",
        "filing.filed": "Filed a document",
        "filing.fee_paid": "Paid a filing fee",
        "pacer.fee_exemption": "Changed the fee exemption",
    }
    activity_areas: ClassVar = {
        "dockets.": "filing",
        "filing.": "filing",
        "filing.fee": "billing",
        "pacer.fee": "billing",
    }
    unfinished_work: ClassVar = ("dockets.filing.drafts.unfinished_filing",)
    cleanups: ClassVar = {
        "Files of documents": "dockets.documents.cleanup.delete_files",
        "Permissions to open a document": "dockets.documents.cleanup.delete_views",
    }
