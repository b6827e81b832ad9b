-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "last_issue_number" INTEGER NOT NULL DEFAULT 0,
    "first_started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_version" (
    "workspace_id" TEXT NOT NULL,
    "council_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_by" TEXT,

    CONSTRAINT "council_version_pkey" PRIMARY KEY ("workspace_id","council_id","version")
);

-- CreateTable
CREATE TABLE "person" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "admin" BOOLEAN NOT NULL,
    "time_zone" TEXT NOT NULL,
    "away_until" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "private" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "match_name" TEXT NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue" (
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "council_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "words_shared" BOOLEAN NOT NULL,
    "severity" TEXT NOT NULL,
    "strictest_severity" TEXT NOT NULL,
    "customer_id" TEXT,
    "stage" TEXT,
    "department" TEXT,
    "flagged_by" TEXT NOT NULL,
    "flagged_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "source_channel" TEXT,
    "source_ts" TEXT,
    "source_link" TEXT,
    "asks" INTEGER NOT NULL,
    "asked_person" TEXT,
    "asked_role" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "route_by" TIMESTAMPTZ(3),
    "owner" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "next_step_by" TIMESTAMPTZ(3),
    "last_update_at" TIMESTAMPTZ(3) NOT NULL,
    "held" TEXT[],
    "attempts" INTEGER NOT NULL,
    "hops" INTEGER NOT NULL,
    "bounces" INTEGER NOT NULL,
    "refusals" INTEGER NOT NULL,
    "not_ours" INTEGER NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "told_by" TEXT,
    "told_attempts" INTEGER,
    "explained_again" TEXT,
    "satisfaction" INTEGER,
    "reopened_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "merged_into" INTEGER,
    "linked_to" INTEGER,
    "card" INTEGER NOT NULL,
    "followers" TEXT[],
    "next_look_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "event_count" INTEGER NOT NULL,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "issue_event" (
    "workspace_id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT,
    "on_behalf_of" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "issue_event_pkey" PRIMARY KEY ("workspace_id","issue_number","seq")
);

-- CreateTable
CREATE TABLE "issue_words" (
    "workspace_id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "issue_words_pkey" PRIMARY KEY ("workspace_id","issue_number","seq")
);

-- CreateTable
CREATE TABLE "handover" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "from_department" TEXT NOT NULL,
    "to_department" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "workspace_id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("workspace_id","issue_number","round","rung")
);

-- CreateTable
CREATE TABLE "digest" (
    "workspace_id" TEXT NOT NULL,
    "council_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "model" JSONB NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("workspace_id","council_id","slot","time_zone")
);

-- CreateTable
CREATE TABLE "post" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issue_number" INTEGER,
    "subject" JSONB NOT NULL,
    "place" TEXT NOT NULL,
    "thread_of" TEXT,
    "live" BOOLEAN NOT NULL,
    "channel" TEXT,
    "ts" TEXT,
    "link" TEXT,
    "attempted_at" TIMESTAMPTZ(3),
    "shown" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "request" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "draft" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_workspace_id_match_name_key" ON "customer"("workspace_id", "match_name");

-- CreateIndex
CREATE INDEX "issue_workspace_id_owner_state_idx" ON "issue"("workspace_id", "owner", "state");

-- CreateIndex
CREATE INDEX "issue_workspace_id_asked_person_state_idx" ON "issue"("workspace_id", "asked_person", "state");

-- CreateIndex
CREATE INDEX "issue_workspace_id_flagged_by_state_idx" ON "issue"("workspace_id", "flagged_by", "state");

-- CreateIndex
CREATE INDEX "issue_workspace_id_department_state_idx" ON "issue"("workspace_id", "department", "state");

-- CreateIndex
CREATE INDEX "issue_workspace_id_state_number_idx" ON "issue"("workspace_id", "state", "number");

-- CreateIndex
CREATE INDEX "issue_workspace_id_flagged_at_idx" ON "issue"("workspace_id", "flagged_at");

-- CreateIndex
CREATE INDEX "issue_workspace_id_deadline_at_idx" ON "issue"("workspace_id", "deadline_at");

-- CreateIndex
CREATE INDEX "issue_workspace_id_closed_at_idx" ON "issue"("workspace_id", "closed_at");

-- CreateIndex
CREATE INDEX "issue_workspace_id_customer_id_idx" ON "issue"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "issue_workspace_id_next_look_at_idx" ON "issue"("workspace_id", "next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "issue_workspace_id_source_channel_source_ts_key" ON "issue"("workspace_id", "source_channel", "source_ts");

-- CreateIndex
CREATE INDEX "issue_event_workspace_id_kind_at_idx" ON "issue_event"("workspace_id", "kind", "at");

-- CreateIndex
CREATE INDEX "issue_words_workspace_id_author_idx" ON "issue_words"("workspace_id", "author");

-- CreateIndex
CREATE INDEX "handover_workspace_id_issue_number_idx" ON "handover"("workspace_id", "issue_number");

-- CreateIndex
CREATE INDEX "handover_workspace_id_asked_state_idx" ON "handover"("workspace_id", "asked", "state");

-- CreateIndex
CREATE INDEX "post_workspace_id_issue_number_live_idx" ON "post"("workspace_id", "issue_number", "live");

-- CreateIndex
CREATE INDEX "post_workspace_id_channel_ts_idx" ON "post"("workspace_id", "channel", "ts");

-- CreateIndex
CREATE INDEX "request_workspace_id_at_idx" ON "request"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "draft_workspace_id_at_idx" ON "draft"("workspace_id", "at");

-- At most one handover of an issue is pending.
CREATE UNIQUE INDEX "handover_one_pending" ON "handover"("workspace_id", "issue_number") WHERE "state" = 'pending';

-- The timeline is append-only: what happened cannot be changed or taken out.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the timeline is append-only';
END
$$;
CREATE TRIGGER "issue_event_append_only" BEFORE UPDATE OR DELETE ON "issue_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
