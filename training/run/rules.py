from pacer_accounts.choices import USER_TYPE_GROUPS
from rehearsals.packs.pack import PersonaSpec

_ATTORNEY = "ATTORNEY"
_OF_ATTORNEYS = frozenset({_ATTORNEY, *USER_TYPE_GROUPS[0][1]})  # government attorneys too


def is_wrong_user_type(persona: PersonaSpec, user_type: str) -> bool:
    """Whether the person chose a User Type that isn't theirs (seed, Step 1: attorneys take ATTORNEY).

    Government attorneys may take the type of their office. A party who files alone isn't an attorney.
    """
    roles = {spec.role for spec in persona.cmecf}
    if persona.is_newcomer or "attorney" in roles:
        return user_type not in _OF_ATTORNEYS
    return user_type == _ATTORNEY
