import pg from 'pg'

/** What a filled workspace has that a reader of lists may meet. */
export const crowd = {
  workspaceId: 'T0PRACTICE',
  /** Owner of most claimed issues. */
  busy: 'U0BEN',
  /** Owns nothing, is asked nothing, follows nothing, and belongs to a department without a restricted issue. */
  idle: 'U0IVO',
  /** Belongs to no department at all. */
  stranger: 'U0NOBODY',
  /** In a department that held many of the restricted issues. */
  insider: 'U0JONAS',
  /** Is asked to accept handovers, to claim issues, and follows a few restricted ones. */
  asked: 'U0MIA',
  chair: 'U0CHLOE',
} as const

// An issue is open when it is one of the newest twentieth, or one in nineteen of the older ones: a tenth in all. Of the
// open ones only some of the very newest are for everybody, so that who may see few has to pass nearly all the others.
const issues = `
  WITH base AS (
    SELECT n, $3::timestamptz - (($2::int - n)::float8 / $2 * interval '730 days') AS flagged,
      (n > $2 * 0.95 OR n % 19 = 0) AS open,
      CASE WHEN n > $2 * 0.95 OR n % 19 = 0 THEN n <= $2 * 0.98 OR n % 2 = 0 ELSE n % 3 = 0 END AS restricted,
      (ARRAY['support', 'billing', 'sales', 'product'])[1 + n % 4] AS department,
      (ARRAY['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + n % 6] AS severity,
      'U' || lpad((n % 300)::text, 5, '0') AS person, 'U' || lpad(((n * 7) % 300)::text, 5, '0') AS other,
      (n * 13) % 10 AS dice
    FROM generate_series(1, $2::int) AS n),
  staged AS (
    SELECT *, CASE WHEN NOT open THEN (CASE WHEN dice = 9 THEN 'withdrawn' ELSE 'closed' END)
      WHEN dice < 3 THEN 'flagged' WHEN dice < 9 THEN 'claimed' ELSE 'resolved' END AS state FROM base)
  INSERT INTO issue (workspace_id, number, council_id, state, audience, words_shared, severity, strictest_severity,
    customer_id, stage, department, flagged_by, flagged_at, deadline_at, source_channel, source_ts, source_link, asks,
    asked_person, asked_role, asked_at, route_by, owner, claimed_at, next_step_by, last_update_at, held, attempts, hops,
    bounces, refusals, not_ours, resolved_at, closed_at, outcome, told_at, told_by, told_attempts, explained_again,
    satisfaction, withdrawn_at, card, followers, next_look_at, version, event_count)
  SELECT $1, n, 'main', state, CASE WHEN restricted THEN 'restricted' ELSE 'open' END, true, severity, severity,
    'c' || (n % 5000), 'pay', CASE WHEN state = 'flagged' AND n % 50 = 0 THEN NULL ELSE department END, person, flagged,
    flagged + interval '5 days', 'C0SUPPORT', n || '.000100', 'https://example.slack.com/archives/C0SUPPORT/p' || n, 1,
    CASE WHEN n % 97 = 0 THEN 'U0MIA' ELSE other END, 'owner', flagged,
    CASE WHEN state = 'flagged' AND n % 50 = 0 THEN flagged + interval '2 hours' END,
    CASE WHEN state IN ('flagged', 'withdrawn') THEN NULL WHEN dice < 8 THEN 'U0BEN' ELSE other END,
    CASE WHEN state NOT IN ('flagged', 'withdrawn') THEN flagged + interval '1 hour' END,
    CASE WHEN state = 'claimed' THEN flagged + interval '2 days' END, flagged + interval '2 hours',
    CASE WHEN n % 7 = 0 THEN ARRAY[department, 'sales'] ELSE ARRAY[department] END, n % 3, n % 2, 0, 0, 0,
    CASE WHEN state IN ('resolved', 'closed') THEN flagged + interval '2 days' END,
    CASE WHEN state = 'closed' THEN flagged + interval '3 days' END, CASE WHEN state = 'closed' THEN 'told' END,
    CASE WHEN state = 'closed' THEN flagged + interval '3 days' END, CASE WHEN state = 'closed' THEN person END,
    CASE WHEN state = 'closed' THEN 1 END, CASE WHEN state = 'closed' THEN 'no' END, NULL,
    CASE WHEN state = 'withdrawn' THEN flagged + interval '1 hour' END, 1,
    CASE WHEN n % 401 = 0 THEN ARRAY['U0MIA', other] WHEN n % 5 = 0 THEN ARRAY[other] ELSE ARRAY[]::text[] END,
    CASE WHEN state = 'flagged' THEN $3::timestamptz + ((n % 100) - 5) * interval '1 hour' END, 6, 6
  FROM staged`

