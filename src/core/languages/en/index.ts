// Exports the English pack, which other languages fall back to.

import type { LanguagePack, SharedPart } from '../pack.ts'
import { coreference } from './coreference.ts'
import { questions } from './questions.ts'
import { sentences } from './sentences.ts'
import { talk } from './talk.ts'
import { months } from './words.ts'

// States of the USA, under the zone of most of their people (https://www.iana.org/time-zones).
const statesOfTheEast = [
  ...[
    'Connecticut',
    'Delaware',
    'Florida',
    'Georgia, USA',
    'Maine',
    'Maryland',
    'Massachusetts',
    'New Hampshire',
  ],
  ...[
    'New Jersey',
    'North Carolina',
    'Ohio',
    'Pennsylvania',
    'Rhode Island',
    'South Carolina',
    'Vermont',
    'Virginia',
  ],
  ...['West Virginia', 'Washington DC'],
]
const statesOfTheMiddle = [
  ...[
    'Alabama',
    'Arkansas',
    'Illinois',
    'Iowa',
    'Kansas',
    'Louisiana',
    'Minnesota',
    'Mississippi',
    'Missouri',
  ],
  ...['Nebraska', 'Oklahoma', 'Tennessee', 'Texas', 'Wisconsin'],
]
const statesOfTheMountains = ['Colorado', 'Montana', 'New Mexico', 'Utah', 'Wyoming']
const statesOfThePacific = ['California', 'Nevada', 'Oregon', 'Washington State']

