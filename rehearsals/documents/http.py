from django.http import HttpResponse
from django.utils.http import content_disposition_header

# If a browser shows the file in spite of everything, it may run and load nothing.
POLICY = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'"


def download(content: bytes, name: str) -> HttpResponse:
    """A stored PDF, always as a download, because its content is not trusted."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
