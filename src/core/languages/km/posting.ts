// What the commands that set and explain the posts say, in Khmer.
import type { LeapDay } from '../../calendar/recurrence.ts'
import type { Grace } from '../../delivery/subscription.ts'
import type { Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import type { GoneReason } from '../../ports.ts'
import type { Phrases } from '../phrases.ts'
import { digits } from './words.ts'

export const posting: Pick<
  Phrases['commands'],
  'subscribe' | 'unsubscribe' | 'settings' | 'language' | 'preview' | 'why'
> = {
  subscribe: {
    does: 'បង្ហោះខួបមួយក្នុងការជជែកនេះរៀងរាល់ឆ្នាំ',
    options: {
      anniversary: 'ខួបណា',
      time: 'ម៉ោងក្នុងតំបន់ ឧទាហរណ៍ 07:00',
      zone: 'តំបន់ម៉ោង ឧទាហរណ៍ Europe/Paris',
    },
    done: (name: string) => `បានជាវ៖ ${name}`,
    already: (name: string) => `មានរួចហើយ៖ ${name}`,
    again: (name: string) => `បានប្តូរសម្រាប់ការជជែកនេះ៖ ${name}`,
    next: (moment: Inline): Words => ['ការបង្ហោះបន្ទាប់៖ ', moment],
    zoneIs: (zone: string) =>
      `ម៉ោងនេះគិតតាម ${zone}។ សម្រាប់តំបន់ម៉ោងផ្សេង សូមសរសេរបន្ទាប់ពីម៉ោង៖ /subscribe 07:00 Europe/Paris`,
    badTime: (typed: string) => `អាន «${typed}» ជាម៉ោងមិនបានទេ។ សូមសរសេរដូចជា 07:00។`,
    badZone: (typed: string) => `មិនស្គាល់តំបន់ម៉ោង «${typed}» ទេ។ សូមសរសេរដូចជា Europe/Paris។`,
    whichZone: (typed: string) => `តើ «${typed}» សំដៅលើតំបន់ម៉ោងណា?`,
    whichOne: 'ខួបណា?',
    whichAnniversary: (typed: string) => `តើ «${typed}» សំដៅលើអ្វី?`,
    preview: 'មើលការបង្ហោះបន្ទាប់',
    settings: 'ការកំណត់',
  },
  unsubscribe: {
    does: 'ឈប់បង្ហោះខួបមួយក្នុងការជជែកនេះ',
    options: { anniversary: 'ខួបណា' },
    done: (name: string) => `នៅទីនេះនឹងមិនបង្ហោះទៀតទេ៖ ${name}`,
    none: 'ការជជែកនេះមិនបានជាវអ្វីទេ។',
    which: 'តើអ្នកចង់ឈប់មួយណា?',
    notThat: 'ការជជែកនេះមិនបានជាវខួបនោះទេ។',
    back: 'ជាវឡើងវិញ',
  },
  settings: {
    does: 'អ្វីដែលការជជែកនេះបានជាវ',
    options: {
      anniversary: 'ខួបណា',
      time: 'ម៉ោងក្នុងតំបន់ ឧទាហរណ៍ 07:00',
      zone: 'តំបន់ម៉ោង ឧទាហរណ៍ Europe/Paris',
      grace: 'ការបង្ហោះអាចយឺតប៉ុនណា៖ skip (មិនឱ្យ), same-day (ក្នុងថ្ងៃ) ឬចំនួនថ្ងៃ',
      leapday: 'ក្នុងឆ្នាំធម្មតា ថ្ងៃទី២៩ ខែកុម្ភៈ ត្រូវនឹងថ្ងៃណា',
      language: 'ភាសាសម្រាប់ការជជែកនេះ',
      posts: 'បង្ហោះនៅទីនេះ ឬអត់',
      ask: 'ប្តូរការកំណត់ណា',
    },
    title: 'ការកំណត់របស់ការជជែកនេះ',
    language: (name: string) => `ភាសា៖ ${name}`,
    change: (name: string) => `ប្តូរ៖ ${name}`,
    changeHour: (hour: string) => `ម៉ោង៖ ${digits(hour)}`,
    changeZone: (zone: string) => `តំបន់ម៉ោង៖ ${zone}`,
    back: 'ត្រឡប់ក្រោយ',
    askHour: (line: string) => `បង្ហោះនៅម៉ោងប៉ុន្មាន? សម្រាប់ម៉ោងផ្សេង សូមសរសេរ៖ ${line}`,
    askZone: 'តាមតំបន់ម៉ោងណា? សម្រាប់កន្លែងផ្សេង សូមសរសេរឈ្មោះទីក្រុង ប្រទេស ឬគម្លាតម៉ោង៖ /settings France, /settings +7',
    writeHour: 'សរសេរម៉ោង',
    writeZone: 'សរសេរឈ្មោះកន្លែង',
    askGrace: 'បើការបង្ហោះមិនអាចចេញតាមម៉ោងរបស់វា តើវាអាចយឺតប៉ុនណា?',
    askLeapDay: 'ក្នុងឆ្នាំធម្មតា តើថ្ងៃទី២៩ ខែកុម្ភៈ ត្រូវគិតជាថ្ងៃណា?',
    none: 'ការជជែកនេះមិនបានជាវអ្វីទេ។',
    hour: (hour: string, zone: string) => `រៀងរាល់ឆ្នាំ ម៉ោង ${digits(hour)} (${zone})`,
    next: (moment: Inline): Words => ['ការបង្ហោះបន្ទាប់៖ ', moment],
    grace: (grace: Grace) => {
      switch (grace.type) {
        case 'skip':
          return 'ការបង្ហោះដែលមិនអាចចេញតាមម៉ោងរបស់វា ត្រូវរំលង'
        case 'same-day':
          return 'ការបង្ហោះយឺត នៅតែចេញរហូតដល់ពាក់កណ្តាលអធ្រាត្រ'
        case 'days':
          return `ការបង្ហោះយឺត នៅតែចេញក្នុងរយៈពេលមិនលើស ${digits(grace.days)} ថ្ងៃ`
        default:
          return grace satisfies never
      }
    },
    paused: (reason: GoneReason) => {
      const why = {
        blocked: 'បូតត្រូវបានទប់ស្កាត់',
        kicked: 'បូតត្រូវបានដកចេញ',
        deleted: 'រកមិនឃើញការជជែក',
        forbidden: 'បូតមិនត្រូវបានអនុញ្ញាតឱ្យបង្ហោះនៅទីនេះ',
      }
      return `ផ្អាក ព្រោះ${why[reason]}`
    },
    changeGrace: (grace: Grace): string => {
      switch (grace.type) {
        case 'skip':
          return 'ការបង្ហោះយឺត៖ មិនឱ្យ'
        case 'same-day':
          return 'ការបង្ហោះយឺត៖ រហូតដល់ពាក់កណ្តាលអធ្រាត្រ'
        case 'days':
          return `ការបង្ហោះយឺត៖ មិនលើស ${digits(grace.days)} ថ្ងៃ`
        default:
          return grace satisfies never
      }
    },
    changeLeapDay: (day: LeapDay) =>
      day === 'march-1'
        ? 'ថ្ងៃទី២៩ ខែកុម្ភៈ ក្នុងឆ្នាំធម្មតា៖ ថ្ងៃទី១ ខែមីនា'
        : 'ថ្ងៃទី២៩ ខែកុម្ភៈ ក្នុងឆ្នាំធម្មតា៖ ថ្ងៃទី២៨ ខែកុម្ភៈ',
    stop: (name: string) => `ឈប់៖ ${name}`,
    start: (name: string) => `ជាវ៖ ${name}`,
  },
  language: {
    does: 'ភាសាសម្រាប់ការជជែកនេះ',
    options: { language: 'ភាសា' },
    is: (name: string) => `ភាសារបស់ការជជែកនេះ៖ ${name}។ តើអ្នកចង់ប្រើភាសាណា?`,
    done: (name: string) => `ចាប់ពីពេលនេះទៅ ភាសារបស់ការជជែកនេះគឺ៖ ${name}។`,
  },
  preview: {
    does: 'ការបង្ហោះបន្ទាប់នឹងមានអ្វី ដូចបេះបិទ និងពេលណា',
    options: { anniversary: 'ខួបណា' },
    next: (moment: Inline): Words => ['នេះជាការបង្ហោះបន្ទាប់នៅទីនេះ ដែលនឹងចេញនៅ ', moment, '៖'],
    would: (moment: Inline): Words => [
      'ការជជែកនេះមិនបានជាវថ្ងៃនេះទេ។ បើបានជាវ ការបង្ហោះនេះនឹងចេញនៅ ',
      moment,
      '៖',
    ],
  },
  why: {
    does: 'តើនឹងមានការបង្ហោះនៅទីនេះឬអត់ នៅពេលណា និងការបង្ហោះចុងក្រោយៗទៅជាយ៉ាងណា',
    options: { resend: 'ការបង្ហោះដែលប្រហែលជាមិនទាន់ទៅដល់ ដើម្បីផ្ញើម្តងទៀត' },
    comes: (moment: Inline): Words => ['មាន។ ការបង្ហោះបន្ទាប់នៅទីនេះ នឹងចេញនៅ ', moment, '។'],
    notSubscribed: 'គ្មានទេ។ ការជជែកនេះមិនបានជាវអ្វីទេ។',
    notNow: 'ឥឡូវនេះគ្មានទេ។',
    conditions: 'អាស្រ័យលើ',
    subscribed: 'ការជជែកនេះបានជាវហើយ។',
    active: 'ការបង្ហោះមិនត្រូវបានផ្អាកទេ។',
    mayPost: 'បូតត្រូវបានអនុញ្ញាតឱ្យបង្ហោះនៅទីនេះ។',
    mayNotPost: 'បូតមិនត្រូវបានអនុញ្ញាតឱ្យបង្ហោះនៅទីនេះទេ។',
    unasked: 'ទាល់តែដល់ពេលបង្ហោះ ទើបដឹងថាបូតត្រូវបានអនុញ្ញាតឱ្យបង្ហោះនៅទីនេះឬអត់។',
    hour: (hour: string, zone: string) => `ម៉ោងបង្ហោះគឺ ${digits(hour)} តាម ${zone}។`,
    last: 'ការបង្ហោះចុងក្រោយៗ',
    noneYet: 'មកដល់ពេលនេះ មិនទាន់មានទេ។',
    noSuch: 'នៅទីនេះគ្មានការបង្ហោះបែបនោះទេ។',
    states: {
      pending: 'កំពុងរង់ចាំផ្ញើ',
      leased: 'ជិតផ្ញើហើយ',
      sending: 'កំពុងផ្ញើ',
      sent: 'បានផ្ញើ',
      unknown: 'បានផ្ញើ តែគ្មានចម្លើយ៖ វាអាចទៅដល់ ឬមិនទៅដល់ ហើយមិនត្រូវបានផ្ញើម្តងទៀតដោយខ្លួនឯងទេ',
      failed: 'ផ្ញើមិនបាន',
      expired: 'ផ្ញើមិនទាន់ពេល',
      skipped: 'បានរំលង',
    },
    resend: (when: string) => `ផ្ញើម្តងទៀត៖ ${when}`,
    resending: (when: string) => `ការបង្ហោះ ${when} កំពុងត្រូវបានផ្ញើម្តងទៀត។`,
    notResent: 'ការបង្ហោះនោះមិនអាចផ្ញើម្តងទៀតបានទេ៖ វាបានទៅដល់ហើយ ឬកំពុងតែទៅ។',
  },
}
