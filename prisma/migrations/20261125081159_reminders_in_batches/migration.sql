-- The rungs that were climbed become rows of the ledger: they are known as sent, to whom the timeline says.
ALTER TABLE "reminder" DROP CONSTRAINT "reminder_pkey",
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'unclaimed',
ADD COLUMN     "state" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "person" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "again" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "send_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "post" TEXT;

UPDATE "reminder" AS r SET
  "state" = r."round" || ':' || r."rung",
  "due_at" = r."at",
  "sent_at" = r."at",
  "person" = coalesce(
    (SELECT coalesce(e."data"->>'person', 'council') FROM "issue_event" AS e
     WHERE e."workspace_id" = r."workspace_id" AND e."issue_number" = r."issue_number" AND e."kind" = 'reminded'
       AND e."data"->>'round' = r."round"::text AND e."data"->>'rung' = r."rung" LIMIT 1), '');

ALTER TABLE "reminder" DROP COLUMN "at",
DROP COLUMN "round",
DROP COLUMN "rung",
ALTER COLUMN "kind" DROP DEFAULT,
ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "person" DROP DEFAULT,
ALTER COLUMN "due_at" SET NOT NULL,
ADD CONSTRAINT "reminder_pkey" PRIMARY KEY ("workspace_id", "issue_number", "kind", "state", "person", "again");

-- CreateTable
CREATE TABLE "reminder_batch" (
    "workspace_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_batch_pkey" PRIMARY KEY ("workspace_id","person","day","number")
);

-- CreateIndex
CREATE INDEX "reminder_workspace_id_post_idx" ON "reminder"("workspace_id", "post");

-- What waits to be sent: a few rows of many, so that a round with nothing due looks at nothing.
CREATE INDEX "reminder_waiting" ON "reminder"("workspace_id", "send_at") WHERE "send_at" IS NOT NULL;

-- Until now only unclaimed issues were looked at; the first round looks at every open one.
UPDATE "issue" SET "next_look_at" = CURRENT_TIMESTAMP WHERE "state" IN ('flagged', 'claimed', 'resolved');
