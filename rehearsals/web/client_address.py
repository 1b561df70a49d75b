"""The address that a request comes from. The one module that reads REMOTE_ADDR and X-Forwarded-For."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = ""
IPV6_NETWORK = 64  # bits; a household or an office gets at least such a network


def client_address(request: HttpRequest) -> str:
    """The client's IP address as text, or UNKNOWN.

    Each proxy adds the address of its own client at the end of X-Forwarded-For. Only the last
    TRUSTED_PROXIES entries were added by proxies that we trust; a client can invent the others.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    trusted = hops[-settings.TRUSTED_PROXIES :] if settings.TRUSTED_PROXIES else []
    address = _parsed(trusted[0]) if trusted else None
    address = address or _parsed(request.META.get("REMOTE_ADDR", ""))
    return str(address) if address else UNKNOWN


def client_network(request: HttpRequest) -> str:
    """The client's IPv4 address, or its IPv6 network, since one client has many IPv6 addresses."""
    address = client_address(request)
    if ":" not in address:
        return address
    return str(ip_network(f"{address}/{IPV6_NETWORK}", strict=False))


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """The address in `text`, which may have a port, brackets or a zone; None if there is none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_this_machine(request: HttpRequest) -> bool:
    """Whether a program on this machine asks, and not a proxy on this machine for someone else."""
    address = _parsed(request.META.get("REMOTE_ADDR", ""))
    is_passed_on = "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META
    return address is not None and address.is_loopback and not is_passed_on
