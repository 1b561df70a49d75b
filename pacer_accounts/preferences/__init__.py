"""Settings that are about billing: where notices go, what a client code must be like, receipts."""
