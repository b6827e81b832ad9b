-- AlterTable
ALTER TABLE "post" ADD COLUMN     "queued" BOOLEAN NOT NULL DEFAULT false;

-- Ends a statement, and undoes all of it, when another change came first.
CREATE FUNCTION "lose_race"() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'another change came first' USING ERRCODE = 'CX001';
END
$$;
