import type { Language } from './language.ts'

/** Danish, with the spellings of Norwegian (bokmål) where they differ. */
export const da: Language = {
  code: 'da',
  words: {
    human: [
      '(menneske|mennesker|mennesket|menneskelig)',
      '(rigtig|rigtigt|ekte|aegte|levende|virkelig|ordentlig|ekkte) (person|menneske|medarbejder|medarbeider|agent)',
      '(nogen|noen) (rigtige|andre|levende|ekte|andet)',
    ],
    staff: [
      '(medarbejder|medarbeider|radgiver|raadgiver|konsulent|agent|operator|operatoer|tekniker|kollega|supporter|saelger|kundebehandler|sagsbehandler|saksbehandler|kundeveileder)',
      '(kundeservice|kundesupport|kundestotte|supporten|kundesenter|jeres team|deres team|receptionen|resepsjonen)',
    ],
    boss: ['(chef|chefen|sjef|sjefen|leder|lederen|ansvarlig)'],
    somebody: ['(nogen|noen|person|en person)'],
    bot: ['(bot|bots|chatbot|robot|robotter|maskine|maskin|computer|datamaskin|ai|dig|deg|automat)'],
    talk: [
      '(tale|snakke|chatte|prate|kommunikere|drofte) (direkte)? (med)?',
      '(kontakte|ringe til|ringe|fat i|tak i|fa kontakt med|komme i kontakt med)',
    ],
    transfer: [
      '(stil|stille|stilles|koble|sett|sette|overfor|overfore|omstil|omstille|videresend|send|viderestil|viderestille) (mig|meg|os|oss|over|om|videre)? (igennem|gjennom|over|om|videre)? (til|med)?',
    ],
    want: [
      '(vil|onsker|ensker|har brug for|behover|trenger|kraever|krever|vil gerne|vil gjerne|giv mig|gi meg|skaf|hent) (have|ha|tale med|snakke med)?',
      '(kan|ma|far) (jeg|vi) (fa)?',
      '(hjaelp|hjelp|svar) (af|av|fra)',
    ],
    exists: ['(er der|findes der|finnes det|er det|har i|har dere|hvor er)'],
    request: [
      '(er) (der|det)? (nogen|noen) (der|til stede|hjemme|her|tilgjengelig)?$',
      '^(hej|hei|hallo)? (nogen|noen) (der|her)$',
      '(ring|kan i ringe|kan du ringe|kan dere ringe|kan nogen ringe|ring mig|ringe) (til)? (mig|meg) (op|tilbake|tilbage)?',
      '(blive|bli) (ringet op|oppringt)',
    ],
    refusal: ['(traet|lei) af (at tale med)? (denne|den|en)? (bot|robot)'],
    unclear: [
      '(hvordan|hvor) kan jeg (kontakte|ringe til|komme i kontakt med|na) (jer|dere|dig)?',
      'kan (nogen|noen) (hjaelpe|hjelpe|svare)',
      '(brug for|trenger) (nogen|noen) (der|som)',
    ],
    challenge: [
      '(er) (du|i|det her|dette) (en|et|virkelig|bare|kun)?',
      '(du) (er|lyder|virker) (en|et|bare|ikke|som)?',
      '(taler|snakker|chatter) jeg (nu|na|virkelig)? med',
      '(hvad|hva) er (en|et)?',
    ],
    mention: [
      '(menneskelige) (rettigheder|fejl|feil)',
      '(medarbejder|medarbeider|agent|kundeservice|nogen|noen|tekniker|kollega|radgiver) (sagde|sa|har|havde|hadde|som|der|lovede|stjal)',
      '(to|tre|fire|fem|seks|pr|2|3|4|5|6|flere) (person|personer|mennesker)',
      '(hej|hei|tak|takk) (kundeservice|support|team)',
    ],
    withdraws: ['(glem det|lige meget|det loste sig|det ordnet seg|ikke nodvendigt|ikke nodvendig)'],
    yes: [
      '^(ja|jo|ja tak|ja takk|gerne|gjerne|ok|okay|selvfolgelig|helt klart|gor det|gjor det|meget gerne|ja gerne|fint|det ma du gerne)',
    ],
    no: [
      '^(nej|nei|nej tak|nei takk|ikke nu|ikke na|ikke endnu|senere)',
      '(nej tak|nei takk|ikke nodvendig)',
    ],
    didNotHelp: [
      '(det|dette|den) (hjaelper|hjalp|hjelper|hjalp|virker|virkede|fungerer|fungerte|svarer|passer|var|er) (mig|meg|stadig|fortsatt|stadigvaek)? (ikke|intet|forkert|feil)',
      '(ikke) (det jeg|hvad jeg|hva jeg|mit sporgsmal|svar pa)',
      '(samme|forkert|feil) (svar|problem|fejl|sporgsmal)',
      '(har) (jeg)? (allerede|provet|gjort|sagt)',
      '(du|i) (forstar|svarer|hjaelper|lytter) (mig|meg)? ikke',
    ],
    stillBroken: [
      '(stadig|fortsatt|stadigvaek) (ikke|det samme|samme|problem)',
      '(virker|fungerer|hjaelper|hjelper) (stadig|fortsatt)? ikke',
    ],
    frustrated: [
      '(latterligt|uacceptabelt|frustr*|ubrugelig*|fanden|for helvede|lort|vred|sur|irrit*|dumt|idiot*|skuffet|skuffende|spild af tid|elendig*)',
    ],
    thanks: ['(tak|takk|tusind tak|tusen takk|perfekt|super|lost|virker nu|mange tak)'],
    newTopic: [
      '(andet|nyt|et andet|annet) (sporgsmal|spoersmal|emne)',
      '(noget andet|noe annet|forresten|i ovrigt|desuden)',
    ],
    own: ['(min|mit|mine|mitt|hans|hendes|vores|var)'],
    thing: ['(nummer|telefonnummer|adresse|mail|email|abningstider|navn)'],
    thingBefore: [
      '(nummer|nummeret|telefonnummer|telefonnummeret|adressen|mailen|abningstiderne|abningstider|apningstider) (til|pa|for)',
    ],
    not: ['(ikke|ingen|aldrig|uden|uten|i stedet for|istedenfor)'],
    evenSo: [
      '(hvorfor|kan jeg ikke|ma jeg ikke|er der ikke|er der ingen|jeg kan ikke|ved ikke|vet ikke|finder ikke)',
    ],
    begins: ['(jeg|vi|men|kan|og|ma|far)'],
    filler: [
      '(tak|takk|nu|na|straks|en|et|den|det|med|til|fra|af|av|rigtig|hej|hei|gerne|gjerne|jeg|mig|meg|os|jer|du|i|venligst|bare|direkte|og|men|hjaelp|hjelp|anden|annen|her|i stedet|lige|fa|lov|lov til at|at)',
    ],
    common: [
      '(er|var|har|havde|kan|skal|vil|at|som|hvad|hva|hvordan|hvornar|hvorfor|hvem|om|for|fra|ikke|eller|sa|min|mit|mine|han|hun|de|dette|denne|bliver|blir|pa)',
    ],
    offering: [
      '(vil|onsker|skal) (du|i|dere) (have|gerne|at jeg|ha)?',
      '(skal|kan|ma) (jeg|vi)',
      '(hvis) (du|i) (vil|onsker)',
    ],
    promising: [
      '(jeg|vi) (vil|har|stiller|sender|kobler|viderestiller|overforer|setter)',
      '(du|din|dit) (bliver|stilles|blir|sag)',
    ],
    handsYou: [
      '(stille|stiller|stilles|omstille|omstiller|overfore|overforer|sender|sendt|viderestille|viderestiller|videresendt|koble|kobler|setter|sette|tale|snakke|prate) (dig|deg|din|dit|om|over|med|videre|til)?',
    ],
    willContact: [
      '(vender|kontakter|ringer|svarer|tager over|hjaelper|hjelper|tar kontakt|vil) (tilbage|dig|deg|kontakte|svare|ringe|snarest|hurtigst)',
    ],
    doesNotKnow: [
      '(ved|vet|kan|har|finder|fandt|forstar) (jeg|vi)? (det|desvaerre|dessverre|om det)? (desvaerre|dessverre)? (ikke|ingen|intet) (information|oplysninger|svar|hjaelpe|hjelpe|svare|sikkert|om)?',
      '(ingen) (information|oplysninger|resultater)',
      '(noget gik galt|noe gikk galt)',
    ],
    sendsElsewhere: [
      '(kontakt|ring til|skriv til|henvend dig) (venligst|gerne)? (til)? (vores|kundeservice|var|support|os)',
    ],
    condition: ['(hvis|nar|efter|etter)'],
  },
}
