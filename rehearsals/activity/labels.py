from rehearsals.app_config import declared_mapping


def activity_label(what: str) -> str:
    """The label of the activity `what`. A key that no app declares is made readable."""
    label = declared_mapping("activity_labels").get(what)
    return label or what.replace(".", ": ").replace("_", " ").capitalize()
