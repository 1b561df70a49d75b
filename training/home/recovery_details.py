"""What the person being practised knows by heart, so that a forgotten password can be recovered."""

from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from rehearsals.packs.pack import PersonaSpec
from training.home.queries import World


def by_heart(world: World, persona: PersonaSpec) -> list[tuple[str, str]]:
    """(what, its value): account numbers and e-mails on file, date of birth, and the two answers.

    The answers are the pack's: who set others in this rehearsal knows them herself.
    """
    known = []
    for account in world.pacer_accounts:
        if account.persona == persona.key and account.holder_kind == "individual":
            known.append(("PACER account number", account.account_number))
            known.append(("E-mail on the account", account.email))
    if persona.born_on:
        born = persona.born_on
        known.append(("Date of Birth", f"{born:%B} {born.day}, {born.year} ({born:%m/%d/%Y})"))
    if all(persona.answers):
        questions = (SECURITY_QUESTIONS_1[0], SECURITY_QUESTIONS_2[0])
        known += zip(questions, persona.answers, strict=True)
    return known
