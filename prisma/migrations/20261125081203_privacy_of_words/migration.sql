-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "words_erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "setup_event" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "setup_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- What was done to the workspace is append-only, as the timeline is.
CREATE TRIGGER "setup_event_append_only" BEFORE UPDATE OR DELETE ON "setup_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Issues that are over and still have words, by when they ended: those whose words were kept long enough come first.
CREATE INDEX "issue_words_kept" ON "issue"("workspace_id", coalesce("closed_at", "withdrawn_at", "last_update_at"))
  WHERE "state" IN ('closed', 'withdrawn', 'merged') AND NOT "on_hold" AND "words_erased_at" IS NULL;
