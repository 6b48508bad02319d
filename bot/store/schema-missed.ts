/** Questions without an answer are counted by their meaning words (missed-words.ts), and what was no question is left out. */
export const schemaMissed = `
UPDATE OR REPLACE missed_questions SET words = missed_words(text) WHERE words <> missed_words(text);
DELETE FROM missed_questions WHERE words = '';
`;
