import type { Language } from './language.ts'

export const fr: Language = {
  code: 'fr',
  words: {
    human: [
      '(humain|humains|humaine|etre humain|etres humains)',
      '(vrai|vraie|vrais|vraies|veritable|veritables) (personne|personnes|humain|humains|humaine|conseiller|conseillere|agent|gens|equipe|interlocuteur|etre humain|employe|operateur)',
      '(personne|personnes|agent|conseiller|operateur|interlocuteur|gens|aide|assistance|equipe) (reel|reelle|reelles|reels|humain|humaine|humaines|physique|physiques|vivante|vivant|en chair et en os)',
      "quelqu'un (de vrai|de reel|d'humain|d'autre|de competent|de plus competent|en chair et en os)",
    ],
    staff: [
      '(agent|agents|conseiller|conseillere|conseillers|operateur|operatrice|representant|representante|teleconseiller|technicien|technicienne|collegue|collegues|employe|employee|charge de clientele|gestionnaire|standardiste|mandataire|interlocuteur|assistante|receptionniste|specialiste|expert)',
      '(service|support) (client|clients|clientele|technique|apres vente|apres-vente|commercial)',
      "(service client|sav|standard|votre equipe|l'equipe|votre service|un membre de votre equipe|un membre de l'equipe|la reception)",
    ],
    boss: [
      '(responsable|manager|directeur|directrice|superieur|superviseur|chef|patron|patronne|gerant|gerante|superieur hierarchique)',
    ],
    somebody: [
      "(quelqu'un|qqn|quelqun|une personne|une autre personne|une dame|un monsieur|des gens|une personne competente|personne)",
    ],
    bot: ['(bot|bots|robot|robots|chatbot|machine|machines|ordinateur|ia|automate|programme|repondeur)'],
    talk: [
      '(parler|parle|discuter|echanger|communiquer|entretenir|dialoguer|converser|chatter|tchatter|tchater|conversation|entretien|parlez) (directement)? (a|au|aux|avec)',
      '(contacter|joindre|appeler|avoir affaire a)',
      '(entrer|etre|mis|mise|rentrer) en (contact|relation|communication|ligne) avec',
      '(parler|discuter|echanger)',
    ],
    transfer: [
      '(mettez|mettre|mets|passez|passer|passe|transferez|transferer|transfere|connectez|connecter|connecte|dirigez|redirigez|rediriger|orientez|orienter|basculez|basculer|envoyez|renvoyez) (moi|nous)? (en relation|en contact|en ligne|en communication)? (a|au|avec|vers)',
      '(me|nous) (mettre|passer|transferer|connecter|diriger|rediriger|orienter|envoyer) (en relation|en contact|en ligne|en communication)? (a|au|avec|vers)?',
      '(passez|passe) (moi|nous)',
      '(etre|etes) (transfere|transferee|connecte|connectee|mis en relation|mis en contact|mise en relation|redirige|redirigee) (a|avec|vers)',
    ],
    want: [
      '(je|on|nous) (veux|voudrais|souhaite|souhaiterais|prefere|prefererais|desire|demande|exige|voulons|souhaitons|veut)',
      "(j'aimerais|j'ai besoin|besoin|il me faut|il nous faut|donnez moi|donne moi|amenez moi|amene moi|appelez|appeler|trouvez moi|j'exige) (de|d')?",
      '(puis je|pourrais je|est ce que je peux|je peux) avoir',
      "(aide|reponse) (d'|de)",
    ],
    exists: [
      "(y a t il|y at il|il y a|est ce qu'il y a|est il|existe t il|avez vous|y a|ya t il|ou sont|ou est)",
    ],
    request: [
      "(il y a|y a t il|y a|ya|est ce qu'il y a) (quelqu'un|qqn|quelqun|une personne)$",
      "^(il y a|y a t il|allo|bonjour)? (quelqu'un|qqn|quelqun) (ici|la|est la)?$",
      "(parler|discuter|echanger|contacter) (a|au|avec|avec le|le|l')? (support|assistance)",
      "(pouvez|peux|pourriez|peut|pourrait) (vous|tu|on|quelqu'un)? (m'|me) (appeler|rappeler|telephoner|transferer|passer quelqu'un)",
      '(rappelez|appelez|rappelle|appelle) moi',
      '(etre|veux|souhaite|demande) (rappele|rappelee|un rappel|etre rappele|etre rappelee)',
      '^(transferez|connectez|transferer|transfert) (moi)?$',
    ],
    refusal: [
      '(marre|assez) (de ce|des|du|de parler a un|de parler a ce|de cette) (bot|bots|robot|robots|chatbot|machine)',
      '(arretez|desactivez|coupez|enlevez) (le|ce|votre) (bot|robot|chatbot)',
      'parler a un (robot|bot|mur)$',
    ],
    unclear: [
      '(comment|ou) (puis je|je peux|peut on|faire pour|est ce que je peux) (vous)? (contacter|joindre|appeler)',
      "(quelqu'un|qqn|quelqun) (peut|pourrait|peut il|pourrait il) (m'|me|nous)? (aider|repondre|renseigner)",
      "(est ce que)? quelqu'un (peut|pourrait)",
      "(j'ai besoin|je veux|je voudrais) (de|d')? (quelqu'un|une personne) (qui|pour)",
      '(deposer|faire) une reclamation',
    ],
    challenge: [
      "(etes vous|es tu|vous etes|tu es|t es|vous semblez|tu sembles|c'est|est ce) (un|une|vraiment|presque|bien|juste|pas|encore)?",
      '(je parle|parle je|est ce que je parle|suis je en train de parler) (bien|vraiment|la)? (a|avec)?',
      "(qu'est ce qu'|c'est quoi|qu'est ce que c'est) (un|une)?",
    ],
    mention: [
      '(ressources|droits|ressource|erreur|corps|nature|capital|relations) (humaine|humaines|humain|humains)',
      "(agent|conseiller|service client|technicien|support|collegue|operateur|responsable|quelqu'un|une personne|conseillere) (m'a|m'avait|a|avait|ma|m'ont|ont|n'a|etait|qui m'a)",
      "(agent|agents) (immobilier|immobiliers|de voyage|de police|de securite|d'assurance|d'accueil)",
      "(bonjour|bonsoir|merci|cher|chere|salut) (au|le|l')? (support|service client|agent|equipe|conseiller)",
      '(deux|trois|quatre|cinq|six|plusieurs|chaque|par|2|3|4|5|6|autres) (personne|personnes|agents|employes)',
      "(demandez|demander|dites|dire) (a|au) (l'|votre|un)? (agent|conseiller|responsable|collegue)",
    ],
    withdraws: [
      "(laisse tomber|laissez tomber|oubliez|oublie|c'est bon|plus besoin|peu importe|c'est regle|tant pis)",
    ],
    yes: [
      "^(oui|ouais|ok|okay|d'accord|bien sur|volontiers|s'il vous plait|svp|stp|avec plaisir|certainement|allez y|vas y|je veux bien|absolument|parfait|ca marche|go|pourquoi pas|oui merci|ouii)",
    ],
    no: [
      '^(non|nan|pas besoin|pas maintenant|pas encore|plus tard|inutile|ca ira|non merci|pas la peine)',
      '(non merci|pas la peine|pas necessaire|continuons|continuez)',
    ],
    didNotHelp: [
      "(ca|cela|ce|c'|ceci) (ne|n')? (est|marche|fonctionne|aide|m'aide|resout|repond|sert|me sert|change|va|m'a) (toujours|vraiment|absolument)? (pas|rien|a rien|toujours pas) (aide|utile|ce que|correct|ma question|a ma question|mon probleme|la reponse|bon|vrai)?",
      "(ne|n') (marche|fonctionne|aide|repond|repondez|comprenez|comprends|reponds|aidez|aides) (toujours|vraiment|rien|pas)",
      "(pas|pas du tout) (ce que je|ce que j'ai|ma question|utile|la bonne|la reponse|resolu|repondu)",
      '(deja) (essaye|fait|dit|demande|explique|tente|lu)',
      '(mauvaise|fausse|meme) reponse',
      "(vous|tu) (ne|n')? (me)? (comprenez|comprends|repondez|reponds|m'aidez|m'aides) (pas|rien|a cote)",
      "(a cote de la plaque|hors sujet|aucune aide|n'importe quoi|sert a rien)",
    ],
    stillBroken: [
      '(marche|fonctionne|aide) (toujours)? pas',
      '(toujours|encore) (pas|le meme|la meme|rien|bloque|en panne)',
    ],
    frustrated: [
      '(ridicule|inacceptable|frustr*|enerv*|nul|nulle|inutile|merde|putain|honteux|scandaleux|lamentable|agac*|marre|colere|furieux|furieuse|incompetent*|stupide|idiot|debile|catastroph*|insupportable|perte de temps|decu|decue|ras le bol|foutage|insens*)',
    ],
    thanks: [
      "(merci|parfait|super|genial|merci beaucoup|ca marche maintenant|ca fonctionne|resolu|regle|c'est bon|impeccable|nickel|merci bien|top)",
    ],
    newTopic: [
      '(autre|nouvelle|deuxieme|derniere) (question|chose|sujet|demande|probleme)',
      '(sinon|par ailleurs|au fait|autre chose|a part ca)',
    ],
    own: ['(mon|ma|mes|son|sa|leur|notre|nos)'],
    thing: ['(numero|telephone|email|mail|adresse|horaires|nom|commercial|immobilier)'],
    thingBefore: [
      "(numero|telephone|email|mail|adresse|horaires|nom|coordonnees|tarif|frais|heures) (du|de|de la|d'un|de l'|des|de votre|de telephone du|de telephone de|d'ouverture du|pour le|pour)",
    ],
    not: ['(pas|sans|jamais|plutot que|au lieu de|inutile de|ni|ne|n)'],
    evenSo: [
      'pourquoi',
      "(je|on) (ne|n') (peux|sais|trouve|parviens|arrive|comprends|peut|puis) (toujours)? pas (comment|a|ou)?",
      "(ne puis je pas|n'y a t il pas|n'y a t il|ne peut on pas|je peux pas|je sais pas|j'arrive pas) (comment)?",
      "(n'y a|n'avez vous|n'est il) (pas)?",
    ],
    begins: ['(je|j|on|nous|mais|pouvez|peux|puis|pourriez|et|donc)'],
    filler: [
      "(s'il vous plait|svp|stp|s'il te plait|maintenant|tout de suite|immediatement|un|une|des|le|la|les|l|d|de|du|avec|a|au|vrai|vraie|bonjour|salut|merci|je|j|me|moi|vous|votre|vos|autre|et|plutot|juste|besoin|aide|en|ligne|direct|directement|rapidement|urgent|urgence|enfin|vite|ici|la|parler)",
    ],
    common: [
      '(est|c|ce|cette|ca|il|elle|on|nous|tu|te|se|qui|que|qu|quoi|quand|comment|ou|pourquoi|quel|quelle|dans|pour|par|sur|pas|ne|n|plus|mais|si|mon|ma|mes|son|sa|ai|as|a|avez|avoir|etre|suis|sont|fait|faire|peux|peut|puis|pouvez|veux|voudrais|aimerais|y|s)',
    ],
    offering: [
      '(voulez vous|souhaitez vous|veux tu|souhaites tu|desirez vous|aimeriez vous|dois je|puis je|voudriez vous|est ce que vous voulez|vous voulez|tu veux)',
      '(je|nous|on) (peux|pouvons|peut|pourrais)',
      'si vous (le)? (souhaitez|voulez|preferez|desirez)',
    ],
    promising: [
      "(je|nous|on) (vais|vous|allons|va|transmets|transfere|t'|ai|avons)",
      '(votre|vous) (demande|etes|allez|serez|question) (a ete|est|etre)?',
    ],
    handsYou: [
      '(mets|mettre|transfere|transferer|transferee|passe|passer|transmets|transmettre|transmis|transmise|connecte|connecter|oriente|orienter|redirige|rediriger|mettons|transferons|parler|mis|mise|informe|prevenu|previens|escalade) (en relation|en contact|votre|cette|la|le|a|au|avec|vers|un|une)?',
    ],
    willContact: [
      '(va|vont|vous|te) (vous|te)? (contactera|recontactera|rappellera|repondra|recontacter|contacter|repondre|rappeler|aider|contacteront|prendre|reviendra|revenir)',
      '(reviendra|prendra contact|prend le relais|prendra le relais|reviendra vers vous|prendre le relais|revient vers vous)',
    ],
    doesNotKnow: [
      "(je|nous) (ne|n') (le)? (sais|comprends|savons|suis) (malheureusement|vraiment)? pas (sur|certain|en mesure|quoi|comment|si|la reponse)?",
      "(je|nous) (ne|n') (peux|pouvons|parviens) (malheureusement)? pas (a)? (repondre|vous aider|t'aider|vous repondre|vous renseigner|trouver)",
      "(ai|avons|dispose|disposons|trouve|trouve) (malheureusement)? (pas|aucune|d'aucune) (d'|de)? (information|informations|reponse|donnees|cette information|resultat|ces informations)",
      'aucune (information|reponse|donnee) (a ce sujet|sur|concernant|trouvee)',
      "(aucun resultat|rien trouve|pas compris|une erreur est survenue|je l'ignore)",
    ],
    clarifies: [
      '(pouvez|pourriez|peux|pourrais) (vous|tu) (me)? (donner|preciser|verifier|indiquer|reformuler|repeter)',
      '(veuillez|merci de) (indiquer|preciser|verifier|fournir|reformuler)',
      'quel (est|numero)',
    ],
    sendsElsewhere: [
      '(contactez|contacter|appelez|adressez vous|adresser|rapprochez vous|ecrivez|veuillez contacter|merci de contacter) (a|au|le|notre|de|directement|nos)? (service|support|notre|equipe|conseiller|conseillers|agence)',
    ],
    condition: ['(si|une fois|lorsque|quand|apres|des que)'],
  },
}
