from typing import ClassVar

from rehearsals import app_config


class PacerAccountsConfig(app_config.RehearsalAppConfig):
    name = "pacer_accounts"
    verbose_name = "PACER accounts"
    site_layouts: ClassVar = {"pacer": "layouts/pacer.html", "psc": "layouts/psc.html"}
    pages: ClassVar = {
        "account": "account:landing",
        "activate_search": "account:activate_search",
        "register": "pacer:register",
        "which_one": "pacer:which_one",
        "court_links": "pacer:court_links",
    }
    pack_loaders: ClassVar = (
        "pacer_accounts.profile.pack_loader.load",
        "pacer_accounts.billing.pack_loader.load",
    )
    due_events: ClassVar = {
        "letter.activation": "pacer_accounts.search_activation.services.deliver_letter",
        "quarter.ends": "pacer_accounts.billing.services.close_quarter",
    }
    staff_permissions: ClassVar = {
        "Clerks": (
            "pacer_accounts.view_paceraccount",
            "pacer_accounts.change_paceraccount",
            "pacer_accounts.view_paamembership",
        ),
        "Trainers": (
            "pacer_accounts.view_paceraccount",
            "pacer_accounts.view_paamembership",
        ),
    }
    activity_areas: ClassVar = {
        "pacer.": "accounts",
        "pacer.letter_": "mail",
        "pacer.autobill": "billing",
        "pacer.payment": "billing",
        "pacer.billed": "billing",
        "pacer.billing_": "billing",
        "pacer.card_": "billing",
        "paa.": "billing",
    }
    activity_labels: ClassVar = {
        "pacer.register": "Register for a PACER account",
        "pacer.upgrade": "Upgrade the PACER account",
        "pacer.corrected": "Corrected a PACER account",
        "pacer.disabled": "Disabled a PACER account",
        "pacer.enabled": "Enabled a PACER account",
        "pacer.billing_email": "Changed the billing e-mail of the PACER account",
        "pacer.billing_preferences": "Changed the billing preferences of the PACER account",
        "pacer.letter_delivered": "A letter with an activation code arrived by U.S. mail",
        "pacer.letter_requested": "Requested a new activation letter",
        "pacer.activate_search": "Activate case search",
        "pacer.autobill": "Charged PACER fees to a stored card",
        "pacer.payment": "Pay PACER fees",
        "pacer.billed": "Billed for a quarter",
        "pacer.card_added": "Stored a practice card",
        "pacer.card_changed": "Changed a stored card",
        "pacer.card_removed": "Removed a stored card",
        "paa.asked": "Invite a PACER account to a PAA",
        "paa.accepted": "Accepted a PAA's invitation",
        "paa.declined": "Declined a PAA's invitation",
        "paa.left": "Left a PAA",
        "paa.removed": "Removed an account from a PAA",
        "paa.withdrawn": "Withdrew a PAA's invitation",
    }
