//! Appointments that are no training, work, and words that say nothing.

use super::Meaning::{self, Night, Plain, Spares, Work};

pub(super) const LISTS: &[(Meaning, &str)] = &[
    (
        Spares,
        "choir, chess, piano, guitar, band practice, orchestra, language class, spanish class, german class, \
         french class, english class, book club, church, mass, meditation, therapy, massage, sauna, dentist, \
         doctor, appointment, date night, dinner, pub quiz, pub, quiz, board game, board games, cinema, \
         theatre, drinks, babysitting, kids, school run, homework, chor, study, studying, painting, pottery, \
         drama, scouts, volunteering, cooking, shopping, haircut, chiro, chiropractor, osteo, acupuncture",
    ),
    (
        Night,
        "night shift, night shifts, nightshift, nachtschicht, nachtdienst, equipe de nuit, poste de nuit, turno de noche, \
         turno nocturno",
    ),
    (
        Work,
        "shift, early shift, late shift, day shift, work, job, office, meeting, school, lecture, \
         lectures, commute, commuting, uni, arbeit, schicht, buro, travail, bureau, trabajo, \
         oficina, on call, nursery drop, drop off",
    ),
    (
        Plain,
        "day, class, classes, session, training, workout, work out, practice, practise, club, team, group, course, \
         lesson, league, sunday league, saturday league, social, with, and, the, a, an, my, our, of, in, at, for, \
         to, on, or, plus, n, jeden, jede, jeder, cada, chaque, tous, toutes, um, am, vom, zum, au, aux, les, des, \
         un, une, una, dans, por, para, del, al, sur, mein, meine, mon, ma, mes, mi, nur, seulement, solo, sola, \
         toujours, immer, siempre, then, some, bit, then some, home, online, outdoor, indoor, mit, im, und, et, y, \
         con, avec, der, die, das, le, la, los, las, el, de, du, b, c, d, e, i, ii, iii, iv, x, set, sets, rep, \
         reps, main, accessory, accessories, assistance, heavy, light, volume, hypertrophy, power, speed, endurance, \
         pump day, split, bro split, programme, program, routine, week, block, phase, beginner, beginners, advanced, \
         intermediate, level, flow, kg, lb, lbs, focus, focused, based, only, stuff, things, movement, movements, \
         exercise, exercises, compound, isolation, variation, variations, big, small, long, short, quick, slow, old, \
         new, men's, women's, mens, womens, ladies, vets, masters, junior, seniors, mixed, coach, coached, teaching, \
         daddy, mum, dad, baby, friends, mates, colleagues, work team, company, local, evening class, drop in, \
         lunchtime, beach, park, house, garage, basement, garden, bodyweight, weighted, paused, pause, tempo squat, \
         banded, machine, cable, smith, db, bb, single leg, single arm, unilateral, bilateral, wide, close, narrow, \
         deep, high, low, bar, seated, standing, bent, over, down, up, raise, extension, extensions, hold, carry, \
         jump, thrust, workouts, trainings, einheit, kurs, verein, seance, cours, clase, entreno, entrenamiento, \
         entrainement, tag, jour, dia, day one, day two, no, not, it, is, i'm, we, go, do, doing, going, have, got, \
         usually, always, normally, mostly, me, she, he, they, just, like, also, again, same, regular, fixed, \
         weekly, every, each, all, both, one, two, three, more, less, time, times, hour, hours, about, approx, \
         around, please, thanks, hi, hello, ok, yes, maybe",
    ),
];
