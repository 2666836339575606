import type { Language } from './language.ts'

/** Indonesian; much of it is Malay too. */
export const id: Language = {
  code: 'id',
  words: {
    human: [
      '(manusia)',
      '(orang|manusia|agen|petugas|staf|tim|seseorang|cs|admin) (yang)? (nyata|asli|sungguhan|sejati|beneran|sebenarnya|betulan|hidup)',
      '(orang|seseorang) (lain|betulan)',
    ],
    staff: [
      '(agen|petugas|operator|staf|staff|customer service|cs|admin|konsultan|penasihat|perwakilan|karyawan|teknisi|pegawai|resepsionis|ejen|wakil)',
      '(layanan|khidmat|pelayanan) (pelanggan|konsumen)',
      '(tim dukungan|tim support|tim anda|tim kalian|bagian layanan)',
    ],
    boss: ['(manajer|manager|atasan|bos|pimpinan|supervisor|penyelia|pengurus)'],
    somebody: ['(seseorang|orang|siapa saja|siapapun)'],
    bot: ['(bot|robot|chatbot|mesin|komputer|ai|program|kamu|anda|robot)'],
    talk: [
      '(bicara|berbicara|ngobrol|mengobrol|berbincang|chat|chatting|ngomong|berkomunikasi|bercakap|bercakap cakap|cakap|diskusi) (langsung)? (dengan|sama|dgn|ke|kepada)?',
      '(menghubungi|hubungi|terhubung|kontak|tersambung) (dengan|ke)?',
    ],
    transfer: [
      '(hubungkan|sambungkan|alihkan|pindahkan|teruskan|menghubungkan|menyambungkan|mengalihkan|transfer|bawakan|berikan|panggilkan) (saya|aku|kami|ini)? (langsung)? (ke|dengan|pada|kepada|sama)?',
    ],
    want: [
      '(ingin|mau|butuh|perlu|minta|membutuhkan|memerlukan|pengen|beri saya|kasih saya|tolong panggilkan|menginginkan|bantuan dari|mohon)',
      '(bisakah|bisa|boleh|bolehkah|dapatkah) (saya|aku)',
    ],
    exists: ['(apakah ada|adakah|ada|di mana|dimana)'],
    request: [
      '(ada|adakah|apakah ada) (orang|seseorang|yang) (di sana|di sini|disini|disana|online|di situ)',
      '(tolong|bisa|bisakah|mohon|boleh)? (telepon|hubungi|telpon) (saya|aku) (kembali|balik|sekarang)?$',
      '(tolong|mohon) (hubungkan|sambungkan|alihkan) (saya)?$',
    ],
    refusal: ['(bosan|capek|muak) (dengan|sama|bicara dengan) (bot|robot)'],
    unclear: [
      '(bagaimana|gimana) (cara|saya|caranya) (menghubungi|bisa menghubungi|hubungi) (anda|kalian|kamu)?',
      '(ada yang|adakah yang|apakah ada yang|bisakah seseorang|seseorang) (bisa)? (bantu|membantu|menjawab)',
      '(butuh|perlu) seseorang',
    ],
    challenge: [
      '(apakah)? (kamu|anda|ini|apa kamu) (adalah|hanya|hanyalah|seorang|sebuah|benar benar|beneran|itu)?',
      '(apakah)? (saya|aku) (sedang)? (berbicara|bicara|chat|ngobrol) (sekarang)? (dengan)',
      '(apa itu|siapa)',
    ],
    mention: [
      '(sumber daya|hak asasi|kesalahan|hak) manusia',
      '(agen|petugas|seseorang|cs|operator|admin|staf|orang) (bilang|mengatakan|berkata|sudah|mencuri|yang|kemarin|tadi|menjanjikan|itu)',
      '(dua|tiga|empat|lima|per|2|3|4|5|6|beberapa|setiap|untuk) (orang)',
      '(agen) (properti|asuransi|perjalanan|travel)',
      '(halo|hai|hi|terima kasih) (admin|cs|min|tim)',
    ],
    withdraws: ['(tidak jadi|gak jadi|lupakan|sudah bisa|abaikan|tidak apa apa|ga jadi|nggak jadi)'],
    yes: [
      '^(ya|iya|ok|oke|okay|boleh|tentu|silakan|silahkan|baik|mau|ya tolong|tolong|setuju|siap|yup|bisa|baiklah)',
    ],
    no: [
      '^(tidak|nggak|gak|ga|tidak usah|tidak perlu|belum|nanti|jangan|tidak terima kasih)',
      '(tidak usah|tidak perlu|gak usah)',
    ],
    didNotHelp: [
      '(itu|ini) (tidak|belum|bukan|gak|nggak|ga) (membantu|menjawab|bekerja|berfungsi|berhasil|benar|yang saya|bisa|menyelesaikan)',
      '(tidak|gak|nggak|belum) (membantu|menjawab|berfungsi|berhasil|mengerti|paham|jalan) (saya|pertanyaan)?',
      '(bukan) (itu|yang saya) (maksud|tanyakan|tanya|yang saya)?',
      '(jawaban|masalah) (yang)? (salah|sama)',
      '(sudah|udah) (saya)? (coba|dicoba|bilang|lakukan|tanya|mencoba)',
      '(kamu|anda) (tidak|gak|nggak) (mengerti|paham|membantu|menjawab)',
    ],
    stillBroken: ['(masih|tetap) (tidak|belum|sama|gak|error|rusak|nggak|ga|bermasalah)'],
    frustrated: [
      '(konyol|frustr*|kesal|marah|jengkel|bodoh|tolol|goblok|parah|payah|tidak berguna|gak guna|sialan|brengsek|kecewa|mengecewakan|buang waktu|menyebalkan|capek|muak|anjing)',
    ],
    thanks: [
      '(terima kasih|makasih|trims|thanks|mantap|sempurna|sudah berhasil|berhasil|sudah bisa|selesai|bagus|trimakasih)',
    ],
    newTopic: ['(pertanyaan|hal|masalah|topik) (lain|baru|berbeda)', '(ngomong ngomong|selain itu|oh ya)'],
    own: [],
    thing: ['(saya|properti|asuransi)'],
    thingBefore: ['(nomor|telepon|alamat|email|jam|nama|nomor telepon|jam kerja|biaya|no)'],
    not: ['(tidak|jangan|bukan|tanpa|gak|nggak|ga|tak|tidak perlu|daripada|ndak)'],
    evenSo: ['(kenapa|mengapa)', '(tidak|gak|nggak) (bisakah|bisa|tahu|dapat|tau) (saya|bagaimana|cara)?'],
    begins: ['(saya|aku|tapi|bisakah|bisa|dan|kami)'],
    filler: [
      '(tolong|mohon|sekarang|segera|dengan|sama|ke|yang|seorang|seseorang|saya|aku|kami|halo|hai|nyata|asli|langsung|lain|ya|dong|saja|aja|ini|dan|atau|bantuan|dari|cepat|kalian|anda|kak|min|lah|dgn|untuk)',
    ],
    common: [
      '(ada|adalah|di|ke|dari|untuk|pada|yang|apa|apakah|bagaimana|kapan|kenapa|siapa|mana|ini|itu|tidak|sudah|belum|akan|bisa|dan|atau|tapi|jika|kalau|saya|kamu|anda|mereka|dia|kita|kami|juga|sangat|lebih|nya|mau)',
    ],
    offering: [
      '(apakah)? (anda|kamu) (ingin|mau|perlu|butuh|bersedia)',
      '(bolehkah|bisakah|apakah|perlukah|maukah) (saya|kami)',
      '(jika|kalau) (anda|kamu) (mau|ingin|bersedia)',
      '(saya|kami) (bisa|dapat)',
      '(mau|ingin) saya',
    ],
    promising: [
      '(saya|kami) (akan|sedang|sudah|telah)',
      '(permintaan|anda|mohon tunggu) (akan|telah|sedang)?',
    ],
    handsYou: [
      '(menghubungkan|hubungkan|sambungkan|menyambungkan|mengalihkan|alihkan|meneruskan|teruskan|diteruskan|dialihkan|dihubungkan|berbicara|bicara|disambungkan) (anda|kamu|ke|dengan|kepada)?',
    ],
    willContact: [
      '(akan) (segera)? (menghubungi|membalas|membantu|menelepon|merespon|menjawab|kembali|mengambil alih) (anda|kamu|segera)?',
    ],
    doesNotKnow: [
      '(tidak|belum|kurang|gak) (tahu|memiliki|punya|menemukan|bisa|dapat|mengerti|yakin|paham|ada|ditemukan) (informasi|jawaban|membantu|menjawab|tentang|data|pasti)?',
      '(terjadi kesalahan|ada yang salah)',
    ],
    sendsElsewhere: [
      '(silakan|silahkan|mohon|harap) (hubungi|menghubungi|kontak|telepon) (layanan|tim|kami|customer|cs|pusat|bagian)?',
    ],
    condition: ['(jika|kalau|setelah|ketika|apabila)'],
  },
}
