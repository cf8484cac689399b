// Lists the time zones in which most people live, so that long lists of zones begin with them.

/**
 * Roughly by the people who live there: only the order matters. A zone that is not here comes later, and a station in
 * Antarctica last.
 */
const populousZones = `
  UTC Asia/Shanghai Asia/Kolkata Asia/Jakarta Asia/Karachi Africa/Lagos America/New_York America/Sao_Paulo
  Asia/Dhaka Africa/Addis_Ababa Asia/Tokyo Asia/Manila Africa/Cairo Africa/Kinshasa America/Mexico_City
  Asia/Ho_Chi_Minh Europe/Moscow Asia/Tehran Europe/Istanbul Europe/Berlin America/Chicago America/Denver
  America/Los_Angeles Asia/Bangkok Europe/London Europe/Paris Africa/Johannesburg Europe/Rome Africa/Nairobi
  Asia/Yangon Asia/Seoul America/Bogota Europe/Madrid America/Argentina/Buenos_Aires Africa/Algiers
  Asia/Baghdad Asia/Kabul Europe/Warsaw Africa/Casablanca Asia/Riyadh Asia/Tashkent Europe/Kyiv America/Lima
  Asia/Kuala_Lumpur America/Caracas Asia/Kathmandu America/Toronto America/Vancouver Asia/Taipei Asia/Colombo
  Asia/Almaty America/Santiago Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth
  Europe/Amsterdam Asia/Phnom_Penh Asia/Dubai Europe/Lisbon Europe/Athens Europe/Stockholm Asia/Singapore
  Asia/Hong_Kong Asia/Vientiane Asia/Jerusalem Pacific/Auckland Asia/Makassar Asia/Novosibirsk America/Phoenix
  America/Manaus Asia/Yekaterinburg America/Halifax Pacific/Honolulu
`
  .trim()
  .split(/\s+/)

/** The zone's place in a list that begins with where most people live. */
export function zoneRank(zone: string): number {
  ranks ??= new Map(populousZones.map((each, rank) => [each, rank]))
  return ranks.get(zone) ?? (/^(?:Antarctica|Arctic)\//.test(zone) ? Number.POSITIVE_INFINITY : ranks.size)
}

let ranks: ReadonlyMap<string, number> | undefined
