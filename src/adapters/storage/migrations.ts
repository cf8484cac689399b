// Defines the schema step by step. A released step is never edited; a change is a new step at the end.
//
// Times are milliseconds since 1970 UTC, `tat` microseconds. `thread` is '' for none, because UNIQUE treats two NULLs as
// distinct.

/** All steps, oldest first. */
export const migrations = (database: 'sqlite' | 'postgres'): readonly string[] => [
  subscriptionsAndLedger,
  languagesAndMemory,
  indexes,
  database === 'sqlite' ? tallyTable : tallyView,
  database === 'sqlite' ? `${setAsideIndex}${setAsideTally}${sendCount}` : setAsideIndex,
  places,
]

const subscriptionsAndLedger = `
  CREATE TABLE subscription (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    anniversary TEXT NOT NULL,
    zone TEXT NOT NULL,
    local_time TEXT NOT NULL,
    grace TEXT NOT NULL,
    leap_day TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT,
    next_due_at BIGINT NOT NULL,
    next_occurrence TEXT NOT NULL,
    UNIQUE (platform, chat, thread, anniversary)
  );
  CREATE INDEX subscription_due ON subscription (next_due_at, id) WHERE status = 'active';

  CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    subscription TEXT NOT NULL REFERENCES subscription (id),
    occurrence TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    attempt INTEGER NOT NULL,
    resent INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT,
    message_id TEXT,
    last_error TEXT,
    UNIQUE (subscription, occurrence)
  );
  CREATE INDEX delivery_open ON delivery (state, next_at) WHERE state IN ('pending', 'leased', 'sending');

  CREATE TABLE rate (
    key TEXT PRIMARY KEY,
    tat BIGINT NOT NULL
  );

  CREATE TABLE fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
`

const languagesAndMemory = `
  CREATE TABLE language (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (platform, chat)
  );

  CREATE TABLE memory (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    platform TEXT,
    chat TEXT
  );
  CREATE INDEX memory_age ON memory (kept_at);
  CREATE INDEX memory_chat ON memory (platform, chat) WHERE chat IS NOT NULL;
`

/**
 * An index for each frequent query. SQLite uses a partial index only if the statement has the index's condition in the same
 * words, so an index on `state IN (...)` was never used. The platform, which never changes for a chat, is in the row too, so
 * that a lane does not look up the subscriptions of rows that wait for another platform.
 */
const indexes = `
  ALTER TABLE delivery ADD COLUMN platform TEXT NOT NULL DEFAULT '';
  UPDATE delivery SET platform = (SELECT s.platform FROM subscription s WHERE s.id = delivery.subscription);
  DROP INDEX delivery_open;
  CREATE INDEX delivery_waiting ON delivery (next_at, id, platform) WHERE state = 'pending';
  CREATE INDEX delivery_expiring ON delivery (expires_at) WHERE state = 'pending';
  CREATE INDEX delivery_leased ON delivery (lease_until) WHERE lease_until IS NOT NULL;
  CREATE INDEX delivery_age ON delivery (due_at, state);
  CREATE INDEX subscription_paused ON subscription (platform, chat, thread) WHERE status = 'paused';
`

/** How many rows are in each state. SQLite would count a million rows within our own process, so the counts are stored. */
const tallyTable = `
  CREATE TABLE tally (
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (name, state)
  ) WITHOUT ROWID;
  ${tallyTriggers('delivery', 'state', 'pending leased sending sent unknown failed expired skipped')}
  ${tallyTriggers('subscription', 'status', 'active paused ended')}

  -- A process of the version before, which should have been stopped, writes rows without it, and no lane would take them.
  CREATE TRIGGER delivery_placed AFTER INSERT ON delivery WHEN NEW.platform = '' BEGIN
    UPDATE delivery SET platform = (SELECT platform FROM subscription WHERE id = NEW.subscription) WHERE id = NEW.id;
  END;
`

/** Triggers keep the counts in the transaction of the change itself. */
function tallyTriggers(table: string, column: string, states: string): string {
  const change = (row: 'OLD' | 'NEW', by: string) =>
    `UPDATE tally SET count = count ${by} WHERE name = '${table}' AND state = ${row}.${column};`
  return `
  INSERT INTO tally (name, state, count)
    SELECT '${table}', column1, (SELECT COUNT(*) FROM ${table} WHERE ${column} = column1)
    FROM (VALUES ${states
      .split(' ')
      .map(state => `('${state}')`)
      .join(', ')});
  CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN ${change('NEW', '+ 1')} END;
  CREATE TRIGGER ${table}_erased AFTER DELETE ON ${table} BEGIN ${change('OLD', '- 1')} END;
  CREATE TRIGGER ${table}_changed AFTER UPDATE OF ${column} ON ${table} WHEN OLD.${column} <> NEW.${column}
    BEGIN ${change('OLD', '- 1')} ${change('NEW', '+ 1')} END;`
}

/** PostgreSQL counts in another process. With a stored count, replicas would wait for each other at every row. */
const tallyView = `
  -- So that a process of the version before, which should have been stopped, fails and its rows wait for us.
  ALTER TABLE delivery ALTER COLUMN platform DROP DEFAULT;
  CREATE VIEW tally AS
    SELECT 'delivery' AS name, state, COUNT(*) AS count FROM delivery GROUP BY state
    UNION ALL
    SELECT 'subscription' AS name, status AS state, COUNT(*) AS count FROM subscription GROUP BY status;
`

/** For the subscriptions that cannot be worked out: there are none or few. */
const setAsideIndex = `
  CREATE INDEX subscription_set_aside ON subscription (id) WHERE status = 'set-aside';
`
const setAsideTally = `
  INSERT INTO tally (name, state, count) VALUES ('subscription', 'set-aside', 0);
`

/** How many sends began, counted in the transaction of each: marker.ts compares it with the file beside the state. */
const sendCount = `
  INSERT INTO fact (name, value) VALUES ('sends', '0');
  CREATE TRIGGER delivery_sending AFTER UPDATE OF state ON delivery WHEN NEW.state = 'sending' BEGIN
    UPDATE fact SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = 'sends';
  END;
`

/**
 * A place of a chat has its own language and memory, and a subscription knows who made it. Entries from before say in
 * their keys which place they are about: a delivery of it, or a channel. The others are about the chat.
 */
const places = `
  ALTER TABLE subscription ADD COLUMN subscriber TEXT;

  CREATE TABLE chosen_language (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (platform, chat, thread)
  );
  INSERT INTO chosen_language SELECT platform, chat, '', language FROM language;
  DROP TABLE language;
  ALTER TABLE chosen_language RENAME TO language;

  ALTER TABLE memory ADD COLUMN thread TEXT;
  UPDATE memory SET thread = '' WHERE chat IS NOT NULL;
  ${['refusals ', 'discord post ']
    .map(
      prefix => `UPDATE memory SET thread = COALESCE((
        SELECT s.thread FROM delivery d JOIN subscription s ON s.id = d.subscription
        WHERE d.id = SUBSTR(memory.key, ${prefix.length + 1})), '')
    WHERE chat IS NOT NULL AND key LIKE '${prefix}%';`,
    )
    .join('\n  ')}
  ${['discord type ', 'discord wishes ']
    .map(
      prefix => `UPDATE memory SET thread = SUBSTR(key, ${prefix.length + 1})
    WHERE chat IS NOT NULL AND key LIKE '${prefix}%' AND SUBSTR(key, ${prefix.length + 1}) <> chat;`,
    )
    .join('\n  ')}
`
