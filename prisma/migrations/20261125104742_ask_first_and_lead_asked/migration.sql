-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "question_to" TEXT;

-- Who was asked in the receiver's place, and who has to answer a question of theirs.
CREATE INDEX "handover_lead_asked" ON "handover"("workspace_id", "lead_asked", "issue_number") WHERE "state" = 'pending' AND "lead_asked" IS NOT NULL;
CREATE INDEX "handover_question" ON "handover"("workspace_id", "question_to", "issue_number") WHERE "state" = 'pending' AND "question_to" IS NOT NULL;
