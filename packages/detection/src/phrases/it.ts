import type { Language } from './language.ts'

export const it: Language = {
  code: 'it',
  words: {
    human: [
      '(umano|umana|umani|essere umano|esseri umani)',
      '(vero|vera|veri|vere|autentico) (e proprio|e propria)? (umano|persona|persone|agente|operatore|team|essere umano|operatrice|consulente)',
      '(persona|persone|qualcuno|agente|operatore|aiuto|assistenza|gente) (di)? (reale|reali|vero|vera|umano|umana|in carne ed ossa|in carne e ossa|viva|fisica|competente|altro)',
      'qualcun altro',
    ],
    staff: [
      '(agente|agenti|operatore|operatrice|operatori|consulente|consulenti|rappresentante|addetto|addetta|impiegato|impiegata|tecnico|collega|colleghi|collaboratore|incaricato|centralinista|receptionist|specialista)',
      '(servizio|assistenza|supporto) (clienti|cliente|tecnico|tecnica)',
      '(il vostro team|il tuo team|vostro staff|lo staff|la reception|centralino|team)',
    ],
    boss: ['(responsabile|direttore|direttrice|capo|manager|supervisore|superiore|titolare|dirigente)'],
    somebody: ["(qualcuno|una persona|un'altra persona|delle persone|persona|persone)"],
    bot: ['(bot|robot|chatbot|macchina|macchine|computer|ia|programma|risponditore|te|voi)'],
    talk: [
      '(parlare|parlo|parli|chattare|conversare|comunicare|discutere|dialogare|interagire|parlarne) (direttamente)? (con|a)',
      '(contattare|chiamare|sentire|raggiungere|parlare|chattare)',
      '(mettermi|essere messo|essere messa|entrare) in (contatto|comunicazione|linea) con',
    ],
    transfer: [
      '(mettimi|mettetemi|mi metta|connettimi|connettetemi|connettiti|collegami|collegatemi|passami|passatemi|mi passi|mi passa|mi passate|trasferiscimi|trasferitemi|mi trasferisca|mi trasferite|indirizzami|connettermi|collegarmi|passarmi|trasferirmi|mettermi|mi collega|mi colleghi|connettere|girami) (in contatto|in comunicazione|in linea)? (con|a|al|ad)?',
    ],
    want: [
      '(voglio|vorrei|ho bisogno|desidero|preferisco|preferirei|pretendo|esigo|richiedo|mi serve|mi servirebbe|serve|vogliamo|vorremmo|datemi|dammi|mi dia|portami|portatemi|fammi parlare con|chiamami|chiamate) (di|d)?',
      '(posso|potrei|mi puo) (avere|ricevere)',
      '(aiuto|risposta) (di|da)',
    ],
    exists: ["(c'e|ci sono|esiste|esistono|avete|hai|dov'e|dove sono|lavora|lavorano) (anche)?"],
    request: [
      "(c'e|ce) (qualcuno|nessuno) (li|qui|la|in linea|disponibile)?$",
      '^(ciao)? qualcuno (li|qui)?$',
      "(parlare|parlo|mettermi|contattare) (con|in contatto con)? (l'|il|la)? (assistenza|supporto)",
      '(richiamatemi|richiamami|mi richiami|mi richiamate|chiamatemi)',
      '(puo|puoi|potete|potreste|potrebbe|potresti) (per favore)? (chiamarmi|richiamarmi|trasferirmi|passarmi qualcuno)',
      '(voglio|vorrei) essere (richiamato|richiamata|contattato|contattata)',
    ],
    refusal: [
      '(stufo|stanco|stufa|stanca) (di|del) (questo|parlare con un|parlare con una|parlare con)? (bot|robot|chatbot|macchina|macchine)',
    ],
    unclear: [
      '(come|dove) (posso|potrei|faccio a) (contattarvi|contattare|chiamarvi|parlarvi|raggiungervi)',
      '(qualcuno) (mi)? (puo|potrebbe) (aiutarmi|aiutare|rispondere|rispondermi|spiegarmi)',
      '(ho bisogno|voglio|vorrei) (di)? qualcuno che',
      '(fare|sporgere) (un)? reclamo',
    ],
    challenge: [
      '(sei|e|siete|lei e|tu sei|sembri|non sei) (un|una|davvero|solo|proprio|semplicemente|forse|quasi)?',
      '(sto|stavo) parlando con',
      '(parlo|sto chattando) con (un|una)',
      "(cos'e|che cos'e|che cosa e) (un|una)?",
    ],
    mention: [
      '(risorse|errore|diritti|corpo|natura) (umane|umano|umani|umana)',
      '(operatore|agente|assistenza|tecnico|consulente|servizio clienti|qualcuno|collega|addetto|operatrice|persona) (mi|che mi|ci|aveva|ha|ieri|ha gia|non) (ha|aveva|hanno|detto|promesso|rubato|usato|spiegato|risposto)?',
      '(agente|agenti) (immobiliare|di viaggio|di commercio|assicurativo|di polizia)',
      '(due|tre|quattro|cinque|sei|per|ogni|2|3|4|5|6|piu|altre) (persona|persone|agenti)',
      '(ciao|salve|buongiorno|grazie|gentile) (assistenza|supporto|team|operatore|agente|staff)',
      '(assistente) (virtuale|vocale)',
    ],
    withdraws: [
      '(lascia stare|lasci stare|lascia perdere|non importa|fa niente|non serve piu|ho risolto|come non detto)',
    ],
    yes: [
      "^(si|sii|certo|ok|okay|va bene|volentieri|per favore|d'accordo|certamente|perfetto|grazie si|prego|assolutamente|magari|procedi|procedete|vai|si grazie|sicuro|mi piacerebbe)",
    ],
    no: [
      '^(no|non ora|non ancora|piu tardi|no grazie|non serve|meglio di no)',
      '(no grazie|non serve|non e necessario|continuiamo)',
    ],
    didNotHelp: [
      '(questo|cio|questa|quello|cosi|la risposta) (non|non mi|non e|neanche) (mi|e|ha|era|funziona|aiuta|risponde|risolve|serve|aiutato|funzionato|quello|corretto|utile)',
      '(non) (mi)? (funziona|ha funzionato|aiuta|hai aiutato|ha aiutato|risponde|rispondi|capisci|capisce|hai capito|ha capito|serve|va|risolve|stai aiutando|hai risposto)',
      '(non era|non e) (quello|questo|la mia domanda|cio|la risposta|corretto|utile)',
      "(ho|l'ho|gia) (gia)? (provato|fatto|detto|chiesto|spiegato|provato)",
      '(risposta|informazione) (sbagliata|errata|inutile)',
      '(ti stai ripetendo|continui a ripetere)',
    ],
    stillBroken: [
      '(ancora|sempre) (non|lo stesso|la stessa|rotto|bloccato)',
      '(stesso|stessa) (problema|errore|risposta|cosa|domanda)',
    ],
    frustrated: [
      '(ridicol*|inaccettabil*|frustr*|vergogn*|inutil*|merda|cazzo|schifo|pessim*|orribil*|terribil*|stufo|stufa|arrabbiat*|furios*|incazzat*|stupid*|idiota|assurd*|delus*|perdita di tempo|fastidios*|incompetent*|basta)',
    ],
    thanks: [
      '(grazie|mille grazie|perfetto|ottimo|risolto|funziona ora|ora funziona|ha funzionato|gentilissimo|fantastico|grazie mille)',
    ],
    newTopic: [
      "(un'altra|altra|nuova|ultima) (domanda|cosa|questione|richiesta)",
      '(un altro|altro|nuovo) (problema|argomento)',
      "(inoltre|a proposito|qualcos'altro)",
    ],
    own: ['(mio|mia|miei|suo|sua|nostro|nostra|loro)'],
    thing: ['(numero|telefono|email|mail|indirizzo|orari|orario|nome|immobiliare|virtuale)'],
    thingBefore: [
      "(numero|telefono|email|mail|indirizzo|orari|orario|nome|costo|contatti) (di|del|dell'|della|dello|per|di telefono del|di telefono dell')",
    ],
    not: ['(non|senza|mai|invece di|invece che|ne|nessun|piuttosto che)'],
    evenSo: [
      'perche',
      "(non) (posso|so|riesco|c'e|ci sono|capisco|trovo|si puo|potrei|avete|ti voglio) (come|a|dove)?",
    ],
    begins: ['(io|ma|posso|puo|puoi|potrei|e|potete)'],
    filler: [
      '(per favore|per piacere|ora|adesso|subito|immediatamente|urgente|un|una|uno|il|la|lo|le|gli|i|l|con|a|al|di|del|d|vostro|tuo|vero|vera|ciao|salve|buongiorno|mi|io|che|e|reale|direttamente|altro|altra|ed|grazie|aiuto|qui|in|linea|diretta|piuttosto|solo|invece)',
    ],
    common: [
      '(sono|sei|e|siamo|ho|ha|hai|hanno|questo|questa|quello|si|non|come|quando|dove|quale|chi|cosa|per|da|su|ma|o|piu|molto|posso|puo|voglio|mio|mia|suo|se|ci|ne|ti|ce|fare|essere|vorrei|nel|nella|alla|della)',
    ],
    offering: [
      '(vuoi|vuole|desidera|desideri|preferisci|preferisce|ti piacerebbe|le piacerebbe|vorresti|vorrebbe|gradisce) (che)?',
      '(posso|possiamo|devo)',
      '(se) (lo)? (desideri|desidera|vuoi|vuole|preferisci|preferisce)',
    ],
    promising: [
      '(ti|la|vi|le|lo) (sto|metto|passo|trasferisco|collego|faro|mettero|passero|trasferiro|collegero)',
      '(ho|abbiamo|sto|sara|sarai|verra|verrai|e stata|e stato)',
    ],
    handsYou: [
      '(metto|mettendo|mettero|passo|passando|passero|trasferisco|trasferendo|trasferiro|collego|collegando|collegero|inoltrato|inoltrata|trasferito|trasferita|connesso|parlare|metterti|metterla|passarti|passarla|collegarti|collegarla|trasferirti|trasferirla|informato|avvisato|ricontattare) (in contatto con|a|con|la|il|un)?',
    ],
    willContact: [
      '(ti|la|vi|le) (contattera|contatteranno|ricontattera|ricontatteranno|rispondera|risponderanno|chiamera|richiamera|scrivera|aiutera|assistera)',
      '(si mettera in contatto|sara contattato|sarai contattato|sarai ricontattato|verrai contattato|verra contattato)',
    ],
    doesNotKnow: [
      'non (lo)? (so|capisco|ho capito)$',
      'non (lo)? so (come|se|quando|rispondere|la risposta|cosa)',
      'non ho capito (la|bene)',
      'non (ho|abbiamo|dispongo di|trovo|ho trovato|ci sono) (questa|la|una|nessuna)? (informazione|informazioni|risposta|dati|risultati|nulla)',
      'non (posso|riesco a|sono in grado di) (aiutarti|aiutarla|rispondere|risponderti|trovare)',
      'non sono (sicuro|sicura|certo|certa)',
      '(nessuna informazione|nessun risultato|qualcosa e andato storto)',
    ],
    clarifies: [
      '(puoi|puo|potresti|potrebbe) (per favore)? (darmi|dirmi|indicarmi|verificare|confermare|fornirmi|riformulare|ripetere)',
      '(indicami|mi dica|dimmi|mi indichi)',
      'qual e (il|la)',
    ],
    sendsElsewhere: [
      "(contatta|contatti|contattare|chiama|chiami|scrivi|scriva|rivolgiti|si rivolga) (per favore)? (a|al|il|la|l'|nostro|il nostro|la nostra|direttamente)? (servizio|supporto|assistenza|nostro)",
    ],
    condition: ['(se|quando|una volta|dopo|appena)'],
  },
}
