// Says how late a post may go out, in the words for each kind of lateness.

import type { Grace } from '../../delivery/subscription.ts'

export function graceIn(
  words: { skip: string; 'same-day': string; days: (days: number) => string },
  grace: Grace,
): string {
  switch (grace.type) {
    case 'skip':
    case 'same-day':
      return words[grace.type]
    case 'days':
      return words.days(grace.days)
    default:
      return grace satisfies never
  }
}
