/** What pushed channels call the messages that were sent to them, of those that are told of later: with buttons, or answers. */
export const schemaNames = `
CREATE TABLE channel_names (
  thread_id TEXT NOT NULL REFERENCES threads (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (thread_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_names_name ON channel_names (thread_id, name);
`;
