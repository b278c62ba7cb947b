"""English names of holidays. Data only: notation (see feast_rules) to names."""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "12-25": "christmas, christmas day, xmas, xmas day, x-mas, noel",
    "12-24": "christmas eve, xmas eve",
    "12-26": "boxing day, st stephen's day",
    "12-31": "new year's eve, new years eve, nye, silvester",
    "1-1": "new year's day, new year, new year's, new years",
    "1-6": "epiphany, three kings day, three kings' day, twelfth night",
    "2-2": "groundhog's day, candlemas",
    "2-12": "abraham lincoln's birthday, lincoln's birthday, lincoln's day, abraham lincoln's day",
    "2-14": "valentine's day, valentines, st valentine's day, valentine's",
    "3-8": "international women's day, women's day",
    "3-14": "pi day",
    "3-15": "ides of march, the ides of march",
    "3-17": "st patrick's day, st paddy's day, st patty's day, paddy's day",
    "4-1": "april fool's day, april fools, all fool's day, fool's day",
    "4-22": "earth day",
    "4-23": "st george's day, feast of st george, world book day",
    "4-25": "anzac day",
    "5-1": "labour day, international worker's day, may day, loyalty day, international labour day",
    "5-4": "star wars day, star wars",
    "5-5": "cinco de mayo",
    "6-1": "children's day, international children's day",
    "6-14": "flag day",
    "6-19": "juneteenth, freedom day, jubilee day, liberation day",
    "7-1": "canada day",
    "7-4": "independence day, fourth of july, 4th of july, us independence day",
    "7-14": "bastille day",
    "9-11": "patriot day",
    "10-31": "halloween, all hallow's eve, hallowe'en, all saint's eve",
    "11-1": "all saint's day, all hallow's day, all hallows",
    "11-2": "all soul's day",
    "11-5": "guy fawkes day, guy fawkes night, bonfire night, guy fawkes",
    "11-11": "veteran's day, remembrance day, armistice day, singles' day, single's day, poppy day",
    "11-19": "international men's day, world toilet day",
    "11-30": "st andrew's day",
    "12-1": "world aids day",
    "12-10": "human rights day",
    "1-25": "burns night, burns supper",
    "1-26": "australia day, republic day, india republic day",
    "2-6": "waitangi day",
    "8-15": "assumption day, assumption of mary, assumption, indian independence day, india independence day",
    "10-2": "gandhi jayanti, mahatma gandhi jayanti",
    "12-8": "immaculate conception, feast of the immaculate conception",
    "3-1": "st david's day",
    "8-1": "emancipation",
    "2-4": "world cancer day",
    "3-20": "international day of happiness, world happiness day",
    "3-22": "world water day",
    "4-7": "world health day",
    "6-5": "world environment day",
    "10-5": "world teacher's day, teacher's day",
    "5-9": "rabindra jayanti, rabindranath jayanti, victory day",
    "5-12": "international nurses day, nurse's day",
    "9-21": "international day of peace, peace day",
    "10-24": "united nations day, un day",
    "11-20": "universal children's day",
    "12-6": "st nicholas day, st nicholas' day",
    "12-13": "st lucy's day, st lucia's day",
    "6-24": "midsummer day, st john's day",
    "3-19": "st joseph's day",
    "2-1": "imbolc, st brigid's day",
    "7-12": "orangemen's day, battle of the boyne",
    "9-17": "constitution day, citizenship day",
    "12-7": "pearl harbor remembrance day, pearl harbor day",
    "5-8": "ve day",
    "8-26": "women's equality day",
    "1/3MO": (
        "martin luther king's day, martin luther king jr. day, martin luther king jr day, mlk day, mlk, "
        "civil rights day, idaho human rights day"
    ),
    "2/3MO": "president's day, presidents day, washington's birthday, george washington day, family day",
    "5/2SU|E-21": "mother's day",
    "E-21": "mothering sunday",
    "5/-1MO": "memorial day, decoration day, spring bank holiday, late may bank holiday",
    "5/1MO": "early may bank holiday, may day bank holiday",
    "8/-1MO": "august bank holiday, summer bank holiday, late summer bank holiday, notting hill carnival",
    "6/3SU": "father's day",
    "9/1MO": "labor day",
    "9/1MO+6": "national grandparent's day, grandparent's day",
    "10/2MO": (
        "columbus day, indigenous people's day, native american day, canadian thanksgiving, thanksgiving canada"
    ),
    "11/4TH|10/2MO": "thanksgiving, thanksgiving day, turkey day",
    "11/4TH+1": "black friday, day after thanksgiving",
    "11/4TH+4": "cyber monday",
    "11/4TH+5": "giving tuesday",
    "11/4TH-1": "blackout wednesday, thanksgiving eve",
    "11/4TH+2": "small business saturday",
    "11/1MO+1": "election day",
    "11/1TU": "melbourne cup day",
    "3/2SU": "daylight saving start day, daylight savings start day, start of daylight saving",
    "11/1SU": "daylight saving end day, daylight savings end day",
    "4/-1SA-3": (
        "administrative professional's day, secretary's day, secretaries' day, secretaries day, admin day, "
        "administrative professional day"
    ),
    "5/3SA": "armed forces day",
    "5-15": "peace officers memorial day",
    "5/1TH": "national day of prayer",
    "7/4SU": "parents' day, parent's day",
    "4/-1FR": "arbor day, national arbor day",
    "6/2SA": "king's birthday, queen's birthday, trooping the colour",
    "5/1TU+0": "teacher appreciation day",
    "2/1SU": "super bowl sunday, super bowl",
    "11/2SU": "remembrance sunday",
    "11/4TH-4": "stir-up sunday",
    "@tax": "tax day",
    "@boss": "boss's day, boss day, national boss day, bosses day",
    "@emancipation": "emancipation day",
    "@super_tuesday": "super tuesday, super tue, super tue., super duper tuesday, giga tuesday, tsunami tuesday",
    "@mini_tuesday": "mini-tuesday, mini tuesday",
    "@kings_day": "king's day, koningsdag",
    "@earth_hour": "earth hour",
    "@ems_week": "emergency medical services week, ems week",
    "@ems_week+3": "emergency medical services for children day, ems for children day",
    "@youth_service": "global youth service day, gysd",
    "@victoria": "victoria day",
    "E": "easter, easter sunday, easter day, resurrection sunday",
    "E+1": "easter monday, easter mon, dyngus day",
    "E-2": "good friday, holy friday, great friday, black good friday, easter friday",
    "E-1": "holy saturday, black saturday, easter eve, easter saturday",
    "E-3": (
        "maundy thursday, holy thursday, covenant thursday, covenant thu, thu of mysteries, "
        "thursday of mysteries, sheer thursday, holy thu, maundy thu"
    ),
    "E-7": "palm sunday, passion sunday, branch sunday",
    "E-46": "ash wednesday, ash wed",
    "E-47": "shrove tuesday, mardi gras, pancake day, pancake tuesday, fat tuesday",
    "E-48": "shrove monday, rose monday, collop monday",
    "E-46*46": "lent",
    "E+39": "ascension day, ascension thursday, ascension",
    "E+49": "pentecost, whitsunday, whit sunday, white sunday, whitsun",
    "E+50": "whit monday, monday of the holy spirit, pentecost monday",
    "E+56": "trinity sunday, feast of the holy trinity",
    "E+60": "corpus christi, feast of corpus christi",
    "O": "orthodox easter, orthodox easter sunday, pascha",
    "O+1": "orthodox easter monday, orthodox easter mon",
    "O-1": "orthodox holy saturday, orthodox great saturday, orthodox easter eve",
    "O-2": "orthodox good friday, orthodox great friday, orthodox holy friday",
    "O-7": "orthodox palm sunday, orthodox branch sunday",
    "O-8": "lazarus saturday",
    "O-48": "clean monday, orthodox shrove monday, orthodox ash monday, orthodox clean monday, pure monday",
    "O+49": "orthodox pentecost",
    "1-7": "orthodox christmas, orthodox christmas day",
    "@advent": (
        "advent sunday, "
        "first sunday of advent, first sunday in advent, first advent, first advent sunday, "
        "1st advent, 1st sunday of advent"
    ),
    "@advent+7": (
        "second sunday of advent, second sunday in advent, second advent, second advent sunday, "
        "2nd advent, 2nd sunday of advent"
    ),
    "@advent+14": (
        "third sunday of advent, third sunday in advent, third advent, third advent sunday, "
        "3rd advent, 3rd sunday of advent"
    ),
    "@advent+21": (
        "fourth sunday of advent, fourth sunday in advent, fourth advent, fourth advent sunday, "
        "4th advent, 4th sunday of advent"
    ),
    "L1-1": (
        "chinese new year, lunar new year, chinese lunar new year's day, chinese new year's day, "
        "spring festival, lunar new year's day, chinese lunar new year"
    ),
    "L1-1-1": "chinese new year's eve, lunar new year's eve",
    "L1-15": "lantern festival",
    "L5-5": "dragon boat festival",
    "L7-7": "qixi festival, qixi, double seventh festival",
    "L7-15": "ghost festival, hungry ghost festival",
    "L8-15": "mid-autumn festival, mid autumn festival, moon festival, mooncake festival",
    "L9-9": "double ninth festival, chung yeung festival, chongyang festival",
    "@qingming": "qingming festival, tomb sweeping day, tomb-sweeping day, ching ming festival, qingming",
    "@winter_solstice": "winter solstice",
    "@summer_solstice": "summer solstice",
    "10-1": "china national day, chinese national day",
    "H7-1*2|H7-1-1*3": "rosh hashanah, rosh hashana, rosh hashanna, jewish new year, yom teruah, feast of trumpets",
    "H7-10|H7-10-1": "yom kippur, day of atonement",
    "H7-15*8|H7-15-1*9": (
        "sukkot, succot, sukkoth, succos, sukkos, feast of tabernacles, feast of booths, feast of ingathering"
    ),
    "H7-22|H7-22-1": "shemini atzeret, shmini atzeret",
    "H7-23|H7-23-1": "simchat torah, simhat torah",
    "H9-25*8|H9-25-1*8": (
        "hanukkah, chanukah, hanukah, chanukkah, hanukkah festival, feast of dedication, festival of lights"
    ),
    "H11-15|H11-15-1": "tu bishvat, tu bi'shvat, tu b'shevat, jewish arbor day",
    "H12-14|H12-14-1": "purim, shushan purim",
    "H1-15*8|H1-15-1*9": "passover, pesach, pesah",
    "H1-27|H1-27-1": "yom hashoah, holocaust remembrance day, holocaust day, yom ha-shoah",
    "H2-5|H2-5-1|H2-4|H2-4-1|H2-3|H2-3-1": (
        "yom haatzmaut, yom ha'atzmaut, yom ha-atzmaut, israel independence day, israeli independence day"
    ),
    "H2-18|H2-18-1": "lag baomer, lag b'omer, lag laomer, lag ba'omer",
    "H3-6*2|H3-6-1*3": "shavuot, shavuos, shovuos, feast of weeks",
    "H5-9|H5-9-1|H5-9+1": "tisha b'av, tisha bav",
    "I:hijri_new_year": "islamic new year, muslim new year, hijri new year, amun jadid, muharram, arabic new year",
    "I:ashura": "ashura, day of ashura, yom ashura",
    "I:mawlid": (
        "mawlid, mawlid al-nabi, mawlid al-nabawi, milad un nabi, eid milad, prophet's birthday, "
        "muhammad's birthday, mawlid an-nabi"
    ),
    "I:isra_and_miraj": (
        "isra and mi'raj, isra and miraj, isra miraj, the night journey, the prophet's ascension, "
        "ascension to heaven, the night of ascension, laylat al-miraj, lailat al miraj"
    ),
    "@ramadan": "ramadan, ramadhan, ramzan, ramadhaan, ramathan",
    "I:laylat_al_qadr": (
        "laylat al-qadr, laylat al qadr, laylat al kadr, lailat al-qadr, night of power, night of destiny, "
        "night of decree, night of measures, night of value"
    ),
    "@jumuatul_wida": (
        "jumu'atul-wida, jumu'atul wida, jumatul wida, jamat ul-vida, jamat ul vida, jumuatul-wida, jamatul-vida"
    ),
    "I:eid_al_fitr": (
        "eid al-fitr, eid al fitr, eid ul-fitr, eid-ul-fitr, eid ul fitr, eid, id al-fitr, id ul-fitr, "
        "end of ramadan, sugar feast"
    ),
    "I:eid_al_adha": (
        "eid al-adha, eid al adha, eid ul-adha, eid ul adha, id ul-adha, id al-adha, bakr id, bakrid, "
        "bakr-eid, sacrifice feast, feast of the sacrifice, feast of sacrifice, eid-ul-adha"
    ),
    "D:diwali_india": "diwali, deepavali, lakshmi puja, deepawali, divali",
    "D:diwali_india-2": "dhanteras, dhanatrayodashi",
    "D:naraka_chaturdashi": (
        "naraka chaturdashi, choti diwali, kali chaudas, chhoti diwali, roop chaudas, narak chaturdashi"
    ),
    "D:govardhan_puja": "govardhan puja, annakut",
    "D:diwali_india+2": "bhai dooj, bhai duj, bhaubeej, bhai tika, bhai phonta, bhai beej",
    "D:chhath_puja": "chhath, chhath puja, chhat puja, dala puja, dala chhath, surya shashthi, chhath parv",
    "D:dussehra": "dussehra, vijayadashami, dasara, dashain, vijaya dashami, dasera, dashami",
    "D:sharad_navratri*9|D:sharad_navratri*10": (
        "navaratri, navratri, sharad navratri, durga puja, durga pooja, durgotsava"
    ),
    "D:karwa_chauth": "karva chauth, karwa chauth, karaka chaturthi",
    "D:maha_shivaratri": "maha shivaratri, maha shivratri, shivratri, shivaratri, mahashivratri",
    "D:swami_dayanand_saraswati_jayanti": (
        "dayananda saraswati jayanti, saraswati jayanti, maharishi dayanand saraswati jayanti, "
        "dayanand saraswati jayanti, maharshi dayananda saraswati jayanti"
    ),
    "D:pongal": (
        "pongal, thai pongal, makar sankranti, makara sankranti, makara sankranthi, makar sankranthi, maghi, uttarayan"
    ),
    "D:pongal-1": "boghi, bogi, bhogi, bogi pandigai, bhogi pandigai, lohri",
    "D:pongal+1": "mattu pongal",
    "D:pongal+2": "kaanum pongal, kanni pongal, kanum pongal",
    "D:vaisakhi": "vaisakhi, baisakhi, vaisakhadi, vasakhi, vaishakhi",
    "D:puthandu": "puthandu, tamil new year",
    "D:vishu": "vishu",
    "D:onam": "onam, thiru onam, thiruvonam",
    "D:holi": (
        "holi, dhulandi, dhulivandan, phagwah, rangwali holi, dhuleti, dhuli vandana, festival of colours, "
        "festival of colors"
    ),
    "D:holi-1": "holika dahan, kamudu pyre, chhoti holi, choti holi",
    "D:raksha_bandhan": "raksha bandhan, rakhi, rakhi purnima, rakshabandhan",
    "D:ganesh_chaturthi": "ganesh chaturthi, vinayaka chaturthi, ganeshotsav",
    "D:janmashtami": "janmashtami, krishna janmashtami, gokulashtami",
    "D:ram_navami": "rama navami, ram navami, ramnavami",
    "D:hanuman_jayanti": "hanuman jayanti",
    "D:mahavir_jayanti": "mahavir jayanti, mahaveer jayanti, mahavir janma kalyanak, mahaveer janma kalyanak",
    "D:guru_nanak_jayanti": "guru nanak jayanti, guru nanak gurpurab, gurpurab, guru nanak's birthday",
    "D:guru_gobind_singh_jayanti": (
        "guru gobind singh jayanti, guru govind singh jayanti, guru gobind singh's birthday"
    ),
    "D:guru_ravidas_jayanti": (
        "guru ravidas jayanti, guru ravidass jayanti, guru ravidas birthday, guru ravidass birthday"
    ),
    "D:maharshi_valmiki_jayanti": "valmiki jayanti, maharishi valmiki jayanti, pargat diwas",
    "D:gudi_padwa": "ugadi, yugadi, gudi padwa, samvatsaradi, chaitra sukladi, chaitra sukhladi",
    "D:basant_panchami": "vasant panchami, basant panchami",
    "D:rath_yatra": "rath yatra, ratha yatra, ratha-yatra, rathayatra, chariot festival, ratha jatra",
    "D:thaipusam": "thaipusam",
    "D:guru_purnima": "guru purnima",
    "D:buddha_purnima": "vesak, vaisakha, buddha day, buddha purnima, buddha's birthday, vesak day, wesak",
    "@parsi": "parsi new year, jamshedi navroz, jamshedi navaroz, jamshedi nowruz",
    "@spring_equinox": "nowruz, persian new year, spring equinox, vernal equinox",
    "@autumn_equinox": "autumn equinox, fall equinox",
}
