import type { Language } from './language.ts'

export const nl: Language = {
  code: 'nl',
  personFirst: true,
  words: {
    human: [
      '(mens|mensen|menselijk|menselijke|mensje)',
      '(echt|echte|levend|levende|werkelijke|menselijke) (persoon|personen|mens|mensen|medewerker|medewerkers|medewerkster|agent|iemand|contact|collega)',
      '(iemand) (echt|anders|van vlees en bloed)',
    ],
    staff: [
      '(medewerker|medewerkster|medewerkers|agent|adviseur|operator|vertegenwoordiger|collega|monteur|specialist|baliemedewerker|servicemedewerker|helpdeskmedewerker|consultant|receptionist|telefoniste)',
      '(klantenservice|klantendienst|helpdesk|supportteam|servicedesk|jullie team|het team|technische dienst|receptie)',
    ],
    boss: [
      '(manager|chef|baas|leidinggevende|directeur|supervisor|teamleider|bedrijfsleider|verantwoordelijke)',
    ],
    somebody: ['(iemand|persoon|personen|een mens|wie dan ook|een persoon)'],
    bot: ['(bot|bots|chatbot|robot|robots|machine|machines|computer|automaat|ai|programma|jou|u|je)'],
    talk: [
      '(spreken|praten|praat|chatten|bellen|overleggen|communiceren|spreek|gesprek|kletsen|te woord)',
      '(contact) (opnemen|hebben|krijgen)? (met)?',
      'bereiken',
    ],
    transfer: [
      '(verbind|verbindt) (u)? (mij|me|ons) (alsjeblieft|aub|even|nu)? (door)? (met|naar)?',
      '(verbind|verbinden|doorverbinden|verbonden|doorverbonden|doorschakelen|doorsturen|overzetten|overdragen|overschakelen)',
      '(zet|stuur|schakel|breng|geef|verwijs) (mij|me|ons) (door|over)? (naar|met|aan|maar)?',
    ],
    want: [
      '(wil|wou|willen|wens|zou graag|heb nodig|nodig|eis|geef mij|geef me|graag|liever|verkies|ik moet|haal|hulp van|antwoord van)',
      '(kan|mag|kunnen|zou) (ik|we|wij) (alsjeblieft)? (met|een)?',
      'heb',
    ],
    exists: [
      '(is er|zijn er|hebben jullie|heeft u|heb je|waar is|waar zijn|werken er|werkt er) (ook|ergens|misschien)? (een)?',
    ],
    request: [
      '(is er|is|zit er) (hier|daar)? (iemand) (daar|hier|aanwezig|beschikbaar|online)?$',
      '^(hallo)? iemand (daar|hier|aanwezig)?$',
      '(bel|bellen) (mij|me) (alsjeblieft|even|aub|svp|graag)? (terug|op|alsjeblieft)?$',
      '(kunt|kun|kan|kunnen|wil|wilt) (u|je|jij|jullie|iemand) (mij|me|ons) (alsjeblieft|even)? (bellen|terugbellen|doorverbinden|opbellen|doorschakelen)',
      '(teruggebeld|gebeld) worden',
    ],
    refusal: [
      '(genoeg|beu|zat) van (deze|die)? (bot|chatbot|robot)',
      '(bot|chatbot) (uit|uitzetten|uitschakelen)',
    ],
    unclear: [
      '(hoe|waar) (kan) ik (jullie|u|contact|iemand) (bereiken|opnemen|bellen|spreken)',
      '(kan) (iemand) (mij|me) (helpen|even helpen|hier)',
      '(ik)? (heb|zoek|wil) iemand (nodig)? die',
      'klacht indienen',
    ],
    challenge: [
      '(ben|bent|zijn) (je|jij|u|jullie) (een|echt|eigenlijk|wel|ook|nou)?',
      '(je|jij|u) (bent|lijkt|klinkt) (een|echt|wel|bijna|geen|niet|net)?',
      '(spreek|praat|chat) ik (hier|nu|wel|echt)? (met)? (een)?',
      '(is) (dit|dat) (een|echt)?',
      'wat is (een)?',
    ],
    mention: [
      '(menselijke) (fout|fouten|lichaam|natuur)',
      '(medewerker|agent|collega|klantenservice|helpdesk|iemand|adviseur|monteur|medewerkster) (heeft|had|zei|vertelde|zou|die|van de|was|heeft me|gaf)',
      '(reis|verzekerings|makelaar|vastgoed) (agent|adviseur)',
      '(twee|drie|vier|vijf|zes|per|elke|2|3|4|5|6|meer|extra|andere) (persoon|personen|mensen|medewerkers)',
      '(hallo|hoi|beste|bedankt|dank) (klantenservice|support|team|helpdesk|medewerker|collega)',
      'gesproken',
    ],
    withdraws: ['(laat maar|niet meer nodig|vergeet het|al opgelost|is al opgelost|hoeft niet meer)'],
    yes: [
      '^(ja|jazeker|jep|graag|ok|oke|okay|prima|goed|zeker|is goed|doe maar|natuurlijk|alsjeblieft|akkoord|ja graag|lijkt me goed|prima|top|tuurlijk|dat zou fijn zijn)',
    ],
    no: [
      '^(nee|neen|nee bedankt|niet nodig|nog niet|liever niet|later|hoeft niet|nu niet)',
      '(nee bedankt|niet nodig|hoeft niet)',
    ],
    didNotHelp: [
      '(dat|dit|het) (helpt|hielp|werkt|werkte|is|was|klopt|lost|beantwoordt|heeft|gaat) (me|mij|nog steeds|nog|helaas|ook|echt)? (niet|niets|geen|niks|fout|verkeerd) (geholpen|gewerkt|wat ik|goed|mijn vraag|behulpzaam|opgelost)?',
      '(niet) (wat ik|mijn vraag|behulpzaam|opgelost)',
      '(verkeerde|zelfde|fout|dezelfde|nutteloos) (antwoord|informatie|probleem|vraag|fout)',
      '(heb|al) (ik)? (al|dat al) (geprobeerd|gedaan|gezegd|gevraagd|uitgelegd)',
      '(je|u|jij) (begrijpt|snapt|helpt|beantwoordt|luistert) (me|mij|het|mijn vraag)? (niet)',
      '(begrijp|snap) je (me|het)? niet',
    ],
    stillBroken: [
      '(nog steeds|nog altijd) (niet|geen|hetzelfde|dezelfde|kapot|stuk|vast)',
      '(werkt|helpt|lukt|klopt) (nog|nog steeds|ook|dus|helaas)? niet',
    ],
    frustrated: [
      '(belachelijk|onacceptabel|frustr*|irrit*|nutteloos|waardeloos|kut|verdomme|godver*|schandalig|boos|woedend|kwaad|stom|idioot|teleurgesteld|tijdverspilling|gek|vreselijk|slecht|zucht)',
    ],
    thanks: [
      '(bedankt|dank je|dank u|dankjewel|dankuwel|dank je wel|dank u wel|top|perfect|super|opgelost|gelukt|het werkt nu|werkt nu|werkt weer|fijn|thanks)',
    ],
    newTopic: [
      '(andere|nieuwe|nog een|volgende) (vraag|onderwerp|probleem|kwestie)',
      '(iets anders|trouwens|daarnaast|overigens)',
    ],
    own: ['(mijn|zijn|haar|onze|ons|hun)'],
    thing: ['(nummer|telefoonnummer|adres|email|mail|openingstijden|tijden|naam|kosten|portaal)'],
    thingBefore: [
      '(nummer|telefoonnummer|adres|email|mail|emailadres|openingstijden|tijden|naam|kosten) van (de|het|een|jullie|uw)?',
    ],
    not: ['(niet|geen|nooit|zonder|in plaats van|niemand|nergens)'],
    evenSo: [
      'waarom',
      '(kan|mag|is|zijn|weet|begrijp|vind|krijg) (ik|er|je|we)? (hier|dan|echt|nou)? (niet|geen|niemand)',
      '(ik)? (kan|weet|krijg|vind) (niet|geen|niemand) (hoe|waar)?',
    ],
    begins: ['(ik|we|maar|kan|kunt|kun|en|mag)'],
    filler: [
      '(alsjeblieft|alstublieft|aub|svp|nu|direct|meteen|onmiddellijk|een|de|het|met|van|aan|naar|echt|echte|hallo|hoi|graag|liever|ik|u|je|jullie|mij|me|ook|nog|hier|gewoon|even|en|maar|hulp|dringend|snel|andere|ander|persoonlijk|uw|alleen|wel|eens)',
    ],
    common: [
      '(is|was|zijn|ben|bent|heeft|heb|hebben|kan|kunt|kunnen|moet|wordt|worden|er|we|wij|hij|ze|zij|wat|hoe|waar|wanneer|waarom|wie|welke|op|bij|uit|voor|in|niet|geen|of|als|dat|die|dit|zo|mijn|om|te|over|wil|zou|gaat|maar|dan|door)',
    ],
    offering: [
      '(wilt|wil|zou|zal) (u|je|jij|ik|jullie) (graag)? (dat)?',
      '(kan|mag|kunnen) (ik|we|wij)',
      '(als|indien) (u|je) (wilt|wil|liever)',
    ],
    promising: [
      '(ik|we|wij) (ga|zal|verbind|heb|hebben|zullen|gaan|zet|stuur|geef|schakel|breng)',
      '(u|je|uw|jouw) (wordt|bent|vraag|word)',
      '(een ogenblik)',
    ],
    handsYou: [
      '(doorverbinden|verbinden|verbind|doorverbonden|doorgestuurd|doorsturen|doorgegeven|overgedragen|doorgezet|verbonden|spreken|praten|geinformeerd|op de hoogte|zet|stuur|geef|schakel|breng) (u|je|met|door|naar|aan)?',
    ],
    willContact: [
      '(neemt|nemen|zal|zullen|komt|komen) (zo snel mogelijk|spoedig|binnenkort|snel|zo|contact|met u|met je)? (contact|contact met|bij u terug|bij je terug|op|terug|u helpen|je helpen)',
      '(belt|bellen|antwoordt|mailt|helpt) (u|je) (terug|zo|verder|snel)?',
    ],
    doesNotKnow: [
      '(weet|begrijp) (ik)? (het|dat|die vraag|u|je)? (helaas)? niet',
      '(heb|hebben|vind|kan) (ik|we)? (daar|hier|helaas)? (helaas)? (geen|geen enkele) (informatie|antwoord|gegevens|resultaten)',
      '(kan|kunnen) (ik|we)? (u|je)? (daar|hier|helaas)? (helaas|daar)? niet (mee)? (helpen|vinden|beantwoorden|zeggen)',
      'geen (informatie|antwoord|resultaten|resultaat) (over|gevonden)',
      '(niet zeker|er ging iets mis)',
    ],
    clarifies: [
      '(kunt|kun|kan) (u|je) (mij|me)? (alstublieft)? (het|de|uw|je|dat) (geven|controleren|nummer|ordernummer|anders|verduidelijken)?',
      'welke (bestelling|order)',
    ],
    sendsElsewhere: [
      '(neem|neemt|bel|contacteer|mail) (gerust|alstublieft|dan|u)? (contact op|met|naar)? (met|onze|de|opnemen)? (onze|de)? (klantenservice|helpdesk|support|medewerkers|klantendienst)',
    ],
    condition: ['(als|zodra|indien|nadat|wanneer)'],
  },
}
