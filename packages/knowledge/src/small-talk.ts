/** What people say before, between and after questions, and what is said back. */
type Talk = {
  hello: string
  thanks: string
  bye: string
  answers: { hello: string; thanks: string; bye: string }
}

/** By language. Phrases are whole messages, in small letters, without punctuation, parted by bars. */
const talk: Record<string, Talk> = {
  en: {
    hello:
      'hi|hello|hey|hi there|hello there|hey there|good morning|good afternoon|good evening|good day|hiya|howdy',
    thanks:
      'thanks|thank you|thx|ty|thanks a lot|thank you so much|thank you very much|many thanks|cheers|great thanks|ok thanks|okay thanks|perfect thanks|thanks that helped|that helped|that helps|great|perfect|ok|okay|alright|got it',
    bye: 'bye|goodbye|bye bye|see you|have a nice day|good night',
    answers: { hello: 'Hello! How can I help you?', thanks: 'You are welcome!', bye: 'Goodbye!' },
  },
  de: {
    hello: 'hallo|guten tag|guten morgen|guten abend|moin|servus|grüß gott|hallo zusammen|grüezi',
    thanks:
      'danke|vielen dank|danke schön|dankeschön|danke sehr|besten dank|herzlichen dank|super danke|ok danke|alles klar|alles klar danke|gut danke|merci vielmals|das hat geholfen',
    bye: 'tschüss|auf wiedersehen|bis bald|schönen tag noch|ciao',
    answers: { hello: 'Hallo! Wie kann ich helfen?', thanks: 'Gern geschehen!', bye: 'Auf Wiedersehen!' },
  },
  fr: {
    hello: 'bonjour|salut|bonsoir|coucou|bonjour à tous',
    thanks:
      "merci|merci beaucoup|merci bien|un grand merci|super merci|ok merci|d'accord|d'accord merci|parfait merci",
    bye: 'au revoir|bonne journée|à bientôt|bonne soirée',
    answers: {
      hello: 'Bonjour ! Comment puis-je vous aider ?',
      thanks: 'Avec plaisir !',
      bye: 'Au revoir !',
    },
  },
  es: {
    hello: 'hola|buenos días|buenas|buenas tardes|buenas noches|qué tal',
    thanks:
      'gracias|muchas gracias|mil gracias|vale gracias|ok gracias|perfecto gracias|muchísimas gracias|vale',
    bye: 'adiós|hasta luego|chao|hasta pronto',
    answers: { hello: '¡Hola! ¿En qué puedo ayudar?', thanks: '¡De nada!', bye: '¡Hasta luego!' },
  },
  it: {
    hello: 'ciao|buongiorno|salve|buonasera|buon giorno|buona sera',
    thanks: 'grazie|grazie mille|molte grazie|ok grazie|perfetto grazie|va bene grazie|va bene',
    bye: 'arrivederci|buona giornata|a presto',
    answers: { hello: 'Ciao! Come posso aiutare?', thanks: 'Prego!', bye: 'Arrivederci!' },
  },
  pt: {
    hello: 'olá|oi|bom dia|boa tarde|boa noite',
    thanks: 'obrigado|obrigada|muito obrigado|muito obrigada|valeu|ok obrigado|ok obrigada|perfeito obrigado',
    bye: 'tchau|até logo|até mais|adeus',
    answers: { hello: 'Olá! Como posso ajudar?', thanks: 'De nada!', bye: 'Até logo!' },
  },
  nl: {
    hello: 'hoi|goedemorgen|goedemiddag|goedenavond|goedendag|dag allemaal',
    thanks: 'bedankt|dank je|dank u|dankjewel|dank u wel|heel erg bedankt|oke bedankt|top bedankt',
    bye: 'doei|tot ziens|fijne dag',
    answers: { hello: 'Hallo! Waarmee kan ik helpen?', thanks: 'Graag gedaan!', bye: 'Tot ziens!' },
  },
  pl: {
    hello: 'cześć|dzień dobry|dobry wieczór|witam|hej',
    thanks: 'dziękuję|dzięki|dziękuję bardzo|bardzo dziękuję|ok dzięki|super dzięki',
    bye: 'do widzenia|na razie|miłego dnia',
    answers: { hello: 'Dzień dobry! W czym mogę pomóc?', thanks: 'Nie ma za co!', bye: 'Do widzenia!' },
  },
  sv: {
    hello: 'hej hej|hejsan|god morgon|god dag|tjena',
    thanks: 'tack|tack så mycket|stort tack|ok tack|tusen tack',
    bye: 'hej då|ha en bra dag',
    answers: { hello: 'Hej! Hur kan jag hjälpa till?', thanks: 'Varsågod!', bye: 'Hej då!' },
  },
  da: {
    hello: 'goddag|godmorgen|godaften',
    thanks: 'tak|mange tak|tusind tak|ok tak',
    bye: 'farvel|hav en god dag',
    answers: { hello: 'Hej! Hvordan kan jeg hjælpe?', thanks: 'Selv tak!', bye: 'Farvel!' },
  },
  fi: {
    hello: 'hei|moi|terve|hyvää huomenta|hyvää päivää|moikka',
    thanks: 'kiitos|kiitti|paljon kiitoksia|kiitos paljon|ok kiitos',
    bye: 'näkemiin|hei hei|moi moi',
    answers: { hello: 'Hei! Miten voin auttaa?', thanks: 'Ole hyvä!', bye: 'Näkemiin!' },
  },
  cs: {
    hello: 'ahoj|dobrý den|dobré ráno|dobrý večer',
    thanks: 'děkuji|díky|děkuju|moc děkuji|mockrát děkuji|díky moc',
    bye: 'na shledanou|nashledanou|mějte se',
    answers: { hello: 'Dobrý den! Jak mohu pomoci?', thanks: 'Rádo se stalo!', bye: 'Na shledanou!' },
  },
  ro: {
    hello: 'bună|bună ziua|salutare|bună dimineața|bună seara',
    thanks: 'mulțumesc|mersi|mulțumesc mult|mulțumesc frumos|multumesc',
    bye: 'la revedere|o zi bună',
    answers: { hello: 'Bună ziua! Cu ce vă pot ajuta?', thanks: 'Cu plăcere!', bye: 'La revedere!' },
  },
  hu: {
    hello: 'szia|sziasztok|helló|jó napot|jó reggelt|jó estét|üdv',
    thanks: 'köszönöm|köszi|köszönöm szépen|nagyon köszönöm',
    bye: 'viszlát|viszontlátásra|szép napot',
    answers: { hello: 'Üdvözlöm! Miben segíthetek?', thanks: 'Szívesen!', bye: 'Viszontlátásra!' },
  },
  el: {
    hello: 'γεια|γεια σας|γεια σου|καλημέρα|καλησπέρα',
    thanks: 'ευχαριστώ|ευχαριστώ πολύ|σας ευχαριστώ',
    bye: 'αντίο|καλή συνέχεια',
    answers: { hello: 'Γεια σας! Πώς μπορώ να βοηθήσω;', thanks: 'Παρακαλώ!', bye: 'Αντίο!' },
  },
  tr: {
    hello: 'merhaba|selam|günaydın|iyi günler|iyi akşamlar',
    thanks: 'teşekkürler|teşekkür ederim|çok teşekkürler|sağ ol|sağolun|çok teşekkür ederim',
    bye: 'hoşça kal|görüşürüz|güle güle',
    answers: { hello: 'Merhaba! Nasıl yardımcı olabilirim?', thanks: 'Rica ederim!', bye: 'Görüşmek üzere!' },
  },
  ru: {
    hello: 'привет|здравствуйте|добрый день|доброе утро|добрый вечер|здравствуй',
    thanks: 'спасибо|большое спасибо|спасибо большое|благодарю|ок спасибо',
    bye: 'пока|до свидания|всего доброго',
    answers: { hello: 'Здравствуйте! Чем могу помочь?', thanks: 'Пожалуйста!', bye: 'До свидания!' },
  },
  uk: {
    hello: 'привіт|добрий день|доброго дня|доброго ранку|вітаю',
    thanks: 'дякую|дуже дякую|щиро дякую|спасибі',
    bye: 'до побачення|бувайте',
    answers: { hello: 'Вітаю! Чим можу допомогти?', thanks: 'Будь ласка!', bye: 'До побачення!' },
  },
  ar: {
    hello: 'مرحبا|السلام عليكم|أهلا|اهلا|صباح الخير|مساء الخير|هلا',
    thanks: 'شكرا|شكرا جزيلا|شكرا لك|مشكور|شكراً',
    bye: 'مع السلامة|إلى اللقاء',
    answers: { hello: 'مرحبًا! كيف يمكنني مساعدتك؟', thanks: 'على الرحب والسعة!', bye: 'مع السلامة!' },
  },
  he: {
    hello: 'שלום|היי|בוקר טוב|ערב טוב',
    thanks: 'תודה|תודה רבה|המון תודה',
    bye: 'ביי|להתראות',
    answers: { hello: 'שלום! איך אפשר לעזור?', thanks: 'בשמחה!', bye: 'להתראות!' },
  },
  hi: {
    hello: 'नमस्ते|नमस्कार|हैलो|namaste',
    thanks: 'धन्यवाद|शुक्रिया|बहुत धन्यवाद|dhanyavaad|shukriya',
    bye: 'अलविदा',
    answers: { hello: 'नमस्ते! मैं कैसे मदद कर सकता हूँ?', thanks: 'आपका स्वागत है!', bye: 'नमस्ते!' },
  },
  ja: {
    hello: 'こんにちは|おはようございます|こんばんは|はじめまして',
    thanks: 'ありがとう|ありがとうございます|ありがとうございました|どうも|わかりました',
    bye: 'さようなら|失礼します',
    answers: {
      hello: 'こんにちは。ご用件をどうぞ。',
      thanks: 'どういたしまして。',
      bye: 'ありがとうございました。',
    },
  },
  ko: {
    hello: '안녕|안녕하세요|안녕하십니까',
    thanks: '감사합니다|고마워요|고맙습니다|감사해요|네 감사합니다',
    bye: '안녕히 계세요|수고하세요',
    answers: { hello: '안녕하세요! 무엇을 도와드릴까요?', thanks: '천만에요!', bye: '안녕히 가세요!' },
  },
  zh: {
    hello: '你好|您好|嗨|早上好|下午好|晚上好|在吗',
    thanks: '谢谢|謝謝|谢谢你|谢谢您|多谢|好的谢谢|感谢',
    bye: '再见|拜拜|再見',
    answers: { hello: '您好！请问有什么可以帮您？', thanks: '不客气！', bye: '再见！' },
  },
  vi: {
    hello: 'xin chào|chào|chào bạn|chào shop',
    thanks: 'cảm ơn|cám ơn|cảm ơn bạn|cảm ơn nhiều',
    bye: 'tạm biệt',
    answers: { hello: 'Xin chào! Tôi có thể giúp gì cho bạn?', thanks: 'Không có gì!', bye: 'Tạm biệt!' },
  },
  id: {
    hello: 'halo|hai|selamat pagi|selamat siang|selamat sore|selamat malam',
    thanks: 'terima kasih|makasih|terima kasih banyak|terimakasih',
    bye: 'sampai jumpa|dadah',
    answers: { hello: 'Halo! Ada yang bisa saya bantu?', thanks: 'Sama-sama!', bye: 'Sampai jumpa!' },
  },
  th: {
    hello: 'สวัสดี|สวัสดีค่ะ|สวัสดีครับ',
    thanks: 'ขอบคุณ|ขอบคุณค่ะ|ขอบคุณครับ',
    bye: 'ลาก่อน',
    answers: { hello: 'สวัสดี มีอะไรให้ช่วยไหม', thanks: 'ด้วยความยินดี', bye: 'ลาก่อน' },
  },
}

const answers = new Map<string, string>()
for (const { answers: said, ...phrases } of Object.values(talk))
  for (const kind of ['hello', 'thanks', 'bye'] as const)
    for (const phrase of phrases[kind].split('|')) if (!answers.has(phrase)) answers.set(phrase, said[kind])

const longest = 60

/**
 * What is said back to a greeting, to thanks or to a goodbye that is all there is to a message; in its language. Null for
 * anything else: a question after a greeting is a question.
 */
export function answerSmallTalk(text: string): string | null {
  if (text.length > longest) return null
  const said = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return answers.get(said) ?? null
}
