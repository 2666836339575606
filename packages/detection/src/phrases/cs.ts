import type { Language } from './language.ts'

export const cs: Language = {
  code: 'cs',
  personFirst: true,
  words: {
    human: [
      '(clovek|cloveka|clovekem|cloveku|lidi|lide|lidmi|lidskou|lidsky|lidske)',
      '(skutecn*|ziv*|opravdov*|realn*|prav*) (osob*|clovek*|operator*|pracovni*|lid*)',
      '(nekym|nekoho|nekdo) (skutecn*|ziv*|jin*|jineho|jinym)',
    ],
    staff: [
      '(operator*|pracovni*|zastupc*|konzultant*|poradc*|agent|agenta|agentem|technik*|kolega|kolegou|specialist*|asistent*|recepc*|zamestnan*)',
      '(zakaznick*) (servis*|podpor*|linku|linka|linkou|centrum|pec*)',
      '(podporu|podporou|podpora|vasim tymem|tymem|oddelenim|infolink*)',
    ],
    boss: ['(vedouci*|manazer*|sef|sefa|sefem|nadrizen*|reditel*)'],
    somebody: ['(nekdo|nekym|nekoho|osob*|kymkoli|kdokoli)'],
    bot: [
      '(bot|bota|botem|boty|chatbot*|robot|robota|robotem|stroj|strojem|pocitac*|automat*|tebou|vami|ai)',
    ],
    talk: [
      '(mluvit|promluvit|hovorit|chatovat|psat si|pokecat|bavit se|komunikovat|popovidat|spojit|mluvil|mluvila|promluvil) (si)? (s|se)?',
      '(kontaktovat|zavolat)',
    ],
    transfer: [
      '(spojte|spoj|spojit|spojeni|prepojte|prepoj|prepojit|predejte|predat|prepnete|prepni|prepnout|presmeruj*|presmerovat) (me|mne|nas|to)? (prosim)? (s|se|na)?',
    ],
    want: [
      '(chci|chtel bych|chtela bych|potrebuji|potrebuju|prosim|zadam|radeji|dejte mi|dej mi|zavolejte|chceme|pomoc od)',
      '(mohu|muzu|mohl bych|mohla bych|lze)',
    ],
    exists: ['(je|jsou|mate|existuje|kde je|kde jsou|pracuji) (tu|tam|tady|u vas|nejak*)? (nejak*)?'],
    request: [
      '(je) (tu|tam|tady) (nekdo|vubec nekdo)$',
      '^(halo)? (je)? nekdo (tu|tady|tam)?$',
      '(zavolejte|zavolej|muzete|mohli byste|prosim zavolejte) (mi|mne) (zpet|prosim|zavolat)?$',
      '(zavolat|zavolejte) mi (zpet)?',
    ],
    refusal: ['(mam dost|nebavi me) (toho|tohoto|mluvit s)? (bota|botem|robota|robotem)'],
    unclear: [
      '(jak|kde) (vas|se) (mohu|muzu|lze)? (kontaktovat|spojit|dovolat)',
      '(muze|mohl by) (mi)? (nekdo) (pomoci|pomoct|poradit)',
      '(potrebuji|potrebuju) nekoho',
    ],
    challenge: [
      '(jsi|jste|je to|nejsi|nejste) (ty|vy|opravdu|jen|vubec)?',
      '(mluvim|pisu|bavim se) (tu|ted|opravdu)? (s|se)',
      '(co je|kdo je)',
    ],
    mention: [
      '(lidsk*) (prava|zdroje|chyba|telo)',
      '(operator|operatorka|pracovnik|nekdo|agent|technik|kolega|poradce) (rekl*|mi|mel*|slibil*|ukradl*|uz|vcera|se)',
      '(dve|tri|ctyri|pet|na|2|3|4|5|6|vice|kazd*) (osob*|lidi)',
      '(realitni|pojistovaci|cestovni) (agent*|makler*)',
      'mluvil s',
      'mluvila s',
    ],
    withdraws: ['(nevadi|to je jedno|uz nepotrebuji|zapomente|uz vim|uz to funguje)'],
    yes: ['^(ano|jo|jasne|dobre|ok|okej|prosim|ano prosim|samozrejme|rad|rada|urcite|souhlasim|muzete)'],
    no: [
      '^(ne|ne dekuji|neni treba|ted ne|jeste ne|pozdeji|neni potreba)',
      '(ne dekuji|neni treba|neni potreba)',
    ],
    didNotHelp: [
      '(to|tohle|toto) (mi)? (nepomohlo|nepomaha|nefunguje|neni|nebylo|neodpovida|neresi)',
      '(nefunguje|nepomohlo|nepomaha|nerozumite|nerozumis|neodpovedel*)',
      '(stejn*|spatn*) (odpoved*|problem|chyb*|otazk*)',
      '(uz) (jsem)? (to)? (zkousel*|zkusil*|rikal*|psal*|udelal*)',
    ],
    stillBroken: ['(stale|porad) (nefunguje|to same|stejn*|nejde|nemohu|nemuzu|ne)'],
    frustrated: [
      '(smesn*|neprijateln*|frustr*|stv*|nastvan*|k nicemu|zbytecn*|sakra|do prdele|hnus|otresn*|strasn*|hloup*|idiot*|zklaman*|ztrata casu)',
    ],
    thanks: ['(diky|dekuji|dekuju|super|skvele|vyreseno|funguje|pomohlo|uz to funguje)'],
    newTopic: [
      '(jina|dalsi|nova|jiny) (otazka|otazku|vec|dotaz|problem)',
      '(neco jineho|mimochodem|krome toho)',
    ],
    own: ['(muj|moje|meho|mym|moji|sveho|svym|nas|naseho)'],
    thing: ['(cislo|telefon|adresa|email|hodiny|jmeno)'],
    thingBefore: ['(cislo|telefon|adresa|adresu|email|oteviraci doba|jmeno) (na|pro)?'],
    not: ['(ne|nechci|nespojujte|nepotrebuji|nepotrebuju|neprepojujte|nevolejte|bez|misto|nikdy|ani)'],
    evenSo: ['(proc|nemuzu|nemohu|nevim|nejde|neni tu)'],
    begins: ['(ja|ale|muzu|mohu|a)'],
    filler: [
      '(prosim|hned|ted|okamzite|s|se|na|nejakym|nejakeho|nejaky|jinym|mi|me|ja|bych|si|zivym|dobry den|ahoj|uz|konecne|primo|a|pomoc|radsi|dekuji|tu|tady|vasim|vasi|o)',
    ],
    common: [
      '(je|jsou|byl|bylo|mam|mate|ma|muzu|muzete|co|jak|kde|kdy|proc|kdo|ktery|to|ten|ta|v|ve|od|do|pro|po|pri|z|ze|by|ale|nebo|velmi|muj|moje|chci|za|aby|jsem)',
    ],
    offering: [
      '(chcete|prejete si|chces|prejes si|chtel byste|chtela byste)',
      '(mam|mohu|muzu|muzeme)',
      '(pokud) (chcete|si prejete)',
    ],
    promising: [
      '(hned|nyni)? (vas|te) (prepojim|spojim|predam|prepojuji|spojuji)',
      '(prepojuji|predavam|spojuji|predal*)',
      '(byl|bude|budete)',
    ],
    handsYou: [
      '(prepojim|prepojuji|prepojit|spojim|spojuji|spojit|predam|predavam|predat|predan*|mluvit|promluvit|predal*) (vas|te|s|na|k)?',
    ],
    willContact: [
      '(ozve|ozvou|kontaktuje|kontaktuji|zavola|odpovi|pomuze|bude kontaktovat|napise) (se|vam|vas|ti|brzy)?',
    ],
    doesNotKnow: [
      '(nevim|neznam|nemam|nemohu|nenasel*|nerozumim|nejsem|nedokazu|bohuzel) (informac*|odpoved*|odpovedet|pomoci|jist*|to|vam|nevim|nemam|nemohu|na)',
      '(zadne) (informace|vysledky)',
      '(neco se pokazilo)',
    ],
    sendsElsewhere: [
      '(kontaktujte|obratte se|zavolejte|napiste) (prosim)? (na)? (nas*|zakaznick*|podpor*|infolink*)',
    ],
    condition: ['(pokud|kdyz|jakmile|az|po)'],
  },
}
