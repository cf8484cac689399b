// Names the values of options in English, where people pick one from a list.

export const choiceNames = {
  short: 'short',
  medium: 'medium',
  long: 'long',
  text: 'as text',
  picture: 'as a picture',
  skip: 'not at all',
  'same-day': 'until midnight',
  1: 'up to 1 day',
  3: 'up to 3 days',
  7: 'up to 7 days',
  'february-28': '28 February',
  'march-1': '1 March',
  on: 'on',
  off: 'off',
  yes: 'yes',
  no: 'no',
}
