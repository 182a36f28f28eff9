//! Other sport and classes, by what they do to the legs.

use super::Meaning::{self, ClubRun, LegSport, Match, Mobility, Run, Spares};
use crate::model::Effort;

pub(super) const LISTS: &[(Meaning, &str)] = &[
    (
        LegSport(Effort::Heavy),
        "hiit, hit, tabata, bootcamp, boot camp, spin, spin class, spinning, rpm, peloton, indoor cycling, \
         indoor cycle, soul cycle, soulcycle, turbo, turbo trainer, wattbike, zwift, bike intervals, cycling \
         intervals, sprint class, football, soccer, futsal, footy, afl, 5 a side, five a side, 7 a side, \
         seven a side, 6 a side, 11 a side, walking football league, rugby, touch rugby, touch, tag rugby, \
         hockey, field hockey, ice hockey, floorball, unihockey, lacrosse, basketball, bball, hoops, \
         handball, netball, volleyball, beach volleyball, volley, korfball, tennis, padel, paddle tennis, \
         pickleball, badminton, squash, squash court, racquetball, racketball, boxing, kickboxing, kick \
         boxing, muay thai, thai boxing, judo, karate, taekwondo, tae kwon do, martial arts, martial art, \
         mma, bjj, jiu jitsu, jiujitsu, brazilian jiu jitsu, grappling, wrestling, wrestle, sparring, krav \
         maga, capoeira, fencing, ultimate, ultimate frisbee, frisbee, roller derby, parkour, trampolining, \
         gymnastics, american football, aussie rules, gaelic football, gaelic, hurling, camogie, les mills \
         body attack, body attack, body combat, bodycombat, bodyattack, grit, step class, step aerobics, box \
         fit, boxfit, boxercise, ski touring, cross country skiing, xc skiing, nordic skiing, speed skating, \
         mountain biking, mountain bike, mtb, cyclocross, bmx, fussball, fussballtraining, fussballspiel, handballtraining, basketballtraining, volleyballtraining, tennistraining, \
         hockeytraining, boxtraining, kampfsport, kampfkunst, ringen, eishockey, foot, football americain, sport de combat, \
         arts martiaux, lutte, escrime, gymnastique, cours de spinning, futbol sala, futbito, balonmano, voleibol, voley, artes marciales, \
         lucha libre, esgrima, futbol, baloncesto, basket, \
         tenis, boxen, boxeo, boxe, lucha, turnen, stair climber, stairmaster, stair master, stairs, \
         triathlon, tri club, tri training, duathlon, ninja, obstacle course, ocr, cheerleading, cheer, \
         ballet, sprinting, sprints, hill sprints, agility, trekking with pack, ruck, rucking",
    ),
    (
        LegSport(Effort::Moderate),
        "aerobics, aqua aerobics, zumba, dance, dancing, salsa, bachata, tango, ballroom, hip hop, jazz \
         dance, tap, line dancing, barre, hike, hiking, trekking, hill walk, hill walking, mountain, \
         mountains, bike, bike ride, biking, cycling, cycle, cycle ride, ride, bike commute, cycle commute, \
         road bike, road cycling, gravel, gravel ride, e bike, ski, skiing, snowboarding, snowboard, skating, \
         ice skating, inline skating, inline, rollerblading, skateboarding, skate, rowing, erg, rower, row \
         machine, rowing machine, crew, elliptical, cross trainer, crosstrainer, cardio, cardio class, \
         skipping, jump rope, rope skipping, fitness class, class pass, group fitness, exercise class, \
         cricket, baseball, softball, table tennis dance, surfing, surf, windsurfing, kitesurfing, kite, \
         wakeboarding, horse riding, horseriding, riding, equestrian, dressage, nordic walking, speed \
         walking, power walking, race walking, rad, radfahren, radtour, rennrad, fahrrad, ergometer, heimtrainer, crosstrainer training, inlineskaten, skitour, langlauf, \
         velo, vtt, cyclisme, sortie velo, home trainer, velo elliptique, marche rapide, patinage, patin, equitacion, esqui, remar, \
         patinaje, aerobic, eliptica, bici estatica, bici, bicicleta, ciclismo, \
         tanzen, tanz, danse, baile, wandern, senderismo, randonnee, reiten, equitation, rudern, aviron, \
         remo, skifahren, aquafit, water aerobics, aqua, pole, pole dance, pole dancing, trampoline, aerial, \
         circus, gardening heavy, assault bike, air bike, treadmill walk, orienteering walk",
    ),
    (
        Spares,
        "swim, swimming, swim class, aqua jogging, water polo, masters swim, lane swim, climbing, climb, rock \
         climbing, indoor climbing, bouldering, boulder, walk, walking, dog walk, stroll, golf, driving \
         range, archery, darts, bowling, bowls, snooker, pool, pool table, billiards, table tennis, ping \
         pong, kayak, kayaking, canoe, canoeing, paddling, sup, paddleboarding, dragon boat, sailing, \
         shooting, diving, scuba, aikido light, fishing, schwimmen, schwimmtraining, schwimmbad, spazierengehen, golfen, klettern, bouldern, spazieren, \
         spaziergang, nage, nager, natation, aquagym douce, escalade, bloc, promenade, piscine, natacion, escalada, piscina, nadar, caminar, marche, \
         tischtennis, curling, croquet, petanque, boules, arm bike, ski erg, battle ropes",
    ),
    (
        Mobility,
        "yoga, hot yoga, power yoga, yin yoga, yin, vinyasa, ashtanga, bikram, hatha, pilates, reformer, \
         reformer pilates, stretch, stretching, mobility, mobility work, foam, foam roll, foam rolling, \
         flexibility, physio, physiotherapy, physical therapy, tai chi, taichi, qigong, qi gong, feldenkrais, \
         alexander technique, sun salutation, bodybalance, body balance, romwod, gowod, dehnen, dehnung, stretchen, faszien, faszienrolle, beweglichkeit, physiotherapie, krankengymnastik, etirement, \
         souplesse, kine, kinesitherapie, estiramiento, flexibilidad, fisio, fisioterapia, mobilitat, \
         mobilite, etirements, estiramientos, movilidad, gyrotonic, breathwork",
    ),
    (
        Match,
        "match, match day, matchday, game, game day, gameday, fixture, derby, cup, cup tie, league match, \
         league game, home game, away game, tournament, competition, comp, meet, spiel, punktspiel, turnier, \
         wettkampf, ligaspiel, heimspiel, auswartsspiel, partido, partido de liga, torneo, competicion, competition de force, tournoi, playoff, playoffs, friendly, scrimmage, bout, final",
    ),
    (
        ClubRun,
        "parkrun, park run, run club, running club, club run, track club, group run, run group, running group, \
         social run, hash, lauftreff, laufgruppe, lauftraining, laufverein, laufclub, club de course, course club, course en club, course en groupe, \
         sortie club, groupe de course, club de correr, club de corredores, entreno de club, quedada para correr, grupo de correr, club de running",
    ),
    (
        Run,
        "run, running, jog, jogging, intervals, tempo, tempo run, long run, easy run, \
         track, track session, fartlek, treadmill, hill repeats, laufen, \
         lauf, joggen, dauerlauf, intervalle, tempolauf, langer lauf, fahrtspiel, sortie longue, fractionne, seuil, tirada larga, trote, rodaje, \
         series, course a pied, footing, correr, carrera, couch to 5 k, c 25 k, strides, \
         trail run, trail running, athletics, canicross, orienteering, sprint intervals, speedwork, vo \
         2 max",
    ),
];
