// Holds everything the bot says, in Khmer.

import type { Temporal } from 'temporal-polyfill'
import { moment, type Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import type { PartialPhrases } from '../pack.ts'
import { commands } from './commands.ts'
import { choiceNames } from './values.ts'
import { date, digits, monthName, ordinal, spaced, spacedBefore, time } from './words.ts'

export const km: PartialPhrases = {
  date,
  ordinal,
  digits,
  stop: '។',
  day: (month: number, day: number) => `ថ្ងៃទី${digits(day)} ខែ${monthName(month)}`,
  month: (month: number) => `ខែ${monthName(month)}`,
  inferredDate: (when: string) => `${when} (សន្និដ្ឋាន)`,
  dateInferred: (when: string) => `${when} (កាលបរិច្ឆេទសន្និដ្ឋាន)`,
  unreviewedDate: (when: string) => `${when} (មិនទាន់បានពិនិត្យ)`,
  linkToCopy: (source: string) => `${source}, ច្បាប់ចម្លង`,
  moment: (local: Temporal.ZonedDateTime): Inline => {
    const utc = local.withTimeZone('UTC')
    const utcDay = utc.toPlainDate().equals(local.toPlainDate()) ? '' : `${date(utc)} `
    const there = `${date(local)} ម៉ោង ${time(local)}`
    if (local.timeZoneId === 'UTC') return moment(local.epochMilliseconds, `${there} UTC`)
    const inZone = `${there} (${local.timeZoneId})`
    return moment(local.epochMilliseconds, `${inZone} · ${utcDay}ម៉ោង ${time(utc)} UTC`, inZone)
  },
  inDays: (days: number) => (days === 0 ? 'ថ្ងៃនេះ' : days === 1 ? 'ថ្ងៃស្អែក' : `នៅសល់ ${digits(days)} ថ្ងៃទៀត`),

  colon: '៖ ',
  claim: (speaker: string, words: string) => `${speaker}៖ ${words}`,
  noSpeaker: 'មិនបញ្ជាក់អ្នកនិយាយ',
  retelling: (name: string) => `រៀបរាប់ឡើងវិញពី ${name}`,
  as: (whose: string, via: string) => `${whose} តាមការរាយការណ៍របស់ ${via}`,
  reportedBy: (via: string) => `តាមការរាយការណ៍របស់ ${via}`,
  described: (name: string, what: string) => `${name} (${what})`,
  writingIn: (name: string, paper: string) => `${name} សរសេរក្នុង ${paper}`,
  withRole: (name: string, role: string) =>
    role.startsWith('អតីត')
      ? `${name} (${role} តាមការបញ្ជាក់នៅពេលនោះ)`
      : `${name} (ពេលនោះជា${spacedBefore(role)})`,

  post: {
    untranslated: 'ផ្នែកខ្លះមិនទាន់បានបកប្រែទេ ហើយនៅជាភាសាអង់គ្លេស។',
    anniversary: (when: string, years: number) => `${when} · ខួប${ordinal(years)}`,
    theDay: (when: string) => `${when} · ថ្ងៃនោះផ្ទាល់`,
    late: (due: Inline): Words => ['ការបង្ហោះនេះយឺតពេល ព្រោះត្រូវចេញនៅ ', due, '។'],
    account: 'តាមអត្ថបទ',
    outside: 'ពីក្រៅបណ្ណសារនេះ',
    note: 'បន្ទាត់នីមួយៗប្រាប់ថាជាពាក្យរបស់អ្នកណា។ បណ្ណសារគ្រាន់តែរាយការណ៍ ហើយមិនវិនិច្ឆ័យទេ។',
    disputed: 'បន្ទាត់នីមួយៗប្រាប់ថាជាពាក្យរបស់អ្នកណា។ មនុស្សយល់អត្ថន័យនៃថ្ងៃនេះខុសៗគ្នា។ បណ្ណសារគ្រាន់តែរាយការណ៍ ហើយមិនវិនិច្ឆ័យទេ។',
    whole: 'មើលទាំងអស់',
    articles: 'អត្ថបទ',
    sources: 'អំពីប្រភព',
  },

  picture: {
    card: (words: string) => `កាតដែលមានពាក្យ៖ ${words}`,
    timeline: (span: string) => `លំដាប់ពេលវេលាជារូបភាព ${span}។ ព្រឹត្តិការណ៍ដដែលមានជាអក្សរ ព្រមទាំងអ្នកនិយាយ និងប្រភព។`,
    legend: { day: 'ថ្ងៃ', month: 'ខែ', year: 'ឆ្នាំ', span: 'រយៈពេល', derived: 'សន្និដ្ឋាន' },
    note: 'កាលបរិច្ឆេទច្បាស់លាស់តាមដែលអត្ថបទបញ្ជាក់។ បន្ទាត់នីមួយៗប្រាប់ថាជាពាក្យរបស់អ្នកណា។',
  },

  about: 'បណ្ណសារដែលឆ្លើយក្នុងការជជែក និងចងចាំកាលបរិច្ឆេទ។ ចម្លើយនីមួយៗបញ្ជាក់ថា អ្នកណាបានថ្លែង ឬសរសេរ នៅទីណា និងពេលណា។',
  commands,
  choiceNames,

  several: (words: string) => `មានអត្ថបទច្រើនត្រូវនឹង «${words}»។ តើអ្នកចង់បានមួយណា?`,
  nearestArticle: (words: string) => `គ្មានអត្ថបទឈ្មោះ «${words}» ទេ។ ជិតបំផុតគឺ៖`,
  takenFor: (name: string, words: string) => `«${words}» យល់ថាជា ${name}។`,
  noArticle: (words: string) => `គ្មានអត្ថបទណាត្រូវនឹង «${words}» ទេ។`,
  page: (page: number, pages: number) => `ទំព័រទី${digits(page)} នៃ ${digits(pages)}`,
  entries: (first: number, last: number, of: number) => `${digits(first)}–${digits(last)} នៃ ${digits(of)}`,
  searchArchive: 'ស្វែងរកក្នុងបណ្ណសារ',
  scope: {
    chat: 'ការជជែកនេះ',
    channel: 'ឆានែលនេះ',
    server: 'ម៉ាស៊ីនមេនេះ',
    topic: 'ប្រធានបទនេះ',
    group: 'ក្រុមនេះ',
    only: (of: string) => `តែ${spaced(of)}ប៉ុណ្ណោះ`,
    all: (of: string) => `${of} ទាំងមូល`,
  },
  place: {
    option: 'ឆានែលដែលពាក្យបញ្ជានេះសំដៅ បើមិនបញ្ជាក់ គឺឆានែលនេះ',
    lacks: (permission: string, channel: string) =>
      `បូតមិនអាចបង្ហោះក្នុង ${channel} បានទេ ព្រោះនៅទីនោះបូតគ្មានការអនុញ្ញាត «${permission}»។ ពេលមានហើយ សូមជាវម្តងទៀត។`,
    notMember: 'ដើម្បីបង្ហោះ បូតត្រូវជាសមាជិកនៃម៉ាស៊ីនមេ។ សូមបន្ថែមបូតជាមុនសិន។',
    none: 'នៅទីនេះគ្មានកន្លែងបែបនេះទេ។',
    topicNamed: (name: string) => `ប្រធានបទ «${name}»`,
    topicNumbered: (id: string) => `ប្រធានបទ ${id}`,
    mentions: (role: string, where?: string) => `ការបង្ហោះ${where ? `ក្នុង ${where} ` : 'នៅទីនេះ'}ហៅ ${role}។`,
    mentionsNobody: (where?: string) => `ការបង្ហោះ${where ? `ក្នុង ${where} ` : 'នៅទីនេះ'}មិនហៅតួនាទីណាទេ។`,
    mentionsNoRole: 'តួនាទីដែលត្រូវហៅជាមួយការបង្ហោះ លែងមានទៀតហើយ។',
    published: (where?: string) => `បូតផ្សាយការបង្ហោះ${where ? `ក្នុង ${where} ` : 'នៅទីនេះ'}ទៅម៉ាស៊ីនមេដែលតាមដាន។`,
    notPublished: (where?: string) => `បូតមិនផ្សាយការបង្ហោះ${where ? `ក្នុង ${where} ` : 'នៅទីនេះ'}ទៅម៉ាស៊ីនមេផ្សេងទេ។`,
    noSuchRole: 'នៅទីនេះគ្មានតួនាទីបែបនេះទេ ដូច្នេះការបង្ហោះនឹងមិនហៅតួនាទីណាទេ។',
    notEverybody: 'ការបង្ហោះមិនដែលហៅមនុស្សទាំងអស់ទេ។ សូមជ្រើសរើសតួនាទីផ្សេង។',
    roleNotAllowed: (role: string, permission: string) =>
      `បូតមិនអាចហៅ ${role} បានទេ។ សូមអនុញ្ញាតឱ្យអ្នករាល់គ្នាហៅតួនាទីនេះ ឬផ្តល់ការអនុញ្ញាត «${permission}» ដល់បូត រួចជ្រើសរើសម្តងទៀត។`,
    cannotPublish: (where?: string) =>
      `ការបង្ហោះ${where ? `ក្នុង ${where}` : 'នៅទីនេះ'} មិនអាចផ្សាយទៅម៉ាស៊ីនមេផ្សេងបានទេ។ មានតែឆានែលប្រកាសទើបផ្សាយបាន។`,
  },
  discord: {
    notPublished: (post: string) =>
      `ការបង្ហោះ ${post} មានរួចហើយ ប៉ុន្តែមិនទាន់ផ្សាយទៅម៉ាស៊ីនមេដែលតាមដានទេ ព្រោះមួយម៉ោងផ្សាយបានតែដប់ ហើយបូតត្រូវមានការអនុញ្ញាតផ្ញើនៅទីនោះ។ បូតនឹងព្យាយាមម្តងទៀតក្នុងរយៈពេលមួយថ្ងៃ។`,
    showToAll: 'បង្ហាញដល់គ្រប់គ្នា',
    mayNotShow: 'អ្នកគ្មានការអនុញ្ញាតសរសេរនៅទីនេះទេ ដូច្នេះមិនអាចបង្ហាញដល់គ្រប់គ្នាបានទេ។',
    pleaseWait: 'សំណួរនៅតែច្រើនពេក។ សូមរង់ចាំបន្តិច។',
  },
  share: 'ចែករំលែក',
  copySource: 'ចម្លងបន្ទាត់ប្រភព',
  readOn: 'អានបន្ត',
  openBot: 'សួរបណ្ណសារ',
  forgottenButton: 'ប៊ូតុងនេះចាស់ពេក លែងប្រើបានហើយ។ អ្នកនៅតែអាចប្រើពាក្យបញ្ជា។',
  answerInThis: 'ឆ្លើយជាភាសាខ្មែរ',
  writeAnswer: 'សរសេរចម្លើយ',
  next: 'ទំព័របន្ទាប់',
  previous: 'ទំព័រមុន',
  lastPage: 'នេះជាទំព័រចុងក្រោយហើយ។',
  firstPage: 'នេះជាទំព័រដំបូង។',
  onlyWords: 'បូតអានបានតែអក្សរប៉ុណ្ណោះ។ សូមសរសេរអ្វីដែលអ្នកចង់ស្វែងរក ឬពាក្យបញ្ជាដូចជា /help។',
  unknownCommand: (name: string) => `គ្មានពាក្យបញ្ជា /${name} ទេ។`,
  noSuchChoice: (typed: string, last: string) =>
    `គ្មានជម្រើសលេខ ${typed} ទេ។ លេខចុងក្រោយគឺ ${last}។ ដើម្បីស្វែងរកលេខនោះ សូមសរសេរ /search ${typed}។`,
  noChoices: (typed: string) => `នៅទីនេះគ្មានអ្វីឱ្យជ្រើសទេ។ ដើម្បីស្វែងរកលេខនោះ សូមសរសេរ /search ${typed}។`,
  didYouMean: 'តើអ្នកចង់ប្រើមួយក្នុងចំណោមនេះឬ?',
  notAnOption: (command: string, option: string) => `/${command} គ្មានជម្រើស «${option}» ទេ។`,
  leftOut: (words: string, command: string) =>
    `«${words}» ត្រូវបានរំលង៖ ពាក្យបញ្ជា /${command} មិនត្រូវការពាក្យនៅខាងក្រោយទេ។`,
  notANumber: (option: string, typed: string) =>
    `«${typed}» មិនមែនជាលេខសម្រាប់ «${option}» ទេ។ សូមសរសេរ 1, 2, 3 ...`,
  notOneOf: (option: string, typed: string, values: string) =>
    `«${typed}» ប្រើមិនបានសម្រាប់ «${option}» ទេ។ សូមជ្រើសមួយក្នុងចំណោម៖ ${values}`,
  pausedNotice: (why: string) => `${why}។ គ្មានអ្វីបាត់បង់ទេ។ ពេលជួសជុលរួច ការបង្ហោះនឹងបន្ត។`,
  missingPermission: (permission: string) => `នៅទីនោះ បូតគ្មានការអនុញ្ញាត «${permission}»។`,
  topicDeletedNotice: (name: string) =>
    `ប្រធានបទដែលទទួលការបង្ហោះអំពី «${name}» ត្រូវបានលុប។ ដើម្បីទទួលក្នុងប្រធានបទផ្សេង សូមផ្ញើ /subscribe នៅទីនោះ។`,
  unknownNotice: (name: string, when: string) =>
    `បូតបានផ្ញើការបង្ហោះនៅ${when} អំពី «${name}» តែគ្មានចម្លើយមកវិញទេ។ ប្រហែលជាបានទៅដល់ ឬមិនបានទៅដល់។ បូតនឹងមិនផ្ញើម្តងទៀតដោយស្វ័យប្រវត្តិទេ។`,
  refusedNotice: (name: string, when: string, error: string) =>
    `ការបង្ហោះនៅ${when} អំពី «${name}» ត្រូវគេបដិសេធ ហើយមិនបានចេញទេ៖ ${error}`,
  adminsOnly: 'មានតែអ្នកគ្រប់គ្រងការជជែកនេះទេ ដែលអាចធ្វើដូច្នេះបាន។',
  adminsHidden:
    'បូតមើលមិនឃើញថា នរណាជាអ្នកគ្រប់គ្រងការជជែកនេះទេ។ សូមតាំងបូតជាអ្នកគ្រប់គ្រង រួចសាកម្តងទៀត ឬឱ្យអ្នកគ្រប់គ្រងអនាមិកម្នាក់វាយពាក្យបញ្ជា។',
  anonymousAdmin: 'បើអ្នកជាអ្នកគ្រប់គ្រងអនាមិក សូមវាយពាក្យបញ្ជា ព្រោះការចុចប៊ូតុងមិនបង្ហាញថាអ្នកជានរណាទេ។',
  tooMany: (seconds: number) =>
    `សំណួរច្រើនពេកក្នុងពេលតែមួយ។ សូមសួរម្តងទៀតក្រោយ ${digits(seconds)} វិនាទី។ មុនពេលនោះ បូតនឹងមិនឆ្លើយទេ។`,
  notAnswered: 'បូតត្រូវរង់ចាំ ហើយមិនបានឆ្លើយសំណួរទាំងអស់នៅទីនេះទេ។ សូមសួរម្តងទៀត។',
  broken: 'មានបញ្ហាកើតឡើងនៅទីនេះ ហើយបូតបានកត់ត្រាទុក។ ពាក្យបញ្ជាផ្សេងទៀតនៅតែដំណើរការ។',
}
