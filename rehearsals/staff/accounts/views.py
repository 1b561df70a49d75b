from typing import cast

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from rehearsals.staff.accounts.sessions import ends_at
from rehearsals.web.http import SiteRequest, get_or_post


@never_cache
@get_or_post
@staff_member_required
def session(request: HttpRequest) -> JsonResponse:
    """How many seconds of this session are left. A POST counts as opening a page, and a GET doesn't."""
    wall_at = cast(SiteRequest, request).wall_at
    end = ends_at(request.session)
    left = (end - wall_at).total_seconds() if end else 0
    return JsonResponse({"seconds_left": int(left)})
