from typing import ClassVar

from rehearsals import app_config


class CsoConfig(app_config.RehearsalAppConfig):
    name = "cso"
    verbose_name = "Central Sign-On"
    site_layouts: ClassVar = {"cso": "layouts/cso.html"}
    pages: ClassVar = {
        "account_login": "psc:login",
        "account_logout": "psc:logout",
        "account_forgot_username": "psc:forgot_username",
        "case_search_login": "cso:login",
        "forgot_password": "cso:forgot_password",
        "forgot_username": "cso:forgot_username",
        "change_username": "psc:change_username",
        "change_password": "psc:change_password",
        "security_information": "psc:security_information",
        "sign_ons": "psc:sign_ons",
        "mfa": "psc:mfa",
        "authenticator": "authenticator:codes",
    }
    mfa_app_count: ClassVar = "cso.mfa.queries.app_count"
    not_rewound: ClassVar = ("cso.SignOnSession",)
    end_sign_ons: ClassVar = "cso.sign_on.services.end_sign_ons"
    cleanups: ClassVar = {"Sessions in rehearsals": "cso.sign_on.services.delete_expired_sessions"}
    activity_areas: ClassVar = {
        "cso.": "logins",
        "mfa.": "logins",
        "cso.recovery_asked": "mail",
        "mfa.code_sent": "mail",
    }
    activity_labels: ClassVar = {
        "cso.sign_on": "Log in with the PACER account",
        "cso.sign_off": "Logged out of PACER",
        "cso.recovery_asked": "Request a forgotten password or username by e-mail",
        "cso.password_recovered": "Reset the PACER password with the e-mailed link",
        "cso.sign_on.client_code": "Change the client code",
        "cso.sign_on_ended": "Ended sign-ons in other browsers",
        "cso.username": "Change the PACER username",
        "cso.password": "Change the PACER password",
        "cso.security_information": "Set the security questions of the PACER account",
        "mfa.code_sent": "Sent a security code by e-mail",
        "mfa.code_typed": "Enter the e-mailed security code",
        "mfa.app_added": "Add an authenticator app",
        "mfa.app_removed": "Removed an authenticator app",
        "mfa.codes_made": "Created new backup codes",
        "mfa.passcode": "Enter a one-time passcode",
        "mfa.prove": "Enter the password before an MFA change",
        "mfa.skipped": "Skipped enrolling in multifactor authentication",
        "mfa.removed_by_staff": "Removed all authenticator apps of an account (staff)",
    }
