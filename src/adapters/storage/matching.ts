// Finds the deliveries that match a filter, in pages.

import type { BulkDeliveries, DeliveryFilter } from '../../core/delivery/store.ts'
import { deliveryOf, readableOf, SELECT_DELIVERY } from './rows.ts'
import type { Sql } from './sql.ts'

const PAGE = 500

export function bulkDeliveriesIn(sql: Sql): BulkDeliveries {
  return {
    async *matching(filter) {
      const { conditions, values } = conditionsOf(filter)
      for (let after = ''; ; ) {
        const rows = await sql.all(
          `${SELECT_DELIVERY} WHERE ${[...conditions, `d.id > $${values.length + 1}`].join(' AND ')}
           ORDER BY d.id LIMIT ${PAGE}`,
          ...values,
          after,
        )
        yield readableOf(rows, deliveryOf)
        if (rows.length < PAGE) return
        after = String(rows.at(-1)?.delivery_id)
      }
    },
  }
}

function conditionsOf({ states, anniversary, platform, since, until }: DeliveryFilter) {
  const values: (string | number)[] = [...states]
  const marks = states.map((_, index) => `$${index + 1}`).join(', ')
  const conditions = [`d.state IN (${marks})`]
  const require = (condition: (mark: string) => string, value: string | number | undefined) => {
    if (value === undefined) return
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  require(mark => `s.anniversary = ${mark}`, anniversary)
  require(mark => `d.platform = ${mark}`, platform)
  require(mark => `d.due_at >= ${mark}`, since?.epochMilliseconds)
  require(mark => `d.due_at < ${mark}`, until?.epochMilliseconds)
  return { conditions, values }
}
