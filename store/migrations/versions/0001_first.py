"""The first schema: all tables.

Revision ID: 0001
Revises:
Create Date: 2026-11-21
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)

#: In the order of creation: what is referred to comes first.
TABLES = (
    "agency", "mail", "contact", "plan", "dispatch", "item", "section", "trigger", "activity", "assignment", "need",
    "triggerwait", "assignment_event", "dispatch_line", "extension", "notice", "submission", "mail_line",
    "plan_version", "activity_period", "role_change", "succession", "directory",
)


def choice(name: str, values: str) -> sa.Enum:
    """A closed list, kept by a CHECK constraint on both databases."""
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True, length=40)


def only(condition: str) -> dict[str, sa.TextClause]:
    """A partial index on both databases."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def create_agency() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("directory", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "klass",
            choice(
                "agency_class",
                "so ban_nganh vp_ubnd ubnd_tinh ubnd_huyen phong_tu_phap ubnd_xa cq_tw tu_phap_ngoai ca_qs mttq_ctxh "
                "hoi_nghe_nghiep bao_chi hoi_dong dang bo_tu_phap",
            ),
            nullable=False,
        ),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("symbol", sa.String(), nullable=True),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_agency"),
    )
    op.create_index("ix_agency_directory", "agency", ["directory"])
    op.create_index("ix_agency_parent_id", "agency", ["parent_id"])
    op.create_index("ix_agency_valid_to", "agency", ["valid_to"])


