/** For whom a link is, in the words of whoever made it; null = not said. Only admins see it. */
export const schemaInvitations = `
ALTER TABLE invitations ADD COLUMN guest TEXT;
`;
