import type { Language } from './language.ts'

export const sv: Language = {
  code: 'sv',
  words: {
    human: [
      '(manniska|manniskor|mansklig|manskliga)',
      '(riktig|riktiga|verklig|levande|akta|faktisk) (person|manniska|personer|manniskor|medarbetare|handlaggare|agent)',
      '(nagon) (riktig|annan|levande|verklig)',
    ],
    staff: [
      '(medarbetare|handlaggare|radgivare|kundtjanstmedarbetare|agent|operator|tekniker|kollega|representant|saljare|personal|personalen|receptionist|supporttekniker)',
      '(kundtjanst|kundservice|kundsupport|supporten|kundcenter|teknisk support|ert team|receptionen)',
    ],
    boss: ['(chef|chefen|ansvarig|arbetsledare|ledare|butikschef|din chef)'],
    somebody: ['(nagon|person|personer|nan|en person)'],
    bot: ['(bot|botar|bott|chatbot|chattbot|robot|robotar|maskin|dator|ai|dig|automat)'],
    talk: [
      '(prata|tala|chatta|snacka|samtala|kommunicera|diskutera) (direkt)? (med)?',
      '(kontakta|na|ringa|nar jag|fa kontakt med|komma i kontakt med|fa tag i|fa tag pa)',
    ],
    transfer: [
      '(koppla|kopplas|kopplad|slapp fram|overfor|skicka|flytta) (mig|oss|over|vidare)? (vidare|over|fram)? (till|med)?',
    ],
    want: [
      '(vill|onskar|behover|kraver|skulle vilja|ge mig|skaffa|hamta) (ha|prata med|tala med)?',
      '(kan|far|skulle) (jag|vi) (fa)?',
      '(hjalp|svar) (av|fran)',
    ],
    exists: ['(finns det|finns|har ni|var ar|jobbar det)'],
    request: [
      '(ar|finns) (det|har)? (nagon) (dar|har|hemma|tillganglig)?$',
      '^(hej|halla)? nagon (dar|har)$',
      '(ring|kan ni ringa|kan du ringa|kan nagon ringa) (upp)? mig',
      '(bli) (uppringd|kopplad)$',
      '(kan du|kan ni) (koppla|koppla mig)$',
    ],
    refusal: ['(trott|less) pa (den har|denna|att prata med)? (boten|bot|robot|roboten|en bot|en robot)'],
    unclear: [
      '(hur|var) kan jag (kontakta|na|ringa) (er|dig)',
      '(kan) nagon (hjalpa|svara)',
      '(behover|vill ha) nagon som',
    ],
    challenge: [
      '(ar) (du|ni|det har|detta) (en|ett|verkligen|bara|ens)?',
      '(du) (ar|later|verkar) (en|bara|inte|nastan|som)?',
      '(pratar|talar|chattar) jag (nu|verkligen)? med',
      'vad ar (en|ett)?',
    ],
    mention: [
      '(manskliga) (rattigheter|faktorn|misstag|kroppen)',
      '(medarbetare|handlaggare|agent|kundtjanst|nagon|tekniker|kollega|radgivare) (sa|har|hade|som|lovade|stal|ringde)',
      '(tva|tre|fyra|fem|sex|per|2|3|4|5|6|flera|fler) (person|personer|manniskor)',
      '(hej|tack) (kundtjanst|support|team)',
    ],
    withdraws: ['(glom det|strunt i det|det loste sig|behovs inte|det ar lugnt)'],
    yes: ['^(ja|japp|ja tack|garna|okej|ok|absolut|sjalvklart|visst|gor det|tack|ja garna|kor pa|jo)'],
    no: ['^(nej|nej tack|inte nu|behovs inte|inte an|senare)', '(nej tack|behovs inte)'],
    didNotHelp: [
      '(det|detta|den) (hjalper|hjalpte|fungerar|fungerade|funkar|funkade|svarar|stammer|var|ar) (mig|fortfarande|verkligen|tyvarr)? (inte|inget|fel)',
      '(inte) (det jag|vad jag|min fraga|svar pa)',
      '(samma|fel) (svar|problem|fel|fraga)',
      '(har|redan) (jag)? (redan)? (provat|gjort|sagt|forsokt|fragat)',
      '(du|ni) (forstar|svarar|hjalper|lyssnar) (mig)? (inte)',
    ],
    stillBroken: [
      '(fortfarande) (inte|samma|trasig|problem)',
      '(fungerar|funkar|hjalper) (fortfarande)? (inte)',
    ],
    frustrated: [
      '(lojligt|oacceptabelt|frustr*|vardelos*|fan|javla|skit|arg|irrit*|dumt|idiot*|besviken|slosar|katastrof|hemskt|trott pa)',
    ],
    thanks: ['(tack|tackar|perfekt|toppen|jattebra|lost|fungerar nu|funkar nu|tack sa mycket)'],
    newTopic: ['(annan|ny|en till) (fraga|sak)', '(nagot annat|forresten|dessutom)'],
    own: ['(min|mitt|mina|hans|hennes|var|vart)'],
    thing: ['(nummer|telefonnummer|adress|mejl|email|oppettider|namn)'],
    thingBefore: [
      '(nummer|numret|telefonnummer|adressen|mejladressen|oppettider|oppettiderna|mejl) (till|for)',
    ],
    not: ['(inte|ej|ingen|aldrig|utan|istallet for|inga)'],
    evenSo: [
      '(varfor|kan jag inte|far jag inte|finns det inte|finns det ingen|jag kan inte|vet inte|hittar inte|har ni inte|har ni ingen)',
    ],
    begins: ['(jag|vi|men|kan|och|far)'],
    filler: [
      '(tack|nu|genast|en|ett|den|det|med|till|av|riktig|hej|hejsan|garna|jag|mig|oss|er|du|ni|snalla|bara|direkt|och|men|hjalp|i|pa|annan|har|istallet|fa|ha|lite|snabbt)',
    ],
    common: [
      '(ar|var|har|hade|kan|ska|vill|att|som|vad|hur|nar|varfor|vem|om|for|av|fran|inte|eller|men|sa|min|mitt|mina|vi|han|hon|de|detta|denna|blir|finns|skulle)',
    ],
    offering: [
      '(vill|onskar) (du|ni) (att jag)?',
      '(ska|kan|far|skulle) (jag|vi)',
      '(om) (du|ni) (vill|onskar)',
    ],
    promising: [
      '(jag|vi) (ska|kommer|har|kopplar|skickar|vidarebefordrar|overfor)',
      '(du|ditt|er) (kopplas|arende|blir)',
    ],
    handsYou: [
      '(koppla|kopplar|kopplas|overfora|overfor|skickar|skickat|vidarebefordrar|vidarebefordrat|kopplat|prata|tala|eskalerat|meddelat) (dig|er|ditt|med|vidare|till)?',
    ],
    willContact: [
      '(aterkommer|hor av sig|kontaktar|ringer|svarar|kommer att|tar over|hjalper) (till|dig|kontakta|aterkomma|svara|ringa|inom|sa snart)?',
    ],
    doesNotKnow: [
      '(vet|kan|har|hittar|hittade|forstar) (jag|vi)? (det|tyvarr|om det)? (tyvarr)? (inte|ingen|inget|inga) (information|svar|hjalpa|svara|sakert|om)?',
      '(ingen|inga) (information|resultat|traff)',
      '(nagot gick fel|osaker pa)',
    ],
    sendsElsewhere: [
      '(kontakta|ring|mejla|vand dig) (garna)? (till)? (var|vart|oss|kundtjanst|kundservice|support)',
    ],
    condition: ['(om|nar|efter)'],
  },
}
