// Decides which choices of a message become buttons and which become lists, so that any number of choices fits.

import type { Choice, Run } from '../../../core/message/message.ts'
import { webAddressOf } from '../../../core/message/web-address.ts'
import { type DrawnChoice, pressIdOf } from './presses.ts'
import { shorten } from './shorten.ts'

/** https://discord.com/developers/docs/components/reference#action-row */
const MAX_BUTTONS_IN_ROW = 5
/** https://discord.com/developers/docs/components/reference#string-select */
const MAX_LIST_ENTRIES = 25
/** https://discord.com/developers/docs/components/reference#button */
const MAX_URL_UNITS = 512
/** Our own limit: more choices of one kind below each other are a list. */
const MAX_STACKED_BUTTONS = 5
/** Of the 40 components of a message: the others are its frame, text, picture and file, and the mention of a role. */
const MAX_COMPONENTS = 35

/** A choice that lists roles or places. */
type PickChoice = Extract<Choice, { type: 'ask' }>

/** One row of a message: buttons beside each other, or a list to pick from. */
export type ChoiceRow =
  | { type: 'buttons'; choices: DrawnChoice[] }
  | { type: 'list'; choices: Run[] }
  | { type: 'pick'; choice: PickChoice }

export interface Layout {
  rows: ChoiceRow[]
  /** How many choices had no room. */
  leftOut: number
}

/**
 * Rows with one choice of the same kind each become a list if there are many of them. If there is still no room, so do
 * larger and larger groups of choices, and what is too much even then is left out. Leaves out choices that Discord cannot
 * draw, and repeats, because Discord refuses equal ids.
 */
export function layOut(choices: readonly (readonly DrawnChoice[])[]): Layout {
  const groups = groupsOf(drawable(choices))
  const isLongList = ({ rows }: Group) =>
    rows.length > MAX_STACKED_BUTTONS && rows.every(({ length }) => length === 1)
  const layouts = [
    () => groups.flatMap(group => (isLongList(group) ? listRows(group) : buttonRows(group))),
    () => groups.flatMap(group => (group.rows.flat().length > 1 ? listRows(group) : buttonRows(group))),
  ]
  for (const layout of layouts) {
    const rows = layout()
    if (costOf(rows) <= MAX_COMPONENTS) return { rows, leftOut: 0 }
  }
  const all = groups.flatMap(({ rows }) => rows.flat())
  const lists = chunks(all.filter(isRun), MAX_LIST_ENTRIES).map(
    run => ({ type: 'list', choices: run }) as const,
  )
  return leaveOut([...lists, ...buttonRows({ rows: [all.filter(choice => !isRun(choice))] })])
}

/** Neighbouring rows whose choices run the same command with the same options, or one row of other choices. */
interface Group {
  rows: DrawnChoice[][]
}

function groupsOf(rows: readonly DrawnChoice[][]): Group[] {
  const groups: (Group & { kind: string | undefined })[] = []
  for (const row of rows) {
    const kind = commonKindOf(row)
    const last = groups.at(-1)
    if (last && kind !== undefined && last.kind === kind) last.rows.push(row)
    else groups.push({ kind, rows: [row] })
  }
  return groups
}

/** The command and the options that all choices of a row have in common; undefined if they differ. */
function commonKindOf(row: readonly DrawnChoice[]): string | undefined {
  const kinds = new Set(
    row.map(choice =>
      isRun(choice)
        ? JSON.stringify([choice.call.command, choice.inPlace ?? false, Object.keys(choice.call.args).sort()])
        : undefined,
    ),
  )
  return kinds.size === 1 ? [...kinds][0] : undefined
}

function listRows({ rows }: Group): ChoiceRow[] {
  const choices = rows.flat()
  const runs = choices.filter(isRun)
  return runs.length < choices.length
    ? buttonRows({ rows })
    : chunks(runs, MAX_LIST_ENTRIES).map(list => ({ type: 'list', choices: list }))
}

const buttonRows = ({ rows }: Group): ChoiceRow[] =>
  rows.flatMap(row => [
    ...chunks(
      row.filter(choice => !isPick(choice)),
      MAX_BUTTONS_IN_ROW,
    ).map(buttons => ({ type: 'buttons', choices: buttons }) as const),
    ...row.filter(isPick).map(choice => ({ type: 'pick', choice }) as const),
  ])

/** In order, without those that have no room. One component is left for a line that says how many these are. */
function leaveOut(rows: readonly ChoiceRow[]): Layout {
  const fitting: ChoiceRow[] = []
  let cost = 1
  let leftOut = 0
  for (const row of rows) {
    cost += costOf([row])
    if (cost <= MAX_COMPONENTS) fitting.push(row)
    else leftOut += row.type === 'pick' ? 1 : row.choices.length
  }
  return { rows: fitting, leftOut }
}

/** In components: the row itself and what is in it. */
const costOf = (rows: readonly ChoiceRow[]): number =>
  rows.reduce((sum, row) => sum + 1 + (row.type === 'buttons' ? row.choices.length : 1), 0)

function drawable(rows: readonly (readonly DrawnChoice[])[]): DrawnChoice[][] {
  const ids = new Set<string>()
  return rows
    .map(row =>
      row.filter(choice => {
        // Discord has no buttons for these: people forward and copy messages with its own menu.
        if (choice.type === 'share' || choice.type === 'copy' || shorten(choice.label, 2) === '') return false
        if (choice.type === 'open' && !isTaken(choice.url)) return false
        const id = pressIdOf(choice)
        if (id === undefined) return true
        const isNew = !ids.has(id)
        ids.add(id)
        return isNew
      }),
    )
    .filter(({ length }) => length > 0)
}

/** Whether Discord takes the address of a button. */
const isTaken = (url: string) => (webAddressOf(url)?.length ?? Infinity) <= MAX_URL_UNITS

const isRun = (choice: DrawnChoice): choice is Run => choice.type === 'run'
const isPick = (choice: DrawnChoice): choice is PickChoice =>
  choice.type === 'ask' && choice.picks !== undefined

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
