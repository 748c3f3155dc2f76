package candor.marketdata.yahoo;

import candor.forecasting.market.Symbol;
import candor.marketdata.http.Answer;
import candor.marketdata.http.PoliteClient;
import candor.store.failure.InputRefused;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarProvider;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Yahoo's chart endpoint, one question a symbol. Splits restate all that Yahoo says of the days before; bars are given as
 * traded, so the last day asked for must not lie before the present one.
 *
 * <p>No cookie and no crumb as a rule. Where Yahoo rejects requests without, both are fetched, once in the life of this
 * object.
 */
public final class YahooBars implements BarProvider {

    /** Its short name. */
    public static final String NAME = "yahoo";

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int LONGEST_CRUMB = 64;

    private final YahooSettings settings;
    private final PoliteClient client;
    private @Nullable String crumb;
    private boolean crumbTried;

    public YahooBars(YahooSettings settings, PoliteClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Download download(Symbol symbol, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("asked from " + from + " to " + to + ": the end lies before the start");
        }
        Answer answer = client.get(question(symbol, from, to), Map.of());
        if (asksForCrumb(answer) && !crumbTried) {
            crumbTried = true;
            crumb = fetchCrumb();
            answer = client.get(question(symbol, from, to), Map.of());
        }
        if (asksForCrumb(answer)) {
            throw new RequestRefused("yahoo rejects the question for " + symbol + " (status " + answer.status() + ", "
                    + answer.beginning()
                    + "): it does so to some networks; name another source in CANDOR_SOURCES, or use --csv FILE");
        }
        return read(symbol, from, to, answer);
    }

    private HttpUrl question(Symbol symbol, LocalDate from, LocalDate to) {
        HttpUrl.Builder url = settings.base()
                .newBuilder()
                .addPathSegments("v8/finance/chart")
                .addPathSegment(symbol.value())
                .addQueryParameter("period1", midnight(from))
                .addQueryParameter("period2", midnight(to.plusDays(1)))
                .addQueryParameter("interval", "1d")
                .addQueryParameter("includePrePost", "false")
                .addQueryParameter("events", "div,splits,capitalGains");
        if (crumb != null) {
            url.addQueryParameter("crumb", crumb);
        }
        return url.build();
    }

    private static String midnight(LocalDate day) {
        return Long.toString(day.atStartOfDay(NEW_YORK).toEpochSecond());
    }

    private static boolean asksForCrumb(Answer answer) {
        return answer.status() == 401
                || answer.status() == 403
                || (answer.status() >= 400 && answer.body().contains("Invalid Crumb"));
    }

    private String fetchCrumb() {
        client.get(settings.cookiePage(), Map.of());
        Answer answer = client.get(settings.crumbPage(), Map.of());
        String text = answer.body().strip();
        if (answer.status() != 200
                || text.isEmpty()
                || text.length() > LONGEST_CRUMB
                || text.matches("(?s).*[<{\\s].*")) {
            throw new RequestRefused("yahoo rejects programs without a crumb, and gives none (status " + answer.status()
                    + ", " + answer.beginning()
                    + "): it does so to some networks; name another source in CANDOR_SOURCES, or use --csv FILE");
        }
        return text;
    }

    private static Download read(Symbol symbol, LocalDate from, LocalDate to, Answer answer) {
        if (answer.isRedirect()) {
            String host = hostOf(answer.location());
            throw new RequestRefused("yahoo sends the question for " + symbol + " on to " + host
                    + ", a page for people, as of consent: it does so in some countries and to some networks; name another"
                    + " source in CANDOR_SOURCES, or use --csv FILE");
        }
        if (!answer.isJson()) {
            throw new ProviderUnavailable("yahoo answers for " + symbol + " with a page instead of bars (status "
                    + answer.status() + ", " + answer.beginning()
                    + "); try again later, or name another source in CANDOR_SOURCES");
        }
        return switch (ChartJson.parse(answer.bytes())) {
            case ChartAnswer.Bars bars -> download(symbol, from, to, bars);
            case ChartAnswer.Rejected rejected -> withoutBars(symbol, from, to, answer.status(), rejected);
        };
    }

    private static Download download(Symbol symbol, LocalDate from, LocalDate to, ChartAnswer.Bars bars) {
        if (bars.bars().isEmpty() && bars.firstTrade() == null) {
            String name = bars.instrument().name();
            throw new SourceMissing("yahoo has no prices of " + symbol + " any more: it knows the "
                    + (name == null ? "symbol" : "name '" + name + "'")
                    + ", but no trade; it is delisted, or has another symbol now");
        }
        List<RawBar> asked = AsTraded.of(bars.bars()).stream()
                .filter(bar -> !bar.session().isBefore(from) && !bar.session().isAfter(to))
                .toList();
        return new Download(NAME, bars.instrument(), asked, from, to, bars.notes(), bars.firstTrade());
    }

    private static Download withoutBars(
            Symbol symbol, LocalDate from, LocalDate to, int status, ChartAnswer.Rejected rejected) {
        String words = "'" + rejected.code() + ": " + rejected.description() + "'";
        if (rejected.description().startsWith("Data doesn't exist for startDate")) {
            Instrument unknown = new Instrument(null, null, null, null, null);
            return new Download(NAME, unknown, List.of(), from, to, List.of("yahoo says: " + words));
        }
        if (status == 404 || rejected.code().equals("Not Found")) {
            throw new SourceMissing(
                    "yahoo does not know " + symbol + ", and says " + words + "; check the symbol, as in STX, BRK-B");
        }
        throw new InputRefused("yahoo rejects the question for " + symbol + " (status " + status + ") and says " + words
                + "; check the symbol, or name another source in CANDOR_SOURCES");
    }

    private static String hostOf(String location) {
        HttpUrl url = HttpUrl.parse(location);
        return url == null ? "another page" : url.host();
    }
}
