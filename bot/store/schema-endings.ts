/**
 * What the figures count by is a column, and each index begins with what is counted and ends with when: a count is one walk along
 * neighbours, and nothing is sorted.
 */
export const schemaEndings = `
-- How it ended, or open; null for what no figure counts: spam, and conversations in which the customer said nothing.
ALTER TABLE conversations ADD COLUMN ending TEXT;
UPDATE conversations SET ending = CASE
  WHEN customer_messages = 0 OR outcome = 'spam' THEN NULL
  WHEN status = 'closed' THEN coalesce(solved, 'nobody')
  ELSE 'open' END;
DROP INDEX conversations_figures;
CREATE INDEX conversations_endings ON conversations (ending, channel, language, handled_by, opened_at);
CREATE INDEX conversations_quarters ON conversations (opened_quarter, ending, channel, language, handled_by, opened_at);
CREATE INDEX conversations_handed_over ON conversations (
  opened_at, ending, channel, language, handled_by, handoff_reason, ticket, outcome, closed_at, awaited_from, first_agent_at,
  first_claimed_at
) WHERE handoff_reason IS NOT NULL OR first_agent_at IS NOT NULL;
-- For the export, a page after the other.
CREATE INDEX conversations_opened ON conversations (opened_at, id);
CREATE INDEX ratings_asked ON ratings (asked_at, conversation_id);

DROP INDEX ratings_figures;
ALTER TABLE ratings DROP COLUMN asked_quarter;
CREATE INDEX ratings_scores ON ratings (scale, score, handled_by, channel, language, asked_at);

-- The ratings of each entry. Triggers keep them, so that they cannot differ from those of the conversations.
CREATE TABLE entry_ratings (
  conversation_id TEXT NOT NULL REFERENCES ratings (conversation_id),
  entry TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  scale TEXT NOT NULL,
  score INTEGER,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (conversation_id, entry)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ratings_asked_of_entries AFTER INSERT ON ratings BEGIN
  INSERT INTO entry_ratings
    SELECT DISTINCT new.conversation_id, value, new.asked_at, new.scale, new.score, new.channel, new.language FROM json_each(new.entries);
END;
CREATE TRIGGER ratings_given_to_entries AFTER UPDATE OF score ON ratings BEGIN
  UPDATE entry_ratings SET score = new.score WHERE conversation_id = new.conversation_id;
END;
INSERT INTO entry_ratings
  SELECT DISTINCT conversation_id, e.value, asked_at, scale, score, channel, language FROM ratings, json_each(entries) e;
CREATE INDEX entry_ratings_scores ON entry_ratings (entry, scale, score, asked_at, channel, language);

DROP INDEX answers_figures;
CREATE INDEX answers_outcomes ON answers (entry, given_by, outcome, at, channel, language);
`;
