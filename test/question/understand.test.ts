// Questions as people write them, with who would tell whom and what else is said.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vocabularyFile } from '../../src/knowledge/rule-schema.ts';
import { understand, type Understood } from '../../src/question/understand.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
const vocabulary = vocabularyFile.parse(parse(readFileSync(join(KNOWLEDGE, 'ordforrad.yml'), 'utf8')));
const concepts = parse(readFileSync(join(KNOWLEDGE, 'begrepp.yml'), 'utf8')) as {
  readonly parter: Readonly<Record<string, unknown>>;
  readonly begrepp: Readonly<Record<string, { readonly värden: unknown }>>;
};

/** Question | sender | recipient | other facts, `concept=value; …`. Empty where nothing must be found. */
const TABLE = `
får vi veta av soc | socialtjänst |
kan BUP berätta för skolan | BUP | skola
soc begär uppgifter från oss på skolan | skola | socialtjänst | begäran=ja
har polisen rätt att få uppgifter av rektor | rektor | polis
jag som kurator, får jag säga till mentorn att eleven mår dåligt | elevhälsa psykosocial | lärare | uppgift=hälsa
vad får förskolan lämna ut till BVC | förskola | BVC
mamma ringer skolsköterskan och vill veta vad dottern sagt | elevhälsa medicinsk | vårdnadshavare | begäran=ja
måste skolan lämna ut en elevs adress till polisen? | skola | polis | uppgift=kontaktuppgifter
kan jag som lärare ringa soc | lärare | socialtjänst
jag jobbar som fältare, får jag berätta för polisen | socialtjänst | polis
vi på BUP undrar om vi får prata med skolan om en patient | BUP | skola
jag är skolsköterska. Får jag berätta för läraren om diagnosen? | elevhälsa medicinsk | lärare | uppgift=hälsa
får uppgifter lämnas från vården till soc | region vård | socialtjänst
får läraren berätta för soc vad kuratorn sagt | lärare | socialtjänst
får soc berätta för skolan att mamman dricker | socialtjänst | skola
får kuratorn berätta för soc utan samtycke | elevhälsa psykosocial | socialtjänst | samtycke=nej
får kuratorn på en friskola berätta för rektorn | elevhälsa psykosocial | rektor | avsändaren är=enskild verksamhet
får kuratron beratta for rektron om sekretes | elevhälsa psykosocial | rektor
får socialtjensten säga nåt till skolan | socialtjänst | skola
polisen frågar om en 15-åring som stulit, måste jag som rektor svara? | rektor | polis | begäran=ja; ålder=under 18; brott=begånget; brottstyp=annat brott
Soc ringer. Vad får jag som lärare säga? | lärare | socialtjänst
Jag är skolsköterska. En mamma vill läsa sin dotters journal, får hon det? | elevhälsa medicinsk | vårdnadshavare | begäran=ja
får jag som socialsekreterare prata med en kollega om ett ärende | socialsekreterare | socialsekreterare
kan polisen kräva att rektorn lämnar ut kuratorns anteckningar | rektor | polis
får läraren läsa skolsköterskejournalen | elevhälsa medicinsk | lärare
lämnar skolan ut uppgifter till soc? | skola | socialtjänst
Har kuratorn tystnadsplikt mot mentorn | elevhälsa psykosocial | lärare
När polisen ringer får skolan lämna ut adressen? | skola | polis | uppgift=kontaktuppgifter
får föräldrarna veta av BUP att dottern är där | BUP | vårdnadshavare
Kan skolpsykologen informera rektorn om en utredning | elevhälsa psykolog | rektor
får syster berätta för fröken | elevhälsa medicinsk | lärare
kan skolsyrran säga till soc | elevhälsa medicinsk | socialtjänst
får dagis ringa sossen | förskola | socialtjänst
får f-kassan uppgifter från ekonomiskt bistånd | ekonomiskt bistånd | Försäkringskassan
får snuten veta av fritidsgården vilka som var där | fritidsgård | polis
kan aina kräva ut uppgifter från soc | socialtjänst | polis
Vi är en friskola. Måste vi lämna uppgifter till socialtjänsten? | friskola | socialtjänst
Får en privat skolsköterska berätta för kuratorn | elevhälsa medicinsk | elevhälsa psykosocial | avsändaren är=enskild verksamhet
Får socialtjänstens utredning lämnas till BUP | socialtjänst | BUP
vad får LVU-handläggaren säga till skolan | socialtjänst | skola
får vår rektor berätta för soc att eleven fyllt 18 år | rektor | socialtjänst | ålder=18–20
min 19-åriga klient vill inte att jag pratar med hans mamma. Jag är socialsekreterare. | socialsekreterare | vårdnadshavare | ålder=18–20; samtycke=nej
en elev i åttan har berättat för mig att pappa slår. Jag är kurator, måste jag berätta för soc? | elevhälsa psykosocial | socialtjänst | ålder=under 18; brott=begånget; brottstyp=misshandel
får skolan berätta för BUP trots att eleven sagt nej | skola | BUP | samtycke=nej
föräldrarna vill inte att förskolan pratar med soc, får vi ändå? | förskola | socialtjänst | samtycke=nej
får jag som mentor berätta för föräldrarna vad kuratorn sagt om eleven | lärare | vårdnadshavare
kan rektorn få veta av skolsköterskan vilken medicin eleven äter | elevhälsa medicinsk | rektor | uppgift=hälsa
har mentorn rätt att läsa kuratorns anteckningar | elevhälsa psykosocial | lärare
är skolan skyldig att lämna uppgifter till soc under förhandsbedömning | skola | socialtjänst | utredning=förhandsbedömning
soc har inlett utredning och vill ha uppgifter av läraren | lärare | socialtjänst | utredning=barnavårdsutredning; begäran=ja
Familjerätten gör en vårdnadsutredning och frågar läraren om barnet. | lärare | familjerätt | utredning=vårdnadsutredning; begäran=ja
Familjerätten begär in uppgifter från BVC i en vårdnadsutredning | BVC | familjerätt | utredning=vårdnadsutredning; begäran=ja
får läkaren på BUP säga något till skolkuratorn | BUP | elevhälsa psykosocial
får kuratorn på ungdomsmottagningen berätta för mamma | ungdomsmottagning | vårdnadshavare
kan personalen på HVB-hemmet berätta för polisen att killen bor på HVB | HVB | polis | uppgift=vistelse på boende
Polisen vill veta om en person bor på vårt boende. Jag jobbar på ett HVB, ska jag svara? | HVB | polis | begäran=ja; uppgift=vistelse på boende
får soc berätta för grannen som anmält om de öppnat en utredning | socialtjänst | allmänhet | uppgift=att utredning inletts
har pappan rätt att få veta vem som anmält av soc | socialtjänst | vårdnadshavare | uppgift=vem som anmälde
får soc säga till föräldrarna vem som har gjort orosanmälan | socialtjänst | vårdnadshavare | uppgift=vem som anmälde
Får vi på förskolan få återkoppling från soc om de inlett en utredning? | socialtjänst | förskola | uppgift=att utredning inletts
Kan hemtjänsten berätta för dottern hur det är med hennes mamma | hemtjänst | anhörig
Jag arbetar i hemtjänsten. En anhörig frågar om brukaren, vad får jag säga? | hemtjänst | anhörig | begäran=ja
får biståndshandläggaren ta del av sjukhusets journal | vårdcentral eller sjukhus | biståndshandläggare
Får vårdcentralen skicka uppgifter till hemsjukvården | vårdcentral eller sjukhus | kommunal hälsovård
måste IVO få ut journaler från elevhälsan | elevhälsa | IVO
Skolinspektionen begär handlingar av oss på skolan i ett tillsynsärende | skola | Skolinspektionen | begäran=ja; ärende=tillsyn
får kommunens kurator lämna över till gymnasiets kurator när eleven byter skola | elevhälsa psykosocial | elevhälsa psykosocial | ärende=skolbyte
får lärare prata med fritidspedagogen om ett barn | lärare | fritidshem
får förskolan lämna över uppgifter till skolan inför skolstart | förskola | skola
en journalist vill ha ut handlingar från socialförvaltningen | socialtjänst | journalist | begäran=ja
Ska skolan lämna ut klasslistan till en journalist | skola | journalist | uppgift=kontaktuppgifter
vad får man som fritidsledare berätta för polisen | fritidsgård | polis
Som skolkurator, får jag ringa BUP om en elev utan föräldrarnas samtycke? | elevhälsa psykosocial | BUP | samtycke=nej
Får BUP kontakta skolsköterskan? | BUP | elevhälsa medicinsk
tar soc emot uppgifter från polisen | polis | socialtjänst
kan åklagaren begära ut uppgifter från socialtjänsten i en förundersökning | socialtjänst | åklagare | ändamål=utreda brott
får socialtjänsten tipsa polisen om att en ungdom dras in i gäng | socialtjänst | polis | brott=risk
Får soc polisanmäla en klient som hotat handläggaren | socialtjänst | polis | brottstyp=hot mot tjänsteman; brott=begånget
ska vi på soc göra en polisanmälan när en pappa slagit sitt barn | socialtjänst | polis | brott=begånget; brottstyp=misshandel; brottsoffret under 18=ja
måste jag som lärare göra en orosanmälan om jag misstänker att eleven blir slagen hemma | lärare | socialtjänst | misstanke om att barn far illa=ja
får skolsköterskan anmäla till polisen att en elev våldtagits | elevhälsa medicinsk | polis
Vad får vi som jobbar på BUP lämna ut till Försäkringskassan? | BUP | Försäkringskassan
Får mormor veta av soc var barnet är placerat | socialtjänst | anhörig | uppgift=placerat barns vistelseort
Får familjehemmet veta något om barnet av soc | socialtjänst | familjehem
Får jag som familjehem berätta för skolan | familjehem | skola
kan soc i en annan kommun få uppgifter av oss på soc | socialtjänst | annan socialtjänst
får läraren veta av mig som skolpsykolog vad testet visade | elevhälsa psykolog | lärare
kan jag låta mentorn läsa mina anteckningar? Är kurator på en gymnasieskola. | elevhälsa psykosocial | lärare
Skolkurator här, får jag berätta för soc om eleven? | elevhälsa psykosocial | socialtjänst
Hej! Jag är ny rektor på en fristående grundskola. Polisen vill ha namn på elever. Måste vi lämna ut dem? | rektor | polis | avsändaren är=enskild verksamhet; begäran=ja
Polisens begäran om uppgifter – måste socialsekreteraren svara? | socialsekreterare | polis | begäran=ja
vi har fått en förfrågan från soc, vad får vi på fritids säga | fritidshem | socialtjänst | begäran=ja
är det ok att lämna journalen till en privat vårdgivare? jag jobbar på vårdcentralen | vårdcentral eller sjukhus | privat vård
Kan en förälder utan vårdnad få veta av skolan hur det går | skola | förälder ej vh
Har god man rätt till uppgifter från soc | socialtjänst | god man
får överförmyndaren veta av LSS-handläggaren att en brukare behöver god man | LSS-handläggare | överförmyndare | ärende=god man
hindrar sekretessen att soc berättar för skolan | socialtjänst | skola
gäller det att kuratorn får säga till rektor vad som helst | elevhälsa psykosocial | rektor
Skatteverket frågar soc om en adress | socialtjänst | Skatteverket | begäran=ja; uppgift=kontaktuppgifter
Ska ekonomiskt bistånd anmäla bidragsfusk till polisen? | ekonomiskt bistånd | polis | brottstyp=bidragsbrott
Migrationsverket ber skolan om uppgifter | skola | Migrationsverket | begäran=ja
får tingsrätten uppgifter av kuratorn som är kallad som vittne | elevhälsa psykosocial | domstol | ärende=vittnesmål
Till vem får jag som socialsekreterare lämna ut adressen | socialsekreterare | | uppgift=kontaktuppgifter
Till polisen får rektor väl lämna ut namnet? | rektor | polis
Uppgifter om en elev ska lämnas till polisen av rektor, stämmer det? | rektor | polis
får man berätta avidentifierat för en kollega på soc | | socialtjänst | uppgift=avidentifierad
kan specialpedagogen dela sin kartläggning med BUP | specialpedagog | BUP
delar elevhälsan information med lärarna | elevhälsa | lärare
får vikarien veta av skolsköterskan att en elev har epilepsi | elevhälsa medicinsk | skolpersonal | uppgift=hälsa
Får jag svara polisen som frågar om en klient? Jag är biståndshandläggare | biståndshandläggare | polis | begäran=ja
Får barnmorskan berätta för soc att en gravid kvinna missbrukar | region vård | socialtjänst
soc undrar om vi på BVC kan skicka journalen | BVC | socialtjänst
Mamman har bett att BUP ska berätta för skolan | BUP | skola
pappan vill att jag berättar för honom vad dottern sagt, jag är skolkurator | elevhälsa psykosocial | vårdnadshavare
Får skolan berätta vad som hänt för föräldrarna? | skola | vårdnadshavare
får en socialsekreterare prata om ett ärende inom soc med sin chef | socialsekreterare | socialsekreterare
Kan rektorn neka polisen uppgifter | rektor | polis
Vilka uppgifter får förskolläraren ge pappan som inte har vårdnaden? | förskola | förälder ej vh
får hbv | |
Kan jag som nämndpolitiker få ut en akt från socialförvaltningen | socialtjänst | förtroendevald
Får facket ta del av uppgifter från soc om en klient | socialtjänst | facket
en tolk undrar, får tolken berätta för soc | tolk | socialtjänst
får försvararen veta av socialsekreteraren | socialsekreterare | försvarare
Får SiS lämna uppgifter till polisen om en placerad 17-åring | SiS | polis | ålder=under 18
Får privat HVB lämna information till soc | HVB | socialtjänst | avsändaren är=enskild verksamhet
måste skolan berätta för mamma att pappa har varit där | skola | vårdnadshavare
Får skolan på eget initiativ berätta för polisen om ett planerat slagsmål | skola | polis | begäran=nej; brott=risk
Kan kommunens kurator och skolsköterska inom samma nämnd prata med varandra | | | samma myndighet=ja
mamman samtycker men pappan säger nej, får BUP prata med skolan | BUP | skola | samtycke=bara en vårdnadshavare
eleven vill men föräldrarna vägrar, får kuratorn ringa BUP | elevhälsa psykosocial | BUP | samtycke=bara barnet
föräldrarna samtycker men inte eleven. Kan jag som kurator informera läraren? | elevhälsa psykosocial | lärare | samtycke=bara vårdnadshavarna
vi har samtycke från föräldrarna, får soc berätta för läraren | socialtjänst | lärare | samtycke=ja
krävs samtycke för att BUP ska få prata med skolan | BUP | skola
Hur gammal måste man vara för att själv samtycka | |
Vad är skillnaden mellan skolkuratorns och skolsköterskans sekretess | |
vad innebär inre sekretess | |
Vad händer om jag bryter mot tystnadsplikten? | |
måste jag skriva på en sekretessförbindelse som vikarie | |
Får soc prata med barnet i skolan utan att föräldrarna vet | |
Får polisen förhöra en elev i skolan? | |
får skolsköterskan ge eleven medicin | |
kan klienten säga nej | |
var står det om sekretess i skollagen | |
är en utredning på soc allmän handling | |
`;

