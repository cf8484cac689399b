// Tells which stops end an English sentence and which follow an abbreviation.

import type { SentenceRules } from '../../text/sentences.ts'

const wordSet = (list: string) => new Set(list.split(/\s+/))

export const sentences: SentenceRules = {
  abbreviations:
    wordSet(`mr mrs ms messrs dr prof assoc asst gen lt col maj capt sgt cpl cmdr adm gov sen rep hon rev fr pres st ste
    mt ft vs e.g i.e cf viz al approx ca esp incl fig figs eq nos vol vols pp ed eds trans op cit bros`),
  endAbbreviations:
    wordSet(`inc ltd co corp llc plc jr sr etc a.m p.m am pm ph.d m.d b.a m.a b.c a.d u.s u.k u.n e.u d.c no jan feb mar
    apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun dept univ assn ave blvd rd`),
  openings:
    /^["“‘(]?(?:The|A|An|He|She|It|Its|They|We|I|You|His|Her|Their|Our|My|This|That|These|Those|There|In|On|At|By|For|From|With|As|After|Before|When|While|If|But|And|Or|So|Yet|However|Although|Since|Because|During|Meanwhile|Then|Now|Some|Many|Most|One|Two|Such|What|Who|Why|How|Where|No|Not|According|Also)\b/u,
}
