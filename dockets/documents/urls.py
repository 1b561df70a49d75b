from django.urls import path, re_path

from dockets.documents import find_views, views

urlpatterns = [
    re_path(r"^doc1/(?P<number>[0-9]{11,19})$", views.document, name="document"),
    path("cgi-bin/show_temp.pl", views.show_temp, name="show_temp"),
    path("cgi-bin/show_case_doc", find_views.show_case_doc, name="show_case_doc"),
    path("cgi-bin/qryDocument.pl", find_views.view_document, name="view_document"),
    path("cgi-bin/DocVerify.pl", find_views.verify_document, name="verify_document"),
]
