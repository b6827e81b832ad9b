-- DropIndex
DROP INDEX "handover_workspace_id_asked_state_idx";

-- DropIndex
DROP INDEX "handover_workspace_id_issue_number_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_asked_person_state_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_closed_at_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_customer_id_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_department_state_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_flagged_by_state_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_next_look_at_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_owner_state_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_state_number_idx";

-- DropIndex
DROP INDEX "issue_event_workspace_id_kind_at_idx";

-- DropIndex
DROP INDEX "issue_words_workspace_id_author_idx";

-- CreateTable
CREATE TABLE "issue_reader" (
    "workspace_id" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "issue_number" INTEGER NOT NULL,

    CONSTRAINT "issue_reader_pkey" PRIMARY KEY ("workspace_id","reader","issue_number")
);

-- What Prisma cannot say: indexes of only those rows that a list, the tick or the digest looks for. A flag pays for
-- each index whose condition it meets, and a closed issue is in few of them.

-- Lists of open issues, and the unclaimed ones of the digest: in the order of their numbers.
CREATE INDEX "issue_open" ON "issue"("workspace_id", "state", "audience", "number")
  WHERE "state" IN ('flagged', 'claimed', 'resolved');

-- What a person answers for.
CREATE INDEX "issue_owned" ON "issue"("workspace_id", "owner", "number") WHERE "state" IN ('claimed', 'resolved');

-- What a person is asked to claim.
CREATE INDEX "issue_asked" ON "issue"("workspace_id", "asked_person", "number") WHERE "state" = 'flagged';

-- What the chair has to route.
CREATE INDEX "issue_unrouted" ON "issue"("workspace_id", "number") WHERE "state" = 'flagged' AND "route_by" IS NOT NULL;

-- What the tick has to look at.
CREATE INDEX "issue_next_look" ON "issue"("workspace_id", "next_look_at") WHERE "next_look_at" IS NOT NULL;

-- What was closed in the weeks of a digest.
CREATE INDEX "issue_closed" ON "issue"("workspace_id", "closed_at") WHERE "closed_at" IS NOT NULL;

-- What moved in the weeks of a digest.
CREATE INDEX "issue_event_moves" ON "issue_event"("workspace_id", "at") WHERE "kind" = 'handover_accepted';

-- Handovers that wait for a person, and for somebody of a department.
CREATE INDEX "handover_asked" ON "handover"("workspace_id", "asked", "issue_number") WHERE "state" = 'pending';
CREATE INDEX "handover_to" ON "handover"("workspace_id", "to_department", "issue_number") WHERE "state" = 'pending';

-- Who may see an issue while it is restricted and open, besides the council and those a pending handover asks.
CREATE FUNCTION "readers_of"(i "issue") RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN i."audience" = 'restricted' AND i."state" IN ('flagged', 'claimed', 'resolved') THEN
    array_remove(ARRAY[i."flagged_by", i."owner", i."asked_person"] || i."followers" ||
      ARRAY(SELECT 'department:' || "key" FROM unnest(i."held" || i."department") AS "key" WHERE "key" IS NOT NULL), NULL)
  ELSE ARRAY[]::TEXT[] END
$$;

CREATE FUNCTION "note_readers"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "now_readers" TEXT[] := "readers_of"(NEW);
  "old_readers" TEXT[] := ARRAY[]::TEXT[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    "old_readers" := "readers_of"(OLD);
    IF "old_readers" = "now_readers" THEN RETURN NULL; END IF;
    DELETE FROM "issue_reader" WHERE "workspace_id" = OLD."workspace_id" AND "issue_number" = OLD."number"
      AND "reader" = ANY("old_readers") AND "reader" <> ALL("now_readers");
  END IF;
  INSERT INTO "issue_reader" SELECT NEW."workspace_id", "reader", NEW."number" FROM unnest("now_readers") AS "reader"
    WHERE "reader" <> ALL("old_readers") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER "issue_readers_of_new" AFTER INSERT ON "issue"
  FOR EACH ROW WHEN (NEW."audience" = 'restricted') EXECUTE FUNCTION "note_readers"();
CREATE TRIGGER "issue_readers_of_changed" AFTER UPDATE ON "issue"
  FOR EACH ROW WHEN (NEW."audience" = 'restricted' OR OLD."audience" = 'restricted') EXECUTE FUNCTION "note_readers"();

INSERT INTO "issue_reader"
  SELECT DISTINCT i."workspace_id", "reader", i."number" FROM "issue" i CROSS JOIN unnest("readers_of"(i)) AS "reader";
