/** Which of the messages that a channel names still bear buttons: they are taken away when they were used, or mean nothing any more. */
export const schemaOffers = `
ALTER TABLE channel_names ADD COLUMN buttons INTEGER NOT NULL DEFAULT 0;
CREATE INDEX channel_names_buttons ON channel_names (thread_id, seq) WHERE buttons = 1;
`;
