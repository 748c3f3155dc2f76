package candor.local.console;

import candor.forecasting.market.PriceDigits;
import candor.local.console.markup.Element;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and addresses as a reader wants them. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String MINUS = "\u2212";

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
        return signed(PriceDigits.text(value));
    }

    static String percent(double share) {
        return signed(String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share));
    }

    static String count(int number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** How long something took; empty while it runs. */
    static String took(Instant start, @Nullable Instant end) {
        if (end == null) {
            return "";
        }
        Duration duration = Duration.between(start, end);
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f\u00a0s", duration.toMillis() / 1000.0);
        }
        long hours = duration.toHours();
        String minutes = duration.toMinutesPart() + "\u00a0min " + duration.toSecondsPart() + "\u00a0s";
        return hours == 0 ? minutes : hours + "\u00a0h " + minutes;
    }

    /** The text as one segment of an address. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String signed(String number) {
        return number.startsWith("-") ? MINUS + number.substring(1) : number;
    }
}
