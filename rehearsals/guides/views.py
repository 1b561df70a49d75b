from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rehearsals.guides import catalog, queries


@login_not_required
@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    return render(request, "guides/index.html", {"entries": catalog.ENTRIES})


@login_not_required
@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """A document of docs/. 404 if there is no such guide, or if its file is missing."""
    entry = catalog.find(slug)
    if entry is None:
        raise Http404
    try:
        document = queries.guide(entry)
    except FileNotFoundError as error:
        raise Http404 from error
    contents = [heading for heading in document.headings if heading.level == 2]
    context = {"entry": entry, "document": document, "contents": contents}
    return render(request, "guides/guide.html", {**context, "entries": catalog.ENTRIES})
