package candor.marketdata.yahoo;

import okhttp3.HttpUrl;

/**
 * Where Yahoo is asked.
 *
 * @param base of the chart endpoint
 * @param cookiePage a page that sets the cookie which a crumb belongs to; asked only where Yahoo rejects requests without one
 * @param crumbPage the page whose text is the crumb
 */
public record YahooSettings(HttpUrl base, HttpUrl cookiePage, HttpUrl crumbPage) {

    /** Yahoo's own addresses. */
    public static YahooSettings standard() {
        return new YahooSettings(
                HttpUrl.get("https://query2.finance.yahoo.com/"),
                HttpUrl.get("https://fc.yahoo.com/"),
                HttpUrl.get("https://query1.finance.yahoo.com/v1/test/getcrumb"));
    }

    /** All of it below another address, as of a stand-in for tests or a mirror. */
    public static YahooSettings below(HttpUrl base) {
        return new YahooSettings(
                base,
                base.newBuilder().addPathSegments("cookie").build(),
                base.newBuilder().addPathSegments("v1/test/getcrumb").build());
    }
}
