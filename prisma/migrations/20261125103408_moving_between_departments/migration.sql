-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "lead_asked" TEXT,
ADD COLUMN     "lead_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "question_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "question_at" TIMESTAMPTZ(3),
ADD COLUMN     "question_by" TEXT;

-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "consulted" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "placed_by_council" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "waiting_department" TEXT,
ADD COLUMN     "waiting_on" TEXT,
ADD COLUMN     "waiting_question" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "waiting_since" TIMESTAMPTZ(3),
ADD COLUMN     "waiting_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "consult" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "consult_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "council_decision" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "from_department" TEXT NOT NULL,
    "to_department" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "speak_by" TIMESTAMPTZ(3) NOT NULL,
    "votes" JSONB NOT NULL,
    "review" BOOLEAN NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "council_decision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- What is open of an issue, and the questions that wait for a person.
CREATE INDEX "consult_open" ON "consult"("workspace_id", "issue_number") WHERE "state" <> 'ended';
CREATE INDEX "consult_asked" ON "consult"("workspace_id", "asked", "issue_number") WHERE "state" <> 'ended';
CREATE UNIQUE INDEX "council_decision_one_open" ON "council_decision"("workspace_id", "issue_number") WHERE "state" = 'open';

-- Whoever was consulted about a restricted issue may see it from then on.
CREATE OR REPLACE FUNCTION "readers_of"(i "issue") RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN i."audience" = 'restricted' AND i."state" IN ('flagged', 'claimed', 'resolved') THEN
    array_remove(ARRAY[i."flagged_by", i."owner", i."asked_person"] || i."followers" || i."consulted" ||
      ARRAY(SELECT 'department:' || "key" FROM unnest(i."held" || i."department") AS "key" WHERE "key" IS NOT NULL), NULL)
  ELSE ARRAY[]::TEXT[] END
$$;
