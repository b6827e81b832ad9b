-- AlterTable
ALTER TABLE "post" ADD COLUMN     "attempted_to" JSONB,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;