const others = [
  `INSERT INTO person SELECT $1, 'U' || lpad(n::text, 5, '0'), 'Person ' || n, 'member', false, 'Europe/Berlin', NULL, $3
    FROM generate_series(0, 299) AS n WHERE $2::int > 0`,
  `INSERT INTO customer SELECT $1, 'c' || n, 'Customer ' || n, 'customer ' || n FROM generate_series(0, 4999) AS n
    WHERE $2::int > 0 AND $3::timestamptz IS NOT NULL`,
  `INSERT INTO issue_event (workspace_id, issue_number, seq, at, kind, actor, data)
    SELECT i.workspace_id, i.number, seq, i.flagged_at + seq * interval '6 hours',
      (ARRAY['flagged', 'asked', 'claimed', 'next_step_set', 'resolved', 'closed', 'handover_asked', 'handover_accepted'])[seq],
      i.flagged_by, CASE WHEN seq = 8 THEN '{"id":"h","from":"a","to":"b","owner":"U0BEN","bounce":false}'::jsonb ELSE '{}' END
    FROM issue i CROSS JOIN generate_series(1, 8) AS seq
    WHERE i.workspace_id = $1 AND i.number <= $2 AND $3::timestamptz IS NOT NULL
      AND (seq <= 3 OR i.state = 'closed' AND seq <= 6 OR i.number % 7 = 0)`,
  `INSERT INTO issue_words (workspace_id, issue_number, seq, kind, author, at, text)
    SELECT i.workspace_id, i.number, seq, CASE WHEN seq = 1 THEN 'flagged' ELSE 'done' END, i.flagged_by, i.flagged_at,
      repeat('They were charged twice and wrote again. ', 6)
    FROM issue i CROSS JOIN (VALUES (1), (5)) AS s(seq)
    WHERE i.workspace_id = $1 AND i.number <= $2 AND $3::timestamptz IS NOT NULL AND (seq = 1 OR i.state = 'closed')`,
  `INSERT INTO reminder (workspace_id, issue_number, kind, state, person, due_at, send_at, sent_at, post)
    SELECT i.workspace_id, i.number, 'unclaimed', '1:owner', i.flagged_by, i.flagged_at,
      CASE WHEN i.number % 1000 = 0 THEN $3::timestamptz END,
      CASE WHEN i.number % 1000 <> 0 THEN i.flagged_at END, 'reminder:' || i.flagged_by || ':' || i.number % 500
    FROM issue i WHERE i.workspace_id = $1 AND i.number <= $2`,
  `INSERT INTO handover (workspace_id, id, issue_number, state, from_department, to_department, asked_by, asked, reason,
      verdict, at, due_at, settled_at, lead_asked, lead_asked_at, question_by, question_to, question_at, question_answered_at)
    SELECT i.workspace_id, 'h' || i.number, i.number, CASE WHEN i.state = 'claimed' THEN 'pending' ELSE 'accepted' END,
      i.held[1], (ARRAY['support', 'billing', 'sales', 'product'])[1 + i.number / 7 % 4], i.flagged_by, CASE WHEN i.number % 3 = 0 THEN 'U0MIA' ELSE i.flagged_by END, 'expertise',
      'clear', i.flagged_at, i.flagged_at, NULL,
      CASE WHEN i.number % 5 = 0 THEN 'U0DINA' END, CASE WHEN i.number % 5 = 0 THEN i.flagged_at END,
      CASE WHEN i.number % 2 = 0 THEN 'U0MIA' END, CASE WHEN i.number % 2 = 0 THEN i.owner END,
      CASE WHEN i.number % 2 = 0 THEN i.flagged_at END, CASE WHEN i.number % 4 = 0 THEN i.flagged_at END
    FROM issue i WHERE i.workspace_id = $1 AND i.number <= $2 AND $3::timestamptz IS NOT NULL AND i.number % 7 = 0`,
  `INSERT INTO council_decision (workspace_id, id, issue_number, state, why, from_department, to_department, reason, asked_by,
      at, speak_by, votes, review)
    SELECT i.workspace_id, 'd' || i.number, i.number, CASE WHEN i.state = 'claimed' THEN 'open' ELSE 'ended' END, 'max_hops',
      i.department, 'product', 'expertise', i.owner, i.flagged_at, i.flagged_at,
      CASE WHEN i.number % 60 <> 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_object('by', 'U0CHLOE', 'person', 'U0MIA', 'at', i.flagged_at)) END,
      i.severity = 'urgent'
    FROM issue i WHERE i.workspace_id = $1 AND i.number <= $2 AND $3::timestamptz IS NOT NULL AND i.owner IS NOT NULL
      AND i.number % 15 = 0`,
  `INSERT INTO post (workspace_id, key, kind, issue_number, subject, place, live, channel, ts, created_at)
    SELECT i.workspace_id, kind || ':' || i.number, kind, i.number, jsonb_build_object('kind', kind), 'C0SUPPORT',
      i.state IN ('flagged', 'claimed', 'resolved'), 'C0SUPPORT', i.number || '.' || kind, i.flagged_at
    FROM issue i CROSS JOIN unnest(ARRAY['card', 'ask', 'receipt', 'claimed']) AS kind
    WHERE i.workspace_id = $1 AND i.number <= $2 AND $3::timestamptz IS NOT NULL`,
]

/**
 * Fills the workspace of a migrated, empty database with issues of the two years before `now`, numbered from 1, and with
 * all that belongs to them: a tenth is open, and nearly all the open ones are restricted.
 */
export async function fillWithIssues(url: string, count: number, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of [issues, ...others]) await client.query(sql, [crowd.workspaceId, count, now])
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}
