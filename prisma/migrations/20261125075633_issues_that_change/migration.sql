-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "links" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "on_hold" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "promise_by" TIMESTAMPTZ(3),
ADD COLUMN     "region" TEXT;
