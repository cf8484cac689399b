// Tells which stops end an English sentence and which follow an abbreviation.

import type { SentenceRules } from '../../text/sentences.ts'

const wordSet = (list: string) => new Set(list.split(/\s+/))

export const sentences: SentenceRules = {
  abbreviations:
    wordSet(`Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Assoc Asst Brig Gen Gens Lt Lts Lieut Col Cols Maj Capt Capts Comdr Ens Sgt Cpl Cmdr Adm
    Det Insp Supt Const Gov Govs Sen Sens Rep Reps Amb Atty Cllr Ald Hon Rev Revs Ven Msgr Fr Pres Treas St Ste Mt Ft
    Chas Geo Jas Jos Thos Benj Fig Figs Ed Eds Op
    vs e.g i.e cf viz al approx ca esp incl eq nos vol vols pp trans cit bros`),
  endAbbreviations:
    wordSet(`inc ltd co corp llc plc jr sr etc a.m p.m ph.d m.d b.a m.a b.c a.d u.s u.k u.n e.u d.c Am Pm Jan Feb Mar Apr
    Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Dept Univ Assn Ave Blvd Rd`),
  openings:
    /^["“‘(]?(?:The|A|An|He|She|It|Its|They|We|I|You|His|Her|Their|Our|My|This|That|These|Those|There|In|On|At|By|For|From|With|As|After|Before|When|While|If|But|And|Or|So|Yet|However|Although|Since|Because|During|Meanwhile|Then|Now|Some|Many|Most|One|Two|Such|What|Who|Why|How|Where|No|Not|According|Also|Nobody|Nothing|Everybody|Everyone|Soon|Later|Still|Today|Only|All|Each|Both|Another|Other|Here|Perhaps|Once|Until|Under|Over|Between|Despite|Instead|Thus|Therefore|Several)\b/u,
  labelled:
    /\b(?:War|[Pp]art|[Pp]lan|[Cc]lass|[Gg]rade|[Tt]ype|[Gg]roup|[Ss]ection|[Aa]ct|[Pp]hase|[Bb]lock|[Vv]olume|[Cc]hapter|[Aa]ppendix|[Vv]itamin|[Hh]epatitis)s?\s$/u,
  beforeTitle: /(?:\b(?:and|by|with|said|told|says)|[,;:])\s$/u,
}
