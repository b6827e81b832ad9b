-- Nothing was consulted before there was this column.
ALTER TABLE "consult" ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL;
