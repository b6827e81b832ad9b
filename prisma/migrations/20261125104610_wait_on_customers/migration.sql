-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "customer_waited" INTEGER NOT NULL DEFAULT 0;
