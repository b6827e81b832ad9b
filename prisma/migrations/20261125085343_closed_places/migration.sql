-- AlterTable
ALTER TABLE "post" ADD COLUMN     "next_look_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "closed_place" (
    "workspace_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_place_pkey" PRIMARY KEY ("workspace_id","place")
);

-- What is due to be tried again, found without a look at all other messages
CREATE INDEX "post_to_look_at" ON "post"("workspace_id", "next_look_at") WHERE "next_look_at" IS NOT NULL;
