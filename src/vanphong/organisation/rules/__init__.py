"""Units, functions and ranks, delegations, and who may sign in what form."""

from vanphong.organisation.rules.delegations import ARTICLE
from vanphong.organisation.rules.delegations import SIGNING
from vanphong.organisation.rules.delegations import Delegation
from vanphong.organisation.rules.delegations import Kind
from vanphong.organisation.rules.delegations import Parties
from vanphong.organisation.rules.delegations import Standing
from vanphong.organisation.rules.delegations import check_new
from vanphong.organisation.rules.delegations import covers
from vanphong.organisation.rules.delegations import in_force
from vanphong.organisation.rules.delegations import period
from vanphong.organisation.rules.delegations import shown
from vanphong.organisation.rules.delegations import standing
from vanphong.organisation.rules.delegations import stands_in
from vanphong.organisation.rules.signers import Form
from vanphong.organisation.rules.signers import Issuer
from vanphong.organisation.rules.signers import Regime
from vanphong.organisation.rules.signers import Signer
from vanphong.organisation.rules.signers import SignerLine
from vanphong.organisation.rules.signers import is_acting
from vanphong.organisation.rules.signers import printed_title
from vanphong.organisation.rules.signers import signer_lines
from vanphong.organisation.rules.signers import unacting
from vanphong.organisation.rules.signing import check_signer
from vanphong.organisation.rules.units import APPRAISERS
from vanphong.organisation.rules.units import ARCHIVISTS
from vanphong.organisation.rules.units import BODIES
from vanphong.organisation.rules.units import CLERKS
from vanphong.organisation.rules.units import DEPUTY
from vanphong.organisation.rules.units import DESK
from vanphong.organisation.rules.units import FUNCTIONS
from vanphong.organisation.rules.units import HEAD
from vanphong.organisation.rules.units import KINDS
from vanphong.organisation.rules.units import LEADERS
from vanphong.organisation.rules.units import MEMBERS
from vanphong.organisation.rules.units import OF_OFFICE
from vanphong.organisation.rules.units import OFFICE
from vanphong.organisation.rules.units import RANKS
from vanphong.organisation.rules.units import principals_of
from vanphong.organisation.rules.units import token
from vanphong.organisation.rules.units import tokens_for
from vanphong.organisation.rules.units import unit_of
from vanphong.organisation.rules.units import valid_on


__all__ = [
    "APPRAISERS",
    "ARCHIVISTS",
    "ARTICLE",
    "BODIES",
    "CLERKS",
    "DEPUTY",
    "DESK",
    "FUNCTIONS",
    "HEAD",
    "KINDS",
    "LEADERS",
    "MEMBERS",
    "OFFICE",
    "OF_OFFICE",
    "RANKS",
    "SIGNING",
    "Delegation",
    "Form",
    "Issuer",
    "Kind",
    "Parties",
    "Regime",
    "Signer",
    "SignerLine",
    "Standing",
    "check_new",
    "check_signer",
    "covers",
    "in_force",
    "is_acting",
    "period",
    "principals_of",
    "printed_title",
    "shown",
    "signer_lines",
    "standing",
    "stands_in",
    "token",
    "tokens_for",
    "unacting",
    "unit_of",
    "valid_on",
]
