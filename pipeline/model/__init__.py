"""The process model: what the partners say, as frozen values read from `sources/`."""

from pipeline.model.actor import Actor, Review
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
from pipeline.model.publication import Publication
from pipeline.model.step import Answer, Arrow, Contact, End, LegalReference, Link, Step, StepKind, Verification

__all__ = [
    "FILES",
    "LAYOUT_ENGINE",
    "LOCK_FORMAT",
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
    "Settings",
    "Source",
    "Step",
    "StepKind",
    "Term",
    "Verification",
    "held_hints",
    "ignored_hints",
    "terms_in",
]
