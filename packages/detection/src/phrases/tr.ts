import type { Language } from './language.ts'

export const tr: Language = {
  code: 'tr',
  personFirst: true,
  words: {
    human: [
      '(insan|insana|insanla|insanlar|insanlarla|insani)',
      '(gercek|canli|hakiki) (bir)? (insan*|kisi*|biri*|temsilci*|kimse*|destek*|yetkili*)',
      '(biri|birisi) (gercek)',
    ],
    staff: [
      '(temsilci*|yetkili*|operator*|danisman*|gorevli*|calisan*|personel*|uzman*|asistan*|teknisyen*)',
      '(musteri) (hizmet*|temsilci*|destek*|iliski*)',
      '(canli destek*|destek ekib*|destek hatti*|cagri merkez*)',
    ],
    boss: ['(mudur*|yonetici*|amir*|patron*|supervizor*)'],
    somebody: ['(biri|birisi|biriyle|birisiyle|birine|birini|birileri*|kimse|kimseyle|kisi|kisiyle)'],
    bot: [
      '(bot|botla|bota|botlar*|robot|robotla|robota|makine|makineyle|makina*|bilgisayar*|yapay zeka*|chatbot*|seninle|sizinle)',
    ],
    talk: [
      '(konusmak|konusabilir*|konusayim|konusalim|gorusmek|gorusebilir*|goruseyim|yazismak|iletisim*|irtibat*|sohbet|konus|gorusme|ulasmak|ulasabilir*)',
    ],
    transfer: [
      '(bagla|baglayin|baglar|baglayabilir|baglanmak|baglanabilir*|baglan|baglamani*|aktar|aktarin|aktarir|aktarabilir|yonlendir|yonlendirin|yonlendirir|yonlendirebilir|bagliyor)',
    ],
    want: [
      '(istiyorum|istiyoruz|isterim|lazim|gerek|gerekiyor|ihtiyacim|verin|ver|rica|lutfen|yardim etsin|cagir|cagirin|tercih)',
    ],
    exists: ['(var mi|yok mu|nerede|var midir)'],
    request: [
      '(kimse|biri|birisi) (var mi|yok mu|burada mi|orada mi)',
      '(beni|bizi) (arayin|ara|arar misiniz|arar misin|arayabilir misiniz|geri arayin)',
      '(beni) (bagla*|aktar*)$',
    ],
    refusal: [
      '(bot*|robot*) (biktim|sikildim|istemiyorum|kapat)',
      '(bot*|robot*|makine*) (konusmak|konusmayi|gorusmek) istemiyorum',
      'seninle konusmak istemiyorum',
    ],
    unclear: [
      '(size|sizinle) (nasil) (ulasabilirim|ulasirim|iletisim*)',
      '(biri|birisi|kimse) (bana)? (yardim) (edebilir|eder|edecek) (mi|misiniz)?',
      '(sikayet) (etmek|olusturmak|bildirmek)',
    ],
    challenge: [
      '(sen|siz) (bir|gercek|gercekten|sadece)?',
      '(bot|robot|insan|gercek|yapay zeka) (musun|misin|misiniz|musunuz|mi|mu)',
      '(nedir|ne demek|kimdir)',
    ],
    mention: [
      '(insan) (hata*|hak*|kaynak*)',
      '(temsilci*|yetkili*|biri|birisi|gorevli|danisman|operator) (dedi|soyledi|bana|soz|caldi|aradi|demisti|soylemisti)',
      '(iki|uc|dort|bes|alti|2|3|4|5|6|kac|her|birkac) (kisi*|insan*)',
      '(sigorta|emlak|seyahat) (acente*|danisman*)',
      '(merhaba|selam|sayin) (yetkili*|temsilci*|destek)',
    ],
    withdraws: ['(bosver|bos ver|gerek kalmadi|hallettim|unut|onemli degil|vazgectim)'],
    yes: [
      '^(evet|tamam|olur|peki|tabii|tabi|ok|okay|lutfen|evet lutfen|elbette|isterim|kesinlikle|baglayin|bagla|iyi olur|olabilir)',
    ],
    no: [
      '^(hayir|yok|gerek yok|simdi degil|istemiyorum|sonra|hayir tesekkurler)',
      '(gerek yok|hayir tesekkurler)',
    ],
    didNotHelp: [
      '(bu|o) (ise|isime|yardimci|sorumu|dogru|benim) (yaramadi|yaramiyor|olmadi|cevap|degil|sordugum|olmuyor|cevaplamiyor)',
      '(calismiyor|calismadi|ise yaramadi|yardimci olmadi|yardimci olmuyor|anlamiyorsun|anlamadin|anlamadiniz|anlamiyorsunuz|cozulmedi|olmadi|ise yaramiyor)',
      '(onu|bunu) (sormadim|demedim|sormuyorum)',
      '(zaten|daha once) (denedim|yaptim|soyledim|sordum|yazdim)',
      '(yanlis) (cevap|bilgi)',
    ],
    stillBroken: [
      '(hala|halen|yine) (calismiyor|ayni|olmuyor|olmadi|sorun|bozuk|acilmiyor|giremiyorum)',
      '(ayni) (sorun|cevap|hata|sey|soru*)',
    ],
    frustrated: [
      '(sacma*|rezalet|kabul edilemez|sinir*|biktim|bikt*|ise yaramaz|berbat|aptal*|salak*|lanet|kahretsin|yeter|utanc|igrenc|rezil|hayal kirik*|zaman kaybi|kizgin*)',
    ],
    thanks: ['(tesekkur*|sagol|sag ol|sagolun|eyvallah|harika|super|cozuldu|calisti|oldu|mukemmel)'],
    newTopic: ['(baska|yeni|diger) (bir)? (soru*|konu*|sorun*)', '(bu arada|ayrica|baska bir sey)'],
    own: ['(benim|kendi|bizim|onun)'],
    thing: ['(numara*|telefon*|adres*|mail*|saat*|ucret*|isim|ismi|email*)'],
    thingBefore: [],
    not: [
      '(istemiyorum|baglama|baglamayin|aktarma|aktarmayin|yonlendirmeyin|yonlendirme|gerek yok|olmadan|yerine|aramayin)',
    ],
    notAfter: ['(istemiyorum|istemiyoruz|gerek yok|istemem|gerekmiyor|degil|gerek kalmadi)'],
    evenSo: ['(neden|niye|niçin)'],
    begins: ['(ben|ama|fakat|bana|beni|o zaman)'],
    filler: [
      '(lutfen|simdi|hemen|acil|acilen|bir|ile|bana|beni|ben|merhaba|selam|gercek|canli|baska|direkt|artik|sadece|biraz|bu|konuda|konusmak|konuda|mumkunse|yardim|ve|hatta|olan|ne|olur)',
    ],
    common: [
      '(ve|ile|bu|su|o|ne|nasil|nerede|neden|kim|hangi|mi|mu|misiniz|musunuz|var|yok|icin|gibi|cok|daha|ama|veya|da|de|degil|benim|olarak|kadar|sonra|olan|her|istiyorum|ben|sen|siz|biz)',
    ],
    offering: [
      '(ister misiniz|ister misin|istiyor musunuz|istiyor musun|isterseniz|dilerseniz|istersen)',
      '(miyim|miyiz|musunuz|misiniz)',
    ],
    promising: [
      '(sizi|seni|talebiniz*|konuyu)',
      '(aktariyorum|bagliyorum|yonlendiriyorum|ilettim|iletiyorum|aktardim)',
    ],
    handsYou: [
      '(aktariyorum|bagliyorum|yonlendiriyorum|baglayacagim|aktaracagim|yonlendirecegim|baglamami|aktarmami|yonlendirmemi|baglayayim|aktarayim|yonlendireyim|iletiyorum|ilettim|gorusmek|konusmak|baglayabilirim|aktarabilirim|iletildi|aktarildi)',
    ],
    willContact: [
      '(donecek|donecektir|donus yapacak*|iletisime gececek*|arayacak*|ulasacak*|yardimci olacak*|cevap verecek*|yanit verecek*)',
    ],
    doesNotKnow: [
      '(bilmiyorum|bilgim yok|bilgi bulamadim|bulamadim|anlayamadim|emin degilim|yardimci olamiyorum|yanitlayamiyorum|cevap veremiyorum|bilgiye sahip degilim|bilgi bulunmamaktadir|bulunamadi|bilgi yok)',
      '(bir hata olustu|bir seyler ters gitti)',
    ],
    sendsElsewhere: [
      '(musteri hizmet*|destek ekib*|destek*|temsilci*) (ile)? (iletisime gecin*|arayin|basvurun|ulasin|iletisime geciniz)',
    ],
    condition: ['(eger|sonra|zaman|isterseniz|dilerseniz)'],
  },
}
