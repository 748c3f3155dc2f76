package candor.marketdata.csv;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of months and weekdays in English, German, French, Spanish and Italian, in any case and with or without
 * accents. Each beginning of a name is read that is the same month in all these languages.
 */
final class CalendarWords {

    private static final int SHORTEST_MONTH = 3;
    private static final int SHORTEST_WEEKDAY = 2;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final List<String> MONTHS = List.of(
            "january januar janner janvier enero gennaio",
            "february februar feber fevrier febrero febbraio",
            "march marz maerz mrz mars marzo",
            "april avril abril aprile",
            "may mai mayo maggio",
            "june juni juin junio giugno",
            "july juli juillet julio luglio",
            "august aout agosto",
            "september septembre septiembre setiembre settembre",
            "october oktober octobre octubre ottobre",
            "november novembre noviembre",
            "december dezember decembre diciembre dicembre");

    private static final List<String> WEEKDAYS = List.of(
            "monday montag lundi lunes lunedi",
            "tuesday dienstag mardi martes martedi",
            "wednesday mittwoch mercredi miercoles mercoledi",
            "thursday donnerstag jeudi jueves giovedi",
            "friday freitag vendredi viernes venerdi",
            "saturday samstag samedi sabado sabato",
            "sunday sonntag dimanche domingo domenica");

    private CalendarWords() {}

    /** The month from 1 to 12; 0 where the word names none, or several. */
    static int month(String word) {
        String plain = plain(word);
        int found = 0;
        for (int i = 0; i < MONTHS.size(); i++) {
            if (plain.length() >= SHORTEST_MONTH && begins(MONTHS.get(i), plain)) {
                if (found > 0) {
                    return 0;
                }
                found = i + 1;
            }
        }
        return found;
    }

    /** The days that the word can name, as Do is Thursday or Sunday; none where it names none. */
    static Set<DayOfWeek> weekdays(String word) {
        String plain = plain(word);
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            if (plain.length() >= SHORTEST_WEEKDAY && begins(WEEKDAYS.get(i), plain)) {
                found.add(DayOfWeek.of(i + 1));
            }
        }
        return found;
    }

    private static boolean begins(String names, String word) {
        return names.startsWith(word) || names.contains(" " + word);
    }

    private static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
