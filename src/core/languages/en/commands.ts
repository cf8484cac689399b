// Holds the English phrases of the commands that answer questions.

import { nameOfLanguage } from '../names.ts'
import { asking } from './answers.ts'
import { posting } from './posting.ts'
import { ordinal, plural } from './words.ts'

export const commands = {
  start: {
    does: 'What this is and where to begin',
    hello: (name: string) =>
      `This is an archive that speaks: ${name}. Every answer says who said it, where and when.`,
    /** By the kind of place where it is said. */
    ways: {
      terminal: 'Ask with a command. In a private chat you can also just write what you are looking for.',
      private:
        'Just write what you are looking for, or use a command. /subscribe posts an anniversary here every year.',
      group:
        'Use a command, or begin a message with my @name. Admins can use /subscribe to have an anniversary posted here every year.',
      channel: 'Use a command. /subscribe posts an anniversary in this channel every year.',
      server:
        'Type / and pick a command. Admins can use /subscribe to have an anniversary posted in a channel every year.',
      guest:
        'Type / and pick a command. In a server that has me as a member, admins can use /subscribe to have an anniversary posted in a channel every year.',
    },
    options: { said: 'What somebody says beside a question' },
    /** To words that ask nothing of the archive. */
    replies: {
      hello: 'Hello! I am an archive that answers questions.',
      thanks: 'You are welcome.',
      sorrow: 'Thank you for remembering them.',
      loss: 'We are sorry for your loss. If you wish, you can ask what the articles say about that time.',
      unclear: 'I am not sure which answer you mean: please ask the whole question.',
      'no-more': 'There is no more of that answer.',
      unchanged: 'All right, nothing was changed.',
    },
    threeWays:
      'Ask me in your own words, see what happened on this day, or get the anniversaries every year.',
    subscribe: 'Subscribe',
    onthisday: 'On this day',
    summary: 'Summaries',
    upcoming: 'Coming dates',
    help: 'All commands',
  },
  help: {
    does: 'All commands',
    options: { command: 'A command to explain' },
    example: (line: string) => `Example: ${line}`,
    title: 'Commands',
    examples:
      'The words after a command are an example. Without them, the command asks, or shows what there is.',
    /** By the kind of place where it is said. */
    search: {
      terminal: 'In a private chat you can just ask, or write a few words to search for.',
      private: 'You can just ask, or write a few words to search for.',
      group: 'Begin a message with my @name to ask, or to search for a few words.',
      channel: 'Here I read only commands.',
      server: 'In direct messages to me you can just ask, or write a few words to search for.',
      guest: 'In direct messages to me you can just ask, or write a few words to search for.',
    },
  },
  summary: {
    does: 'The key points of an article, or of several on a topic, each with its speaker',
    options: {
      article: 'An article (id, title, publisher, year), or the words of a topic',
      about: 'A topic, across all articles',
      length: 'How long',
    },
    lengths: { short: 'Shorter', medium: 'Longer', long: 'All key points' },
    ask: 'Which article shall I summarise?',
    longest: 'Longest',
    excerpt:
      'Nobody has written key points for this article yet. These are its own sentences, in their order.',
    sentence: (number: number) => `sentence ${number}`,
    sentenceOfDigest: (number: number) => `sentence ${number} of the archive's digest`,
    /** Under the key points of an article on contested subjects. */
    differing: (names: string) => `Sources differ on: ${names}`,
    brackets: '[Names in brackets] were added.',
    verbatim: "The publisher's own text.",
    unreviewed: 'This article was imported and has not been reviewed yet.',
    read: 'Read it',
    about: (words: string, count: number) => `“${words}” in ${plural(count, 'article')}`,
    kinds: {
      alike: 'In several articles',
      different: 'Where articles differ',
      single: 'In one article',
    },
    noConfirmation: 'That several articles say the same does not confirm it.',
    topic: (words: string) => `All articles on “${words}”`,
  },
  search: {
    does: 'Find passages by a few words, even misspelt ones',
    options: { words: 'What to look for', page: 'Which page of the results' },
    ask: 'What shall I look for? Write /search and a few words, for example:',
    write: 'Write words',
    found: (words: string, count: number) => `${plural(count, 'article')} for “${words}”`,
    corrected: (pairs: string) => `Not found as written. Showing results for ${pairs}.`,
    instead: (typed: string, used: string) => `“${used}” instead of “${typed}”`,
    asTyped: (words: string) => `Only as written: ${words}`,
    only: (what: string) => `Only ${what}.`,
    from: (publisher: string) => `from ${publisher}`,
    year: (year: number) => `from ${year}`,
    inLanguage: (language: string) => `in ${nameOfLanguage(language, 'en')}`,
    without: (words: string) => `without ${words}`,
    /** Filters that were not understood or that match nothing. */
    unread: {
      language: (typed: string, known: string) =>
        `“${typed}” is not a language of this archive. Try ${known}.`,
      year: (typed: string, years: string) => `“${typed}” is not a year. There are articles from ${years}.`,
      noneOf: (typed: string, years: string) =>
        `No article matches “${typed}”. There are articles from ${years}.`,
      noneFrom: (typed: string, publishers: string) =>
        `No article is from “${typed}”.${publishers && ` There are articles from ${publishers}.`}`,
      second: (typed: string) => `“${typed}” was ignored: only one such filter at a time.`,
      alone: (typed: string) => `“${typed}” only leaves articles out. Add what to look for.`,
    },
    indexed: (articles: number, of: number) =>
      articles < of
        ? `The search index is being built: ${articles} of ${of} articles so far. You can search those now.`
        : `The search index is built: ${of} articles.`,
    building: (percent: number) =>
      `The index is still being built: ${percent} % of the articles were searched.`,
    nothing: (words: string) => `Nothing found for “${words}”.`,
    /** Followed by statements from outside the archive. */
    noArticle: (words: string) => `No article speaks of “${words}”; from outside the archive:`,
    near: 'You could also look up:',
    read: (title: string) => `Read: ${title}`,
    figures: (subject: string) => `Figures: ${subject}`,
  },
  ask: asking,
  article: {
    does: 'Read an article, page by page',
    options: { name: 'An article: id, title, publisher, year or a few words', page: 'Which page' },
    ask: 'Which article would you like to read?',
    digest: "The archive's own digest, not the publisher's text.",
    whyInferred: 'How the date was inferred',
    translated: "The archive's own translation of its English digest; quotations are translated too.",
    /** `which` is a language in the form that narrows a search: "in English". */
    untranslated: (which: string) => `Not translated yet: this is the version ${which}.`,
    summary: 'Key points',
  },
  facts: {
    does: 'Figures and claims side by side, each with what it counts and who gives it',
    options: { subject: 'What the figures are about' },
    ask: 'Which figures?',
    which: (typed: string) => `Which figures do you mean by “${typed}”?`,
    none: (typed: string) => `No figures for “${typed}”. Figures on:`,
    apart: 'These count different things: equal numbers need not mean the same event.',
    noFigures: 'No article in this archive gives a figure for this.',
    nothingCompared: 'This archive has no figures to compare.',
    single: 'Only one article in this archive gives this.',
    others: 'Other figures',
  },
  who: {
    does: 'A person, body or place: spellings, roles by date, and where it is mentioned',
    options: { name: 'A name, in any spelling' },
    ask: 'Who? For example:',
    which: (typed: string) => `Who do you mean by “${typed}”?`,
    none: (typed: string) => `The archive does not know “${typed}”.`,
    /** Other spellings in the articles. */
    also: (spellings: string) => `Also found as: ${spellings}`,
    /** Spellings that no article has. */
    searched: (spellings: string) => `Also searched as: ${spellings}`,
    roles: 'Roles, as the articles gave them at the time',
    role: (role: string, year: string) => `${role} (as stated in ${year})`,
    author: (publisher: string) => `author at ${publisher}`,
    writing: (paper: string) => `author in ${paper}`,
    said: 'What they said',
    /** For somebody who is quoted, but not on what was asked. */
    notOn: (name: string, words: string) => `No statement of ${name} here is on “${words}”. Others:`,
    mentioned: 'Mentioned in',
    nowhere: 'In no article of this archive.',
    search: (name: string) => `Search: ${name}`,
  },
  timeline: {
    does: 'The dated events of the articles, each as precise as they give it',
    options: {
      from: 'A year, or the first of several, for example 1950',
      to: 'The last year, for example 1960',
      as: 'As text, or as a picture',
    },
    title: 'Timeline',
    nearest: 'The nearest dates that it has:',
    span: (from: string, to: string) => `${from} to ${to}`,
    derived: (when: string) => `${when} (derived)`,
    how: (how: string) => `The date is derived: ${how}`,
    none: 'The articles have nothing from that time.',
    turned: (span: string) => `Swapped: ${span}.`,
    onwards: (when: string) => `From ${when} on`,
    all: 'The whole timeline',
    published: (publisher: string, title: string) => `${publisher} publishes “${title}”.`,
    picture: 'As a picture',
    text: 'As text',
    notDrawn: 'The picture could not be drawn. This is the text.',
    noPictures: 'There are no pictures here. This is the text.',
    unread: (typed: string) =>
      `I cannot read “${typed}” as a year or a date. Write 1950, May 1950 or 3 May 1950.`,
  },
  onthisday: {
    does: 'What the archive has on a day of the year, today if none is given',
    options: { date: 'today, tomorrow, 3 May, 05-03 or 3/5 (day/month)' },
    read: (day: string) => `Read as ${day}: the day comes first, then the month.`,
    rather: (day: string) => `${day} instead`,
    unread: (typed: string) =>
      `I cannot read “${typed}” as a day. Write 3 May, 05-03 (month-day) or 3/5 (day/month).`,
    published: (when: string) => `Published on this day: ${when}`,
    none: (day: string) => `The archive has nothing on ${day}.`,
    /** For a month, or the days of a week. */
    noneWithin: (days: string) => `The archive has nothing for ${days}.`,
    /** `days` is 29 for February. */
    noSuchDay: (month: string, days: number) =>
      days === 29 ? `${month} has at most 29 days.` : `${month} has ${days} days.`,
    next: (name: string, when: string) => `The next date it has: ${name}, ${when}.`,
  },
  upcoming: {
    does: 'The coming anniversaries',
    title: 'Coming anniversaries',
    line: (when: string, days: string, years: number) =>
      `${when}, ${days}: the ${ordinal(years)} anniversary`,
    theDay: (when: string, days: string) => `${when}, ${days}: the day itself`,
    subscribed: 'posted in this chat',
    none: 'The archive has no anniversaries.',
  },
  ...posting,
  sources: {
    does: 'Who publishes what, and what this archive does not claim',
    title: 'The sources',
    articles: 'The articles',
    cautions: 'What this archive does not claim',
    all: 'All sources',
    archive: 'More about the archive',
    copyAt: 'a copy: ',
    titleNote: (how: string) => `Title: ${how}`,
    dateNote: (how: string) => `Date inferred: ${how}`,
    roles:
      'A person’s role is the one the article gives, at its date. A claim belongs to the person or paper that makes it.',
  },
}
