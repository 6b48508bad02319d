import { z } from 'zod';

const schema = z.object({ team: z.object({ id: z.string().min(1).max(1000) }) });

/** The id of the team to whose channel an activity belongs; undefined outside of teams. */
export function teamOf(channelData: unknown): string | undefined {
  return schema.safeParse(channelData).data?.team.id;
}
