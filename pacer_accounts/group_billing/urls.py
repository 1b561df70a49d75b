from django.urls import path

from pacer_accounts.group_billing import member_views, views

urlpatterns = [
    path("paa/", views.members, name="paa_members"),
    path("paa/add/", views.add, name="paa_add"),
    path("paa/remove/", views.remove, name="paa_remove"),
    path("paa/invitations/", member_views.invitations, name="paa_invitations"),
    path("paa/invitations/<int:pk>/", member_views.invitation, name="paa_invitation"),
    path("settings/leave-paa/", member_views.leave, name="leave_paa"),
]
