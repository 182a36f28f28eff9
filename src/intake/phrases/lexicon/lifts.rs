//! Lifts, days of lifting, parts of the body and well-known programmes, in four languages.

use super::Meaning::{self, Body, Gym, Hard, Lift};
use crate::model::{Effort, Focus};

pub(super) const LISTS: &[(Meaning, &str)] = &[
    (
        Lift(Focus::Lower),
        "squat, back squat, front squat, goblet squat, split squat, bulgarian split squat, bulgarian, hack \
         squat, box squat, pistol squat, zercher squat, overhead squat, deadlift, dead lift, deads, dl, sumo, \
         sumo deadlift, romanian deadlift, romanian, rdl, stiff leg deadlift, trap bar, trap bar deadlift, \
         lunge, walking lunge, leg press, leg curl, leg extension, leg day, hip thrust, hip hinge, hinge, \
         glute bridge, calf raise, step up, good morning, nordic, nordic curl, ghr, sled, sled push, lower, \
         lower body, lower a, lower b, kniebeuge, kniebeugen, kreuzheben, ausfallschritte, beinpresse, \
         unterkorper, sentadilla, peso muerto, zancadas, souleve de terre, bas du corps, presse a cuisses, \
         wall sit, tren inferior, parte inferior, pierna, prensa de piernas, prensa, hip thrusts de cadera, bas de corps, fentes, \
         beintag, beintraining, beinbeuger, beinstrecker, wadenheben, hufttheben, dia de pierna, dia de piernas, jour jambes, \
         kreuzhebe, hack, gluteo, empuje de cadera, peso muerto rumano, sentadilla bulgara, estocadas, plyo, plyometrics, box jump, jump training",
    ),
    (
        Lift(Focus::Upper),
        "bench, bench press, press, push, pull, push day, pull day, ohp, overhead press, shoulder press, \
         military press, strict press, push press, incline, incline bench, incline press, dumbbell press, \
         row, barbell row, pendlay row, cable row, bent over row, upright row, pulldown, lat pulldown, pull \
         up, pullup, chin up, chinup, push up, pushup, press up, dip, curl, bicep curl, biceps curl, tricep \
         extension, skull crusher, lateral raise, face pull, fly, flye, muscle up, handstand, upper, upper \
         body, upper a, upper b, upper back, bankdrucken, klimmzuge, oberkorper, rudern am kabel, press de \
         banca, dominadas, tren superior, developpe couche, haut du corps, tractions, gymnastic rings, rings, \
         haut de corps, tren superior dia, parte superior, bankdrucke, schragbankdrucken, schulterdrucken, rudern mit hantel, latzug, latziehen, \
         liegestutze, uberkopfdrucken, militarpresse, seitheben, bizepscurl, trizepsdrucken, dips am barren, oberkorpertag, \
         pompes, rowing barre, tirage, developpe militaire, developpe, couche, press militar, press banca, remo con barra, \
         flexiones, fondos, jalon, jalones, empuje, tiron, dumbbell row, floor press, landmine press, farmer's carry, farmers carry, farmer carry, grip",
    ),
    (
        Lift(Focus::Core),
        "plank, side plank, situp, sit up, crunch, leg raise, hanging leg raise, russian twist, dead bug, ab \
         wheel, hollow hold, pallof press, l sit, gainage, bauch, rumpf, abdominales, abdos, abdo, planche, unterarmstutz, bauchtraining, rumpftraining, abdominaux, plancha, planchas",
    ),
    (
        Lift(Focus::FullBody),
        "full body, fullbody, full, whole body, total body, fbw, crossfit, cross fit, wod, kettlebell, kettle \
         bell, kb, kettlebell swing, swing, circuit, circuit training, clean, power clean, hang clean, clean \
         and jerk, clean jerk, jerk, snatch, power snatch, thruster, olympic lifting, olympic weightlifting, \
         olympic lifts, olympic, oly, weightlifting, hyrox, bodypump, body pump, les mills body pump, \
         strongman, turkish get up, tgu, burpee, functional, functional training, functional fitness, f 45, \
         orangetheory, orange theory, ppl, ganzkorper, ganzkorpertraining, ganzer korper, zirkel, eigengewicht, kugelhantel, olympisches gewichtheben, gewichtheben, kraftdreikampf, \
         cuerpo entero, todo el cuerpo, circuito, pesas rusas, halterofilia, calistenia, corps complet, tout le corps, \
         circuit training muscu, halterophilie, poids du corps, cuerpo completo, corps entier, stronglifts, strong \
         lifts, starting strength, madcow, texas method, gzclp, big three, big 3, sbd, powerlifting, power \
         lifting, calisthenics, zirkeltraining, p 90 x, insanity, body combat weights, phul, gslp, greyskull, \
         tactical barbell, murph, metcon, conditioning circuit, bodybalance strength",
    ),
    (
        Body(Focus::Lower),
        "leg, glute, hamstring, hammies, hams, quad, calf, calves, hip, ass, booty, butt, bum, thigh, \
         adductor, knee, ankle, beine, bein, po, waden, huften, jambe, cuisses, fessiers, mollets, piernas, \
         gluteos, gambe, posterior chain",
    ),
    (
        Body(Focus::Upper),
        "chest, back, shoulder, delt, arm, bicep, biceps, tricep, triceps, bis, tris, bi, tri, trap, lat, \
         pec, neck, forearm, gun, brust, rucken, schultern, schulter, arme, bizeps, trizeps, pecs, dos, \
         epaules, bras, poitrine, pecho, espalda, hombros, brazos",
    ),
    (Body(Focus::Core), "core, ab, abs, trunk, lower back, obliques, sixpack, midsection, belly"),
    (
        Gym,
        "strength, strength training, strength class, weights, weight, weight training, free weights, \
         lifting, lift, bodybuilding, barbell, barbell club, dumbbell, dumbell, resistance, resistance \
         training, iron, pump, body sculpt, toning, pt, personal training, personal trainer, pt session, \
         krafttraining, kraft, kraftsport, krafttrainings, kraftraum, gewichte, hanteln, hanteltraining, studiotraining, fitnesstraining, \
         renfo, renforcement, renforcement musculaire, renfo musculaire, salle de sport, salle de muscu, haltere, halteres, \
         entreno de fuerza, entrenamiento de fuerza, gym de fuerza, sala de pesas, mancuernas, gym, gym session, fitnessstudio, muckibude, mcfit, fitness first, \
         puregym, pure gym, musculation, muscu, salle, pesas, gimnasio, gimnasia, fuerza, gym class, studio, \
         s & c, bands, machines, 531, bbb, wendler, 5 / 3 / 1, 5 3 1, 5 5 5, smolov",
    ),
    (
        Hard(Effort::Heavy),
        "max effort, 1 rm, pr, pb, singles, doubles, triples, max out, testing, intensity, brutal, all out",
    ),
    (Hard(Effort::Moderate), "dynamic effort, speed work, technique, volume light"),
    (Hard(Effort::Light), "deload, rehab, prehab, recovery, active recovery, warm up, restorative"),
];