def create_mail() -> None:
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("klass", choice("mail_class", "digest answer"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("agency_id", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("duties", sa.Integer(), nullable=False),
        sa.Column("state", choice("mail_state", "queued sent refused"), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", MOMENT, nullable=False),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
        sa.UniqueConstraint("key", name="uq_mail_key"),
    )
    op.create_index("ix_mail_address", "mail", ["address"])
    op.create_index("ix_mail_queued", "mail", ["next_try_at"], **only("state = 'queued'"))


def create_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.String(), nullable=False),
        sa.Column("role", choice("contact_role", "focal_point head"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_contact_agency_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.UniqueConstraint("agency_id", "role", "email", "valid_from", name="uq_contact_agency_id_role_email_valid_from"),
    )
    op.create_index("ix_contact_agency_id", "contact", ["agency_id"])


def create_plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("directory", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_assumed", sa.Boolean(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("coordinator_id", sa.String(), nullable=False),
        sa.Column("state", choice("plan_state", "active closed"), nullable=False),
        sa.Column("activated_at", MOMENT, nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("document_hash", sa.String(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("phrases", sa.JSON(), nullable=False),
        sa.Column("succession_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["coordinator_id"], ["agency.id"], name="fk_plan_coordinator_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["agency.id"], name="fk_plan_owner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
    )


def create_dispatch() -> None:
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("state", choice("dispatch_state", "draft signed voided"), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_dispatch_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dispatch"),
        sa.UniqueConstraint("plan_id", "rung", "day", "sender", "part", name="uq_dispatch_plan_id_rung_day_sender_part"),
    )
    op.create_index("ix_dispatch_plan_id", "dispatch", ["plan_id"])


def create_item() -> None:
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=True),
        sa.Column(
            "kind",
            choice(
                "item_kind",
                "set_date assumed_date lead_inferred own_leader no_address mail_refused stuck empty_group propose_closing "
                "broken_row ceased_agency amendment",
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_item_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
        sa.UniqueConstraint("key", name="uq_item_key"),
    )
    op.create_index("ix_item_plan_id", "item", ["plan_id"])


def create_section() -> None:
    op.create_table(
        "section",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            choice(
                "section_kind",
                "issue_plan choose_fields compile_documents guide inspect survey handle_information train report "
                "review general",
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("state", choice("section_state", "waiting open closed"), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_section_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_section"),
        sa.UniqueConstraint("plan_id", "key", name="uq_section_plan_id_key"),
    )
    op.create_index("ix_section_plan_id", "section", ["plan_id"])


def create_trigger() -> None:
    op.create_table(
        "trigger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=True),
        sa.Column("recorded_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_trigger_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_trigger"),
        sa.UniqueConstraint("plan_id", "key", name="uq_trigger_plan_id_key"),
    )
    op.create_index("ix_trigger_plan_id", "trigger", ["plan_id"])


def create_activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("form", choice("time_form", "dated ongoing undated triggered"), nullable=False),
        sa.Column("requested", sa.Boolean(), nullable=False),
        sa.Column("set_by", choice("set_by", "department province superior"), nullable=False),
        sa.Column("days_after", sa.Integer(), nullable=True),
        sa.Column("working_days", sa.Boolean(), nullable=False),
        sa.Column("waits_for_any", sa.Boolean(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("phrase_line", sa.Integer(), nullable=True),
        sa.Column("outputs", sa.JSON(), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_activity_plan_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_activity_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
        sa.UniqueConstraint("plan_id", "key", name="uq_activity_plan_id_key"),
    )
    op.create_index("ix_activity_plan_id", "activity", ["plan_id"])
    op.create_index("ix_activity_section_id", "activity", ["section_id"])


def create_assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("form", choice("assignment_form", "dated ongoing undated triggered"), nullable=False),
        sa.Column("requested", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            choice(
                "assignment_state",
                "waiting open submitted returned suspended accepted not_needed withdrawn lapsed",
            ),
            nullable=False,
        ),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("hour", sa.Time(), nullable=True),
        sa.Column("original_due", sa.Date(), nullable=True),
        sa.Column("current_due", sa.Date(), nullable=True),
        sa.Column("redo_by", sa.Date(), nullable=True),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=True),
        sa.Column("anchored_at", MOMENT, nullable=True),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("timeliness", choice("timeliness", "on_time late missing"), nullable=True),
        sa.Column("timeliness_original", choice("timeliness_original", "on_time late missing"), nullable=True),
        sa.Column("owed_to_id", sa.String(), nullable=False),
        sa.Column("desk_id", sa.String(), nullable=False),
        sa.Column("next_action_at", MOMENT, nullable=True),
        sa.Column("exhausts_at", MOMENT, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("orphaned_at", MOMENT, nullable=True),
        sa.Column("broken", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_assignment_activity_id"),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_assignment_agency_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_assignment_plan_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_assignment_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
        sa.UniqueConstraint("activity_id", "agency_id", "period", name="uq_assignment_activity_id_agency_id_period"),
        sa.UniqueConstraint("key", name="uq_assignment_key"),
    )
    op.create_index("ix_assignment_agency_id", "assignment", ["agency_id"])
    op.create_index("ix_assignment_desk_id", "assignment", ["desk_id"])
    op.create_index("ix_assignment_next_action_at", "assignment", ["next_action_at"])
    op.create_index("ix_assignment_plan_state", "assignment", ["plan_id", "state", "exhausts_at"])
    op.create_index("ix_assignment_section_state", "assignment", ["section_id", "state"])
    op.create_index("ix_assignment_section_next", "assignment", ["section_id", "next_action_at"])


def create_need() -> None:
    op.create_table(
        "need",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("needed_id", sa.Integer(), nullable=False),
        sa.Column("mode", choice("need_mode", "after draws_on"), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_need_activity_id"),
        sa.ForeignKeyConstraint(["needed_id"], ["activity.id"], name="fk_need_needed_id"),
        sa.PrimaryKeyConstraint("activity_id", "needed_id", "mode", name="pk_need"),
    )
    op.create_index("ix_need_needed_id", "need", ["needed_id"])


def create_triggerwait() -> None:
    op.create_table(
        "triggerwait",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("trigger_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_triggerwait_activity_id"),
        sa.ForeignKeyConstraint(["trigger_id"], ["trigger.id"], name="fk_triggerwait_trigger_id"),
        sa.PrimaryKeyConstraint("activity_id", "trigger_id", name="pk_triggerwait"),
    )
    op.create_index("ix_triggerwait_trigger_id", "triggerwait", ["trigger_id"])


def create_assignment_event() -> None:
    op.create_table(
        "assignment_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column(
            "from_state",
            choice(
                "event_from",
                "waiting open submitted returned suspended accepted not_needed withdrawn lapsed",
            ),
            nullable=False,
        ),
        sa.Column(
            "to_state",
            choice(
                "event_to",
                "waiting open submitted returned suspended accepted not_needed withdrawn lapsed",
            ),
            nullable=False,
        ),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("actor_kind", choice("actor_kind", "system agency coordinator desk operator"), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("payload_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_assignment_event_assignment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment_event"),
        sa.UniqueConstraint("assignment_id", "seq", name="uq_assignment_event_assignment_id_seq"),
    )
    op.create_index("ix_assignment_event_assignment_id", "assignment_event", ["assignment_id"])


def create_dispatch_line() -> None:
    op.create_table(
        "dispatch_line",
        sa.Column("dispatch_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.String(), nullable=False),
        sa.Column("addressee_name", sa.String(), nullable=False),
        sa.Column("agency_name", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("struck_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_dispatch_line_assignment_id"),
        sa.ForeignKeyConstraint(["dispatch_id"], ["dispatch.id"], name="fk_dispatch_line_dispatch_id"),
        sa.PrimaryKeyConstraint("dispatch_id", "assignment_id", name="pk_dispatch_line"),
    )
    op.create_index("ix_dispatch_line_assignment_id", "dispatch_line", ["assignment_id"])


def create_extension() -> None:
    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("new_date", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("after_due", sa.Boolean(), nullable=False),
        sa.Column("state", choice("extension_state", "asked granted refused superseded"), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("document_date", sa.Date(), nullable=True),
        sa.Column("document_signer", sa.String(), nullable=True),
        sa.Column("decision_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_extension_assignment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_extension"),
    )
    op.create_index("ix_extension_assignment_id", "extension", ["assignment_id"])
    op.create_index("ux_extension_open", "extension", ["assignment_id"], unique=True, **only("state = 'asked'"))


def create_notice() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("kind", choice("notice_kind", "opened before late dispatch named overview repeat"), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("moment", MOMENT, nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("told", choice("notice_told", "none pending mailed dropped"), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_notice_assignment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint("assignment_id", "kind", "offset", "anchor", name="uq_notice_assignment_id_kind_offset_anchor"),
    )
    op.create_index("ix_notice_assignment_id", "notice", ["assignment_id"])
    op.create_index("ix_notice_pending", "notice", ["moment"], **only("told = 'pending'"))


def create_submission() -> None:
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("not_needed", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("decision", choice("submission_decision", "accepted returned"), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignment.id"], name="fk_submission_assignment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
    )
    op.create_index("ix_submission_assignment_id", "submission", ["assignment_id"])


def create_mail_line() -> None:
    op.create_table(
        "mail_line",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name="fk_mail_line_mail_id"),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name="fk_mail_line_notice_id"),
        sa.PrimaryKeyConstraint("notice_id", "mail_id", name="pk_mail_line"),
    )
    op.create_index("ix_mail_line_mail_id", "mail_line", ["mail_id"])


def create_plan_version() -> None:
    op.create_table(
        "plan_version",
        sa.Column("plan_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("document_hash", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("applied_at", MOMENT, nullable=False),
        sa.Column("applied_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_plan_version_plan_id"),
        sa.PrimaryKeyConstraint("plan_id", "version", name="pk_plan_version"),
    )


def create_activity_period() -> None:
    op.create_table(
        "activity_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("expands_at", MOMENT, nullable=False),
        sa.Column("expanded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_activity_period_activity_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_activity_period_plan_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_activity_period_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_activity_period"),
        sa.UniqueConstraint("activity_id", "key", name="uq_activity_period_activity_id_key"),
    )
    op.create_index("ix_activity_period_plan_id", "activity_period", ["plan_id"])
    op.create_index("ix_activity_period_due", "activity_period", ["expands_at"], **only("expanded_at IS NULL"))


def create_role_change() -> None:
    op.create_table(
        "role_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("role", choice("plan_role", "owner coordinator"), nullable=False),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_role_change_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_role_change"),
        sa.UniqueConstraint("plan_id", "role", "from_id", name="uq_role_change_plan_id_role_from_id"),
    )


def create_directory() -> None:
    op.create_table(
        "directory",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_directory"),
    )


def create_succession() -> None:
    op.create_table(
        "succession",
        sa.Column("predecessor_id", sa.String(length=80), nullable=False),
        sa.Column("successors", sa.JSON(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", choice("succession_kind", "renamed merged_into split_into abolished"), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("certainty", choice("succession_certainty", "found computed assumed"), nullable=False),
        sa.PrimaryKeyConstraint("predecessor_id", name="pk_succession"),
    )


def upgrade() -> None:
    create_agency()
    create_mail()
    create_contact()
    create_plan()
    create_dispatch()
    create_item()
    create_section()
    create_trigger()
    create_activity()
    create_assignment()
    create_need()
    create_triggerwait()
    create_assignment_event()
    create_dispatch_line()
    create_extension()
    create_notice()
    create_submission()
    create_mail_line()
    create_plan_version()
    create_activity_period()
    create_role_change()
    create_succession()
    create_directory()


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
