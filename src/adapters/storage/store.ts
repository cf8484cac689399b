// Builds the store from its parts, which run the same statements on every database behind the Sql port.

import type { Store } from '../../core/delivery/store.ts'
import type { Log } from '../../core/ports.ts'
import { backlogIn } from './backlog.ts'
import { type Claims, rowClaims } from './claims.ts'
import { clockAheadIn } from './clock-ahead.ts'
import { deliveryLogIn } from './delivery-log.ts'
import { languagesIn } from './languages.ts'
import { ledgerIn } from './ledger.ts'
import { bulkDeliveriesIn } from './matching.ts'
import { memoryIn } from './memory.ts'
import { paceIn } from './pace.ts'
import { privacyIn } from './privacy.ts'
import { setAsideIn } from './set-aside.ts'
import type { Sql } from './sql.ts'
import { subscriptionsIn } from './subscriptions.ts'

export function createStore(sql: Sql, claims: Claims = rowClaims, log: Log = () => {}): Store {
  return {
    ...subscriptionsIn(sql, claims),
    ...languagesIn(sql),
    ...ledgerIn(sql, claims, log),
    ...setAsideIn(sql, log),
    ...backlogIn(sql),
    ...deliveryLogIn(sql, claims),
    ...bulkDeliveriesIn(sql),
    ...paceIn(sql),
    ...clockAheadIn(sql, claims),
    ...memoryIn(sql),
    ...privacyIn(sql, claims),
    async close() {
      await claims.close()
      await sql.close()
    },
  }
}
