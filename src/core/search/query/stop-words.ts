// Words of questions that say nothing of what is sought.

export const isStopWord = (folded: string) => words.has(folded)

const words = new Set(
  `a about after all also hello hi how many much other others people thank thanks am an and any are article articles as at be been before but by can could did do does for
  from had has have he her him his i if in into is it its me my of on or our out she should show so tell than
  that the their them then there these they this those to up us was we were what when where which who whom whose
  why will with would you your happened happen please
  bai bao cai cho co cua da den di duoc gi hay khi khong la lam mot nao nhung o ra sao tai the thi trong tu va ve
  vi voi ve ai dau`.split(/\s+/),
)
