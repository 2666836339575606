import type { Language } from './language.ts'

export const pt: Language = {
  code: 'pt',
  words: {
    human: [
      '(humano|humana|humanos|humanas|ser humano)',
      '(pessoa|pessoas|agente|atendente|operador|gente|ajuda|equipe|equipa|alguem|atendimento|assistente|suporte) (real|reais|humana|humano|de verdade|de carne e osso|viva|fisica|verdadeira)',
      '(verdadeira|verdadeiro) (pessoa|humano|atendente)',
      'alguem (que saiba|competente)',
    ],
    staff: [
      '(atendente|atendentes|agente|agentes|operador|operadora|consultor|consultora|representante|funcionario|funcionaria|tecnico|assessor|colega|colaborador|especialista|vendedor|recepcionista|assistente)',
      '(atendimento|servico|suporte|apoio) (ao|de|a) (cliente|clientes|consumidor)',
      '(suporte tecnico|sac|sua equipe|vossa equipa|a equipe|central de atendimento|recepcao)',
    ],
    boss: ['(gerente|chefe|supervisor|supervisora|superior|diretor|responsavel|encarregado|dono|patrao)'],
    somebody: ['(alguem|uma pessoa|outra pessoa|alguma pessoa|pessoa|pessoas)'],
    bot: ['(bot|bots|robo|robos|robot|chatbot|maquina|maquinas|computador|ia|programa|voce|ti)'],
    talk: [
      '(falar|falo|fala|conversar|conversa|comunicar|contactar|contatar|tratar|tc) (diretamente)? (com|a)?',
      '(ligar|telefonar) para',
      '(entrar|ficar|estar) em contato com',
    ],
    transfer: [
      '(me)? (transfira|transfere|transferir|conecte|conecta|conectar|passe|passa|passar|coloque|coloca|encaminhe|encaminha|encaminhar|direcione|redirecione|ligue|liga|chame|chama) (me)? (em contato)? (com|para|pra|ao|a|o|um|uma)',
    ],
    want: [
      '(quero|queria|gostaria|preciso|desejo|prefiro|exijo|solicito|queremos|necessito|quero que|me de|me da|da me|de me|traga|me traga) (de|da)? (ajuda de)?',
      '(posso|poderia|pode) (ter|receber)',
      '(ajuda|resposta) (de|da|do)',
    ],
    exists: ['(ha|tem|existe|existem|voces tem|tens|onde esta|onde estao|trabalham)'],
    request: [
      '(tem|ha|esta) (alguem|algum atendente|alguma pessoa) (ai|aqui|disponivel|online)',
      '^(ola|oi)? (tem)? alguem (ai|aqui)?$',
      '(falar|contatar|contactar|conversar) (com)? (o)? (suporte|apoio)',
      '(me liga|me ligue|me liguem|liga me|ligue me|ligar pra mim|ligar para mim|me ligar|me retornar|me chamar de volta)',
      '(pode|podem|poderia) (por favor)? (me)? (transferir|ligar|transferir me|ligar me)$',
    ],
    refusal: [
      '(cansado|cansada|farto|farta) (de|deste|desse|do) (falar com)? (bot|robo|chatbot|maquina|robos)',
    ],
    unclear: [
      '(como|onde) (posso|eu posso|faco para|consigo) (falar|entrar em contato|contactar|contatar|ligar) (com|para)? (voces|vocs|vc|a empresa)?',
      '(alguem) (pode|poderia|consegue) (me)? (ajudar|responder|atender|explicar)',
      '(preciso|quero) (de)? alguem (que|para)',
      '(fazer|abrir) uma reclamacao',
    ],
    challenge: [
      '(voce|vc|tu) (e|es|sao) (um|uma|mesmo|so|realmente|apenas)?',
      '(es|sois) (um|uma)',
      '(estou|to) (falando|conversando|a falar) com',
      '(falo) com (um|uma)',
      '(o que e|o que sao) (um|uma)?',
    ],
    mention: [
      '(recursos|direitos|erro|corpo|natureza) (humano|humanos|humana)',
      '(atendente|agente|operador|suporte|tecnico|consultor|alguem|funcionario|pessoa|colega|gerente|sac) (me|que me|ja|disse|falou|ontem|roubou|usou|nao me|nao) (disse|falou|prometeu|atendeu|explicou|ligou|meu|minha|informou|garantiu)?',
      '(agente|corretor) (imobiliario|de viagens|de seguros|de policia)',
      '(duas|dois|tres|quatro|cinco|seis|por|cada|2|3|4|5|6|mais|varias|outras) (pessoa|pessoas|atendentes)',
      '(ola|oi|bom dia|boa tarde|prezado|obrigado|boa noite) (atendente|suporte|equipe|sac)',
      '(assistente) (virtual|pessoal)',
    ],
    withdraws: ['(deixa pra la|deixe|esquece|esqueca|nao precisa mais|ja resolvi|nao importa|deixa)'],
    yes: [
      '^(sim|claro|ok|okay|ta|ta bom|esta bem|por favor|pode ser|com certeza|certo|quero|isso|pode|beleza|aceito|gostaria|bora|perfeito|sim por favor|blz|uhum|pode sim)',
    ],
    no: [
      '^(nao|agora nao|ainda nao|mais tarde|nao obrigado|nao obrigada|melhor nao)',
      '(nao obrigado|nao precisa|nao e necessario)',
    ],
    didNotHelp: [
      '(isso|isto|essa|esse) (nao|tambem nao|nem) (me|e|era|foi|funciona|ajuda|ajudou|resolve|resolveu|responde|serve|adianta|funcionou)',
      '(nao|nem) (me)? (funciona|funcionou|ajuda|ajudou|resolve|resolveu|respondeu|responde|entende|entendeu|adianta|adiantou|consigo acessar|consigo entrar|abre)',
      '(nao e|nao era|nao foi) (o que|isso|minha pergunta|a resposta|util|correto)',
      '(ja) (tentei|fiz|disse|falei|perguntei|expliquei|testei)',
      '(resposta|informacao) (errada|incorreta|inutil)',
    ],
    stillBroken: [
      '(continua|ainda) (nao|sem|o mesmo|a mesma|com o|igual|dando|com problema|com erro)',
      '(mesmo|mesma) (problema|erro|resposta|coisa|pergunta)',
    ],
    frustrated: [
      '(ridicul*|inaceitavel|frustr*|absurd*|inutil*|merda|porra|caralho|pessim*|horrivel|terrivel|cansad*|irritad*|furios*|estupid*|idiota|lixo|perda de tempo|decepcion*|vergonh*|palhacada|descaso|raiva|odeio)',
    ],
    thanks: [
      '(obrigado|obrigada|muito obrigado|muito obrigada|valeu|perfeito|otimo|resolvido|resolveu|agora funciona|funcionou|deu certo|brigado|vlw)',
    ],
    newTopic: [
      '(outra|nova|mais uma|ultima) (pergunta|coisa|duvida|questao)',
      '(outro|novo) (assunto|problema|tema)',
      '(alem disso|a proposito|mudando de assunto|outra coisa)',
    ],
    own: ['(meu|minha|meus|nosso|nossa|seu proprio)'],
    thing: ['(numero|telefone|email|endereco|horario|horarios|nome|imobiliario|virtual)'],
    thingBefore: [
      '(numero|telefone|email|endereco|horario|horarios|nome|custo|taxa|contato) (de|do|da|dos|para|de um|de telefone do)',
    ],
    not: ['(nao|nunca|sem|em vez de|ao inves de|nem|jamais|ninguem)'],
    evenSo: [
      '(por que|porque|porq)',
      '(nao) (posso|consigo|sei|entendo|ha|tem|encontro|acho|da para|da pra|poderia) (como|onde)?',
    ],
    begins: ['(eu|mas|posso|pode|poderia|e)'],
    filler: [
      '(por favor|pfv|agora|ja|imediatamente|urgente|um|uma|algum|alguma|o|a|os|as|com|de|do|da|seu|sua|ola|oi|outro|outra|me|eu|que|e|para|pra|verdadeiro|real|diretamente|direto|logo|ajuda|mesmo|aqui|so|apenas|obrigado|bom dia|boa tarde)',
    ],
    common: [
      '(e|esta|estou|sao|ser|tem|ter|foi|era|isso|isto|este|esse|se|te|lhe|nos|nao|sim|como|quando|onde|qual|quem|por|em|no|na|mas|ou|mais|muito|posso|pode|quero|tenho|fazer|meu|minha|sobre|sem|voce|voces|vc|ao|pelo|pela)',
    ],
    offering: [
      '(quer|gostaria|deseja|prefere|voce quer|voce gostaria|queres|quer que eu|gostarias) (que|de)?',
      '(posso|podemos|devo)',
      'se (voce)? (quiser|desejar|preferir)',
    ],
    promising: ['(vou|vamos|estou|irei|ja|acabei de|estamos) (te|lhe|o|a)?', '(sera|seu|sua|foi)'],
    handsYou: [
      '(transferir|transferindo|conectar|conectando|encaminhar|encaminhando|encaminhei|passar|passando|transferido|transferida|encaminhado|encaminhada|falar|direcionar|direcionando|colocar|avisei|notificado) (voce|te|com|para|a|seu|sua|o|em contato com)?',
    ],
    willContact: [
      '(entrara|entrarao|vai entrar|ira entrar) em contato',
      '(retornara|respondera|responderao|vai responder|vai te|ira te|te ligara|ligara|vai ligar|atendera|ajudara) (em breve|logo|ajudar|responder|atender|ligar)?',
    ],
    doesNotKnow: [
      'nao (sei|entendi|compreendi)$',
      'nao sei (como|se|quando|responder|a resposta|dizer)',
      'nao entendi (a sua|sua|bem|o que)',
      'nao (tenho|temos|disponho de|encontrei|encontro|ha|consegui encontrar) (essa|a|uma|nenhuma)? (informacao|informacoes|resposta|dados|resultados|nada)',
      'nao (posso|consigo|podemos) (ajudar|te ajudar|ajuda lo|responder|encontrar)',
      'nao (tenho certeza|estou certo|estou seguro)',
      '(nenhum resultado|algo deu errado|ocorreu um erro)',
    ],
    clarifies: [
      '(pode|poderia|voce pode) (por favor)? (me)? (dar|dizer|informar|verificar|confirmar|reformular|repetir)',
      '(informe|verifique|me diga)',
      'qual (e)? (o|a|seu)',
    ],
    sendsElsewhere: [
      '(entre em contato|fale|ligue|contate|contacte|procure|escreva) (com|para)? (o|nosso|nossa|a)? (nosso|suporte|atendimento|equipe|central|servico|sac)',
    ],
    condition: ['(se|quando|assim que|depois|apos)'],
  },
}
