-- Nothing was consulted before there was this column.
ALTER TABLE "consult" ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL;

-- What was asked back waits for the owner: App Home looks for it.
CREATE INDEX "consult_asked_back" ON "consult"("workspace_id", "issue_number") WHERE "state" = 'asked_back';
