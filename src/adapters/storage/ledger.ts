// The Store in SQL: the same statements on every database behind the Sql port.
import type { Store } from '../../core/delivery/ledger.ts'
import { type Claims, rowClaims } from './claims.ts'
import { deliveriesIn } from './deliveries.ts'

import { memoryIn } from './memory.ts'
import { heldUntil, hold, reserve } from './pace.ts'
import { privacyIn } from './privacy.ts'
import type { Sql } from './sql.ts'
import { subscriptionsIn } from './subscriptions.ts'

/** A Store over the database. */
export function createStore(sql: Sql, claims: Claims = rowClaims): Store {
  return {
    ...subscriptionsIn(sql, claims),
    ...deliveriesIn(sql, claims),
    ...memoryIn(sql),
    ...privacyIn(sql, claims),
    reserve: (account, chats, now) => reserve(sql, account, chats, now),
    hold: (key, until) => hold(sql, key, until),
    heldUntil: key => heldUntil(sql, key),
    async close() {
      await claims.close()
      await sql.close()
    },
  }
}
