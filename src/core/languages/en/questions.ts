// Lists how people ask in English.

import type { QuestionWords } from '../question-words.ts'
import { looseSynonyms, synonyms } from './synonyms.ts'

/** Left out in "what's". */
const be = '[is|are|was|were|]'
const auxiliary = `[is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|exactly did|exactly was|
  isn't|isnt|aren't|arent|wasn't|wasnt|weren't|werent|didn't|didnt|don't|dont|doesn't|doesnt|can't|cant|couldn't|couldnt|
  won't|wont|hasn't|hasnt|haven't|havent|]`
const preposition =
  '[in|on|at|since|from|during|until|till|by|for|around|to|into|under|after|before|of|with|]'

export const questions: QuestionWords = {
  asking: {
    when: `^when ${auxiliary}, when$, [as of|up to|from] when ${auxiliary}, ^[the|] [exact|] [date|year|month|day] [the|a|an|it|they|he|she|we|his|her|their|our|this|these], since when ${auxiliary}, until when, till when, by when, from when,
      ${preposition} [what|which] [exact|specific|] [year|years|yr|date|dates|day|days|month|century|decade|time|period|era]
      ${auxiliary}, ^[what|whats] ${be} the [exact|] [date|year|day|month|time] [of|when|that|on which|in which|],
      ^[the|] [date|year|day and year|day|time] of, ^[the|] [date|year|day|time] [when|that|on which], how long ago ${auxiliary}, how many years ago ${auxiliary},
      ^at what point ${auxiliary}, ^how far back ${auxiliary}, ^[around|about] when ${auxiliary}, ^whens, ^[the|] [publication|release|issue] [date|year] of, ^[date|year] of [publication|issue] of`,
    who: `^who ${auxiliary}, ^who [even|exactly|actually|really] [is|are|was|were], ^[what|which] [office|post|position|job|title|rank|role] [did|does|do|has|have|had] … [hold|held|have|had]$,
      ^where [does|did|do] … work, ^what does … do for a living, ^who else ${auxiliary}, who$, who [is|was] [that|he|she|this|it]$, who [are|were] they$, whos that$, whom$, ^whom ${auxiliary}, ^whose, ^whos,
      [by|to|with|for|from|against] [whom|who] ${auxiliary}, ^[which|what] [person|people|man|men|woman|women|guy|guys|dude|bloke|lady|folks] ${auxiliary},
      ^[what|whats] ${be} the name of the [person|man|woman] who, ^whose name, by whose, ^name the [man|woman|person|people|guy|one|ones] who`,
    'who said': `^who [has|had|have|] [said|says|say|stated|states|claimed|claims|declared|declares|announced|argued|argues|thinks|thought|believes|believed|told|called|calls|described|mentioned]
      [that|], ^who [wrote|writes|has written] that, ^according to [whom|who], said by [who|whom]$, ^whose words ${auxiliary}, by whose account, says who, [and|] who [says|said] [so|that|it|this]$,
      ^who ${be} [quoted|cited] [as saying|saying|for|on|about|], ^who [is|was] the speaker [of|who said|]`,
    'how many': `how many [of the|of|] , how much [of the|of|],
      in what numbers ${auxiliary}, ^how few, [what|which] [number|numbers|percentage|percent|share|proportion|fraction|portion|amount|quantity|total] of, [what|which] part of the, [what|which] [number|percentage|percent|share|proportion|fraction|amount|quantity],
      ^[what|whats] ${be} the [total|exact|estimated|approximate|] [number|numbers|amount|quantity|count] of, ^[the|] [total|] number of,
      ^how [old|big|large|tall|high|far|deep|wide|fast|heavy|often|small|frequently|expensive|hot|cold] ${auxiliary}`,
    'how long': `how long ${auxiliary}, ^for how long ${auxiliary}, how much time ${auxiliary},
      [for|in|over|] how many [years|yrs|months|days|weeks|hours|hrs|decades|minutes|centuries] ${auxiliary}, [for|] what length of time ${auxiliary},
      how long [did|does|will|would|has] it take [to|for|], ^[what|whats] ${be} the [duration|exact length|length of time] [of|],
      ^[the|] duration of, ^[the|] [exact|total|] length of [the|], [how many|^the|^] years [and|] months [and days|days|] [of|did|has|had|was|were|that|]`,
    where: `^where ${auxiliary}, where$, ^[from|to] where ${auxiliary}, ${preposition} [what|which] [spot|site|island|point on the map] ${auxiliary}, ^wheres, ^were [is|are|was|did], whereabouts ${auxiliary},
      ${preposition} [what|which] [city|town|village|province|district|region|place|places|location|area|county] ${auxiliary},
      [in|at|from|to|on|of] [what|which] [country|countries|state|continent|part of the] ${auxiliary},
      ^[what|whats] ${be} the location of, ^[the|] location of, ^[what|which] [city|town|village|province|district|region|county|state|country] [is|are|was|were] … in$, ^what place ${auxiliary}`,
    why: `^why ${auxiliary}, ^explain why ${auxiliary}, why$, ^how come, ^what for, what for$, ^whys, ^because of what,
      [for|] [what|which] [reason|reasons|cause|causes|purpose|motive|motives|grounds|explanation|explanations] ${auxiliary} [given|stated|cited|named|behind|] [for|behind|],
      ^[what|whats] ${be} [given|stated|cited|named] as [the|a|] [reason|reasons|cause|grounds] [for|of|],
      ^[what|whats] ${be} the [main|real|stated|] [reason|reasons|cause|causes|motive|motives|purpose|rationale|justification|grounds] [given|stated|] [for|of|behind|that|why|],
      ^what [caused|causes|prompted|motivated|triggered|led to|made|drove|pushed], ^what [led|got|forced|compelled|brought|moved|persuaded|convinced|inspired|encouraged] … to,
      ^what [is|was|were] behind, [on|upon] what [basis|pretext|ground] ${auxiliary}, under what pretext ${auxiliary}, ^how is it that, ^why is it that, ^[what|whats] ${be} the point of, ^how did it come [to|that|about that],
      ^why [the hell|on earth|in the world|ever] ${auxiliary}, on what grounds ${auxiliary},
      ^[the|] [reason|reasons|motive|motives|cause|causes] [for|behind|of]`,
    happened: `^what [all|] [happened|happens|happen|occurred|took place|went on|went down|came about|occured|ocurred|was going on|has happened|had happened] [exactly|] ${preposition},
      ^what [happend|happended|hapened|hapend|hapenned] ${preposition}, ^what [events|things] [were|was|are|is] there ${preposition}, ^did anything [happen|occur|take place] ${preposition}, ^[in|on] … [there was|was there] [something|anything] [to|], ^was there anything ${preposition},
      ^what did happen ${preposition}, ^whats happened ${preposition}, ^[anything|something] [happened|happening|that happened|] ${preposition},
      ^[what|how] [about|abt], ^about, ^any [news|info|information|article|articles|event|events] [about|on|of|in|from], ^what [about|of], ^what [is|was|were|are] there [about|on|in|from|],
      ^what [do|does|have] [you|we|the archive] [have|got|know|remember] [about|on|of|for|from|in],
      ^tell [me|us|] [more|something|everything|all|] [about|abt], ^[events|event|news|things] [of|in|on|from|about]`,
    said: `^what [did|does|do|has|have|had|is|was|were|are|will] … [say|said|saying|think|believe|claim|tell|write|mention|state|declare|announce|argue|promise|reply|answer|respond|comment] [about|on|of|regarding|concerning|],
      ^what words [did|does|do|has|have|had] … [have|use|find|choose] [for|about|on|of|], ^what … [says|said|thinks|thought] [about|on|of|regarding|concerning|], [said|says] what$, ^[quote|quotes] [of|from|by|], ^[what|whats] ${be} … words$,
      ^[what|whats] ${be} … [view|opinion|position|stance|take|thoughts|reaction|response|words] [on|about|of|regarding|to],
      ^[what|whats] ${be} … [opinion|opinions|views|stance|comments|remarks] [on|about|of|regarding|],
      ^how [did|does|do] … put it [on|about|], ^how [did|does|do|has|have] … [describe|call|see|view|comment] [on|]`,
    whether: `^[is|are|was|were|did|does|has|have|had|whether|if|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|hasn't|haven't|hadn't|isnt|wasnt|didnt|doesnt]
      [it|there|] [true|really|correct|the case|] [that|], ^[will|would|can|could|should|do|might] [it|there|he|she|they|the|this|that|we|people|any|all], ^should,
      ^[can|may] [i|we|you|one], ^[is|was|are|were] it [certain|sure|proven|confirmed|clear|known|agreed|really true] [that|],
      ^[true|yes] or [false|no], or not$, is [that|it|this] [true|right|correct|so]$, [isn't|wasn't|didn't] [it|he|she|they]$`,
    next: `^[what|which] [date|day|time] [is|are|will be] [the|our|your|] [next|upcoming], ^[what|whats] ${be} the [date|day] of the [next|upcoming],
      ^[what|whats|which|when|whens|who] [is|are|will be|comes|happens|] [coming|] [up|] [the|our|your|] [next|upcoming], ^[what|whats] [is|are|have we|do we have|] coming [up|] [next|soon|],
      ^[what|which] [anniversary|anniversaries|day|days|date|dates|event|events|commemoration] [is|are|comes|come] [next|coming|upcoming|due] [up|next|],
      ^when [will|do|does|is|are] … [next|coming up], ^[what|which] [day|days|date|dates|anniversary|event] [do|does|will] [you|we|they|the archive|] [remember|mark|have|celebrate|commemorate|come|post|show] next$, ^[the|] next [anniversary|anniversaries|commemoration|commemorations|day of remembrance|holiday|date],
      ^what do [we|you|they] [remember|mark|celebrate|commemorate|have] next, ^[is|] [anything|something] coming [soon|up], ^[upcoming|coming] [anniversary|anniversaries|commemorations|holidays|dates|events|days],
      ^how [long|many days|many weeks|many months] [is it|are there|are left|left|] [until|till|to]`,
    today: '^on this day, ^this day in history, ^today in history, ^on this date',
    what: `^[can|could|would|will] you [please|kindly|], what, what [is|was] [that|this|it]$, ^what ${auxiliary}, ^whats, ^which ${auxiliary}, ^which of [the|], ^[which|what] [part|side|end|corner] of [the [country|city|world|town|region|province|border]|], which$, ^how ${auxiliary}, ^how,
      ^what [kind|kinds|type|types|sort|sorts|form|forms|variety] of, ^what else ${auxiliary}, ^what exactly ${auxiliary},
      ^[what|whats] ${be} the [name|names|term|word|title|meaning|definition|purpose|role] [of|for|given to|used for] [the|a|],
      ^what [kind|type|sort] of [paper|newspaper|publication|magazine|outlet|media|organisation|organization|body|group|company|agency|person|man|woman|place|site|thing|event] ${be}, ^what does … [mean|stand for], ^what does … mean in [english|vietnamese|khmer],
      ^[which|what] … [do|does|have|has] [you|we|the archive|it] [have|hold|contain|got] [in here|here|], [in|to|of|for|with|from|by|at|on|under|during|after|before|into|about|through|as|like] [what|which] ${auxiliary},
      ^[explain|describe|define|summarize|summarise] [to me|], ^[the|] [meaning|difference] [of|between], ^[the|] name of [the|a|], ^[name|list] [one|two|three|a|an|the|all|some|any], ^[what|whats] ${be} known [about|of|on],
      ^[is|are] there [anything|something|any|some] [about|on|], ^anything [known|written|said|new|else|] [about|on|],
      ^[do|does] [you|we|the archive|it] [have|contain] [anything|something|any|] [about|on|of|],
      ^[do|does] [you|we|the archive|it] [know|say|mention] [anything|something|much] [about|on|of|],
      ^[more|info|information|details|something|everything] about, ^what does … mean, ^what do [you|we] [know|say] about`,
  },
  topics: {
    when: '^birthday, ^birthdate, ^birth date, ^date of birth',
    why: 'reason, reasons, cause, causes, grounds, motive, motives',
    'how many': `^casualties [of|in|from|during], ^death toll, ^body count, ^casualty [figure|figures|number|numbers|count], ^toll of, population, percentage, cost of, price of,
      size of, height of, length of, depth of, weight of, area of, number of, rate of, amount of, distance, age of, speed of,
      average, total`,
    who: `leader, leaders, president, king, queen, emperor, prime minister, minister, general, author, founder, name of the [leader|president|king|general|minister|founder],
      leader of, scientist, player, coach, commander, writer, politician, inventor, quarterback, pope, philosopher, force, forces, army, armies, guest, guests, speaker, speakers`,
    today:
      'anniversary, anniversaries, commemoration, commemorations, memorial, remembrance, celebration, celebrations, day, days, holiday, holidays, history, special, remembered, remember, on, up, new, going on, happening, happened, happens, news, date',
  },
  around: `anyway, anyways, by the way, btw, tbh, fyi, just curious, [i am|i'm|im|] curious, in the end, back then, back in the day, over there, [in|] those days, and all that, or something, guys, mate, bro, dude, sir, if you know,
    if i may ask, seriously, honestly, basically, you know, real quick, quick one, one thing, out of interest, do we know, please, pls, plz, kindly, hey, hi, hello, ok, okay, so, well, and, but, now, then, just, sorry, excuse me, question, quick question,
    i mean, you see, i guess, i think, i suppose, i wonder, i am wondering, i was wondering, wondering, i'm wondering,
    [can|could|would|will|can't] [you|u|anyone|someone|anybody|somebody] [please|kindly|] [tell|show|remind|give|say|explain|find|help] [me|us|to me|out|],
    [can|could|may|might] [i|we] [ask|know|find out] [you|], let me [ask|know], i [want|wanted|need|wish] to [know|ask|learn|find out|understand], i [would|'d] like to [know|ask|learn], i'd like to [know|ask|learn], i'd love to know, [want|wants|wanted|need|needs|like|likes] to know, [ask|asks|asked|asking] me, not sure,
    [do|does|did] [you|anyone|anybody|someone|somebody|u] [happen to|] [know|remember|recall], tell [me|us], show me, give me, remind me,
    [any|an] idea, i [don't|do not|dont] [know|remember], thanks, thank you, thx, in the first place, after everything, after all, by any chance, the question is, in [his|her|their|that|the] [speech|remarks|address|interview], in short, briefly, at all, lol, hi there, hello there, dear bot, bot`,
  idle: `no matter [what|who|when|where|how|which|why], whats up, what's up, so what, as well as when, who's who, whos who, somewhat, you know [what|who],
    what if, what a, what an, how are you, how do you do, how is it going, how's it going, what can you do, what do you do, who are you, what are you, how does this work`,
  shortForms: `hw how, wen when, wn when, wat what, wht what, wut what, wot what, wats whats, wuts whats, y why, hu who,
    ppl people, pple people, peeps people, u you, r are, abt about, b4 before, cud could, wud would, wil will, dis this, dat that,
    gov government, govt government, gvt government, cuz because, coz because, thru through, yr year, yrs years`,
  publishing:
    'article articles text texts report piece pieces story stories item items document documents published publish publication appear appeared printed written write wrote posted dated date',
  archive:
    'archive archives library collection database newspaper newspapers paper papers press media source sources bot writer writers author authors journalist journalists publisher publishers website websites digest digests',
  trust: `trust trusted trustworthy believe believed believable reliable reliability credible credibility careful cautious wary
    sceptical skeptical sceptic doubt doubtful biased bias unbiased neutral impartial objective independent propaganda
    confirm confirmed confirmation verify verified witness witnesses evidence one-sided honest accurate fair balanced
    agree alike identical true truth fake`,
  meaning: 'mean means meaning meant stand stands translate translates translated translation',
  beforeDoers: 'by under',
  befalling: 'die died dies dying dead perish perished',
  light: `being come comes came coming get gets got make makes made take takes took taken give gives gave given call called calls
    name names named know known kind type exist exists exactly actually really precisely approximately mention mentioned
    mentions according happens occur occurred most much many more less several some other others another use uses used
    using became become becomes put go goes went one ones way ways thing things able type types term terms considered
    senior prominent distinguished eminent top
    such well per also ever still right correct certain sure alone only important main over under against between
    within among count counts counted afterwards afterward later then here there all both each every any anything something really during without through throughout amongst upon via near around towards toward despite until till because
    while whether not no yes back again off just even already too so quite i'm i've im anyway anyways basically literally honestly seriously apparently somehow kinda sorta stuff
    guys gonna wanna tho though yeah maybe someone somebody somewhere`,
  or: 'or',
  judging: `true, truth, false, a lie, lie, lies, a myth, myth, fake, real, [made|] up, invented, right, wrong, correct, incorrect, accurate, exact, precise, exaggerated, overstated, inflated, understated,
    fact, a fact, proven, justified, justifiable, justification, legitimate, legal, illegal, lawful, unlawful, fair, unfair, just, unjust, necessary, needed, moral, immoral, good, bad, evil, worth it,
    too [long|much|many|early|late|soon|far|high|low|little|few|big|small], that bad, so bad, good or bad, good thing, bad thing, a good idea, a mistake, mistake, propaganda, biased, reliable, trustworthy, credible`,
  backward:
    'it, its, he, him, his, she, her, they, them, their, [that|this] [day|date|year|month|time|place|man|woman|person], [happened|happen|happens|live|lived|fight|fought|serve|served|stay|stayed|go|went|die|died|from] there',
  life: `born birth birthday birthplace die died dies death dead age buried grave wife husband spouse married marry
    children child kids son sons daughter daughters father mother parents brother sister family religion salary height`,
  present: 'now currently current today nowadays presently',
  synonyms,
  looseSynonyms,
}
