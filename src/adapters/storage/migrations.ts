// The schema, step by step: a step that has been released is never edited, a change is a new step at the end.
//
// Times are milliseconds since 1970 UTC, `tat` microseconds. `thread` is '' for none, because UNIQUE takes two NULLs for distinct.

export const migrations: readonly string[] = [
  `
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
  `,
  `
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
  `,
]