/** As the first table, by what makes them hard. */
const BY_CLASS: Readonly<Record<string, string>> = {
  'X wishes to talk with Y': `
rektorn vill tala med soc om en elev, går det bra? | rektor | socialtjänst
Skolkuratorn vill rådgöra med BUP om en elev som mår dåligt | elevhälsa psykosocial | BUP
Vår skolsköterska vill prata med mentorn om elevens diabetes. Får hon det? | elevhälsa medicinsk | lärare
jag vill prata med polisen om en elev, är lärare | lärare | polis
En socialsekreterare vill diskutera ärendet med en kollega på BUP, ok? | socialsekreterare | BUP
förskolläraren vill samråda med BVC om ett barn utan att föräldrarna vet | förskola | BVC
Fritidsledaren vill ta upp en killes situation med fältarna | fritidsgård | socialtjänst
specialpedagogen vill bolla ett ärende med BUP | specialpedagog | BUP
Hemtjänsten vill kontakta anhöriga om en brukare | hemtjänst | anhörig
Läkaren vill tala med skolan om en patient. Får hen det? | vårdcentral eller sjukhus | skola
Rektorn vill prata med elevens mamma om en orosanmälan | rektor | vårdnadshavare
Polisen vill tala med oss på fritidsgården om en kille, får vi? | fritidsgård | polis
Psykologen på BUP vill rådgöra med skolan kring en patient | BUP | skola
Soc vill prata med rektorn om en elev. Jag är rektor, vad får jag säga? | rektor | socialtjänst
Mamman vill prata med kuratorn om vad dottern sagt. Får kuratorn berätta? | elevhälsa psykosocial | vårdnadshavare
`,
  'who asks and who is asked stand in a sentence of their own': `
Rektorn kräver att få läsa min journal om en elev. Måste jag visa den? Jag är skolsköterska. | elevhälsa medicinsk | rektor
Pappan ringer till förskolan och frågar vem som hämtat. Får vi svara? | förskola | vårdnadshavare | begäran=ja
Åklagaren begär in loggböcker från vårt HVB, ska vi lämna ut dem? | HVB | åklagare | begäran=ja
IVO gör tillsyn hos oss på särskilda boendet och begär ut journaler. Måste vi lämna dem? | särskilt boende | IVO | begäran=ja; ärende=tillsyn
En granne hör av sig till hemtjänsten och undrar hur tanten mår, vad får personalen säga? | hemtjänst | allmänhet
Mormor mejlar till BUP och undrar om flickan går där. Kan vi bekräfta det? | BUP | anhörig
Försäkringskassan begär handlingar från LSS-handläggaren. Är hen skyldig att skicka dem? | LSS-handläggare | Försäkringskassan | begäran=ja
Läraren undrar vad eleven har för diagnos. Får jag som skolpsykolog svara henne? | elevhälsa psykolog | lärare | uppgift=hälsa
Skolinspektionen kommer på besök hos oss på friskolan och vill se elevakter. Har de rätt till det? | friskola | Skolinspektionen | begäran=ja
Kronofogden skriver till socialtjänsten och begär uppgifter om en klient, måste man svara | socialtjänst | Kronofogden | begäran=ja
Soc mejlar och vill ha närvaro på en elev. Vi på skolan undrar om vi måste skicka den | skola | socialtjänst
En pappa kräver att förskolan visar anteckningarna. Måste de göra det? | förskola | vårdnadshavare
BUP frågade läraren hur det går för eleven, fick hon svara på det? | lärare | BUP
Läraren har frågat kuratorn om en elevs hemförhållanden. Får kuratorn svara? | elevhälsa psykosocial | lärare
Vi blev uppringda av polisen som undrar om en brukare. Jag jobbar på gruppboende. Får jag svara? | LSS-boende | polis
Migrationsverket har begärt uppgifter av oss på komvux. Ska vi lämna dem? | skola | Migrationsverket
Advokaten ringer till soc och vill läsa klientens akt, är det okej? | socialtjänst | ombud
Polisen frågar skolan om en elev. Får vi berätta för föräldrarna att de frågat? | | vårdnadshavare
`,
  'to read is to be told': `
har mamman rätt att läsa skolpsykologens anteckningar om sonen | elevhälsa psykolog | vårdnadshavare
får rektor ta del av kuratorns samtalsanteckningar | elevhälsa psykosocial | rektor
En klient vill läsa sin akt hos socialtjänsten | socialtjänst | den enskilde
kan en elev begära ut sin journal från skolsköterskan | elevhälsa medicinsk | elev
får vikarien gå in och läsa elevhälsans dokumentation | elevhälsa | skolpersonal
Får fritidspersonalen läsa lärarnas åtgärdsprogram | lärare | fritidshem
får hemsjukvården ha tillgång till hemtjänstens journal | hemtjänst | kommunal hälsovård
Brukaren vill se sin journal hos hemtjänsten, får hon det? | hemtjänst | den enskilde
har en förälder rätt att få se dotterns BUP-journal | BUP | vårdnadshavare
får socialsekreteraren titta i familjerättens akter | familjerätt | socialsekreterare
får undersköterskan läsa sjukhusets journaler | vårdcentral eller sjukhus | 
Kan patientens dotter få läsa journalen hos vårdcentralen | vårdcentral eller sjukhus | anhörig
får försäkringskassan insyn i socialtjänstens akter | socialtjänst | Försäkringskassan
får biblioteket se skolans klasslistor | skola | kommun
`,
  'what someone has said or written': `
får vi föräldrar veta vad dottern har sagt till skolkuratorn | elevhälsa psykosocial | vårdnadshavare
Har mentorn rätt att veta vad skolsköterskan skrivit om en elev | elevhälsa medicinsk | lärare
får mamma veta vad sonen berättat för BUP | BUP | vårdnadshavare
Kan polisen få reda på vad en klient anförtrott sin socialsekreterare | socialsekreterare | polis
Får jag som lärare veta vad psykologen kommit fram till | elevhälsa psykolog | lärare
får pappa veta vad barnet sagt till förskolläraren | förskola | vårdnadshavare
har jag som förälder rätt att veta vad kuratorn antecknat om min son | elevhälsa psykosocial | vårdnadshavare
kan rektorn kräva att få veta vad eleven berättat för skolsköterskan | elevhälsa medicinsk | rektor
Får styvpappan höra vad tjejen sagt till ungdomsmottagningen | ungdomsmottagning | anhörig
får soc reda på vad skolläkaren skrev | elevhälsa medicinsk | socialtjänst
har styvmamman rätt att veta vad killen sagt till skolkuratorn | elevhälsa psykosocial | anhörig
får rektor veta vad jag pratat med eleven om? Jag är kurator | elevhälsa psykosocial | rektor
Jag är skolsköterska. Får mamman veta vad dottern sagt till mig? | elevhälsa medicinsk | vårdnadshavare
får polisen veta vad soc sagt till skolan | | polis
`,
  'the one it is about moves': `
En elev byter från friskolan till kommunal skola, ska friskolan skicka med åtgärdsprogrammet? | friskola | skola | ärende=skolbyte
eleven har bytt skola till oss, måste den förra skolan ge oss journalen? | skola | skola | ärende=skolbyte
En kille slutar på BUP och går över till vuxenpsykiatrin, får journalen skickas? | BUP | region vård
Barnet slutar på förskolan och börjar i förskoleklass. Får förskolan lämna över anteckningar till skolan? | förskola | skola
En elev slutar på en friskola och börjar i vår kommunala skola, ska de skicka över akten? | friskola | skola
En flicka slutar i kommunal grundskola och börjar på friskola, ska den gamla skolan lämna över elevakten | skola | friskola
Pojken flyttar från vårt HVB till ett familjehem, får vi lämna över dokumentation? | HVB | familjehem
patienten ska gå över från vårdcentralen till psykiatrin, får de skicka journalen | vårdcentral eller sjukhus | region vård
en elev byter till vår skola, kan gamla skolans kurator lämna över anteckningar till vår kurator | elevhälsa psykosocial | elevhälsa psykosocial
barn byter förskola till oss, får den förra förskolan lämna över något? | förskola | förskola
en elev slutar hos oss på gymnasiet och börjar på komvux, får vi skicka över utredningen? | skola | skola
barnet placeras i familjehem, får soc berätta om diagnosen? | socialtjänst | familjehem
Kuratorn slutar på skolan och börjar på BUP. Får hon ta med sina anteckningar? | |
`,
  'questions answered, tips, summons, addresses': `
måste jag som lärare svara på polisens frågor om en elev | lärare | polis
Får hemtjänsten ge polisen adressen till en brukare | hemtjänst | polis | uppgift=kontaktuppgifter
Jag är skolkurator och kallad som vittne i tingsrätten, måste jag berätta vad eleven sagt? | elevhälsa psykosocial | domstol | ärende=vittnesmål
ska bidragsfusk anmälas till Försäkringskassan av soc | socialtjänst | Försäkringskassan
får boendestödjaren tipsa polisen om en klient som langar | socialtjänst | polis
Får vi på HVB svara när soc följer upp placeringen | HVB | socialtjänst
får rektorn ge soc numret till en förälder | rektor | socialtjänst
Som socialsekreterare ska jag vittna i förvaltningsrätten, får jag berätta om klienten? | socialsekreterare | domstol | ärende=vittnesmål
måste BVC svara på familjerättens frågor | BVC | familjerätt
Kan ekonomiskt bistånd anmäla en klient till Skatteverket | ekonomiskt bistånd | Skatteverket
får jag ge soc numret till elevens mamma? jag är mentor | lärare | socialtjänst
Läkaren är kallad att vittna i tingsrätten, får hon berätta om patienten? | vårdcentral eller sjukhus | domstol
ska skolan svara på en enkät från Skolinspektionen | skola | Skolinspektionen
Kan skolan lämna numret till föräldrarna till BUP | skola | BUP
`,
  'greetings and labels': `
Privat äldreboende: får vi berätta för sonen att mamma ramlat? | särskilt boende | anhörig | avsändaren är=enskild verksamhet
boendestödjare här! får jag säga något till vårdcentralen | socialtjänst | vårdcentral eller sjukhus
Vi på familjehemmet vill berätta för skolan om barnets bakgrund, får vi det? | familjehem | skola
Hej, fritidspedagog på en friskola här. Kan jag prata med soc? | fritidshem | socialtjänst | avsändaren är=enskild verksamhet
Fråga från en skolpsykolog: får jag dela min utredning med BUP? | elevhälsa psykolog | BUP
Hallå! Rektor på friskola. Får jag lämna ut uppgifter till polisen? | rektor | polis | avsändaren är=enskild verksamhet
LSS-boende: polisen vill veta vem som bor hos oss, ska vi svara? | LSS-boende | polis | begäran=ja
personlig assistent här - får jag berätta för biståndshandläggaren hur det är? | LSS-assistans | biståndshandläggare
Till er jurister: vi på BVC undrar om vi får kontakta förskolan | BVC | förskola
Hejsan, syster på en skola, kan jag tipsa soc om en elev | elevhälsa medicinsk | socialtjänst
Förskollärare på privat förskola. Kan vi kontakta soc? | förskola | socialtjänst | avsändaren är=enskild verksamhet
God morgon! LSS-handläggare, får jag tala med god man om en brukare? | LSS-handläggare | god man
Hej, mentor här. Vad får jag säga till elevens föräldrar? | lärare | vårdnadshavare
`,
  'misspelt names': `
får familjerådgivingen berätta för soc | familjerådgivning | socialtjänst
kan försäkringskasan få uppgifter från ekonomist bistånd | ekonomiskt bistånd | Försäkringskassan
får bvc sköterskan prata med förskolan | BVC | förskola
måste bup läkare svara polsien | BUP | polis
får sjuksköteskan berätta för jornalisten om patinten | vårdcentral eller sjukhus | journalist
får arbetsförmedligen uppgifter från socialtjäntsen | socialtjänst | Arbetsförmedlingen
kan skolpskologen berätta för specialpedagågen | elevhälsa psykolog | specialpedagog
får ungdomsmotagningen ringa föräldrana | ungdomsmottagning | vårdnadshavare
måste biståndshandlägaren lämna ut till åklagren | biståndshandläggare | åklagare
får vc läkaren prata med hemtjänten | vårdcentral eller sjukhus | hemtjänst
får skolsyster berätta för BUP-läkarn | elevhälsa medicinsk | BUP
måste hemjänsten svara försäkringskasan | hemtjänst | Försäkringskassan
får spesialpedagogen prata med vårdnadshavarna | specialpedagog | vårdnadshavare
`,
};

