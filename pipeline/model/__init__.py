"""The process model: what the partners say, as frozen values read from `sources/`."""

from pipeline.model.actor import Actor, Review
from pipeline.model.files import FILES, FileKind
from pipeline.model.glossary import Case, Source, Term, terms_in
from pipeline.model.house_rules import AvoidedWord, Exemption, HouseRules
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.programme import Arrival, Programme, Settings
from pipeline.model.publication import Publication
from pipeline.model.step import Answer, Arrow, Contact, End, LegalReference, Link, Step, StepKind, Verification

__all__ = [
    "FILES",
    "Actor",
    "Answer",
    "Arrival",
    "Arrow",
    "AvoidedWord",
    "Case",
    "Contact",
    "End",
    "Exemption",
    "FileKind",
    "HouseRules",
    "KindMeaning",
    "LegalReference",
    "Link",
    "Phase",
    "Programme",
    "Publication",
    "Review",
    "Settings",
    "Source",
    "Step",
    "StepKind",
    "Term",
    "Verification",
    "terms_in",
]
