package candor.local.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a request has to bring where more than this machine reaches the server: as the password of HTTP's Basic
 * scheme, under any user name, which browsers ask for; or as a Bearer token.
 */
public record AccessToken(String secret) {

    private static final int SHORTEST = 16;

    public AccessToken {
        if (secret.length() < SHORTEST || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("the token has to have at least " + SHORTEST
                    + " characters, all of them ASCII without blanks; make" + " one with: openssl rand -hex 16");
        }
    }

    /** @param headers all Authorization headers of a request; exactly one is right */
    boolean admits(@Nullable List<String> headers) {
        if (headers == null || headers.size() != 1) {
            return false;
        }
        String[] parts = headers.getFirst().strip().split(" +", 2);
        if (parts.length < 2) {
            return false;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> isSecret(parts[1]);
            case "basic" -> isSecret(password(parts[1]));
            default -> false;
        };
    }

    private boolean isSecret(String given) {
        // In a time that does not tell how much of it is right.
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "AccessToken";
    }
}
