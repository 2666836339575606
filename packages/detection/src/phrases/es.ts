import type { Language } from './language.ts'

export const es: Language = {
  code: 'es',
  words: {
    human: [
      '(humano|humana|humanos|humanas|ser humano|seres humanos)',
      '(persona|personas|agente|asesor|operador|gente|ayuda|equipo|alguien|asistencia|empleado|atencion) (real|reales|humana|humano|humanas|de verdad|de carne y hueso|viva|fisica|verdadera)',
      '(verdadera|verdadero|autentica) (persona|humano|agente)',
      '(equipo|alguien) (real|mas|con cerebro|competente|que sepa)',
    ],
    staff: [
      '(agente|agentes|asesor|asesora|asesores|operador|operadora|operadores|representante|representantes|ejecutivo|ejecutiva|empleado|empleada|tecnico|tecnica|colega|companero|companera|consultor|teleoperador|teleoperadora|recepcionista|especialista|trabajador)',
      '(atencion|servicio|soporte) (al|a|de) (cliente|clientes|usuario)',
      '(soporte tecnico|servicio tecnico|su equipo|tu equipo|el equipo|vuestro equipo|recepcion|departamento de ventas|mesa de ayuda)',
    ],
    boss: [
      '(gerente|jefe|jefa|supervisor|supervisora|encargado|encargada|director|directora|superior|responsable|dueno)',
    ],
    somebody: ['(alguien|una persona|otra persona|alguna persona|algun companero|persona|personas|alguno)'],
    bot: [
      '(bot|bots|robot|robots|chatbot|maquina|maquinas|computadora|ordenador|ia|contestadora|programa|contigo|ti|usted)',
    ],
    talk: [
      '(hablar|hable|hablarle|conversar|chatear|charlar|comunicarme|comunicarse|comunicar|contactar|contactarme|platicar|dialogar|tratar|habla|hablo|comunicarnos) (directamente)? (con|a)?',
      '(contactar|llamar|localizar)',
      '(ponerme|estar|entrar) en (contacto|comunicacion) con',
    ],
    transfer: [
      '(conectame|conecteme|conectarme|comunicame|comuniqueme|pasame|paseme|pasarme|transfiereme|transfierame|transferirme|derivame|derivarme|deriveme|ponme|pongame|ponerme|redirigeme|redirigirme|enviame|mandame|conectar|transferir|pasar|cambiame|conectenme|pasenme|comuniquenme) (en contacto|en comunicacion)? (con|a|al)?',
      '(me) (conecta|conectas|pasa|pasas|comunica|comunicas|transfiere|transfieres|deriva|puede pasar|puedes pasar|pueden pasar|puede comunicar|pueden comunicar|puedes comunicar|podria comunicar|pone|pones) (con|a|en contacto con)?',
    ],
    want: [
      '(quiero|quisiera|necesito|deseo|prefiero|exijo|solicito|queremos|necesitamos|me gustaria|busco|dame|deme|denme|traeme|traigame|necesitaria|preferiria) (que me atienda|que me ayude|la ayuda de|ayuda de|que me llame)?',
      '(puedo|podria|puede|me puede) (tener|atender|dar)',
      '(ayuda|respuesta) de',
    ],
    exists: ['(hay|existe|tienen|tienes|tiene|donde esta|donde estan|no hay|trabajan)'],
    request: [
      '(hay|esta) (alguien|alguna persona|alguno) (ahi|aqui|disponible|en linea|por ahi|alli)',
      '^(hola)? (hay)? alguien (ahi|aqui)?$',
      '(hablar|contactar|comunicarme) (con)? (el)? soporte',
      '(llamame|llameme|llamenme|llamadme)',
      '(pueden|puede|puedes|podrian|podria|podrias) (por favor)? (llamarme|transferirme|comunicarme|pasarme|llamarnos)$',
      '(pueden|puede|puedes|podrian|podria|podrias) (por favor)? (llamarme|llamarnos|devolverme la llamada)',
      '(me) (pueden|puede|puedes|podrian|podria|podrias) (por favor)? (llamar|devolver la llamada)',
      '(quiero|necesito|solicito) (que me llamen|que me llame|una llamada|que alguien me llame|que me devuelvan la llamada)',
    ],
    refusal: [
      '(harto|harta|cansado|cansada) (de|del) (este|esta|hablar con un|hablar con una|hablar con)? (bot|robot|chatbot|maquina|maquinas|robots)',
      '(quiten|quita|apaga|apaguen|desactiva) (el|este|ese) (bot|robot|chatbot)',
    ],
    unclear: [
      '(como|donde) (puedo|podria|los|me) (contactarlos|contactarles|contactarte|comunicarme|contactar|llamarlos|contacto|llamar) (con ustedes|con vosotros|a ustedes)?',
      '(alguien) (me)? (puede|podria|que me) (ayudar|ayudarme|ayude|responder|explicar|atender)',
      '(necesito|quiero) (a)? alguien que',
      '(poner|presentar|hacer) una (queja|reclamacion)',
    ],
    challenge: [
      '(eres|es usted|es|sos|son ustedes|son|usted es|tu eres) (un|una|realmente|solo|de verdad|humano|real|acaso)?',
      '(estoy|estare) hablando con',
      '(hablo|hable) (con) (un|una)? (persona|humano|robot|bot)? (o)',
      '(que|quien) (es|eres|son) (un|una)?',
    ],
    mention: [
      '(recursos|derechos|error|cuerpo|capital|relaciones) (humano|humanos|humanas)',
      '(agente|asesor|operador|representante|soporte|tecnico|atencion al cliente|alguien|empleado|persona|companero|gerente|ejecutivo|asesora|servicio al cliente) (me|que me|le|nos|dijo|ya|ya me|no me|robo|uso) (dijo|ha|dijeron|comento|prometio|atendio|explico|robo|llamo|dio|informo|aseguro|confirmo|colgo|mi|la)',
      '(agente|agentes) (inmobiliario|inmobiliaria|de viajes|de seguros|de aduanas|de policia|virtual)',
      '(dos|tres|cuatro|cinco|seis|por|cada|2|3|4|5|6|mas|varias|otras) (persona|personas|agentes)',
      '(hola|estimado|estimados|gracias|buenas) (agente|soporte|equipo|asesor|servicio al cliente)',
      '(pregunta|preguntale|dile|digale) (al|a) (agente|asesor|gerente|encargado)',
      '(asistente) (virtual|personal)',
    ],
    withdraws: [
      '(olvidalo|olvidelo|dejalo|dejelo|no importa|ya no|ya lo solucione|ya esta|da igual|ya no hace falta)',
    ],
    yes: [
      '^(si|sii|sip|claro|ok|okay|vale|por supuesto|por favor|dale|de acuerdo|bueno|adelante|perfecto|esta bien|me gustaria|desde luego|seguro|hazlo|hagalo|si por favor|claro que si|venga|sale|obvio)',
    ],
    no: [
      '^(no|nop|todavia no|aun no|ahora no|no gracias|mas tarde|luego|prefiero seguir|mejor no)',
      '(no gracias|no hace falta|no es necesario|sigamos)',
    ],
    didNotHelp: [
      '(eso|esto|ese|lo que dices) (no|tampoco) (me|es|era|lo|le|responde|funciona|sirve|ayuda|soluciona|resuelve|tiene) (ayuda|sirve|ayudo|sirvio|lo que|mi pregunta|correcto|cierto|resuelve|soluciona|responde|funciona|sentido|util|nada)?',
      '(no|sigue sin|siguen sin|sigo sin|tampoco) (me)? (funciona|funcionar|funciono|sirve|sirvio|ayuda|ayudo|respondes|responde|respondio|entiendes|entiende|entendiste|poder|resuelve|soluciona|puedo entrar|carga)',
      '(no es|no era|no fue) (lo que|eso|mi pregunta|correcto|la respuesta|util)',
      '(ya) (lo)? (intente|hice|probe|dije|pregunte|explique|he intentado|he probado|lo hice|te dije|le dije|te lo dije|he hecho)',
      '(respuesta|informacion) (incorrecta|equivocada|erronea|inutil)',
      '(no) (pregunte|pedi|dije|te pregunte) (eso|por eso)',
      '(estas repitiendo|te repites|se repite|repites lo mismo)',
    ],
    stillBroken: [
      '(sigue|siguen|continua) (igual|sin|el mismo|la misma|fallando|el problema|pasando)',
      '(el mismo|la misma|otra vez lo mismo|lo mismo|misma) (problema|respuesta|error|pregunta|de antes)?',
    ],
    frustrated: [
      '(ridiculo|inaceptable|frustr*|molest*|inutil*|mierda|carajo|joder|puta|verguenza|pesimo|pesima|horrible|terrible|harto|harta|enojad*|furios*|indignad*|estupid*|idiota|basura|porqueria|perdida de tiempo|decepcion*|absurdo|desesper*|coño|cabread*)',
    ],
    thanks: [
      '(gracias|muchas gracias|mil gracias|perfecto|genial|excelente|solucionado|resuelto|ya funciona|funciono|me sirvio|me ayudo|listo)',
    ],
    newTopic: [
      '(otra|nueva|diferente|ultima) (pregunta|cosa|consulta|duda|tema)',
      '(otro|nuevo) (tema|problema|asunto)',
      '(ademas|por cierto|aparte|cambiando de tema|algo mas)',
    ],
    own: ['(mi|mis|su propio|nuestro|nuestra)'],
    thing: ['(numero|telefono|email|correo|direccion|horario|horarios|nombre|inmobiliario|virtual)'],
    thingBefore: [
      '(numero|telefono|email|correo|direccion|horario|horarios|nombre|costo|tarifa|contacto) (de|del|de la|de un|de su|para|de atencion del|de telefono de|de telefono del)',
    ],
    not: ['(no|nunca|sin|en lugar de|en vez de|ni|tampoco|nadie)'],
    evenSo: [
      '(por que|porque|no hay|no puedo|no se puede|no se|no entiendo|no encuentro|no logro|no tienen|no tienes|no tiene|no podria|no consigo|no me puede|no me puedes|no me pueden) (no)? (puedo|como|donde)?',
    ],
    begins: ['(yo|pero|puedo|puede|podria|y|sino|puedes|por favor)'],
    filler: [
      '(por favor|porfa|ahora|ya|ahora mismo|inmediatamente|urgente|un|una|algun|alguna|el|la|los|las|con|a|al|de|del|su|tu|hola|buenas|otro|otra|me|mi|yo|que|y|verdadero|real|directamente|en|linea|vivo|solo|solamente|mejor|ayuda|gracias|mismo|pronto|rapido|aqui)',
    ],
    common: [
      '(es|esta|estoy|este|esto|eso|son|ser|hay|ha|he|han|lo|le|se|te|les|nos|no|si|como|cuando|donde|cual|quien|por|para|en|pero|o|mas|muy|puedo|puede|quiero|tengo|tiene|hacer|fue|era|mis|sus|tus|sobre|sin|necesito|quisiera)',
    ],
    offering: [
      '(quieres|quiere|desea|deseas|quisiera|prefieres|prefiere|te gustaria|le gustaria|necesitas|necesita|gustas) (que)?',
      '(puedo|podemos|podria|debo)',
      '(si) (lo)? (desea|deseas|quiere|quieres|prefiere|prefieres|gusta)',
    ],
    promising: [
      '(te|le|lo|la|les) (voy|vamos|estoy|conecto|transfiero|paso|comunico|he|hemos|pondre|conectare|transferire|comunicare|pasare|derivo)',
      '(voy|vamos|estoy|he|hemos|sera|seras|ha sido)',
    ],
    handsYou: [
      '(conectar*|conectando*|conecto|transferir*|transfiero|transfiriendo*|paso|pasar*|pasando*|comunico|comunicar*|comunicando*|derivo|derivar*|derivado|pongo|ponerte|ponerle|hablar|conectare|transferire|comunicare|pasare|transferido|escalado|notificado|avisado|informado|pase|conecte|comunique|transfiera|derive|ponga) (a|con|tu|su|al|en contacto con|el|la)?',
    ],
    willContact: [
      '(te|le|les|se) (contactara|contactaran|respondera|responderan|llamara|llamaran|atendera|atenderan|escribira|ayudara|comunicara|pondra|pondran|va a contactar|van a contactar|estara)',
    ],
    doesNotKnow: [
      'no (lo)? (se|entiendo|entendi|he entendido|conozco)$',
      'no (lo)? (se|conozco) (la respuesta|como|si|que|cual|cuando|eso)',
      'no (entiendo|entendi|he entendido) (tu|su|la|bien)',
      'no (tengo|dispongo|dispongo de|cuento con|tenemos|encuentro|encontre|he encontrado|hay|pude encontrar) (esa|la|una|ninguna)? (informacion|respuesta|datos|resultados|nada)',
      'no (puedo|podemos|pude) (ayudarte|ayudarle|responder|responderte|responderle|encontrar)',
      'no estoy (muy)? (seguro|segura)',
      '(algo salio mal|ocurrio un error)',
    ],
    clarifies: [
      '(puedes|puede|podrias|podria) (por favor)? (darme|indicarme|decirme|verificar|confirmar|facilitarme|reformular|repetir)',
      '(indicame|indiqueme|dime|digame|verifica|verifique)',
      'cual es (tu|su|el)',
    ],
    sendsElsewhere: [
      '(contacta|contacte|comunicate|comuniquese|llama|llame|escribe|escriba|ponte en contacto|pongase en contacto|dirijase|acude) (por favor)? (a|con|al) (nuestro|el|la|nuestra|servicio|soporte|atencion)',
    ],
    condition: ['(si|cuando|una vez|despues|en cuanto|antes)'],
  },
}