/** Who tells whom cannot be told from the words. */
const EITHER = `
gäller sekretess mellan skolsköterska och lärare | elevhälsa medicinsk | lärare
får skolan och soc dela information | skola | socialtjänst
kan BUP och skolan prata med varandra om en elev | BUP | skola
sekretess soc skola | socialtjänst | skola
hur är det med sekretessen mellan förskola och skola? | förskola | skola
får polisen och fritidsgården utbyta uppgifter | polis | fritidsgård
Vad gäller mellan BUP och elevhälsan? | BUP | elevhälsa
Får skolan samverka med polisen kring en elev | skola | polis
Polisen vill prata med kuratorn om en elev | polis | elevhälsa psykosocial
Åklagaren vill tala med socialsekreteraren | åklagare | socialsekreterare
`;

/** Third parties, matter that is told, word order: nothing of it may turn the direction. */
const HARD = `
får skolan få veta av soc vad BUP sagt | socialtjänst | skola
Får läraren fråga soc om vad polisen gjort | socialtjänst | lärare
får rektorn ge polisen kuratorns anteckningar | rektor | polis
kan soc få veta av skolan att mamma ringt polisen | skola | socialtjänst
vad soc har sagt till skolan, får skolan berätta det för BUP? | skola | BUP
Polisen ringde soc och soc ringde mig. Jag är rektor, vad får jag säga till soc? | rektor | socialtjänst
Av vem får soc begära uppgifter om skolan inte vill svara? | | socialtjänst
Får uppgifter som kuratorn fått av mamman lämnas till soc? | |
Eleven berättade för skolsköterskan, som berättade för mig. Jag är mentor. Får jag säga det till soc? | lärare | socialtjänst
Till BUP från skolan, får man skicka uppgifter då? | skola | BUP
Från BUP till skolan, får man lämna uppgifter? | BUP | skola
Får jag berätta för mamman att skolan ringt soc? Jag är skolkurator. | elevhälsa psykosocial | vårdnadshavare
Får skolan veta något? Det är vi på soc som har uppgifterna. | socialtjänst | skola
BUP:s journal, får skolsköterskan läsa den? | BUP | elevhälsa medicinsk
Får polisen lämna uppgifter till skolan om en elev | polis | skola
Får skolan lämna uppgifter till polisen om en elev | skola | polis
Får polisen uppgifter från skolan om en elev | skola | polis
Får skolan uppgifter från polisen om en elev | polis | skola
Får soc av skolan veta vad som hänt | skola | socialtjänst
Får soc till skolan säga vad som hänt | socialtjänst | skola
Är det tillåtet för BUP att berätta för soc | BUP | socialtjänst
Ska lärare svara om socialtjänsten frågar? | lärare | socialtjänst
Ska socialtjänsten svara om lärare frågar? | socialtjänst | lärare
Får polisen fråga skolan? | skola | polis
Får skolan fråga polisen? | polis | skola
Kan BVC kräva att socialtjänsten berättar om utredningen? | socialtjänst | BVC
Måste BUP få samtycke innan de pratar med skolan? | BUP | skola
Är det ok om BUP pratar med skolan? | BUP | skola
Får skolan ringa BUP för att få veta hur det går? | BUP | skola
Får BUP ringa skolan för att berätta om diagnosen? | BUP | skola
Har föräldrar rätt att läsa det läraren skriver till soc? | |
Skolan har fått veta av BUP att en elev fått diagnos. Får skolan föra det vidare till fritids? | skola | fritidshem
Får förskolan som fått uppgifter från soc lämna dem till BVC? | förskola | BVC
HVB-hemmet ringer och vill ha uppgifter om en klient. Jag är socialsekreterare. Får jag lämna dem? | socialsekreterare | HVB
Till mig som lärare har en mamma sagt att hon blir slagen. Kan jag berätta för rektorn? | lärare | rektor
hej får skolköterskan prata med lärarn om elevs adhd | elevhälsa medicinsk | lärare
Soc ringer skolan och vill berätta om en placering. Får de det? | socialtjänst | skola
Läraren vill prata med BUP för att få veta diagnosen | BUP | lärare
Hemtjänsten mejlade en rapport till biståndshandläggaren, var det okej? | hemtjänst | biståndshandläggare
Skolan vill ha information från BUP, får BUP prata med skolan? | BUP | skola
Eleven flyttar från HVB till familjehem. Får familjehemmet veta vad som hänt? | HVB | familjehem
Kuratorn undrar om BUP får berätta för läraren | BUP | lärare
Får vi veta något av soc? De har frågat oss om eleven | socialtjänst |
`;

