-- AlterTable: with a default, so that a process of the version before can still write beside one of this.
ALTER TABLE "issue" ADD COLUMN     "last_event_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "issue" AS i SET "last_event_at" = coalesce(
  (SELECT max(e."at") FROM "issue_event" AS e WHERE e."workspace_id" = i."workspace_id" AND e."issue_number" = i."number"),
  i."last_update_at"
);
