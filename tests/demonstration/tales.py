"""The tales that are told: of the real sources for the page in docs, of the smallest example for the tests."""

from tests.demonstration.story import ROOT, Change, Tale

_NEW_STEP = """\
- id: ss-sista-samtalet
  titel: Håll ett avslutande samtal
  kort: Sista samtalet
  fas: 6
  form: en-flera
  vad_hander:
  - Individen och socialsekreteraren går igenom vad som har hänt och vad som fortsätter hos andra aktörer.
  - Individen får skriftligt vem hen kan kontakta.
  vem_gor: Socialsekreterare, ekonomiskt bistånd
  lagstod: []
  underlag: []
  kontaktpunkter: []
  pilar:
  - till: ss-avslut
  dialogfraga: Vad behöver sägas i det sista samtalet?
  kallor:
  - finsam-2022
"""
_STADEN = "sources/aktorer/stockholms-stad.yaml"

REAL = Tale(
    ROOT,
    (
        Change(
            "sources/aktorer/arbetsformedlingen.yaml",
            "titel: Passar en arbetsplats just nu?\n  kort: Arbetsplats nu?",
            "titel: Kan en arbetsplats passa nu?\n  kort: Kan det passa nu?",
        ),
        Change(_STADEN, "- till: ss-avslut\n    etikett: ja", "- till: ss-sista-samtalet\n    etikett: ja"),
        Change(_STADEN, "- id: ss-avslut\n", f"{_NEW_STEP}- id: ss-avslut\n"),
    ),
    gone=("Passar en arbetsplats just nu?", "Arbetsplats nu?"),
    come=("Kan en arbetsplats passa nu?", "Kan det passa nu?", "Håll ett avslutande samtal", "Sista samtalet"),
)

SMALL = Tale(
    ROOT / "docs/examples/minimal",
    (
        Change(
            "sources/aktorer/vardcentralen.yaml",
            "titel: Planera vården\n  kort: Planera vården",
            "titel: Planera vården tillsammans\n  kort: Gemensam plan",
        ),
    ),
    gone=(),
    come=("Planera vården tillsammans", "Gemensam plan"),
)
