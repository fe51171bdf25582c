"""Running text for the bench: the same for the same seed; Swedish words as long and as common as in the sources."""

import random
from dataclasses import dataclass, field

# Words by how often they come, after a count of the project's own sources (six letters a word on average there).
_OFTEN = "om och kan som till eller en att av med i för ska är från inte det den på ett när har vara sig vad"
_RATHER = (
    "individen behöver planen vården stöd samordning läkaren insatser hos behövs hur behov andra uppgifter får arbete "
    "vilka veta utan plan går egen efter aktörer vid vem saknar nått nytt målet insatsen visa upp staden själv samlad "
    "redan planering personer mötet mot men första exempel behandling bara arbeta annan även vardag under tillsammans "
    "tillbaka svaret studier beslut ansökan samtycke patienten intyg möte bistånd sjukdom"
)
_SELDOM = (
    "försäkringskassan arbetsförmedlingen läkarintyg samtycker bedömning arbetsförmågan rehabiliteringsinsatser "
    "rehabilitering funktionsnedsättning handlingsplan åtgärder socialsekreteraren medicinskt information aktivitet "
    "utlåtande utbildning sjukskrivning samordningsförbundet vårdcentralen kontaktperson arbetsgivaren "
    "rehabiliteringskoordinator sysselsättning överenskommelse kunskapsdialogen uppföljning aktivitetsersättning"
)
_WEIGHED = [(word, weight) for text, weight in ((_OFTEN, 8), (_RATHER, 2), (_SELDOM, 3)) for word in text.split()]
_WORDS, _WEIGHTS = zip(*_WEIGHED, strict=True)


@dataclass(frozen=True)
class Voice:
    """Speaks words, sentences and paragraphs, one after the other, from a seed."""

    seed: int
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "chance", random.Random(self.seed))

    def words(self, least: int, most: int) -> str:
        """So many words, the first with a capital: a title, a name, a cell of a table."""
        found = self.chance.choices(_WORDS, _WEIGHTS, k=self.chance.randint(least, most))
        return " ".join(found).capitalize()

    def sentences(self, count: int) -> str:
        """So many sentences of 7 to 19 words."""
        return " ".join(f"{self.words(7, 19)}." for _ in range(count))
