// Holds everything the bot says, in English.

import type { Temporal } from 'temporal-polyfill'
import { moment, type Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import { commands } from './commands.ts'
import { choiceNames } from './values.ts'
import { date, monthName, ordinal, time } from './words.ts'

export const en = {
  date,
  ordinal,
  /** A number as the language writes it. */
  digits: (n: number) => String(n),
  /** The mark that ends a sentence. */
  stop: '.',
  day: (month: number, day: number) => `${day} ${monthName(month)}`,
  month: monthName,
  inferredDate: (when: string) => `${when} (inferred)`,
  /** In a source line, where there is room. */
  dateInferred: (when: string) => `${when} (date inferred)`,
  /** For an article that was imported and not yet reviewed by a curator. */
  unreviewedDate: (when: string) => `${when}, not yet reviewed`,
  /** A source whose link leads to a copy. */
  linkToCopy: (source: string) => `${source}, copy`,
  /** A moment in its zone and in UTC. */
  moment: (local: Temporal.ZonedDateTime): Inline => {
    const utc = local.withTimeZone('UTC')
    const utcDay = utc.toPlainDate().equals(local.toPlainDate()) ? '' : `${date(utc)}, `
    const there = `${date(local)} at ${time(local)}`
    if (local.timeZoneId === 'UTC') return moment(local.epochMilliseconds, `${there} UTC`)
    const inZone = `${there} (${local.timeZoneId})`
    return moment(local.epochMilliseconds, `${inZone} · ${utcDay}${time(utc)} UTC`, inZone)
  },
  inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),

  /** After a date or a name, before the words about it. */
  colon: ': ',
  /** A claim and its speaker as one sentence. */
  claim: (speaker: string, words: string) => `${speaker}: ${words}`,
  /** For a claim whose speaker the curator left out. */
  noSpeaker: 'no speaker named',
  retelling: (name: string) => `retelling ${name}`,
  as: (whose: string, via: string) => `${whose}, as reported by ${via}`,
  reportedBy: (via: string) => `as reported by ${via}`,
  described: (name: string, what: string) => `${name} (${what})`,
  writingIn: (name: string, paper: string) => `${name}, writing in ${paper}`,
  withRole: (name: string, role: string) =>
    // A role that had already ended is stated as it was.
    /^former\b/i.test(role) ? `${name} (${role}, as stated then)` : `${name} (then ${role})`,

  post: {
    untranslated: 'Parts of this are not translated yet and are in English.',
    anniversary: (when: string, years: number) => `${when} · the ${ordinal(years)} anniversary`,
    theDay: (when: string) => `${when} · the day itself`,
    late: (due: Inline): Words => ['This post is late: it was due on ', due, '.'],
    account: 'What the articles say',
    outside: 'From outside this archive',
    note: 'Each line says whose words it rests on. The archive reports and does not judge.',
    /** For a day whose meaning is disputed. */
    disputed:
      'Each line says whose words it rests on. What this day means is remembered differently; the archive reports and does not judge.',
    /** Opens the whole post where it was cut. */
    whole: 'All of it',
    articles: 'The articles',
    sources: 'About the sources',
  },

  picture: {
    /** For people who cannot see the card. */
    card: (words: string) => `A card with the words: ${words}`,
    timeline: (span: string) =>
      `The timeline as a picture, ${span}. The text form has the same events, with speakers and sources.`,
    legend: { day: 'day', month: 'month', year: 'year', span: 'span of time', derived: 'derived' },
    note: 'Each date is as precise as the articles give it. Each line says whose words it rests on.',
  },

  about:
    'An archive that speaks in chat and remembers its dates. Every answer says who said it, where and when.',
  commands,
  /** By value, over all options. A value without a name is written as it is. */
  choiceNames,

  several: (words: string) => `Several articles match “${words}”. Which one?`,
  nearestArticle: (words: string) => `No article is called “${words}”. The nearest:`,
  /** Where one thing came near the words, and was taken. */
  takenFor: (name: string, words: string) => `${name}, for “${words}”.`,
  noArticle: (words: string) => `No article matches “${words}”.`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  /** Which entries of a list are shown. */
  entries: (first: number, last: number, of: number) => `${first}–${last} of ${of}`,
  searchArchive: 'Search the archive',
  /** Which part of a chat is meant: they complete sentences such as "Everything stored about this channel is erased." */
  scope: {
    chat: 'this chat',
    channel: 'this channel',
    server: 'this server',
    topic: 'this topic',
    group: 'this group',
    only: (of: string) => `Only ${of}`,
    all: (of: string) => `All of ${of}`,
  },
  place: {
    option: 'The channel this is about; this one if left out',
    lacks: (permission: string, channel: string) =>
      `I cannot post in ${channel}: I need the permission “${permission}” there. Once I have it, subscribe again.`,
    notMember: 'I can only post as a member of the server: add me to it first.',
    none: 'There is no such place here.',
    topicNamed: (name: string) => `topic “${name}”`,
    topicNumbered: (id: string) => `topic ${id}`,
    mentions: (role: string, where?: string) => `Posts ${where ? `in ${where}` : 'here'} mention ${role}.`,
    mentionsNobody: (where?: string) => `Posts ${where ? `in ${where}` : 'here'} mention no role.`,
    mentionsNoRole: 'The role that the posts should mention does not exist any more.',
    published: (where?: string) => `Posts ${where ? `in ${where}` : 'here'} are published.`,
    notPublished: (where?: string) => `Posts ${where ? `in ${where}` : 'here'} are not published.`,
    noSuchRole: 'There is no such role here, so the posts will not mention it.',
    notEverybody: 'A post never mentions everybody: choose another role.',
    roleNotAllowed: (role: string, permission: string) =>
      `I may not mention ${role}: let anyone mention the role, or give me the permission “${permission}”. Then choose it again.`,
    cannotPublish: (where?: string) =>
      `Posts ${where ? `in ${where}` : 'here'} cannot be published: that takes an announcement channel.`,
  },
  discord: {
    notPublished: (post: string) =>
      `The post ${post} is out, but it is not yet published to the servers that follow the channel: ten an hour are allowed, and the bot must be allowed to send there. I will try again for a day.`,
    showToAll: 'Show to all',
    mayNotShow: 'You may not write here, so you cannot show answers to all.',
    pleaseWait: 'That is still too much at once. Please wait a little.',
  },
  share: 'Share',
  copySource: 'Copy the source line',
  readOn: 'Read on',
  openBot: 'Ask the archive',
  forgottenButton: 'This button is too old to be understood. The command still works.',
  /** Offered to people who asked in this language but were answered in another. */
  answerInThis: 'Answer in English',
  /** Opens a form in which the answer to a question is typed. */
  writeAnswer: 'Write an answer',
  next: 'Next page',
  previous: 'Previous page',
  /** The answers to people who turn on from there. */
  lastPage: 'This is the last page.',
  firstPage: 'This is the first page.',
  /** The answer to a voice message, a sticker and the like. */
  onlyWords: 'I can only read words. Write what you are looking for, or a command such as /help.',
  unknownCommand: (name: string) => `There is no command /${name}.`,
  noSuchChoice: (typed: string, last: string) =>
    `There is no choice ${typed}; the last one is ${last}. To search for the number, write /search ${typed}.`,
  noChoices: (typed: string) =>
    `There is nothing to choose from here. To search for the number, write /search ${typed}.`,
  didYouMean: 'Did you mean one of these?',
  notAnOption: (command: string, option: string) => `/${command} has no option “${option}”.`,
  /** For words after a command that takes none. */
  leftOut: (words: string, command: string) => `“${words}” was left out: /${command} takes no words.`,
  notANumber: (option: string, typed: string) =>
    `“${typed}” is not a number for “${option}”: write 1, 2, 3 ...`,
  notOneOf: (option: string, typed: string, values: string) =>
    `“${typed}” is not a choice for “${option}”. Choose one of ${values}.`,
  pausedNotice: (why: string) => `${why}. Nothing is lost: once it is fixed, the posts go on.`,
  missingPermission: (permission: string) => `It lacks the permission “${permission}” there.`,
  topicDeletedNotice: (name: string) =>
    `The topic that gets the posts of “${name}” was deleted. To get them in another topic, send /subscribe there.`,
  unknownNotice: (name: string, when: string) =>
    `No reply came when the post of ${when}, “${name}”, was sent. It may or may not have arrived, and is not sent again on its own.`,
  refusedNotice: (name: string, when: string, error: string) =>
    `The post of ${when}, “${name}”, was refused and did not go out: ${error}`,
  adminsOnly: 'Only the admins of this chat can do this.',
  /** Where the platform does not tell the bot who the admins are. */
  adminsHidden:
    'I cannot see who the admins of this chat are. Make me an admin and try again, or let an anonymous admin write the command.',
  /** Follows `adminsOnly` after a press: only what an anonymous admin writes shows what they are. */
  anonymousAdmin:
    'If you are an anonymous admin, write the command: a press does not show me that you are one.',
  tooMany: (seconds: number) =>
    `That was a lot at once. Please ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. I will stay silent until then.`,
  /** Once, after a wait that the platform asked for. */
  notAnswered: 'I had to wait, and did not answer everything that was asked here. Please ask again.',
  broken: 'Something went wrong, and it has been logged. The other commands still work.',
}
