"""The agencies' own Word templates: whose each is, its file, and which of its styles take the place of ours."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from pipeline.values import Exact, Filled, Slug, TemplateName, Value

EVERYBODY = "alla"
"""In place of an actor's id: every actor without a template of its own, and joint publications."""


def _style(alias: str, description: str) -> Any:
    return Field(None, alias=alias, description=description)


class StyleNames(Value):
    """Names of styles in a template, where they are not the ones that Word has itself."""

    title: Exact | None = _style("titel", description="Formatmallen för titeln, om den inte heter som i Word.")
    heading1: Exact | None = _style(
        "rubrik1", description="Formatmallen för rubriker på den högsta nivån, om den inte heter som i Word."
    )
    heading2: Exact | None = _style(
        "rubrik2", description="Formatmallen för rubriker på nivå 2, om den inte heter som i Word."
    )
    heading3: Exact | None = _style(
        "rubrik3", description="Formatmallen för rubriker på nivå 3, om den inte heter som i Word."
    )
    heading4: Exact | None = _style(
        "rubrik4", description="Formatmallen för rubriker på nivå 4, om den inte heter som i Word."
    )
    body: Exact | None = _style("brodtext", description="Formatmallen för vanlig text, om den inte heter som i Word.")
    lead: Exact | None = _style("ingress", description="Formatmallen för ingressen, om den inte heter som i Word.")
    quiet: Exact | None = _style(
        "diskret", description="Formatmallen för underordnad text, om den inte heter som i Word."
    )
    question: Exact | None = _style(
        "fraga", description="Formatmallen för frågan till dialogen, om den inte heter som i Word."
    )
    bulleted: Exact | None = _style(
        "punktlista", description="Formatmallen för punktlistor, om den inte heter som i Word."
    )
    listed: Exact | None = _style(
        "lista", description="Formatmallen för listor utan punkter, om den inte heter som i Word."
    )
    caption: Exact | None = _style("bildtext", description="Formatmallen för bildtexter, om den inte heter som i Word.")
    contents1: Exact | None = _style(
        "innehall1", description="Formatmallen för innehållsförteckningens första nivå, om den inte heter som i Word."
    )
    contents2: Exact | None = _style(
        "innehall2", description="Formatmallen för innehållsförteckningens andra nivå, om den inte heter som i Word."
    )
    table_text: Exact | None = _style(
        "tabelltext", description="Formatmallen för text i tabeller, om den inte heter som i Word."
    )
    table_heading: Exact | None = _style(
        "tabellrubrik", description="Formatmallen för rubrikraden i tabeller, om den inte heter som i Word."
    )
    link: Exact | None = _style("lank", description="Formatmallen för länkar, om den inte heter som i Word.")

    def named(self) -> dict[str, str]:
        """The names that are written, by the fields (English names)."""
        values = {field: getattr(self, field) for field in type(self).model_fields if field != "origin"}
        return {field: name for field, name in values.items() if name is not None}


class ActorTemplate(Value):
    """The template of one actor, or of everybody else."""

    actor: Slug = Field(
        alias="aktor",
        description="Aktörens id. Ordet alla gäller de aktörer som inte har en egen mall, och det som är gemensamt.",
    )
    file: TemplateName = Field(
        alias="fil",
        description="Mallens fil i mappen styles/mallar: en Word-mall (.dotx) eller ett Word-dokument (.docx).",
        examples=["kommunen.dotx", "alla.docx"],
    )
    styles: StyleNames | None = Field(
        None,
        alias="stilar",
        description="Namn på formatmallar i mallen, där de inte heter som i Word. Utan raden gäller Words namn.",
    )


class WordLook(Value):
    """How Word files look: the agencies' own templates."""

    templates: Annotated[tuple[ActorTemplate, ...], Filled] = Field(
        alias="mallar", description="En del för varje aktör som har en egen Word-mall."
    )

    def template_of(self, actor: str) -> ActorTemplate | None:
        """The template of an actor (its id, or EVERYBODY): its own, else that of everybody, None without any."""
        found = {template.actor: template for template in reversed(self.templates)}
        return found.get(actor) or found.get(EVERYBODY)
