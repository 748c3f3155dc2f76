package candor.local.console;

import candor.forecasting.text.Figures;
import candor.reporting.markup.Element;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, times and addresses as a reader wants them. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final char MINUS = '\u2212';
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d) ");

    private final ZoneId zone;

    Wording(ZoneId zone) {
        this.zone = zone;
    }

    String zone() {
        return zone.getId();
    }

    /** The instant on the reader's clock. */
    Element time(Instant instant) {
        return Element.of("time", TIME.format(instant.atZone(zone))).with("datetime", instant.toString());
    }

    static String price(double value) {
        return set(Figures.price(value));
    }

    static String percent(double share) {
        return set(Figures.percent(share));
    }

    /** A return, a volatility over a horizon or a value at risk. */
    static String move(double fraction) {
        return set(Figures.move(fraction));
    }

    static String count(int number, String singular) {
        return Figures.count(number, singular);
    }

    /** How long something took; empty while it runs. */
    static String took(Instant start, @Nullable Instant end) {
        return end == null
                ? ""
                : NUMBER_AND_UNIT
                        .matcher(Figures.duration(Duration.between(start, end)))
                        .replaceAll("$1\u00a0");
    }

    /** The text as one segment of an address. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As print has it: a true minus sign, no line break before the percent sign. */
    private static String set(String figure) {
        return figure.replace('-', MINUS).replace(' ', '\u00a0');
    }
}
