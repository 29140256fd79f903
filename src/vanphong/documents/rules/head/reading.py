"""A value read, with how sure it is and the place where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from vanphong.documents.rules.head.layout import Box
from vanphong.documents.rules.head.layout import Line


#: Below this a suggestion is shown as doubtful.
DOUBTFUL = 0.8


@dataclass(frozen=True)
class Reading:
    """One value read, how sure it is (0 to 1), and the place where it stands."""

    value: str
    confidence: float
    box: Box | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether the clerk should look twice."""
        return self.confidence < DOUBTFUL


#: By the name of the form's field: symbol, issued_date (ISO), organ_name, document_type (code),
#: subject, urgency (code), signer_position, signer_name, named_recipients. What is not found is
#: absent.
Head = dict[str, Reading]


def reading_of(value: str, lines: Sequence[Line], certainty: float = 1.0) -> Reading:
    """What some lines say together; as sure as the worst of them."""
    box = lines[0].box
    for line in lines[1:]:
        if line.box.page == box.page:
            box = box.around(line.box)
    confidence = min(line.confidence for line in lines) * certainty
    return Reading(value, round(confidence, 3), box)
