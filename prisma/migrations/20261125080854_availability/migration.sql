-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "pass" TEXT;

-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "take_over_asked" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "take_over_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "away_since" TIMESTAMPTZ(3),
ADD COLUMN     "handle" TEXT;

-- CreateTable
CREATE TABLE "absence" (
    "workspace_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "cover" TEXT,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("workspace_id","person")
);

-- CreateTable
CREATE TABLE "person_look" (
    "workspace_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "person_look_pkey" PRIMARY KEY ("workspace_id","person")
);

-- CreateTable
CREATE TABLE "departure" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told" TEXT[],
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "departure_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "person_look_workspace_id_at_idx" ON "person_look"("workspace_id", "at");

-- Who is away now is looked after like everybody who goes away later.
UPDATE "person" SET "away_since" = "seen_at" WHERE "away_until" IS NOT NULL;

-- What Prisma cannot say: somebody's departure from a department is told once, until all that was theirs is given away.
CREATE UNIQUE INDEX "departure_open" ON "departure"("workspace_id", "person", "department") WHERE "ended_at" IS NULL;

-- Whichever way we hear that somebody is away, is back or has left, the tick looks after what is theirs.
CREATE FUNCTION "note_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "person_look" AS l ("workspace_id", "person", "at") VALUES (NEW."workspace_id", NEW."id", NEW."seen_at")
    ON CONFLICT ("workspace_id", "person") DO UPDATE SET "at" = EXCLUDED."at", "changes" = l."changes" + 1;
  RETURN NULL;
END
$$;

CREATE TRIGGER "person_look_of_new" AFTER INSERT ON "person"
  FOR EACH ROW WHEN (NEW."kind" <> 'member' OR NEW."away_until" IS NOT NULL) EXECUTE FUNCTION "note_person"();
CREATE TRIGGER "person_look_of_changed" AFTER UPDATE ON "person"
  FOR EACH ROW WHEN (NEW."kind" <> OLD."kind" OR NEW."away_until" IS DISTINCT FROM OLD."away_until")
  EXECUTE FUNCTION "note_person"();

INSERT INTO "person_look" ("workspace_id", "person", "at")
  SELECT p."workspace_id", p."id", p."seen_at" FROM "person" p WHERE p."kind" <> 'member' OR p."away_until" > p."seen_at";
