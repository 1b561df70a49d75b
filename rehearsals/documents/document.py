from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Document:
    """A PDF that was uploaded and checked, but isn't stored yet."""

    name: str
    content: bytes
    pages: int

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()
