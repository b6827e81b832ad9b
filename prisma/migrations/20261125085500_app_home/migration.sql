-- What Prisma cannot say: indexes of only those rows that App Home looks for.

-- The open issues of a department, of one severity or of all, for those who may see them.
CREATE INDEX "issue_open_department" ON "issue"("workspace_id", "department", "audience", "severity", "number")
  WHERE "state" IN ('flagged', 'claimed', 'resolved');

-- The same of every department.
CREATE INDEX "issue_open_severity" ON "issue"("workspace_id", "severity", "audience", "number")
  WHERE "state" IN ('flagged', 'claimed', 'resolved');

-- Promises of a person to customers.
CREATE INDEX "issue_promised" ON "issue"("workspace_id", "owner", "number")
  WHERE "state" = 'claimed' AND "promise_by" IS NOT NULL;

-- Customers whom a person has still to tell.
CREATE INDEX "issue_to_tell" ON "issue"("workspace_id", "owner", "number") WHERE "state" = 'resolved';

-- The open issues of a customer.
CREATE INDEX "issue_open_customer" ON "issue"("workspace_id", "customer_id", "number")
  WHERE "state" IN ('flagged', 'claimed', 'resolved');

-- Customers whose name begins so, whatever the database sorts by.
CREATE INDEX "customer_name_begins" ON "customer"("workspace_id", "match_name" COLLATE "C");
