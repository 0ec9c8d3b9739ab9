"""States of an assignment and the one table of allowed moves; it can print itself."""

from __future__ import annotations

from enum import StrEnum

from config.errors import NeedsPerson


class State(StrEnum):
    """Progress of an assignment (tiến độ)."""

    WAITING = "waiting"  #: chưa đến lượt / chờ điều kiện
    OPEN = "open"  #: đang thực hiện
    SUBMITTED = "submitted"  #: đã gửi, chờ xác nhận
    RETURNED = "returned"  #: bị trả lại
    SUSPENDED = "suspended"  #: tạm dừng
    ACCEPTED = "accepted"  #: hoàn thành
    NOT_NEEDED = "not_needed"  #: không phải thực hiện
    WITHDRAWN = "withdrawn"  #: rút nhiệm vụ
    LAPSED = "lapsed"  #: hết kỳ


class Move(StrEnum):
    """What can happen to an assignment."""

    OPEN = "open"  #: mở việc
    SUBMIT = "submit"  #: gửi kết quả
    ACCEPT = "accept"  #: chấp nhận
    CONFIRM_NOT_NEEDED = "confirm_not_needed"  #: xác nhận không phải thực hiện
    RETURN = "return"  #: trả lại
    SUSPEND = "suspend"  #: tạm dừng
    RESUME = "resume"  #: tiếp tục
    REWAIT = "rewait"  #: tiếp tục chờ (việc chưa từng mở)
    WITHDRAW = "withdraw"  #: rút
    LAPSE = "lapse"  #: hết kỳ, không còn theo dõi
    REINSTATE = "reinstate"  #: giao lại (việc đã rút, văn bản sửa đổi lại nêu)


STATE_LABELS: dict[State, str] = {
    State.WAITING: "Chờ điều kiện",
    State.OPEN: "Đang thực hiện",
    State.SUBMITTED: "Chờ xác nhận",
    State.RETURNED: "Bị trả lại",
    State.SUSPENDED: "Tạm dừng",
    State.ACCEPTED: "Hoàn thành",
    State.NOT_NEEDED: "Không phải thực hiện",
    State.WITHDRAWN: "Đã rút",
    State.LAPSED: "Hết kỳ",
}

FINAL = frozenset({State.ACCEPTED, State.NOT_NEEDED, State.WITHDRAWN, State.LAPSED})
UNFINISHED = tuple(state for state in State if state not in FINAL)
OUTSTANDING = frozenset({State.OPEN, State.RETURNED})

#: (from, move) → to. Nothing else may change a state.
MOVES: dict[tuple[State, Move], State] = {
    (State.WAITING, Move.OPEN): State.OPEN,
    (State.WAITING, Move.SUBMIT): State.SUBMITTED,
    (State.WAITING, Move.SUSPEND): State.SUSPENDED,
    (State.WAITING, Move.WITHDRAW): State.WITHDRAWN,
    (State.WAITING, Move.LAPSE): State.LAPSED,
    (State.OPEN, Move.SUBMIT): State.SUBMITTED,
    (State.OPEN, Move.SUSPEND): State.SUSPENDED,
    (State.OPEN, Move.WITHDRAW): State.WITHDRAWN,
    (State.OPEN, Move.LAPSE): State.LAPSED,
    (State.SUBMITTED, Move.ACCEPT): State.ACCEPTED,
    (State.SUBMITTED, Move.CONFIRM_NOT_NEEDED): State.NOT_NEEDED,
    (State.SUBMITTED, Move.RETURN): State.RETURNED,
    (State.SUBMITTED, Move.WITHDRAW): State.WITHDRAWN,
    (State.RETURNED, Move.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Move.SUSPEND): State.SUSPENDED,
    (State.RETURNED, Move.WITHDRAW): State.WITHDRAWN,
    (State.RETURNED, Move.LAPSE): State.LAPSED,
    (State.SUSPENDED, Move.RESUME): State.OPEN,
    (State.SUSPENDED, Move.REWAIT): State.WAITING,
    (State.SUSPENDED, Move.WITHDRAW): State.WITHDRAWN,
    (State.SUSPENDED, Move.LAPSE): State.LAPSED,
    (State.WITHDRAWN, Move.REINSTATE): State.WAITING,
}


MOVE_LABELS: dict[Move, str] = {
    Move.OPEN: "mở việc",
    Move.SUBMIT: "gửi kết quả",
    Move.ACCEPT: "chấp nhận",
    Move.CONFIRM_NOT_NEEDED: "xác nhận không phải thực hiện",
    Move.RETURN: "trả lại",
    Move.SUSPEND: "tạm dừng",
    Move.RESUME: "tiếp tục",
    Move.REWAIT: "tiếp tục chờ",
    Move.WITHDRAW: "rút nhiệm vụ",
    Move.LAPSE: "kết thúc kỳ",
    Move.REINSTATE: "giao lại nhiệm vụ",
}


class MoveNotAllowed(NeedsPerson):
    """Trạng thái hiện tại không cho phép thao tác này."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"Nhiệm vụ đang ở trạng thái “{STATE_LABELS[state]}” nên không thể {MOVE_LABELS[move]}.")
        self.state = state
        self.move = move


def move(state: State, what: Move) -> State:
    """The state that follows; raises `MoveNotAllowed`."""
    try:
        return MOVES[state, what]
    except KeyError:
        raise MoveNotAllowed(state, what) from None


def table() -> str:
    """The table of moves as Markdown, for the documentation (a test keeps the two equal)."""
    rows = [f"| {source.value} | {what.value} | {target.value} |" for (source, what), target in MOVES.items()]
    return "\n".join(["| from | move | to |", "| --- | --- | --- |", *rows])
