-- DropIndex
DROP INDEX "customer_workspace_id_match_name_key";

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "key" TEXT,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "tier" TEXT;

-- Names are compared byte by byte, so that the key also finds those that begin alike, whatever the language of the
-- database is.
-- CreateTable
CREATE TABLE "customer_name" (
    "workspace_id" TEXT NOT NULL,
    "match_name" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT NOT NULL,

    CONSTRAINT "customer_name_pkey" PRIMARY KEY ("workspace_id","match_name")
);

-- CreateIndex
CREATE INDEX "customer_name_workspace_id_customer_id_idx" ON "customer_name"("workspace_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_workspace_id_key_key" ON "customer"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "issue_workspace_id_customer_id_idx" ON "issue"("workspace_id", "customer_id");

-- Whoever was named before is found by that name.
INSERT INTO "customer_name" ("workspace_id", "match_name", "customer_id")
  SELECT "workspace_id", "match_name", "id" FROM "customer";
