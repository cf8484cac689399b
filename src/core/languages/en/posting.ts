// What the commands about posts and settings say, in English.
import type { LeapDay } from '../../calendar/recurrence.ts'
import type { DeliveryState } from '../../delivery/ledger.ts'
import type { Grace } from '../../delivery/subscription.ts'
import type { Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import type { GoneReason } from '../../ports.ts'
import { plural } from './words.ts'

export const posting = {
  subscribe: {
    does: 'Post an anniversary in this chat every year',
    options: {
      anniversary: 'Which anniversary',
      time: 'The local hour, for example 07:00',
      zone: 'The time zone, for example Europe/Paris',
    },
    done: (name: string) => `Subscribed: ${name}`,
    already: (name: string) => `Already so: ${name}`,
    again: (name: string) => `Changed for this chat: ${name}`,
    next: (moment: Inline): Words => ['Next post: ', moment],
    zoneIs: (zone: string) =>
      `The hour is that of ${zone}. For another zone, write it after the hour: /subscribe 07:00 Europe/Paris`,
    badTime: (typed: string) => `“${typed}” is not an hour I can read. Write it as 07:00.`,
    badZone: (typed: string) => `“${typed}” is not a time zone I know. Write it as Europe/Paris.`,
    whichZone: (typed: string) => `Which time zone do you mean by “${typed}”?`,
    whichOne: 'Which anniversary?',
    whichAnniversary: (typed: string) => `What do you mean by “${typed}”?`,
    preview: 'See the next post',
    settings: 'Settings',
  },
  unsubscribe: {
    does: 'Stop posting an anniversary in this chat',
    options: { anniversary: 'Which anniversary' },
    done: (name: string) => `No more posts here of: ${name}`,
    none: 'This chat is not subscribed to anything.',
    which: 'Which one shall I stop?',
    notThat: 'This chat is not subscribed to that.',
    back: 'Subscribe again',
  },
  settings: {
    does: 'What this chat is subscribed to',
    options: {
      anniversary: 'Which anniversary',
      time: 'The local hour, for example 07:00',
      zone: 'The time zone, for example Europe/Paris',
      grace: 'How late a post may still go out: skip, same-day, or days',
      leapday: 'Where 29 February falls in a common year',
      language: 'What this chat is told in',
      posts: 'Whether it is posted here',
      ask: 'Which setting to change',
    },
    title: 'Settings of this chat',
    language: (name: string) => `Language: ${name}`,
    change: (name: string) => `Change: ${name}`,
    changeHour: (hour: string) => `Hour: ${hour}`,
    changeZone: (zone: string) => `Zone: ${zone}`,
    back: 'Back',
    askHour: (line: string) => `At what hour? For another one, write it: ${line}`,
    askZone:
      'In which time zone? For another place, write a city, a country or an offset: /settings France, /settings +7',
    writeHour: 'Write an hour',
    writeZone: 'Write a place',
    askGrace: 'If a post cannot go out at its hour, how late may it come?',
    askLeapDay: 'Where shall 29 February fall in a common year?',
    none: 'This chat is not subscribed to anything.',
    hour: (hour: string, zone: string) => `Every year at ${hour}, ${zone}`,
    next: (moment: Inline): Words => ['Next post: ', moment],
    grace: (grace: Grace) => {
      switch (grace.type) {
        case 'skip':
          return 'A post that cannot go out at its hour is left out'
        case 'same-day':
          return 'A late post goes out until midnight'
        case 'days':
          return `A late post goes out for up to ${plural(grace.days, 'day')}`
        default:
          return grace satisfies never
      }
    },
    paused: (reason: GoneReason) => {
      const why = {
        blocked: 'the bot was blocked',
        kicked: 'the bot was removed',
        deleted: 'the chat was not found',
        forbidden: 'the bot may not post here',
      }
      return `Paused, because ${why[reason]}`
    },
    changeGrace: (grace: Grace): string => {
      switch (grace.type) {
        case 'skip':
          return 'Late posts: none'
        case 'same-day':
          return 'Late posts: until midnight'
        case 'days':
          return `Late posts: up to ${plural(grace.days, 'day')}`
        default:
          return grace satisfies never
      }
    },
    changeLeapDay: (day: LeapDay): string =>
      day === 'march-1' ? '29 February in common years: 1 March' : '29 February in common years: 28 February',
    stop: (name: string) => `Stop: ${name}`,
    start: (name: string) => `Subscribe: ${name}`,
  },
  language: {
    does: 'What this chat is told in',
    options: { language: 'The language' },
    is: (name: string) => `This chat is told in: ${name}. Which language shall it be?`,
    done: (name: string) => `From now on this chat is told in: ${name}.`,
  },
  preview: {
    does: 'Exactly what the next post will be, and when',
    options: { anniversary: 'Which anniversary' },
    next: (moment: Inline): Words => ['This is the next post here, due ', moment, ':'],
    would: (moment: Inline): Words => [
      'This chat is not subscribed to this day. If it were, this would be posted ',
      moment,
      ':',
    ],
  },
  why: {
    does: 'Whether and when a post will come here, and what became of the last ones',
    options: { resend: 'A delivery that may not have arrived, to send again' },
    comes: (moment: Inline): Words => ['Yes. The next post here is due on ', moment, '.'],
    notSubscribed: 'No. This chat is not subscribed to anything.',
    notNow: 'No, not as things are.',
    conditions: 'What that depends on',
    subscribed: 'This chat is subscribed.',
    active: 'The posts are not paused.',
    mayPost: 'The bot may post here.',
    mayNotPost: 'The bot may not post here.',
    unasked: 'Whether the bot may post here shows only when it posts.',
    hour: (hour: string, zone: string) => `The hour is ${hour} in ${zone}.`,
    last: 'The last posts',
    noneYet: 'None so far.',
    noSuch: 'There is no such post here.',
    states: {
      pending: 'waiting to be sent',
      leased: 'about to be sent',
      sending: 'being sent',
      sent: 'sent',
      unknown: 'sent, but no answer came: it may or may not have arrived, and is not repeated by itself',
      failed: 'failed',
      expired: 'not sent in time',
      skipped: 'left out',
    } satisfies Record<DeliveryState, string>,
    resend: (when: string) => `Send again: ${when}`,
    resending: (when: string) => `The post of ${when} goes out again.`,
    notResent: 'That post cannot be sent again: it arrived, or is on its way.',
  },
  privacy: {
    does: 'What is kept of this chat',
    title: 'What is kept of this chat',
    kept: 'To post here at the right hour, once, the bot keeps:',
    items: [
      'the id of the chat, and of the topic or channel where it posts',
      'the anniversaries it is subscribed to, with hour, zone, lateness and language',
      'which posts were made, when, and what became of each, for 400 days',
      'what a button stands for where it is too long for the button, for 400 days',
    ],
    notKept: 'It keeps no messages, no names and no profiles of people, and tells nobody what is asked.',
    export: 'All of it as a file',
    forget: 'Forget all of it',
  },
  export: {
    does: 'Everything that is kept of this chat, as a file',
    options: { here: 'Whether to post it for everybody here to see' },
    here: 'This is everything that is kept of this chat.',
    sentAlone: 'The file went to you alone, in our private chat.',
    notAlone:
      'The file is for you alone, and I have no private chat with you. Open one and ask here again, or have it posted here, where everybody can see it.',
    openPrivate: 'Open a private chat',
    postHere: 'Post it here',
    nothing: 'Nothing is kept of this chat.',
  },
  forget: {
    does: 'Erase everything that is kept of this chat',
    options: { sure: 'Whether you are sure' },
    ask: (subscriptions: number, deliveries: number) =>
      `This erases ${plural(subscriptions, 'subscription')} and the record of ${plural(deliveries, 'post')}, and ends all posts here. It cannot be undone.`,
    yes: 'Erase everything',
    done: 'Everything that was kept of this chat is erased.',
  },
}
