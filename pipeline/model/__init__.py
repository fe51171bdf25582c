"""The process model: what the partners say, as frozen values read from `sources/`."""

from pipeline.model.actor import Actor, Review
from pipeline.model.files import FILES, FileKind
from pipeline.model.glossary import Case, Source, Term, terms_in
from pipeline.model.house_rules import AvoidedWord, Exemption, HouseRules
from pipeline.model.layout_lock import (
    LOCK_FORMAT,
    LayoutLock,
    LockedColumn,
    LockedRow,
    LockedSheet,
    LockedSign,
    LockedStep,
)
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.programme import Arrival, Programme, Settings
from pipeline.model.publication import Publication
from pipeline.model.step import Answer, Arrow, Contact, End, LegalReference, Link, Step, StepKind, Verification

__all__ = [
    "LOCK_FORMAT",
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
    "LayoutLock",
    "LegalReference",
    "Link",
    "LockedColumn",
    "LockedRow",
    "LockedSheet",
    "LockedSign",
    "LockedStep",
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
