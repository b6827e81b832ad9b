-- A decision may be opened by the one whom the council named: nobody wants it anywhere then.
ALTER TABLE "council_decision" ALTER COLUMN "to_department" DROP NOT NULL,
ALTER COLUMN "reason" DROP NOT NULL;
