"""One duty (lead set × time × output) on its way from a task of the reading to an activity of the plan file."""

from __future__ import annotations

from dataclasses import dataclass

from models.kinds import SectionKind
from models.reading import AgencyReading, PhraseClass, TaskReading, TimeReading

#: Bodies that no committee gives orders to; a plan can only ask them.
_OUTSIDE = frozenset(
    {PhraseClass.CO_QUAN_TU_PHAP_TINH, PhraseClass.MTTQ, PhraseClass.CO_QUAN_DANG, PhraseClass.BO_NGANH}
)
#: Asked together with them.
_BESIDE = frozenset({PhraseClass.CONG_AN_TINH, PhraseClass.HOI_DOAN_THE, PhraseClass.BAO_DAI})


@dataclass(frozen=True, slots=True)
class Duty:
    """A part of a task. `rest` is what is known of it beside the task itself."""

    task: TaskReading
    kind: SectionKind
    title: str
    leads: tuple[AgencyReading, ...]
    coordinators: tuple[AgencyReading, ...] = ()
    outputs: tuple[str, ...] = ()
    time: TimeReading | None = None
    receiver: str | None = None  #: nơi nhận nêu trong văn bản
    chain: bool = False  #: dùng kết quả của phần ngay trước trong cùng nhiệm vụ
    conditional: bool = False  #: chỉ khi cần thiết, khi có yêu cầu
    inferred: bool = False  #: văn bản không nêu cơ quan chủ trì
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def requested(self) -> bool:
        """Whether the bodies are asked ("đề nghị"), not ordered."""
        if self.task.requested or (bool(self.leads) and all(lead.requested for lead in self.leads)):
            return True
        classes = {lead.klass for lead in self.leads}
        return bool(classes & _OUTSIDE) and classes <= _OUTSIDE | _BESIDE

    @property
    def words(self) -> str:
        """Everything said about the object of the duty, to compare it with others."""
        part = self.time.part if self.time and self.time.part else ""
        return " ".join((self.task.title, self.title, part, *self.outputs))
