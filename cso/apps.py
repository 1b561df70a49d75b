from typing import ClassVar

from rehearsals import app_config


class CsoConfig(app_config.RehearsalAppConfig):
    name = "cso"
    verbose_name = "Central Sign-On"
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
    }
    mfa_app_count: ClassVar = "cso.mfa.queries.app_count"
    activity_labels: ClassVar = {
        "cso.sign_on": "Sign on with the PACER account",
        "cso.sign_off": "Signed off",
        "cso.recovery_asked": "Ask by mail for a forgotten password or username",
        "cso.password_recovered": "Set a new PACER password by the mailed link",
        "cso.sign_on.client_code": "Change the client code",
        "cso.sign_on_ended": "Ended sign-ons in other browsers",
        "cso.sign_off_everywhere": "Signed off in every browser",
        "cso.username": "Change the PACER username",
        "cso.password": "Change the PACER password",
        "cso.security_information": "Set the security questions of the PACER account",
        "mfa.code_sent": "Mailed a security code",
        "mfa.code_typed": "Type the mailed security code",
        "mfa.app_added": "Add an authenticator app",
        "mfa.app_removed": "Removed an authenticator app",
        "mfa.codes_made": "Made new backup codes",
        "mfa.passcode": "Give a one-time passcode",
        "mfa.prove": "Give the password before a change of MFA",
        "mfa.skipped": "Put off enrolling in multifactor authentication",
        "mfa.removed_by_staff": "Removed all authenticator apps for the holder",
    }
