import type { Language } from './language.ts'

export const de: Language = {
  code: 'de',
  personFirst: true,
  words: {
    human: [
      '(mensch|menschen|menschlich|menschliche|menschlichen|menschlicher|menschliches)',
      '(echte|echten|echter|echtem|richtige|richtigen|richtiger|reale|realen|lebende|lebenden|wirkliche|wirklichen|wahre|leibhaftige) (mensch|menschen|person|personen|leute|mitarbeiter|mitarbeiterin|berater|ansprechpartner|agenten|team)',
      '(jemand|jemandem|jemanden) (echten|echtem|echtes|richtigen|menschlichen|anderem|anderen|anders|kompetentes|kompetenten)',
      'menschen aus fleisch und blut',
    ],
    staff: [
      '(mitarbeiter|mitarbeitern|mitarbeiterin|mitarbeitenden|agent|agenten|agentin|berater|beraterin|kundenberater|kundenberaterin|sachbearbeiter|sachbearbeiterin|ansprechpartner|ansprechpartnerin|operator|kollege|kollegen|kollegin|techniker|servicemitarbeiter|kundenbetreuer|kundenbetreuerin|berater|supportmitarbeiter|angestellten|rezeption|zentrale)',
      '(kundenservice|kundendienst|kundenbetreuung|kundensupport|hotline|serviceteam|supportteam|ihr team|eurem team|ihrem team|team|callcenter|fachabteilung|zustandige abteilung)',
    ],
    boss: [
      '(chef|chefin|vorgesetzten|vorgesetzter|vorgesetzte|manager|geschaftsfuhrer|filialleiter|teamleiter|leiter|verantwortlichen|abteilungsleiter)',
    ],
    somebody: [
      '(jemand|jemandem|jemanden|person|personen|wen|irgendwer|irgendjemand|irgendjemandem|irgendjemanden|leute|einer)',
    ],
    bot: [
      '(bot|bots|chatbot|roboter|robotern|maschine|maschinen|computer|automat|automaten|ki|programm|dir|ihnen|sprachcomputer|anrufbeantworter)',
    ],
    talk: [
      '(sprechen|reden|telefonieren|chatten|schreiben|unterhalten|besprechen|sprech|sprache|quatschen|kommunizieren|verhandeln|gesprach|rucksprache)',
      '(erreichen|kontaktieren|kontakt|anrufen)',
    ],
    transfer: [
      '(verbinden|verbinde|verbindet|vermitteln|vermittle) (sie)? (mich|uns) (bitte|doch|jetzt|mal|sofort|direkt)? (mit|an|zu)?',
      '(verbinde|verbinden|verbindet|verbindung|durchstellen|weiterleiten|vermitteln|ubergeben|weiterverbinden|weitergeben|wechseln|umleiten)',
      '(stellen|stelle|stellt|leiten|leite|leitet|geben|gib|gebt|hol|holen|holt|bring|bringen|schick|schicken) (sie)? (mich|mir|uns|das)',
    ],
    want: [
      '(will|mochte|moechte|wunsche|brauche|benotige|verlange|hatte gern|hatte gerne|gib mir|geben sie mir|gebt mir|ich will|bitte um|bevorzuge|fordere|hilfe von|antwort von)',
      '(kann|konnte|konnen|darf) (ich|wir) (bitte)? (mal)? (mit)?',
    ],
    exists: [
      '(gibt es|gibts|ist da|ist hier|sind da|sind hier|habt ihr|haben sie|arbeiten bei euch|arbeiten hier|wo sind|wo ist)',
    ],
    request: [
      '(ist|sitzt|jemand|ist hier) (da|hier)? (noch|uberhaupt|wirklich|denn)? (jemand|irgendjemand|wer) (da|hier|erreichbar|online|anwesend)?$',
      '(gibt es|gibts) (hier|da)? (jemand|jemanden|irgendjemanden)$',
      '^(hallo|hi)? (jemand|irgendjemand|wer) (da|hier)$',
      '(rufen|ruf|ruft) (sie)? (mich|uns) (bitte|mal|doch)? (an|zuruck)',
      '(bitte|um|einen) (um)? (einen)? ruckruf',
      '(mit)? (dem|eurem|ihrem|den)? (support|service) (sprechen|reden|telefonieren|chatten|kontaktieren)',
      '(konnen|konnten|kann|konnt) (sie|ihr|mich)? (mich|jemand)? (bitte|mal)? (anrufen|zuruckrufen|durchstellen|weiterverbinden|verbinden)$',
      '^(bitte)? (verbinden|verbinde|weiterverbinden|durchstellen) (sie)? (mich)? (bitte)?$',
    ],
    refusal: [
      '(schnauze|nase) voll von (dem|diesem|ihrem)? (bot|chatbot|roboter|automaten)',
      '(bot|chatbot|roboter) (ausschalten|abschalten|abstellen|deaktivieren|weg|nervt)',
      'rede ich nicht mit (einem|einer) (bot|chatbot|roboter|maschine|computer)',
    ],
    unclear: [
      '(wie|wo) (kann|konnte) (ich|man) (sie|euch|jemanden|dich) (erreichen|kontaktieren|anrufen|sprechen)',
      '(kann|konnte) (mir|uns) (bitte)? (hier)? (jemand|irgendjemand|wer) (bitte|mal)? (helfen|weiterhelfen)',
      '(brauche|will|mochte) jemanden der',
      '(will|mochte) mich beschweren',
    ],
    challenge: [
      '(bist|sind|seid) (du|sie|ihr) (ein|eine|einer|wirklich|auch|uberhaupt|echt|nur|denn|etwa|nicht)?',
      '(du|sie|ihr) (bist|sind|seid|klingst|klingen|wirkst) (ein|eine|wie|ja|nur|nicht|kein|doch)?',
      '(spreche|rede|schreibe|chatte|sprech) (ich)? (hier|jetzt|gerade|da|wirklich|uberhaupt)? (mit)?',
      '(ist|war) (das|dies|hier) (ein|eine|wirklich|etwa)?',
      'was ist (ein|eine)?',
    ],
    mention: [
      '(menschliches|menschlicher) (versagen|fehler|korper)',
      '(menschlich|menschen) (rechte|verachtend|gesehen|enttauschend)',
      '(mitarbeiter|mitarbeiterin|kollege|kollegin|agent|berater|kundenservice|support|kundendienst|techniker|hotline|chef|jemand|mensch|person) (hat|hatte|haben|sagte|meinte|war|wollte|hatten|konnte|versprach|gestern)',
      '(versicherungs|reise|immobilien|steuer|unternehmens|anlage)? (makler|steuerberater|unternehmensberater)',
      '(personen|menschen|leute) (im|in|pro|zimmer|tisch|auto|und)',
      '(zwei|drei|vier|funf|sechs|2|3|4|5|6|pro|beide|alle|viele|mehrere|weitere|mehr) (personen|person|menschen|leute|mitarbeiter)',
      '(jemand|irgendjemand) (anders|anderes) (hat|gekauft|gebucht)',
      '(hallo|hi|liebes|liebe|danke|guten tag|guten morgen) (support|supportteam|team|kundenservice|agent|mitarbeiter|service|kollege|kollegen)',
      '(frage|sage|sag|fragen|sagen) (dem|den|der|ihrem) (mitarbeiter|agenten|kollegen|berater)',
      'gesprochen',
    ],
    withdraws: [
      '(vergiss es|vergessen sie es|egal|schon gut|hat sich erledigt|erledigt|nicht mehr notig|doch nicht)',
    ],
    yes: [
      '^(ja|jo|jep|jawohl|jap|gerne|gern|klar|ok|okay|sicher|natuerlich|naturlich|bitte|ja bitte|ja gerne|mach das|machen sie das|in ordnung|einverstanden|auf jeden fall|unbedingt|das ware gut|das ware nett|das ware super|passt)',
    ],
    no: [
      '^(nein|ne|nee|no|nicht notig|lieber nicht|noch nicht|spater|nein danke|kein bedarf|brauche ich nicht)',
      '(nicht notig|nicht jetzt|weiter mit ihnen|weiter mit dir|nein danke)',
    ],
    didNotHelp: [
      '(das|es|dies) (hilft|half|hat|ist|war|funktioniert|klappt|geht|beantwortet|stimmt|lost|bringt) (mir|uns|so|leider|aber|auch)? (nicht|nichts|gar|uberhaupt|immer|noch|keine|falsch|nutzlos|meine frage nicht|mein problem nicht) (weiter|geholfen|funktioniert|geklappt|nicht|hilfreich|richtig|was ich|meine)?',
      '(danach|das|so) (habe|hab|hatte) ich (gar|doch|aber)? (nicht) (gefragt|gemeint|wissen)',
      '(nicht) (meine frage|was ich|hilfreich|das was ich|beantwortet|gelost)',
      '(falsche|unbrauchbare|sinnlose|gleiche|selbe) (antwort|auskunft|info|information|nachricht)',
      '(hab|habe) (ich)? (schon|bereits|doch schon|ich schon) (gemacht|versucht|probiert|gesagt|geschrieben|getan|ausprobiert|alles)',
      '(schon|bereits) (versucht|probiert|gesagt|gefragt|erklart|gemacht|ausprobiert)',
      '(du|sie|ihr) (verstehst|verstehen|versteht|beantwortest|beantworten|helfen|hilfst|horst|wiederholst|wiederholen) (mich|mir|meine frage|sich|dich|es)? (gar|uberhaupt|einfach)? (nicht|nur|standig)?',
      '(nochmal|noch mal|noch einmal) (meine|die|die gleiche) frage',
      '(keine|war keine|ist keine) (antwort|losung|hilfe)',
    ],
    stillBroken: [
      '(immer noch|weiterhin|nach wie vor) (nicht|kein|keine|das gleiche|das selbe|dasselbe|kaputt|der gleiche)',
      '(funktioniert|klappt|geht|hilft|stimmt|lauft) (das|es|immer|so|leider|auch|mir)? (noch)? (nicht|nix)',
    ],
    frustrated: [
      '(lacherlich|unverschamt|frust*|nervt|nervig|nutzlos|scheisse|scheiss|mist|verdammt|unfassbar|katastrophe|wutend|sauer|arger*|unmoglich|dumm|blod|bescheuert|zum kotzen|zeitverschwendung|unverschamtheit|frechheit|furchtbar|schrecklich|enttauscht|idiot|witz|hass*|wahnsinn)',
    ],
    thanks: [
      '(danke|vielen dank|dankeschon|dankesehr|besten dank|super|perfekt|hat geholfen|hat funktioniert|funktioniert jetzt|klappt jetzt|geht jetzt|gelost|geklart|erledigt|alles klar|hat geklappt)',
    ],
    newTopic: [
      '(andere|andere|neue|weitere|noch eine|zweite) (frage|anliegen|thema|sache|problem)',
      '(etwas|was) (anderes|neues)',
      '(ausserdem|ubrigens|nebenbei|andere frage|anderes thema)',
    ],
    own: ['(mein|meine|meinem|meinen|meiner|unser|unsere|unserem|unseren|unserer|sein|seinem|seinen|seiner)'],
    thing: [
      '(nummer|telefonnummer|telefon|adresse|email|mail|zeiten|offnungszeiten|uhr|gebuhr|gebuhren|konto|name|seite|vertrag|portal)',
    ],
    thingBefore: [
      '(telefonnummer|nummer|adresse|mailadresse|emailadresse|email|offnungszeiten|zeiten|name|kosten|gebuhr) (des|der|vom|von|fur|fur den|fur die|ihres|eures|von dem|ihrer|eurer)',
    ],
    not: ['(nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ohne|statt|anstatt|niemanden|niemandem)'],
    evenSo: [
      '(warum|wieso|weshalb)',
      '(kann|konnte|darf|konnen|gibt es|gibts|weiss|verstehe|finde|erreiche) (ich|man|wir|es|denn|denn hier)? (denn|hier|hier denn)? (nicht|kein|keine|keinen|niemanden|niemand)',
      '(ich)? (kann|weiss|verstehe|erreiche|finde) (hier)? (nicht|niemanden|keinen|kein) (wie|wo)?',
    ],
    begins: ['(ich|wir|aber|sondern|konnen|kann|konnten|und|lassen)'],
    filler: [
      '(bitte|jetzt|sofort|mal|einen|einem|eine|einer|ein|den|dem|die|der|das|mit|zu|von|an|am|hallo|hi|gern|gerne|lieber|ich|sie|du|mir|mich|uns|auch|noch|hier|da|direkt|personlich|endlich|dringend|wirklich|nur|und|aber|kurz|hilfe|unterstutzung|erstmal|ihrem|ihren|ihrer|eurem|euren|eurer|zum|zur|irgendeinem|irgendeinen|echte|echten|richtige|richtigen|anderen|anderem|anderer|kompetenten)',
    ],
    common: [
      '(ist|war|sind|bin|hat|habe|haben|kann|konnen|konnte|muss|wird|werden|wurde|es|wir|ihr|er|was|wie|wo|wann|warum|wer|welche|auf|bei|aus|fur|im|in|nicht|kein|keine|oder|wenn|dass|als|so|meine|mein|meinen|sich|nach|vor|uber|man|will|mochte|gibt|geht)',
    ],
    offering: [
      '(soll|sollen|darf|kann|konnte|konnen) (ich|wir)',
      '(mochten|wollen|wunschen|willst|mochtest|wollt) (sie|du|ihr)',
      '(wenn|falls) (sie|du|ihr) (mochten|wollen|mochtest|willst|wunschen)?',
      '(gerne|gern) (kann|konnen|verbinde) (ich|wir)',
    ],
    promising: [
      '(ich|wir) (werde|werden|habe|haben)',
      '(ich)? (verbinde|leite|gebe|hole|stelle|informiere|ubergebe) (sie|dich|ihre|das|ihr|einen|deine)',
      '(einen moment|ich lasse)',
    ],
    handsYou: [
      '(verbinde|verbinden|weiterleiten|weitergeleitet|weitergegeben|durchstellen|ubergeben|ubergebe|verbunden|informieren|informiert|weiterverbinden|leite|gebe|hole|stelle|informiere|benachrichtigt|sprechen|reden|eingeschaltet)',
    ],
    willContact: [
      '(meldet|melden|kummert|kummern|kontaktiert|kontaktieren|antwortet|ruft|rufen|ubernimmt|schreibt|hilft) (sich|sie|dich|ihnen|dir)? (in kurze|bald|umgehend|zeitnah|gleich|so schnell wie moglich|schnellstmoglich|darum|bei ihnen|bei dir|an|zuruck)?',
      '(wird|werden) (sich|sie|ihnen|dich|dir)',
    ],
    doesNotKnow: [
      '(weiss|wissen|finde|verstehe) (ich|wir)? (leider)? (das|dazu|darauf|daruber|es|sie|ihre frage)? (leider|auch)? (nicht|nichts|keine)',
      '(ich|wir) (weiss|wissen|finde|verstehe) (das|dazu|darauf|daruber|es|hierzu|ihre frage)? (leider)? (dazu|hierzu|daruber)? (nicht|nichts)',
      '(ich|wir)? (habe|haben|liegen) (ich|wir|mir)? (leider)? (dazu|daruber|hierzu)? (leider)? (keine|keinerlei) (informationen|information|antwort|angaben|daten|informationen dazu)',
      '(kann|konnen|konnte) (ich|wir)? (ihnen|dir)? (leider)? (dazu|hierzu|dabei|darauf|ihre frage|diese frage|das)? (leider)? (nicht|nichts|keine auskunft) (beantworten|weiterhelfen|helfen|finden|sagen|geben)',
      'keine (informationen|ergebnisse|treffer|passende antwort|antwort) (dazu|daruber|hierzu|gefunden)',
      '(nichts|nichts passendes) gefunden',
      '(bin|mir) (ich)? (mir)? (leider|da)? nicht (ganz)? sicher',
      'etwas ist schiefgelaufen',
    ],
    clarifies: [
      '(konnen|konnten|kannst|wurden) (sie|du) (mir)? (bitte)? (die|den|das|ihre|ihren|deine|deinen|es)',
      '(bitte) (geben|nennen|gib|nenne|prufen|uberprufen)',
      'welche (bestellung|nummer)',
      'ohne (die|ihre|den|das)',
    ],
    sendsElsewhere: [
      '(wenden|wende|kontaktieren|kontaktiere|rufen|melden|schreiben) (sie|dich|sich)? (sich|bitte|sie)? (bitte)? (an|unseren|den|unsere|bei|uns|beim) (unseren|den|unsere|das|unserem)? (kundenservice|support|kundendienst|service|hotline|team|kundenbetreuung)',
    ],
    condition: ['(wenn|falls|sobald|nachdem|bevor)'],
  },
}
