"""The process model: what the partners say, as frozen values read from `sources/`."""

from pipeline.model.actor import Actor, Review, StaffLink, Unit
from pipeline.model.content_digest import content_digest, terms_used
from pipeline.model.decision import DECIDED_FIELDS, Decision, DecisionStatus, Revision, until
from pipeline.model.files import FILES, FileKind
from pipeline.model.glossary import Case, Source, Term, terms_in
from pipeline.model.house_rules import AvoidedWord, Exemption, HouseRules
from pipeline.model.layout_hints import HeldHint, HintFlaw, IgnoredHint, held_hints, ignored_hints
from pipeline.model.layout_lock import (
    LAYOUT_ENGINE,
    LOCK_FORMAT,
    LayoutLock,
    LockedColumn,
    LockedRow,
    LockedSheet,
    LockedSign,
    LockedStep,
)
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.picture import Picture
from pipeline.model.programme import Arrival, Programme, Settings
from pipeline.model.publication import Audience, Publication
from pipeline.model.step import Answer, Arrow, Contact, End, LegalReference, Link, Step, StepKind, Verification, renamed

__all__ = [
    "DECIDED_FIELDS",
    "FILES",
    "LAYOUT_ENGINE",
    "LOCK_FORMAT",
    "Actor",
    "Answer",
    "Arrival",
    "Arrow",
    "Audience",
    "AvoidedWord",
    "Case",
    "Contact",
    "Decision",
    "DecisionStatus",
    "End",
    "Exemption",
    "FileKind",
    "HeldHint",
    "HintFlaw",
    "HouseRules",
    "IgnoredHint",
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
    "Picture",
    "Programme",
    "Publication",
    "Review",
    "Revision",
    "Settings",
    "Source",
    "StaffLink",
    "Step",
    "StepKind",
    "Term",
    "Unit",
    "Verification",
    "content_digest",
    "held_hints",
    "ignored_hints",
    "renamed",
    "terms_in",
    "terms_used",
    "until",
]
