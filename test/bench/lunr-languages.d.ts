// lunr-languages ships no types: each file is a function that teaches lunr something.
declare module 'lunr-languages/lunr.stemmer.support.js' {
  function teach(lunr: object): void;
  export = teach;
}
declare module 'lunr-languages/lunr.sv.js' {
  function teach(lunr: object): void;
  export = teach;
}
