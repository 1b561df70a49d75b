from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def next_page(request: HttpRequest) -> str:
    """The staff page that the form or the link names as `next`, or an empty string.

    Only paths of staff pages are accepted, so that no link leads staff to another site.
    """
    path: str = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and path.startswith(("/admin/", "/staff/")) else ""
