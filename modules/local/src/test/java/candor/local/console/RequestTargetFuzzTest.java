// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import candor.serving.api.RequestTarget;
import candor.serving.api.UnreadableRequest;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whatever is asked for, it is decoded text without control characters, or rejected with a status. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class RequestTargetFuzzTest {

    @FuzzTest(maxDuration = "4m")
    void of(byte[] bytes) {
        RequestTarget target;
        try {
            URI uri = new URI(new String(bytes, ISO_8859_1));
            target = RequestTarget.of(uri.getRawPath(), uri.getRawQuery());
        } catch (URISyntaxException no) {
            return; // The JDK's server has rejected it.
        } catch (UnreadableRequest refusal) {
            assertThat(refusal.status()).isIn(400, 414);
            assertThat(refusal.detail().chars()).noneMatch(Character::isISOControl);
            return;
        }
        assertThat(target.path().chars()).noneMatch(Character::isISOControl);
        target.query().forEach((name, value) -> {
            assertThat(name.chars()).noneMatch(Character::isISOControl);
            assertThat(value.chars()).noneMatch(Character::isISOControl);
        });
    }
}
