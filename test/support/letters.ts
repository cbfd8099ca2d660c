// Two letters as people write them, long and beside the point as much as to it. They retell the situations of the two
// published questions that the project began from, in our own words: the originals are not ours to publish.

/** A letter about split employment between school and social services. */
export const SPLIT_EMPLOYMENT = `Hej!

Tack för en bra föreläsning i våras, det var då jag bestämde mig för att höra av mig.

Hos oss finns det två socionomer anställda i grundskolan och en på IFO, och tillsammans ska de arbeta med elever som är borta mycket. Tanken från IFO är att deras person ska sitta större delen av veckan på skolan, gå på elevhälsomöten och vara med när vi pratar om eleverna. Vi på skolan har sagt att sekretessen ställer till det mellan myndigheterna och att vi vill ha samtycke först.
IFO:s lösning blev att hen är anställd mest hos dem och några procent hos oss.

Min fråga är om det räcker för att hen ska kunna vara med på alla våra möten och ta del av allt? I så fall är det ju toppen, men jag är tveksam. Vi ska upp på chefsnivå med det här nästa vecka.

Vänliga hälsningar
E`;

/** A letter about a case that was spread within social services. */
export const SPREAD_INTERNALLY = `Hej! Jag undrar över sekretessen på socialtjänsten. Själv arbetar jag i elevhälsan på en liten ort och träffar socialsekreterarna ofta i jobbet. Efter att ha levt med våld har jag nu sökt hjälp hos dem för mig och mitt barn, och de ska utreda vad vi behöver. En släkting till mig och en nära vän arbetar också där, och det berättade jag för arbetsledaren när jag ansökte. Hon lovade att vara försiktig och att ingen annan än handläggaren skulle få veta. Nu har jag fått höra på omvägar att de andra på kontoret har pratat om mitt ärende, och att min släkting känner till orosanmälan. Är det okej? Får socialtjänsten sprida uppgifter om mig internt på det viset?`;