export const pack = {
  ownName: 'English',
  phrases: async () => (await import('./phrases.ts')).en,
  terms: async () => (await import('./terms.ts')).terms,
  sentences,
  coreference,
  // How papers in English print dates and bylines.
  printed: {
    fullDates: [
      '{day}(?:st|nd|rd|th)?(?: of)? {monthName},? {year}',
      '{monthName} {day}(?:st|nd|rd|th)?,? {year}',
    ],
    looseDates: ['{monthName},? {year}'],
    hasShortMonths: true,
    shortMonths: { Sept: 9 },
    hasBothDayOrders: true,
    bylines: {
      by: ['by'],
      and: ['and', '&'],
      roles: ['writer', 'reporter', 'correspondent', 'editor', 'staff'],
      published: ['published', 'posted', 'printed', 'date', 'dated'],
      at: ['at'],
      weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
      nameWords: ['the', 'of', 'and', 'for', 'de', 'da', 'van', 'von', 'der', 'bin', 'al'],
      nameOpenings: ['the'],
    },
  },
  selfReference: {
    pattern: /^(?:The|This) (?:article|report|text|piece|interview|speech)\b/,
    example: 'The article',
  },
  // The lead of an English news article says the most.
  summaryWeights: { lead: 1, early: 0.35, near: 0.41, rank: 0.47, length: -0.16, title: 0.4, same: 0.68 },
  typography: { script: 'Latin', leading: 1.36, ascent: 1.02 },
  calendar: {
    months,
    relativeDays: {
      ...{ today: 0, tonight: 0, tomorrow: 1, yesterday: -1 },
      ...{ 'the day after tomorrow': 2, 'day after tomorrow': 2, 'the day before yesterday': -2 },
      ...{ 'in a day': 1, 'in {n} day': 1, 'in {n} days': 1, '{n} days from now': 1, '{n} days ago': -1 },
      ...{ 'a day ago': -1, '{n} day ago': -1, 'in a week': 7, 'in {n} week': 7, 'in {n} weeks': 7 },
      ...{ '{n} weeks from now': 7, 'a week ago': -7, '{n} week ago': -7, '{n} weeks ago': -7 },
    },
    weekdays: [
      ...[
        ['Monday', 'Mon'],
        ['Tuesday', 'Tue', 'Tues'],
        ['Wednesday', 'Wed'],
        ['Thursday', 'Thu', 'Thurs'],
      ],
      ...[
        ['Friday', 'Fri'],
        ['Saturday', 'Sat'],
        ['Sunday', 'Sun'],
      ],
    ],
    weekdayForms: {
      ...{ '{day}': 'coming', 'on {day}': 'coming', 'this {day}': 'coming', 'next {day}': 'after' },
      ...{ 'last {day}': 'before', '{day} last week': -1, '{day} this week': 0, '{day} next week': 1 },
    },
    relativeWeeks: { 'this week': 0, 'next week': 1, 'last week': -1 },
    relativeMonths: { 'this month': 0, 'next month': 1, 'last month': -1 },
    labels: { year: ['year'] },
    decades: {
      after: ['s', "'s", '’s'],
      names: { fifties: 1950, sixties: 1960, seventies: 1970, eighties: 1980, nineties: 1990 },
    },
    from: ['from', 'in'],
    until: ['to', 'until', 'till'],
    fillers: ['the', 'of'],
    ordinalEndings: ['st', 'nd', 'rd', 'th'],
    hours: {
      hour: ["o'clock", 'o’clock', 'hours', 'hrs', 'h'],
      minute: ['minutes', 'min'],
      half: ['half past'],
      past: ['past', 'after'],
      to: ['to', 'before'],
      numbers: {
        ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
        ...{ eleven: 11, twelve: 12, 'a quarter': 15, quarter: 15, fifteen: 15, twenty: 20, thirty: 30 },
      },
      fillers: ['at', 'and', 'in the'],
      named: {
        ...{ noon: '12:00', midday: '12:00', '12 noon': '12:00', 'at noon': '12:00' },
        ...{ midnight: '00:00', '12 midnight': '00:00', 'at midnight': '00:00' },
      },
      dayParts: {
        ...{ am: 0, 'a.m.': 0, 'a.m': 0, 'a m': 0, morning: 0 },
        ...{ pm: 12, 'p.m.': 12, 'p.m': 12, 'p m': 12, afternoon: 12, evening: 16, 'at night': 18 },
      },
    },
  },
  commonWords: async () => (await import('./terms.ts')).commonWords(),
  questions,
  talk,
  placeWords: 'in In at At near Near outside inside',
  stopWords: `a about after all also hello hi how many much other others people thank thanks am an and any are article
    articles as at be been before but by can could did do does for from had has have he her him his i if in into is it
    its me my of on or our out she should show so tell than that the their them then there these they this those to up
    us was we were what when where which who whom whose why will with would you your happened happen please`,
  // Cities that have no zone of their own, and names that cities had before.
  zoneNames: {
    UTC: ['Greenwich', 'Universal Time', 'Zulu'],
    'Asia/Ho_Chi_Minh': ['Saigon', 'Ho Chi Minh City', 'HCMC'],
    'Asia/Yangon': ['Rangoon'],
    'Asia/Kolkata': ['Calcutta', 'Bombay', 'Mumbai', 'Delhi', 'New Delhi', 'Madras', 'Chennai'],
    'Asia/Shanghai': ['Peking', 'Beijing'],
    'Asia/Dhaka': ['Dacca'],
    'Asia/Kathmandu': ['Katmandu'],
    'Asia/Jakarta': ['Batavia'],
    'Europe/Kyiv': ['Kiev'],
    'Europe/Istanbul': ['Constantinople'],
    'Europe/Moscow': ['Leningrad', 'Saint Petersburg', 'St Petersburg'],
    'America/New_York': ['Washington', 'Boston', 'Eastern Time', ...statesOfTheEast],
    'America/Chicago': ['Central Time', ...statesOfTheMiddle],
    'America/Denver': ['Mountain Time', ...statesOfTheMountains],
    'America/Phoenix': ['Arizona'],
    'America/Anchorage': ['Alaska'],
    'Pacific/Honolulu': ['Hawaii'],
    'America/Los_Angeles': ['San Francisco', 'Seattle', ...statesOfThePacific, 'Pacific Time'],
    'Europe/Zurich': ['Geneva'],
  },
  zoneWords: {
    before: [
      ...[
        'in',
        'at',
        'from',
        'near',
        'the',
        'time',
        'the time',
        'local time',
        'time zone',
        'timezone',
        'zone',
      ],
      ...[
        'i live',
        'i am',
        "i'm",
        'im',
        'we live',
        'we are',
        'currently',
        'now',
        'here',
        'living',
        'it is',
        "it's",
      ],
      ...[
        'same as',
        'same time as',
        'same time zone as',
        'same timezone as',
        'like',
        'of',
        'use',
        'my time zone is',
        'my timezone is',
        'please',
      ],
    ],
    after: ['time', 'local time', 'time zone', 'timezone', 'now', 'please', 'here'],
  },
  countryNames: {
    US: ['USA', 'US', 'America', 'the US'],
    GB: ['UK', 'England', 'Britain', 'Great Britain'],
    KR: ['Korea'],
    RU: ['Russia'],
    LA: ['Laos'],
    MM: ['Burma'],
  },
} satisfies LanguagePack & Required<Pick<LanguagePack, SharedPart>>
