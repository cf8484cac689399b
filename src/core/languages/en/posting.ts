// Holds the English phrases of the commands about posts and settings.

import type { Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import { capital } from '../../text/capital.ts'
import { plural } from './words.ts'

export const posting = {
  subscribe: {
    does: 'Post an anniversary in this chat every year',
    options: {
      anniversary: 'Which anniversary',
      time: 'The local time, for example 07:00',
      zone: 'The time zone, for example Europe/Paris',
      role: 'A role to mention with the post; none by default',
      publish: 'Publish the post to following servers, in an announcement channel',
    },
    done: (name: string, where?: string) => `Subscribed: ${name}${where ? ` in ${where}` : ''}`,
    already: (name: string, where?: string) => `Already subscribed: ${name}${where ? ` in ${where}` : ''}`,
    again: (name: string, where?: string) => `Changed for ${where || 'this chat'}: ${name}`,
    next: (moment: Inline): Words => ['Next post: ', moment],
    zoneIs: (zone: string, line: string) => `The time is that of ${zone}. For another zone, write: ${line}`,
    whichTime: (typed: string) => `Which time do you mean by “${typed}”?`,
    badTime: (typed: string) => `I cannot read “${typed}” as a time. Write it as 07:00.`,
    badZone: (typed: string) => `I do not know the time zone “${typed}”. Write it as Europe/Paris.`,
    whichZone: (typed: string) => `Which time zone do you mean by “${typed}”?`,
    whichOne: 'Which anniversary?',
    whichAnniversary: (typed: string) => `Which anniversary do you mean by “${typed}”?`,
    noAnniversary: (typed: string) => `No anniversary is called “${typed}”. There are:`,
    preview: 'See the next post',
    settings: 'Settings',
  },
  unsubscribe: {
    does: 'Stop posting an anniversary in this chat',
    options: { anniversary: 'Which anniversary' },
    done: (name: string, where?: string) => `No more posts ${where ? `in ${where}` : 'here'} for: ${name}`,
    none: (where?: string) => `${capital(where || 'this chat')} is not subscribed to anything.`,
    which: 'Which one shall I stop?',
    notThat: (where?: string) => `${capital(where || 'this chat')} is not subscribed to that.`,
    back: 'Subscribe again',
  },
  settings: {
    does: 'See and change what is posted here, and when',
    options: {
      anniversary: 'Which anniversary',
      time: 'The local time, for example 07:00',
      zone: 'The time zone, for example Europe/Paris',
      grace: 'How late a post may still go out',
      leapday: 'Where 29 February falls in a common year',
      language: 'The language of this chat',
      posts: 'Whether to post it here',
      role: 'A role to mention with each post',
      publish: 'Publish each post to following servers, in an announcement channel',
      ask: 'Which setting to change',
      to: 'The place to move it to',
      view: 'Whose subscriptions to show',
    },
    title: (where?: string) => `Settings of ${where || 'this chat'}`,
    where: (where: string) => `Posted in ${where}`,
    everywhere: { server: 'All of this server', group: 'All of this group' },
    noneAnywhere: 'Nothing is subscribed in any place here.',
    openPlace: 'Another channel',
    move: 'Move to another channel',
    moveHere: 'Move here',
    moved: (name: string, from: string, to: string) => `Moved from ${from} to ${to}: ${name}`,
    goalHasIt: (name: string, where: string) =>
      `${capital(where)} already has this subscription, so nothing was moved: ${name}`,
    movesLater: (name: string) =>
      `A post of this subscription is on its way, so it was not moved. Try again in a few minutes: ${name}`,
    keepsOwn: (where: string) =>
      `${capital(where)} has other posts, so its own role and publishing hold for this one too.`,
    chooseRole: 'Mention a role',
    noRole: 'Mention no role',
    publish: 'Publish each post',
    dontPublish: 'Do not publish posts',
    language: (name: string) => `Language: ${name}`,
    change: (name: string) => `Change: ${name}`,
    changeHour: (hour: string) => `Time: ${hour}`,
    changeZone: (zone: string) => `Time zone: ${zone}`,
    back: 'Back',
    /** Before what was changed. */
    changed: 'Changed.',
    changedTo: (what: string, where?: string) => `Changed${where ? ` for ${where}` : ''}: ${what}`,
    unchanged: (what: string, where?: string) => `Already so${where ? ` in ${where}` : ''}: ${what}`,
    was: (value: string, before: string) => `${value} (was ${before})`,
    subscriptions: (count: number) => plural(count, 'subscription'),
    whichSubscription: 'Which one shall I change?',
    allOfThem: 'All of them',
    /** `name` is that of an anniversary. */
    nothingChanged: (where?: string, name?: string) =>
      `Nothing was changed: ${where || 'this chat'} is not subscribed to ${name ? `“${name}”` : 'anything'}.`,
    askHour: (line: string) => `At what time? For another one, write it: ${line}`,
    askZone: (place: string, offset: string) =>
      `In which time zone? For another place, write a city, a country or an offset: ${place}, ${offset}`,
    writeHour: 'Write a time',
    writeZone: 'Write a place',
    askGrace: 'If a post cannot go out on time, how late may it be?',
    askLeapDay: 'Where shall 29 February fall in a common year?',
    hour: (hour: string, zone: string) => `Every year at ${hour}, ${zone}`,
    next: (moment: Inline): Words => ['Next post: ', moment],
    grace: {
      skip: 'A post that cannot go out on time is skipped',
      'same-day': 'A late post still goes out until midnight',
      days: (days: number) => `A late post still goes out for up to ${plural(days, 'day')}`,
    },
    paused: (why: string) => `Paused, because ${why}`,
    pauseReasons: {
      blocked: 'the bot was blocked',
      kicked: 'the bot was removed',
      deleted: 'the chat was not found',
      'topic-deleted': 'the topic was deleted',
      forbidden: 'the bot may not post',
    },
    changeGrace: {
      skip: 'Late posts: none',
      'same-day': 'Late posts: until midnight',
      days: (days: number) => `Late posts: up to ${plural(days, 'day')}`,
    },
    changeLeapDay: {
      'february-28': '29 February in common years: 28 February',
      'march-1': '29 February in common years: 1 March',
    },
    stop: (name: string) => `Stop: ${name}`,
    start: (name: string) => `Subscribe: ${name}`,
  },
  language: {
    does: 'The language of this chat',
    options: {
      language: 'The language',
      scope: 'Whether this place is meant, or all of the chat',
      before: 'The language of the chat before',
    },
    /** `of` is one of the names in `scope`. */
    is: (name: string, of: string) => `Language of ${of}: ${name}. Which one would you like?`,
    done: (name: string, of: string) => `Language of ${of} from now on: ${name}.`,
    /** Beside the language of one place. */
    rest: (name: string, of: string) => `Language of ${of}: ${name}.`,
    /** Everybody is answered in the language of their app. */
    own: 'Each person’s own',
    ownAgain: (of: string, posts: string) =>
      `In ${of} everybody is answered in the language of their own app again. Posts come in ${posts}.`,
    same: (as: string) => `Same as ${as}`,
    sameAgain: (name: string, place: string, chat: string) =>
      `In ${place} the language is that of ${chat} again: ${name}.`,
  },
  preview: {
    does: 'Exactly what the next post will be, and when',
    options: { anniversary: 'Which anniversary' },
    next: (moment: Inline, where?: string): Words => [
      `This is the next post ${where ? `in ${where}` : 'here'}, due on `,
      moment,
      ':',
    ],
    would: (moment: Inline, where?: string): Words => [
      `${capital(where || 'this chat')} is not subscribed to this day. If it were, this would be posted on `,
      moment,
      ':',
    ],
  },
  why: {
    does: 'Whether and when a post will come here, and what became of the last ones',
    options: {
      anniversary: 'Which anniversary',
      resend: 'A delivery that may not have arrived, to send again',
    },
    comes: (moment: Inline, where?: string): Words => [
      `Yes. The next post ${where ? `in ${where}` : 'here'} is due on `,
      moment,
      '.',
    ],
    /** `name` is that of an anniversary. */
    notSubscribed: (where?: string, name?: string) =>
      `No. ${capital(where || 'this chat')} is not subscribed to ${name ? `“${name}”` : 'anything'}.`,
    notNow: 'No, not as things are.',
    conditions: 'What that depends on',
    subscribed: (where?: string) => `${capital(where || 'this chat')} is subscribed.`,
    active: 'The posts are not paused.',
    mayPost: (where?: string) => `The bot may post ${where ? `in ${where}` : 'here'}.`,
    mayNotPost: (where?: string) => `The bot may not post ${where ? `in ${where}` : 'here'}.`,
    lacks: (permission: string, place: string) =>
      `The bot may not post in ${place}: it lacks the permission “${permission}”.`,
    refusals: {
      deleted: (where?: string) => `${capital(where || 'this place')} no longer exists.`,
      locked: () => 'The thread is locked.',
      'takes-no-posts': (where?: string) => `Nobody can post ${where ? `in ${where}` : 'here'}.`,
    },
    unanswered: (platform: string, where?: string) =>
      `${platform} does not answer right now, so I cannot tell whether I may post ${where ? `in ${where}` : 'here'}. Posts are kept until it does.`,
    unasked: (where?: string) =>
      `Whether the bot may post ${where ? `in ${where}` : 'here'} is known only when it does.`,
    hour: (hour: string, zone: string) => `The time is ${hour} in ${zone}.`,
    last: 'The last posts',
    noneYet: 'None so far.',
    noSuch: 'There is no such post here.',
    states: {
      pending: 'waiting to be sent',
      leased: 'about to be sent',
      sending: 'being sent',
      sent: 'sent',
      unknown: 'sent, but no reply came: it may or may not have arrived, and is not sent again on its own',
      failed: 'failed',
      expired: 'not sent in time',
      skipped: 'skipped',
    },
    resend: (when: string) => `Send again: ${when}`,
    resending: (when: string) => `The post of ${when} goes out again.`,
    notResent: 'That post cannot be sent again: it arrived, or is on its way.',
  },
  privacy: {
    does: 'What is stored about this chat',
    title: 'What is stored about this chat',
    kept: 'To post here once and on time, the bot stores:',
    items: [
      'the id of the chat, and of the topic or channel it posts in, with the name of the topic',
      'the anniversaries it is subscribed to, with time, zone, lateness and language',
      'the id of the person who subscribed, to tell them if the posts stop',
      'which posts were made, when, and what became of each, for 400 days',
      'what a button stands for if that is too long for the button, for 400 days',
      'which messages of the bot asked for something, for 400 days',
      'a question that the bot asked, and whom, until something else is said, for 3 days at most',
    ],
    notKept: 'It stores no messages, names or profiles of people, and tells nobody what is asked.',
    export: 'All of it as a file',
    forget: 'Forget all of it',
  },
  export: {
    does: 'Everything stored about this chat, as a file',
    options: {
      here: 'Whether to post it here for everybody to see',
      scope: 'Whether this place is meant, or all of the chat',
    },
    here: (of: string) => `This is everything stored about ${of}.`,
    sentAlone: 'The file went to you alone, in our private chat.',
    notAlone:
      'The file is for you alone, and I have no private chat with you. Open one and ask here again, or have it posted here, where everybody can see it.',
    openPrivate: 'Open a private chat',
    postHere: 'Post it here',
    nothing: (of: string) => `Nothing is stored about ${of}.`,
  },
  forget: {
    does: 'Erase everything stored about this chat',
    options: { sure: 'Whether you are sure', scope: 'Whether this place is meant, or all of the chat' },
    /** What is erased: some of `kept`. */
    ask: (what: string) => `This erases what is stored about this chat: ${what}.`,
    whole: (of: string, what: string) => `This erases everything about all of ${of}: ${what}. Really?`,
    /** Follows the number of subscriptions. */
    inPlaces: {
      server: (count: number) => `in ${plural(count, 'channel')}`,
      group: (count: number) => `in ${plural(count, 'topic')}`,
    },
    kept: {
      subscriptions: (count: number) => plural(count, 'subscription'),
      ended: (count: number) => plural(count, 'ended subscription'),
      posts: (count: number) => `the record of ${plural(count, 'post')}`,
      language: 'the language',
      postOptions: 'role and publishing',
      buttons: 'what buttons stand for',
    },
    yes: 'Erase everything',
    stored: (of: string, what: string) => `Stored about ${of}: ${what}.`,
    which: 'Which shall I erase?',
    really: 'Shall I erase it?',
    endsPosts: 'The posts end, and it cannot be undone.',
    forGood: 'It cannot be undone.',
    forgetScope: (of: string) => `Forget ${of}`,
    done: (of: string) => `Everything stored about ${of} is erased.`,
  },
}
