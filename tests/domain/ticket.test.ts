import { describe, expect, test } from 'vitest';

import { actOnTicket, isDue, type TicketAct, type TicketState } from '../../bot/domain/ticket.ts';

const anna = { id: 'a1', name: 'Anna' };
const bruno = { id: 'a2', name: 'Bruno' };
const open: TicketState = { status: 'open', remindAt: 90 };
const act = (state: TicketState, given: TicketAct) => actOnTicket(state, given, anna, 50);

describe('a ticket', () => {
  test('is answered, done and reopened, and remembers who saw to it', () => {
    const answered = { status: 'answered', agent: anna, answeredAt: 50, way: 'called' };
    expect(act(open, { kind: 'answer', way: 'called' })).toEqual(answered);
    const done = { ...answered, status: 'done', doneAt: 50, doneBy: 'Anna' };
    expect(act(answered as TicketState, { kind: 'done' })).toEqual(done);
    expect(act(done as TicketState, { kind: 'reopen', remindAt: 99 })).toEqual({
      status: 'open',
      agent: anna,
      remindAt: 99,
    });
  });

  test('may be done without an answer, and then nobody saw to it', () => {
    expect(act(open, { kind: 'done' })).toEqual({ status: 'done', doneAt: 50, doneBy: 'Anna' });
  });

  test('is given to a colleague and taken back, and the answer of another leaves it with the one who sees to it', () => {
    const assigned = { ...open, agent: bruno };
    expect(act(open, { kind: 'assign', to: bruno })).toEqual(assigned);
    expect(act(assigned, { kind: 'unassign' })).toEqual(open);
    expect(act(assigned, { kind: 'answer', way: 'mail' })).toMatchObject({ agent: bruno });
  });

  test('is due at the time that is set, and not without one', () => {
    expect(act(open, { kind: 'remind', at: 70 })).toEqual({ status: 'open', remindAt: 70 });
    expect(act(open, { kind: 'remind', at: null })).toEqual({ status: 'open' });
    expect([
      isDue(open, 89),
      isDue(open, 90),
      isDue({ status: 'open' }, 90),
      isDue({ ...open, status: 'done' }, 90),
    ]).toEqual([false, true, false, false]);
  });

  test('that is done takes a note and nothing else; one that is open is not reopened', () => {
    const done: TicketState = { status: 'done', doneAt: 1, doneBy: 'Bruno' };
    expect(act(done, { kind: 'note' })).toEqual(done);
    const acts: TicketAct[] = [
      { kind: 'assign', to: bruno },
      { kind: 'unassign' },
      { kind: 'answer', way: 'mail' },
      { kind: 'done' },
      { kind: 'remind', at: 1 },
    ];
    expect(acts.map((each) => act(done, each))).toEqual(acts.map(() => ({ refusal: 'ticket-done' })));
    expect(act(open, { kind: 'reopen', remindAt: 1 })).toEqual({ refusal: 'ticket-open' });
  });
});
