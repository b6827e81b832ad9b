-- What was merged into an issue, for whoever reads its story.
CREATE INDEX "issue_merged" ON "issue"("workspace_id", "merged_into") WHERE "merged_into" IS NOT NULL;

-- The open issues of one customer.
CREATE INDEX "issue_open_of_customer" ON "issue"("workspace_id", "customer_id", "number")
  WHERE "state" IN ('flagged', 'claimed', 'resolved');
