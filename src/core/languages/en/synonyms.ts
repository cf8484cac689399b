// Lists the English words that mean the same to people who ask, about any archive of history, news and knowledge.

/**
 * Words that judge, such as invasion and liberation, are not the same. A word with a second sense that is just as common is left
 * out: it would find what nobody asked for. In order: rule, war, death, movement, words, places, people, numbers, trade, law,
 * culture, science, qualities.
 */
export const synonyms = `
leader, head, ruler, chief, boss, lead, led, led by, in charge, strongman, top man
dictator, tyrant, despot, strongman
king, monarch, sovereign
government, administration, authorities, rulers
parliament, legislature, national assembly, lawmakers
ambassador, envoy, diplomat
embassy, diplomatic ties, diplomatic relations, diplomatic relationship, official ties, formal ties, official relations
relations, ties, relationship, links, bond
election, vote, poll, ballot
coup, putsch, power grab
revolution, uprising, revolt, rebellion, insurrection, insurgency
rebel, insurgent, guerrilla, partisan, resistance fighter, freedom fighter
protest, demonstration, rally, demonstrator, protester
resign, resignation, step down, stand down, quit
appoint, appointment, nominate, designate
rule, govern, reign, in power, be in office, administer, run the country, ran the country, running the country, run by
rule, ruling, come to power, came to power, take power, took power, seize power, in power, take over, took over, takeover, take control, took control, rise to power, rose to power, get into power, got into power
lose power, lost power, lose control, lost control, fall from power, fell from power
fall, collapse, overthrow, overthrown, topple, downfall, defeat, oust, lose power, lost power, bring down, brought down
independence, self-rule, sovereignty, self-determination
border, frontier, boundary
reform, overhaul, modernise, modernize
enter, arrive, come into, move into, march into
found, establish, create, set up, form, inaugurate, establishment, creation, foundation
ban, prohibit, forbid, outlaw
manage, management, manager, director
organise, organize, arrange, organiser, organizer, host
invade, attack, assault, offensive, incursion, raid
occupy, occupation, occupier
raid, incursion, foray, cross-border attack, plunder, pillage
bomb, bombing, bombard, bombardment, air raid, air strike, airstrike
shoot, gun down, open fire, gunfire, gunman
weapon, gun, rifle, weaponry, armament
soldier, troop, army, military, force, serviceman, combatant, fighting man, fighting men
veteran, ex-soldier, former soldier, old soldier
fight, battle, war, combat, conflict, warfare, hostilities
skirmish, clash, firefight
defend, defence, defense, protect, guard, protection, self-defence, self-defense
threat, threaten, menace, danger
danger, risk, peril, dangerous, hazard
defeat, beat, vanquish, crush, rout
win, victory, triumph, victorious, winner, winning
hero, heroine, heroic
surrender, capitulate, capitulation, lay down arms
peace, ceasefire, truce, armistice
enemy, foe, opponent, adversary
ally, partner, alliance, coalition
withdraw, withdrawal, leave, left, pull out, depart, departure, retreat, go away, move out, get out, got out, clear out, pull back, bring home, brought home, come home, came home, go home, went home, quit
send, dispatch, despatch, deploy, deployment
flee, escape, run away, get away, got away, run off, bolt, flight, refuge
defect, defector, desert, deserter, change sides, switch sides
refugee, displaced, displaced person, asylum seeker, exile, evacuee
capture, seize, take prisoner, taken prisoner, seizure
help, aid, support, assist, assistance, relief, back up, lend a hand, helper, supporter
take part, took part, taking part, participate, participation, involve, join, participant
recruit, enlist, conscript, join up, sign up
die, dead, death, dying, killed, kill, perish, lose their lives, lost their lives, losing their lives, lost lives, casualty, fatality, death toll, victim, loss of life, pass away, passed away, deceased, wipe out, mortality
kill, murder, massacre, slaughter, execute, assassinate, slay, slain, killing, put to death, butcher, wipe out, murderer, killer, exterminate
genocide, mass murder, mass killing, mass killings, extermination, atrocity, slaughter
torture, mistreat, mistreatment, torment
famine, starvation, hunger, starve, hungry, food shortage, go hungry, went hungry
disease, illness, sickness, ill, sick
epidemic, pandemic, outbreak of disease
suffer, endure, undergo, go through, went through, live through, live under, lived under, put up with, suffering, bear
suffering, misery, hardship, ordeal, plight, pain
survive, survivor, survival, stay alive, stayed alive, live through, pull through, make it out, made it out
save, rescue, save lives, lifesaver, saviour, savior
free, liberate, liberation, set free, liberator, emancipate
release, set free, let go, let out
sacrifice, lay down their lives, laid down their lives, give their lives, gave their lives, martyr
bury, burial, grave, tomb, cemetery, graveyard
funeral, burial, cremation
injure, wound, hurt, injury, maim
prison, jail, gaol, detention, behind bars, locked up, lock up
prisoner, inmate, detainee, captive
arrest, detain, capture, imprison, jail, take into custody, nab
begin, start, commence, outbreak, break out, broke out, launch, onset, get started, got started, get going, kick off, get under way, set off
begin, originate, origin, come from, came from
end, finish, conclude, stop, cease, terminate, come to an end, came to an end, be over, wrap up
build, construct, erect, construction, builder
rebuild, reconstruct, reconstruction, restore, restoration, renovate, recover, recovery, start over, back on its feet
destroy, destruction, demolish, ruin, wreck, devastate, flatten, in ruins, tear down, tore down
damage, harm
open, inaugurate, inauguration, unveil, opening
shut, closure, shut down, close down
last, continue, go on, went on, carry on, drag on, keep going
delay, postpone, put off
stay, remain, be based, stationed
travel, visit, trip, go to, went to
journey, trip, voyage, trek, expedition, crossing
tourist, traveller, traveler, visitor, holidaymaker
meet, meeting, get together, got together, sit down with, sat down with, come together, came together, encounter
summit, conference, convention, congress
attend, attendance, attendee, guest, present at, turn up, show up, be there
bring, carry, transport, deliver
gift, donation, donate, donor
obtain, receive, gain, acquire, get hold of
lend, loan, borrow
move, relocate, transfer, shift
exclude, leave out, left out, shut out
lose, loss
find, discover, discovery, uncover, come across, came across, dig up, dug up
look for, search, seek, hunt for
hide, conceal, cover up, hidden
say, tell, speak, state, claim, declare, announce, describe, according to, remark, comment, express
words, statement, remark, comment, declaration, quote
speech, speak, address
call, name, refer to, term, know as, known as, title, label, dub, brand
nickname, alias, pseudonym, also known as
promise, pledge, vow, commit, commitment
agree, accept, consent, approve, approval
refuse, reject, turn down, refusal, rejection
criticise, criticize, criticism, condemn, denounce, critic, slam, condemnation, critical
blame, accuse, accusation, point the finger
praise, hail, applaud, commend, pay tribute, laud, tribute
thank, grateful, gratitude, thankful, appreciation, appreciate, owe
apologise, apologize, apology, say sorry
suggest, propose, proposal, suggestion, recommend, recommendation
warn, warning, alert
discuss, discussion, negotiate, negotiation, talks, dialogue, talk about
argue, quarrel, dispute, disagree, disagreement, controversy, controversial, contested, debate
explain, explanation, clarify
answer, reply, respond, response
order, command, instruct
stress, emphasise, emphasize, underline, highlight, insist
admit, confess, confession, acknowledge
deny, denial, refute
ask, request, call on, call for, call upon, appeal, plead, plea, ask for help, beg, cry for help
invite, invitation
promote, promotion, advance
think, believe, opinion, belief, view, see as, saw as, regard, consider, reckon, feel, perceive, take on
trust, reliable, credible, trustworthy, believable, rely on, reliability, credibility
bias, biased, one-sided, partial, slanted, propaganda
doubt, uncertain, uncertainty, dubious, unsure
prove, proof, evidence, confirm, confirmation
lie, untrue, false, fake, made up
truth, true, fact, accurate, accuracy
secret, covert, clandestine, secretly
mean, meaning, stand for, signify, translate, translation, translated
symbol, symbolise, symbolize, emblem, represent
show, demonstrate, reveal
remember, commemorate, commemoration, mark, anniversary, celebrate, celebration, remembrance, honour, honor, memory, look back
forget, forgotten, oblivion
ceremony, rite, ritual, event
festival, holiday, feast, festivities
event, incident, occurrence, happening
lead to, cause, result in, bring about, brought about, responsible for, trigger, behind
result, outcome, consequence, effect, impact, aftermath
aim, goal, target, objective, purpose, intention, intend
want, wish, desire, hope
decide, decision, resolve
choose, choice, select, pick, elect
try, attempt, effort, endeavour, endeavor
plan, scheme, project, programme, program
duty, obligation, task, mission, responsibility
prevent, stop, avoid, avert
hinder, obstruct, hamper, hold back, held back
allow, permit, permission
oppose, resist, resistance, opposition, fight against, fought against, fight back, fought back, stand up to, stood up to
cooperate, cooperation, work together, worked together, working together, collaborate, collaboration, co-operation, partnership, team up, join forces, joined forces
unite, unity, unify, solidarity, reunite, reunification, united
divide, split, partition, separate
friendship, amity, friendly, friend, comrade, brotherhood
place, site, spot, location, venue, locality
area, region, zone
city, town; capital, capital city; village, hamlet, settlement, commune
country, nation, homeland, motherland, fatherland
land, territory, soil
abroad, overseas, foreign country
foreigner, foreign national, outsider
neighbour, neighbor, neighbouring, neighboring, next door, bordering
located, situated, stands
live, reside, residence, inhabitant, resident
home, house, dwelling; hometown, birthplace, home village, native village
born, birthday, birthplace, date of birth
building, structure; monument, memorial, statue; temple, pagoda, shrine; church, cathedral, chapel; university, college; school, academy
teach, education, teacher, instructor, lecturer
student, pupil, schoolchild, learner
study, learn, train, training, trained
hospital, clinic; stadium, arena; shop, store; road, street, highway; harbour, harbor, port; airport, airfield; forest, jungle, woods; sea, ocean; mountain, hill, peak
coast, shore, beach, seaside
north, northern; south, southern; east, eastern; west, western
south west, southwest, southwestern, south western; south east, southeast, southeastern, south eastern
north west, northwest, northwestern, north western; north east, northeast, northeastern, north eastern
people, ppl, persons, folks, folk, human beings
population, inhabitants, populace, citizen
man, guy, male, bloke; woman, lady, female
children, kids, child, youth
young people, youth, youngster, teenager, teen
baby, infant, newborn; elderly, old people, senior citizen; mother, mum, mom; father, dad
marry, marriage, wed, wife, husband, spouse
relative, family member, kin, kinsman
ethnic group, ethnicity, ethnic, minority
journalist, reporter, correspondent
write, wrote, author, writer, written by
scholar, academic, researcher, scientist, historian, professor
expert, specialist, professional, adviser, advisor, consultant
doctor, physician
lawyer, attorney, barrister
police, policeman, police officer, cop
worker, labourer, laborer, employee, staff
job, occupation, profession, work, career
criminal, perpetrator, culprit, offender
spy, secret agent, espionage
crowd, audience, spectator, turnout
deputy, vice; tribe, clan; former, ex, previous, one-time; old, ancient, aged; new, modern, recent
annual, yearly, every year, each year; decade, ten years, 10 years; century, hundred years, 100 years
number, figure, total, count, tally, amount
estimate, guess, estimation, reckon, guesswork
lowest, smallest, least, minimum, fewest, low
highest, biggest, largest, maximum, greatest, high, most
survey, poll, questionnaire, census, head count
percentage, percent, per cent, share, proportion
a quarter, one quarter, one fourth, one in four, 25 percent
half, one half, 50 percent
a third, one third, one in three
two, 2, a couple, pair
three, 3; four, 4; five, 5; six, 6; seven, 7; eight, 8; nine, 9; ten, 10; first, 1st
increase, rise, grow, growth, go up, went up, climb
decrease, decline, fall, drop, reduce, reduction, go down, went down, shrink
big, large, huge, great, massive, enormous
small, little, tiny, minor
part, portion, section
group, gang, band, bunch
organisation, organization, association, institution
buy, purchase, acquire, buyer
sell, sale, sold, seller
trade, commerce, trading, business, merchant, trader
deal, agreement, contract, sign, agree, treaty, accord, pact
goods, products, merchandise, commodity; price, cost, how expensive; customer, client; owner, proprietor
invest, investment, investor; tax, duty, tariff, levy; income, revenue, earnings; debt, owe, loan; money, fund, finance, funding, cash
company, firm, business, corporation, enterprise; factory, mill, manufacturing plant; manufacture, produce, production, producer
industry, industrial; economy, economic; farm, farming, agriculture, agricultural, farmer, peasant; crop, harvest
poor, poverty, impoverished, needy; rich, wealthy, wealth, affluent; cheap, inexpensive; expensive, costly, pricey
unemployed, jobless, unemployment, out of work; strike, walkout, industrial action; wage, pay
need, require, necessary, essential; use, utilize, employ, utilise, make use of
car, automobile, vehicle; ship, boat, vessel; plane, aircraft, airplane, aeroplane, jet; train, railway, railroad, rail
crash, accident, collision; disaster, catastrophe, tragedy, calamity; flood, inundate; earthquake, quake, tremor
storm, typhoon, hurricane, cyclone; explosion, blast, explode, blow up, blew up; fire, blaze; weather, climate
crime, offence, offense, wrongdoing; law, legislation, statute; legal, lawful, legitimate; illegal, unlawful
trial, tribunal, court, prosecute, prosecution, put on trial, stand trial, stood trial, sued, court case
verdict, ruling, judgment, judgement, find guilty, found guilty, convict, conviction, guilty, condemn
punish, punishment, penalty; innocent, not guilty, acquit, acquittal; investigate, investigation, inquiry, probe
thief, robber, burglar; steal, rob, theft, robbery; justice, fairness
recognise, recognize, recognition, acknowledge; right, entitlement; equal, equality
article, text, piece, report, story, write-up; newspaper, paper, daily, journal, press, gazette; news, coverage
photo, picture, photograph, image, pic, snapshot, snap; film, movie, motion picture; television, tv, telly; book, volume
song, single, track, tune; singer, vocalist; actor, actress, performer; artist, painter; award, prize, medal, trophy, honour, honor
match, game; competition, contest, tournament, championship; team, squad; coach, trainer; athlete, sportsman, sportswoman
culture, tradition, custom, heritage, traditional; history, past; legend, myth, tale; language, tongue; poem, poetry, verse, poet
food, meal, dish, cuisine; drink, beverage; clothes, clothing, garment, outfit; dance, dancer; god, deity
success, succeed, successful, achieve, achievement, accomplish; fail, failure, unsuccessful
invent, invention, inventor, devise; experiment, laboratory; theory, hypothesis; scientific, science; animal, creature, beast
medicine, drug, medication; treat, treatment, cure, heal, therapy; pollution, pollute, contaminate, contamination
field, sector, domain, sphere, area; topic, subject, theme, issue; problem, trouble, difficulty, difficult, hard, tough
way, method, means, manner; role, function; condition, situation, circumstances, state, shape
important, significant, main, major, key, crucial, vital; famous, well known, renowned, notable, popular, celebrated
strong, powerful, mighty, strength; weak, feeble, weakness; safe, safety, secure, security
fast, quick, rapid, swift; fear, afraid, scared, frightened, fright, terror; angry, anger, furious, fury, outrage
happy, glad, joy, delighted, happiness; sad, grief, sorrow, mourn, mourning; proud, pride; hate, hatred, dislike, resent, resentment
cruel, brutal, savage, ruthless, brutality, cruelty; brave, courage, bravery, courageous
different, differ, difference, unlike, diverge; same, similar, alike, identical; joint, shared, mutual, common
responsible, at fault, fault, to blame, blame; loyal, loyalty, faithful, devoted; devote, dedicate, dedication
violence, violent, by force; disappear, vanish, go missing, went missing; search party, manhunt
`

