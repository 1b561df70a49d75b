from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin, with our site instead of its own."""

    default_site = "rehearsals.staff.site.StaffSite"
