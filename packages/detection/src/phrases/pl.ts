import type { Language } from './language.ts'

export const pl: Language = {
  code: 'pl',
  words: {
    human: [
      '(czlowiek|czlowieka|czlowiekiem|czlowiekowi|ludzie|ludzi|ludzmi|ludzka|ludzki|ludzkiej|ludzkim)',
      '(prawdziw*|zyw*|realn*|rzeczywist*) (osob*|czlowiek*|konsultant*|pracownik*|agent*|ludz*|doradc*)',
      '(kims|kogos|ktos|kim|kogokolwiek|kimkolwiek) (prawdziw*|zyw*|innym|innego|inny|kto|madrzejsz*|kompetentn*)',
    ],
    staff: [
      '(konsultant*|pracownik*|doradc*|agent|agenta|agentem|agentowi|operator*|przedstawiciel*|moderator*|asystentk*|kolega|specjalist*|technik|technikiem|serwisant*|recepcj*|opiekun*)',
      '(obslug*|biur*|dzial*|dzialem) (obslugi)? (klienta|klientow|technicz*|sprzedazy|reklamacji)',
      '(infolini*|wsparci* technicz*|pomoc* techniczn*|waszym zespolem|zespolem|supportem|zespolu)',
    ],
    boss: ['(kierownik*|menedzer*|manager*|szef|szefa|szefem|szefowi|przelozon*|dyrektor*|wlasciciel*)'],
    somebody: ['(ktos|kims|kogos|ktokolwiek|kimkolwiek|kogokolwiek|osob*|kim|komus)'],
    bot: [
      '(bot|bota|botem|boty|botami|chatbot*|robot|robota|robotem|robotami|maszyn*|komputer*|automat*|ai|program*|toba)',
    ],
    talk: [
      '(rozmawiac|porozmawiac|rozmowa|rozmowe|rozmowy|pogadac|gadac|mowic|skontaktowac sie|kontaktowac sie|czatowac|popisac|pomowic|pisac|zadzwonic) (z|ze|do)?',
      '(skontaktowac|kontakt|kontaktu) (z|ze|mnie z)',
    ],
    transfer: [
      '(polacz|polaczyc|polaczcie|polaczenie|prosze o polaczenie|przelacz|przelaczyc|przelaczcie|przekieruj|przekierowac|przekierujcie|przekaz|przekazac|skontaktuj|skontaktujcie|skieruj|oddaj|skontaktowac) (mnie|nas|to|rozmowe|sprawe)? (bezposrednio)? (z|ze|do|na)?',
    ],
    want: [
      '(chce|chcialbym|chcialabym|potrzebuje|poprosze|prosze o|wole|wolalbym|wolalabym|zadam|daj|dajcie|dawaj|zawolaj|wezwij|poprosic|chcemy|prosze|pomoc od|pomocy|szukam)',
      '(moge|mozna|czy moge) (prosic)?',
    ],
    exists: [
      '(czy)? (jest|sa|macie|jestescie|gdzie jest|gdzie sa|pracuj*) (tu|tam|u was|tutaj|tez|jakis|jacys|jakas|moze)? (jakis|jacys|jakas|tez)?',
    ],
    request: [
      '(czy)? (jest|sa) (tu|tam|tutaj)? (ktos|ktokolwiek|jacys ludzie) (tu|tam|tutaj|na czacie|dostepny)?$',
      '^(halo|hej)? (jest)? (ktos) (tu|tam|tutaj|jest)?$',
      '(prosze|czy mozecie|mozecie|moze ktos|niech ktos|czy moze ktos|mozesz)? (do mnie)? (zadzwoncie|oddzwoncie|oddzwonic|oddzwon|zadzwon|o telefon|o kontakt telefoniczny)',
      '(mozesz|mozecie|moze ktos|czy mozesz) (mnie)? (polaczyc|przelaczyc|przekierowac)$',
    ],
    refusal: [
      '(nie)? (chce|lubie|bede|zamierzam) z toba (rozmawiac|gadac|pisac)',
      '(mam) (dosc|dosyc) (tego|rozmowy z)? (bota|botem|robota|robotem|maszyny|botow)',
      '(wylacz|wylaczcie) (tego|bota|robota)',
    ],
    unclear: [
      '(jak|gdzie) (moge|mozna|sie) (sie)? (z wami)? (skontaktowac|dodzwonic|kontaktowac) (z wami)?',
      '(czy)? (ktos) (moze|mi|moglby|mi moze) (pomoc|pomoze|mi pomoc|odpowiedziec|wyjasnic)',
      '(potrzebuje|szukam|chce) kogos (kto|do)',
      '(zlozyc|zglosic) (reklamacje|skarge)',
    ],
    challenge: [
      '(czy)? (jestes|jestescie|czy to|czy pan jest|czy pani jest|to jest|to|nie jestes) (tylko|naprawde|prawdziwym|moze)?',
      '(czy)? (rozmawiam|pisze|gadam) (tu|teraz|naprawde)? (z|ze)',
      '(co to jest|kim jestes|czym jest)',
    ],
    mention: [
      '(blad|prawa|zasoby) (ludzki|czlowieka|ludzkie)',
      '(konsultant|konsultantka|pracownik|doradca|ktos|agent|obsluga|osoba|kierownik|technik|operator) (powiedzial*|mowil*|mi|obiecal*|ukradl*|twierdzil*|juz|byl|byla|nie|wczoraj|poinformowal*|rozlaczyl*)',
      '(agent|agenta|agentem) (nieruchomosci|ubezpieczeniow*|celn*|turystyczn*)',
      '(dwie|dwoch|trzy|trzech|cztery|czterech|piec|kazda|2|3|4|5|6|wiecej|kilka) (osob*|osoby|ludzi|pracownikow)',
      '(mojego|moim|moj) (agenta|agentem|agent|doradca|doradcy|kierownik*|szef*|czlowiek*)',
      '(czesc|hej|witaj|dziekuje|drogi) (konsultancie|zespole|zespol|agent)',
      'rozmawial*',
    ],
    withdraws: ['(niewazne|nie wazne|juz nie trzeba|zapomnij|juz wiem|juz dziala|nieaktualne)'],
    yes: [
      '^(tak|jasne|ok|okej|okay|dobrze|poprosze|prosze|pewnie|oczywiscie|chetnie|zgoda|tak prosze|tak poprosze|no tak|dawaj|bardzo chetnie|dobra|spoko)',
    ],
    no: [
      '^(nie|nie dziekuje|nie trzeba|jeszcze nie|pozniej|na razie nie|nie teraz|raczej nie)',
      '(nie dziekuje|nie trzeba|nie ma potrzeby)',
    ],
    didNotHelp: [
      '(to|nic|tak|ta odpowiedz) (mi)? (nie|nadal nie|wciaz nie|dalej nie) (pomaga|pomoglo|dziala|zadzialalo|jest|bylo|o to|odpowiada|rozwiazuje|dalo|pomogla|daje|ma sensu)',
      '(nie) (dziala|pomoglo|pomaga|pomogles|pomogla|rozumiesz|odpowiedziales|odpowiadasz|o to pytalem|o to pytalam|o to pytam|o to mi chodzi|o to chodzi|na temat|dzialaja|pomagasz|odpowiedzialas|zadzialalo)',
      '(juz) (to)? (probowalem|probowalam|zrobilem|zrobilam|mowilem|mowilam|pisalem|pisalam|pytalem|pytalam|sprawdzalem|sprawdzilem)',
      '(zla|bledna|niepoprawna|bezuzyteczna) (odpowiedz|informacja)',
      '(nie na temat|bez sensu)',
    ],
    stillBroken: [
      '(nadal|wciaz|dalej|ciagle) (nie|to samo|ten sam|ta sama|zepsut*|mam problem)',
      '(ten sam|ta sama|to samo|te sama) (problem|blad|odpowiedz|pytanie|odpowiedzia)?',
    ],
    frustrated: [
      '(smieszn*|niedopuszczaln*|frustr*|wkurz*|denerw*|bezuzyteczn*|beznadziejn*|kurw*|cholera|zal|wsciek*|glup*|idiot*|zart|zenad*|strata czasu|rozczarowan*|masakra|skandal*|porazka|tragedia|dramat|debil*)',
    ],
    thanks: [
      '(dzieki|dziekuje|dzieki wielkie|dziekuje bardzo|super|swietnie|dziala|rozwiazane|pomoglo|juz dziala|zadzialalo|wielkie dzieki)',
    ],
    newTopic: [
      '(inne|nowe|jeszcze jedno|kolejne|drugie) (pytanie)',
      '(inna|nowa|druga) (sprawa|rzecz|kwestia)',
      '(poza tym|przy okazji|a propos|cos innego)',
    ],
    own: ['(moj|moja|moje|moim|mojego|mojej|moja|nasz|naszym|naszego|jego|jej|swoim|swojego)'],
    thing: ['(numer|telefon|adres|email|mail|godziny|imie|nazwisko)'],
    thingBefore: [
      '(numer|telefon|adres|email|mail|godziny|godziny pracy|godziny otwarcia|imie|nazwisko|numer telefonu|koszt) (do)?',
    ],
    not: ['(nie|bez|nigdy|zamiast|ani|nikt|nikim)'],
    evenSo: [
      '(dlaczego|czemu)',
      '(czy) nie (moge|mozna|ma|macie)',
      '(nie) (moge|wiem|rozumiem|da sie|mozna|ma|umiem|potrafie) (jak|gdzie|tu|juz)?',
    ],
    begins: ['(ja|ale|czy|moge|i)'],
    filler: [
      '(prosze|teraz|natychmiast|pilne|pilnie|z|ze|do|na|o|jakis|jakims|jakiegos|jakas|tym|innym|innego|mi|mnie|ja|moze|tu|tylko|bezposrednio|zywy|zywym|czesc|hej|witam|dzien dobry|wreszcie|szybko|ktory|jacys|a|i|kontakt|naprawde|dziekuje|pomocy|pomoc|od|przez|waszym|wasz|waszego)',
    ],
    common: [
      '(jest|sa|byl|bylo|mam|masz|ma|moge|mozesz|moze|co|jak|gdzie|kiedy|dlaczego|kto|ktory|to|ten|ta|w|we|od|dla|po|przy|nie|sie|czy|ale|lub|albo|bardzo|juz|jeszcze|moj|moja|moje|chce|za|pod|nad|mozna|zeby|jestem|te)',
    ],
    offering: [
      '(czy)? (chcesz|chce pan|chce pani|chcialbys|chcialabys|chcialby pan|chcialaby pani|zyczysz|wolisz|zyczy) (sobie)?',
      '(czy)? (moge|mam|mozemy)',
      '(jesli|jezeli) (chcesz|wolisz|chce)',
    ],
    promising: [
      '(juz|zaraz|teraz)? (lacze|przekazuje|przelaczam|polacze|przekaze|przelacze|przekierowuje|kieruje|przekazalem|przekazalam|poinformuje)',
      '(zostal|zostala|zostanie|zostaniesz|zostalo|chwileczke)',
    ],
    handsYou: [
      '(lacze|polaczyc|polacze|polaczony|polaczona|przekazuje|przekaze|przekazac|przekazane|przekazana|przelaczam|przelacze|przelaczyc|przekierowuje|przekierowac|przekierowany|porozmawiac|rozmawiac|przekazalem|przekazalam|kieruje|skontaktowac|poinformuje|poinformowany) (cie|pana|pania|twoja|sprawe|rozmowe|z|do|zgloszenie)?',
    ],
    willContact: [
      '(skontaktuje|skontaktuja|odezwie|odezwa|zadzwoni|oddzwoni|odpowie|odpisze|pomoze|zajmie|wroci) (sie|do|ci|panu|pani|wkrotce)?',
    ],
    doesNotKnow: [
      'nie (wiem|rozumiem|zrozumialem|zrozumialam)',
      'nie (mam|mamy|posiadam|znalazlem|znalazlam|znaleziono|udalo mi sie znalezc) (takiej|takich|tych|zadnych)? (informacji|odpowiedzi|danych|wynikow)',
      'nie (moge|potrafie|umiem) (na to|ci|panu|pani|w tym)? (pomoc|odpowiedziec|znalezc)',
      'nie jestem (pewien|pewna|w stanie)',
      'brak (informacji|wynikow|odpowiedzi|danych)',
      'cos poszlo nie tak',
    ],
    clarifies: [
      '(czy)? (mozesz|moze pan|moze pani|moglbys) (mi)? (podac|sprawdzic|powiedziec|potwierdzic|doprecyzowac|powtorzyc)',
      '(podaj|prosze podac|prosze sprawdzic)',
      'jaki jest',
    ],
    sendsElsewhere: [
      '(prosze|skontaktuj|skontaktowac|zadzwon|napisz) (o)? (sie|kontakt|do|skontaktowac)? (sie)? (z|do|na)? (nasz*|biur*|obslug*|infolini*|wsparci*|dzial*|pomoc*)',
    ],
    condition: ['(jesli|jezeli|gdy|kiedy|po)'],
  },
}