/** Those that are said more than written. */
export const looseSynonyms = `
invade, march in, march into, go in, went in, move in, move into, enter, cross into, roll in, roll into, storm into, pour into
enter, arrive, come into, came into, move into, march into, go into, went into, get into, got into, set foot in
oust, overthrow, topple, depose, kick out, drive out, drove out, throw out, threw out, chase out, push out, force out, boot out, bring down, brought down, remove from power, unseat, expel, toss out, take down, took down
send back, sent back, return, repatriate, bring home, brought home, come home, came home, go home, went home, go back, went back, come back, came back
sneak, slip across, slip over, steal across, cross, crossing, cross over, go across, went across, go over, went over, get across, got across, sneak over, sneak across
found, establish, create, set up, form, inaugurate, establishment, formation, start up, founder, get started, got started, foundation, creation, come into being, came into being, born, birthday, birth date, birthdate, date of birth
local, locals, resident, inhabitant, villager, townspeople, local people, ordinary people, civilian
stay, remain, stay on, stay put, stick around, stuck around, hang around, hung around, linger, keep there, kept there
convict, convicted, sentence, sentenced, find guilty, found guilty, go down for, went down for, put away, lock up, locked up, send down, sent down
give, hand, hand over, hand out, offer, provide, supply, donate, grant, give out, gave out, pass on
`