interface Row {
  readonly question: string;
  readonly sender: string;
  readonly recipient: string;
  readonly facts: readonly string[];
}

function rows(table: string): Row[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [question = '', sender = '', recipient = '', facts = ''] = line.split('|').map((cell) => cell.trim());
      return { question, sender, recipient, facts: facts.split('; ').filter(Boolean) };
    });
}

function roles({ facts }: Understood): [string, string] {
  const of = (name: string) => facts.find(({ concept }) => concept === name)?.value ?? '';
  return [of('avsändare'), of('mottagare')];
}

function expectRow({ question, sender, recipient, facts }: Row): void {
  const understood = understand(question, vocabulary);
  expect(roles(understood)).toEqual([sender, recipient]);
  expect(understood.facts.map(({ concept, value }) => `${concept}=${value}`)).toEqual(
    expect.arrayContaining([...facts]),
  );
}

describe('who tells whom', () => {
  it.each(rows(TABLE))('$question', (row) => {
    expectRow(row);
  });

  describe.each(Object.entries(BY_CLASS))('%s', (_, table) => {
    it.each(rows(table))('$question', (row) => {
      expectRow(row);
    });
  });

  it.each(rows(HARD))('is not turned around: $question', ({ question, sender, recipient }) => {
    expect(roles(understand(question, vocabulary))).toEqual([sender, recipient]);
  });

  it.each(rows(EITHER))('asks back: $question', ({ question, sender, recipient }) => {
    const understood = understand(question, vocabulary);
    expect(understood.directions).toEqual([
      [sender, recipient],
      [recipient, sender],
    ]);
    expect(roles(understood)).toEqual(['', '']);
  });
});

