/** Where the lines of a list wait until all of them are known to be right; gone with the transaction. */
export const makeRoom = `
  CREATE TEMP TABLE listed (workspace_id text, line int, key text, name text, match_name text COLLATE "C", tier text,
    region text, fresh_id text, customer_id text, known boolean) ON COMMIT DROP;
  CREATE TEMP TABLE joined (workspace_id text, customer_id text, old_id text) ON COMMIT DROP`

/** $1 workspace, $2 the lines as JSON. */
export const takeLines = `
  INSERT INTO listed (workspace_id, line, key, name, match_name, tier, region, fresh_id)
  SELECT $1, line, key, name, match_name, tier, region, fresh_id FROM jsonb_to_recordset($2::jsonb)
    AS l(line int, key text, name text, match_name text, tier text, region text, fresh_id text)`

/** Without this PostgreSQL would plan for an empty table. */
export const countLines = 'ANALYZE listed'

/** Keys and names that occur twice, each with both of its lines; $1 workspace, $2 how many. */
export const doubles = `
  SELECT line, first, what, said FROM (
    SELECT line, min(line) OVER (PARTITION BY key) AS first, 'key' AS what, key AS said FROM listed l
      WHERE l.workspace_id = $1
    UNION ALL
    SELECT line, min(line) OVER (PARTITION BY match_name), 'name', name FROM listed l WHERE l.workspace_id = $1) d
  WHERE first < line ORDER BY line, what LIMIT $2`

/** Names that are another customer's by the key of that one, which is not in the list; $1 workspace, $2 how many. */
export const taken = `
  SELECT l.line, l.name AS said, c.key FROM listed l
  JOIN customer_name n ON n.workspace_id = l.workspace_id AND n.match_name = l.match_name
  JOIN customer c ON c.workspace_id = n.workspace_id AND c.id = n.customer_id
  WHERE l.workspace_id = $1 AND c.match_name = l.match_name AND c.key <> l.key
    AND NOT EXISTS (SELECT FROM listed o WHERE o.workspace_id = l.workspace_id AND o.key = c.key)
  ORDER BY l.line LIMIT $2`

/**
 * Who each line is: the customer of its key, else the one that people named so before there was a key, else a new one.
 * What the list has no column for stays as it is; $1 workspace.
 */
export const recognise = `
  UPDATE listed l SET customer_id = coalesce(k.id, n.id, l.fresh_id), known = k.id IS NOT NULL OR n.id IS NOT NULL,
    tier = nullif(coalesce(l.tier, k.tier), ''), region = nullif(coalesce(l.region, k.region), '')
  FROM listed o
    LEFT JOIN customer k ON k.workspace_id = o.workspace_id AND k.key = o.key
    LEFT JOIN customer_name a ON a.workspace_id = o.workspace_id AND a.match_name = o.match_name
    LEFT JOIN customer n ON n.workspace_id = a.workspace_id AND n.id = a.customer_id AND n.key IS NULL
  WHERE l.workspace_id = $1 AND o.workspace_id = l.workspace_id AND o.line = l.line`

/** What a list will have done: customers that are new, that change, and that stay as they are; $1 workspace. */
export const outcome = `
  SELECT count(*) FILTER (WHERE NOT l.known)::int AS added,
    count(*) FILTER (WHERE l.known AND (c.name, c.key, c.tier, c.region)
      IS DISTINCT FROM (l.name, l.key, l.tier, l.region))::int AS changed,
    count(*)::int AS lines
  FROM listed l LEFT JOIN customer c ON c.workspace_id = l.workspace_id AND c.id = l.customer_id
  WHERE l.workspace_id = $1`

/** Regions of the list, each with its first line; $1 workspace. */
export const regions = `
  SELECT region, min(line)::int AS line, count(*)::int AS customers FROM listed l
  WHERE l.workspace_id = $1 AND region IS NOT NULL GROUP BY region ORDER BY 2 LIMIT 200`

/**
 * Customers whom people named by the name that the list gives to another one: they are one. Written down once, because
 * each statement sees what was committed before it: one that sees more than the others would leave an issue behind.
 */
const joinNamed = `
  INSERT INTO joined (workspace_id, customer_id, old_id)
  SELECT l.workspace_id, l.customer_id, n.id FROM listed l
  JOIN customer_name a ON a.workspace_id = l.workspace_id AND a.match_name = l.match_name
  JOIN customer n ON n.workspace_id = a.workspace_id AND n.id = a.customer_id AND n.key IS NULL
  WHERE l.workspace_id = $1 AND n.id <> l.customer_id`

/** In this order; $1 workspace. The version is raised so that a change under way is decided again on this. */
export const carryOver: readonly string[] = [
  joinNamed,
  // Who names one of them at this moment is waited for, and its issue is then seen.
  `SELECT 1 FROM customer_name n JOIN joined j ON n.workspace_id = j.workspace_id
   AND n.customer_id = j.old_id WHERE n.workspace_id = $1 FOR UPDATE OF n`,
  `UPDATE issue i SET customer_id = j.customer_id, version = i.version + 1
   FROM joined j WHERE i.workspace_id = j.workspace_id AND i.customer_id = j.old_id AND i.workspace_id = $1`,
  `WITH gone AS (
     DELETE FROM customer c USING joined j
     WHERE c.workspace_id = j.workspace_id AND c.id = j.old_id AND c.workspace_id = $1)
   UPDATE customer_name n SET customer_id = j.customer_id
   FROM joined j WHERE n.workspace_id = j.workspace_id AND n.customer_id = j.old_id AND n.workspace_id = $1`,
  `INSERT INTO customer AS c (workspace_id, id, name, match_name, key, tier, region)
   SELECT l.workspace_id, l.customer_id, l.name, l.match_name, l.key, l.tier, l.region
   FROM listed l WHERE l.workspace_id = $1
   ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, match_name = excluded.match_name,
     key = excluded.key, tier = excluded.tier, region = excluded.region
   WHERE c.workspace_id = $1 AND (c.name, c.key, c.tier, c.region)
     IS DISTINCT FROM (excluded.name, excluded.key, excluded.tier, excluded.region)`,
  `INSERT INTO customer_name AS n (workspace_id, match_name, customer_id)
   SELECT l.workspace_id, l.match_name, l.customer_id FROM listed l WHERE l.workspace_id = $1
   ON CONFLICT (workspace_id, match_name) DO UPDATE SET customer_id = excluded.customer_id
   WHERE n.workspace_id = $1 AND n.customer_id <> excluded.customer_id`,
]

/** Whom somebody named at this moment by a name of the list: a customer beside the one that has the name now; $1 workspace. */
export const leftBehind = `
  SELECT 1 FROM listed l JOIN customer c ON c.workspace_id = l.workspace_id AND c.match_name = l.match_name
  WHERE l.workspace_id = $1 AND c.id <> l.customer_id LIMIT 1`
