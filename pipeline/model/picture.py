"""A picture that an actor shows: its file, what it shows in words, and whose it is."""

from pydantic import Field

from pipeline.values import Label, PicturePath, Summary, Value


class Picture(Value):
    """A picture in PNG or JPEG below `sources/bilder/`."""

    file: PicturePath = Field(
        alias="fil",
        description="Bildens fil i mappen sources/bilder, PNG eller JPEG. Skrivs med mappen bilder först.",
        examples=["bilder/motesrum.png", "bilder/vardcentralen.jpg"],
    )
    description: Summary = Field(
        alias="beskrivning",
        description="Vad bilden visar, för den som inte ser den. Skärmläsare läser upp texten. Högst 400 tecken.",
        examples=[
            "Ett mötesrum med fyra stolar runt ett bord.",
            "Entrén till vårdcentralen, med ramp och automatisk dörr.",
        ],
    )
    caption: Summary | None = Field(
        None, alias="bildtext", description="Text under bilden. Utelämnas om bilden klarar sig utan. Högst 400 tecken."
    )
    credit: Label = Field(
        alias="upphov",
        description="Vem som gjort bilden och på vilka villkor den får användas. Trycks efter bildtexten.",
        examples=["Foto: Kommunen, CC BY 4.0", "Teckning: Kommunen"],
    )
