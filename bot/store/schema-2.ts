/** Version 2: what an account may do. Accounts made before could do everything there was, and keep it. */
export const schema2 = `
-- A JSON list of agent, editor, manager, admin.
ALTER TABLE accounts ADD COLUMN roles TEXT NOT NULL DEFAULT '["agent","editor","manager","admin"]';
`;
