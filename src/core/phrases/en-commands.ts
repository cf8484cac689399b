// What the commands say, in English.
import type { LeapDay } from '../calendar/recurrence.ts'
import type { DeliveryState } from '../delivery/ledger.ts'
import type { Grace } from '../delivery/subscription.ts'
import type { Words } from '../message/build.ts'
import type { Inline } from '../message/message.ts'
import type { GoneReason } from '../ports.ts'
import { ordinal, plural } from './en-words.ts'

export const commands = {
  start: {
    does: 'What this is and where to begin',
    hello: (name: string) =>
      `This is an archive that speaks: ${name}. Every answer says who said it, where and when.`,
    ways: 'Ask with a command, or simply write what you are looking for.',
    onthisday: 'On this day',
    summary: 'Summaries',
    upcoming: 'Coming dates',
    help: 'All commands',
  },
  help: {
    does: 'All commands',
    title: 'Commands',
    search: 'Words without a command are searched for.',
  },
  summary: {
    does: 'The key points of an article, each with its speaker',
    options: { article: 'An article: id, title, publisher, year or a few words', length: 'How long' },
    lengths: { short: 'Shorter', medium: 'Longer', long: 'All key points' },
    ask: 'Which article shall I summarise?',
    opening: 'This article has no key points of its own yet; these are its first sentences.',
    read: 'Read it',
    more: 'More: ',
  },
  search: {
    does: 'Find passages by a few words, spelt more or less right',
    options: { words: 'What to look for', page: 'Which page of the results' },
    ask: 'What shall I look for? Write /search and a few words, for example:',
    write: 'Write words',
    found: (words: string, count: number) => `${plural(count, 'article')} for “${words}”`,
    corrected: (pairs: string) => `Not found as written; showing results for ${pairs}.`,
    instead: (typed: string, used: string) => `“${used}” in place of “${typed}”`,
    nothing: (words: string) => `Nothing found for “${words}”.`,
    near: 'Other words you can look up:',
    rather: 'The archive speaks of these, for example:',
    read: (title: string) => `Read: ${title}`,
    figures: (subject: string) => `Figures: ${subject}`,
  },
  article: {
    does: 'Read an article, page by page',
    options: { name: 'An article: id, title, publisher, year or a few words', page: 'Which page' },
    ask: 'Which article would you like to read?',
    digest: "The archive's own digest, not the publisher's text.",
    inferred: (how: string) => `The date is inferred: ${how}`,
    translated: "The archive's own translation of its English digest; quotations are translated too.",
    untranslated: (language: string) => `Not translated yet: this is the version in ${language}.`,
    summary: 'Key points',
  },
  facts: {
    does: 'Figures side by side, each with what it counts and who says it',
    options: { subject: 'What the figures are about' },
    ask: 'Which figures?',
    which: (typed: string) => `Which figures do you mean by “${typed}”?`,
    none: (typed: string) => `The archive compares no figures for “${typed}”. It has these:`,
    noFigures: 'No article of this archive gives a figure for this.',
    single: 'Only one article of this archive gives this.',
    others: 'Other figures',
  },
  who: {
    does: 'A person, body or place: spellings, roles by date, and where it is mentioned',
    options: { name: 'A name, in any spelling' },
    ask: 'Who? For example:',
    which: (typed: string) => `Who do you mean by “${typed}”?`,
    none: (typed: string) => `The archive knows nobody by “${typed}”. It knows, for example:`,
    also: (spellings: string) => `Also found as: ${spellings}`,
    roles: 'Roles, as the articles state them at their date',
    role: (role: string, year: string) => `${role} (as stated in ${year})`,
    mentioned: 'Mentioned in',
    nowhere: 'No article of this archive.',
    search: (name: string) => `Search: ${name}`,
  },
  timeline: {
    does: 'The dated events of the articles, each as precise as they have it',
    options: {
      from: 'The first year, for example 1975',
      to: 'The last year, for example 1989',
      as: 'As text, or as a picture',
    },
    title: 'Timeline',
    span: (from: string, to: string) => `${from} to ${to}`,
    derived: (when: string) => `${when} (derived)`,
    how: (how: string) => `The date is derived: ${how}`,
    none: 'The articles tell of nothing in that time.',
    all: 'The whole timeline',
    picture: 'As a picture',
    text: 'As text',
    notDrawn: 'The picture could not be drawn. This is the text.',
    unread: (typed: string) =>
      `“${typed}” is not a year or a date I can read. Write 1979, 1979-01 or 1979-01-07.`,
  },
  onthisday: {
    does: 'What the archive has on a day of the year, today if none is given',
    options: { date: 'today, tomorrow, 7 January, 01-07 or 7/1 (day/month)' },
    read: (day: string) => `Read as ${day}: the day comes first, then the month.`,
    rather: (day: string) => `${day} instead`,
    unread: (typed: string) =>
      `“${typed}” is not a day I can read. Write 7 January, 01-07 (month-day) or 7/1 (day/month).`,
    published: (when: string) => `Published on this day: ${when}`,
    none: (day: string) => `The archive has nothing on ${day}.`,
    next: (name: string, when: string) => `The next date it knows: ${name}, ${when}.`,
  },
  upcoming: {
    does: 'The coming anniversaries',
    title: 'Coming anniversaries',
    line: (when: string, days: string, years: number) =>
      `${when}, ${days}: the ${ordinal(years)} anniversary`,
    subscribed: 'posted in this chat',
    none: 'The archive knows no anniversaries.',
  },
  subscribe: {
    does: 'Post an anniversary in this chat every year',
    options: {
      anniversary: 'Which anniversary',
      time: 'The local hour, for example 07:00',
      zone: 'The time zone, for example Asia/Phnom_Penh',
    },
    done: (name: string) => `Subscribed: ${name}`,
    already: (name: string) => `Already so: ${name}`,
    again: (name: string) => `Changed for this chat: ${name}`,
    next: (moment: Inline): Words => ['Next post: ', moment],
    zoneIs: (zone: string) =>
      `The hour is that of ${zone}. For another zone, write it after the hour: /subscribe 07:00 Asia/Ho_Chi_Minh`,
    badTime: (typed: string) => `“${typed}” is not an hour I can read. Write it as 07:00.`,
    badZone: (typed: string) => `“${typed}” is not a time zone I know. Write it as Asia/Phnom_Penh.`,
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
      zone: 'The time zone, for example Asia/Phnom_Penh',
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
    askHour: 'At what hour? For another one, write it: /settings 06:30',
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
    title: 'Posts in this chat',
    notSubscribed: 'This chat is not subscribed to anything: no post will come.',
    pass: 'yes',
    fail: 'NO',
    unasked: 'not known',
    subscribed: 'subscribed',
    active: 'not paused',
    permission: 'may the bot post here? (some platforms cannot be asked)',
    hour: (hour: string, zone: string) => `the hour is ${hour} in ${zone}`,
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
    here: 'This is everything that is kept of this chat.',
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
  sources: {
    does: 'Who publishes what, and what this archive does not claim',
    title: 'The sources',
    articles: 'The articles',
    cautions: 'What this archive does not claim',
    titleNote: (how: string) => `Title: ${how}`,
    dateNote: (how: string) => `Date inferred: ${how}`,
    roles:
      'A person’s role is the one the article states, at its date. A claim stands with the person or paper that makes it.',
  },
}
