// The acts that a provision can belong to: what they are called, how they are numbered, and which ones are repealed.

interface ActFacts {
  /** The abbreviation by which we write the act. */
  readonly id: string;
  /** Number in Svensk författningssamling. */
  readonly sfs: string;
  /** The act's name in the definite form, as in running text. */
  readonly name: string;
  /** Other names that people write, beside the id, the name and the SFS number. */
  readonly aliases?: readonly string[];
  /** `false` for an act whose sections are numbered straight through. */
  readonly chapters: boolean;
  /** The day from which the act no longer applies, and the act that took its place. */
  readonly repealed?: { readonly from: string; readonly successor: string };
}

const TABLE = [
  {
    id: 'OSL',
    sfs: '2009:400',
    name: 'offentlighets- och sekretesslagen',
    aliases: ['sekretesslagen'],
    chapters: true,
  },
  {
    id: 'SoL',
    sfs: '2025:400',
    name: 'socialtjänstlagen',
    aliases: ['nya SoL', 'nya socialtjänstlagen'],
    chapters: true,
  },
  {
    id: 'SoL2001',
    sfs: '2001:453',
    name: 'den tidigare socialtjänstlagen',
    aliases: [
      'SoL 2001',
      ...['gamla', 'äldre', 'förra', 'tidigare', 'upphävda'].flatMap((old) => [
        `${old} SoL`,
        `${old} socialtjänstlagen`,
      ]),
    ],
    chapters: true,
    repealed: { from: '2025-07-01', successor: 'SoL' },
  },
  { id: 'SkolL', sfs: '2010:800', name: 'skollagen', chapters: true },
  {
    id: 'UppgL',
    sfs: '2025:170',
    name: 'lagen om skyldighet att lämna uppgifter till de brottsbekämpande myndigheterna',
    chapters: false,
  },
  { id: 'FL', sfs: '2017:900', name: 'förvaltningslagen', chapters: false },
  { id: 'KL', sfs: '2017:725', name: 'kommunallagen', chapters: true },
  { id: 'TF', sfs: '1949:105', name: 'tryckfrihetsförordningen', chapters: true },
  { id: 'HSL', sfs: '2017:30', name: 'hälso- och sjukvårdslagen', chapters: true },
  { id: 'PSL', sfs: '2010:659', name: 'patientsäkerhetslagen', chapters: true },
  { id: 'PDL', sfs: '2008:355', name: 'patientdatalagen', chapters: true },
  { id: 'PatL', sfs: '2014:821', name: 'patientlagen', chapters: true },
  { id: 'SVOD', sfs: '2022:913', name: 'lagen om sammanhållen vård- och omsorgsdokumentation', chapters: true },
  { id: 'LVU', sfs: '1990:52', name: 'lagen med särskilda bestämmelser om vård av unga', chapters: false },
  { id: 'LVM', sfs: '1988:870', name: 'lagen om vård av missbrukare i vissa fall', chapters: false },
  { id: 'LSS', sfs: '1993:387', name: 'lagen om stöd och service till vissa funktionshindrade', chapters: false },
  { id: 'LSB', sfs: '2024:79', name: 'lagen om placering av barn i skyddat boende', chapters: true },
  { id: 'FB', sfs: '1949:381', name: 'föräldrabalken', chapters: true },
  { id: 'BrB', sfs: '1962:700', name: 'brottsbalken', chapters: true },
  { id: 'RB', sfs: '1942:740', name: 'rättegångsbalken', chapters: true },
  { id: 'LUL', sfs: '1964:167', name: 'lagen med särskilda bestämmelser om unga lagöverträdare', chapters: false },
  { id: 'PolisL', sfs: '1984:387', name: 'polislagen', chapters: false },
  {
    id: 'SoLPuL',
    sfs: '2001:454',
    name: 'lagen om behandling av personuppgifter inom socialtjänsten',
    chapters: false,
  },
  { id: 'BOL', sfs: '1993:335', name: 'lagen om Barnombudsman', chapters: false },
  {
    id: 'DUL',
    sfs: '2007:606',
    name: 'lagen om utredningar för att förebygga vissa skador och dödsfall',
    chapters: false,
  },
  { id: 'SmL', sfs: '2004:168', name: 'smittskyddslagen', chapters: true },
  { id: 'UtlL', sfs: '2005:716', name: 'utlänningslagen', chapters: true },
  { id: 'SFB', sfs: '2010:110', name: 'socialförsäkringsbalken', chapters: true },
  { id: 'FOL', sfs: '1991:481', name: 'folkbokföringslagen', chapters: false },
  { id: 'VapL', sfs: '1996:67', name: 'vapenlagen', chapters: true },
  { id: 'KörkL', sfs: '1998:488', name: 'körkortslagen', chapters: true },
  {
    id: 'SamverkansL',
    sfs: '2017:612',
    name: 'lagen om samverkan vid utskrivning från sluten hälso- och sjukvård',
    chapters: true,
  },
  { id: 'BidrBrL', sfs: '2007:612', name: 'bidragsbrottslagen', chapters: false },
  {
    id: 'LUFU',
    sfs: '2008:206',
    name: 'lagen om underrättelseskyldighet vid felaktiga utbetalningar från välfärdssystemen',
    chapters: false,
  },
  {
    id: 'Visselblåsarlagen',
    sfs: '2021:890',
    name: 'lagen om skydd för personer som rapporterar om missförhållanden',
    chapters: true,
  },
] as const satisfies readonly ActFacts[];

export type ActId = (typeof TABLE)[number]['id'];

/** An act: see {@link ActFacts} for what each field holds. */
export type Act = Omit<ActFacts, 'id' | 'repealed'> & {
  readonly id: ActId;
  readonly repealed?: { readonly from: string; readonly successor: ActId };
};

export const ACTS: readonly Act[] = TABLE;

const byId = new Map(ACTS.map((act) => [act.id, act]));

export function actById(id: ActId): Act {
  const act = byId.get(id);
  if (act === undefined) throw new Error(`No act ${id} in the table`);
  return act;
}