describe('what else is said', () => {
  const said = (question: string) =>
    understand(question, vocabulary).facts.map(({ concept, value }) => `${concept}=${value}`);

  it('is said and not only asked', () => {
    expect(said('krävs samtycke för att soc ska få berätta')).not.toContain('samtycke=ja');
    expect(said('får soc berätta om de öppnat en utredning')).not.toContain('utredning=barnavårdsutredning');
    expect(said('det är ingen misshandel, får skolan berätta')).not.toContain('brott=begånget');
  });

  it('is one value a concept', () => {
    for (const { question } of [TABLE, HARD, EITHER].flatMap(rows)) {
      const found = understand(question, vocabulary).facts.map(({ concept }) => concept);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it('points at its words in the text as given', () => {
    const question = 'Hej 👋 Får  skolkuratorn på vår skola berätta för so\u0308c utan elevens samtycke?';
    const words = understand(question, vocabulary).facts.map(({ concept, start, end }) => [
      concept,
      question.slice(start, end),
    ]);
    expect(words).toContainEqual(['avsändare', 'skolkuratorn på vår skola']);
    expect(words).toContainEqual(['samtycke', 'utan elevens samtycke']);
  });
});

describe('the vocabulary', () => {
  it('names only parties and values that the concepts have', () => {
    expect(Object.keys(vocabulary.parties).filter((party) => !(party in concepts.parter))).toEqual([]);
    const unknown = Object.entries(vocabulary.concepts).flatMap(([concept, values]) =>
      Object.keys(values)
        .filter((value) => value !== 'sägs inte')
        .filter((value) => !Object.keys(Object(concepts.begrepp[concept]?.värden) as object).includes(value))
        .map((value) => `${concept}: ${value}`),
    );
    expect(unknown).toEqual([]);
  });

  it('gives nothing for nothing', () => {
    expect(understand('', vocabulary)).toEqual({ facts: [], directions: [] });
    expect(understand('?? …', vocabulary)).toEqual({ facts: [], directions: [] });
  });
});
